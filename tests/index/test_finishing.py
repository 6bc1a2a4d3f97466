"""Finishing: embedding and looking for facts, told of as it goes on, ended where it takes too long."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from documents.errors import BrokenOffError
from documents.limits import Limits
from documents.model import Document
from documents.progress import GivenUp, Told
from index.encoder import Progress, Vectors
from index.extraction.apart import FactsRoom
from index.extraction.extract import RULES
from index.extraction.model import Extract
from index.ingest import Ingest
from index.intake import Intake
from index.store import Store
from index.work import Tools
from tests.fakes import HashingEncoder
from tests.index.at_work import over, text, until, working


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def test_embedding_tells_how_far_it_is(store: Store) -> None:
    job = store.jobs.receive("a.txt", text(1) * 30, by="ala")
    told: list[tuple[int, int]] = []

    def look() -> None:
        if now := intake.progress(job):
            told.append(now)

    intake = Intake(store.jobs, Ingest(store, HashingEncoder()), Tools(courtesy=look))
    intake.start()
    (found,) = over(store, job)
    intake.close()

    assert told == sorted(told)
    assert len(told) > 1
    assert all(done < total for done, total in told)
    assert found.result is not None
    assert intake.progress(job) is None


def test_a_job_cancelled_while_it_is_embedded_leaves_the_others_of_its_batch(store: Store) -> None:
    jobs = [store.jobs.receive(f"{number}.txt", text(number) * 20, by="ala") for number in range(3)]
    cancelled = threading.Event()

    def cancel() -> None:
        last = jobs[-1]
        if not cancelled.is_set() and store.jobs.find(last.id).stage == "split":
            store.jobs.cancel(last.id, by="ala")
            cancelled.set()

    with working(store, Tools(courtesy=cancel)):
        states = [one.state for one in over(store, *jobs)]

    assert states == ["done", "done", "cancelled"]
    assert len(store.documents()) == 2


class Fussy(HashingEncoder):
    """Fails on texts that hold a word."""

    def embed_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        if any("numer 7" in text for text in texts):
            raise RuntimeError("numer 7")
        return super().embed_passages(texts, progress=progress)


def test_a_defect_in_embedding_fails_its_file_alone(store: Store) -> None:
    jobs = [store.jobs.receive(f"{number}.txt", text(number), by="ala") for number in range(5, 10)]

    with working(store, encoder=Fussy()):
        states = [one.state for one in over(store, *jobs)]

    assert states == ["done", "done", "failed", "done", "done"]


def test_what_takes_too_long_to_embed_is_refused_and_the_others_go_on(store: Store) -> None:
    long = store.jobs.receive("long.txt", text(1) * 20, by="ala")
    short = store.jobs.receive("short.txt", b"Klaster.", by="ala")

    with working(store, Tools(embed_seconds=0.0)):
        refused, done = over(store, long, short)

    assert (refused.state, done.state) == ("refused", "done")
    assert refused.result is not None
    assert str(refused.result.reason).endswith(
        "sentences takes longer than 0 s; split it, or raise KLASTROWNIK_EMBED_SECONDS."
    )
    assert [one.name for one in store.documents()] == ["short.txt"]
    assert refused.can_retry


def test_what_keeps_a_rule_busy_for_ever_is_refused_and_the_others_go_on(store: Store) -> None:
    endless = store.jobs.receive("endless.txt", text(1) + b"\nbez konca\n", by="ala")
    crashing = store.jobs.receive("crashing.txt", text(2) + b"\nzawal\n", by="ala")
    good = store.jobs.receive("good.txt", b"Klaster Morski skupia 30 firm.", by="ala")

    with (
        closing(FactsRoom(Limits(seconds=1), find="tests.index.extraction.misbehaving:misbehave")) as room,
        working(store, Tools(find=room.extract)),
    ):
        found = over(store, endless, crashing, good)

    assert [one.state for one in found] == ["refused", "failed", "done"]
    assert [one.result and one.result.reason for one in found[:2]] == [
        "Finding facts in the file takes longer than 1 s; split it, or raise KLASTROWNIK_READ_SECONDS.",
        "reading broke off (SIGSEGV)",
    ]
    assert [one.name for one in store.documents()] == ["good.txt"]
    assert store.facts.count(store.documents()[0].id)


def test_looking_for_facts_tells_how_far_it_is_from_a_process_of_its_own(store: Store) -> None:
    job = store.jobs.receive("a.txt", b"Klaster Morski skupia 30 firm.", by="ala")
    seen: list[tuple[int, int] | None] = []

    def find(document: Document, given_up: GivenUp, told: Told) -> Extract:
        def heard(done: int, of: int) -> None:
            told(done, of)
            seen.append(intake.progress(job))

        return room.extract(document, given_up, heard)

    with closing(FactsRoom()) as room, working(store, Tools(find=find)) as intake:
        (done,) = over(store, job)

    assert done.state == "done"
    assert seen == [(one, len(RULES)) for one in range(1, len(RULES) + 1)]
    assert intake.progress(job) is None


def test_closing_or_cancelling_breaks_off_what_looks_for_facts(store: Store) -> None:
    looking = threading.Event()

    def find(document: Document, given_up: GivenUp, _: Told) -> Extract:
        looking.set()
        until(given_up)
        raise BrokenOffError(document.file, "nobody wants it any more")

    first = store.jobs.receive("a.txt", text(1), by="ala")
    with working(store, Tools(find=find)):
        assert looking.wait(10)
        store.jobs.cancel(first.id, by="ala")
        looking.clear()
        second = store.jobs.receive("b.txt", text(2), by="ala")
        assert looking.wait(10)

    assert [store.jobs.find(one.id).state for one in (first, second)] == ["cancelled", "waiting"]
    assert store.documents() == ()
