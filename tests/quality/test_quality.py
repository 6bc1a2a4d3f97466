"""Quality: documents and questions written by a stranger to the code, answered no worse than when measured.

Seventeen invented documents of every kind and layout, and 126 questions in Polish and English, all written
before any answer was seen: `expect` is verbatim what a document says. A question's `group` says what makes it
hard. The office files are made by `office.py`.

Raise the floors when answers get better; lower one only on purpose, and say why in the same commit. They are
pinned to the corpus: change a document or a question, measure anew, and set `CORPUS` with the floors.
"""

from datetime import date
from pathlib import Path
from statistics import fmean

import pytest

from documents.model import Language
from index.encoder import Encoder
from tests.quality.asked import Asked, ask_all, digest, misquoted, right_by_group, serve, uncited, wrong
from web.evaluation import Score
from web.i18n import texts
from web.pages.examples import examples
from web.services import Services

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
DOCUMENTS, QUESTIONS = HERE / "documents", HERE / "questions.jsonl"
CORPUS = "75ee9019e8f8547741ecf548c9ee5e9b5fce147f107481d7cb8bdedb6c9090cd"

# Measured on 22 November 2026, behind each; the margin is about one question. The answering was mended with
# these questions in view, so they show that nothing gets worse, not how strangers fare.
FIGURES = {
    "right": 0.88,  # 0.897
    "cited": 0.97,  # 0.981
    "abstained": 0.94,  # 1.000
}
MOST_FALSE_ABSTENTIONS = 0.056  # 0.046
# Questions answered right, of as many as there are, by group and by language.
RIGHT = {
    "plain": (23, 27),  # 24
    "pl": (81, 91),  # 82
    "inflected": (1, 5),  # 2
    "list": (7, 9),  # 8
    "table": (8, 9),  # 9
    "quote": (2, 3),  # 3
    "contact": (3, 4),  # 4
    "definition": (1, 2),  # 2
    "dated": (1, 2),  # 2
    "en": (29, 35),  # 30
    "cross": (11, 15),  # 12
    "cross-dated": (0, 1),  # 1
    "no-diacritics": (6, 8),  # 7
    "typo": (5, 8),  # 6
    "keywords": (3, 5),  # 4
    "follow-up": (9, 10),  # 10
    "abstention": (17, 18),  # 18
}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, models_folder: Path, encoder: Encoder) -> Services:
    """The application over the documents; `encoder` has made the model that it loads."""
    return serve(tmp_path_factory.mktemp("home"), models_folder, DOCUMENTS, today=TODAY)


@pytest.fixture(scope="module")
def asked(services: Services) -> tuple[Asked, ...]:
    """Every question, answered by the real application."""
    return ask_all(services, QUESTIONS)


def test_the_corpus_is_the_one_that_was_measured() -> None:
    assert digest(DOCUMENTS, QUESTIONS) == CORPUS


def test_every_quotation_is_verbatim(asked: tuple[Asked, ...], services: Services) -> None:
    assert misquoted(asked, services) == ()


def test_every_sentence_carries_its_citation(asked: tuple[Asked, ...]) -> None:
    assert uncited(asked) == ()


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_no_worse_than_measured(asked: tuple[Asked, ...], figure: str) -> None:
    figures = Score.figures([one.score for one in asked])

    assert figures[figure] >= FIGURES[figure], wrong(asked)


def test_what_the_library_says_is_seldom_held_back(asked: tuple[Asked, ...]) -> None:
    figures = Score.figures([one.score for one in asked])

    assert figures["false_abstention"] <= MOST_FALSE_ABSTENTIONS, wrong(asked)


def test_no_kind_of_question_fares_worse_than_measured(asked: tuple[Asked, ...]) -> None:
    right = right_by_group(asked)

    assert {group: of for group, (_, of) in right.items()} == {group: of for group, (_, of) in RIGHT.items()}
    worse = {group: right[group][0] for group, (least, _) in RIGHT.items() if right[group][0] < least}
    assert worse == {}, wrong(asked)


def test_an_answer_takes_no_longer_than_a_blink(asked: tuple[Asked, ...]) -> None:
    assert fmean(one.score.elapsed_ms for one in asked) < 300


@pytest.mark.parametrize("language", ["pl", "en"])
def test_each_question_to_try_has_an_answer(services: Services, language: Language) -> None:
    for question in examples(services.registers.now(), texts(language)):
        answer = services.assistant.ask(question).answer
        assert answer.kind != "abstention", question
        assert answer.citations, question
