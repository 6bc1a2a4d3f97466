"""What staff decide of facts: it holds whatever becomes of the document's rows, and can be undone."""

from dataclasses import replace

import pytest

from documents.model import Document
from documents.moments import Moment
from index.errors import DecisionError, UnknownDecisionError, UnknownDocumentError
from index.extraction.model import Extract
from index.recall import Recall
from index.register.present import RegisterOf
from index.review.model import Told
from tests.fakes import HashingEncoder
from tests.index.review.conftest import BY, Desk, plain_extract

STATUS = "Klaster Zorkanit ma status KKK do 2025-12-17."
SEAT = "Klaster Zorkanit działa od lat, siedziba: Opole."
BODY = "Klaster Zorkanit działa, koordynator: Fundacja Nurt."
OTHER = "Klaster Wydmiak działa, siedziba: Radom."
NEW_BODY = "Klaster Zorkanit działa dalej, koordynator: Fundacja Brzeg."


def test_a_confirmed_fact_says_so_and_keeps_its_source(desk: Desk) -> None:
    desk.add("a.txt", STATUS, SEAT)
    before = desk.fact("Klaster Zorkanit", "status")
    desk.confirm("Klaster Zorkanit", before)

    after = desk.fact("Klaster Zorkanit", "status")
    assert (after.review, after.source.span, after.until) == ("confirmed", before.source.span, before.until)
    assert after.source.review == "confirmed"
    assert desk.fact("Klaster Zorkanit", "place").review == ""


def test_a_rejected_fact_is_gone_and_comes_back_when_that_is_undone(desk: Desk) -> None:
    desk.add("a.txt", STATUS, SEAT)
    decision = desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"))

    assert desk.values("Klaster Zorkanit", "place") == []
    assert desk.register.regions("zorkanit") == ()
    desk.undo(decision)
    assert desk.values("Klaster Zorkanit", "place") == ["Opole"]


def test_a_corrected_fact_has_the_new_value_at_the_same_source(desk: Desk) -> None:
    desk.add("a.txt", STATUS)
    before = desk.fact("Klaster Zorkanit", "status")
    desk.correct("Klaster Zorkanit", before, "KKK", until="2027-06")

    after = desk.fact("Klaster Zorkanit", "status")
    assert (after.until, after.review) == (Moment.month(2027, 6), "corrected")
    assert (after.source.span, after.source.quote) == (before.source.span, before.source.quote)


def test_a_fact_corrected_to_another_cluster_is_that_one_s(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.add("b.txt", OTHER)
    desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"), "Opole", to="Klaster Wydmiak")

    assert desk.values("Klaster Zorkanit", "place") == []
    assert set(desk.values("Klaster Wydmiak", "place")) == {"Radom", "Opole"}


def test_a_fact_added_by_hand_cites_the_words_it_was_given(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, "Skupia głównie odlewnie.")
    desk.state("Klaster Zorkanit", Told("sector", "metal"), document=document, quote="głównie odlewnie")

    added = desk.fact("Klaster Zorkanit", "sector")
    text = desk.store.text(document)
    assert (added.value, added.review) == ("metal", "added")
    assert text[slice(*added.source.span)] == added.source.quote == "głównie odlewnie"


def test_a_fact_may_be_added_from_a_document_that_does_not_name_the_cluster(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    document = desk.add("b.txt", "Prezesem jest Lena Wałach.")
    desk.state("Klaster Zorkanit", Told("person", "Lena Wałach"), document=document, quote="Lena Wałach")

    assert desk.names() == ["Klaster Zorkanit"]
    assert desk.values("Klaster Zorkanit", "person") == ["Lena Wałach"]


@pytest.mark.parametrize("newer", [False, True])
def test_what_is_checked_goes_before_what_disagrees_and_both_stay_in_sight(desk: Desk, newer: bool) -> None:
    first, second = ("b.txt", "a.txt") if newer else ("a.txt", "b.txt")
    desk.add(first, BODY)
    desk.add(second, NEW_BODY)
    checked = next(one for one in desk.facts("Klaster Zorkanit", "coordinator") if "Nurt" in one.value)
    desk.confirm("Klaster Zorkanit", checked)

    found = [(one.value, one.review) for one in desk.facts("Klaster Zorkanit", "coordinator")]
    assert found == [("Fundacja Nurt", "confirmed"), ("Fundacja Brzeg", "overruled")]


def test_the_newest_decision_on_a_fact_counts_and_undoing_it_brings_back_the_one_before(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.confirm("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"))
    second = desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"), "Brzeg")
    third = desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"), "Nysa")

    assert desk.values("Klaster Zorkanit", "place") == ["Nysa"]
    desk.undo(third)
    assert desk.values("Klaster Zorkanit", "place") == ["Brzeg"]
    desk.undo(second)
    assert [one.review for one in desk.facts("Klaster Zorkanit", "place")] == ["confirmed"]


def test_an_added_fact_can_be_corrected_and_rejected_like_any_other(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, "Skupia głównie odlewnie.")
    desk.state("Klaster Zorkanit", Told("sector", "metal"), document=document, quote="odlewnie")
    desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "sector"), "machinery")
    assert desk.values("Klaster Zorkanit", "sector") == ["machinery"]

    desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "sector"))
    assert desk.values("Klaster Zorkanit", "sector") == []


def test_every_decision_is_in_the_log_with_who_made_it(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    decision = desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"))
    desk.undo(decision)

    told = [(one.by, one.action, one.subject) for one in desk.store.audit.records()]
    assert told[:2] == [(BY, "decision.undone", "zorkanit"), (BY, "fact.rejected", "zorkanit")]
    assert desk.store.audit.broken() is None


def test_undoing_twice_is_once(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    decision = desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"))
    desk.undo(decision)
    records = desk.store.audit.count()
    desk.undo(decision)

    assert desk.store.audit.count() == records


def test_a_decision_that_there_is_not_cannot_be_undone(desk: Desk) -> None:
    with pytest.raises(UnknownDecisionError):
        desk.undo(7)


def test_a_fact_that_was_read_anew_since_is_looked_at_again(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    old, cluster = desk.fact("Klaster Zorkanit", "place"), desk.cluster("Klaster Zorkanit")
    desk.add("a.txt", OTHER)

    with pytest.raises(DecisionError):
        desk.store.review.judge([(cluster, old)], "confirmed", by=BY)
    assert desk.store.review.decisions() == ()
    assert "fact.confirmed" not in [one.action for one in desk.store.audit.records()]


def test_nothing_is_added_out_of_a_document_that_is_not_held(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    document = desk.add("b.txt", OTHER)
    cluster = desk.cluster("Klaster Zorkanit")
    desk.store.remove(document, by=BY)

    with pytest.raises(UnknownDocumentError):
        desk.store.review.add(
            cluster,
            Told("place", "Radom"),
            document=document,
            span=desk.cluster("Klaster Zorkanit").mentions[0].span,
            by=BY,
        )


# When documents change


def test_decisions_hold_when_nothing_is_read_out_of_the_document_any_more(desk: Desk) -> None:
    document = desk.add("a.txt", STATUS, SEAT, BODY)
    desk.confirm("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "status"))
    desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"), "Nysa")
    desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "coordinator"))
    desk.read_again(lambda _: Extract())

    assert [one.review for one in desk.facts("Klaster Zorkanit", "status")] == ["confirmed"]
    assert desk.values("Klaster Zorkanit", "place") == ["Nysa"]
    assert desk.values("Klaster Zorkanit", "coordinator") == []
    for fact in desk.cluster("Klaster Zorkanit").facts:
        assert desk.store.text(document)[slice(*fact.source.span)] == fact.source.quote


def test_a_reader_that_learns_what_was_corrected_makes_no_second_fact(desk: Desk) -> None:
    desk.add("a.txt", SEAT)
    desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"), "Nysa")
    told = desk.extract

    def better(document: Document) -> Extract:
        made = told(document)
        return replace(made, claims=tuple(replace(one, value="Nysa") for one in made.claims))

    desk.read_again(better)

    assert [(one.value, one.review) for one in desk.facts("Klaster Zorkanit", "place")] == [
        ("Nysa", "corrected")
    ]


def test_decisions_follow_a_sentence_that_moved_and_changed_a_little(desk: Desk) -> None:
    document = desk.add("a.txt", "Wstęp.", STATUS, BODY)
    desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "status"), "KKK", until="2027")
    desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "coordinator"))
    desk.add("a.txt", BODY, "Zupełnie nowy wstęp, o czym innym.", STATUS.replace("KKK", "KKK aż"))

    fact = desk.fact("Klaster Zorkanit", "status")
    assert (fact.until, fact.review) == (Moment.year(2027), "corrected")
    assert desk.store.text(document)[slice(*fact.source.span)] == fact.source.quote
    assert desk.values("Klaster Zorkanit", "coordinator") == []


@pytest.mark.parametrize(
    "changed",
    [
        "Klaster Zorkanit ma status KKK do 2026-12-17.",
        "Klaster Zorkanit nie ma status KKK do 2025-12-17.",
        "Klaster Wydmiak ma status KKK do 2025-12-17.",
        "Klaster Zorkanit miał status KKK do 2025-12-17.",
    ],
)
def test_a_decision_does_not_follow_a_sentence_that_says_something_else(desk: Desk, changed: str) -> None:
    desk.add("a.txt", STATUS, OTHER, SEAT)
    desk.confirm("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "status"))
    desk.add("a.txt", changed, OTHER, SEAT)

    checked = [one for name in desk.names() for one in desk.facts(name, "status") if one.review]
    assert checked == []
    (pin,) = desk.store.review.pins(desk.store.review.counting())
    assert pin.sources == ()


def test_a_document_removed_takes_what_was_decided_with_it_and_brings_it_back(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT, "Skupia głównie odlewnie.")
    desk.add("b.txt", BODY)
    desk.state("Klaster Zorkanit", Told("sector", "metal"), document=document, quote="odlewnie")
    desk.store.remove(document, by=BY)
    assert desk.values("Klaster Zorkanit", "sector") == []

    desk.add("a.txt", SEAT, "Skupia głównie odlewnie.")
    assert [one.review for one in desk.facts("Klaster Zorkanit", "sector")] == ["added"]


def test_a_second_register_of_the_same_library_sees_what_was_decided(desk: Desk) -> None:
    second = RegisterOf(desk.store)
    desk.add("a.txt", SEAT)
    first = second.now()
    desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"))

    assert second.now() is not first
    assert second.now() is second.now()
    assert second.now().cluster("zorkanit").of("place") == ()


def test_a_document_removed_for_good_takes_the_words_that_decisions_quote_with_it(desk: Desk) -> None:
    desk.add("b.txt", OTHER)
    document = desk.add("a.txt", SEAT)
    desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"))
    desk.store.remove(document, by=BY)
    assert len(desk.store.review.decisions()) == 1

    desk.store.removed.forget_all(by=BY)
    assert desk.store.review.decisions() == ()


def test_decisions_come_back_with_a_removal_undone_and_an_earlier_version(desk: Desk) -> None:
    document = desk.add("a.txt", SEAT)
    recall = Recall(desk.store, HashingEncoder(), extract=plain_extract)
    desk.correct("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "place"), "Nysa")
    desk.store.remove(document, by=BY)
    recall.removed(desk.store.removed.all()[0].id, by=BY)
    assert desk.values("Klaster Zorkanit", "place") == ["Nysa"]

    desk.add("a.txt", BODY)
    assert desk.fact("Klaster Zorkanit", "place").source.version == 1
    recall.version(document, 1, by=BY)
    assert (desk.fact("Klaster Zorkanit", "place").value, _version(desk)) == ("Nysa", 0)


def _version(desk: Desk) -> int:
    return desk.fact("Klaster Zorkanit", "place").source.version
