"""What is not in the register: told plainly, with nothing claimed."""

from assistant.answers.register.answer import register_abstention, register_answer
from assistant.model import Answer
from assistant.request import Request
from documents.moments import Moment
from index.register.model import Conditions
from tests.assistant.answers.register.cast import FIFTH, TODAY, register


def silent(request: Request) -> Answer:
    answer = register_answer(request, register(), today=TODAY, language="en")
    answer = answer or register_abstention(request, register(), today=TODAY, language="en")
    assert answer is not None
    assert answer.kind == "abstention"
    return answer


def test_a_year_after_all_validities_is_answered_with_the_latest_known_and_no_name() -> None:
    conditions = Conditions(status="KKK", ends_in=Moment.year(2040))

    answer = silent(Request("list", conditions=conditions, dated=True))
    assert answer.abstention == "The library knows of no cluster with KKK status at that time."
    assert answer.notes == ("The latest date known: until 15 March 2029 (round V). [1]",)
    assert [one.quote for one in answer.citations] == [FIFTH]


def test_a_round_that_is_not_known_is_answered_with_those_that_are() -> None:
    answer = silent(Request("count", conditions=Conditions(status="KKK", round="IX")))

    assert answer.abstention == "The library knows of no cluster with KKK status, round IX."
    assert answer.notes[0].startswith("Rounds known: IV and V.")


def test_a_telephone_that_is_not_known_is_said_so_with_the_documents_on_the_cluster() -> None:
    answer = silent(Request("attribute", clusters=("kolo",), attributes=("phone",)))

    assert answer.abstention == "Klaster Młyńskie Koło – not in the library: telephone."
    assert answer.notes == ("Klaster Młyńskie Koło – 1 document speaks of it: Rundy [1].",)


def test_an_organisation_that_leads_no_cluster_is_said_so() -> None:
    answer = silent(Request("holder", value="Fundacja Wozownia", attributes=("coordinator",)))

    assert "Fundacja Wozownia" in answer.abstention


def test_a_region_without_clusters_is_said_so_only_after_the_passages() -> None:
    request = Request("list", conditions=Conditions(regions=frozenset({"lubelskie"})))

    assert register_answer(request, register(), today=TODAY) is None
    assert "Lublin Region" in silent(request).abstention


def test_words_that_nothing_stands_for_are_left_to_the_passages() -> None:
    conditions = Conditions(status="KKK", ends_in=Moment.year(2040))
    request = Request("list", conditions=conditions, dated=True, unread=("ocena",))

    assert register_answer(request, register(), today=TODAY) is None
    assert register_abstention(request, register(), today=TODAY) is None
