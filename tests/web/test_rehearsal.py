"""Rehearsing: what the first question would cost is spent before it, and nothing is seen of it."""

import threading
from dataclasses import dataclass, field, replace

from assistant.model import Answer
from tests.web.fake_assistant import FakeAssistant
from tests.web.fakes import House
from tests.web.invented import invented
from web.backend import Engine
from web.rehearsal import rehearse
from web.warmup import Warmup


@dataclass
class Listening(FakeAssistant):
    """Writes down what it is to answer, and then fails if it is told to."""

    fails: bool = False
    heard: list[str] = field(default_factory=list)

    def answer(self, question: str) -> Answer:
        self.heard.append(question)
        if self.fails:
            raise RuntimeError("the library is gone")
        return super().answer(question)


def rehearsed(*, fails: bool = False) -> Listening:
    house = invented(House())
    assistant = Listening(house.library, fails=fails)
    rehearse(house.backend, replace(house.load(), assistant=assistant))
    return assistant


def test_the_questions_of_the_start_page_are_answered_in_both_languages_and_none_is_kept() -> None:
    assistant = rehearsed()

    assert "Czym jest klaster?" in assistant.heard
    assert "What is a cluster?" in assistant.heard
    assert assistant.asked == []
    assert assistant.kept == {}


def test_a_question_of_each_kind_is_answered_about_a_cluster_of_the_library() -> None:
    heard = rehearsed().heard

    assert len(heard) > 20
    assert not any("{" in question for question in heard)


def test_a_rehearsal_that_fails_goes_on_in_the_other_language() -> None:
    assert len(rehearsed(fails=True).heard) == 2


def test_the_engine_is_ready_before_it_is_rehearsed() -> None:
    seen: list[str] = []
    over = threading.Event()

    def rehearse(_: Engine) -> None:
        seen.append(warmup.warmth.state)
        over.set()

    warmup = Warmup(House().load, rehearse)
    warmup.start()

    assert over.wait(10)
    assert seen == ["ready"]
