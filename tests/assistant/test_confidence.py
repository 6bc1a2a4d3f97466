"""Whether the best sentence answers at all."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.confidence import Weights, answering, confidence
from assistant.question import understand
from assistant.ranking import Candidate
from tests.assistant.shelf import Shelf


def near(candidates: Sequence[Candidate], cosine: float) -> list[Candidate]:
    """The candidates, each as near to the question as is said."""
    return [replace(one, evidence=replace(one.evidence, cosine=cosine)) for one in candidates]


def answer(shelf: Shelf, question: str, holding: str = "") -> str | None:
    """The sentence that answers, of those that hold some words, where all are so near that nothing but a
    rule can hold one back."""
    query = shelf.search.find(question, 20).query
    candidates = [c for c in near(shelf.candidates(question), 2.0) if holding in c.sentence.text]
    chosen = answering(understand(question), query, candidates)
    return chosen.sentence.text if chosen else None


def test_a_sentence_near_the_question_that_holds_its_words_answers(library: Shelf) -> None:
    found = answer(library, "Kiedy powstał Klaster Bursztynowy Ster?", "2009")

    assert found == "Klaster Bursztynowy Ster powstał w 2009 roku w Elblągu."


def test_of_nothing_nothing_answers(shelf: Shelf) -> None:
    assert answer(shelf, "Kiedy powstał Klaster Bursztynowy Ster?") is None


def test_a_sentence_far_from_the_question_does_not_answer(library: Shelf) -> None:
    question = "Kiedy powstał Klaster Bursztynowy Ster?"
    far = near(library.candidates(question), cosine=0.0)

    assert answering(understand(question), library.search.find(question).query, far) is None


def test_a_sentence_without_the_kind_asked_for_does_not_answer(library: Shelf) -> None:
    assert answer(library, "Kiedy powstał Klaster Bursztynowy Ster?", "Misją klastra") is None


def test_an_item_holds_the_date_of_the_line_above_it(library: Shelf) -> None:
    found = answer(library, "Do kiedy Klaster Wiklinowy Most ma status klastra wschodniego?", "Wiklinowy")

    assert found == "Klaster Wiklinowy Most"


def test_a_year_that_no_passage_speaks_of_is_not_covered(library: Shelf) -> None:
    assert answer(library, "Ile firm skupiał Bursztynowy Ster w 2009 roku?") is not None
    assert answer(library, "Ile firm skupiał Bursztynowy Ster w 1987 roku?") is None


def test_a_name_that_no_passage_speaks_of_is_not_covered(library: Shelf) -> None:
    assert answer(library, "Kto reprezentuje Latawiec?") is None


def test_half_a_name_is_another_name(library: Shelf) -> None:
    assert answer(library, "Kto reprezentuje Bursztynowy Ster?") is not None
    assert answer(library, "Kto reprezentuje Bursztynowy Latawiec?", "Bursztynowy") is None


def test_the_first_word_of_a_question_is_no_half_of_a_name(library: Shelf) -> None:
    assert answer(library, "Adres Bursztynowego Steru", "Portowa") is not None


def test_anothers_telephone_number_does_not_answer(library: Shelf) -> None:
    question = "Jaki telefon ma Młyńskie Koło?"
    candidates = near(library.candidates(question), 2.0)
    candidates.sort(key=lambda one: "55 123" not in one.sentence.text)

    assert "55 123" in candidates[0].sentence.text
    assert answering(understand(question), library.search.find(question).query, candidates) is None


def test_the_heads_of_a_table_do_not_answer(shelf: Shelf) -> None:
    shelf.add(
        "a.md",
        "# Firmy\n\n| Klaster | Liczba firm |\n|---|---|\n| Mgła nad Wisłą | 9 |\n| Wydma nad Łebą | 7 |\n",
    )

    assert answer(shelf, "Jakie są klastry i liczba firm?", "Liczba firm") is None
    assert answer(shelf, "Jakie są klastry i liczba firm?", "Mgła") is not None


def test_a_line_of_web_addresses_does_not_answer(shelf: Shelf) -> None:
    shelf.add("a.txt", "Mgła\n\nZob. https://mgla.example/klaster-mgla-misja\n\nMisją jest cisza we mgle.\n")

    assert answer(shelf, "Jaka jest misja klastra Mgła?", "cisza") is not None
    assert answer(shelf, "Jaka jest misja klastra Mgła?", "mgla.example") is None


@given(cosine=st.floats(-1, 1), nearer=st.floats(0, 1))
def test_a_nearer_sentence_is_never_less_sure(library: Shelf, cosine: float, nearer: float) -> None:
    question = "Kiedy powstał Klaster Bursztynowy Ster?"
    query, best = library.search.find(question).query, library.candidates(question)[0]
    far, close = (near([best], one)[0] for one in (cosine, min(1.0, cosine + nearer)))

    assert 0 <= confidence(query, far).probability <= confidence(query, close).probability <= 1


@pytest.mark.parametrize(("threshold", "enough"), [(0.0, True), (1.1, False)])
def test_the_threshold_says_what_is_enough(library: Shelf, threshold: float, enough: bool) -> None:
    question = "Kiedy powstał Klaster Bursztynowy Ster?"
    query, best = library.search.find(question).query, library.candidates(question)[0]

    assert confidence(query, best, Weights(threshold=threshold)).enough is enough


def test_what_stands_under_the_kind_asked_for_answers_across_languages(shelf: Shelf) -> None:
    shelf.add(
        "zasady.md", "# Jak zostać cieślą okrętowym\n\n## Etapy\n\n1. Próba topora.\n2. Rok w stoczni.\n"
    )

    asked = "What stages does a shipyard carpenter go through?"
    found = shelf.search.find(asked, 20)

    chosen = answering(understand(asked), found.query, near(shelf.candidates(asked), 0.0))
    assert chosen is not None
    assert chosen.sentence.lead_text == "Etapy"


def test_what_stands_under_the_kind_of_another_thing_answers_nothing(shelf: Shelf) -> None:
    shelf.add("zasady.md", "# Jak zostać cieślą\n\n## Etapy\n\n1. Próba topora.\n2. Rok w warsztacie.\n")
    asked = "What stages does a glass blower go through?"
    found = shelf.search.find(asked, 20)

    assert answering(understand(asked), found.query, near(shelf.candidates(asked), 0.0)) is None
