"""Numbers and times in words that agree."""

import pytest

from assistant.answers.register.phrasing import after_preposition, counted, joined
from documents.moments import Moment


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 klaster"),
        (2, "2 klastry"),
        (5, "5 klastrów"),
        (12, "12 klastrów"),
        (22, "22 klastry"),
        (112, "112 klastrów"),
        (21, "21 klastrów"),
    ],
)
def test_a_polish_noun_agrees_with_its_number(number: int, said: str) -> None:
    assert counted("clusters", number, "pl") == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (Moment.from_iso("2025-12-17"), "17 grudnia 2025"),
        (Moment.month(2025, 12), "grudnia 2025"),
        (Moment.quarter(2025, 2), "II kwartału 2025"),
        (Moment.year(2025), "2025"),
    ],
)
def test_a_polish_time_stands_in_the_genitive_after_a_preposition(moment: Moment, said: str) -> None:
    assert after_preposition(moment, "pl") == said


def test_the_last_of_several_is_joined_by_and() -> None:
    assert [joined(["a", "b", "c"], "en"), joined(["a"], "pl"), joined([], "pl")] == ["a, b and c", "a", ""]
