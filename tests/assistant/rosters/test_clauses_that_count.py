"""Sentences of several clauses that each count their own."""

import pytest

from tests.assistant.shelf import Shelf


def test_each_clause_of_a_sentence_counts_its_own(shelf: Shelf) -> None:
    shelf.add(
        "konkurs.md",
        "# Konkurs Perła Mazur\n\nDo konkursu zgłosiło się 14 klastrów; dwa wnioski odpadły, a trzy klastry "
        "nie zebrały punktów. Perłę dostał Klaster Szkutniczy Fala.\n",
    )

    answer = shelf.answer("Ile klastrów zgłosiło się do konkursu Perła Mazur?")

    assert answer.statements[0].exact == "14 klastrów"


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Ile klastrów zgłosiło się do konkursu Topaz?", "9 klastrów"),
        ("Ile klastrów zgłosiło się do konkursu Agat?", "14 klastrów"),
        ("Ile klastrów przybyło w rejestrze w 2025 r.?", ""),
        ("Ile klastrów było w rejestrze w 2025 r.?", ""),
        ("Ile klastrów było w rejestrze w 2024 r.?", "31 klastrów"),
    ],
)
def test_a_clause_counts_only_what_it_says_itself(shelf: Shelf, question: str, number: str) -> None:
    shelf.add(
        "nabory.md",
        "# Nabory\n\nDo konkursu Agat zgłosiło się 14 klastrów, a do konkursu Topaz 9 klastrów.\n\n"
        "W 2024 r. w rejestrze było 31 klastrów, a w 2025 r. przybyły 3 klastry.\n",
    )

    answer = shelf.answer(question)

    assert (answer.statements[0].exact if answer.kind == "count" else "") == number
