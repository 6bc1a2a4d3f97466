"""Days and months without their year are those nearest to the day of the text."""

from datetime import date

import pytest

from documents.periods import periods


@pytest.mark.parametrize(
    ("text", "near", "told"),
    [
        ("podpisał 12 marca.", date(2026, 3, 19), "2026-03-12"),
        ("ran out on 30 September", date(2026, 10, 14), "2026-09-30"),
        ("given on December 31", date(2026, 1, 9), "2025-12-31"),
        ("wygasł w lutym", date(2026, 6, 1), "2026-02"),
        ("expired in May", date(2026, 6, 1), "2026-05"),
        ("utracił 3 maja", date(2025, 11, 10), "2025-05-03"),
        ("pod koniec października", date(2025, 12, 31), "2025-10-31"),
        ("held since March", date(2026, 6, 1), "2026-03"),
        ("rusza 15 stycznia", date(2025, 12, 10), "2026-01-15"),
    ],
)
def test_the_nearest_is_meant(text: str, near: date, told: str) -> None:
    (period,) = periods(text, near=near)

    assert period.moment.iso == told


@pytest.mark.parametrize("text", ["12 marca 2024 i 5 maja", "31 czerwca", "rondo 5 maja 3", "we may go"])
def test_nothing_is_added_to_a_year_that_is_told_and_no_day_made_up(text: str) -> None:
    assert all(one.moment.first.year == 2024 for one in periods(text, near=date(2026, 3, 19)))


@pytest.mark.parametrize(
    "text",
    ["przy ul. 3 Maja w Opolu", "biuro na pl. 11 Listopada", "3 March last year", "12 marca przyszłego roku"],
)
def test_no_day_of_about_now_is_a_street_or_one_of_another_year(text: str) -> None:
    assert periods(text, near=date(2026, 3, 19)) == ()
