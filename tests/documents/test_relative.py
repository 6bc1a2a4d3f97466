"""Times told from today."""

from datetime import date

import pytest

from documents.periods import periods

_SUNDAY = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("w zeszłym roku", "during 2025"),
        ("W UBIEGLYM ROKU", "during 2025"),
        ("last year", "during 2025"),
        ("w tym roku", "during 2026"),
        ("this year", "during 2026"),
        ("w br.", "during 2026"),
        ("w przyszłym roku", "during 2027"),
        ("next year", "during 2027"),
        ("w zeszłym miesiącu", "during 2026-02"),
        ("last quarter", "during 2025-Q4"),
        ("w tym tygodniu", "during 2026-03-09/2026-03-15"),
        ("w marcu zeszłego roku", "during 2025-03"),
        ("do 31 grudnia br.", "until 2026-12-31"),
        ("rok temu", "on 2025-03-15"),
        ("three years ago", "on 2023-03-15"),
        ("pół roku temu", "on 2025-09-15"),
        ("za rok", "on 2027-03-15"),
        ("in two years", "on 2028-03-15"),
        ("za 2 tygodnie", "on 2026-03-29"),
        ("jutro", "on 2026-03-16"),
        ("yesterday", "on 2026-03-14"),
        ("do końca roku", "until 2026-12-31"),
        ("by the end of the month", "until 2026-03-31"),
        ("by the end of this year", "until 2026-12-31"),
        ("do końca przyszłego roku", "until 2027-12-31"),
        ("od zeszłego roku", "since 2025"),
        ("od dziś", "since 2026-03-15"),
        ("przed przyszłym rokiem", "before 2027"),
        ("within the next 12 months", "between 2026-03-15 2027-03-15"),
        ("w ciągu 12 miesięcy", "between 2026-03-15 2027-03-15"),
        ("w ciągu najbliższego roku", "between 2026-03-15 2027-03-15"),
        ("w ciągu ostatnich 3 lat", "between 2023-03-15 2026-03-15"),
        ("in the last 30 days", "between 2026-02-13 2026-03-15"),
    ],
)
def test_a_time_told_from_today_is_counted_from_it(text: str, told: str) -> None:
    [period] = periods(f"Kto miał KKK {text}?", today=_SUNDAY)

    assert " ".join([period.relation, *(m.iso for m in (period.moment, period.other) if m)]) == told


def test_the_end_of_a_year_that_is_named_is_the_end_of_that_year() -> None:
    [period] = periods("do końca roku 2024", today=_SUNDAY)

    assert period.moment.iso == "2024-12-31"


@pytest.mark.parametrize("text", ["w roku", "lata doświadczenia", "co roku", "in years", "31 czerwca br."])
def test_a_unit_without_a_direction_and_a_day_that_is_not_tell_nothing(text: str) -> None:
    assert periods(text, today=_SUNDAY) == ()


def test_a_shift_past_the_calendar_tells_nothing() -> None:
    assert periods("w zeszłym roku, wczoraj", today=date.min) == ()
