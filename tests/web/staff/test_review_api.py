"""Programs with a token of staff decide as people do."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.roles import Role
from tests.web.staff.conftest import WYDMIAK, ZORKANIT, StaffHouse

JSON = {"content-type": "application/json"}
ADDRESS = "/api/v1/clusters/zorkanit/decisions"


@pytest.fixture
def program(house: StaffHouse, stranger: TestClient) -> TestClient:
    """A program with a token of staff, and a library of two clusters."""
    house.add("a.txt", ZORKANIT)
    house.add("b.txt", WYDMIAK)
    return bearer(house, stranger, "staff")


def bearer(house: StaffHouse, stranger: TestClient, role: Role) -> TestClient:
    secret = house.store.tokens.create(f"robot {role}", role)
    stranger.headers["authorization"] = f"Bearer {secret}"
    return stranger


def known(program: TestClient, attribute: str) -> dict[str, Any]:
    facts = program.get("/api/v1/clusters/zorkanit").json()["facts"]
    found: dict[str, Any] = next(one for one in facts if one["attribute"] == attribute)
    return found


def test_facts_say_what_staff_made_of_them(program: TestClient) -> None:
    before = known(program, "place")
    made = program.post(ADDRESS, json={"kind": "confirmed", "facts": [before["key"]]})
    after = known(program, "place")

    assert made.status_code == 201
    assert (before["review"], before["decision"]) == ("", 0)
    assert (after["review"], [after["decision"]]) == ("confirmed", made.json()["decisions"])


def test_a_fact_is_corrected_rejected_and_that_undone(program: TestClient) -> None:
    key = known(program, "status")["key"]
    says = {"value": "KKK", "qualifier": "VI", "valid_until": "2027"}
    program.post(ADDRESS, json={"kind": "corrected", "fact": key, "says": says})
    corrected = known(program, "status")
    made = program.post(ADDRESS, json={"kind": "rejected", "facts": [corrected["key"]]}).json()
    gone = [one["attribute"] for one in program.get("/api/v1/clusters/zorkanit").json()["facts"]]
    undone = program.delete(f"/api/v1/decisions/{made['decisions'][0]}")

    assert (corrected["valid_until"], corrected["review"]) == ("2027", "corrected")
    assert "status" not in gone
    assert undone.status_code == 204
    assert known(program, "status")["valid_until"] == "2027"


def test_a_fact_is_added_by_its_words_or_its_span(house: StaffHouse, program: TestClient) -> None:
    document = next(one for one in house.store.documents() if one.name == "a.txt").id
    start = house.store.text(document).index("odlewają")
    base = {"kind": "added", "attribute": "region", "document": document}
    first = program.post(ADDRESS, json={**base, "says": {"value": "opolskie"}, "quote": "śruby okrętowe"})
    second = program.post(
        ADDRESS, json={**base, "says": {"value": "slaskie"}, "start": start, "end": start + 8}
    )
    facts = program.get("/api/v1/clusters/zorkanit").json()["facts"]
    quotes = {one["value"]: one["source"]["quote"] for one in facts if one["attribute"] == "region"}

    assert (first.status_code, second.status_code) == (201, 201)
    assert quotes == {"opolskie": "śruby okrętowe", "slaskie": "odlewają"}


def test_names_are_decided_on(program: TestClient) -> None:
    program.post(ADDRESS, json={"kind": "joined", "other": "wydmiak"})
    (merged,) = program.get("/api/v1/clusters").json()["clusters"]
    program.post(
        f"/api/v1/clusters/{merged['id']}/decisions", json={"kind": "parted", "names": ["Klaster Wydmiak"]}
    )
    program.post(ADDRESS, json={"kind": "called", "name": "Dolina Zorkanit"})
    parted = [one["name"] for one in program.get("/api/v1/clusters").json()["clusters"]]
    program.post("/api/v1/clusters/wydmiak/decisions", json={"kind": "dismissed"})
    left = [one["name"] for one in program.get("/api/v1/clusters").json()["clusters"]]
    listed = program.get("/api/v1/decisions", params={"limit": 2}).json()

    assert parted == ["Dolina Zorkanit", "Klaster Wydmiak"]
    assert left == ["Dolina Zorkanit"]
    assert [one["kind"] for one in listed["decisions"]] == ["dismissed", "called"]
    assert listed["found"] == 4
    assert {one["by"] for one in listed["decisions"]} == {"token robot staff"}


def test_what_cannot_be_decided_is_a_problem_that_names_the_field(program: TestClient) -> None:
    key = known(program, "place")["key"]
    said = {"value": "x"}
    for given, status, field in (
        ({"kind": "confirmed", "facts": ["nothing"]}, 409, "fact"),
        ({"kind": "confirmed", "facts": []}, 422, "facts"),
        ({"kind": "corrected", "fact": key, "says": {**said, "valid_from": "soon"}}, 422, "since"),
        ({"kind": "added", "attribute": "region", "says": said, "document": "d", "quote": "q"}, 422, "value"),
        (
            {"kind": "added", "attribute": "person", "says": said, "document": "d", "quote": "q"},
            404,
            "document",
        ),
        ({"kind": "joined", "other": "nobody"}, 422, "other"),
        ({"kind": "burnt"}, 422, None),
        ({}, 422, None),
        ({"kind": "dismissed", "more": 1}, 422, "more"),
    ):
        answer = program.post(ADDRESS, json=given)
        problem = answer.json()
        assert answer.status_code == status, given
        assert answer.headers["content-type"] == "application/problem+json"
        assert field is None or problem["errors"][0]["field"] == field, given
    assert program.post("/api/v1/clusters/nobody/decisions", json={"kind": "dismissed"}).status_code == 404
    assert program.post(ADDRESS, content=b"{", headers=JSON).status_code == 400
    assert program.delete("/api/v1/decisions/77").status_code == 404
    assert program.delete(f"/api/v1/decisions/{'9' * 30}").status_code == 404
    assert program.get("/api/v1/decisions").json()["decisions"] == []


def test_a_reader_s_token_decides_nothing(house: StaffHouse, program: TestClient) -> None:
    key = known(program, "place")["key"]
    reader = bearer(house, program, "reader")

    assert reader.post(ADDRESS, json={"kind": "confirmed", "facts": [key]}).status_code == 403
    assert reader.get("/api/v1/decisions").status_code == 403
    assert reader.delete("/api/v1/decisions/1").status_code == 403
    assert house.store.review.decisions() == ()
