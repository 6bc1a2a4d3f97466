"""Rows of tables: which cell stands under which head."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.model import Span
from index.evidence import bag, match
from index.model import StoredSentence
from index.query import Query

SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, its span in the row, and the head it stands under."""

    head: str
    text: str
    span: Span


def cells(sentence: StoredSentence) -> tuple[Cell, ...]:
    """The cells of a row; none for a sentence that is no row under heads of its own."""
    heads, texts = sentence.lead_text.split(SEPARATOR), sentence.text.split(SEPARATOR)
    if len(texts) < 2 or len(heads) != len(texts):
        return ()
    found, start = [], 0
    for head, text in zip(heads, texts, strict=True):
        found.append(Cell(head, text, Span(start, start + len(text))))
        start += len(text) + len(SEPARATOR)
    return tuple(found)


def asked_cell(query: Query, row: Sequence[Cell]) -> Cell | None:
    """The one cell whose head the question speaks of; where what it names is that cell, the first cell but a
    row's number, which names the row: who is represented by whom can be asked from both ends."""
    row = row[next((n for n, cell in enumerate(row) if any(map(str.isalpha, cell.text))), 0) :]
    asked = [cell for cell in row[1:] if any(match(term, bag(cell.head)) for term in query.terms)]
    if len(asked) != 1:
        return None
    named = [term for term in query.terms if term.is_name]
    here = any(match(term, bag(asked[0].text)) for term in named)
    of_row = any(match(term, bag(row[0].text)) for term in named)
    return row[0] if here and not of_row else asked[0]
