"""The intake: each job through its stages, none lost, none hanging, none stopping the others."""

import threading
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from documents.model import Document
from documents.progress import GivenUp, Told, telling
from documents.read import read_document
from index.errors import FullDiskError, SourceError
from index.ingest import Ingest
from index.intake import Intake
from index.jobs import STAGES, Stage
from index.outcome import Outcome
from index.store import Store
from index.work import Fetched, Storing, Tools
from tests.fakes import HashingEncoder
from tests.index.at_work import nothing, over, text, until, working


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def test_many_files_are_added_and_what_is_ready_is_held(store: Store) -> None:
    jobs = [store.jobs.receive(f"{number}.txt", text(number), by="ala") for number in range(40)]

    with working(store):
        found = over(store, *jobs)

    assert {one.state for one in found} == {"done"}
    assert {one.name for one in store.documents()} == {one.name for one in jobs}
    assert all(one.result and one.result.document for one in found)


def test_a_refused_file_says_why_and_stops_no_other(store: Store) -> None:
    bad = store.jobs.receive("empty.txt", b"", by="ala")
    good = store.jobs.receive("a.txt", text(1), by="ala")

    with working(store):
        refused, done = over(store, bad, good)

    assert (refused.state, done.state) == ("refused", "done")
    assert refused.result is not None
    assert refused.result.reason == "The file is empty."


def test_the_same_bytes_again_are_said_to_be_held(store: Store) -> None:
    with working(store) as intake:
        found = []
        for name in ("a.txt", "a.txt", "b.txt"):
            job = store.jobs.receive(name, text(1), by="ala")
            intake.wake()
            found += over(store, job)

    assert [one.result and one.result.status for one in found] == ["added", "unchanged", "duplicate"]


def test_of_two_files_of_one_name_the_later_is_held(store: Store) -> None:
    jobs = [store.jobs.receive("a.txt", text(number), by="ala") for number in range(5)]

    with working(store):
        over(store, *jobs)

    (held,) = store.documents()
    assert "numer 4" in store.text(held.id)


def test_a_job_is_seen_at_each_of_its_stages(store: Store) -> None:
    seen: list[Stage | None] = []
    job = store.jobs.receive("a.txt", text(1), by="ala")

    def look(*_: object) -> None:
        seen.append(store.jobs.find(job.id).stage)

    def read(file: str, content: bytes, _: Collection[str], given_up: GivenUp, told: Told) -> Document:
        look()
        with telling(told):
            document = read_document(file, content)
        look()
        return document

    @contextmanager
    def publishing() -> Iterator[Storing]:
        look()
        yield nothing

    with working(store, Tools(read=read, courtesy=look, publishing=publishing)):
        over(store, job)
        look()

    assert tuple(dict.fromkeys(seen)) == STAGES


def test_reading_tells_how_many_pages_it_has_behind_it(store: Store) -> None:
    job = store.jobs.receive("a.txt", text(1), by="ala")
    seen: list[tuple[int, int] | None] = []

    def read(file: str, content: bytes, _: Collection[str], given_up: GivenUp, told: Told) -> Document:
        # More than there are, and pages after the last, are what a process says that was taken over.
        for said in ((1, 3), (2, 3), (7, 3), (0, 0), (1, 3)):
            told(*said)
            seen.append(intake.progress(job))
        return read_document(file, content)

    intake = Intake(store.jobs, Ingest(store, HashingEncoder()), Tools(read=read))
    intake.start()
    over(store, job)
    intake.close()

    assert seen == [(1, 3), (2, 3), (3, 3), None, None]


def test_a_job_cancelled_while_it_is_read_ends_and_is_not_held(store: Store) -> None:
    reading = threading.Event()

    def read(file: str, content: bytes, _: Collection[str], given_up: GivenUp, told: Told) -> Document:
        if file == "a.txt":
            reading.set()
            until(given_up)
        return read_document(file, content)

    job = store.jobs.receive("a.txt", text(1), by="ala")
    with working(store, Tools(read=read)):
        assert reading.wait(10)
        store.jobs.cancel(job.id, by="ala")
        after = store.jobs.receive("b.txt", b"", by="ala")
        over(store, after)

    assert store.jobs.find(job.id).state == "cancelled"
    assert store.documents() == ()


def test_closing_ends_soon_and_the_next_start_goes_on(store: Store) -> None:
    reading = threading.Event()

    def stuck(file: str, content: bytes, _: Collection[str], given_up: GivenUp, told: Told) -> Document:
        reading.set()
        until(given_up)
        raise SourceError(file, "nobody wants it any more")

    jobs = [store.jobs.receive(f"{number}.txt", text(number), by="ala") for number in range(5)]
    with working(store, Tools(read=stuck)):
        assert reading.wait(10)
    after = [store.jobs.find(one.id) for one in jobs]
    with working(store):
        ended = over(store, *jobs)

    assert {one.state for one in after} == {"waiting"}
    assert {one.broken for one in after} == {0}
    assert {one.state for one in ended} == {"done"}


def test_a_defect_in_reading_fails_its_file_alone(store: Store) -> None:
    def read(file: str, content: bytes, wanted: Collection[str], *_: object) -> Document:
        if file == "bad.txt":
            raise KeyError(file)
        return read_document(file, content)

    bad = store.jobs.receive("bad.txt", text(1), by="ala")
    good = store.jobs.receive("good.txt", text(2), by="ala")
    with working(store, Tools(read=read)):
        failed, done = over(store, bad, good)

    assert (failed.state, done.state) == ("failed", "done")
    assert failed.result == Outcome("bad.txt", "failed", reason="reading failed: KeyError")
    assert failed.can_retry


def test_a_full_disk_is_said_and_adding_goes_on_when_there_is_room(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.intake._REST_S", 0.05)
    full = threading.Event()
    full.set()

    @contextmanager
    def publishing() -> Iterator[Storing]:
        if full.is_set():
            raise FullDiskError(store.path)
        yield nothing

    jobs = [store.jobs.receive(f"{number}.txt", text(number), by="ala") for number in range(3)]
    with working(store, Tools(publishing=publishing)) as intake:
        until(lambda: "disk is full" in (intake.trouble or ""))
        full.clear()
        states = {one.state for one in over(store, *jobs)}
        until(lambda: intake.trouble is None)

    assert states == {"done"}


def test_an_address_is_fetched_and_held_under_where_it_came_from(store: Store) -> None:
    def fetch(address: str, _: GivenUp) -> Fetched:
        return Fetched(f"{address}/final.txt", text(1))

    job = store.jobs.request("https://example.org", by="ala")
    with working(store, Tools(fetch=fetch)):
        (done,) = over(store, job)

    (held,) = store.documents()
    assert done.state == "done"
    assert (held.name, held.address) == ("https://example.org/final.txt", "https://example.org/final.txt")


def test_an_address_that_cannot_be_fetched_fails_with_the_reason_and_can_be_tried_again(store: Store) -> None:
    answers = iter([SourceError("x", "it does not answer")])

    def fetch(address: str, _: GivenUp) -> Fetched:
        if (error := next(answers, None)) is not None:
            raise error
        return Fetched(address, text(1))

    job = store.jobs.request("https://example.org/a.txt", by="ala")
    with working(store, Tools(fetch=fetch)) as intake:
        (failed,) = over(store, job)
        store.jobs.retry(job.id, by="ala")
        intake.wake()
        (done,) = over(store, job)

    assert failed.result is not None
    assert (failed.state, failed.result.reason) == ("failed", "it does not answer")
    assert done.state == "done"


def test_what_is_ready_is_published_before_it_is_told(store: Store) -> None:
    told_early: list[str] = []

    @contextmanager
    def publishing() -> Iterator[Storing]:
        yield nothing
        told_early.extend(one.id for one in store.jobs.listed(states=("done",)))

    job = store.jobs.receive("a.txt", text(1), by="ala")
    with working(store, Tools(publishing=publishing)):
        over(store, job)

    assert job.id not in told_early


def test_what_was_in_work_when_a_process_was_killed_goes_on(store: Store) -> None:
    jobs = [store.jobs.receive(f"{number}.txt", text(number), by="ala") for number in range(3)]
    for _ in jobs:
        store.jobs.take()

    with working(store):
        states = {one.state for one in over(store, *jobs)}

    assert states == {"done"}
