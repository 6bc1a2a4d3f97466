"""Tables drawn with rules: which text stands in which of their cells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from statistics import median

from documents.joining import joined
from documents.printed.paint import Ground
from documents.typeset import EMPTY, Line, sign_apart

_Cells = dict[tuple[int, int], list[Line]]
# Rules that belong together miss each other by so many points, for lines have a width.
_NEAR = 3.0
_MOST_RULES, _MOST_LINES = 3000, 14


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule at a height, or at a place across, from one end to the other."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        return self.start - _NEAR <= place <= self.end + _NEAR


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's rules; `columns` from the left, `heights` from the lowest."""

    columns: tuple[float, ...]
    heights: tuple[float, ...]
    across: tuple[_Rule, ...]
    upright: tuple[_Rule, ...]

    def cell(self, line: Line) -> tuple[int, int] | None:
        """The row, from the top, and the column that a line stands in."""
        piece = line.piece
        x, y = piece.x + min(piece.size, piece.end - piece.x) / 2, piece.y + 0.3 * piece.size
        column, height = bisect_right(self.columns, x) - 1, bisect_right(self.heights, y) - 1
        inside = 0 <= column < len(self.columns) - 1 and 0 <= height < len(self.heights) - 1
        return (len(self.heights) - 2 - height, column) if inside else None

    def first_column(self, row: int, column: int) -> int:
        """Where the cell begins: further left, if no rule parts it from there."""
        top, bottom = self._sides(row)
        while column and not _has(self.upright, self.columns[column], (top + bottom) / 2):
            column -= 1
        return column

    def first_row(self, row: int, column: int) -> int:
        """Where the cell begins: further up, if no rule parts it from there."""
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        while row and not _has(self.across, self._sides(row)[0], middle):
            row -= 1
        return row

    def _sides(self, row: int) -> tuple[float, float]:
        at = len(self.heights) - 1 - row
        return self.heights[at], self.heights[at - 1]


def _has(rules: Sequence[_Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.covers(place) for rule in rules)


def with_ruled_rows(lines: Sequence[Line], ground: Ground) -> list[Line]:
    """The lines of a page, those in the cells of ruled tables put together into one line a row."""
    grids = list(_grids(ground))
    if not grids:
        return list(lines)
    found: list[Line] = []
    placed = [(part, _place(grids, part)) for line in lines for part in _at_rules(grids, line)]
    rows = {at: _rows(grid, [(line, cell[1]) for line, cell in placed if cell and cell[0] == at])
            for at, grid in enumerate(grids)}  # fmt: skip
    done: set[int] = set()
    for line, cell in placed:
        if cell is None or not rows[cell[0]]:
            found.append(line)
        elif cell[0] not in done:
            done.add(cell[0])
            found += rows[cell[0]]
    return found


def _at_rules(grids: Sequence[_Grid], line: Line) -> tuple[Line, ...]:
    """The line; a number that a rule parts from what was taken for its item as one of its own."""
    if not line.sign or line.inner <= line.piece.x:
        return (line,)
    sign, text = sign_apart(line)
    return (line,) if _place(grids, sign) == _place(grids, text) else (sign, text)


def _place(grids: Sequence[_Grid], line: Line) -> tuple[int, tuple[int, int]] | None:
    cells = ((at, grid.cell(line)) for at, grid in enumerate(grids))
    return next(((at, cell) for at, cell in cells if cell), None)


def _rows(grid: _Grid, placed: Sequence[tuple[Line, tuple[int, int]]]) -> list[Line]:
    """The rows of a table; none where it only lays out a page."""
    cells: _Cells = {}
    for line, (row, column) in placed:
        column = grid.first_column(row, column)
        cells.setdefault((grid.first_row(row, column), column), []).append(line)
    tall = {row for row, _ in cells}
    if len(tall) < 2 or len(cells) < 3 or max(map(len, cells.values())) > _MOST_LINES:
        return []
    found: list[Line] = []
    heads = _double_head(grid, cells)
    for row in range(2 if heads else 0, len(grid.heights) - 1):
        columns = _columns(grid, row)
        held = [cells.get((grid.first_row(row, column), column), []) for column in columns]
        own = [line for line, (at, _) in placed if at == row]
        if own:
            found.append(_row([_text(cell) for cell in held], own, grid, columns))
    own = [line for line, (at, _) in placed if at < 2]
    return [_row(heads, own, grid, _columns(grid, 1)), *found] if heads and own else found


def _columns(grid: _Grid, row: int) -> list[int]:
    """The columns that cells of a row begin in."""
    return sorted({grid.first_column(row, column) for column in range(len(grid.columns) - 1)})


def _double_head(grid: _Grid, cells: _Cells) -> list[str]:
    """The heads of two rows as one, where cells of the first lie over several of the second; else none.

    Beside those the second row says nothing of its own. A cell over the whole width is the table's title.
    """
    first, second = _columns(grid, 0), _columns(grid, 1)
    if len(grid.heights) < 4 or not 1 < len(first) < len(second) or not set(first) < set(second):
        return []
    found = []
    for column in second:
        over = grid.first_column(0, column)
        above, own = cells.get((0, over), []), cells.get((1, column), [])
        alone = sum(grid.first_column(0, each) == over for each in second) == 1
        if alone and own:
            return []
        found.append(" / ".join(_text(cell) for cell in (above, own) if cell) or EMPTY)
    return found


def _text(cell: Sequence[Line]) -> str:
    return reduce(joined, (line.whole for line in cell)) if cell else EMPTY


def _row(texts: Sequence[str], own: Sequence[Line], grid: _Grid, columns: Sequence[int]) -> Line:
    places = [grid.columns[column] for column in columns]
    piece = replace(
        own[0].piece,
        text=" | ".join(texts),
        x=places[0],
        y=min(line.piece.y for line in own),
        size=median(line.piece.size for line in own),
        bold=all(line.piece.bold for line in own),
        right=grid.columns[-1],
    )
    return Line(piece, cells=tuple(texts), inner=places[0], places=tuple(places))


def _grids(ground: Ground) -> Iterator[_Grid]:
    """The tables of a page: rules that cross each other, with two columns or more."""
    if not ground.upright or len(ground.across) + len(ground.upright) > _MOST_RULES:
        return
    across = _merged(_Rule((rule.bottom + rule.top) / 2, rule.left, rule.right) for rule in ground.across)
    upright = _merged(_Rule((rule.left + rule.right) / 2, rule.bottom, rule.top) for rule in ground.upright)
    for flat, steep in _crossing(across, upright):
        columns, heights = _steps(rule.at for rule in steep), _steps(rule.at for rule in flat)
        if len(columns) > 2 and len(heights) > 2:
            yield _Grid(columns, heights, tuple(flat), tuple(steep))


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Rules that go on where others end, as one."""
    found: list[_Rule] = []
    for rule in sorted(rules, key=lambda each: (round(each.at / 1.5), each.start)):
        last = found[-1] if found else None
        if last and abs(last.at - rule.at) <= 2 and rule.start <= last.end + _NEAR:
            found[-1] = _Rule(last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _crossing(across: Sequence[_Rule], upright: Sequence[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Rules across and upright in groups of those that touch each other."""
    left = set(range(len(upright)))
    flat_left = set(range(len(across)))
    while left:
        steep, flat, todo = [left.pop()], list[int](), list[tuple[bool, int]]()
        todo.append((True, steep[0]))
        while todo:
            is_upright, at = todo.pop()
            if is_upright:
                met = [each for each in flat_left if _meet(across[each], upright[at])]
                flat_left.difference_update(met)
                flat += met
            else:
                met = [each for each in left if _meet(across[at], upright[each])]
                left.difference_update(met)
                steep += met
            todo += [(not is_upright, each) for each in met]
        yield [across[each] for each in flat], [upright[each] for each in steep]


def _meet(across: _Rule, upright: _Rule) -> bool:
    return across.covers(upright.at) and upright.covers(across.at)


def _steps(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)
