"""A library that turns read-only while it is served: answers go on, staff are told, jobs go on afterwards."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from index.database import Connection, Database
from tests.web.staff.conftest import StaffHouse

TEXT = "Klaster lotniczy skupia firmy z Podkarpacia."
_lent = Database._lent


@contextmanager
def _read_only(database: Database) -> Iterator[Connection]:
    """What SQLite lends where the disk lets nothing be written."""
    with _lent(database) as connection:
        connection.execute("PRAGMA query_only = ON")
        try:
            yield connection
        finally:
            connection.execute("PRAGMA query_only = OFF")


def test_a_library_that_cannot_be_written_any_more_answers_and_jobs_go_on_when_it_can(
    cast: dict[str, TestClient], house: StaffHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.intake._REST_S", 0.05)
    staff, stranger = cast["staff"], cast["stranger"]
    intake = house.app.state.desk.engine().intake
    house.add("a.txt", TEXT)
    with monkeypatch.context() as resting:
        # Received, and not yet worked on when the disk changes.
        resting.setattr("index.jobs.Jobs.take", lambda _: None)
        house.store.jobs.receive("b.txt", f"{TEXT} I inne.".encode(), by="Stefan")
        monkeypatch.setattr(Database, "_lent", _read_only)

    _until(lambda: intake.trouble is not None)
    page = staff.get("/staff/add")
    in_json = {"Accept": "application/json"}
    refused = staff.post("/staff/add", files={"file": ("c.txt", b"Klaster.")}, headers=in_json)
    asked = stranger.post("/api/v1/ask", json={"question": "Co skupia klaster lotniczy?"})
    follow = {"question": "A gdzie?", "conversation": asked.json()["conversation"]}
    again = stranger.post("/api/v1/ask", json=follow)
    seen = {one: stranger.get(one).status_code for one in ("/", "/documents", "/clusters", "/health")}
    monkeypatch.setattr(Database, "_lent", _lent)
    _until(lambda: house.store.by_name("b.txt") is not None)

    assert "Adding waits: Cannot be written (attempt to write a readonly database)" in page.text
    assert (refused.status_code, "cannot be written" in refused.json()["detail"]) == (503, True)
    assert (asked.status_code, again.status_code) == (200, 200)
    assert set(seen.values()) == {200}
    _until(lambda: intake.trouble is None)


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.01)
