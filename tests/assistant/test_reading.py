"""What questions that stand alone ask of the register."""

from dataclasses import replace

import pytest

from assistant.request import Request
from index import words
from index.register.model import Conditions
from tests.assistant.requests.asked import TODAY, asks, read
from tests.assistant.requests.for_clusters import LISTS
from tests.assistant.requests.of_clusters import ATTRIBUTES, COMPARISONS, YES_NO
from tests.assistant.requests.of_nothing import NOT_OF_THE_REGISTER
from tests.assistant.requests.of_others import COUNTS, HOLDERS, RECOMMENDATIONS

ALL = [*LISTS, *COUNTS, *ATTRIBUTES, *HOLDERS, *YES_NO, *COMPARISONS, *RECOMMENDATIONS]


@pytest.mark.parametrize(("text", "request_"), LISTS)
def test_a_question_for_clusters_is_a_list_by_its_conditions(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(("text", "request_"), COUNTS)
def test_how_many_clusters_is_a_count(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(("text", "request_"), ATTRIBUTES)
def test_something_of_a_cluster_that_is_named_is_an_attribute(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(("text", "request_"), HOLDERS)
def test_whom_somebody_stands_for_is_asked_by_a_value(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(("text", "request_"), YES_NO)
def test_whether_something_is_so_of_a_cluster_is_a_yes_or_no(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(("text", "request_"), COMPARISONS)
def test_two_clusters_beside_one_another_are_a_comparison(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(("text", "request_"), RECOMMENDATIONS)
def test_somebody_who_describes_a_firm_wants_a_recommendation(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize("text", NOT_OF_THE_REGISTER)
def test_what_no_register_holds_is_not_asked_of_it(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "request_"), [(q, r) for q, r in ALL if not q.isascii()])
def test_a_question_typed_without_diacritics_asks_for_the_same(text: str, request_: Request) -> None:
    assert _folded(read(_undecorated(text))) == _folded(request_)


@pytest.mark.parametrize(("text", "request_"), [(q, r) for q, r in ALL if " IT" not in q])
def test_a_question_typed_in_small_letters_asks_for_the_same(text: str, request_: Request) -> None:
    assert _folded(read(text.lower())) == _folded(request_)


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("Które kalstry mają status KKK?", asks("list", status="KKK")),
        ("Which clutsers hold KKK status?", asks("list", status="KKK")),
        ("kordynator Bursztynowy Ster", asks("attribute", "ster", attributes="coordinator")),
        ("telefn do Bursztynowego Steru", asks("attribute", "ster", attributes="phone")),
        ("wesbite of Copper Lantern", asks("attribute", "lantern", attributes="website")),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(text: str, request_: Request) -> None:
    assert read(text) == request_


def test_a_word_of_the_dictionary_is_no_slip() -> None:
    assert read("Które plastry są dobre?") is None


def test_a_name_lends_no_conditions() -> None:
    request = read("Kto koordynuje Śląski Klaster Szkła?")

    assert request == asks("attribute", "szklo", attributes="coordinator")


def test_a_name_that_fits_two_clusters_asks_of_both_and_says_so() -> None:
    request = read("Jaki telefon ma Klaster Sadowniczy?")

    assert request == asks("attribute", "sad", "sadownik", attributes="phone", ambiguous=True)


def test_today_filters_and_is_no_date_of_the_question() -> None:
    request = read("Które klastry mają dziś status KKK?")

    assert request == asks("list", status="KKK", valid_on=TODAY.isoformat(), dated=False)


def test_what_is_not_known_of_a_cluster_is_told_apart() -> None:
    request = read("Jaki jest telefon do laboratorium klastra Bursztynowy Ster?")

    assert request is not None
    assert request.unread == ("laboratorium",)


def test_a_question_that_says_not_is_not_read_as_its_opposite() -> None:
    request = read("Which clusters do not have KKK status?")

    assert request is not None
    assert request.conditions.status == ""
    assert request.conditions.excluded == (Conditions(status="KKK", valid_on=TODAY),)


def _undecorated(text: str) -> str:
    """The text without its diacritics, its capitals kept."""
    return "".join(
        one if one.isascii() else words.fold(one).upper() if one.isupper() else words.fold(one)
        for one in text
    )


def _folded(request: Request | None) -> Request | None:
    """The request with what it quotes folded."""
    if request is None:
        return None
    conditions = replace(
        request.conditions,
        coordinator=words.fold(request.conditions.coordinator),
        text=words.fold(request.conditions.text),
        in_name=words.fold(request.conditions.in_name),
    )
    return replace(
        request,
        value=words.fold(request.value),
        described=words.fold(request.described),
        unread=tuple(map(words.fold, request.unread)),
        conditions=conditions,
    )
