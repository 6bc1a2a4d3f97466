"""Tables whose columns are clusters and whose rows are labels: read as rows of one cluster each."""

from collections.abc import Callable, Iterator, Sequence, Sized
from dataclasses import replace

from documents.model import Span
from index.extraction.entries import Named, whole
from index.extraction.labelled import label_kind
from index.extraction.lines import SEPARATOR, Cell, Line
from index.extraction.naming import names_in
from index.extraction.other_names import networks_in

# What finds the clusters that a text names.
Finds = Callable[[str], Sized]
# A table of fewer named columns is a card, or names clusters in passing.
FEWEST_NAMED = 2


def is_turned(line: Line) -> bool:
    """Whether a row is a label and what it is of each cluster: its columns' heads are names of clusters."""
    heads = [cell.head for cell in line.cells[1:]]
    named = sum(map(_is_name, heads))
    return named >= FEWEST_NAMED and named * 2 > len(heads) and label_kind(line.cells[0].text) != ""


def _is_name(head: str) -> bool:
    mentions = [one for one in names_in(head) if not one.generic]
    spans = [one.span for one in mentions] or networks_in(head)
    return len(spans) == 1 and spans[0].start <= 1


def of_heads(line: Line) -> Iterator[Named]:
    """The clusters that head the columns of a turned table: all of them, as some are by their spelling."""
    heads = line.leads[0]
    at = heads.span.start
    for number, text in enumerate(heads.text.split(SEPARATOR)):
        if number and not names_in(text):
            yield from whole(text, at, line.passage)
        at += len(text) + len(SEPARATOR)


def upright(lines: Sequence[Line], named: Finds) -> tuple[Line, ...]:
    """The lines, each row of a turned table as one line for each of its columns: the name that heads it and
    its cell under the row's label. Its span is that of the row as far as the cell. `named` tells which names
    are clusters'."""
    found: list[Line] = []
    for line in lines:
        if line.cells and is_turned(line):
            found += _columns(line, named)
        else:
            found.append(line)
    return tuple(found)


def _columns(line: Line, named: Finds) -> Iterator[Line]:
    label = line.cells[0].text
    for cell in line.cells[1:]:
        if len(named(cell.head)) != 1 or not cell.text.strip():
            continue
        end = line.span.start + cell.start + len(cell.text)
        text = f"{cell.head}{SEPARATOR}{cell.text}"
        cells = (Cell("", cell.head, 0), Cell(label, cell.text, len(cell.head) + len(SEPARATOR)))
        yield replace(line, text=text, span=Span(line.span.start, end), cells=cells)
