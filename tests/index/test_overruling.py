"""What staff checked counts before what nobody did, wherever the register is asked."""

from dataclasses import replace
from datetime import date

import pytest

from documents.moments import Moment
from index.register.model import Attribute, Conditions, ReviewState
from index.register.register import Register
from index.register.subject import StoredSubject
from tests.index.told import told

TODAY = date(2026, 6, 1)
Facts = list[tuple[Attribute, str]]


def checked(subject: StoredSubject, review: ReviewState = "confirmed") -> StoredSubject:
    return replace(subject, facts=tuple(replace(one, review=review) for one in subject.facts))


def register(older: Facts, newer: Facts) -> Register:
    """One cluster, of which an older document that was checked and a newer one tell."""
    return Register(
        [
            checked(told("Klaster Zorkanit", by="a", said=date(2020, 1, 1), facts=older)),
            told("Klaster Zorkanit", by="b", said=date(2024, 1, 1), facts=newer),
        ]
    )


@pytest.mark.parametrize("attribute", ["coordinator", "place", "founded", "members"])
def test_a_checked_value_comes_first_and_the_other_is_overruled(attribute: Attribute) -> None:
    values = {"coordinator": ("Fundacja Nurt", "Fundacja Brzeg"), "place": ("Opole", "Nysa")}
    first, second = values.get(attribute, ("2014", "2015"))
    found = register([(attribute, first)], [(attribute, second)]).clusters[0].of(attribute)

    assert [(one.value, one.review) for one in found] == [(first, "confirmed"), (second, "overruled")]


def test_what_is_overruled_meets_no_condition() -> None:
    made = register(
        [("coordinator", "Fundacja Nurt"), ("place", "Opole"), ("members", "40")],
        [("coordinator", "Fundacja Brzeg"), ("place", "Radom"), ("members", "90")],
    )

    def count(**conditions: object) -> int:
        return len(made.select(Conditions(**conditions), today=TODAY))  # type: ignore[arg-type]

    assert count(coordinator="Fundacja Nurt") == 1
    assert count(coordinator="Fundacja Brzeg") == 0
    assert count(towns=frozenset({"opole"})) == 1
    assert count(towns=frozenset({"radom"})) == 0
    assert count(regions=frozenset({"mazowieckie"})) == 0
    assert count(members=("at_most", 50)) == 1


def test_values_that_a_cluster_has_several_of_overrule_nothing() -> None:
    found = register([("partner", "Politechnika")], [("partner", "Bank")]).clusters[0].facts

    assert [one.review for one in found] == ["confirmed", ""]


def test_a_less_exact_year_of_founding_is_overruled_by_none_that_says_the_same() -> None:
    found = register([("founded", "2014-05")], [("founded", "2014")]).clusters[0].of("founded")

    assert [one.review for one in found] == ["confirmed", ""]


@pytest.mark.parametrize("review", ["confirmed", "corrected", "added"])
def test_the_end_of_a_status_that_was_checked_holds_against_a_newer_source(review: ReviewState) -> None:
    older = told("Klaster Zorkanit", by="a", said=date(2023, 1, 1), statuses=[("VI", "", "2026-12-17")])
    newer = told("Klaster Zorkanit", by="b", said=date(2025, 1, 1), statuses=[("VI", "", "2025-12-17")])
    made = Register([checked(older, review), newer])

    status = made.status("zorkanit", today=TODAY)
    assert status is not None
    assert status.until == Moment.day(date(2026, 12, 17))
    assert len(made.select(Conditions(status="KKK", valid_on=TODAY), today=TODAY)) == 1
    assert [one.review for one in made.statuses("zorkanit")] == [review, "overruled"]


def test_rounds_of_a_status_overrule_each_other_not() -> None:
    older = told("Klaster Zorkanit", by="a", said=date(2023, 1, 1), statuses=[("V", "", "2022-12-17")])
    newer = told("Klaster Zorkanit", by="b", said=date(2025, 1, 1), statuses=[("VI", "", "2027-12-17")])
    made = Register([checked(older), newer])

    assert [one.review for one in made.statuses("zorkanit")] == ["confirmed", ""]
    assert len(made.select(Conditions(status="KKK", valid_on=TODAY), today=TODAY)) == 1


def test_a_corrected_status_is_made_no_exacter_by_others() -> None:
    older = told("Klaster Zorkanit", by="a", statuses=[("VI", "", "2026")])
    newer = told("Klaster Zorkanit", by="b", statuses=[("VI", "", "2026-03-01")])
    made = Register([checked(older, "corrected"), newer])

    status = made.status("zorkanit", today=date(2026, 2, 1))
    assert status is not None
    assert status.until == Moment.year(2026)
