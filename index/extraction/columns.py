"""Columns of tables that hold clusters under a head that does not say so: "Organisation", "Laureat"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.model import Span
from index.extraction.entries import Named, whole
from index.extraction.labelled import label_kind
from index.extraction.lines import Line
from index.extraction.naming import names_in
from index.extraction.other_names import networks_in

# So many cells of a column, and at least half of them, must be clusters by their spelling.
FEWEST = 2


def in_columns(lines: Sequence[Line]) -> Iterator[Named]:
    """The other cells of first columns in which most are clusters' names by their spelling: they may be
    clusters too."""
    tables: dict[Span, list[Line]] = defaultdict(list)
    for line in lines:
        if len(line.cells) > 1 and line.leads and line.cells[0].head and not label_kind(line.cells[0].head):
            tables[line.leads[0].span].append(line)
    for rows in tables.values():
        spelled = [_is_spelled(row.cells[0].text) for row in rows]
        if sum(spelled) < FEWEST or sum(spelled) * 2 < len(rows):
            continue
        for row, known in zip(rows, spelled, strict=True):
            cell = row.cells[0]
            if not known:
                found = whole(cell.text, row.span.start + cell.start, row.passage)
                yield from (replace(one, sure=False) for one in found)


def _is_spelled(text: str) -> bool:
    """Whether a cell is a name with the word for a cluster, or headed as a network's is."""
    return any(not one.generic for one in names_in(text)) or bool(networks_in(text))
