"""Numbers and times in words that agree."""

import pytest

from assistant.answers.register.phrasing import after_preposition, counted, joined, value_words
from documents.moments import Moment
from index.register.model import Attribute
from tests.assistant.answers.register.cast import Page


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


@pytest.mark.parametrize(
    ("attribute", "value", "quote", "said"),
    [
        ("members", "70", "Skupia ponad 70 firm.", "ponad 70 firm"),
        ("members", "70", "Skupia 170 i 70 firm.", "70 firm"),
        ("members", "1200", "Around 1 200 firms", "around 1200 firm"),
        ("phone", "+48551234567", "tel. 55 123 45 67", "55 123 45 67"),
        ("region", "slaskie", "Śląsk", "województwo śląskie"),
        ("founded", "2009-05", "w maju 2009", "maj 2009"),
    ],
)
def test_a_value_is_worded_as_its_source_means_it(
    attribute: Attribute, value: str, quote: str, said: str
) -> None:
    qualifier = "firm" if attribute == "members" else ""

    assert value_words(Page("a", quote).fact(attribute, value, quote, qualifier=qualifier), "pl") == said
