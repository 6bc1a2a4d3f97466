"""Tables that lost their columns, a cell a line, as a page copied into plain text leaves them, as rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.piece import COMPANY_END, LABEL

# An abbreviation in a cell ends few words; more with a full stop are a sentence.
MOST_ABBREVIATED = 3
# Tables of fewer columns are cards; of more, nobody copied one whole.
COLUMNS = range(3, 13)
# Without a number at the head of each row, columns are told by what they hold, so of fewer in more rows.
UNNUMBERED, FEWEST_UNNUMBERED, FEWEST_ROWS = range(3, 9), 3, 2
LONGEST_CELL, LONGEST_HEAD = 120, 60
# A longer run of short lines is looked through in parts: without a bound it would take time by its square.
MOST_CELLS = 2_000
# Rows may lack so many cells where empty lines part them, if most lack none.
MOST_LACKING, MOST_SHORT = 2, 1 / 3
_ORDINAL_HEAD = re.compile(r"l\.?\s?p\.?|nr\.?|no\.?|n[°º]|#|poz\.?|pos\.?|id|rank", re.IGNORECASE)
_ORDINAL = re.compile(r"(?P<number>\d{1,3})[.)]?")
_FIGURE = re.compile(r"[~<>≈]?\s?\d[\d\s.,:/–-]*%?")
_SIGN = re.compile(r"[•◦‣▪●■►*+»›–—-]\s")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line that may be a cell: its number among the lines, and whether an empty line stands above it."""

    at: int
    text: str
    apart: bool


Rows = list[list[str]]


def as_table(lines: Sequence[str]) -> list[str]:
    """The lines, the cells of tables that stand one a line put together with bars."""
    found: list[str] = []
    at = 0
    for stretch in _stretches(lines):
        start = 0
        while start < len(stretch):
            told = _told(stretch, start) if stretch[start].at >= at else None
            if told is None:
                start += 1
                continue
            rows, end = told
            found += lines[at : stretch[start].at]
            found += [" | ".join(row) for row in rows]
            at = stretch[end - 1].at + 1
            start = end
    return [*found, *lines[at:]]


def _stretches(lines: Sequence[str]) -> Iterator[list[_Cell]]:
    """Runs of lines that may be cells, with at most one empty line between two."""
    stretch: list[_Cell] = []
    gap = 0
    for at, line in enumerate(lines):
        if not line.strip():
            gap += 1
            continue
        cell = _is_cell(line.strip())
        if stretch and (gap > 1 or not cell or len(stretch) == MOST_CELLS):
            yield stretch
            stretch = []
        if cell:
            stretch.append(_Cell(at, line.strip(), bool(gap) or not stretch))
        gap = 0
    if stretch:
        yield stretch


def _is_cell(text: str) -> bool:
    if LABEL.match(text) or (
        text.endswith(".") and len(text.split()) > MOST_ABBREVIATED and not COMPANY_END.search(text)
    ):
        return False
    short = len(text) <= LONGEST_CELL and not text.endswith((":", "!", "?", ";", ","))
    return short and "|" not in text and "\t" not in text and not _SIGN.match(text)


def _told(stretch: Sequence[_Cell], start: int) -> tuple[Rows, int] | None:
    """The rows of the table whose first head is at `start`, and where it ends; None where there is none."""
    for table in (_parted, _numbered, _figured):
        if told := table(stretch, start):
            return told
    return None


def _numbered(stretch: Sequence[_Cell], start: int) -> tuple[Rows, int] | None:
    """A table whose rows are numbered from one, "Lp." being its first head."""
    if not _ORDINAL_HEAD.fullmatch(stretch[start].text):
        return None
    width = next((n for n in COLUMNS if _ordinal(stretch, start + n) == 1), 0)
    heads = [cell.text for cell in stretch[start : start + width]]
    if not width or not _are_heads(heads):
        return None
    rows = [heads]
    at = start + width
    while at + width <= len(stretch) and _ordinal(stretch, at) == len(rows):
        row = [cell.text for cell in stretch[at : at + width]]
        if any(_ordinal(stretch, at + n) == len(rows) + 1 and stretch[at + n].apart for n in range(1, width)):
            return None  # A cell is missing, or there are no columns at all.
        rows.append(row)
        at += width
    return (rows, at) if len(rows) > FEWEST_ROWS else None


def _ordinal(stretch: Sequence[_Cell], at: int) -> int:
    found = _ORDINAL.fullmatch(stretch[at].text) if at < len(stretch) else None
    return int(found["number"]) if found else 0


def _parted(stretch: Sequence[_Cell], start: int) -> tuple[Rows, int] | None:
    """A table with an empty line between its rows, some column of which holds figures alone."""
    if not stretch[start].apart:
        return None
    rows, at = list[list[str]](), start
    while at < len(stretch):
        end = next((n for n in range(at + 1, len(stretch)) if stretch[n].apart), len(stretch))
        row = [cell.text for cell in stretch[at:end]]
        if rows and not len(rows[0]) - MOST_LACKING <= len(row) <= len(rows[0]):
            break
        rows.append(row)
        if len(rows[0]) not in COLUMNS:
            return None
        at = end
    whole = [row for row in rows[1:] if len(row) == len(rows[0])]
    short = len(rows) - 1 - len(whole)
    if len(whole) < FEWEST_ROWS or short > MOST_SHORT * (len(rows) - 1) or not _are_heads(rows[0]):
        return None
    figures = any(all(_FIGURE.fullmatch(row[n]) for row in whole) for n in range(len(rows[0])))
    return (rows, at) if figures and not _is_alike(rows[0], whole) else None


def _figured(stretch: Sequence[_Cell], start: int) -> tuple[Rows, int] | None:
    """A table whose every row holds figures in the same columns, to the end of the stretch."""
    if not stretch[start].apart:
        return None
    for width in UNNUMBERED:
        heads, first = ([cell.text for cell in stretch[at : at + width]] for at in (start, start + width))
        shape = _shape(first)
        # Asked of two rows first, so that a long text without tables costs no more than its length.
        if not any(shape) or all(shape) or not _are_heads(heads):
            continue
        texts = [cell.text for cell in stretch[start:]]
        rows = [texts[at : at + width] for at in range(0, len(texts), width)]
        if len(rows) > FEWEST_UNNUMBERED and all(_shape(row) == shape for row in rows[1:]):
            return None if _is_alike(heads, rows[1:]) else (rows, len(stretch))
    return None


def _shape(row: Sequence[str]) -> list[bool]:
    """Which cells of a row are figures."""
    return [bool(_FIGURE.fullmatch(cell)) for cell in row]


def _are_heads(heads: Sequence[str]) -> bool:
    """Whether cells may name columns: short, without figures, each another, and no sentence."""
    named = all(len(head) <= LONGEST_HEAD and not any(map(str.isdigit, head)) for head in heads)
    ended = any(head.endswith(".") and len(head.split()) > MOST_ABBREVIATED for head in heads)
    return named and not ended and len(set(heads)) == len(heads)


def _is_alike(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is one as the others: a cell begins with the word that those below begin with."""
    first = [head.split()[0] for head in heads]
    return any(all(row[at].split()[0] == one for row in rows) for at, one in enumerate(first))
