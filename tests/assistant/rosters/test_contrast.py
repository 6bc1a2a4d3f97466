"""Ends of questions that only say the same the other way round."""

import pytest

from assistant.rosters.contrast import without_contrast
from index.register.present import RegisterOf
from tests.assistant.shelf import Shelf


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Którym klastrom odnowiono znak, a nie przyznano go od nowa?", "Którym klastrom odnowiono znak"),
        ("Which clusters renewed it, and did not get it anew?", "Which clusters renewed it"),
        ("Which clusters signed the charter, rather than joined it?", "Which clusters signed the charter"),
    ],
)
def test_an_end_that_says_the_same_is_left_away(shelf: Shelf, text: str, kept: str) -> None:
    assert without_contrast(text, RegisterOf(shelf.store).now()) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Które klastry podpisały kartę, a nie były z Iławy?",
        "Które klastry dostały znak w 2024 roku, a nie w 2023 roku?",
        "Które klastry mają halę, a nie więcej niż 20 członków?",
        "Które klastry mają halę, a nie płacą ponad 500 zł składki?",
        "Which clusters signed the charter, but not those with five members?",
        "Które klastry tkają?",
    ],
)
def test_an_end_that_leaves_some_out_is_kept(shelf: Shelf, text: str) -> None:
    assert without_contrast(text, RegisterOf(shelf.store).now()) == text
