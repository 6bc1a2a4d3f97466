"""How long things last, and days counted on by months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.durations import add_months, durations


@pytest.mark.parametrize(
    ("text", "said", "months"),
    [
        ("na trzy lata", "trzy lata", 36),
        ("o kolejne 3 lata", "3 lata", 36),
        ("for three years", "three years", 36),
        ("na okres 36 miesięcy", "36 miesięcy", 36),
        ("na okres 36 miesiecy", "36 miesiecy", 36),
        ("a five-year status", "five-year", 60),
        ("pięcioletni program", "pięcioletni", 60),
        ("3-letni okres", "3-letni", 36),
        ("przedłużono o rok", "o rok", 12),
        ("dwa i pół roku", "dwa i pół roku", 30),
        ("półtora roku", "półtora roku", 18),
        ("half a year", "half a year", 6),
        ("dwa kwartały", "dwa kwartały", 6),
    ],
)
def test_a_duration_is_read_in_months(text: str, said: str, months: int) -> None:
    [(span, length)] = durations(text)

    assert (text[span.start : span.end], length) == (said, months)


@pytest.mark.parametrize(
    "text",
    [
        "na rok 2025",
        "w 2025 roku",
        "2025 rok",
        "trzy lata temu",
        "za 3 lata",
        "co dwa lata",
        "w latach 2013–2016",
        "I kwartał 2024",
    ],
)
def test_a_time_or_a_rhythm_is_no_duration(text: str) -> None:
    assert list(durations(text)) == []


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(months > 0 for _, months in durations(text))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(-1200, 1200))
def test_months_are_counted_on_and_the_day_kept_where_there_is_one(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and add_months(later, 0).day >= 28)


def test_the_last_day_of_a_shorter_month_stands_for_one_that_is_missing() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_counting_stops_at_the_end_of_the_calendar() -> None:
    assert (add_months(date(9999, 5, 1), 36), add_months(date(1, 5, 1), -36)) == (date.max, date.min)
