"""Rounds, however their number is written."""

import pytest

from assistant.requests.rounds import round_number
from tests.assistant.requests.asked import read


@pytest.mark.parametrize("written", ["VI", "6", "6.", "szóstej", "szosta", "sixth", "6th", "runda VI", "six"])
def test_a_round_is_one_number_in_any_writing(written: str) -> None:
    assert round_number(written) == "VI"


@pytest.mark.parametrize("written", ["", "runda", "ostatnia", "2024", "osoba"])
def test_what_is_no_number_of_a_round_is_none(written: str) -> None:
    assert round_number(written) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Klastry KKK z V rundy",
        "klastry kkk z rundy 5",
        "Klastry KKK z piątej rundy",
        "Klastry KKK z piątej edycji",
        "KKK clusters from round five",
        "KKK clusters of the 5th round",
        "KKK clusters of round no. 5",
    ],
)
def test_a_question_names_a_round_in_many_ways(text: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.conditions.status, request.conditions.round) == ("KKK", "V")
