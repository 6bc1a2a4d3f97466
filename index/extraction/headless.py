"""Tables whose heads were not told from their rows: a first row taken for heads that is one of the rows,
heads that stand as a row, and tables without heads, of which a column is but names of clusters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, repeat

from index.extraction.labelled import exact_kind
from index.extraction.lines import SEPARATOR, Above, Line, under_heads
from index.extraction.naming import names_in
from index.extraction.status_clauses import has_verb
from index.extraction.validity import says

# A head is shorter, in characters.
LONGEST_HEAD = 40
FEWEST_COLUMNS = 3
# So many rows without heads make a table; the head of the column in which the names of clusters stand.
FEWEST_ROWS = 2
OF_NAMES = "klaster"


def headed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; rows under a row that are no heads without it above them, those under heads with these, and
    names of clusters in tables without heads under one."""
    for _, rows in groupby(_under_theirs(lines), key=_table_of):
        table = tuple(rows)
        yield from map(_with_names, table, repeat(_column_of_names(table)))


def _table_of(line: Line) -> tuple[object, ...]:
    """What the rows of one table have in common, and no other line."""
    heads = tuple(cell.head for cell in line.cells)
    return (heads, line.leads, line.headings) if line.cells else (line.span,)


def _column_of_names(rows: Sequence[Line]) -> int | None:
    """The first column of which most cells are names of clusters where there are no heads, or all, under a
    head of holders; none where a head is one of names."""
    kinds = [exact_kind(cell.head) for cell in rows[0].cells]
    if len(rows) < FEWEST_ROWS or "name" in kinds:
        return None
    columns = zip(*(row.cells for row in rows), strict=True)
    headless = not any(cell.head for cell in rows[0].cells)
    enough = len(rows) // 2 + 1 if headless else len(rows)
    named = enumerate(sum(_is_cluster(cell.text) for cell in column) for column in columns)
    often = (at for at, count in named if count >= max(FEWEST_ROWS, enough))
    may = (at for at in often if headless or says(rows[0].cells[at].head, "laureates"))
    return next((at for at in may if not kinds[at]), None)


def _is_cluster(text: str) -> bool:
    """Whether a cell begins with the name of a cluster and is no sentence."""
    return any(not one.generic and one.span.start <= 1 for one in names_in(text)[:1]) and not has_verb(text)


def _with_names(line: Line, column: int | None) -> Line:
    if column is None:
        return line
    cells = (replace(cell, head=OF_NAMES) if at == column else cell for at, cell in enumerate(line.cells))
    return replace(line, cells=tuple(cells))


def _under_theirs(lines: Iterable[Line]) -> Iterator[Line]:
    heads: Line | None = None
    for line in lines:
        if line.cells and line.leads and _is_row(line.leads[0].text):
            line = replace(
                line, leads=line.leads[1:], cells=tuple(replace(one, head="") for one in line.cells)
            )
        if _are_heads(line):
            heads = line
        elif heads is not None and _is_under(line, heads):
            line = _under(line, heads)
        else:
            heads = None
        yield line


@lru_cache(maxsize=1_024)
def _is_row(heads: str) -> bool:
    """Whether what stands as the heads of a table is a row of it: its first cell names a cluster."""
    first, *others = heads.split(SEPARATOR)
    return bool(others) and any(not one.generic and one.span.start <= 1 for one in names_in(first))


def _are_heads(line: Line) -> bool:
    """Whether a row without heads holds but names of what the rows below tell."""
    if any(cell.head for cell in line.cells) or SEPARATOR not in line.text:
        return False
    texts = line.text.split(SEPARATOR)
    named = sum(bool(exact_kind(one)) for one in texts)
    short = all(len(one) <= LONGEST_HEAD and not any(map(str.isdigit, one)) for one in texts)
    return len(texts) >= FEWEST_COLUMNS and short and 2 * named > len(texts)


def _is_under(line: Line, heads: Line) -> bool:
    """Whether a row without heads has as many cells as some heads, in the same part of the text."""
    told = any(cell.head for cell in line.cells)
    alike = line.text.count(SEPARATOR) == heads.text.count(SEPARATOR)
    return alike and not told and line.headings == heads.headings


def _under(line: Line, heads: Line) -> Line:
    cells = under_heads(heads.text.split(SEPARATOR), line.text.split(SEPARATOR))
    return replace(line, cells=cells, leads=(Above(heads.text, heads.span), *line.leads))
