"""Tables whose first row was taken for their heads though it is one of their rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from index.extraction.lines import SEPARATOR, Line
from index.extraction.naming import names_in


def headless(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; rows under such a row without it above them and without heads to their cells."""
    for line in lines:
        if line.cells and line.leads and _is_row(line.leads[0].text):
            yield replace(
                line, leads=line.leads[1:], cells=tuple(replace(one, head="") for one in line.cells)
            )
        else:
            yield line


@lru_cache(maxsize=1_024)
def _is_row(heads: str) -> bool:
    """Whether what stands as the heads of a table is a row of it: its first cell names a cluster."""
    first, *others = heads.split(SEPARATOR)
    return bool(others) and any(not one.generic and one.span.start <= 1 for one in names_in(first))
