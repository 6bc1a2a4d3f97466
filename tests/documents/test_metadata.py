"""What a text tells of itself."""

from datetime import date

import pytest

from documents.metadata import source_address, told_date


@pytest.mark.parametrize(
    "line",
    [
        "Source: https://a.example/x",
        "Źródło: https://a.example/x",
        "<https://a.example/x>",
        "https://a.example/x",
        "URL: <https://a.example/x>",
        "Źródło drugie: https://a.example/x",
        "Further source (the profile): https://a.example/x",
    ],
)
def test_a_line_that_only_names_the_source_gives_its_address(line: str) -> None:
    assert source_address(line) == "https://a.example/x"


@pytest.mark.parametrize(
    "line", ["Źródło: rocznik statystyczny", "Zapisy: https://a.example/x", "Patrz https://a.example i dalej"]
)
def test_an_address_in_the_text_is_not_the_source(line: str) -> None:
    assert source_address(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Opublikowano 12 marca 2024",
        "Data publikacji: 12.03.2024 r.",
        "Published on March 12, 2024 by the editors",
        "Zamość, 12 marca 2024 r.",
    ],
)
def test_the_date_of_publication_is_told_by_its_line(line: str) -> None:
    assert told_date(["Klaster Wzorcowy", line]) == date(2024, 3, 12)


def test_a_date_in_running_text_is_not_the_date_of_the_text() -> None:
    assert (
        told_date(["Status klastra obowiązuje do 31 grudnia 2027 r.", "Klaster powstał 4 maja 2021 r."])
        is None
    )


def test_publication_comes_before_a_change() -> None:
    lines = ["Aktualizacja: 5 maja 2024", "Opublikowano: 1 maja 2024"]

    assert told_date(lines) == date(2024, 5, 1)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("UCHWAŁA nr 12/2024 z dnia 5 marca 2024 r. w sprawie znaku", date(2024, 3, 5)),
        ("z dnia 6 maja 2025 r.", date(2025, 5, 6)),
        ("14.02.2025, tekst: Anna Nowak", date(2025, 2, 14)),
    ],
)
def test_the_day_of_an_official_text_and_of_a_signed_article_is_its_own(line: str, day: date) -> None:
    assert told_date(["Tytuł", line]) == day


def test_a_day_inside_an_article_is_not_its_own() -> None:
    text = "Umowę podpisano zgodnie z uchwałą z dnia 6 maja 2025 r. i zaraz wykonano."

    assert told_date(["Tytuł", "", "", text]) is None
