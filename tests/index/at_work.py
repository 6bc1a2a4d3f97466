"""An intake at work, and what to wait for."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from index.ingest import Ingest
from index.intake import Intake
from index.jobs import Job
from index.store import Store
from index.work import Tools
from tests.fakes import HashingEncoder

CLUSTER = "Klaster lotniczy powstał w 2003 roku w Rzeszowie. Skupia ponad sto firm z regionu.\n"


@contextmanager
def working(
    store: Store, tools: Tools | None = None, *, encoder: HashingEncoder | None = None
) -> Iterator[Intake]:
    intake = Intake(store.jobs, Ingest(store, encoder or HashingEncoder(), limit_bytes=10_000), tools)
    intake.start()
    try:
        yield intake
    finally:
        intake.close()


def nothing(_: int) -> None:
    pass


def text(number: int) -> bytes:
    return f"Klaster numer {number}\n\n{CLUSTER}Ma {number} członków.\n".encode()


def over(store: Store, *jobs: Job) -> list[Job]:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        found = [store.jobs.find(one.id) for one in jobs]
        if all(one.is_over for one in found):
            return found
        time.sleep(0.01)
    raise AssertionError(found)


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.005)
