"""Versions, marks and removed documents over the JSON interface."""

import pytest
from fastapi.testclient import TestClient

from index.roles import Role
from tests.web.staff.conftest import StaffHouse
from web.api.forms import DocumentForm
from web.api.forms_history import NeighboursForm, RemovedForm, VersionsForm

OLD = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."
NEW = "Klaster Wodny powstał w 2004 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."


@pytest.fixture
def api(house: StaffHouse, stranger: TestClient) -> TestClient:
    """A stranger's client; what it sends with a token is told by `token`."""
    return stranger


def token(house: StaffHouse, role: Role = "staff") -> dict[str, str]:
    return {"Authorization": f"Bearer {house.store.tokens.create(f'of {role}', role, by='Ada')}"}


def test_versions_are_listed_and_gone_back_to(house: StaffHouse, api: TestClient) -> None:
    house.add("a.txt", OLD)
    document, headers = house.add("a.txt", NEW), token(house)
    listed = api.get(f"/api/v1/documents/{document}/versions", headers=headers).json()
    back = api.post(f"/api/v1/documents/{document}/versions/1/back", headers=headers)
    none = api.post(f"/api/v1/documents/{document}/versions/9/back", headers=headers)

    VersionsForm.model_validate(listed, extra="forbid")
    assert [one["number"] for one in listed["versions"]] == [2, 1]
    DocumentForm.model_validate(back.json(), extra="forbid")
    assert (back.json()["version"], house.store.content(document)) == (3, OLD.encode())
    assert none.status_code == 404


def test_nearly_equal_documents_are_told(house: StaffHouse, api: TestClient) -> None:
    words = " ".join(f"słowo{at}" for at in range(60))
    document, other = house.add("a.txt", words), house.add("b.txt", f"{words} i koniec")

    found = api.get(f"/api/v1/documents/{document}/near", headers=token(house)).json()

    NeighboursForm.model_validate(found, extra="forbid")
    assert [one["document"] for one in found["documents"]] == [other]


def test_a_document_is_marked_and_the_mark_lifted(house: StaffHouse, api: TestClient) -> None:
    document, headers = house.add("a.txt", OLD), token(house)
    address = f"/api/v1/documents/{document}/outdated"
    marked = api.put(address, json={"since": "2024-05-01", "reason": "nowy spis"}, headers=headers)
    today = api.put(address, json={}, headers=headers)
    wrong = api.put(address, json={"since": "jutro"}, headers=headers)
    lifted = api.delete(address, headers=headers)

    assert marked.json()["outdated"] == {"since": "2024-05-01", "reason": "nowy spis"}
    assert today.json()["outdated"]["reason"] == ""
    assert wrong.status_code == 422
    assert lifted.status_code == 204
    assert house.store.document(document).outdated is None


def test_what_was_removed_is_listed_undone_and_removed_for_good(house: StaffHouse, api: TestClient) -> None:
    document, headers = house.add("a.txt", OLD), token(house)
    api.delete(f"/api/v1/documents/{document}", headers=headers)
    listed = api.get("/api/v1/removed", headers=headers).json()
    removal = listed["removed"][0]["id"]
    undone = api.post(f"/api/v1/removed/{removal}/undo", headers=headers)
    api.delete(f"/api/v1/documents/{document}", headers=headers)
    removal = house.store.removed.all()[0].id
    refused = api.delete(f"/api/v1/removed/{removal}", headers=headers)
    gone = api.delete(f"/api/v1/removed/{removal}", headers=token(house, "administrator"))

    RemovedForm.model_validate(listed, extra="forbid")
    assert (undone.status_code, undone.json()["id"]) == (200, document)
    assert (refused.status_code, gone.status_code) == (403, 204)
    assert api.post(f"/api/v1/removed/{removal}/undo", headers=headers).status_code == 404


def test_a_name_taken_meanwhile_is_a_409(house: StaffHouse, api: TestClient) -> None:
    document, headers = house.add("a.txt", OLD), token(house)
    house.store.remove(document, by="Ola")
    house.add("a.txt", NEW)

    answer = api.post(f"/api/v1/removed/{house.store.removed.all()[0].id}/undo", headers=headers)

    assert (answer.status_code, answer.json()["type"]) == (409, "urn:klastrownik:problem:taken")
