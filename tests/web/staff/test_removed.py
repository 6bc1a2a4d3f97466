"""Removal on the pages for staff: out of everything at once, undone, and for good by an administrator."""

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from index.store import Store
from tests.fakes import HashingEncoder, make_document, put
from tests.web.staff.conftest import StaffHouse
from web.app import create_app
from web.opening import open_backend
from web.settings import Settings
from web.warmup import Warmup

TEXT = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."


def test_removing_asks_first_and_takes_the_document_out_of_everything(
    house: StaffHouse, staff: TestClient
) -> None:
    document = house.add("a.txt", TEXT)
    asked = staff.post("/ask", data={"question": "Kto koordynuje Klaster Wodny?"}).headers["location"]
    confirm = staff.get(f"/staff/documents/{document}/remove")
    still = staff.get(f"/documents/{document}").status_code
    removed = staff.post(f"/staff/documents/{document}/remove")

    assert "Remove “" in confirm.text
    assert still == 200
    assert removed.headers["location"] == "/staff/documents/removed?said=removed"
    for path in ("", "/text", "/reading"):
        assert staff.get(f"/api/v1/documents/{document}{path}").status_code == 404
    for path in ("", "/original", "/reading", "/pages/1.png"):
        assert staff.get(f"/documents/{document}{path}").status_code == 404
    assert staff.get("/api/v1/search?q=Fala").json()["hits"] == []
    assert staff.get("/api/v1/clusters").json()["clusters"] == []
    assert "no longer in the library" in staff.get(asked).text


def test_a_link_to_what_was_removed_says_so(house: StaffHouse, staff: TestClient) -> None:
    document = house.add("a.txt", TEXT)
    house.store.remove(document, by="Ola")

    answer = staff.get(f"/documents/{document}?start=0&end=5&turn=x.1")

    assert answer.status_code == 404
    assert "has since been removed" in answer.text


def test_an_undone_removal_brings_the_document_back(house: StaffHouse, staff: TestClient) -> None:
    document = house.add("a.txt", TEXT)
    staff.post(f"/staff/documents/{document}/remove")
    (removal,) = house.store.removed.all()
    page = staff.get("/staff/documents/removed").text
    answer = staff.post(f"/staff/documents/removed/{removal.id}/undo")

    assert f"/staff/documents/removed/{removal.id}/undo" in page
    assert answer.headers["location"] == f"/staff/documents/{document}?said=put_back"
    assert staff.get(f"/documents/{document}").status_code == 200
    assert [one["document"] for one in staff.get("/api/v1/search?q=Fala").json()["hits"]] == [document]
    assert house.store.audit.records()[0].by == "Stefan"


def test_a_name_or_bytes_taken_meanwhile_are_said(house: StaffHouse, staff: TestClient) -> None:
    for name in ("a.txt", "b.txt"):
        house.store.remove(house.add(name, f"{TEXT} {name}"), by="Ola")
    of_b, of_a = house.store.removed.all()
    house.add("a.txt", TEXT)
    house.add("c.txt", f"{TEXT} b.txt")

    named = staff.post(f"/staff/documents/removed/{of_a.id}/undo")
    same = staff.post(f"/staff/documents/removed/{of_b.id}/undo")

    assert (named.status_code, same.status_code) == (409, 409)
    assert "A document named a.txt has come in since" in named.text
    assert "c.txt holds the same bytes" in same.text
    assert len(house.store.removed.all()) == 2


def test_only_an_administrator_removes_for_good(
    house: StaffHouse, staff: TestClient, administrator: TestClient
) -> None:
    house.store.remove(house.add("a.txt", TEXT), by="Ola")
    address = f"/staff/documents/removed/{house.store.removed.all()[0].id}/forget"

    assert "Remove for good" not in staff.get("/staff/documents/removed").text
    assert staff.get(address).status_code == staff.post(address).status_code == 403
    assert "Remove for good" in administrator.get("/staff/documents/removed").text
    assert "for good?" in administrator.get(address).text
    assert administrator.post(address).headers["location"] == "/staff/documents/removed?said=forgotten"
    assert house.store.removed.all() == ()
    assert administrator.post(address).status_code == 404


def test_a_removal_there_is_none_of_is_a_404(staff: TestClient, administrator: TestClient) -> None:
    for id in ("1", "x", "-1", "9" * 30, "١"):
        assert staff.post(f"/staff/documents/removed/{id}/undo").status_code == 404
        assert administrator.get(f"/staff/documents/removed/{id}/forget").status_code == 404
        assert administrator.post(f"/staff/documents/removed/{id}/forget").status_code == 404


def test_removing_waits_for_no_model(house: StaffHouse, staff: TestClient) -> None:
    document = house.add("a.txt", TEXT)
    desk = house.app.state.desk
    house.app.state.desk = replace(desk, warmup=Warmup(desk.backend.load))
    removed = staff.post(f"/staff/documents/{document}/remove")
    house.app.state.desk = desk

    assert removed.status_code == 303
    assert staff.get(f"/documents/{document}").status_code == 404
    assert staff.get("/api/v1/search?q=Fala").json()["hits"] == []


def test_what_is_due_is_removed_for_good_when_the_server_starts(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", models=tmp_path / "models")
    with closing(Store(settings.database)) as store:
        store.remove(put(store, make_document("a.txt", "Zdanie.")).id, by="Ola")
        with store.database.writing() as connection:
            connection.execute("UPDATE removals SET removed_at = '2020-01-01T00:00:00+00:00'")
        app = create_app(open_backend(settings, empty=True, encoder=HashingEncoder()))
        with TestClient(app):
            deadline = time.monotonic() + 20
            while not _is_empty(store) and time.monotonic() < deadline:
                time.sleep(0.05)

        assert _is_empty(store)


def _is_empty(store: Store) -> bool:
    with store.database.reading() as connection:
        return connection.execute("SELECT 1 FROM version_contents").fetchone() is None
