"""Plain text whose tables and cards have their usual shape: bars between cells, a label a line."""

from collections.abc import Sequence

from documents.leaders import unled
from documents.ragged import mended
from documents.separated import as_rows
from documents.side_by_side import labels_apart
from documents.spilled import as_table


def straightened(lines: Sequence[str]) -> list[str]:
    """The lines, each table and card that was saved in another shape put right."""
    return mended(as_rows(as_table(labels_apart(unled(lines)))))
