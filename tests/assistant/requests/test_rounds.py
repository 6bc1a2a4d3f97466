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


@pytest.mark.parametrize(
    "text",
    [
        "Laureaci VI rundy KKK",
        "lista laureatów rundy VI",
        "zwycięzcy szóstej rundy",
        "Kto wygrał VI rundę?",
        "Kto zwyciężył w szóstej rundzie konkursu o KKK?",
        "kto wywalczył KKK w VI rundzie",
        "Które klastry zakwalifikowały się w VI rundzie?",
        "wyniki VI rundy KKK",
        "Posiadacze KKK z VI rundy",
        "winners of round VI",
        "Who won the sixth round of the National Key Cluster competition?",
        "results of KKK round VI",
        "Who were the laureates of round VI?",
        "recipients of KKK status in round VI",
        "Which clusters were successful in round VI?",
        "KKK szósta runda – kto?",
    ],
)
def test_who_won_a_round_is_asked_in_many_ways(text: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.conditions.round, request.unread) == ("list", "VI", ())
    assert request.conditions.status in {"KKK", "*"}


@pytest.mark.parametrize(
    "text",
    [
        "Które klastry mogą używać tytułu KKK do 2027?",
        "Kto może posługiwać się tytułem KKK do 2027 roku?",
        "Które klastry mają prawo do tytułu KKK do 2027?",
        "Which clusters may use the KKK title until 2027?",
        "Which clusters can call themselves National Key Clusters until 2027?",
    ],
)
def test_who_may_call_itself_so_holds_it(text: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.conditions.status, request.unread) == ("list", "KKK", ())
    assert request.conditions.ends_in is not None


@pytest.mark.parametrize(
    "text",
    [
        "Kiedy ogłoszono wyniki VI rundy KKK?",
        "Kiedy wręczono tytuły laureatom VI rundy?",
        "Who lost round VI?",
        "Who selected the winners of round VI?",
        "Who will win round VI?",
        "Kto przeszedł do VI rundy?",
        "Kto trafił na listę rezerwową w VI rundzie?",
    ],
)
def test_what_else_is_asked_of_a_round_is_no_question_for_its_winners(text: str) -> None:
    request = read(text)

    assert request is None or request.wanted != "list" or request.conditions.refused
