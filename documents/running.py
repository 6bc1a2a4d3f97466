"""Running heads, feet and page numbers, found by what repeats at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Sequence

from documents.typeset import Line

_EDGE = 0.13
_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:page|strona|str\.|s\.|p\.|slajd|slide)\s*)?\d{1,4}(?:\s*(?:/|of|z|from)\s*\d{1,4})?[-–—\s|]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def running(pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float) -> list[set[int]]:
    """For each page the positions of its running lines. `body` is the size of the text, which they do not exceed.

    A line counts that stands in the outer 13% of the page's height and is a page number, or comes back, numbers
    aside, on at least two pages and on 40% of all.
    """
    edges = [_edge(page, height, body) for page, height in zip(pages, heights, strict=True)]
    seen = Counter(
        shape for page, edge in zip(pages, edges, strict=True) for shape in {_shape(page[at]) for at in edge}
    )
    least = max(2, 0.4 * len(pages))
    return [
        {at for at in edge if seen[_shape(page[at])] >= least or _NUMBER.fullmatch(_whole(page[at]))}
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge(page: Sequence[Line], height: float, body: float) -> list[int]:
    def outer(line: Line) -> bool:
        return not _EDGE * height < line.piece.y < (1 - _EDGE) * height

    return [
        at for at, line in enumerate(page) if outer(line) and line.piece.size <= 1.1 * body and not line.cells
    ]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", _whole(line))


def _whole(line: Line) -> str:
    return f"{line.sign} {line.text}".strip()
