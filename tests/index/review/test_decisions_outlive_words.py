"""What staff decided goes on to hold when a new version of the document has lost the words it stands on."""

import pytest

from documents.moments import Moment
from index.review.model import Told
from index.versions import KEPT
from tests.index.review.conftest import BY, Desk

ZORKANIT = "Klaster Zorkanit"
STATUS = "Klaster Zorkanit ma status KKK do 2025-12-17."
SEAT = "Klaster Zorkanit działa od lat, siedziba: Opole."
NEW_SEAT = "Od tego roku Klaster Zorkanit jest już gdzie indziej, siedziba: Radom."
BODY = "Klaster Zorkanit działa, koordynator: Fundacja Nurt."


def test_a_correction_holds_with_the_words_of_the_version_that_had_them(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, BODY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.add("a.txt", BODY)

    fact = desk.fact(ZORKANIT, "place")
    assert (fact.value, fact.review, fact.source.version) == ("Nysa", "corrected", 1)
    then = desk.store.versions.text(document, 1)
    assert then[slice(*fact.source.span)] == fact.source.quote == SEAT


def test_a_correction_goes_before_what_a_new_version_says(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.add("a.txt", NEW_SEAT)

    first, second = desk.facts(ZORKANIT, "place")
    assert (first.value, first.review, first.source.version) == ("Nysa", "corrected", 1)
    assert (second.value, second.review) == ("Radom", "overruled")


def test_a_correction_gives_way_to_what_staff_confirm_in_the_new_version(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.add("a.txt", NEW_SEAT)
    desk.confirm(ZORKANIT, desk.facts(ZORKANIT, "place")[1])

    assert desk.values(ZORKANIT, "place") == ["Radom"]


def test_a_correction_is_not_told_beside_a_new_version_that_says_the_same(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Radom")
    desk.add("a.txt", NEW_SEAT)

    fact = desk.fact(ZORKANIT, "place")
    assert (fact.value, fact.source.version, fact.source.quote) == ("Radom", 0, NEW_SEAT)


@pytest.mark.parametrize("kind", ["confirmed", "added"])
def test_what_was_confirmed_or_added_holds_while_its_document_says_nothing_else(
    desk: Desk, kind: str
) -> None:
    document = desk.add("a.txt", SEAT, BODY)
    if kind == "confirmed":
        desk.confirm(ZORKANIT, desk.fact(ZORKANIT, "place"))
    else:
        desk.reject(ZORKANIT, desk.fact(ZORKANIT, "place"))
        desk.state(ZORKANIT, Told("place", "Opole"), document=document, quote="siedziba: Opole")
    desk.add("a.txt", BODY)

    fact = desk.fact(ZORKANIT, "place")
    assert (fact.value, fact.review, fact.source.version) == ("Opole", kind, 1)
    desk.add("a.txt", BODY, NEW_SEAT)
    assert [(one.value, one.review) for one in desk.facts(ZORKANIT, "place")] == [("Radom", "")]


def test_what_was_confirmed_is_not_told_where_its_sentence_was_rewritten(desk: Desk) -> None:
    desk.add("a.txt", STATUS, SEAT)
    desk.confirm(ZORKANIT, desk.fact(ZORKANIT, "status"))
    desk.add("a.txt", "Klaster Zorkanit utracił status KKK 2025-12-17.", SEAT)

    assert desk.values(ZORKANIT, "status") == []


def test_what_was_confirmed_holds_where_a_like_sentence_stood_beside_it(desk: Desk) -> None:
    beside = "Klaster Wydmiak ma status KKK do 2025-12-17."
    desk.add("a.txt", STATUS, beside)
    desk.confirm(ZORKANIT, desk.fact(ZORKANIT, "status"))
    desk.add("a.txt", beside)

    assert desk.fact(ZORKANIT, "status").until == Moment.from_iso("2025-12-17")


def test_a_rejected_fact_of_an_earlier_version_stays_rejected(desk: Desk) -> None:
    desk.add("a.txt", SEAT, BODY)
    desk.reject(ZORKANIT, desk.fact(ZORKANIT, "place"))
    desk.add("a.txt", BODY)

    assert desk.values(ZORKANIT, "place") == []


def test_a_fact_of_an_earlier_version_can_be_rejected_and_that_be_undone(desk: Desk) -> None:
    desk.add("a.txt", SEAT, BODY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.add("a.txt", BODY)
    rejected = desk.reject(ZORKANIT, desk.fact(ZORKANIT, "place"))
    assert desk.values(ZORKANIT, "place") == []

    desk.undo(rejected)
    assert desk.values(ZORKANIT, "place") == ["Nysa"]


def test_the_words_of_a_decision_outlive_the_versions_that_are_kept(desk: Desk) -> None:
    desk.add("a.txt", SEAT, BODY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    for number in range(KEPT + 2):
        desk.add("a.txt", BODY, f"Wydanie {number}.")

    assert desk.fact(ZORKANIT, "place").source.version == 1
    held = [one.number for one in desk.store.versions.of(desk.store.documents()[0].id)]
    assert held == [*range(KEPT + 3, 2, -1), 1]


def test_a_document_removed_takes_what_its_earlier_versions_said_with_it(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, BODY)
    desk.correct(ZORKANIT, desk.fact(ZORKANIT, "place"), "Nysa")
    desk.add("a.txt", BODY)
    desk.store.remove(document, by=BY)

    assert desk.names() == []


def test_a_correction_of_the_day_is_told_with_the_date_of_the_version_that_said_it(desk: Desk) -> None:
    desk.add("a.txt", SEAT, BODY)
    fact = desk.fact(ZORKANIT, "place")
    desk.correct(ZORKANIT, fact, "Nysa")
    desk.add("a.txt", "Data: 1 maja 2031", BODY)

    kept = desk.fact(ZORKANIT, "place").source.document
    assert kept.date == fact.source.document.date
