"""What staff rejected is told to readers in no form of answer, or with a note that they hold it wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.model import Answer
from index.encoder import Encoder
from index.register.present import RegisterOf
from tests.assistant.shelf import Shelf

ZORKANIT = (
    "Klaster Zorkanit\n\n"
    "Klaster Zorkanit to klaster odlewników ze śląskich warsztatów z siedzibą w Radomiu.\n\n"
    "Klaster Zorkanit skupia odlewnie i kuźnie, które robią śruby okrętowe."
)
WYDMIAK = (
    "Klaster Wydmiak\n\n"
    "Klaster Wydmiak to klaster żeglarzy z siedzibą w Gdyni. Klaster Wydmiak liczy 40 firm."
)
OTHER = "Klaster Zorkanit to stowarzyszenie odlewników, które robią śruby okrętowe."
DEFINITION = "Czym jest Klaster Zorkanit?"
# By form of answer.
QUESTIONS = {
    "definition": DEFINITION,
    "attribute": "Gdzie ma siedzibę Klaster Zorkanit?",
    "english": "Where is Klaster Zorkanit based?",
    "yes or no": "Czy Klaster Zorkanit ma siedzibę w Radomiu?",
    "list": "Jakie klastry mają siedzibę w Radomiu?",
    "comparison": "Porównaj Klaster Zorkanit i Klaster Wydmiak",
    "recommendation": "Mam odlewnię w Radomiu. Który klaster mi polecasz?",
    "about": "Opowiedz o Klastrze Zorkanit",
    "passage": "Skąd są odlewnicy ze śląskich warsztatów?",
}


@pytest.fixture
def held(tmp_path: Path, encoder: Encoder) -> Iterator[Shelf]:
    """A library of which a seat was rejected."""
    shelf = Shelf(tmp_path, encoder)
    shelf.add("a.txt", ZORKANIT)
    shelf.add("b.txt", WYDMIAK)
    reject(shelf, "Radom")
    yield shelf
    shelf.store.close()


def reject(shelf: Shelf, value: str) -> None:
    clusters = RegisterOf(shelf.store).now().clusters
    meant = [(one, fact) for one in clusters for fact in one.facts if fact.value == value]
    assert meant
    shelf.store.review.judge(meant, "rejected", by="Stefan")


def noted(answer: Answer) -> list[str]:
    return [one for one in answer.notes if "uznała za błędne" in one or "hold to be wrong" in one]


@pytest.mark.parametrize("form", QUESTIONS)
def test_a_rejected_statement_is_told_in_no_form_without_a_note(held: Shelf, form: str) -> None:
    answer = held.answer(QUESTIONS[form])

    said = [f"{one.exact} {one.framing} {one.quote}" for one in answer.statements]
    said += [f"{one.details} {one.reason}" for one in answer.items]
    cited = [one.number for one in answer.citations if "Radomiu" in one.quote]
    notes = " ".join(noted(answer))
    assert notes or not any("Radom" in one for one in said)
    assert all(f"[{number}]" in notes for number in cited)


def test_the_only_sentence_that_defines_is_quoted_with_a_note(held: Shelf) -> None:
    answer = held.answer(DEFINITION)

    assert answer.kind == "definition"
    assert "z siedzibą w Radomiu" in answer.statements[0].quote
    assert noted(answer) == ["Obsługa uznała za błędne to, co te słowa podają jako: miejscowość. [1]"]


def test_another_sentence_that_defines_is_quoted_in_its_place(held: Shelf) -> None:
    held.add("c.txt", OTHER)
    answer = held.answer(DEFINITION)

    assert [one.quote for one in answer.statements] == [OTHER]
    assert noted(answer) == []


def test_the_note_goes_when_the_rejection_is_undone(held: Shelf) -> None:
    held.store.review.undo(1, by="Stefan")

    answer = held.answer(DEFINITION)
    assert "Radomiu" in answer.statements[0].quote
    assert noted(answer) == []


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Kto koordynuje Klaster Hydrant?", "Nurt"),
        ("Porównaj koordynatorów klastrów Hydrant i Wydmiak", "Nurt"),
        ("Porównaj liczbę firm klastrów Hydrant i Wydmiak", "55"),
        ("Który klaster koordynuje Fundacja Nurt?", "Hydrant"),
    ],
)
def test_sentences_say_of_named_clusters_nothing_that_was_rejected(
    held: Shelf, question: str, absent: str
) -> None:
    told = "Koordynatorem Klastra Hydrant jest Fundacja Nurt. Klaster Hydrant liczy 55 firm."
    held.add("h.txt", f"Klaster Hydrant\n\n{told}")
    reject(held, "Fundacja Nurt")
    reject(held, "55")

    said = held.answer(question).statements
    assert absent not in " ".join(f"{one.exact} {one.framing}" for one in said)
    assert absent == "Hydrant" or absent not in " ".join(one.quote for one in said)
