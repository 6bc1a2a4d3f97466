"""Sources: files to be added, under the names they will have in the library."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

from index.errors import SourceError

COMMAND_LINE = "command line"
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file on disk, or bytes that are already here. `name` is unique in the library, `by` who adds it."""

    name: str
    path: Path | None = None
    content: bytes = b""
    by: str = COMMAND_LINE

    @property
    def address(self) -> str | None:
        """Where the bytes were fetched from, which is then their name."""
        return self.name if self.name.startswith(("http://", "https://")) else None

    @property
    def file(self) -> str:
        """The base name; of an address that has none, its host."""
        if self.address is None:
            return self.name.rpartition("/")[2]
        split = urlsplit(self.address)
        return split.path.rstrip("/").rpartition("/")[2] or split.netloc

    def read(self, limit_bytes: int) -> bytes:
        """The file's bytes. Raises: SourceError when it is too large, or cannot be read."""
        if self.path is None:
            return self._within(self.content, limit_bytes)
        try:
            # A pipe or a device would keep the others waiting.
            if not self.path.is_file():
                raise SourceError(
                    self.file, "is not a file" if self.path.exists() else "there is no such file"
                )
            with self.path.open("rb") as opened:
                return self._within(opened.read(limit_bytes + 1), limit_bytes)
        except OSError as error:
            raise SourceError(self.file, error.strerror or type(error).__name__) from error

    def _within(self, content: bytes, limit_bytes: int) -> bytes:
        if len(content) > limit_bytes:
            raise SourceError(self.file, f"is larger than {limit_bytes // 1_000_000} MB")
        return content


def find_sources(paths: Iterable[Path]) -> Iterator[Source]:
    """The files that paths stand for: folders are walked in order, hidden files and folders left out.

    A file in a folder is named by its way from there, so that two `index.html` do not replace one another;
    one given itself by its base name.
    """
    for path in paths:
        if path.is_dir():
            yield from (Source(_name(file.relative_to(path).as_posix()), file) for file in _walk(path))
        else:
            yield Source(_name(path.name or str(path)), path)


def _walk(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith("."))
    # Told of as what cannot be read, for nobody would miss the files in them.
    yield from closed


def _name(path: str) -> str:
    # A name that is not valid in the file system's encoding could not be stored.
    name = normalize("NFC", os.fsencode(path).decode("utf-8", "replace"))
    # Signs that nobody sees, line ends among them, would make it look like another.
    return _UNSEEN.sub(lambda sign: f"%{ord(sign[0]):02X}", name)
