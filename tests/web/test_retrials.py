"""Questions tried again in the background."""

import threading
import time
from pathlib import Path

import pytest

from index.asked import Asking as Asked
from index.asked import Retrial
from tests.assistant.asked.asking import Asking
from web.retrials import Progress, Retrials


def filled(folder: Path) -> Asking:
    asking = Asking(folder)
    for name in ("Wosku", "Dębu", "Miedzi"):
        asking.ask(f"koordynator Klastra {name}")
    asking.grouped()
    return asking


def test_a_round_goes_through_all_and_what_is_asked_for_meanwhile_is_added_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, retrials, held = filled(tmp_path), Retrials(), threading.Event()
    attempt = asking.questions.attempt

    def waiting(one: Asked) -> Retrial | None:
        held.wait(10)
        return attempt(one)

    monkeypatch.setattr(asking.questions, "attempt", waiting)
    askings = asking.questions.to_try()
    begun = retrials.start(asking.questions, askings), retrials.start(asking.questions, askings)
    held.set()

    assert begun == (True, True)
    assert retrials.wait(10) == Progress(6, 6)
    assert asking.questions.to_try(stale=True) == ()
    asking.close()


def test_a_round_that_breaks_off_says_why_and_another_can_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, retrials = filled(tmp_path), Retrials()

    def broken(_: Asked) -> Retrial | None:
        raise OSError("no disk")

    with monkeypatch.context() as broken_off:
        broken_off.setattr(asking.questions, "attempt", broken)
        retrials.start(asking.questions, asking.questions.to_try())
        failed = retrials.wait(10)

    assert (failed.running, failed.failed) == (False, "no disk")
    assert retrials.start(asking.questions, asking.questions.to_try())
    assert retrials.wait(10) == Progress(3, 3)
    asking.close()


def test_what_a_page_had_no_time_for_is_put_in_groups_in_the_background(tmp_path: Path) -> None:
    asking, retrials = Asking(tmp_path), Retrials()
    for number in range(30):
        asking.ask(f"koordynator Klastra numer {number}")
    left = asking.questions.take_in(within_s=0)
    retrials.catch_up(asking.questions)
    until = time.monotonic() + 20
    while asking.store.asked.waiting_count() and time.monotonic() < until:
        time.sleep(0.01)

    assert left == 29
    assert asking.store.asked.waiting_count() == 0
    retrials.close()
    asking.close()


def test_nothing_begins_without_questions_or_after_the_end(tmp_path: Path) -> None:
    asking, retrials = filled(tmp_path), Retrials()

    assert not retrials.start(asking.questions, ())
    retrials.close()
    assert not retrials.start(asking.questions, asking.questions.to_try())
    asking.close()
