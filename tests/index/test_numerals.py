"""Whole numbers in texts, in digits and in words."""

import pytest

from index.numerals import numbers_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("120 firm i 4 uczelnie", [120, 4]),
        ("1 250 members and 1,300 guests", [1250, 1300]),
        ("1.200 firm", [1200]),
        ("12 tys. pracowników", [12_000]),
        ("128członków", [128]),
        ("130+ members", [130]),
        ("pięćdziesiąt dwie huty", [52]),
        ("sto dwadzieścia firm", [120]),
        ("ze stoma firmami", [100]),
        ("trzy tysiące dwieście osób", [3200]),
        ("two hundred and five mills", [205]),
        ("a dozen growers", [12]),
        ("pół setki gospodarstw", [50]),
        ("half a dozen yards", [6]),
        ("ten mills", [10]),
        ("ok.500 hut i ca.30 tartaków", [500, 30]),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers_in(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "60% firm",
        "12 mln zł",
        "30 lat",
        "€40",
        "3.5",
        "10:30",
        "9,4 tys. osób",
        "w 2014 r.",
        "an 88-member group",
        "ten sam klaster",
        "4/2021",
        "300 MW",
    ],
)
def test_shares_measures_prices_ages_and_dates_count_nothing(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_a_number_is_told_where_it_stands() -> None:
    text = "Należy do niej sto dwadzieścia firm."
    (number,) = numbers_in(text)

    assert text[number.span.start : number.span.end] == "sto dwadzieścia"
