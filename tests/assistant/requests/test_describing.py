"""Words beside a cluster's name that only say which cluster it is."""

import pytest

from tests.assistant.requests.asked import asks, read


@pytest.mark.parametrize(
    "question",
    [
        "Kto koordynuje klaster jubilerski Bursztynowy Ster?",
        "Who coordinates the Bursztynowy Ster jewellery cluster?",
        "Kto koordynuje Bursztynowy Ster z Gdańska?",
        "Who coordinates the Eastern Copper Lantern Cluster from Lublin (Bursztynowy Ster)?",
    ],
)
def test_what_describes_a_cluster_that_is_named_asks_nothing_more(question: str) -> None:
    assert read(question) == asks("attribute", "ster", attributes=("coordinator",))


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("Ilu drobnych członków ma Bursztynowy Ster?", ("drobnych",)),
        ("Ilu członków z Gdańska ma Bursztynowy Ster?", ("Gdańska",)),
    ],
)
def test_what_narrows_what_is_asked_for_stays_unread(question: str, unread: tuple[str, ...]) -> None:
    request = read(question)

    assert request is not None
    assert request.unread == unread


@pytest.mark.parametrize(("place", "known"), [("Torunia", True), ("Niemiec", False)])
def test_a_place_behind_a_name_is_a_part_of_it_if_the_cluster_is_there(place: str, known: bool) -> None:
    request = read(f"Kto koordynuje Młyńskie Koło z {place}?")

    assert (request == asks("attribute", "kolo", attributes=("coordinator",))) is known
