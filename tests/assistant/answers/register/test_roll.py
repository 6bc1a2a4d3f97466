"""Who takes part in what the register knows nothing of: agreements, networks, meetings."""

import pytest

from tests.assistant.shelf import Shelf

FORUM = """# Powstało Forum Klastrów Mazur

W spotkaniu w Ełku podpisano Porozumienie o utworzeniu Forum Klastrów Mazur.

Sygnatariusze to:

- Klaster Szkutniczy Fala,
- Mazurski Klaster Torfowy,
- Dolina Jezior.
"""
NETWORK = """# Three clusters join forces

The Cluster Organizations Jutland Wind Cluster (Denmark), Pommern Holzring (Germany) and Nordsee Cluster
(Germany) have joined the North Timber Network (NTN), to share good practices.
"""
MINUTES = """# Spotkanie Rady Żeglugi

Rada Żeglugi spotkała się 5 maja w Pile.

OBECNI:

- Klaster Rzeczny Nurt (Jan Nowak)
- Klaster Portowy Keja (Ewa Lis)
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    for file, text in (("forum.md", FORUM), ("network.md", NETWORK), ("minutes.md", MINUTES)):
        shelf.add(file, text)
    return shelf


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "Kto podpisał porozumienie o Forum Klastrów Mazur?",
            ["Dolina Jezior", "Klaster Szkutniczy Fala", "Mazurski Klaster Torfowy"],
        ),
        (
            "Which clusters joined the North Timber Network?",
            ["Jutland Wind Cluster", "Nordsee Cluster", "Pommern Holzring"],
        ),
        ("Które niemieckie klastry należą do NTN?", ["Nordsee Cluster", "Pommern Holzring"]),
        ("Which German clusters are in NTN?", ["Nordsee Cluster", "Pommern Holzring"]),
        ("Jakie klastry były na spotkaniu Rady Żeglugi?", ["Klaster Portowy Keja", "Klaster Rzeczny Nurt"]),
    ],
)
def test_those_who_take_part_are_listed_all(told: Shelf, question: str, names: list[str]) -> None:
    answer = told.answer(question)

    assert sorted(item.name for item in answer.items) == names
    assert all(item.citations for item in answer.items)


def test_they_are_counted_too(told: Shelf) -> None:
    answer = told.answer("Ile klastrów podpisało porozumienie o Forum Klastrów Mazur?")

    assert (answer.kind, len(answer.items)) == ("count", 3)


@pytest.mark.parametrize(
    "question",
    [
        "Które klastry podpisały porozumienie o Forum Klastrów Kaszub?",
        "Which clusters joined the South Glass Network?",
        "Which Latvian clusters are in NTN?",
    ],
)
def test_what_no_document_says_is_not_listed(told: Shelf, question: str) -> None:
    assert told.answer(question).items == ()


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Które klastry mają w nazwie „rzecz”, a więc rzekę?", ["Klaster Rzeczny Nurt"]),
        ("Jakie klastry mają w nazwie słowo Dolina?", ["Dolina Jezior"]),
        ("Which clusters have 'Wind' in their name?", ["Jutland Wind Cluster"]),
    ],
)
def test_clusters_are_found_by_what_their_names_hold(told: Shelf, question: str, names: list[str]) -> None:
    assert [item.name for item in told.answer(question).items] == names
