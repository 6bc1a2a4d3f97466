"""What is embedded of a sentence."""

from dataclasses import replace

from documents.model import Sentence
from index.embedding import embedded_texts, stamp
from tests.fakes import HashingEncoder, make_document


def test_a_sentence_is_embedded_under_its_title_its_heading_and_its_lead() -> None:
    plain = make_document("a.txt", "Do 2025 roku:", "Pierwszy\tklaster", title="Tytuł", heading="Lista")
    lead, item = plain.passages
    document = replace(plain, passages=(lead, replace(item, sentences=(Sentence(item.span, lead.span),))))

    assert embedded_texts(document) == [
        "Tytuł\nLista\nDo 2025 roku:",
        "Tytuł\nLista\nDo 2025 roku:\nPierwszy klaster",
    ]


def test_a_heading_that_is_the_title_is_not_said_twice() -> None:
    assert embedded_texts(make_document("a.txt", "Zdanie.", title="Góra", heading="Góra")) == [
        "Góra\nZdanie."
    ]


def test_vectors_of_two_models_have_two_stamps() -> None:
    assert stamp(HashingEncoder("a")) != stamp(HashingEncoder("b"))
