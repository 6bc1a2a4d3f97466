"""A backup put back under the running server: everything is as it was, and what was in work goes on."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.backup import restore_backup
from index.check.library import check_library
from index.store import Store
from tests.web.staff.conftest import WYDMIAK, ZORKANIT, StaffHouse

# Who may sign in and what was done stay as in the library that is replaced, and the counters go on.
_GO_ON = {"accounts", "identities", "tokens", "sessions", "links", "devices", "audit", "counters"}
# Made of the passages; a check compares it with them.
_DERIVED = re.compile(r"words(_\w+)?|word_counts|sqlite_\w+")


def _rows(store: Store) -> dict[str, list[str]]:
    """All that a library holds, by table."""
    with store.database.reading() as connection:
        tables = [one[0] for one in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: sorted(
                repr({name: row[name] for name in row.keys() if name != "generation"})  # noqa: SIM118 - no dict
                for row in connection.execute(f"SELECT * FROM {table}")
            )
            for table in tables
            if table not in _GO_ON and not _DERIVED.fullmatch(table)
        }


def _taken_away(administrator: TestClient, folder: Path) -> Path:
    path = folder / "library.backup"
    path.write_bytes(administrator.post("/staff/keeping/backup").content)
    return path


@dataclass(frozen=True, slots=True)
class Held:
    """A house with something of everything: a document of two versions, one marked, one removed, a file that
    was refused, a decision, and an answer."""

    house: StaffHouse
    administrator: TestClient
    staff: TestClient
    versioned: str
    conversation: str
    decision: int
    robot: dict[str, str]

    def change(self) -> None:
        """Undo all of it, and add something else."""
        self.staff.post(f"/staff/documents/{self.versioned}/remove")
        for removal in self.house.store.removed.all():
            self.administrator.post(f"/staff/documents/removed/{removal.id}/forget")
        self.staff.delete(f"/api/v1/conversations/{self.conversation}")
        self.staff.delete(f"/api/v1/decisions/{self.decision}", headers=self.robot)
        self.staff.post("/staff/add/retry")
        self.house.add("d.txt", "Coś nowego.")
        self.house.settle()


@pytest.fixture
def held(house: StaffHouse, administrator: TestClient, staff: TestClient) -> Held:
    store = house.store
    versioned = house.add("a.txt", ZORKANIT)
    house.add("a.txt", f"{ZORKANIT}\nDruga wersja.\n")
    house.add("b.txt", WYDMIAK)
    store.mark_outdated(versioned, by="Stefan", reason="nowsza umowa")
    removed = house.add("c.txt", "Pogoda w górach jest zimą zmienna, a latem burzowa i ciepła.")
    staff.post(f"/staff/documents/{removed}/remove")
    staff.post("/staff/add", files={"file": ("pusty.txt", b"")})
    house.settle()
    fact = staff.get("/api/v1/clusters/zorkanit").json()["facts"][0]["key"]
    robot = {"Authorization": f"Bearer {store.tokens.create('robot', 'staff')}"}
    decided = staff.post(
        "/api/v1/clusters/zorkanit/decisions", json={"kind": "confirmed", "facts": [fact]}, headers=robot
    )
    asked = staff.post("/api/v1/ask", json={"question": "Kto koordynuje Zorkanit?"}).json()
    decision = decided.json()["decisions"][0]
    return Held(house, administrator, staff, versioned, asked["conversation"], decision, robot)


def test_everything_comes_back_with_a_backup(held: Held, tmp_path: Path) -> None:
    store = held.house.store
    backup, before = _taken_away(held.administrator, tmp_path), _rows(store)
    held.change()
    records, changed = len(store.audit.records()), _rows(store)
    restore_backup(backup, store.path, force=True)

    assert {name for name in before if before[name] != changed[name]} > {"documents", "versions", "jobs"}
    assert _rows(store) == before
    assert len(store.audit.records()) == records + 1
    assert store.audit.broken() is None
    held.house.app.state.desk.engine().keeper.save()
    assert list(check_library(store, held.house.settings.home)) == []


def test_what_came_back_with_a_backup_can_be_worked_with(held: Held, tmp_path: Path) -> None:
    store, staff = held.house.store, held.staff
    backup = _taken_away(held.administrator, tmp_path)
    held.change()
    restore_backup(backup, store.path, force=True)

    # Everybody is signed out.
    assert staff.get("/staff/add").status_code == 303
    staff.cookies.set("session", store.sessions.begin("Stefan"))
    back = staff.post(f"/staff/documents/{held.versioned}/versions/1/back")
    undone = staff.post(f"/staff/documents/removed/{store.removed.all()[0].id}/undo")
    staff.post("/staff/add/retry")
    held.house.settle()
    assert (back.status_code, undone.status_code) == (303, 303)
    assert store.document(held.versioned).version == 3
    assert {one.name for one in store.documents()} == {"a.txt", "b.txt", "c.txt"}
    assert staff.get(f"/api/v1/conversations/{held.conversation}").status_code == 200
    assert [one.attempt for one in store.jobs.listed(states=("refused",))] == [2]


def test_jobs_in_work_when_a_backup_was_made_go_on_after_it_is_put_back(
    house: StaffHouse, administrator: TestClient, staff: TestClient, tmp_path: Path
) -> None:
    texts = {f"{number}.txt": f"Klaster numer {number} skupia {number} firm." for number in range(20)}
    staff.post("/staff/add", files=[("file", (name, text.encode())) for name, text in texts.items()])
    while not house.store.jobs.counts()["working"]:
        assert house.store.jobs.counts()["waiting"]
    backup = _taken_away(administrator, tmp_path)
    house.settle()

    restore_backup(backup, house.store.path, force=True)
    open_then = house.store.jobs.counts()["waiting"] + house.store.jobs.counts()["working"]
    house.settle()

    assert open_then
    assert {one.name for one in house.store.documents()} == texts.keys()
    assert {one.state for one in house.store.jobs.listed()} == {"done"}
    assert {one.broken for one in house.store.jobs.listed()} == {0}
