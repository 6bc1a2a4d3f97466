"""The database under the library: the only module that knows SQLite.

A connection is lent for one transaction and belongs to no thread, so nothing is bound to a thread between two
calls. Reading sees one state of the library from its first to its last query; writing is whole or not at all.
"""

import errno
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from index.errors import (
    BusyStoreError,
    DamagedStoreError,
    FullDiskError,
    NewerStoreError,
    ReadOnlyDiskError,
    StoreError,
    UnwritableBackupError,
    UnwritableStoreError,
)

Connection = sqlite3.Connection
Row = sqlite3.Row

# "Klas": tells this program's files from other programs' databases.
APPLICATION_ID = 0x4B6C6173
BUSY_TIMEOUT_S = 60.0
_FAILS = "the disk fails ({found}); check it, then put a backup back with `restore FILE`"


class Database:
    """A database file, made and brought up to `steps` when it is opened.

    Raises: StoreError, here and in every method, with what to do about it.
    """

    def __init__(self, path: Path, steps: Sequence[Sequence[str]]) -> None:
        self.path = path
        self._idle: list[Connection] = []
        # Counts the failures of the disk: what was opened before the last of them is used no more.
        self._failures = 0
        self._closed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableStoreError(path, error.strerror or str(error)) from error
        with _translated(path), closing(_connect(path)) as connection:
            _migrate(connection, path, steps)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the library until the block ends."""
        with self._lent() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _roll_back(connection)

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Connection]:
        """A connection whose writes are committed when the block ends, or none of them.

        What is not `durable` outlives the process but not a cut of power: it need not wait for the disk.
        """
        with self._lent() as connection:
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            # Immediate: a writer that has read first would fail, not wait, when another has written since.
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            # Whatever ends the block, an interrupt too: half of its writes must not stay.
            except BaseException:
                _roll_back(connection)
                raise
            try:
                connection.execute("COMMIT")
            except sqlite3.Error:
                _roll_back(connection)
                raise

    @contextmanager
    def erasing(self) -> Iterator[Connection]:
        """A connection as for writing, whose deletions leave nothing to be read in the file when it ends, as
        far as nobody reads what was there before."""
        with self.writing() as connection:
            yield connection
        # Until then the file holds pages as they were, and its log those that are to take their place.
        with self._lent() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    @contextmanager
    def rehearsing(self) -> Iterator[Connection]:
        """A connection whose writes are undone when the block ends."""
        with self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            finally:
                _roll_back(connection)

    def close(self) -> None:
        """Close what is idle now, and the rest as it comes back."""
        self._closed = True
        self._shut_idle()

    def damage(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file, reading all of it; empty when it is sound."""
        with self.reading() as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            found += [
                f"broken reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")
            ]
        return tuple(line for line in found if line != "ok")

    def copy_to(self, target: Path) -> None:
        """Write a whole copy to `target`, while others go on reading and writing.

        Raises: UnwritableBackupError where there can be no such file; StoreError.
        """
        beside = _begun(target)
        try:
            with self._lent() as connection, _translated(target), _opened(beside) as copy:
                connection.backup(copy)
                # A copy is one file that can be carried away.
                copy.execute("PRAGMA journal_mode = DELETE")
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)

    def copy_from(self, source: Path) -> None:
        """Put the state held in `source` in place of this one."""
        with self._lent() as connection, _translated(source), _opened(source) as copy:
            copy.backup(connection)

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        with _translated(self.path):
            failures, connection = self._failures, self._take()
            try:
                yield connection
            except sqlite3.Error as error:
                if _is_of_the_disk(error):
                    self._open_anew()
                raise
            finally:
                if self._closed or connection.in_transaction or failures != self._failures:
                    connection.close()
                else:
                    self._idle.append(connection)

    def _take(self) -> Connection:
        # Asking first whether one is there would race with another thread's taking it.
        try:
            return self._idle.pop()
        except IndexError:
            # A disk that was taken away to be mended is no reason to begin an empty library in its place.
            if not self.path.exists():
                raise UnwritableStoreError(self.path, "there is no such file any more") from None
            return _connect(self.path)

    def _open_anew(self) -> None:
        """Let every file go that is open: it is of a disk that failed, and stays so when that is mended."""
        self._failures += 1
        self._shut_idle()

    def _shut_idle(self) -> None:
        with suppress(IndexError):
            while True:
                self._idle.pop().close()


@dataclass(frozen=True, slots=True)
class Inspection:
    """Whose database a file is, of which schema, and what SQLite finds wrong with it, if anything."""

    application: int
    version: int
    damage: str


def inspect(path: Path) -> Inspection:
    """What a database file is, without changing it. Raises: StoreError if it is none."""
    with _translated(path), _opened(path) as connection:
        application, version = _number(connection, "application_id"), _number(connection, "user_version")
        first = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return Inspection(application, version, "" if first == "ok" else first)


def _begun(target: Path) -> Path:
    """An empty file beside the target."""
    if target.is_dir():
        raise UnwritableBackupError(target, "it is a folder")
    beside = target.with_name(target.name + ".part")
    # Asked of the system, which says better than SQLite why there can be none.
    try:
        beside.write_bytes(b"")
    except OSError as error:
        raise UnwritableBackupError(target, error.strerror or str(error)) from error
    return beside


def _connect(path: Path) -> Connection:
    connection = sqlite3.connect(path, BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        # What was removed for good is overwritten in the file, and not only no longer found.
        connection.execute("PRAGMA secure_delete = ON")
        # Less than this, and a cut of power takes back the last commits, which were reported as held.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -32000")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    connection = sqlite3.connect(path, BUSY_TIMEOUT_S, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _migrate(connection: Connection, path: Path, steps: Sequence[Sequence[str]]) -> None:
    if (
        _number(connection, "user_version") == len(steps)
        and _number(connection, "application_id") == APPLICATION_ID
    ):
        return
    if (
        _number(connection, "application_id") == 0
        and connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    ):
        raise DamagedStoreError(path, "another program's database")
    _use_wal(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another process may have brought it up while this one waited.
        version = _number(connection, "user_version")
        if version > len(steps):
            raise NewerStoreError(path, version, len(steps))
        for statement in (one for step in steps[version:] for one in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    # Whatever it was, an interrupt too: a library is of one schema or of the other.
    except BaseException:
        _roll_back(connection)
        raise


def _use_wal(connection: Connection) -> None:
    """Switch to WAL. SQLite does not wait for that by itself while another process is switching too."""
    until = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _number(connection: Connection, pragma: str) -> int:
    value: Any = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return int(value)


def _roll_back(connection: Connection) -> None:
    # SQLite has already rolled back after some errors (a full disk), and says so with an error of its own.
    with suppress(sqlite3.Error):
        connection.execute("ROLLBACK")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        meant = translation(error, path)
        if meant is None:
            raise
        raise meant from error


def _is_of_the_disk(error: sqlite3.Error) -> bool:
    """Whether reading or writing itself failed, and not for want of room."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {
        *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR)
    }


def translation(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The error of ours that a failure of SQLite means, or None for a defect in a query."""
    # Said by the module, not by SQLite: bytes of a text that are none.
    if str(error).startswith("Could not decode to UTF-8"):
        return DamagedStoreError(path, "a text in it is none")
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHMSIZE:
        # There was no room for the few pages that every process that reads shares with the others.
        return FullDiskError(path)
    # The low byte is the primary code; the rest says where it happened.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedStoreError(path, str(error))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            found = _probed(path)
            return found if isinstance(found, ReadOnlyDiskError) else UnwritableStoreError(path, str(error))
        case sqlite3.SQLITE_FULL:
            return FullDiskError(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyStoreError(path)
        case sqlite3.SQLITE_IOERR:
            return _probed(path) or StoreError(path, _FAILS.format(found=error))
    return None


def _probed(path: Path) -> StoreError | None:
    """What is wrong with the disk: SQLite, which has its files open, says only that it cannot write."""
    try:
        with TemporaryFile(dir=path.parent) as probe:
            probe.write(b"-" * 8_192)
    except OSError as error:
        if error.errno == errno.EROFS:
            return ReadOnlyDiskError(path)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return FullDiskError(path)
    return None
