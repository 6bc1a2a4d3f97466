"""Jobs: one after the other, a bounded number."""

import threading
from functools import partial

import pytest

from index.errors import SourceError
from index.outcome import Outcome
from web.jobs import BusyError, Job, Jobs


def _finished(jobs: Jobs, job: Job) -> Job:
    for _ in range(500):
        found = jobs.find(job.id)
        if found and found.result:
            return found
        threading.Event().wait(0.01)
    raise AssertionError(job)


def test_jobs_run_one_after_the_other_in_their_order() -> None:
    jobs = Jobs()
    ran: list[str] = []

    def work(name: str) -> Outcome:
        ran.append(name)
        return Outcome(name, "added")

    for name in ("a", "b", "c"):
        last = jobs.submit(name, partial(work, name))
    _finished(jobs, last)
    jobs.close()

    assert ran == ["a", "b", "c"]


def test_more_than_may_wait_are_refused() -> None:
    jobs, gate = Jobs(waiting=1), threading.Event()
    begun = threading.Event()

    def slow() -> Outcome:
        begun.set()
        gate.wait(10)
        return Outcome("a", "added")

    jobs.submit("a", slow)
    begun.wait(10)
    jobs.submit("b", slow)

    with pytest.raises(BusyError):
        jobs.submit("c", slow)
    gate.set()
    jobs.close()


def test_closing_waits_for_the_job_in_work_and_for_none_that_waits() -> None:
    jobs, gate, begun = Jobs(waiting=2), threading.Event(), threading.Event()
    ran: list[str] = []

    def work(name: str) -> Outcome:
        begun.set()
        gate.wait(10)
        ran.append(name)
        return Outcome(name, "added")

    first = jobs.submit("a", partial(work, "a"))
    begun.wait(10)
    waiting = [jobs.submit(name, partial(work, name)) for name in ("b", "c")]
    closing = threading.Thread(target=jobs.close, daemon=True)
    closing.start()
    gate_opener = threading.Timer(0.3, gate.set)
    gate_opener.start()
    closing.join(5)

    assert not closing.is_alive()
    assert ran == ["a"]
    assert _finished(jobs, first).state == "done"
    assert [found.state for one in waiting if (found := jobs.find(one.id))] == ["waiting", "waiting"]
    with pytest.raises(BusyError):
        jobs.submit("d", partial(work, "d"))


def test_closing_with_a_full_queue_does_not_wait_for_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.jobs._PATIENCE_S", 0.1)
    jobs, gate, begun = Jobs(waiting=1), threading.Event(), threading.Event()

    def stuck() -> Outcome:
        begun.set()
        gate.wait(10)
        return Outcome("a", "added")

    jobs.submit("a", stuck)
    begun.wait(10)
    jobs.submit("b", stuck)
    closing = threading.Thread(target=jobs.close, daemon=True)
    closing.start()
    closing.join(3)
    was_closed = not closing.is_alive()
    gate.set()

    assert was_closed


def test_a_job_that_raises_fails_with_one_line() -> None:
    jobs = Jobs()

    def broken() -> Outcome:
        raise ValueError("first line\nsecond line")

    job = _finished(jobs, jobs.submit("a", broken))
    jobs.close()

    assert job.state == "failed"
    assert job.result == Outcome("a", "failed", reason="first line")


@pytest.mark.parametrize(("failure", "stack"), [(SourceError("a", "gone"), False), (KeyError("a"), True)])
def test_only_a_defect_leaves_its_stack(
    failure: Exception, stack: bool, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = Jobs()

    def broken() -> Outcome:
        raise failure

    _finished(jobs, jobs.submit("a", broken))
    jobs.close()

    assert [bool(one.exc_info) for one in caplog.records] == [stack]
