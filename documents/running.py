"""Running heads, feet and page numbers, found by what repeats at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from documents.typeset import Line

_EDGE = 0.13
_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:page|strona|str\.|s\.|p\.|slajd|slide)\s*)?\d{1,4}(?:\s*(?:/|of|z|from)\s*\d{1,4})?[-–—\s|]*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[-–—\s|]*(?=[ivxlc])(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})[-–—\s|]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MOST_NEEDED = 4


def running(pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float) -> list[set[int]]:
    """For each page the positions of its running lines, which are set no larger than the text, `body`.

    A line counts that stands in the outer 13% of the height of the page, none but running lines outside it,
    and is a page number, or comes back, numbers aside, on at least two pages and on 10% of all or four: the
    heads of left and right pages and of chapters differ. What the file itself calls a running head is one.
    """
    edges = [_edges(page, height) for page, height in zip(pages, heights, strict=True)]
    seen = Counter(
        shape
        for page, edge in zip(pages, edges, strict=True)
        for shape in {_shape(page[at]) for side in edge for at in side}
    )
    least = max(2, min(_MOST_NEEDED, 0.1 * len(pages)))

    def runs(line: Line) -> bool:
        small = line.piece.size <= 1.1 * body and not line.cells
        return line.piece.edge or (
            small and (seen[_shape(line)] >= least or bool(_NUMBER.fullmatch(line.whole)))
        )

    def outer(page: Sequence[Line], side: Sequence[int]) -> set[int]:
        return set(takewhile(lambda at: runs(page[at]), side))

    return [outer(page, top) | outer(page, foot) for page, (top, foot) in zip(pages, edges, strict=True)]


def _edges(page: Sequence[Line], height: float) -> tuple[list[int], list[int]]:
    """The positions of the lines at the top and at the foot of a page, the outermost first."""
    high = sorted(range(len(page)), key=lambda at: -page[at].piece.y)
    top = [at for at in high if page[at].piece.y >= (1 - _EDGE) * height]
    foot = [at for at in reversed(high) if page[at].piece.y <= _EDGE * height]
    return top, foot


def _shape(line: Line) -> str:
    """The line with its numbers as a sign; a Roman one alone is such a number."""
    return "#" if _ROMAN.fullmatch(line.whole) else _DIGITS.sub("#", line.whole)
