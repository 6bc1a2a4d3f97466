"""Turns on labels and statuses: those of grades, titles that documents name, refusals, losses and ends."""

import pytest

from assistant.text import answer_text
from tests.assistant.shelf import Shelf

GRADES = """# Etykiety ESCA

Etykiety ESCA: Klaster Bocian ma Gold do 30.04.2028, Klaster Szpak Silver do 30.11.2027,
Klaster Gawron Bronze do 31.01.2028.
"""
TITLES = """# Wyróżnienia

| Klaster | Tytuł | Do kiedy |
|---|---|---|
| Klaster Bocian | Krajowy Klaster Kluczowy | 31.12.2028 |
| Klaster Szpak | Nadmorski Klaster Jutra | 14.03.2027 |
| Klaster Gawron | brak | – |
"""
REFUSED = """# Wyniki VI rundy

Status Krajowego Klastra Kluczowego do 31 grudnia 2028 r. otrzymał Klaster Bocian. Minister odmówił go
Klastrowi Gawron, który dostał 58 punktów.
"""


def _names(shelf: Shelf, question: str) -> set[str]:
    return {item.name for item in shelf.answer(question).items}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Które klastry mają etykietę ESCA srebrną lub brązową?", {"Klaster Szpak", "Klaster Gawron"}),
        ("Which clusters hold a Gold or Silver Label?", {"Klaster Bocian", "Klaster Szpak"}),
        ("Which clusters hold an ESCA label?", {"Klaster Bocian", "Klaster Szpak", "Klaster Gawron"}),
    ],
)
def test_several_grades_are_asked_for_at_once(shelf: Shelf, question: str, names: set[str]) -> None:
    shelf.add("etykiety.md", GRADES)

    assert _names(shelf, question) == names


def test_a_title_of_a_table_is_asked_for_by_its_name_and_is_no_key_cluster(shelf: Shelf) -> None:
    shelf.add("tytuly.md", TITLES)
    shelf.add("nowy.md", "# Nadmorski Klaster Jutra\n\nNowe wyróżnienie dla klastrów znad morza.\n")

    found = shelf.answer("Kto ma tytuł Nadmorskiego Klastra Jutra?")
    assert {item.name for item in found.items} == {"Klaster Szpak"}
    assert "Klaster Szpak" not in _names(shelf, "Które klastry mają status KKK?")
    assert "Nadmorski Klaster Jutra" not in _names(shelf, "Wymień wszystkie klastry")


def test_a_title_that_another_document_shortens_is_one_label(shelf: Shelf) -> None:
    shelf.add("a.md", "Klaster Bocian ma tytuł „Pomorska Marka Klastrowa” do 31 grudnia 2028 r.\n")
    shelf.add("b.md", "# Klaster Szpak\n\nMarkę Klastrową mamy do 30 września 2027 r.\n")

    assert _names(shelf, "Które klastry mają Pomorską Markę Klastrową?") == {
        "Klaster Bocian",
        "Klaster Szpak",
    }


def test_a_refusal_is_quoted_after_a_no(shelf: Shelf) -> None:
    shelf.add("runda.md", REFUSED)

    said = answer_text(shelf.answer("Czy Klaster Gawron ma status KKK?"))
    assert "Nie" in said
    assert "odmówił" in said


def test_what_is_told_of_another_denies_nothing(shelf: Shelf) -> None:
    shelf.add("a.md", "# Klaster Bocian\n\nDziała w Helu.\n\nZarząd Kra o żaden status nie prosił.\n")

    assert not answer_text(shelf.answer("Czy Klaster Bocian ma status KKK?")).startswith("**Nie")


def test_a_status_taken_away_by_a_pronoun_is_known_to_be_so(shelf: Shelf) -> None:
    shelf.add(
        "a.md",
        "Rook Cluster used to carry the Silver Label. It gave it back in May 2026.\n",
    )

    said = answer_text(shelf.answer("Does the Rook Cluster currently hold a Silver Label?"))
    assert said.startswith("**No")
    assert "2026" in said


@pytest.mark.parametrize(
    "question",
    [
        "Which clusters hold KKK status until the end of 2028?",
        "Które klastry mają status KKK do końca 2028 roku?",
        "Which clusters hold KKK status until 2028?",
    ],
)
def test_until_the_end_of_a_year_is_an_end_in_that_year(shelf: Shelf, question: str) -> None:
    shelf.add(
        "a.md",
        "Status KKK mają Klaster Bocian (do 31 grudnia 2028 r.) i Klaster Szpak (do 30 czerwca 2027 r.).\n",
    )

    assert _names(shelf, question) <= {"Klaster Bocian"}
    assert "Bocian" in answer_text(shelf.answer(question))
