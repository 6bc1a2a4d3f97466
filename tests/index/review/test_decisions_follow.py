"""What was decided of a sentence holds wherever it stands word for word, whatever its document is called."""

import pytest

from index.recall import Recall
from index.review.model import Told
from tests.fakes import HashingEncoder
from tests.index.review.conftest import BY, Desk, plain_extract

ZORKANIT = "Klaster Zorkanit"
SEAT = "Klaster Zorkanit działa od lat, siedziba: Opole."
BODY = "Klaster Zorkanit działa, koordynator: Fundacja Nurt."
FOUNDRY = "Skupia głównie odlewnie i kuźnie."


def test_decisions_follow_a_renamed_file(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, BODY, FOUNDRY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.reject(ZORKANIT, desk.fact(ZORKANIT, "coordinator"))
    desk.state(ZORKANIT, Told("sector", "metal"), document=document, quote=FOUNDRY)
    desk.store.remove(document, by=BY)
    desk.add("b.txt", SEAT, BODY, FOUNDRY)

    assert desk.values(ZORKANIT, "place") == ["Nysa"]
    assert desk.values(ZORKANIT, "coordinator") == []
    added = desk.fact(ZORKANIT, "sector")
    assert (added.value, added.review, added.source.document.name) == ("metal", "added", "b.txt")
    assert desk.store.text(added.source.document.id)[slice(*added.source.span)] == FOUNDRY


def test_decisions_follow_the_same_text_in_another_form(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, BODY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.store.remove(document, by=BY)
    desk.add("a.md", "# Wizytówka", SEAT.replace("działa od", "działa\nod"), BODY)

    assert desk.values(ZORKANIT, "place") == ["Nysa"]


def test_a_decision_holds_of_the_same_sentence_in_a_second_document(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    decision = desk.reject(ZORKANIT, desk.fact(ZORKANIT, "place"))
    desk.add("b.txt", "Wstęp.", SEAT, BODY)
    assert desk.values(ZORKANIT, "place") == []

    desk.undo(decision)
    assert desk.values(ZORKANIT, "place") == ["Opole", "Opole"]


def test_a_later_decision_on_the_second_document_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    second = desk.add("b.txt", "Wstęp.", SEAT)
    there = next(one for one in desk.facts(ZORKANIT, "place") if one.source.document.id == second)
    assert there.value == "Nysa"
    desk.reject(ZORKANIT, there)

    assert desk.values(ZORKANIT, "place") == []


def test_what_was_decided_at_the_document_itself_goes_before_what_follows(desk: Desk) -> None:
    first = desk.add("a.txt", SEAT)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.store.remove(first, by=BY)
    desk.add("b.txt", "Wstęp.", SEAT)
    assert desk.values(ZORKANIT, "place") == ["Nysa"]
    Recall(desk.store, HashingEncoder(), extract=plain_extract).removed(1, by=BY)

    assert desk.values(ZORKANIT, "place") == ["Nysa", "Nysa"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Klaster Wydmiak działa od lat, siedziba: Opole.",
        "Klaster Zorkanit działa od lat, siedziba: Radom.",
        "Klaster Zorkanit działa od dawna, siedziba: Opole.",
    ],
)
def test_a_decision_follows_no_other_sentence(desk: Desk, sentence: str) -> None:
    document = desk.add("a.txt", SEAT)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.store.remove(document, by=BY)
    desk.add("b.txt", sentence)

    assert "Nysa" not in [value for name in desk.names() for value in desk.values(name, "place")]


def test_a_decision_added_by_hand_does_not_go_where_the_cluster_is_not_named(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, FOUNDRY)
    desk.state(ZORKANIT, Told("sector", "metal"), document=document, quote=FOUNDRY)
    desk.store.remove(document, by=BY)
    desk.add("b.txt", "Klaster Wydmiak działa, siedziba: Radom.", FOUNDRY)

    assert desk.values("Klaster Wydmiak", "sector") == []


def test_decisions_of_a_document_removed_for_good_stay_with_the_one_that_says_the_same(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, BODY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.reject(ZORKANIT, desk.fact(ZORKANIT, "coordinator"))
    desk.store.remove(document, by=BY)
    renamed = desk.add("b.txt", "Wstęp.", SEAT)
    desk.store.removed.forget_all(by=BY)

    (kept,) = desk.store.review.decisions()
    assert (kept.kind, kept.matter.document, kept.matter.file) == ("corrected", renamed, "b.txt")
    assert desk.values(ZORKANIT, "place") == ["Nysa"]
    desk.read_again()
    assert desk.values(ZORKANIT, "place") == ["Nysa"]
