"""Who a text says it was written by."""

import pytest

from documents.bylines import told_authors


@pytest.mark.parametrize(
    "line",
    ["Tekst: Anna Młynarz", "Autorka: Anna Młynarz, 2 marca 2031", "By Anna Młynarz", "Oprac. Anna Młynarz"],
)
def test_a_line_that_says_who_wrote_the_text_tells_its_author(line: str) -> None:
    assert told_authors(["Młyny nad kanałem", line, "Młynów jest czterdzieści."]) == ("Anna Młynarz",)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Młynarz",
        "Koordynator: Anna Młynarz",
        "Fot. Anna Młynarz",
        "Tekst jednolity ustawy",
        "Autor: redakcja",
        "Rozmawiała Anna Młynarz z Janem Żarną",
    ],
)
def test_other_names_in_a_text_are_not_its_authors(line: str) -> None:
    assert told_authors(["Młyny nad kanałem", line]) == ()


def test_a_name_in_the_middle_of_a_long_text_is_not_its_author() -> None:
    assert told_authors([*["Zdanie."] * 30, "Tekst: Anna Młynarz", *["Zdanie."] * 30]) == ()
