"""Which sentence answers."""

from dataclasses import fields, replace

import pytest

from assistant.question import Asked, Question, understand
from assistant.ranking import PASSAGES, Candidate, Weights, kind_sign, new_spans, rank
from documents.model import Span
from index.words import fold, tokenize
from tests.assistant.shelf import Shelf

NOTHING = Weights(**{field.name: 0.0 for field in fields(Weights)})


def first(shelf: Shelf, question: str, weights: Weights) -> str:
    return rank(understand(question), shelf.search.find(question, 20), weights)[0].sentence.text


def test_the_best_sentence_comes_first(library: Shelf) -> None:
    scores = [one.score for one in library.candidates("Kiedy powstał Bursztynowy Ster?")]

    assert scores == sorted(scores, reverse=True)


def test_every_sentence_of_the_best_passages_is_compared_once(library: Shelf) -> None:
    question = "Kiedy powstał Bursztynowy Ster?"
    places = [(one.hit.passage.id, one.place) for one in library.candidates(question)]
    hits = library.search.find(question, 20).hits[:PASSAGES]

    assert len(places) == len(set(places))
    assert len(places) == sum(len(hit.passage.sentences) for hit in hits)


def test_where_nothing_is_found_nothing_is_ranked(shelf: Shelf) -> None:
    assert shelf.candidates("Kiedy powstał Bursztynowy Ster?") == ()


def test_of_equals_the_better_hit_and_the_earlier_sentence_come_first(library: Shelf) -> None:
    question = "Kiedy powstał Bursztynowy Ster?"
    ranked = rank(understand(question), library.search.find(question, 20), NOTHING)

    assert [(c.hit.rank, c.place) for c in ranked] == sorted((c.hit.rank, c.place) for c in ranked)


@pytest.mark.parametrize(
    ("weights", "question", "holds"),
    [
        (replace(NOTHING, alone=1.0), "Jaka jest misja budowy łodzi bez odpadów?", "Misją"),
        (
            replace(NOTHING, kind=1.0, alone=0.1),
            "Do kiedy ważny jest status Bursztynowego Steru?",
            "30 czerwca",
        ),
        (replace(NOTHING, others=1.0), "Kto reprezentuje klaster?", "reprezentuje"),
    ],
)
def test_each_weight_draws_its_own_sentence_to_the_front(
    library: Shelf, weights: Weights, question: str, holds: str
) -> None:
    assert holds in first(library, question, weights)


BLOCKS = """# Kontakty

Klaster Lniana Nić:

- tel. 55 111 11 11

Klaster Dębowa Beczka:

- tel. 55 222 22 22
"""


@pytest.mark.parametrize(
    ("name", "number"), [("Lniana Nić", "55 111 11 11"), ("Dębowa Beczka", "55 222 22 22")]
)
def test_a_telephone_number_belongs_to_the_line_above_it(shelf: Shelf, name: str, number: str) -> None:
    shelf.add("a.md", BLOCKS)

    weights = Weights(cosine=0.0, passage=0.0, new_words=0.0)
    assert number in first(shelf, f"Jaki telefon ma {name}?", weights)


@pytest.mark.parametrize("chosen", ["Ignacy Żarnowski", "Halina Wodnicka"])
def test_a_sentence_near_what_was_just_cited_is_preferred(library: Shelf, chosen: str) -> None:
    question = "Kto reprezentuje klaster?"
    passage, sentence = library.sentence(chosen)
    near = {(passage.document.id, sentence.span.start)}
    weights = replace(NOTHING, spoken_of=1.0, kind=0.5)

    ranked = rank(understand(question), library.search.find(question, 20), weights, spoken_of=near)
    assert ranked[0].hit.passage.id == passage.id


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Kto prowadzi księgi klastra? Robi to skarbnik wybrany przez radę. Księgi leżą w szafie.",
            "Kto prowadzi księgi w klastrze?",
            "Robi to skarbnik",
        ),
        (
            "Does a rope maker pay the yearly fee? No. Craftsmen are free of it for ten years. Fees are low.",
            "Do rope makers pay the yearly fee?",
            "Craftsmen are free",
        ),
    ],
)
def test_a_question_in_a_text_answers_nothing_but_what_follows_it_does(
    shelf: Shelf, text: str, question: str, answer: str
) -> None:
    shelf.add("a.md", f"# Rozmowa\n\n{text}\n")

    ranked = shelf.candidates(question)
    assert ranked[0].sentence.text.startswith(answer)
    assert not any(one.sentence.text.endswith("?") for one in ranked)


def test_a_heading_that_asks_the_same_points_at_its_answer(shelf: Shelf) -> None:
    shelf.add(
        "pytania.md",
        "# Pytania\n\n## Czy łódź można stracić?\n\nTak. Port odbiera ją, gdy szyper dwa razy nie płaci.\n\n"
        "## Kto maluje łódź?\n\nMaluje ją mistrz bractwa.\n",
    )

    ranked = shelf.candidates("Za co można stracić łódź bractwa szkutników?")
    assert next(one for one in ranked if one.sentence.text != "Tak.").sentence.text.startswith("Port odbiera")


def spans_in(text: str, question: str) -> tuple[Span, ...]:
    return new_spans(text, understand(question), {fold(token) for token in tokenize(question)})


def test_a_span_that_the_question_names_itself_is_not_new() -> None:
    text = "W 2009 roku, a nie w 2011 roku."

    assert [text[s.start : s.end] for s in spans_in(text, "Kiedy, w 2009 roku?")] == ["2011 roku"]


def test_a_name_longer_than_in_the_question_is_new() -> None:
    assert spans_in("Kieruje nim Halina Wodnicka.", "Kto to jest: Halina?") == (Span(12, 27),)


@pytest.mark.parametrize(
    ("asked", "met", "sign"),
    [
        ("date", (Span(0, 4),), 1.0),
        ("date", (), -1.0),
        ("thing", (), 0.0),
        ("yes_no", (), 0.0),
        ("advice", (), 0.0),
    ],
)
def test_the_kind_asked_for_speaks_for_a_sentence_and_its_lack_against(
    asked: Asked, met: tuple[Span, ...], sign: float
) -> None:
    assert kind_sign(Question("x", "pl", asked), met) == sign


def test_a_candidate_knows_its_sentence(library: Shelf) -> None:
    def text(one: Candidate) -> str:
        return one.hit.passage.sentences[one.place].text

    assert all(one.sentence.text == text(one) for one in library.candidates("Bursztynowy Ster"))


FORUM = """# Za nami forum klastrów w Opolu

W dniach 14–15 października 2026 r. w opolskim młynie spotkali się ludzie, którzy prowadzą klastry.

Kolejne forum klastrów odbędzie się w Opolu w maju 2028 roku.
"""


def test_what_is_to_come_is_no_answer_to_when_something_was(shelf: Shelf) -> None:
    shelf.add("forum.md", FORUM)

    def score(question: str) -> float:
        found = shelf.search.find(question, 20)
        kept, free = (rank(understand(question), found, one) for one in (Weights(), Weights(ahead=0.0)))
        by_text = {one.sentence.text: one.score for one in free}
        return next(by_text[o.sentence.text] - o.score for o in kept if "2028" in o.sentence.text)

    assert score("Kiedy odbyło się forum klastrów w Opolu?") > 0
    assert score("Kiedy odbędzie się forum klastrów w Opolu?") == 0
