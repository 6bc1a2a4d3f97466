"""What questions ask that lean on the one before."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.request import Request
from tests.assistant.requests.asked import SHOWN, asks, read

KKK = asks("list", status="KKK", ends_in="2025", dated=True)
SIXTH = asks("list", status="KKK", round="VI")
SILVER = asks("list", status="Silver Label")
IN_SILESIA = asks("list", regions="slaskie")
COORDINATOR = asks("attribute", "ster", attributes="coordinator")
HOLDS = asks("yes_no", "ster", status="KKK")
BOTH = asks("comparison", "ster", "kolo", attributes="members")
FOUNDRY = asks("recommendation", described="odlewnia", sectors="metals", regions="malopolskie")
THESE = "ster kolo lantern"

NARROWER = [
    (
        KKK,
        "a które z nich w Krakowie?",
        asks("list", status="KKK", ends_in="2025", dated=True, towns="krakow", within=THESE),
    ),
    (
        SIXTH,
        "Which of them are in Silesia?",
        asks("list", status="KKK", round="VI", regions="slaskie", within=THESE),
    ),
    (
        IN_SILESIA,
        "How many of these have KKK status?",
        asks("count", status="KKK", regions="slaskie", within=THESE),
    ),
    (IN_SILESIA, "only those with KKK status", asks("list", status="KKK", regions="slaskie", within=THESE)),
    (SIXTH, "tylko lotnicze", asks("list", status="KKK", round="VI", sectors="aerospace", within=THESE)),
    (
        SIXTH,
        "a ile z nich ma ponad 50 członków?",
        asks("count", status="KKK", round="VI", members=("more", 50), within=THESE),
    ),
    (FOUNDRY, "które z nich mają status KKK?", asks("list", status="KKK", within=THESE)),
]

SWITCHED = [
    (COORDINATOR, "a wcześniej?", replace(COORDINATOR, turn="before")),
    (COORDINATOR, "and before that?", replace(COORDINATOR, turn="before")),
    (KKK, "a te z V rundy?", asks("list", status="KKK", round="V")),
    (SIXTH, "what about round V?", asks("list", status="KKK", round="V")),
    (SIXTH, "a w Małopolsce?", asks("list", status="KKK", round="VI", regions="malopolskie")),
    (IN_SILESIA, "a w Małopolsce?", asks("list", regions="malopolskie")),
    (IN_SILESIA, "and in Kraków?", asks("list", towns="krakow")),
    (SIXTH, "a w piątej?", asks("list", status="KKK", round="V")),
    (
        SILVER,
        "and gold until 31 October 2027?",
        asks("list", status="Gold Label", ends_in="2027-10-31", dated=True),
    ),
    (SILVER, "and the gold ones?", asks("list", status="Gold Label")),
    (SILVER, "a brązową?", asks("list", status="Bronze Label")),
    (IN_SILESIA, "a lotnicze?", asks("list", regions="slaskie", sectors="aerospace")),
    (IN_SILESIA, "a ile w Małopolsce?", asks("count", regions="malopolskie")),
    (
        IN_SILESIA,
        "those founded after 2010",
        asks("list", regions="slaskie", founded="2011-01-01/9999-12-31"),
    ),
    (HOLDS, "a w 2024?", asks("yes_no", "ster", status="KKK", valid_during="2024", dated=True)),
    (
        FOUNDRY,
        "a na Śląsku?",
        asks("recommendation", described="odlewnia", sectors="metals", regions="slaskie"),
    ),
    (SIXTH, "Pokaż pozostałe", asks("list", status="KKK", without=frozenset(SHOWN))),
    (SIXTH, "Show the other eight", asks("list", status="KKK", without=frozenset(SHOWN))),
    (asks("count", status="KKK"), "Wymień je", asks("list", status="KKK")),
    (asks("count", status="KKK"), "jakie?", asks("list", status="KKK")),
]

OTHERS = [
    (COORDINATOR, "a Młyńskie Koło?", asks("attribute", "kolo", attributes="coordinator")),
    (COORDINATOR, "and Copper Lantern?", asks("attribute", "lantern", attributes="coordinator")),
    (HOLDS, "A Copper Lantern?", asks("yes_no", "lantern", status="KKK")),
    (KKK, "a Młyńskie Koło?", asks("yes_no", "kolo", status="KKK", ends_in="2025", dated=True)),
    (BOTH, "a z Copper Lantern?", asks("comparison", "ster", "lantern", attributes="members")),
]

MORE = [
    (SIXTH, SHOWN, "a kto je reprezentuje?", asks("list", attributes="representative", within=THESE)),
    (SIXTH, SHOWN, "and their coordinators?", asks("list", attributes="coordinator", within=THESE)),
    (SIXTH, SHOWN, "ich strony www?", asks("list", attributes="website", within=THESE)),
    (SIXTH, SHOWN, "a kto koordynuje ten drugi?", asks("attribute", "kolo", attributes="coordinator")),
    (SIXTH, SHOWN, "who coordinates the last one?", asks("attribute", "lantern", attributes="coordinator")),
    (FOUNDRY, SHOWN, "kto go koordynuje?", asks("attribute", "ster", attributes="coordinator")),
    (SIXTH, ("kolo",), "jaki ma telefon?", asks("attribute", "kolo", attributes="phone")),
    (None, ("kolo",), "jaki ma telefon?", asks("attribute", "kolo", attributes="phone")),
    (
        COORDINATOR,
        ("ster",),
        "do kiedy ma status?",
        asks("attribute", "ster", attributes="status", status="*", aspect="until"),
    ),
    (
        COORDINATOR,
        ("ster",),
        "Where is the cluster based?",
        asks("attribute", "ster", attributes="place address region"),
    ),
    (COORDINATOR, ("ster",), "a telefon?", asks("attribute", "ster", attributes="phone")),
    (COORDINATOR, ("ster",), "what about its website?", asks("attribute", "ster", attributes="website")),
    (
        COORDINATOR,
        ("ster",),
        "a jego prezes?",
        asks("attribute", "ster", attributes="person", role="president"),
    ),
    (COORDINATOR, ("ster",), "ilu ma członków?", asks("attribute", "ster", attributes="members")),
    (
        COORDINATOR,
        ("ster",),
        "where is it based?",
        asks("attribute", "ster", attributes="place address region"),
    ),
    (COORDINATOR, ("ster",), "czy ma status KKK?", asks("yes_no", "ster", status="KKK")),
    (
        COORDINATOR,
        ("ster",),
        "does it have more than 100 members?",
        asks("yes_no", "ster", members=("more", 100)),
    ),
    (HOLDS, ("ster",), "until when?", asks("attribute", "ster", attributes="status", aspect="until")),
    (HOLDS, ("ster",), "since when?", asks("attribute", "ster", attributes="status", aspect="since")),
    (BOTH, ("ster", "kolo"), "który jest starszy?", asks("comparison", "ster", "kolo", attributes="founded")),
]


@pytest.mark.parametrize(("before", "text", "request_"), NARROWER)
def test_which_of_them_keeps_to_the_clusters_shown(before: Request, text: str, request_: Request) -> None:
    assert read(text, before=before, shown=SHOWN) == _leaned(request_)


@pytest.mark.parametrize(("before", "text", "request_"), SWITCHED)
def test_a_condition_takes_the_place_of_one_of_its_kind(
    before: Request, text: str, request_: Request
) -> None:
    assert read(text, before=before, shown=SHOWN) == _leaned(request_)


@pytest.mark.parametrize(("before", "text", "request_"), OTHERS)
def test_a_name_alone_asks_the_same_of_another_cluster(before: Request, text: str, request_: Request) -> None:
    assert read(text, before=before, shown=SHOWN) == _leaned(request_)


@pytest.mark.parametrize(("before", "shown", "text", "request_"), MORE)
def test_more_is_asked_of_the_clusters_spoken_of(
    before: Request | None, shown: Sequence[str], text: str, request_: Request
) -> None:
    assert read(text, before=before, shown=shown) == _leaned(request_)


@pytest.mark.parametrize(
    "text",
    [
        "Ile klastrów ma status KKK?",
        "A jakie klastry działają w Małopolsce?",
        "Which clusters are in Kraków?",
        "Kto koordynuje Copper Lantern?",
        "kkk 2025",
        "Prowadzę odlewnię, jaki klaster polecacie?",
    ],
)
def test_a_question_with_a_subject_of_its_own_leans_on_nothing(text: str) -> None:
    request = read(text, before=SIXTH, shown=SHOWN)

    assert request is not None
    assert request == read(text)
    assert not request.leaned


@pytest.mark.parametrize(
    "text", ["Co to jest klaster?", "dlaczego powstał?", "jaka jest składka?", "A jak dołączyć?", "dziękuję"]
)
def test_what_passages_answer_stays_theirs_within_a_conversation(text: str) -> None:
    assert read(text, before=COORDINATOR, shown=("ster",)) is None


def test_after_narrowing_others_are_looked_for_among_all() -> None:
    narrowed = read("które z nich w Krakowie?", before=SIXTH, shown=SHOWN)
    switched = read("a w Małopolsce?", before=narrowed, shown=("ster",))

    assert switched == _leaned(asks("list", status="KKK", round="VI", regions="malopolskie"))


def test_nothing_is_leaned_on_where_nothing_was_shown() -> None:
    assert read("a w Małopolsce?") is None


def _leaned(request: Request) -> Request:
    return replace(request, leaned=True)
