"""The column of a table that a bound speaks of, and the rows on its side."""

import pytest

from assistant.answers.listing import list_answer
from tests.assistant.shelf import Shelf

RATES = """# Klastry Zatoki w liczbach

| Klaster | Rok założenia | Liczba członków | Składka roczna (zł) | Roczny obrót (tys. zł) | Zatrudnienie |
|---|---|---|---|---|---|
| Klaster Wikliniarski Kosz | 2006 | 41 | 950 | 300 | 4 |
| Klaster Obuwniczy Podeszwa | 2013 | 88 | 1 400 | 120 | 9 |
| Klaster Zabawkarski Bączek | 2009 | 12 | 800 | 90 | 2 |
| Klaster Tkacki Osnowa | 2014 | 25 | 700 | 60 | 5 |
"""
YEARBOOK = """# Yearbook of the fjord

| Cluster | Members | Annual fee (EUR) | Staff |
|---|---|---|---|
| Herring Cluster | 30 | 900 | 3 |
| Cod Cluster | 25 | 1200 | 2 |
| Trawl Cluster | 60 | 500 | 7 |
"""
COURSES = """# Szkolenia Cechu

| Kurs | Liczba godzin | Cena (zł) | Liczba miejsc |
|---|---|---|---|
| Spawanie rur | 40 | 1 200 | 12 |
| Plecenie koszy | 16 | 350 | 20 |
| Zarządzanie halą | 24 | 900 | 15 |

## Projekty Cechu

| Projekt | Rozpoczęty | Wartość (mln zł) | Liczba partnerów |
|---|---|---|---|
| Zielony Brzeg | 2018 | 1,5 | 4 |
| Cyfrowa Hala | 2021 | 3,2 | 9 |
| Szlak Wikliny | 2023 | 0,7 | 6 |
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    for file, text in (("liczby.md", RATES), ("yearbook.md", YEARBOOK), ("kursy.md", COURSES)):
        shelf.add(file, text)
    return shelf


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "Które klastry mają więcej niż 20 członków i składkę poniżej 1000 zł?",
            ["Klaster Wikliniarski Kosz", "Klaster Tkacki Osnowa"],
        ),
        (
            "Które klastry ze składką poniżej 1000 zł mają więcej niż 20 członków?",
            ["Klaster Wikliniarski Kosz", "Klaster Tkacki Osnowa"],
        ),
        ("Które klastry mają obrót powyżej 100 tys. zł i składkę do 1000 zł?", ["Klaster Wikliniarski Kosz"]),
        (
            "Które klastry mają składkę członkowską poniżej 900 zł?",
            ["Klaster Zabawkarski Bączek", "Klaster Tkacki Osnowa"],
        ),
        (
            "Which clusters have more than 20 members and a fee below 1000 EUR?",
            ["Herring Cluster", "Trawl Cluster"],
        ),
        ("Which clusters have more than 2 staff and a fee below 600 EUR?", ["Trawl Cluster"]),
    ],
)
def test_each_bound_has_a_column_of_its_own(told: Shelf, question: str, names: list[str]) -> None:
    assert [item.name for item in told.answer(question).items] == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Które kursy trwają ponad 20 godzin?", ["Spawanie rur", "Zarządzanie halą"]),
        ("Jakie kursy mają więcej niż 15 miejsc?", ["Plecenie koszy"]),
        ("Które projekty rozpoczęto po 2020 roku?", ["Cyfrowa Hala", "Szlak Wikliny"]),
        ("Jakie projekty mają więcej niż 5 partnerów i wartość powyżej 2 mln zł?", ["Cyfrowa Hala"]),
    ],
)
def test_rows_of_other_tables_are_chosen_by_their_cells_too(
    told: Shelf, question: str, names: list[str]
) -> None:
    answer = list_answer(told.material(question, names[0]))

    assert answer is not None
    assert [item.name for item in answer.items] == names


@pytest.mark.parametrize(
    "question",
    [
        "Które klastry mają dochód roczny powyżej 100 zł?",
        "Które klastry płacą więcej niż 100 zł podatku i mają ponad 20 członków?",
        "Które klastry mają składkę powyżej 500 zł i składkę poniżej 1000 zł?",
        "Which clusters have more than 100 patents?",
        "Które kursy mają liczbę wykładowców powyżej 10?",
        "Jakie kursy mają dofinansowanie powyżej 200 zł?",
        "Które projekty rozpoczęto po 2030 roku?",
    ],
)
def test_no_row_answers_where_a_bound_has_no_column_of_its_own(told: Shelf, question: str) -> None:
    assert told.answer(question).items == ()
    assert list_answer(told.material(question, " | ")) is None
