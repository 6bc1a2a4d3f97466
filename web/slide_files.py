"""Slides as PDFs beside the library: made in the background, by content, and gone with their documents."""

import logging
import os
import threading
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from documents.imaging.errors import ImagingError
from documents.imaging.slides import as_pdf, libreoffice
from index.errors import LibraryError

State = Literal["none", "absent", "making", "ready", "failed"]

# Over this those go that were not looked at longest; they can be made again.
_MOST_BYTES = 2_000_000_000
# No file is being written for longer.
_WRITING_S = 600
# More decks than these do not wait.
_WAITING = 10

_log = logging.getLogger("klastrownik")


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck whose slides are to be drawn. `ending` is that of its format: pptx, odp."""

    sha256: str
    ending: str
    content: Callable[[], bytes]


class SlideFiles:
    """The PDFs of decks in a folder, one a content; `program` makes them, None where there is none."""

    def __init__(self, folder: Path | None, program: str | None = None) -> None:
        self._folder = folder
        self._program = program or libreoffice()
        self._lock = threading.Lock()
        self._making: set[str] = set()
        self._failed: set[str] = set()
        self._closed = threading.Event()
        self._worker = ThreadPoolExecutor(1, "slides")

    def state(self, sha256: str) -> State:
        """Whether a deck's PDF is there; `none` where there is no way to make one."""
        if sha256 in self._making:
            return "making"
        if self._folder is not None and self._path(sha256).is_file():
            return "ready"
        if self._folder is None or self._program is None:
            return "none"
        return "failed" if sha256 in self._failed else "absent"

    def read(self, sha256: str) -> bytes:
        """The PDF. Raises: OSError where it has gone."""
        content = self._path(sha256).read_bytes()
        with suppress(OSError):  # of a folder that cannot be written the oldest go first, as they were made
            os.utime(self._path(sha256))
        return content

    def make(self, deck: Deck) -> State:
        """Begin to make a deck's PDF if it is not there; how far it is now."""
        state = self.state(deck.sha256)
        if state != "absent":
            return state
        with self._lock:
            if deck.sha256 not in self._making and len(self._making) < _WAITING:
                self._making.add(deck.sha256)
                self._worker.submit(self._made, deck)
        return "making"

    def keep_only(self, held: Collection[str]) -> None:
        """Remove the PDFs of contents that are not held, and those unused longest if there are too many."""
        if self._folder is not None:
            keep_only(self._folder, held)

    def close(self) -> None:
        """End what is being made."""
        self._closed.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _path(self, sha256: str) -> Path:
        assert self._folder is not None  # noqa: S101 - without a folder the state is `none`
        return self._folder / f"{sha256}.pdf"

    def _made(self, deck: Deck) -> None:
        try:
            stopped, program = self._closed.is_set, self._program or ""
            self._write(deck.sha256, as_pdf(deck.content(), deck.ending, program=program, stopped=stopped))
        except (ImagingError, OSError, LibraryError) as error:
            _log.warning("no pictures of slides: %s", error)
            self._failed.add(deck.sha256)
        finally:
            with self._lock:
                self._making.discard(deck.sha256)

    def _write(self, sha256: str, made: bytes) -> None:
        path = self._path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(made)
        part.replace(path)


def keep_only(folder: Path, held: Collection[str]) -> None:
    """Remove a folder's PDFs of contents that are not held, those not looked at longest where there are too
    many, and what a process that was ended left half written."""
    room = _MOST_BYTES
    for _, size, path in sorted(_found(folder, "*.pdf"), reverse=True):
        room -= size
        if path.stem not in held or room < 0:
            path.unlink(missing_ok=True)
    for used, _, path in _found(folder, "*.part"):
        if used < time.time() - _WRITING_S:
            path.unlink(missing_ok=True)


def _found(folder: Path, pattern: str) -> Iterator[tuple[float, int, Path]]:
    """When each file was used last, its size and its path; not of those that go meanwhile."""
    for path in folder.glob(pattern):
        with suppress(FileNotFoundError):
            told = path.stat()
            yield told.st_mtime, told.st_size, path
