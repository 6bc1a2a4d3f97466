"""Headings and heads that only the way of writing tells: frames, restarting numbers, bold lines, "
"questions."""

from datetime import date

import pytest

from documents.metadata import is_date_line
from documents.read import read_document


def _headings(text: str, file: str) -> list[list[str]]:
    document = read_document(file, text.encode())
    return [[document.quote(one) for one in passage.headings] for passage in document.passages]


def test_numbers_that_begin_anew_below_headings_stand_a_level_deeper() -> None:
    text = (
        "LIST OF HOLDERS\n\nNote: this is no official list.\n\n"
        "ROUND I\n\n1) Kea Cluster\nKea Ltd. speaks for it.\n2) Emu Cluster\nEmu Ltd. speaks for it.\n\n"
        "ROUND II\n\n1) Moa Cluster\nMoa Ltd. speaks for it.\n"
    )

    assert ["ROUND I", "2) Emu Cluster"] in [one[-2:] for one in _headings(text, "x.txt")]


def test_what_stands_behind_a_framed_heading_is_a_line_below_it() -> None:
    document = read_document("x.txt", b"Title of all\n\n=== ROUND I ===  term: 2024-2027\n\nKea is a bird.\n")

    assert "ROUND I\n\nterm: 2024-2027" in document.text


def test_a_short_paragraph_in_bold_is_a_heading() -> None:
    text = (
        "# Kea\n\n**What we work on**\n\nBirds and their nests, all over the island.\n\n**Founded "
        "2012**\n\nLong ago.\n"
    )

    assert _headings(text, "x.md")[-1] == ["Kea", "What we work on"]


def test_a_question_in_a_list_of_definitions_heads_its_answer() -> None:
    html = (
        "<h1>Kea</h1><dl><dt>How many are you?</dt><dd>There are 45 of "
        "us.</dd><dt>Seat</dt><dd>Graz</dd></dl>"
    )

    assert ["Kea", "How many are you?"] in _headings(html, "x.html")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("9 czerwca 2026, 14:20 | aut. Bartosz Lis | Czas czytania: 3 min", True),
        ("12.03.2025 · 4 min read", True),
        ("12 marca 2025 | Poznań", False),
    ],
)
def test_a_day_beside_who_wrote_a_page_and_how_long_it_takes_is_its_own(line: str, told: bool) -> None:
    assert is_date_line(line) is told
    if told:
        assert read_document("x.txt", f"Kea wins\n\n{line}\n\nIt was a day.\n".encode()).date is not None


def test_a_page_is_of_the_day_in_such_a_line() -> None:
    text = "Kea wins\n\n12.03.2025 · 4 min read\n\nThe match of 1 March 2020 was long ago.\n"

    assert read_document("x.txt", text.encode()).date == date(2025, 3, 12)


@pytest.mark.parametrize(
    "lines",
    [
        "1. Kea Cluster\n   Run by: Kea Ltd\n2. Emu Cluster\n   Run by: Emu Ltd\n",
        "1. Kea Cluster\n   Run by: Kea Ltd\n\n2. Emu Cluster\n   Run by: Emu Ltd\n",
    ],
)
def test_details_below_the_items_of_a_list_are_of_them_and_part_no_list(lines: str) -> None:
    text = read_document("x.txt", f"Chosen in round IV:\n\n{lines}".encode()).text

    assert text == (
        "Chosen in round IV:\n1. Kea Cluster\n  • Run by: Kea Ltd\n2. Emu Cluster\n  • Run by: Emu Ltd"
    )
