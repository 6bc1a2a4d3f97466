"""What a question bounds by a number."""

import pytest

from assistant.bounds import amounts_in, bounded_in, bounds_in


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("opłata poniżej 1000 zł", 999.0, 1000.0),
        ("a budget over EUR 1.4 million", 1_400_001.0, 1_400_000.0),
        ("obrót nie przekracza 2,5 mln zł", 2_500_000.0, 2_500_001.0),
        ("nie więcej niż 20 maszyn", 20.0, 21.0),
        ("40 or more looms", 40.0, 39.0),
        ("wpisowe od 500 do 1 000 zł", 1000.0, 1001.0),
        ("a fee between EUR 500 and 1,000", 500.0, 499.0),
        ("składka do 800 zł", 800.0, 801.0),
    ],
)
def test_a_number_bounds_on_the_side_that_the_words_say(text: str, inside: float, outside: float) -> None:
    (bound,) = bounds_in(text)

    assert bound.holds(inside)
    assert not bound.holds(outside)


@pytest.mark.parametrize("text", ["do 2027 roku", "ponad 10 lat temu", "20 maszyn", "over the hill"])
def test_times_and_bare_numbers_bound_nothing(text: str) -> None:
    assert bounds_in(text) == ()


@pytest.mark.parametrize(
    ("text", "bounded"),
    [("przed 2010 rokiem", True), ("after May 2020", True), ("od 2010 roku", True), ("w 2010 roku", False)],
)
def test_a_time_with_an_open_end_bounds_too(text: str, bounded: bool) -> None:
    assert bool(bounded_in(text)) is bounded


@pytest.mark.parametrize(
    ("text", "head", "amounts"),
    [
        ("1 400 zł", "", [1400.0]),
        ("1,2 mln zł", "", [1_200_000.0]),
        ("120", "Turnover (EUR million)", [120_000_000.0]),
        ("none", "Fee", []),
    ],
)
def test_an_amount_is_multiplied_by_what_stands_behind_it_or_in_its_head(
    text: str, head: str, amounts: list[float]
) -> None:
    assert list(amounts_in(text, head)) == amounts
