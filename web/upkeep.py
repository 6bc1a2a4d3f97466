"""Upkeep: long work on the whole library that an administrator asks for, one at a time, in a thread."""

import logging
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir
from typing import BinaryIO, Literal, TypeVar

from index.audit import record
from index.backup import back_up, last_backup, record_backup
from index.check.finding import Finding
from index.encoder import Encoder
from index.errors import FullDiskError, UnwritableBackupError, UnwritableStoreError
from index.in_use import ModelInUse
from index.outcome import Outcome
from index.priority import lower_priority
from index.store import Store
from web.chosen_model import DEFAULT
from web.errors import FORESEEN

Kind = Literal["check", "rebuild"]
# More are counted and not kept: whoever has so many restores a backup.
MOST_FINDINGS = 500
_DOWNLOAD = "backup.download"
_log = logging.getLogger("klastrownik")

Progress = Callable[[str, int, int], None]
One = TypeVar("One")


class BusyUpkeepError(Exception):
    """Other work on the library is under way; `course` is that."""

    def __init__(self, course: "Course") -> None:
        super().__init__("other work on the library is under way")
        self.course = course


@dataclass(frozen=True, slots=True)
class Course:
    """How far work is: `done` of `of` in its `part`. `reason` is why it broke off, empty where it did not.

    `wrong` counts all that was found or failed; `findings` and `failures` hold the first of these.
    """

    kind: Kind
    by: str
    begun_at: datetime
    part: str = ""
    done: int = 0
    of: int = 0
    ended_at: datetime | None = None
    reason: str = ""
    wrong: int = 0
    findings: tuple[Finding, ...] = ()
    failures: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Works:
    """What is done to the library. Each is called in a thread and may take minutes.

    Both are given the encoder in use, None where there is none yet; `rebuild` as well what is wanted.
    """

    check: Callable[[Encoder | None, Progress], Iterator[Finding]]
    rebuild: Callable[[Encoder | None, "Rebuilding", Progress], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """A rebuild that is wanted: with the model of this name, None for the one in use; whether documents are
    read anew; who wants it."""

    model: str | None
    read: bool
    by: str


@dataclass(frozen=True, slots=True)
class Download:
    """A backup in pieces; its file has no name any more, or goes with the last piece."""

    size_bytes: int
    pieces: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Condition:
    """What there is to know of a library before it is looked through."""

    backed_up_at: datetime | None
    model: ModelInUse | None
    size_bytes: int
    free_bytes: int


@dataclass(slots=True)
class Upkeep:
    """Work on one library. Safe to use from several threads."""

    store: Store
    works: Works
    _course: dict[Kind, Course] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _thread: threading.Thread | None = None

    def condition(self) -> Condition:
        """How the library is. Raises: StoreError."""
        path = self.store.path
        return Condition(
            last_backup(self.store),
            self.store.model(),
            sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*") if one.is_file()),
            shutil.disk_usage(path.parent).free,
        )

    def course(self, kind: Kind) -> Course | None:
        """The last work of this kind since the server started, or None."""
        with self._lock:
            return self._course.get(kind)

    def check(self, encoder: Encoder | None, *, by: str) -> None:
        """Begin to look through the library. Raises: BusyUpkeepError, StoreError."""

        def find() -> None:
            for finding in self.works.check(encoder, self._tell("check")):
                self._change("check", finding=finding)

        self._begin("check", find, by=by, action="library.check", subject="library")

    def rebuild(self, encoder: Encoder | None, wanted: Rebuilding) -> None:
        """Begin to make words and vectors anew. Raises: BusyUpkeepError, StoreError."""

        def remake() -> None:
            for outcome in self.works.rebuild(encoder, wanted, self._tell("rebuild")):
                if not outcome.is_held:
                    self._change("rebuild", failure=outcome)

        subject = "library" if wanted.model is None else wanted.model or DEFAULT
        self._begin(
            "rebuild", remake, by=wanted.by, action="library.rebuild", subject=subject, read=wanted.read
        )

    def back_up(self, *, by: str) -> Download:
        """A backup to be taken away. Raises: StoreError."""
        made = self._copy()
        # A disk that is full or read-only is a reason to take a backup, and none to have none.
        with suppress(FullDiskError, UnwritableStoreError):
            record_backup(self.store, by=by)
        size_bytes, copy = made.stat().st_size, made.open("rb")
        # A name that is gone already leaves nothing behind, whatever becomes of the download.
        with suppress(OSError):
            made.unlink()
        return Download(size_bytes, _pieces(copy, made))

    def _copy(self) -> Path:
        """A backup beside the library, or where temporary files are, if there is no room or right."""
        name = f"{_DOWNLOAD}-{threading.get_ident()}"
        target = self.store.path.with_name(name)
        try:
            back_up(self.store, target)
        except (FullDiskError, UnwritableBackupError):
            target = Path(gettempdir(), name)
            back_up(self.store, target)
        return target

    def tidy(self) -> None:
        """Take away what a kill left of backups that were being downloaded."""
        for one in self.store.path.parent.glob(f"{_DOWNLOAD}-*"):
            with suppress(OSError):
                one.unlink()

    def wait(self, timeout_s: float) -> None:
        """Until the work under way is over, or the time is."""
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _begin(
        self, kind: Kind, work: Callable[[], None], *, by: str, action: str, subject: str, **details: bool
    ) -> None:
        with self._lock:
            for course in self._course.values():
                if course.ended_at is None:
                    raise BusyUpkeepError(course)
            self._write_down(kind, by, action, subject, details)
            self._course[kind] = Course(kind, by, datetime.now(UTC))
            self._thread = threading.Thread(target=self._run, args=(kind, work), name=kind, daemon=True)
            self._thread.start()

    def _write_down(
        self, kind: Kind, by: str, action: str, subject: str, details: Mapping[str, bool]
    ) -> None:
        try:
            with self.store.database.writing() as connection:
                record(connection, by, action, subject, details)
        except (FullDiskError, UnwritableStoreError) as error:
            # A check changes nothing, and is wanted most where something is wrong with the disk.
            if kind != "check":
                raise
            _log.warning("a check is not in the log: %s", error)

    def _run(self, kind: Kind, work: Callable[[], None]) -> None:
        lower_priority()
        reason = ""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - a thread's edge: whatever it was is shown
            reason = (str(error) or type(error).__name__).splitlines()[0]
            _log.error("%s broke off: %s", kind, reason, exc_info=not isinstance(error, FORESEEN))
        with self._lock:
            self._course[kind] = replace(self._course[kind], ended_at=datetime.now(UTC), reason=reason)

    def _tell(self, kind: Kind) -> Progress:
        def tell(part: str, done: int, of: int) -> None:
            with self._lock:
                self._course[kind] = replace(self._course[kind], part=part, done=done, of=of)

        return tell

    def _change(self, kind: Kind, *, finding: Finding | None = None, failure: Outcome | None = None) -> None:
        with self._lock:
            course = self._course[kind]
            self._course[kind] = replace(
                course,
                wrong=course.wrong + 1,
                findings=_with(course.findings, finding),
                failures=_with(course.failures, failure),
            )


def _with(held: tuple[One, ...], one: One | None) -> tuple[One, ...]:
    return held if one is None or len(held) >= MOST_FINDINGS else (*held, one)


def _pieces(copy: BinaryIO, path: Path) -> Iterator[bytes]:
    try:
        while piece := copy.read(1 << 20):
            yield piece
    finally:
        copy.close()
        path.unlink(missing_ok=True)
