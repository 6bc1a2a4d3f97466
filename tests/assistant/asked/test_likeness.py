"""Which questions mean the same."""

from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.asked.likeness import alike, meaning
from index.encoder import Encoder

PAIRS = Path(__file__).parents[2] / "quality/alike.tsv"
# What was measured with the default model; raised when the figures rise. Wrongly put together is worse than
# left apart: a document that is missing would not be seen.
FLOORS = {"tune": (1.0, 0.96), "check": (0.94, 0.65)}


class Pair(NamedTuple):
    half: str
    same: bool
    one: str
    other: str


def pairs(half: str) -> list[Pair]:
    lines = PAIRS.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Pair(set_, same == "yes", one, other) for set_, same, one, other in rows if set_ == half]


@pytest.mark.parametrize("half", FLOORS)
def test_questions_are_put_together_as_people_would_put_them(half: str, encoder: Encoder) -> None:
    judged = [(pair.same, _alike(pair, encoder)) for pair in pairs(half)]
    together = [same for same, found in judged if found]
    found = [found for same, found in judged if same]
    precision, recall = sum(together) / len(together), sum(found) / len(found)

    assert len(judged) >= 50
    assert precision >= FLOORS[half][0], (precision, recall)
    assert recall >= FLOORS[half][1], (precision, recall)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("koordynator Klastra Wosku", "kto kieruje Klastrem Wosku?", True),
        ("kto koordynuje Klaster Wosku", "kto koordynuje Klaster Dębu", False),
        ("telefon klastra Polmar", "telefon klastra Polfar", False),
        ("Telefon klastra Mazurosol", "telefon klastra Mazurosl", True),
        ("klastry w 2019", "klastry w 2023", False),
        ("kiedy?", "gdzie?", False),
        ("klastry lotnicze na Podkarpaciu", "klastry lotnicze w województwie podkarpackim", True),
        ("klastry lotnicze na Podkarpaciu", "klastry lotnicze w województwie śląskim", False),
        ("jak zostać członkiem Klastra Wosku", "jak dołączyć do Klastra Wosku", True),
        ("how do I become a member of Klaster Wosku", "jak dołączyć do Klastra Wosku", True),
        ("opłata członkowska w Klastrze Wosku", "ile kosztuje członkostwo w Klastrze Wosku", True),
        ("na ile lat jest ważny Złoty Medal", "do kiedy ważny jest Złoty Medal", True),
        ("ile lat ma Klaster Wosku", "do kiedy Klaster Wosku ma status", False),
    ],
)
def test_another_name_is_another_question_and_other_words_for_the_same_are_not(
    one: str, other: str, same: bool
) -> None:
    # However near their vectors are.
    assert alike(meaning(one), meaning(other), 0.96) is same


def test_what_is_far_apart_is_never_put_together() -> None:
    assert not alike(meaning("koordynator Wosku"), meaning("koordynator Wosku"), 0.5)


def _alike(pair: Pair, encoder: Encoder) -> bool:
    cosine = float(encoder.embed_query(pair.one) @ encoder.embed_query(pair.other))
    found = alike(meaning(pair.one), meaning(pair.other), cosine)
    assert found == alike(meaning(pair.other), meaning(pair.one), cosine)
    return found
