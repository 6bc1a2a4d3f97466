"""Something of one cluster, or of two."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.register.answer import register_answer
from assistant.model import Answer
from assistant.request import Aspect, Request, Turn
from documents.moments import Moment
from index.register.model import Attribute, Conditions, Fact
from index.register.register import Register
from tests.assistant.answers.register.cast import (
    FOURTH,
    ITEMS,
    MEMBERS,
    PEOPLE,
    TODAY,
    FakeRegister,
    Page,
    cluster,
    register,
)
from tests.index.told import told as told_of


def told(
    attribute: Attribute, *clusters: str, role: str = "", aspect: Aspect = "", unread: tuple[str, ...] = ()
) -> Answer | None:
    request = Request(
        "attribute",
        clusters=clusters or ("ster",),
        attributes=(attribute,),
        role=role,
        aspect=aspect,
        unread=unread,
        conditions=Conditions(status="KKK" if attribute == "status" else ""),
    )
    return register_answer(request, register(), today=TODAY, language="en")


def test_the_value_comes_first_then_the_words_that_state_it() -> None:
    answer = told("email")

    assert answer is not None
    assert [(one.exact, "biuro@ster.example" in one.quote) for one in answer.statements] == [
        ("biuro@ster.example", True)
    ]


def test_until_when_a_status_holds_is_cited_with_the_line_above_that_says_so() -> None:
    answer = told("status", aspect="until")

    assert answer is not None
    assert (answer.statements[0].exact, answer.statements[0].framing) == ("Until 30 June 2024", "(round IV)")
    assert [one.quote for one in answer.citations] == [ITEMS["ster"], FOURTH]
    assert answer.notes == ("That date has passed; the library knows of no renewal.",)


def test_a_day_before_the_end_takes_the_place_of_today() -> None:
    request = Request("attribute", clusters=("ster",), attributes=("status",), aspect="until")

    answer = register_answer(request, register(), today=TODAY, as_of=date(2024, 1, 1), language="en")
    assert answer is not None
    assert answer.notes == ()


def test_since_when_is_not_answered_by_until_when() -> None:
    assert told("status", aspect="since") is None


def test_a_status_taken_away_is_told_as_such() -> None:
    answer = told("status", "pszczelarz", aspect="until")

    assert answer is not None
    assert answer.statements[0].exact == "KKK status withdrawn"


def test_numbers_that_differ_stand_side_by_side_the_newest_first() -> None:
    answer = told("members")

    assert answer is not None
    assert [one.exact for one in answer.statements] == ["61 firm", "48 firm; 2 uczelnie"]
    assert answer.statements[1].quote == MEMBERS
    assert "Sources differ; the newest comes first." in answer.notes


def test_of_several_people_the_one_in_the_role_is_named() -> None:
    answer = told("person", role="president")

    assert answer is not None
    assert [one.exact for one in answer.statements] == ["Halina Wodnicka (prezes)"]
    assert answer.statements[0].quote == PEOPLE


def test_a_role_that_nobody_is_said_to_have_is_not_filled() -> None:
    assert told("person", role="director") is None


def test_another_word_of_the_question_must_stand_beside_the_value() -> None:
    assert told("phone", unread=("wozownia",)) is None


def test_who_represents_a_cluster_is_told_where_no_coordinator_is_known_and_said_to_be_that() -> None:
    answer = told("coordinator", "kolo")

    assert answer is not None
    assert answer.statements[0].exact == "Instytut Mąki"
    assert answer.notes[0] == "The library names no coordinator; this organisation represents the cluster."


def test_of_two_clusters_each_is_named() -> None:
    answer = told("representative", "ster", "kolo")

    assert answer is not None
    assert [(one.exact, one.framing) for one in answer.statements] == [
        ("Fundacja Jantar", "Klaster Bursztynowy Ster"),
        ("Instytut Mąki", "Klaster Młyńskie Koło"),
    ]


def test_of_three_clusters_a_table_is_made() -> None:
    answer = told("representative", "ster", "kolo", "nic")

    assert answer is not None
    assert [item.details["representative"] for item in answer.items] == [
        "Fundacja Jantar",
        "Instytut Mąki",
        "Lniarnia Sp. z o.o.",
    ]


def test_what_is_not_known_is_left_to_the_passages() -> None:
    assert told("phone", "kolo") is None


def test_a_quotation_in_another_language_is_said_to_be_one() -> None:
    answer = told("email")

    assert answer is not None
    assert answer.notes == ("Quotations are in the language of their source.",)


FORMER = Moment.year(2019)


def in_post(*, ever: bool = False, unread: tuple[str, ...] = ()) -> list[str]:
    """Who is said to have led a cluster that two have led one after the other."""
    held = told_of("Klaster Perkoz", facts=[("person", "Lena Wałach"), ("person", "Paweł Goryl")])
    now, before = held.facts
    facts = (now, replace(before, until=FORMER))
    request = Request("attribute", clusters=(), attributes=("person",), ever=ever, unread=unread)
    found = Register([replace(held, facts=facts)])
    request = replace(request, clusters=(found.clusters[0].id,))
    answer = register_answer(request, found, today=TODAY, language="en")
    assert answer is not None
    return [one.exact for one in answer.statements]


def test_of_those_who_followed_one_another_the_present_one_is_told() -> None:
    assert in_post() == ["Lena Wałach"]


def test_whoever_asks_who_it_was_is_told_the_former_one() -> None:
    assert in_post(ever=True) == ["Paweł Goryl"]
    assert in_post(ever=True, unread=("Leną", "Wałach")) == ["Paweł Goryl"]


LINES = Page("lines", "Coordinator: Reed House. Chair: Ann Reed. Contact: Tom Lind. +353 1 555 0101.")
REED = LINES.fact("person", "Ann Reed", "Chair: Ann Reed.", qualifier="chair")
LIND = LINES.fact("person", "Tom Lind", "Contact: Tom Lind.", qualifier="Contact")
LEAD = LINES.fact("coordinator", "Reed House", "Coordinator: Reed House.")
DIAL = LINES.fact("phone", "+35315550101", "+353 1 555 0101.", qualifier="Ann Reed")


@pytest.mark.parametrize(
    ("facts", "asked", "found"),
    [
        ((LEAD, REED, LIND), "person", ["Tom Lind (Contact)"]),
        ((LEAD, REED, DIAL), "person", ["Ann Reed (chair)"]),
        ((LEAD, REED, LIND, DIAL), "phone", ["+353 1 555 0101"]),
        ((LEAD, REED), "person", None),
    ],
)
def test_the_contact_person_is_whom_one_can_reach_and_not_who_coordinates(
    facts: tuple[Fact, ...], asked: Attribute, found: list[str] | None
) -> None:
    request = Request("attribute", clusters=("reed",), attributes=(asked,), role="contact")
    answer = register_answer(
        request, FakeRegister(cluster("reed", "Reed Cluster", *facts)), today=TODAY, language="en"
    )

    assert (answer and [one.exact for one in answer.statements]) == found


CHAIRS = Page("chairs", "Niamh Kelly replaced Conor Daly. Around 100 firms belong to it. It has 179 members.")
KELLY = CHAIRS.fact("person", "Niamh Kelly", "Niamh Kelly replaced Conor Daly.", qualifier="chair")
DALY = replace(
    CHAIRS.fact("person", "Conor Daly", "Niamh Kelly replaced Conor Daly.", qualifier="chair"),
    until=Moment.from_iso("2023"),
)
COUNTS = (
    CHAIRS.fact("members", "100", "Around 100 firms belong to it.", qualifier="firms"),
    CHAIRS.fact("members", "179", "It has 179 members.", qualifier="members"),
)


def of_chairs(attribute: Attribute, turn: Turn = "") -> list[tuple[str, str]]:
    """What is told of the attribute, and the words beside it."""
    known = FakeRegister(cluster("galway", "Galway Cluster", DALY, KELLY, *COUNTS))
    request = Request("attribute", clusters=("galway",), attributes=(attribute,), turn=turn)
    answer = register_answer(request, known, today=TODAY, language="en")
    return [(one.exact, one.framing) for one in answer.statements] if answer else []


def test_who_is_no_more_in_a_post_is_not_told_beside_who_is() -> None:
    assert of_chairs("person") == [("Niamh Kelly (chair)", "")]


def test_who_was_in_a_post_before_is_told_until_when() -> None:
    assert of_chairs("person", "before") == [("Conor Daly (chair)", "until 2023")]


def test_a_number_that_is_not_exact_stands_behind_the_exact_one() -> None:
    assert [exact for exact, _ in of_chairs("members")] == ["179 members", "around 100 firms"]


def test_who_leads_is_nobody_who_only_works_there() -> None:
    page = Page("table", "Contact: Mia Roe. It is run by the Foundation of the Coast.")
    contact = page.fact("person", "Mia Roe", "Contact: Mia Roe.", qualifier="Contact")
    run_by = page.fact("coordinator", "Foundation of the Coast", "It is run by the Foundation of the Coast.")
    request = Request("attribute", clusters=("coast",), attributes=("person",))
    known = FakeRegister(cluster("coast", "Coast Cluster", contact, run_by))

    answer = register_answer(request, known, today=TODAY, language="en")
    assert answer is not None
    assert [one.exact for one in answer.statements] == ["Foundation of the Coast"]
