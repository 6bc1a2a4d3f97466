"""Small Office files for the tests, and what is done to them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile

from documents.model import Block


class Saves(Protocol):
    def save(self, path_or_stream: BytesIO, /) -> None: ...


def saved(made: Saves) -> bytes:
    """The bytes of a presentation or document."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with one of its parts changed."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in package.namelist():
            held = package.read(name)
            copy.writestr(name, held.replace(old, new) if name == part else held)
    return target.getvalue()


def bomb(content: bytes, size: int) -> bytes:
    """The package with one part more, of that many zeros."""
    target = BytesIO(content)
    with ZipFile(target, "a", ZIP_DEFLATED) as package, package.open("media/zeros.bin", "w") as part:
        for _ in range(size // 1_000_000):
            part.write(bytes(1_000_000))
    return target.getvalue()


def old_office(*streams: str) -> bytes:
    """The beginning of a file of the format before 2007, whose directory names the streams."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(504)
        + b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)
    )


def told(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, block.text) for block in blocks]
