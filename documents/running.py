"""Running heads, feet and page numbers, found by what repeats at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from documents.typeset import Line

_EDGE = 0.13
_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:page|strona|str\.|s\.|p\.|slajd|slide)\s*)?\d{1,4}(?:\s*(?:/|of|z|from)\s*\d{1,4})?[-–—\s|]*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[-–—\s|]*(?=[ivxlc])(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})[-–—\s|]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"\d{1,4}")
_LEADING, _LINE = 1.6, 40
_MOST_NEEDED, _NUMBERED, _LONGEST = 4, 3, 100


def running(pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float) -> list[set[int]]:
    """For each page the positions of its running lines, which are set no larger than the text, `body`.

    A line counts that stands in the outer 13% of the height of the page, none but running lines outside it,
    and is a page number, or comes back, numbers aside, on at least two pages and on 10% of all or four: the
    heads of left and right pages and of chapters differ. What the file itself calls a running head is one,
    and so is what stands beside the page's number.
    """
    edges = [_edges(page, height) for page, height in zip(pages, heights, strict=True)]
    seen = Counter(
        shape
        for page, edge in zip(pages, edges, strict=True)
        for shape in {_shape(page[at]) for side in edge for at in side}
    )
    least = max(2, min(_MOST_NEEDED, 0.1 * len(pages)))
    numbered = _numbered(pages, edges)

    def is_small(line: Line) -> bool:
        return line.piece.size <= 1.1 * body and not line.cells

    def runs(line: Line) -> bool:
        small = is_small(line)
        return line.piece.edge or (
            small and (seen[_shape(line)] >= least or bool(_NUMBER.fullmatch(line.whole)))
        )

    def outer(page: Sequence[Line], side: Sequence[int], number: Line | None) -> set[int]:
        # "Chapter 2", set large, is a heading, though its number be that of the page too.
        head = number if number is not None and is_small(number) else None
        found = list(takewhile(lambda at: runs(page[at]) or _is_beside(page[at], head), side))
        while found and _is_of_the_text(page, found[-1]):
            found.pop()
        return set(found)

    return [
        outer(page, top, number) | outer(page, foot, number)
        for page, (top, foot), number in zip(pages, edges, numbered, strict=True)
    ]


def _is_of_the_text(page: Sequence[Line], at: int) -> bool:
    """Whether a line is the first or the last of a paragraph: letters to many people begin alike."""
    line = page[at]
    near = [each for each in page if 0 < abs(each.piece.y - line.piece.y) < _LEADING * line.piece.size]
    pairs = ((line, each) if each.piece.y < line.piece.y else (each, line) for each in near)
    return not line.piece.edge and any(_goes_on(above, below) for above, below in pairs)


def _goes_on(above: Line, below: Line) -> bool:
    """Whether one line goes on with the sentence of the one above it."""
    alike = abs(above.piece.size - below.piece.size) < 0.5 and not (above.cells or below.cells)
    straight = abs(above.piece.x - below.piece.x) < 3 * below.piece.size
    return alike and straight and len(above.whole) > _LINE and below.whole[:1].islower()


def _numbered(
    pages: Sequence[Sequence[Line]], edges: Sequence[tuple[Sequence[int], Sequence[int]]]
) -> list[Line | None]:
    """For each page the line at its edges that has its number, which counts on from page to page."""
    found = [
        [(int(told) - at, page[each]) for each in (*top, *foot) for told in _outermost(page[each])]
        for at, (page, (top, foot)) in enumerate(zip(pages, edges, strict=True))
    ]
    steps = Counter(step for page in found for step in {step for step, _ in page})
    usual, count = steps.most_common(1)[0] if steps else (0, 0)
    return [
        next((line for step, line in page if step == usual and count >= _NUMBERED), None) for page in found
    ]


def _outermost(line: Line) -> Iterator[str]:
    """The numbers that a line begins and ends with."""
    words = line.whole.split()
    if not line.cells and len(line.whole) <= _LONGEST:
        yield from (word for word in dict.fromkeys((words[0], words[-1])) if _BARE.fullmatch(word))


def _is_beside(line: Line, number: Line | None) -> bool:
    """Whether a line holds its page's number or stands beside it at the other margin, as a chapter's name."""
    if number is None or line.cells:
        return False
    return abs(line.piece.y - number.piece.y) < 0.3 * number.piece.size and len(line.whole) <= _LONGEST


def _edges(page: Sequence[Line], height: float) -> tuple[list[int], list[int]]:
    """The positions of the lines at the top and at the foot of a page, the outermost first."""
    high = sorted(range(len(page)), key=lambda at: -page[at].piece.y)
    top = [at for at in high if page[at].piece.y >= (1 - _EDGE) * height]
    foot = [at for at in reversed(high) if page[at].piece.y <= _EDGE * height]
    return top, foot


def _shape(line: Line) -> str:
    """The line with its numbers as a sign; a Roman one alone is such a number."""
    return "#" if _ROMAN.fullmatch(line.whole) else _DIGITS.sub("#", line.whole)
