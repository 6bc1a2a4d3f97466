"""Lines of office documents: what they are where only their look tells it, and where their notes stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from documents.model import Block

_BULLET = re.compile(r"(?:[•●▪■◦‣·\uf0b7\uf0a7]|[-–—](?=\s))\s*(?=\S)")
_BOLD_LEVEL, _BOLD_AT_MOST = 3, 90
_IN_RUN = frozenset({"item", "row", "head"})


def line_block(line: str, *, bold: bool) -> Block:
    """A line that no style tells of: an item by the bullet typed before it, a heading if short and bold."""
    if typed := _BULLET.match(line):
        return Block(line[typed.end() :], "item")
    loud = bold and len(line) <= _BOLD_AT_MOST and line[-1] not in ".,;"
    return Block(line, "heading", _BOLD_LEVEL) if loud else Block(line)


Found = tuple[Block, bool]


def settled(found: Iterable[Found]) -> Iterator[Found]:
    """Blocks, each with whether it is kept: notes moved behind the list or table that they were told in.

    A note between items would part them, and take the line away that introduces them. A second title heads
    a part of the document.
    """
    waiting: list[Found] = []
    titled = False
    for block, kept in found:
        if block.kind == "note":
            waiting.append((block, kept))
            continue
        if block.kind not in _IN_RUN:
            yield from waiting
            waiting.clear()
        if block.kind == "title" and titled:
            block = replace(block, kind="heading", level=1)
        titled = titled or block.kind == "title"
        yield block, kept
    yield from waiting
