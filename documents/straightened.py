"""Plain text whose tables and cards have their usual shape: bars between cells, a label a line."""

from collections.abc import Iterator, Sequence

from documents.leaders import unled
from documents.piece import FRAMED_BEFORE, LABEL
from documents.ragged import mended
from documents.separated import as_rows
from documents.side_by_side import labels_apart
from documents.spilled import as_table


def straightened(lines: Sequence[str]) -> list[str]:
    """The lines, each table and card that was saved in another shape put right."""
    return mended(as_rows(as_table(labels_apart(unled(list(_unframed(lines)))))))


def _unframed(lines: Sequence[str]) -> Iterator[str]:
    """The lines, what is labelled behind a heading that signs frame on a line of its own."""
    for line in lines:
        found = FRAMED_BEFORE.fullmatch(line)
        if found and LABEL.match(found["rest"]):
            yield found["head"]
            yield found["rest"]
        else:
            yield line
