"""Jobs: what was received is kept until it is over, and nobody is told what is not so."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import BusyError, JobError, UnknownJobError
from index.jobs import MOST_BROKEN, Job, Jobs
from index.outcome import Outcome
from index.store import Store

HELD = Outcome("a.txt", "added", "d1", 1, 2, 3, ("a warning",))
REFUSED = Outcome("a.txt", "refused", reason="The file is empty.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


@pytest.fixture
def jobs(store: Store) -> Jobs:
    return store.jobs


def taken(jobs: Jobs) -> Job:
    job = jobs.take()
    assert job is not None
    return job


def test_what_was_received_is_there_for_another_process(store: Store) -> None:
    job = store.jobs.receive("a.txt", b"bytes", by="ala")

    with closing(Store(store.path)) as other:
        found = other.jobs.find(job.id)
        content = other.jobs.content(found)

    assert content == b"bytes"
    assert (found.state, found.stage, found.by) == ("waiting", "received", "ala")


def test_jobs_are_taken_in_their_order_and_each_once(jobs: Jobs) -> None:
    for name in ("a", "b", "c"):
        jobs.receive(name, b"x", by="ala")

    assert [taken(jobs).name for _ in range(3)] == ["a", "b", "c"]
    assert jobs.take() is None


def test_a_later_file_of_the_same_name_waits_for_the_earlier(jobs: Jobs) -> None:
    for content in (b"old", b"new"):
        jobs.receive("a.txt", content, by="ala")
    first = taken(jobs)

    assert jobs.take() is None
    jobs.end(first, HELD)
    assert jobs.content(taken(jobs)) == b"new"


def test_a_job_that_is_held_says_what_became_of_it_and_keeps_no_file(jobs: Jobs) -> None:
    jobs.receive("a.txt", b"x", by="ala")
    job = taken(jobs)

    jobs.end(job, HELD)

    found = jobs.find(job.id)
    assert (found.state, found.stage, found.result) == ("done", "ready", HELD)
    assert jobs.content(found) is None
    assert not found.can_retry


def test_what_was_in_work_when_a_process_ended_is_taken_again_after_the_others(jobs: Jobs) -> None:
    jobs.receive("a", b"x", by="ala")
    jobs.receive("b", b"x", by="ala")
    jobs.reach(taken(jobs), "read")

    assert jobs.resume() == 1
    assert [(one.name, one.broken, one.stage) for one in (taken(jobs), taken(jobs))] == [
        ("b", 0, "received"),
        ("a", 1, "received"),
    ]


def test_a_file_that_ends_every_process_is_given_up_and_may_be_tried_by_hand(jobs: Jobs) -> None:
    job = jobs.receive("a", b"x", by="ala")
    for _ in range(MOST_BROKEN):
        taken(jobs)
        jobs.resume()

    given_up = jobs.find(job.id)

    assert given_up.state == "failed"
    assert given_up.result is not None
    assert f"ended {MOST_BROKEN} times" in (given_up.result.reason or "")
    assert jobs.retry(job.id, by="ala").state == "waiting"
    assert taken(jobs).broken == 0


def test_a_job_that_is_given_back_is_not_blamed(jobs: Jobs) -> None:
    jobs.receive("a", b"x", by="ala")

    jobs.give_back(taken(jobs))

    assert taken(jobs).broken == 0


def test_a_cancelled_job_goes_no_further(jobs: Jobs) -> None:
    jobs.receive("a", b"x", by="ala")
    job = taken(jobs)

    jobs.cancel(job.id, by="ola")

    assert not jobs.reach(job, "read")
    assert jobs.under_way([job]) == set()
    jobs.end(job, REFUSED)
    assert jobs.find(job.id).state == "cancelled"


def test_who_cancels_what_is_held_already_came_too_late(jobs: Jobs) -> None:
    jobs.receive("a", b"x", by="ala")
    job = taken(jobs)
    jobs.cancel(job.id, by="ola")

    jobs.end(job, HELD)

    assert jobs.find(job.id).state == "done"


def test_an_earlier_attempt_changes_nothing_of_a_later_one(jobs: Jobs) -> None:
    jobs.receive("a", b"x", by="ala")
    first = taken(jobs)
    jobs.cancel(first.id, by="ola")
    jobs.retry(first.id, by="ola")
    second = taken(jobs)

    jobs.end(first, REFUSED)

    assert not jobs.reach(first, "read")
    assert jobs.reach(second, "read")
    assert jobs.find(first.id).state == "working"


def test_a_refused_job_can_be_tried_again_with_its_file(jobs: Jobs) -> None:
    jobs.receive("a", b"x", by="ala")
    job = taken(jobs)
    jobs.end(job, REFUSED)

    again = jobs.retry(job.id, by="ala")

    assert (again.state, again.result) == ("waiting", None)
    assert jobs.content(taken(jobs)) == b"x"


def test_all_that_failed_waits_again_but_what_a_later_file_took_the_place_of(jobs: Jobs) -> None:
    for name in ("a", "b", "c"):
        jobs.receive(name, b"x", by="ala")
        jobs.end(taken(jobs), REFUSED)
    later = jobs.receive("b", b"newer", by="ala")
    jobs.end(taken(jobs), HELD)

    assert jobs.retry_all(by="ala") == 2

    assert [one.name for one in jobs.listed(states=("waiting",))] == ["c", "a"]
    assert jobs.find(later.id).state == "done"
    assert jobs.cancel_all(by="ala") == 2
    assert jobs.counts()["cancelled"] == 2


def test_what_is_over_cannot_be_cancelled_and_what_is_not_over_cannot_be_tried_again(jobs: Jobs) -> None:
    job = jobs.receive("a", b"x", by="ala")
    with pytest.raises(JobError) as fine:
        jobs.retry(job.id, by="ala")
    jobs.end(taken(jobs), HELD)
    with pytest.raises(JobError) as over:
        jobs.cancel(job.id, by="ala")

    assert (fine.value.fault, over.value.fault) == ("fine", "over")


def test_an_unknown_job_is_said_to_be_none(jobs: Jobs) -> None:
    for act in (jobs.find, lambda id: jobs.cancel(id, by="ala"), lambda id: jobs.retry(id, by="ala")):
        with pytest.raises(UnknownJobError):
            act("nope")


def test_more_than_may_wait_are_refused_and_not_kept(store: Store) -> None:
    jobs = Jobs(store.database, most_waiting=2)
    for name in ("a", "b"):
        jobs.receive(name, b"x", by="ala")

    with pytest.raises(BusyError):
        jobs.receive("c", b"x", by="ala")
    with pytest.raises(BusyError):
        jobs.request("https://example.org/", by="ala")
    assert jobs.counts()["waiting"] == 2


def test_an_address_has_no_file_until_it_is_fetched_and_is_named_by_where_it_came_from(jobs: Jobs) -> None:
    jobs.request("https://example.org/old", by="ala")
    job = taken(jobs)
    before = (job.stage, jobs.content(job))

    assert jobs.fetched(job, "https://example.org/new", b"page")

    found = jobs.find(job.id)
    assert before == (None, None)
    assert (found.name, found.address, found.stage) == (
        "https://example.org/new",
        "https://example.org/old",
        "received",
    )
    assert jobs.content(found) == b"page"


def test_what_was_fetched_for_a_cancelled_job_is_not_kept(jobs: Jobs) -> None:
    jobs.request("https://example.org/", by="ala")
    job = taken(jobs)
    jobs.cancel(job.id, by="ala")

    assert not jobs.fetched(job, "https://example.org/", b"page")
    assert jobs.content(job) is None


def test_every_action_of_staff_is_in_the_log_with_who_did_it(store: Store) -> None:
    job = store.jobs.receive("a", b"x", by="ala")
    store.jobs.cancel(job.id, by="ola")
    store.jobs.retry(job.id, by="ela")
    store.jobs.request("https://example.org/", by="ala")

    assert [(one.by, one.action, one.subject) for one in reversed(store.audit.records())] == [
        ("ala", "file.received", "a"),
        ("ola", "job.cancelled", "a"),
        ("ela", "job.retried", "a"),
        ("ala", "address.requested", "https://example.org/"),
    ]


def test_files_of_old_failures_are_forgotten_and_their_jobs_later(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs.receive("old", b"x", by="ala")
    jobs.end(taken(jobs), REFUSED)
    waiting = jobs.receive("new", b"x", by="ala")

    monkeypatch.setattr("index.jobs.KEPT", timedelta(0))
    jobs.tidy()
    (_, old) = jobs.listed()
    with pytest.raises(JobError) as gone:
        jobs.retry(old.id, by="ala")
    monkeypatch.setattr("index.jobs.TOLD", timedelta(0))
    jobs.tidy()

    assert gone.value.fault == "gone"
    assert [one.id for one in jobs.listed()] == [waiting.id]
    assert jobs.content(waiting) == b"x"


def test_of_failed_files_only_the_newest_are_kept(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.jobs.KEPT_BYTES", 2)
    for name in ("a", "b", "c"):
        jobs.receive(name, b"x", by="ala")
        jobs.end(taken(jobs), REFUSED)

    jobs.tidy()

    assert [(one.name, one.can_retry) for one in jobs.listed()] == [("c", True), ("b", True), ("a", False)]


def test_jobs_are_listed_by_state_a_page_at_a_time(jobs: Jobs) -> None:
    for name in ("a", "b", "c"):
        jobs.receive(name, b"x", by="ala")
    jobs.end(taken(jobs), REFUSED)

    newest = jobs.listed(limit=2)
    rest = jobs.listed(before=newest[-1].number)

    assert [one.name for one in (*newest, *rest)] == ["c", "b", "a"]
    assert [one.name for one in jobs.listed(states=("refused",))] == ["a"]


@settings(max_examples=20)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_and_reason_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    with closing(Store(tmp_path_factory.mktemp("home") / "library.sqlite")) as store:
        store.jobs.receive(text, b"x", by=text)
        job = taken(store.jobs)
        store.jobs.end(job, Outcome(text, "failed", reason=text))

        found = store.jobs.find(job.id)

    assert (found.name, found.by) == (text, text)
    assert found.result == Outcome(text, "failed", reason=text)
