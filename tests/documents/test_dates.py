"""Dates as texts write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.dates import dates

_GENITIVES = [
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
]


@pytest.mark.parametrize(
    "text",
    [
        "12 marca 2024 r.",
        "12.03.2024",
        "12. marca 2024",
        "2024-03-12T08:00",
        "March 12, 2024",
        "12th March 2024",
        "12/3/2024",
        "12 III 2024",
    ],
)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert [value for _, value in dates(text)] == [date(2024, 3, 12)]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_written_in_polish_words_is_found_at_its_place(day: date) -> None:
    text = f"ważny do {day.day} {_GENITIVES[day.month - 1]} {day.year} r."

    [(span, value)] = dates(text)

    assert value == day
    assert text[span.start : span.end] == f"{day.day} {_GENITIVES[day.month - 1]} {day.year}"


@pytest.mark.parametrize("text", ["31 czerwca 2024", "w 2024 roku", "wersja 1.2.3", "tel. 12 345 67 89"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert list(dates(text)) == []
