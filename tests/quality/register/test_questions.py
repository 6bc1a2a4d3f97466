"""Questions to the register, over two invented libraries, answered no worse than when measured.

Each half has 22 documents and 140 questions by a stranger to the code, asked as if it were 22 November 2026.
Rules are tuned with those of `tuning` in view; of `kept` nobody looks at more than totals, and no test prints
more. Floors are kept as in test_quality.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from index.encoder import Encoder
from tests.quality.asked import Asked, ask_all, digest, misquoted, right_by_group, serve, uncited, wrong
from web.evaluation import Score

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
HALVES = ("tuning", "kept")
CORPUS = {
    "tuning": "b49b3009101489fa6c0485eedc7ee6a7c9be3526706d0c99715f26ba084114b9",
    "kept": "4dbbc130e31e84fe6a3d1b52efa938e3880c6a3295c2569ec06343573e8008da",
}
# Measured on 23 November 2026, behind each; the margin is about one question.
FLOORS = {
    "tuning": {
        "right": 0.96,  # 0.971
        "cited": 0.98,  # 0.992
        "abstained": 0.93,  # 1.000
        "list_f1": 0.97,  # 0.993
    },
    "kept": {
        "right": 0.892,  # 0.900
        "cited": 0.96,  # 0.976
        "abstained": 0.87,  # 0.938
        "list_f1": 0.886,  # 0.912
    },
}
MOST_FALSE_ABSTENTIONS = {
    "tuning": 0.01,  # 0.000
    "kept": 0.041,  # 0.024
}
# How much better the half that was looked at may fare. A gap is what rules were fitted to that half by.
WIDEST_GAP = 0.079  # 0.071


@dataclass(frozen=True, slots=True, repr=False)
class Half:
    """How the questions of a half fare. It has no repr, so that a failure prints no more than `told`."""

    name: str
    asked: tuple[Asked, ...]
    misquoted: int
    uncited: int

    @property
    def figures(self) -> dict[str, float]:
        return Score.figures([one.score for one in self.asked])

    @property
    def told(self) -> str:
        """What a failure may say: of the half that is kept, totals."""
        totals = f"{self.name}: right by group and language: {right_by_group(self.asked)}"
        return totals if self.name == "kept" else f"{totals}\n{wrong(self.asked)}"


@pytest.fixture(scope="module")
def half_of(
    tmp_path_factory: pytest.TempPathFactory, models_folder: Path, encoder: Encoder
) -> Callable[[str], Half]:
    """Each half, asked once; `encoder` has made the model that it loads."""

    @cache
    def ask(name: str) -> Half:
        folder = HERE / name
        home = tmp_path_factory.mktemp(name)
        services = serve(home, models_folder, folder / "documents", today=TODAY)
        asked = ask_all(services, folder / "questions.jsonl")
        return Half(name, asked, len(misquoted(asked, services)), len(uncited(asked)))

    return ask


@pytest.mark.parametrize("half", HALVES)
def test_the_documents_and_questions_are_those_that_were_measured(half: str) -> None:
    assert digest(HERE / half / "documents", HERE / half / "questions.jsonl") == CORPUS[half]


@pytest.mark.parametrize("half", HALVES)
def test_every_quotation_is_verbatim(half_of: Callable[[str], Half], half: str) -> None:
    assert half_of(half).misquoted == 0


@pytest.mark.parametrize("half", HALVES)
def test_every_sentence_carries_its_citation(half_of: Callable[[str], Half], half: str) -> None:
    assert half_of(half).uncited == 0


@pytest.mark.parametrize(("half", "figure"), [(half, figure) for half in HALVES for figure in FLOORS[half]])
def test_a_figure_is_no_worse_than_measured(half_of: Callable[[str], Half], half: str, figure: str) -> None:
    found = half_of(half)

    assert found.figures[figure] >= FLOORS[half][figure], found.told


@pytest.mark.parametrize("half", HALVES)
def test_what_the_library_says_is_seldom_held_back(half_of: Callable[[str], Half], half: str) -> None:
    found = half_of(half)

    assert found.figures["false_abstention"] <= MOST_FALSE_ABSTENTIONS[half], found.told


def test_questions_that_nobody_looked_at_fare_nearly_as_well(half_of: Callable[[str], Half]) -> None:
    tuned, kept = (half_of(half).figures["right"] for half in HALVES)

    assert tuned - kept <= WIDEST_GAP
