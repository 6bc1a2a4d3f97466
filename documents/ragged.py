"""Tables drawn with bars whose rows were torn, or lost the cells merged with those above: put right.

So pages are saved as text: a cell merged over rows stands in the first of them, the others begin with the
next column and end with bars for nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import log

_RULE = re.compile(r"[\s|:+=-]*\|[\s|:+=-]*")
_BRACKET = re.compile(r"\([^()]*\)")
# A table of fewer columns, or with fewer whole rows, tells nothing of what its columns are like.
FEWEST_COLUMNS, FEWEST_WHOLE = 3, 3
# So many times likelier must it be that rows begin with a later column.
LIKELIER = log(20)
MOST_WORDS = 3

Row = list[str]


def mended(lines: Sequence[str]) -> list[str]:
    """The lines, the rows of tables under a rule with all their cells."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        found.append(lines[at])
        at += 1
        if (
            at < 2
            or not _RULE.fullmatch(lines[at - 1])
            or len(cells := _cells(lines[at - 2])) < FEWEST_COLUMNS
        ):
            continue
        body = list(takewhile(lambda line: "|" in line, lines[at:]))
        found += _told(body, len(cells))
        at += len(body)
    return found


def _told(body: Sequence[str], columns: int) -> list[str]:
    """The rows of a table; the lines as they are where they cannot be put together to such."""
    rows = list(_whole(body, columns))
    if any(len(row) != columns for row in rows):
        return list(body)
    shifted = _shifted(rows)
    if shifted == rows and len(rows) == len(body):
        return list(body)
    return ["| " + " | ".join(row) + " |" for row in shifted]


def _cells(line: str) -> Row:
    parts = line.strip().removeprefix("|").removesuffix("|").split("|")
    return [part.strip() for part in parts]


def _whole(body: Sequence[str], columns: int) -> Iterator[Row]:
    """The rows, each put together of the lines that it was torn into."""
    row: Row = []
    for line in body:
        cells = _cells(line)
        if row and len(row) + len(cells) > columns:
            yield row
            row = []
        row += cells
        if len(row) >= columns:
            yield row
            row = []
    if row:
        yield row


def _shifted(rows: Sequence[Row]) -> list[Row]:
    """The rows, those that lost their first cells with what stands above in their place."""
    whole = [row for row in rows if all(row)]
    if len(whole) < FEWEST_WHOLE:
        return list(rows)
    columns = [Counter(_likeness(cell) for cell in column) for column in zip(*whole, strict=True)]
    gains: dict[int, float] = defaultdict(float)
    for row in rows:
        if lost := _lost(row):
            gains[lost] += _gain(row, lost, columns)
    found: list[Row] = []
    for row in rows:
        lost = _lost(row)
        move = found and lost and gains[lost] > LIKELIER
        found.append([*found[-1][:lost], *row[: len(row) - lost]] if move else row)
    return found


def _lost(row: Row) -> int:
    """How many cells at a row's end are empty, if no other is and some are not."""
    filled = len(row) - sum(not cell for cell in row)
    return len(row) - filled if filled and all(row[:filled]) else 0


def _gain(row: Row, lost: int, columns: Sequence[Counter[tuple[int, bool]]]) -> float:
    """How much likelier the cells of a row stand so many columns further on, as a logarithm."""
    return sum(
        log(_share(columns[at + lost], cell)) - log(_share(columns[at], cell))
        for at, cell in enumerate(row[: len(row) - lost])
    )


def _share(column: Counter[tuple[int, bool]], cell: str) -> float:
    return (column[_likeness(cell)] + 0.5) / (column.total() + 0.5 * 2 * MOST_WORDS)


def _likeness(cell: str) -> tuple[int, bool]:
    """What cells of one column have in common: how many words they are, and whether there are digits."""
    said = _BRACKET.sub("", cell)
    return min(len(said.split()), MOST_WORDS), any(map(str.isdigit, said))
