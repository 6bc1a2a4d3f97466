"""Whom a list is of that asks for those who lost a status, or were refused one."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.register.withdrawal import as_withdrawn
from assistant.request import Request
from documents.moments import Moment
from index.register.model import Conditions, Match
from tests.assistant.answers.register.cast import TODAY, register

IN_2026 = Conditions(status="KKK", ends_in=Moment.year(2026))
NOT_IN_VIII = Conditions(countries=frozenset({"PL"}), excluded=(Conditions(status="KKK", round="VIII"),))


class Knowing:
    """A register in which a loss, or a refusal, is known of somebody or of nobody."""

    def __init__(self, *, some: bool) -> None:
        self.some = some

    def select(self, conditions: Conditions, *, today: date) -> tuple[Match, ...]:
        assert conditions.withdrawn or conditions.refused
        return (Match(register().clusters[0]),) if self.some else ()


def asked(text: str, conditions: Conditions, *, some: bool) -> Conditions:
    request = Request("list", conditions=conditions)
    return as_withdrawn(request, text, Knowing(some=some), today=TODAY).conditions


@pytest.mark.parametrize(
    "text",
    [
        "Które klastry straciły status KKK w 2026?",
        "Which clusters lost KKK status in 2026?",
        "Komu w 2026 wygasł status KKK i nie został odnowiony?",
    ],
)
def test_who_lost_a_status_at_some_time_held_it_no_more_after(text: str) -> None:
    found = asked(text, IN_2026, some=True)

    assert found.lost
    assert found.ends_in == IN_2026.ends_in


def test_who_lost_a_status_at_any_time_is_told_apart_where_a_loss_is_known() -> None:
    ended = Conditions(status="KKK", ended_by=TODAY)

    assert asked("Które klastry straciły status KKK?", ended, some=True).withdrawn
    assert asked("Które klastry straciły status KKK?", ended, some=False) == ended


def test_whose_status_ran_out_lost_none() -> None:
    assert asked("Komu w 2026 r. wygasł status KKK?", IN_2026, some=True) == IN_2026


def test_who_was_not_given_a_status_in_a_round_was_refused_it_where_that_is_known() -> None:
    refused = Conditions(status="KKK", round="VIII", refused=True)

    assert asked("Kto nie dostał KKK w VIII rundzie?", NOT_IN_VIII, some=True) == refused
    assert asked("Kto nie dostał KKK w VIII rundzie?", NOT_IN_VIII, some=False) == NOT_IN_VIII


def test_who_was_refused_a_status_is_asked_for_with_all_else_that_is_asked() -> None:
    of_town = replace(NOT_IN_VIII, towns=frozenset({"mlawa"}), sectors=frozenset({"food"}))
    refused = Conditions(
        status="KKK", round="VIII", refused=True, towns=of_town.towns, sectors=of_town.sectors
    )

    assert asked("Które klastry spożywcze z Mławy nie dostały KKK w VIII rundzie?", of_town, some=True) == (
        refused
    )


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Które klastry KKK nie zakwalifikowały się do półfinału Regaty?", ("półfinału", "Regaty")),
        ("Które klastry KKK są na liście rezerwowej programu Żagiel?", ("programu", "Żagiel")),
        ("Which KKK clusters missed out on the Heron Label?", ("Heron",)),
    ],
)
def test_who_was_refused_something_else_is_not_who_was_refused_a_status(
    text: str, unread: tuple[str, ...]
) -> None:
    request = Request("list", conditions=Conditions(status="KKK"), unread=unread)

    assert as_withdrawn(request, text, Knowing(some=True), today=TODAY) == request


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Które klastry trafiły na listę rezerwową konkursu o KKK?", ()),
        ("Które klastry nie zebrały wymaganej liczby punktów na KKK?", ("wymaganej", "punktów")),
        ("Which clusters fell short of the threshold for KKK?", ("threshold",)),
    ],
)
def test_words_of_a_decision_ask_for_nothing_besides(text: str, unread: tuple[str, ...]) -> None:
    request = Request("list", conditions=Conditions(status="KKK"), unread=unread)
    found = as_withdrawn(request, text, Knowing(some=True), today=TODAY)

    assert found.conditions == Conditions(status="KKK", refused=True)
    assert not found.unread
