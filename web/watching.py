"""The watched folder: what is put there is added by itself."""

import logging
import threading
import time
from hashlib import sha256
from pathlib import Path

from index.errors import BusyError, LibraryError, SourceError
from index.jobs import Jobs
from index.source import Source, find_sources
from index.watched import Seen, WatchedFiles
from web.backend import Intake

BY = "watched folder"
# Looked into again and again, and not told of by the system: that works for drives of the network too.
_LOOK_S = 2.0
# A folder so large that looking takes long is looked into less often.
_SHARE_OF_TIME = 20

_log = logging.getLogger("klastrownik")


class Watching:
    """Looks into a folder and below, and adds files that are new or have changed since they were last taken.

    A file is taken once it has not changed between two looks, so that none is taken half written. What is
    taken away from the folder stays in the library, and what is removed from the library does not come back
    until its file changes. Hidden files and folders are left out.
    """

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        watched: WatchedFiles,
        intake: Intake,
        *,
        limit_bytes: int,
        look_s: float = _LOOK_S,
    ) -> None:
        self._folder = folder
        self._jobs = jobs
        self._watched = watched
        self._intake = intake
        self._limit_bytes = limit_bytes
        self._look_s = look_s
        self._before: dict[str, tuple[int, int]] = {}
        self._complained = ""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watching", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        if self._thread.ident is not None:
            self._thread.join(self._look_s)

    def look(self) -> int:
        """How many files were taken now. Raises: OSError where there is no such folder; StoreError."""
        if not self._folder.is_dir():
            raise NotADirectoryError(f"{self._folder}: there is no such folder")
        now, taken = {}, 0
        seen = self._watched.seen(str(self._folder))
        for source in find_sources([self._folder]):
            state = _state(source)
            if state is None:
                continue
            now[source.name] = state
            known = seen.get(source.name)
            settled = self._before.get(source.name) == state
            if settled and (known is None or (known.size, known.changed_ns) != state):
                taken += self._take(source, state, known)
        self._before = now
        return taken

    def _take(self, source: Source, state: tuple[int, int], known: Seen | None) -> bool:
        """Whether the file is a new one, or holds other bytes than when it was last taken."""
        content = b""
        try:
            content = source.read(self._limit_bytes)
            digest = sha256(content).hexdigest()
        except SourceError as error:
            # Told once, and again when it has changed.
            _log.warning("watched folder: %s", error)
            self._jobs.refuse(source.name, self._sentence(error.reason, state), by=BY)
            digest = ""
        if digest and (known is None or known.sha256 != digest):
            self._jobs.receive(source.name, content, by=BY)
            self._intake.wake()
        self._watched.note(str(self._folder), source.name, Seen(*state, digest))
        return bool(digest)

    def _sentence(self, reason: str, state: tuple[int, int]) -> str:
        """The reason, which goes on after a file's name, as it stands below one."""
        if state[0] > self._limit_bytes:
            return f"The file is larger than {self._limit_bytes // 1_000_000} MB."
        return reason

    def _run(self) -> None:
        wait = 0.0
        while not self._closed.wait(wait):
            begun = time.monotonic()
            try:
                self.look()
                self._complained = ""
            except BusyError:
                pass  # the rest comes when fewer wait
            except (OSError, LibraryError) as error:
                self._complain(str(error))
            except Exception:  # noqa: BLE001 - a thread's edge: it is looked again
                _log.exception("watched folder")
            wait = max(self._look_s, (time.monotonic() - begun) * _SHARE_OF_TIME)

    def _complain(self, why: str) -> None:
        # Once, and not every two seconds.
        if why != self._complained:
            _log.warning("watched folder: %s", why)
        self._complained = why


def _state(source: Source) -> tuple[int, int] | None:
    """A file's size and when it was changed; None for what has gone, or is none."""
    try:
        found = source.path.stat() if source.path else None
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if found else None
