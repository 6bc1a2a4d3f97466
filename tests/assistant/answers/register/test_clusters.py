"""Lists of clusters: complete, dated, each line with its source."""

from datetime import date

import pytest

from assistant.answers.register.answer import register_answer
from assistant.answers.register.details import columns
from assistant.model import Answer
from assistant.request import Order, Request
from assistant.text import answer_text
from documents.model import Language
from documents.moments import Moment
from index.register.model import Attribute, Conditions
from tests.assistant.answers.register.cast import FIFTH, FOURTH, ITEMS, TODAY, FakeRegister, register

IN_2024 = Conditions(status="KKK", ends_in=Moment.year(2024))
ANY_TIME = Conditions(status="KKK")


def listed(
    conditions: Conditions,
    language: Language = "pl",
    *,
    dated: bool = False,
    as_of: date | None = None,
    attributes: tuple[Attribute, ...] = (),
    order: Order = "",
) -> Answer:
    request = Request("list", conditions=conditions, dated=dated, attributes=attributes, order=order)
    answer = register_answer(request, register(), today=TODAY, as_of=as_of, language=language)
    assert answer is not None
    return answer


def test_a_list_says_how_many_until_when_in_which_round_and_by_which_source() -> None:
    answer = listed(IN_2024, "en", dated=True)

    assert answer_text(answer) == (
        "**2 clusters** held KKK status until 30 June 2024 (round IV), "
        "according to a source of 5 February 2024 [1]"
    )
    assert answer.citations[0].quote == FOURTH


def test_polish_words_agree_with_their_number() -> None:
    (head,) = listed(IN_2024, dated=True).statements

    assert head.exact == "2 klastry"
    assert head.framing == "miały status KKK do 30 czerwca 2024 (runda IV), według źródła z 5 lutego 2024"


def test_each_line_is_cited_where_it_stands() -> None:
    answer = listed(IN_2024, dated=True)

    quotes = {one.number: one.quote for one in answer.citations}
    assert [[quotes[n] for n in item.citations] for item in answer.items] == [
        [ITEMS["ster"]],
        [ITEMS["kolo"]],
    ]


def test_a_line_has_its_details_in_the_order_of_a_table() -> None:
    answer = listed(IN_2024, dated=True, attributes=("phone",))

    assert columns(answer) == ("status", "round", "valid_until", "representative", "phone")
    assert answer.items[0].details == {
        "status": "KKK",
        "round": "IV",
        "valid_until": "2024-06-30",
        "representative": "Fundacja Jantar",
        "phone": "55 123 45 67",
    }


def test_what_has_passed_is_noted() -> None:
    assert (
        listed(IN_2024, "en", dated=True).notes[0] == "That date has passed; the library knows of no renewal."
    )


def test_on_a_day_before_the_end_nothing_has_passed() -> None:
    answer = listed(IN_2024, "en", dated=True, as_of=date(2024, 3, 1))

    assert answer.statements[0].framing.startswith("hold KKK status")
    assert not any("passed" in note for note in answer.notes)


def test_until_when_the_others_have_it_is_noted_with_its_source() -> None:
    answer = listed(IN_2024, dated=True)

    quotes = {one.number: one.quote for one in answer.citations}
    assert answer.notes[1] == "Pozostały 1 klaster z tym statusem: do 15 marca 2029 (runda V). [4]"
    assert quotes[4] == FIFTH


def test_a_status_that_was_taken_away_is_left_out_and_noted_without_its_name() -> None:
    answer = listed(ANY_TIME)

    assert "Klaster Srebrny Pszczelarz" not in [item.name for item in answer.items]
    assert answer.notes[-1].startswith("Pominięto 1 klaster, któremu status cofnięto. [")
    assert not any("Pszczelarz" in note for note in answer.notes)


def test_without_a_date_the_newest_of_each_is_listed_by_its_validity() -> None:
    answer = listed(ANY_TIME)

    assert [one.exact or one.framing for one in answer.statements] == [
        "3 klastry",
        "1 klaster do 15 marca 2029 (runda V), według źródła z 5 lutego 2024",
        "2 klastry do 30 czerwca 2024 (runda IV), według źródła z 5 lutego 2024",
    ]
    assert answer.statements[0].framing == "mają lub miały status KKK"
    assert "Dla 2 z 3 ten termin minął; biblioteka nie zna odnowienia." in answer.notes


def test_now_chooses_those_whose_status_holds_today() -> None:
    now = Conditions(status="KKK", valid_on=TODAY)

    assert [item.name for item in listed(now).items] == ["Klaster Lniana Nić"]


def test_where_nothing_holds_today_what_was_known_last_is_told() -> None:
    late = date(2040, 1, 1)
    request = Request("list", conditions=Conditions(status="KKK", valid_on=late))

    answer = register_answer(request, register(), today=late)

    assert answer is not None
    assert len(answer.items) == 3
    assert answer.notes[0].startswith("Te terminy minęły")


def test_the_day_asked_for_filters_strictly() -> None:
    assert [item.name for item in listed(ANY_TIME, as_of=TODAY).items] == ["Klaster Lniana Nić"]


def test_how_many_of_how_many_is_told() -> None:
    coverage = listed(IN_2024, dated=True).coverage

    assert coverage is not None
    assert (coverage.found, coverage.of) == (2, 4)


def test_the_only_one_is_named_with_the_words_that_put_it_there() -> None:
    answer = listed(Conditions(status="KKK", regions=frozenset({"warminsko-mazurskie"})))

    (head,) = answer.statements
    assert (head.exact, head.quote) == ("Klaster Bursztynowy Ster", "Siedziba: Elbląg.")
    assert answer.items[0].reason == "Siedziba: Elbląg."
    assert answer.citations[0].quote == head.quote


def test_a_cluster_outside_every_condition_on_status_is_listed_by_the_others() -> None:
    answer = listed(Conditions(sectors=frozenset({"metalworking"})), "en")

    assert [item.name for item in answer.items] == ["Copper Lantern Cluster"]
    assert answer.clusters == ("lantern",)


def test_what_is_asked_for_and_not_known_is_noted() -> None:
    notes = listed(ANY_TIME, "en", attributes=("email",)).notes

    assert "For 2 of the 3 the library does not know: e-mail." in notes


@pytest.mark.parametrize(("order", "first"), [("ends_first", "Bursztynowy"), ("ends_last", "Lniana")])
def test_in_an_order_the_first_is_the_answer(order: Order, first: str) -> None:
    answer = listed(ANY_TIME, order=order)

    assert first in answer.statements[0].exact
    assert answer.items[0].name == answer.statements[0].exact


def test_every_line_of_the_text_has_a_marker() -> None:
    for conditions in (IN_2024, ANY_TIME, Conditions(sectors=frozenset({"maritime"}))):
        assert all("[" in line for line in answer_text(listed(conditions, dated=True)).splitlines())


def test_one_documents_list_keeps_its_order() -> None:
    clusters = register().clusters
    backwards = FakeRegister(*reversed(clusters))

    answer = register_answer(Request("list", conditions=ANY_TIME), backwards, today=TODAY)
    assert answer is not None
    assert [item.cluster for item in answer.items] == ["ster", "kolo", "nic"]
