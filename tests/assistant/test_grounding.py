"""Citations: numbered as first used, each the text between its offsets."""

from dataclasses import replace

import pytest

from assistant.errors import GroundingError
from assistant.grounding import Citations, in_order
from assistant.model import Answer, Item, Statement
from documents.model import Span
from tests.assistant.shelf import Shelf


def test_a_citation_quotes_the_documents_text_between_its_offsets(library: Shelf) -> None:
    citations = Citations("pl")
    citations.sentence(*library.sentence("w 2009 roku"))

    (made,) = citations.made()
    assert library.store.text(made.document)[made.start : made.end] == made.quote
    assert made.quote == "Klaster Bursztynowy Ster powstał w 2009 roku w Elblągu."


def test_a_citation_names_its_document_and_its_place(library: Shelf) -> None:
    citations = Citations("en")
    citations.sentence(*library.sentence("Edwin Marlow"))

    (made,) = citations.made()
    assert (made.file, made.title) == ("lantern.md", "Copper Lantern Cluster")
    assert made.place == "section “Management”"
    assert made.page is None


def test_the_same_span_is_cited_under_one_number(library: Shelf) -> None:
    citations = Citations("pl")
    numbers = [citations.sentence(*library.sentence(text)) for text in ("w 2009", "w 2014", "w 2009")]

    assert numbers == [1, 2, 1]
    assert [one.number for one in citations.made()] == [1, 2]


def test_the_line_that_introduces_an_item_is_cited_as_it_stands(library: Shelf) -> None:
    citations = Citations("pl")
    number = citations.lead(*library.sentence("Lniana"))

    (made,) = citations.made()
    assert number == 1
    assert made.quote == "Status klastra wschodniego do 12 maja 2029 roku mają:"


def test_a_sentence_without_such_a_line_has_none_to_cite(library: Shelf) -> None:
    citations = Citations("pl")

    assert citations.lead(*library.sentence("w 2009")) is None
    assert citations.made() == ()


def test_a_sentence_that_is_not_where_it_says_cannot_be_cited(library: Shelf) -> None:
    passage, sentence = library.sentence("w 2009")
    moved = replace(sentence, span=Span(sentence.span.start + 1, sentence.span.end + 1))

    with pytest.raises(GroundingError):
        Citations("pl").sentence(passage, moved)


def test_complaint_3_a_statement_or_item_without_a_citation_cannot_be_built() -> None:
    with pytest.raises(GroundingError):
        Statement((), quote="Klaster powstał w 2009 roku.")
    with pytest.raises(GroundingError):
        Item("Klaster Lniana Nić", ())


def test_complaint_3_a_marker_without_its_citation_cannot_be_built() -> None:
    with pytest.raises(GroundingError, match=r"\[1\]"):
        Answer("pl", "passage", (Statement((1,), quote="Klaster działa."),))


def test_an_answer_that_claims_nothing_must_be_an_abstention() -> None:
    with pytest.raises(GroundingError):
        Answer("pl", "passage")


def test_an_abstention_claims_nothing(library: Shelf) -> None:
    citations = Citations("pl")
    statement = Statement((citations.sentence(*library.sentence("w 2009")),))

    with pytest.raises(GroundingError):
        Answer("pl", "abstention", (statement,), citations=citations.made())


def test_citations_are_numbered_as_a_reader_meets_them(library: Shelf) -> None:
    citations = Citations("pl")
    first, second = (citations.sentence(*library.sentence(text)) for text in ("w 2009", "w 2014"))
    said = (Statement((second,)), Statement((first, second)))

    answer = in_order(Answer("pl", "passage", said, citations=citations.made()))
    assert [one.citations for one in answer.statements] == [(1,), (2, 1)]
    assert [("2014" in one.quote, one.number) for one in answer.citations] == [(True, 1), (False, 2)]


def test_complaint_4_what_no_marker_points_at_is_not_listed(library: Shelf) -> None:
    citations = Citations("pl")
    used, _ = (citations.sentence(*library.sentence(text)) for text in ("w 2009", "w 2014"))

    answer = in_order(Answer("pl", "passage", (Statement((used,)),), citations=citations.made()))
    assert ["2009" in one.quote for one in answer.citations] == [True]
