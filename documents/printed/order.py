"""The order in which the text of a page is read: as it was drawn, unless its places say otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from documents.joining import cut
from documents.model import Box
from documents.slides import Shape, ordered
from documents.typeset import Line, Piece, beside

# Shares of steps back in the drawing of a page, from which on its order tells nothing: programs that draw
# letter by letter in order stay under 0.02, table cells of several lines under 0.05.
_MAD, _FEWEST = 0.15, 8
_ROW, _STEP, _LEADING, _LOOK_BACK = 0.3, 3.0, 1.7, 6
_MOST_FLOWS, _ASTRAY = 400, 0.25
_FEWEST_ROWS, _GUTTER = 4, 0.6
_LETTERS_A_LINE, _GOING_ON = 14, 0.3


def drawn_order(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Pieces in the order in which they are drawn; row by row from the top, where that makes no lines."""
    texts = [piece for piece in pieces if piece.text.strip()]
    back = sum(1 for first, second in pairwise(texts) if _goes_back(first, second))
    if back < _FEWEST or back < _MAD * len(texts):
        return pieces
    rows: list[list[Piece]] = []
    for piece in sorted(texts, key=lambda each: -each.y):
        if rows and rows[-1][0].y - piece.y < _ROW * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda each: each.x)]


def _goes_back(first: Piece, second: Piece) -> bool:
    """Whether a piece stands before the one drawn before it: to its left in its line, or above it."""
    size = max(first.size, second.size)
    same = abs(first.y - second.y) < _ROW * size
    if same:
        return second.x < first.x - 0.5 * size
    return second.y > first.y and second.x < first.end and second.y - first.y > size


@dataclass(slots=True)
class _Flow:
    """Lines that follow each other on the page as they were drawn, and the room they take."""

    lines: list[Line]
    left: float
    right: float
    top: float
    bottom: float
    after: set[int] = field(default_factory=set)

    def goes_on(self, line: Line) -> bool:
        last = self.lines[-1].piece
        step = last.y - line.piece.y
        size = max(last.size, line.piece.size)
        near = -0.3 * size < step < _STEP * size
        level = abs(step) <= 0.3 * size
        return near and (
            line.piece.x >= last.x
            if level
            else self.left - _STEP * size < line.piece.x < self.right and line.piece.end > self.left
        )

    def is_broken_at(self, line: Line) -> bool:
        """Whether a line is the next of a paragraph that was left for something beside it."""
        last = self.lines[-1].piece
        step = (last.y - line.piece.y) / last.size
        alike = abs(line.piece.x - last.x) < 1 and abs(line.piece.size - last.size) < 0.1
        return alike and 0.9 < step < _LEADING and line.text[:1].islower() and not line.cells

    def add(self, line: Line) -> None:
        piece = line.piece
        self.lines.append(line)
        self.left, self.right = min(self.left, piece.x), max(self.right, piece.end)
        self.bottom = min(self.bottom, piece.y)
        self.top = max(self.top, piece.y + 0.7 * piece.size)

    def is_above(self, other: "_Flow") -> bool:
        overlap = min(self.right, other.right) - max(self.left, other.left)
        return overlap > 0 and self.bottom >= other.top - 0.3 * other.lines[0].piece.size

    def is_left_of(self, other: "_Flow") -> bool:
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return overlap > 0 and self.right <= other.left


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page as they are read.

    What stands above goes before what stands below it, and what stands to the left before what stands beside
    it; where neither holds, the order in which they were drawn does.
    """
    flows: list[_Flow] = []
    present: _Flow | None = None
    for line in lines:
        if not (present and present.goes_on(line)):
            present = next((flow for flow in flows[: -_LOOK_BACK - 1 : -1] if flow.is_broken_at(line)), None)
        if present is None:
            piece = line.piece
            present = _Flow([line], piece.x, piece.end, piece.y + 0.7 * piece.size, piece.y)
            flows.append(present)
        else:
            present.add(line)
    if len(flows) <= _MOST_FLOWS:
        flows = _sorted(flows)
    return [line for flow in flows for line in _uncrossed(flow.lines)]


def _sorted(flows: list[_Flow]) -> list[_Flow]:
    """The flows as they were drawn, but for those that break a rule; by their places, if those are many."""
    waits = [0] * len(flows)
    broken: dict[int, set[int]] = {}
    for at, first in enumerate(flows):
        for other in range(at + 1, len(flows)):
            second = flows[other]
            if first.is_above(second) or first.is_left_of(second):
                first.after.add(other)
                waits[other] += 1
            elif second.is_above(first) or second.is_left_of(first):
                second.after.add(at)
                waits[at] += 1
                broken.setdefault(at, set()).add(other)
                broken.setdefault(other, set()).add(at)
    if not broken:
        return flows
    if _astray(broken) > max(1, _ASTRAY * len(flows)):
        return _by_place(flows)
    return _one_by_one(flows, waits)


def _by_place(flows: Sequence[_Flow]) -> list[_Flow]:
    """Flows as the boxes of a slide are read, whatever the order in which they were drawn."""
    left, right = min(flow.left for flow in flows), max(flow.right for flow in flows)
    bottom, top = min(flow.bottom for flow in flows), max(flow.top for flow in flows)
    wide, high = max(right - left, 1.0), max(top - bottom, 1.0)
    boxes = (
        Box((flow.left - left) / wide, (top - flow.top) / high, (flow.right - left) / wide,
            (top - flow.bottom) / high)
        for flow in flows
    )  # fmt: skip
    return ordered([Shape(box, flow) for box, flow in zip(boxes, flows, strict=True)])


def _astray(broken: dict[int, set[int]]) -> int:
    """How many flows have to be taken out until those that are left break no rule."""
    count = 0
    while any(broken.values()):
        worst = max(broken, key=lambda at: len(broken[at]))
        for other in broken.pop(worst):
            broken[other].discard(worst)
        count += 1
    return count


def _one_by_one(flows: Sequence[_Flow], waits: list[int]) -> list[_Flow]:
    """Flows as they were drawn, but none before one it waits for."""
    left = dict(enumerate(flows))
    found: list[_Flow] = []
    while left:
        at = next((at for at in left if not waits[at]), next(iter(left)))
        found.append(left.pop(at))
        for other in found[-1].after:
            waits[other] -= 1
    return found


def _uncrossed(lines: Sequence[Line]) -> list[Line]:
    """Lines of columns that were drawn across them, row by row, as column after column."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and beside(rows[-1][-1].piece, line.piece):
            rows[-1].append(line)
        else:
            rows.append([line])
    found: list[Line] = []
    at = 0
    while at < len(rows):
        end, gutter = _columns(rows, at)
        if gutter is None:
            found += rows[at]
            at += 1
            continue
        found += _uncrossed([line for row in rows[at:end] for line in row if line.piece.x < gutter])
        found += _uncrossed([line for row in rows[at:end] for line in row if line.piece.x >= gutter])
        at = end
    return found


def _columns(rows: Sequence[Sequence[Line]], at: int) -> tuple[int, float | None]:
    """Where the columns end that begin at a row, and a place between the first two, None without."""
    if len(rows[at]) < 2:
        return at, None
    size = rows[at][0].piece.size
    left, right = rows[at][0].piece.end, rows[at][1].piece.x
    both, end = 0, at
    for row in rows[at:]:
        starts = [line.piece.x for line in row if line.piece.x >= (left + right) / 2]
        ends = [line.piece.end for line in row if line.piece.x < (left + right) / 2]
        narrow = max([left, *ends]), min([right, *starts])
        if narrow[1] - narrow[0] < _GUTTER * size:
            break
        left, right = narrow
        both += bool(starts and ends)
        end += 1
    gutter = (left + right) / 2
    lines = [line for row in rows[at:end] for line in row]
    first = [line for line in lines if line.piece.x < gutter]
    rest = [line for line in lines if line.piece.x >= gutter]
    prose = both >= _FEWEST_ROWS and _is_prose(first) and _is_prose(rest)
    return end, gutter if prose else None


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines are those of running text: long, many of them going on with the sentence before."""
    going = sum(1 for first, line in pairwise(lines) if line.text[:1].islower() or cut(first.text))
    letters = sum(len(line.text) for line in lines)
    return letters >= _LETTERS_A_LINE * len(lines) and going >= _GOING_ON * len(lines)
