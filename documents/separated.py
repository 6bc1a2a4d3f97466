"""Lines of values parted by semicolons, commas, tabs or strokes, as a spreadsheet is saved or copied: told as
rows of a table."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

# Fewer lines, or fewer values in each, are prose that happens to have as many commas.
FEWEST_LINES, FEWEST_VALUES = 3, 3
# A longer line is no row; of much longer ones csv would complain.
MOST_CHARS = 20_000
# What ends a sentence is in no spreadsheet's first row; a full stop after few words ends an abbreviation.
ENDS = ("!", "?", ":")
FEW_WORDS = 3
SIGNS = (";", "\t", " / ", ",")


def as_rows(lines: Sequence[str]) -> list[str]:
    """The lines, those that are a spreadsheet's with bars between their values."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        block = lines[at:end]
        found += _told(block) or block
        found += lines[end : end + 1]
        at = end + 1
    return found


def _told(block: Sequence[str]) -> list[str]:
    """The rows of a spreadsheet; none where the lines are something else."""
    if any(len(line) > MOST_CHARS for line in block):
        return []
    for start in (0, 1) if len(block) >= FEWEST_LINES else ():
        for sign in SIGNS:
            rows = list(_values(block[start:], sign))
            if _is_table(rows) and (sign != "," or not _spaced(block[start:])):
                return [*block[:start], *(" | ".join(value or "–" for value in row) for row in rows)]
    return []


def _values(lines: Sequence[str], sign: str) -> Iterator[list[str]]:
    for line in lines:
        if sign in {";", ","}:
            parsed = next(csv.reader(StringIO(line.strip()), delimiter=sign, skipinitialspace=True), [])
        else:
            parsed = line.strip(" \r\n").split(sign)
        yield [value.strip() for value in parsed]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether there are as many values in each row, and the first are names of columns."""
    if len(rows) < FEWEST_LINES or len({len(row) for row in rows}) != 1 or len(rows[0]) < FEWEST_VALUES:
        return False
    if any("|" in value for row in rows for value in row):
        return False
    heads = rows[0]
    named = all(head and not any(map(str.isdigit, head)) for head in heads) and len(set(heads)) == len(heads)
    return named and not any(map(_ends_a_sentence, heads)) and not _is_alike(heads, rows[1:])


def _is_alike(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a first row is one as the others: one of its values begins with the word that those below it
    begin with, "Klaster Mebli" above "Klaster Szkła"."""
    first = [(at, head.split()[0]) for at, head in enumerate(heads) if " " in head]
    return any(all(row[at].startswith(one) for row in rows) for at, one in first)


def _ends_a_sentence(head: str) -> bool:
    """Whether what stands in a table's first row is a sentence or a label; "rok zał." names a column."""
    return " " in head and (head.endswith(ENDS) or (head.endswith(".") and len(head.split()) > FEW_WORDS))


def _spaced(lines: Sequence[str]) -> bool:
    """Whether commas part words as they do in prose."""
    return any(", " in line for line in lines if '"' not in line)
