"""A real library behind the pages for staff, and the cast that visits it."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.passwords import hashed
from index.roles import Role
from index.store import Store
from tests.fakes import HashingEncoder
from web.app import create_app
from web.opening import open_backend
from web.settings import Settings

PASSWORD = "wiatr od morza niesie"
# By role, how they sign in.
NAMES: dict[Role, str] = {"administrator": "Ada", "staff": "Stefan", "reader": "Róża"}
ZORKANIT = (
    "Klaster Zorkanit\n\n"
    "Klaster Zorkanit ma siedzibę w Opolu. Koordynatorem Klastra Zorkanit jest Fundacja Nurt. "
    "Klaster Zorkanit ma status Krajowego Klastra Kluczowego do 17 grudnia 2025 r.\n\n"
    "Firmy klastra odlewają śruby okrętowe."
)
WYDMIAK = "Klaster Wydmiak\n\nKlaster Wydmiak ma siedzibę w Radomiu. Klaster Wydmiak liczy 40 firm."


@dataclass(frozen=True, slots=True)
class StaffHouse:
    """A home that is served by the real application, with a store of its own to look into."""

    settings: Settings
    store: Store
    app: FastAPI

    def add(self, name: str, text: str) -> str:
        """The id of a document that was read and embedded as any other."""
        outcome = self.app.state.desk.engine().keeper.add(name, text.encode(), by="staff")
        assert outcome.document is not None, outcome.reason
        return str(outcome.document)

    def settle(self) -> None:
        """Wait until no job is open."""
        for _ in range(6_000):
            counts = self.store.jobs.counts()
            if not counts["waiting"] + counts["working"]:
                return
            time.sleep(0.01)
        raise AssertionError(counts)

    def close_to_strangers(self) -> None:
        """From now on only those who are signed in may ask and read."""
        desk = self.app.state.desk
        self.app.state.desk = replace(desk, backend=replace(desk.backend, signed_in_readers=True))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[StaffHouse]:
    """A library without documents, with an account for each role."""
    settings = Settings(home=tmp_path / "home", models=tmp_path / "models")
    app = create_app(open_backend(settings, empty=True, encoder=HashingEncoder()))
    with closing(Store(settings.database)) as store:
        for role, name in NAMES.items():
            store.accounts.make(name, role, by="command line")
        with store.database.writing() as connection:
            connection.execute("UPDATE accounts SET password = ?", (_hashed(),))
        yield StaffHouse(settings, store, app)


@pytest.fixture
def stranger(house: StaffHouse) -> Iterator[TestClient]:
    """Somebody who is not signed in. The application runs as long as they visit it."""
    with _visiting(house) as visitor:
        house.app.state.desk.warmup.wait(30)
        yield visitor


@pytest.fixture
def reader(house: StaffHouse, stranger: TestClient) -> TestClient:
    return _signed_in(house, "reader")


@pytest.fixture
def staff(house: StaffHouse, stranger: TestClient) -> TestClient:
    return _signed_in(house, "staff")


@pytest.fixture
def administrator(house: StaffHouse, stranger: TestClient) -> TestClient:
    return _signed_in(house, "administrator")


@pytest.fixture
def cast(
    stranger: TestClient, reader: TestClient, staff: TestClient, administrator: TestClient
) -> dict[str, TestClient]:
    return {"stranger": stranger, "reader": reader, "staff": staff, "administrator": administrator}


@pytest.fixture
def library(house: StaffHouse, staff: TestClient) -> dict[str, str]:
    """The ids of two documents, of a cluster each."""
    return {"a": house.add("a.txt", ZORKANIT), "b": house.add("b.txt", WYDMIAK)}


def _visiting(house: StaffHouse) -> TestClient:
    return TestClient(house.app, follow_redirects=False, raise_server_exceptions=False)


@cache
def _hashed() -> str:
    # Made once: a tenth of a second each, which is what it is good for.
    return hashed(PASSWORD)


def _signed_in(house: StaffHouse, role: Role) -> TestClient:
    # Not entered: the application is started once, by the stranger.
    visitor = _visiting(house)
    visitor.cookies.set("session", house.store.sessions.begin(NAMES[role]))
    return visitor
