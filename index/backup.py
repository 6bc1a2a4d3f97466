"""The whole library in one file, and back."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from index.audit import COMMAND_LINE, record
from index.database import APPLICATION_ID, Database, inspect
from index.errors import (
    DamagedHeldError,
    DamagedStoreError,
    HeldLibraryError,
    NewerStoreError,
    NoBackupError,
    UnwritableStoreError,
)
from index.heirlooms import hand_on, heirlooms_of
from index.jobs import let_all_wait
from index.schema import STEPS, VERSION
from index.store import Store

NEW_GENERATION = "UPDATE counters SET value = max(value, ?) + 1 WHERE name = 'generation'"
BACKED_UP = "library.backed_up"
DOCUMENTS_ARE_NEW = "UPDATE documents SET generation = (SELECT value FROM counters WHERE name = 'generation')"


def back_up(store: Store, target: Path) -> None:
    """Write a copy of one state of the library, while others use it.

    Raises: UnwritableBackupError, naming `target`; StoreError.
    """
    store.database.copy_to(target)


def record_backup(store: Store, *, by: str) -> None:
    """Write down that a backup was made."""
    with store.database.writing() as connection:
        documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        record(connection, by, BACKED_UP, "library", {"documents": documents})


def last_backup(store: Store) -> datetime | None:
    """When a backup was made last, as far as the log knows."""
    query = "SELECT at FROM audit WHERE action = ? ORDER BY id DESC LIMIT 1"
    with store.database.reading() as connection:
        row = connection.execute(query, (BACKED_UP,)).fetchone()
    return datetime.fromisoformat(row["at"]) if row else None


def restore_backup(source: Path, path: Path, *, force: bool = False, by: str = COMMAND_LINE) -> Path | None:
    """Put a backup in place of the library at `path`; where that held anything, the file it is kept in.

    Who may sign in stays as it is there, and the log goes on: a backup undoes neither. All are signed out.
    Raises: HeldLibraryError where documents are held and DamagedHeldError where the library is damaged,
    unless `force`; NoBackupError, NewerStoreError.
    """
    _check(source)
    before = _set_aside(path, force=force)
    with closing(Database(path, STEPS)) as database:
        generation = _generation(database)
        held = heirlooms_of(database)
        database.copy_from(source)
    # Opened again, which brings an older backup up to this version.
    with closing(Database(path, STEPS)) as database, database.writing() as connection:
        # No earlier generation comes back, nor a document under one: what was derived from the library
        # before, in a file or in a running server, must not seem to fit.
        connection.execute(NEW_GENERATION, (generation,))
        connection.execute(DOCUMENTS_ARE_NEW)
        hand_on(connection, held)
        let_all_wait(connection)
        record(connection, by, "library.restored", source.name)
    return before


def _check(source: Path) -> None:
    """Raises: NoBackupError, NewerStoreError unless the file is a sound backup that this version can read."""
    if not source.is_file():
        raise NoBackupError(source, "it is a folder" if source.is_dir() else "there is no such file")
    try:
        found = inspect(source)
    except DamagedStoreError as error:
        raise NoBackupError(source, error.found) from error
    except UnwritableStoreError as error:
        # SQLite's word for a file that it may not even read.
        raise NoBackupError(source, "cannot be opened") from error
    if found.application != APPLICATION_ID:
        raise NoBackupError(source, "not a library of this program")
    if found.version > VERSION:
        raise NewerStoreError(source, found.version, VERSION)
    if found.damage:
        raise NoBackupError(source, found.damage)


def _set_aside(path: Path, *, force: bool) -> Path | None:
    if not path.exists():
        return None
    before = path.with_name(f"{path.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    try:
        with closing(Database(path, STEPS)) as database:
            documents = _documents(database)
            if documents and not force:
                raise HeldLibraryError(path, documents)
            if not documents:
                return None
            database.copy_to(before)
    except DamagedStoreError as error:
        if not force:
            raise DamagedHeldError(path, error.found) from error
        # Cannot be copied page by page: moved as it is, with the log that belongs to it.
        for suffix in ("", "-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.replace(before.with_name(before.name + suffix))
    return before


def _documents(database: Database) -> int:
    with database.reading() as connection:
        documents: int = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    return documents


def _generation(database: Database) -> int:
    with database.reading() as connection:
        row = connection.execute("SELECT value FROM counters WHERE name = 'generation'").fetchone()
    generation: int = row["value"]
    return generation
