"""Tables whose heads were not told from their rows: a first row taken for heads that is one of the rows, and
heads that stand as a row."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from index.extraction.labelled import exact_kind
from index.extraction.lines import SEPARATOR, Above, Line, under_heads
from index.extraction.naming import names_in

# A head is shorter, in characters.
LONGEST_HEAD = 40
FEWEST_COLUMNS = 3


def headed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; rows under a row that are no heads without it above them, those under heads with these."""
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
