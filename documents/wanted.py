"""Lines that somebody wants kept of a document, though they look like the page around it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from documents.model import Block, Reading

_wanted: ContextVar[frozenset[str]] = ContextVar("wanted", default=frozenset())


@contextmanager
def keeping(texts: Collection[str]) -> Iterator[None]:
    """What is read inside keeps lines of these texts, whatever their spaces."""
    token = _wanted.set(frozenset(map(_plain, texts)))
    try:
        yield
    finally:
        _wanted.reset(token)


def is_wanted(text: str) -> bool:
    """Whether a line is to be kept here."""
    wanted = _wanted.get()
    return bool(wanted) and _plain(text) in wanted


def with_wanted(reading: Reading) -> Reading:
    """The reading with the lines that are wanted and were cut all the same, each at the end of its page."""
    back = [block for block in reading.cut if is_wanted(block.text)]
    if not back:
        return reading
    blocks = list(reading.blocks)
    for block in back:
        blocks.insert(_end_of(blocks, block.page), block)
    return replace(
        reading, blocks=tuple(blocks), cut=tuple(one for one in reading.cut if not is_wanted(one.text))
    )


def _end_of(blocks: list[Block], page: int | None) -> int:
    """The place behind the last block of a page, or of those before it."""
    if page is None:
        return len(blocks)
    before = (at for at, block in enumerate(blocks, 1) if block.page is not None and block.page <= page)
    return max(before, default=0)


def _plain(text: str) -> str:
    return " ".join(text.split())
