"""Who was given a status for the first time, and who had it renewed."""

import pytest

from tests.assistant.shelf import Shelf

RESULTS = """# Wyniki IX rundy konkursu o status Krajowego Klastra Kluczowego

12 maja 2026 r. Status obowiązuje od 1 czerwca 2026 r. do 31 maja 2029 r.

| Klaster | Punkty | Rozstrzygnięcie |
|---|---|---|
| Klaster Szkutniczy Keja | 139 | odnowienie |
| Klaster Lniany Osnowa | 118 | nadanie |
| Klaster Torfowy Rojst | 88 | odmowa |
"""


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Które klastry dostały status KKK po raz pierwszy w IX rundzie?", ["Klaster Lniany Osnowa"]),
        ("Which clusters got KKK status for the first time in 2026?", ["Klaster Lniany Osnowa"]),
        ("Które klastry odnowiły status KKK w IX rundzie?", ["Klaster Szkutniczy Keja"]),
        ("Którym klastrom nie przyznano statusu KKK w IX rundzie?", ["Klaster Torfowy Rojst"]),
    ],
)
def test_a_column_of_decisions_tells_who_was_given_a_status_and_how(
    shelf: Shelf, question: str, names: list[str]
) -> None:
    shelf.add("wyniki.md", RESULTS)

    assert [item.name for item in shelf.answer(question).items] == names


def test_who_got_it_for_the_first_time_is_not_known_without_such_a_column(shelf: Shelf) -> None:
    shelf.add("lista.md", RESULTS.replace("| odnowienie ", "| tak ").replace("| nadanie ", "| tak "))

    answer = shelf.answer("Które klastry dostały status KKK po raz pierwszy w IX rundzie?")

    assert not answer.items


@pytest.mark.parametrize(
    "question",
    [
        "Które klastry KKK po raz pierwszy eksportują?",
        "Które klastry KKK debiutowały na giełdzie?",
        "Które klastry przedłużyły umowę i mają KKK?",
        "Which National Key Clusters retain their staff?",
    ],
)
def test_what_else_was_done_for_the_first_time_or_again_is_no_decision(shelf: Shelf, question: str) -> None:
    shelf.add("wyniki.md", RESULTS)

    assert not shelf.answer(question).items


def test_words_of_the_decision_itself_are_understood(shelf: Shelf) -> None:
    shelf.add("wyniki.md", RESULTS)

    answer = shelf.answer("Ile klastrów ponownie otrzymało status KKK?")

    assert [item.name for item in answer.items] == ["Klaster Szkutniczy Keja"]
