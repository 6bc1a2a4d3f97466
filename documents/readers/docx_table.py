"""The grid of a Word table: its rows and merged cells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from documents.readers.docx_styles import is_on, number, value
from documents.tables import MOST_COLUMNS, Cell

_INSIDE = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag")))


@dataclass(frozen=True, slots=True)
class Line:
    """A row's cells, how many columns are free before the first, and whether it is marked as a head."""

    cells: tuple[Any, ...]
    free: int
    head: bool

    def goes_on(self, tc: Any) -> bool:
        """Whether a cell is the lower part of one that is merged over rows."""
        return value(tc, "w:tcPr/w:vMerge") in {"", "continue"}


def rows_of(table: Any) -> list[Line]:
    """The rows of a table without those deleted while changes were tracked."""
    return [
        Line(
            tuple(_held(line, qn("w:tc"))),
            number(line, "w:trPr/w:gridBefore") or 0,
            bool(is_on(line, "w:trPr/w:tblHeader")),
        )
        for line in _held(table, qn("w:tr"))
        if line.find(f"{qn('w:trPr')}/{qn('w:del')}") is None
    ]


def _held(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, those in content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _INSIDE:
            yield from _held(child, tag)


def heads_of(lines: Sequence[Line]) -> int | None:
    """How many rows at the top are marked as heads; None where none is."""
    count = 0
    while count < len(lines) and lines[count].head:
        count += 1
    return count or None


def grid_of(lines: Sequence[Line], cell: Callable[[Any], Cell]) -> list[list[Cell]]:
    """Every row's cells by column; `cell` reads one, and is asked once for each that is not merged away."""
    grid: list[list[Cell]] = []
    for line in lines:
        above = grid[-1] if grid else []
        row = [Cell("") for _ in range(min(line.free, MOST_COLUMNS))]
        for tc in line.cells:
            at = len(row)
            across = max(1, min(number(tc, "w:tcPr/w:gridSpan") or 1, MOST_COLUMNS - at))
            merged = line.goes_on(tc) and at < len(above)
            told = value(tc, "w:tcPr/w:hMerge") in {"", "continue"} and row
            row += [above[at] if merged else row[-1] if told else cell(tc)] * across
        grid.append(row)
    return grid
