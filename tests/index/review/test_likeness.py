"""Which sentences say the same in slightly other words."""

import pytest

from index.review.likeness import likeness

STATUS = "Klaster Zorkanit ma status KKK do 17 grudnia 2025 r."


@pytest.mark.parametrize(
    "other",
    [
        "Klaster Zorkanit ma status KKK do dnia 17 grudnia 2025 roku.",
        "Klaster Zorkanit ma obecnie status KKK, do 17 grudnia 2025 r.",
    ],
)
def test_a_sentence_with_a_word_more_or_another_form_says_the_same(other: str) -> None:
    assert likeness(STATUS, other) > 0


@pytest.mark.parametrize(
    "other",
    [
        "Klaster Zorkanit ma status KKK do 17 grudnia 2026 r.",
        "Klaster Wydmiak ma status KKK do 17 grudnia 2025 r.",
        "Klaster Zorkanit nie ma statusu KKK do 17 grudnia 2025 r.",
        "Klaster Zorkanit utracił status KKK 17 grudnia 2025 r.",
        "Klaster Zorkanit ma status KKK od 17 grudnia 2025 r.",
        "Klaster Zorkanit ma status KKK do 17 stycznia 2025 r.",
        "Zorkanit",
    ],
)
def test_a_sentence_with_another_number_name_or_sense_does_not(other: str) -> None:
    assert likeness(STATUS, other) == 0
