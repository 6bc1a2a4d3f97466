"""Whether a cluster has a status, or a coordinator: the fact, from which yes or no follows."""

from dataclasses import replace
from datetime import date

from assistant.answers.register.answer import register_answer
from assistant.model import Answer
from assistant.request import Request
from index.register.model import Conditions
from tests.assistant.answers.register.cast import FIFTH, FOURTH, TODAY, register

KKK = Conditions(status="KKK")


def asked(request: Request, *, as_of: date | None = None) -> Answer:
    answer = register_answer(request, register(), today=TODAY, as_of=as_of, language="en")
    assert answer is not None
    return answer


def test_a_status_is_answered_with_its_date_and_that_it_has_passed() -> None:
    answer = asked(Request("yes_no", clusters=("ster",), conditions=KKK))

    assert answer.statements[0].exact == "No, until 30 June 2024"
    assert answer.notes == ("That date has passed; the library knows of no renewal.",)


def test_on_a_day_within_it_the_answer_begins_with_yes() -> None:
    answer = asked(Request("yes_no", clusters=("ster",), conditions=KKK), as_of=date(2024, 3, 1))

    assert answer.statements[0].exact == "Yes, until 30 June 2024"


def test_on_a_day_after_it_the_answer_begins_with_no() -> None:
    answer = asked(Request("yes_no", clusters=("ster",), conditions=KKK), as_of=date(2025, 3, 1))

    assert answer.statements[0].exact == "No, until 30 June 2024"


def test_whether_it_ever_had_one_that_has_ended_is_answered_with_yes() -> None:
    answer = asked(Request("yes_no", clusters=("ster",), conditions=KKK, ever=True))

    assert answer.statements[0].exact == "Yes, until 30 June 2024"


def test_whether_it_is_held_no_more_is_answered_in_full() -> None:
    over = asked(Request("yes_no", clusters=("ster",), conditions=replace(KKK, ended_by=TODAY)))
    held = asked(
        Request("yes_no", clusters=("ster",), conditions=replace(KKK, ended_by=date(2024, 3, 1))),
        as_of=date(2024, 3, 1),
    )
    denied = asked(Request("yes_no", clusters=("ster",), conditions=KKK, unread=("nie",)))

    assert over.statements[0].exact == "It holds that status no more: until 30 June 2024"
    assert held.statements[0].exact == "It still holds that status: until 30 June 2024"
    assert denied.statements[0].exact == over.statements[0].exact


def test_a_cluster_that_is_on_no_list_is_said_to_be_missing_there() -> None:
    answer = asked(Request("yes_no", clusters=("lantern",), conditions=KKK))

    assert answer.kind == "abstention"
    assert answer.notes == (
        "Copper Lantern Cluster is not on the list of 3 clusters with KKK status "
        "(a source of 5 February 2024). [1][2]",
    )
    assert [one.quote for one in answer.citations] == [FOURTH, FIFTH]


def test_another_coordinator_is_named_in_place_of_the_one_asked_about() -> None:
    answer = asked(Request("yes_no", clusters=("kolo",), value="Fundacja Jantar"))

    assert answer.statements[0].exact == "Instytut Mąki"
    assert answer.notes[0] == "The library does not name here: Fundacja Jantar."


def test_a_sector_is_answered_by_the_words_that_tell_of_it() -> None:
    metal = Conditions(sectors=frozenset({"metalworking"}))

    answer = asked(Request("yes_no", clusters=("lantern",), conditions=metal))
    assert answer.statements[0].exact == "Yes, metalworking"
    assert "foundries" in answer.statements[0].quote


def test_what_is_known_of_the_place_leaves_no_other_open() -> None:
    elsewhere = Conditions(towns=frozenset({"opole"}))

    answer = asked(Request("yes_no", clusters=("ster",), conditions=elsewhere))
    assert answer.statements[0].exact == "No, Elbląg"
