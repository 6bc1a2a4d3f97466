"""Lines of a printed page out of placed pieces of text: words put together, table cells told apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from documents.joining import joined
from documents.raised import RAISED

# Widths in ems, averaged over common sans and serif faces; only gaps wider than a letter are judged.
_NARROW, _WIDE = frozenset("iljtfrI.,;:'|!()[]/ „”\"-"), frozenset("mwMWŻŹŚĆ@%&—")
_BULLETS = "•◦‣▪▫●○■□◆◇►▸▶➢➤➔→⇒✓✔✦❖·∙⁃*\ufffd\ue000-\uf8ff"
_SIGN = re.compile(rf"[{_BULLETS}]|[-–—]|\(?(?:\d{{1,2}}|[a-z])\)|\d{{1,2}}\.")
_APART = re.compile(r"[oØü]")
_BARE_NUMBER = re.compile(r"\d{1,2}")
_WORD = re.compile(r"[^\W\d_]{3}")
_CALL = re.compile(r"\d{1,3}(?:,\s?\d{1,3})*\)?")
_SAME_LINE, _BLANK, _SIGN_BLANK = 0.45, 0.15, 0.05
_GAP, _DOUBT, _SIGN_GAP = 0.9, 0.08, 0.45


@dataclass(frozen=True, slots=True)
class Piece:
    """Text at (x, y) of a page, in points from its lower left corner. `size` is that of its letters.

    `right` is where it ends, blanks aside, where that is known. `fixed` is a typewriter's. `edge` says that
    the file itself calls it a running head or foot.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    fixed: bool = False
    right: float | None = None
    edge: bool = False

    @property
    def end(self) -> float:
        """Where the text ends; about where, if nobody told."""
        if self.right is not None:
            return self.right
        text = self.text.rstrip()
        ems = 0.6 * len(text) if self.fixed else width(text)
        return self.x + ems * self.size


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or a table row, whose cells are then in `cells`.

    `sign` is the bullet or number it begins with, `inner` where its text begins after that. `places` tell
    where a row's cells begin.
    """

    piece: Piece
    sign: str = ""
    cells: tuple[str, ...] = ()
    inner: float = 0.0
    places: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def whole(self) -> str:
        """The text with the bullet or number before it."""
        return f"{self.sign} {self.text}".strip()


_REST_LEADING = 3
_FEWEST, _APART_EMS = 2, 6
# What stands for a cell without text.
EMPTY = "–"
_Cells = list[list[Line]]


def width(text: str) -> float:
    """About how wide a text is, in ems."""
    narrow = sum(1 for sign in text if sign in _NARROW)
    wide = sum(1 for sign in text if sign in _WIDE)
    capital = sum(1 for sign in text if sign.isupper() and sign not in _NARROW and sign not in _WIDE)
    return 0.29 * narrow + 0.85 * wide + 0.66 * capital + 0.52 * (len(text) - narrow - wide - capital)


def sign_apart(line: Line) -> tuple[Line, Line]:
    """The bullet or number that a line begins with, and its text, as lines of their own."""
    right = min(line.inner, line.piece.x + width(line.sign) * line.piece.size)
    sign = Line(replace(line.piece, text=line.sign, right=right), inner=line.piece.x)
    return sign, Line(replace(line.piece, x=line.inner), inner=line.inner)


def page_lines(pieces: Iterable[Piece]) -> tuple[Line, ...]:
    """The lines of a page in the order they are drawn, those of a table's cells still apart."""
    return tuple(_signed(_runs(pieces)))


def with_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page with each table row's put together into one."""
    return tuple(_rows(lines))


def _runs(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbouring pieces of one line as one, unless a gap as between table cells stands between them."""
    runs: list[Piece] = []
    for piece in pieces:
        if runs and _goes_on(runs, piece):
            runs[-1] = _glued(runs[-1], piece)
        else:
            runs.append(piece)
    return [replace(run, text=" ".join(run.text.split())) for run in runs if run.text.strip()]


def _goes_on(runs: Sequence[Piece], piece: Piece) -> bool:
    last = runs[-1]
    if last.right is not None and piece.x < last.right - last.size:
        return False
    opens = len(runs) == 1 or not beside(runs[-2], last)
    return beside(last, piece) and piece.x - last.end < _gap(last, opens) * max(last.size, piece.size)


def _gap(piece: Piece, opens: bool) -> float:
    """From how many ems a gap after a piece is more than a blank.

    If nobody told where it ends, that is known less well of a long one. What opens a line and looks like a
    list's number or bullet is one from half an em.
    """
    text = piece.text.strip()
    if opens and (_SIGN.fullmatch(text) or _BARE_NUMBER.fullmatch(text)):
        return _SIGN_GAP
    return _GAP if piece.right is not None else max(_GAP, _DOUBT * width(text))


def beside(first: Piece, second: Piece) -> bool:
    return abs(first.y - second.y) < _SAME_LINE * max(first.size, second.size) and second.x >= first.x


def _glued(first: Piece, second: Piece) -> Piece:
    share = len(second.text.strip()) > len(first.text.strip())
    return replace(
        first,
        text=first.text + _between(first, second) + raised(first, second),
        size=second.size if share else first.size,
        right=second.right if second.text.strip() else first.right,
        bold=first.bold and second.bold
        if first.text.strip() and second.text.strip()
        else first.bold or second.bold,
    )


def _between(first: Piece, second: Piece) -> str:
    """A blank, where the gap between two pieces is one; after a list's number a narrow gap is."""
    if first.right is None:
        return ""
    if first.size < 0.85 * second.size and first.y - second.y > 0.1 * second.size and first.text.isdigit():
        return " "
    counted = _SIGN.fullmatch(first.text.strip()) and second.text[:1].isalpha()
    gap = (second.x - first.right) / max(first.size, second.size)
    return " " if gap > (_SIGN_BLANK if counted else _BLANK) else ""


def raised(first: Piece, second: Piece) -> str:
    """The text of the second piece; a small figure above the line, as it calls a note, in figures made so."""
    high = second.y - first.y > 0.15 * first.size and second.size < 0.85 * first.size
    if high and _CALL.fullmatch(second.text.strip()) and first.text.strip():
        return second.text.translate(RAISED)
    return second.text


def _signed(runs: Sequence[Piece]) -> list[Line]:
    """Runs as lines; a bullet or number that stands apart goes to the text beside it."""
    lines: list[Line] = []
    waiting: Piece | None = None
    for run in runs:
        if waiting and beside(waiting, run) and run.x - waiting.end < 6 * run.size:
            lines.append(Line(replace(run, x=waiting.x), waiting.text, inner=run.x))
            waiting = None
            continue
        if waiting:
            lines.append(Line(waiting, inner=waiting.x))
        starts = not lines or not beside(lines[-1].piece, run)
        sign = _SIGN.fullmatch(run.text) or _APART.fullmatch(run.text)
        waiting = run if sign or (starts and _BARE_NUMBER.fullmatch(run.text)) else None
        if not waiting:
            lines.append(_opened(run))
    return [*lines, Line(waiting, inner=waiting.x)] if waiting else lines


def _opened(run: Piece) -> Line:
    """The line of a run that may begin with its own bullet or number."""
    first, _, rest = run.text.partition(" ")
    if rest and _SIGN.fullmatch(first):
        return Line(replace(run, text=rest), first, inner=run.x)
    return Line(run, inner=run.x)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a table's cells put together into one line a row."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        rows, end = _table(lines, at)
        if len(rows) > 1:
            found += rows
            at = end
        else:
            _append(found, lines[at])
            at += 1
    return found


def _append(found: list[Line], line: Line) -> None:
    """Adds a line that belongs to no table; what stands beside the line before goes on with it."""
    last = found[-1] if found else None
    if last and not (last.cells or line.sign) and _is_near(last.piece, line.piece):
        text, bold = f"{last.text} {line.text}", last.piece.bold and line.piece.bold
        found[-1] = replace(last, piece=replace(last.piece, text=text, bold=bold, right=line.piece.right))
    else:
        found.append(line)


def _is_near(last: Piece, piece: Piece) -> bool:
    """Whether a piece goes on with the line before it, as a figure with its label, however far.

    Words further away are set apart at the other margin.
    """
    if last.right is None or piece.x - last.right < _APART_EMS * last.size:
        return beside(last, piece)
    return beside(last, piece) and (last.text.endswith(":") or not _WORD.search(piece.text))


def _table(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The rows of the table that begins at a line, and where it ends."""
    rows: list[_Cells] = []
    while at < len(lines) and not lines[at].cells:
        cells, end = _row(lines, at)
        if not _fits(cells, rows) or (rows and len(cells) == 1 and _is_far(rows[-1], cells[0][0])):
            break
        rows.append(cells)
        at = end
    if len(rows) == 2 and not _is_headed(rows) and not _exact(*rows):
        return [], at
    # What stands once beside a text is a box beside it.
    if sum(len(cells) > 1 for cells in rows) < _FEWEST:
        return [], at
    if _is_text(rows):
        return [], at
    rows = _with_numbers_apart(rows)
    columns = _columns(rows) if len(rows) > 1 else ()
    return [_row_line(cells, columns) for cells in rows], at


def _with_numbers_apart(rows: list[_Cells]) -> list[_Cells]:
    """The rows; numbers that stand under a head of their own are cells, no numbers of items."""
    first = rows[0] if rows else []
    if len(first) < _FEWEST:
        return rows
    number, name = first[0][0], first[1][0]

    def apart(cells: _Cells) -> _Cells:
        line = cells[0][0]
        near = 2 * line.piece.size
        if not line.sign or abs(line.piece.x - number.inner) > near or abs(line.inner - name.inner) > near:
            return cells
        sign, text = sign_apart(line)
        return [[sign], [text, *cells[0][1:]], *cells[1:]]

    return [first, *map(apart, rows[1:])]


def _is_far(above: _Cells, line: Line) -> bool:
    """Whether a line stands well under a row, as a page's number does."""
    return min(cell[-1].piece.y for cell in above) - line.piece.y > _REST_LEADING * line.piece.size


def _is_text(rows: Sequence[_Cells]) -> bool:
    """Whether what stands beside each other is text in boxes, whole sentences over several lines."""
    cells = [cell for row in rows for cell in row]
    told = sum(len(cell) > 1 and cell[-1].text.endswith((".", "!", "?")) for cell in cells)
    return 2 * told > len(cells)


def _columns(rows: Sequence[_Cells]) -> tuple[tuple[float, float], ...]:
    """From where to where the columns of a table go, if some row has a cell in each of them."""
    most = max(rows, key=len)
    alike = [cells for cells in rows if len(cells) == len(most)]
    columns = tuple(
        (
            min(cells[at][0].inner for cells in alike),
            max(line.piece.end for cells in alike for line in cells[at]),
        )
        for at in range(len(most))
    )
    apart = all(first[1] < second[0] + 1 for first, second in pairwise(columns))
    return columns if apart else ()


def _in_columns(cells: _Cells, columns: Sequence[tuple[float, float]]) -> list[list[Line]]:
    """A row's cells with an empty one for each column it has none in; as they are, if one lies over two."""
    placed: list[list[Line]] = [[] for _ in columns]
    for cell in cells:
        start, end = cell[0].inner, max(line.piece.end for line in cell)
        met = [at for at, (left, right) in enumerate(columns) if start < right and end > left]
        if len(met) != 1 or placed[met[0]]:
            return cells
        placed[met[0]] = cell
    return placed


def _is_headed(rows: Sequence[_Cells]) -> bool:
    return all(line.piece.bold for cell in rows[0] for line in cell)


def _exact(first: _Cells, second: _Cells) -> bool:
    """Whether two rows' cells begin under each other: two rows alone may be prose with wide gaps."""
    pairs = zip(first, second, strict=False)
    return len(first) == len(second) and all(
        abs(a[0].inner - b[0].inner) < 0.3 * a[0].piece.size for a, b in pairs
    )


def _fits(cells: _Cells, rows: Sequence[_Cells]) -> bool:
    """Whether a row can be a table's next: its cells stand under cells, and none begins as a clause goes on.

    A row of one cell is the rest of a row that a page's end broke, so it does not stand in the first column.
    """
    first = cells[0][0]
    bulleted = first.sign and not any(map(str.isalnum, first.sign))
    if bulleted or any(cell[0].text[0] in ",.;:)" for cell in cells):
        return False
    if not rows:
        return len(cells) > 1
    if len(cells) == 1 and first.inner < rows[0][0][0].inner + 2 * first.piece.size:
        return False
    headed = len(cells) == len(rows[0]) and _is_headed(rows)
    above = [cell for row in (rows[0], rows[-1]) for cell in row]
    return all(any(_under(cell, each, 4 if headed else 1.5) for each in above) for cell in cells)


def _under(cell: Sequence[Line], above: Sequence[Line], near: float) -> bool:
    """Whether two cells are of one column: their left sides, right sides or middles stand in line."""
    size = cell[0].piece.size
    start, end = cell[0].inner, max(line.piece.end for line in cell)
    left, right = above[0].inner, max(line.piece.end for line in above)
    middle = abs((start + end) - (left + right)) / 2
    return abs(start - left) < near * size or min(abs(end - right), middle) < 2.5 * size


def _row(lines: Sequence[Line], at: int) -> tuple[_Cells, int]:
    """The cells of the row that begins at a line, each a list of lines, and where the row ends."""
    cells = [[lines[at]]]
    for end in range(at + 1, len(lines)):
        line, last = lines[end], cells[-1][-1]
        if line.cells:
            return cells, end
        if _right_of(cells, line):
            cells.append([line])
        elif _below(last, line, 1.6 if len(cells) == 1 else 2.4) and line.piece.bold == last.piece.bold:
            cells[-1].append(line)
        else:
            return cells, end
    return cells, len(lines)


def _right_of(cells: Sequence[Sequence[Line]], line: Line) -> bool:
    """Whether a line opens the next cell: right of the last one, and no lower than that one ends."""
    last = cells[-1]
    size = line.piece.size
    top = max(cell[0].piece.y for cell in cells) + 2.5 * size * max(1, len(last) / 2)
    right = line.piece.x > max(each.inner for each in last) + 2 * size
    clear = line.piece.x > max(each.piece.end for each in last) - 2 * size
    return right and clear and last[-1].piece.y - _SAME_LINE * size <= line.piece.y <= top


def _below(last: Line, line: Line, leading: float) -> bool:
    size = last.piece.size
    close = 0 < last.piece.y - line.piece.y < leading * size
    return (
        close
        and abs(line.inner - last.inner) < 2 * size
        and abs(line.piece.size - size) < 0.5
        and not line.sign
    )


def _row_line(cells: _Cells, columns: Sequence[tuple[float, float]]) -> Line:
    places = [cell[0].inner for cell in cells]
    held: Sequence[Sequence[Line]] = cells
    if len(cells) < len(columns) and len(placed := _in_columns(cells, columns)) > len(cells):
        held, places = placed, [left for left, _ in columns]
    texts = tuple(reduce(joined, (line.whole for line in cell)) if cell else EMPTY for cell in held)
    first = cells[0][0].piece
    bold = all(line.piece.bold for cell in cells for line in cell)
    lowest = min(cell[-1].piece.y for cell in cells)
    piece = replace(first, text=" | ".join(texts), bold=bold, y=lowest)
    return Line(piece, cells=texts, inner=first.x, places=tuple(places))
