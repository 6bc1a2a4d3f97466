"""Rows of tables."""

from assistant.answers.rows import asked_cell, cells
from documents.model import Span
from index.model import StoredSentence
from index.query import read_query
from tests.assistant.shelf import Shelf


def row(text: str, heads: str) -> StoredSentence:
    return StoredSentence(1, Span(0, len(text)), text, Span(0, len(heads)), heads)


def test_each_cell_stands_under_its_head() -> None:
    found = cells(row("Lniana Nić | Żyrardów | 17", "Klaster | Siedziba | Firmy"))

    assert [(one.head, one.text) for one in found] == [
        ("Klaster", "Lniana Nić"),
        ("Siedziba", "Żyrardów"),
        ("Firmy", "17"),
    ]


def test_the_span_of_a_cell_holds_its_text() -> None:
    text = "Lniana Nić | Żyrardów | 17"

    assert [text[c.span.start : c.span.end] for c in cells(row(text, "a | b | c"))] == text.split(" | ")


def test_a_row_that_does_not_fit_its_heads_has_no_cells() -> None:
    assert cells(row("Lniana Nić | Żyrardów", "Klaster | Siedziba | Firmy")) == ()


def test_a_sentence_is_no_row() -> None:
    assert cells(row("Klaster działa.", "Uwaga:")) == ()


def test_the_cell_asked_for_is_the_one_under_the_head_the_question_speaks_of(library: Shelf) -> None:
    query = read_query("Jaką siedzibę ma Lniana Nić?", library.store)
    cell = asked_cell(query, cells(row("Lniana Nić | Żyrardów | 17", "Klaster | Siedziba | Firmy")))

    assert cell is not None
    assert cell.text == "Żyrardów"


def test_where_the_question_speaks_of_two_heads_neither_is_asked_for(library: Shelf) -> None:
    query = read_query("Jaką siedzibę i firmy ma Lniana Nić?", library.store)

    assert asked_cell(query, cells(row("Lniana Nić | Żyrardów | 17", "Klaster | Siedziba | Firmy"))) is None


def test_a_number_of_the_row_does_not_name_it(library: Shelf) -> None:
    query = read_query("Kto jest liderem: Fundacja Lniana?", library.store)
    cell = asked_cell(query, cells(row("14 | Lniana Nić | Fundacja Lniana", "Lp. | Klaster | Lider")))

    assert cell is None or cell.text != "14"
