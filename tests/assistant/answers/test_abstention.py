"""The library does not say."""

from assistant.answers.abstention import NEAREST, abstain
from assistant.text import answer_text
from tests.assistant.shelf import Shelf

QUESTION = "Kto reprezentuje Klaster Błękitny Latawiec?"


def test_an_abstention_claims_nothing(library: Shelf) -> None:
    answer = abstain(library.material(QUESTION, sure=False))

    assert answer.kind == "abstention"
    assert answer.statements == ()
    assert answer.items == ()
    assert answer_text(answer) == "Biblioteka tego nie mówi."


def test_it_says_which_names_the_library_does_not_hold(library: Shelf) -> None:
    answer = abstain(library.material(QUESTION, sure=False))

    assert answer.notes[0] == "W bibliotece nie ma słów: Błękitny, Latawiec."


def test_where_every_word_is_held_none_is_said_to_be_missing(library: Shelf) -> None:
    answer = abstain(library.material("Kto reprezentuje Młyńskie Koło?", sure=False))

    assert not any("Młyńskie" in note for note in answer.notes)


def test_it_offers_the_nearest_passage_of_a_few_documents(library: Shelf) -> None:
    answer = abstain(library.material(QUESTION, sure=False))

    assert len(answer.citations) == NEAREST
    assert len({one.document for one in answer.citations}) == NEAREST


def test_what_is_offered_is_said_not_to_answer(library: Shelf) -> None:
    answer = abstain(library.material("Who represents the Blue Kite Cluster?", sure=False))

    assert answer.notes[-1].startswith("The nearest passages of the library are below")


def test_an_empty_library_is_said_to_be_empty(shelf: Shelf) -> None:
    answer = abstain(shelf.material(QUESTION))

    assert answer.citations == ()
    assert answer.notes[0] == "Biblioteka jest pusta: nie dodano jeszcze żadnego dokumentu."


def test_it_suggests_what_can_be_asked_instead(library: Shelf) -> None:
    answer = abstain(library.material("Kto reprezentuje Klaster Młyńskie Koło?", sure=False))

    assert "Co biblioteka mówi o: Klaster Młyńskie Koło?" in answer.suggestions
    assert len(answer.suggestions) == NEAREST
