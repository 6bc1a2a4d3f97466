"""A table's rows as lines of text, each column in its place, with the heads of the columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from documents.model import BlockKind
from documents.package import row

# More than any table that is read has; what says it spans more is broken, or made to fill the memory.
MOST_COLUMNS = 100
_FEWEST_LABELS = 2
_GONE = "\x00"  # the place of a cell merged into the one to its left


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One cell of a table; a merged one is the same object in each of its places.

    `strong` says that all of it is set in bold, or marked as a head by itself.
    """

    text: str
    strong: bool = False


Grid = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is told: `at` is its number in the table, from 0."""

    at: int
    kind: BlockKind
    text: str


def spread(rows: Sequence[Sequence[tuple[Cell, int, int]]]) -> list[list[Cell]]:
    """The grid of rows whose cells say how many columns and rows they span, as HTML and ODF tell tables."""
    pending: dict[int, tuple[int, Cell]] = {}
    grid: list[list[Cell]] = []
    for cells in rows:
        line: list[Cell] = []
        held: dict[int, tuple[int, Cell]] = {}
        for cell, across, down in cells:
            _take(line, pending)
            for _ in range(max(1, min(across, MOST_COLUMNS - len(line)))):
                if down > 1:
                    held[len(line)] = (down - 1, cell)
                line.append(cell)
        _take(line, pending)
        pending = {at: (left - 1, cell) for at, (left, cell) in pending.items() if left > 1} | held
        grid.append(line)
    return grid


def _take(line: list[Cell], pending: dict[int, tuple[int, Cell]]) -> None:
    while len(line) in pending:
        line.append(pending[len(line)][1])


def is_layout(grid: Grid) -> bool:
    """Whether a table has a single row or column with text, so only lays text out."""
    filled = [[cell for cell in line if cell.text] for line in grid]
    return sum(map(bool, filled)) < 2 or max(len(set(map(id, cells))) for cells in filled) < 2


def told(grid: Grid, *, heads: int | None) -> list[Row]:
    """The rows that say something; `heads` of them are marked as heads at the top, None where nothing is.

    A cell merged over rows is said in each of them: it often holds the round or the year of all. One merged
    over columns is said once, and a dash keeps each further column. One over the whole width heads the rows
    under it. Heads of several rows become one, as the rows below have one lead.
    """
    grid = _without_empty_columns(grid)
    found: list[Row] = []
    top = _top(grid)
    marked = heads if heads is not None else _heads(grid[top:]) + top
    head = _joined(grid[top:marked])
    for at, line in enumerate(grid):
        if at < top or (at >= marked and (_over_all(line) or _is_bold_label(line, grid))):
            found += [Row(at, "head", line[0].text)] if line and line[0].text else []
        elif at < marked:
            found += [Row(at, "head", head)] if at == marked - 1 and head else []
        elif (text := _line(line)) and text != head:
            found.append(Row(at, "row", text))
    if not any(each.kind == "row" for each in found):  # all that is marked as a head is what there is
        return [Row(each.at, "row", each.text) for each in found]
    return found


def _without_empty_columns(grid: Grid) -> list[list[Cell]]:
    """The grid without columns that only make room."""
    columns = list(zip_longest(*grid))
    keep = [
        any(
            cell is not None and cell.text and (not at or cell is not columns[at - 1][y])
            for y, cell in enumerate(column)
        )
        for at, column in enumerate(columns)
    ]
    return [[cell for cell, stays in zip(line, keep, strict=False) if stays] for line in grid]


def _over_all(line: Sequence[Cell]) -> bool:
    return len(line) > 1 and len(set(map(id, line))) == 1


def _is_bold_label(line: Sequence[Cell], grid: Grid) -> bool:
    """Whether a row holds a bold first cell alone, where such cells are not bold everywhere."""
    if len(line) < 2 or not line[0].strong or not line[0].text or any(cell.text for cell in line[1:]):
        return False
    return any(other[0].text and not other[0].strong for other in grid if other)


def _top(grid: Grid) -> int:
    """How many rows at the top are one cell over the whole width: what the table is called."""
    found = 0
    while found < len(grid) and (_over_all(grid[found]) or not any(cell.text for cell in grid[found])):
        found += 1
    return found if found < len(grid) else 0


def _heads(grid: Grid) -> int:
    """How many rows at the top look like heads of columns, where nothing marks them."""
    if len(grid) < 2:
        return 0
    first = grid[0]
    merged = {id(left) for left, right in pairwise(first) if left is right}
    if merged:
        return 2 if len(grid) > 2 and _goes_on(first, grid[1], merged) else 1
    if _labelled(grid):
        return 0
    strong = all(cell.strong for cell in first if cell.text)
    return int(strong or not any(map(str.isdigit, "".join(cell.text for cell in first))))


def _goes_on(first: Sequence[Cell], second: Sequence[Cell], merged: set[int]) -> bool:
    """Whether the second row parts the heads that are merged in the first: elsewhere it says nothing new."""
    beside = [(above, below) for above, below in zip(first, second, strict=False) if id(above) not in merged]
    if beside:
        return all(above is below or not below.text for above, below in beside)
    return not any(map(str.isdigit, "".join(cell.text for cell in second)))


def _labelled(grid: Grid) -> bool:
    """Whether the first column holds labels of the second: they end in a colon, or they alone are bold."""
    labels = [line[0] for line in grid if line and line[0].text]
    if len(labels) < _FEWEST_LABELS:
        return False
    if sum(cell.text.endswith(":") for cell in labels) > len(labels) / 2:
        return True
    plain = any(cell.text and not cell.strong for cell in grid[0][1:])
    return plain and all(cell.strong for cell in labels)


def _joined(heads: Grid) -> str:
    """Several rows of heads as one: in each column what stands above it, from the top."""
    columns = zip_longest(*heads)
    parts = ([cell.text for cell in dict.fromkeys(column) if cell and cell.text] for column in columns)
    texts = [" / ".join(dict.fromkeys(column)) for column in parts]
    if len(heads) == 1:
        return _line(heads[0])
    return row(texts) if any(texts) else ""


def _line(line: Sequence[Cell]) -> str:
    """A row's cells in one line, without dashes for what is merged at its end."""
    texts = [_GONE if at and cell is line[at - 1] else cell.text or "" for at, cell in enumerate(line)]
    while texts and texts[-1] == _GONE:
        texts.pop()
    return (
        row([text.replace(_GONE, "") for text in texts]) if any(text.strip(_GONE) for text in texts) else ""
    )


def cell_text(parts: Sequence[str]) -> str:
    """A cell's paragraphs in one line."""
    text = ""
    for part in filter(None, parts):
        text = f"{text}{'; ' if text[-1:].isalnum() else ' '}{part}" if text else part
    return text
