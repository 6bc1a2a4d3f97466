"""The log: who did what, for administrators; and that every action of staff is in it."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from index.audit import Detail, record
from tests.web.staff.conftest import StaffHouse


@pytest.fixture
def written(house: StaffHouse) -> StaffHouse:
    """A log of some days."""
    with house.store.database.writing() as connection:
        record(connection, "Stefan", "document.removed", "Łódzki klaster.pdf", {"version": 2})
        record(connection, "Ada", "document.added", "=1+1.txt")
        record(connection, "Ada", "account.role", "<b>Ola</b>", {"from": "staff", "to": "reader"})
    return house


@pytest.mark.usefixtures("written")
def test_the_log_shows_who_did_what_newest_first_and_that_it_is_whole(administrator: TestClient) -> None:
    page = administrator.get("/staff/log").text

    assert "The log is whole: 6 records." in page
    assert page.index("role given") < page.index("document added") < page.index("document removed")
    assert "&lt;b&gt;Ola&lt;/b&gt;" in page
    assert "<b>Ola" not in page


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("by=Stefan", ["Łódzki klaster.pdf"]),
        ("q=łódzki+KLASTER", ["Łódzki klaster.pdf"]),
        ("q=reader", ["&lt;b&gt;Ola&lt;/b&gt;", "Róża"]),
        ("since=2100-01-01", []),
        ("until=2000-01-01", []),
        ("by=nobody", []),
    ],
)
def test_records_are_sifted(administrator: TestClient, query: str, shown: list[str]) -> None:
    page = administrator.get(f"/staff/log?{query}").text

    assert page.count('id="record-') == len(shown)
    assert all(f"<td>{one}" in page for one in shown)


def test_the_log_is_read_page_by_page(house: StaffHouse, administrator: TestClient) -> None:
    with house.store.database.writing() as connection:
        for number in range(60):
            record(connection, "Ada", "document.added", f"{number}.txt")

    first = administrator.get("/staff/log?by=Ada").text
    second = administrator.get("/staff/log?by=Ada&before=14").text

    assert first.count('id="record-') == 50
    assert 'href="/staff/log?by=Ada&amp;before=14"' in first
    assert second.count('id="record-') == 10
    assert 'rel="next"' not in second


@pytest.mark.usefixtures("written")
def test_the_log_is_taken_away_as_a_file_that_runs_nothing(administrator: TestClient) -> None:
    answer = administrator.get("/staff/log.csv?by=Ada")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["id", "at", "by", "action", "subject", "details"]
    assert [row[2:] for row in rows[1:]] == [
        ["Ada", "account.role", "<b>Ola</b>", "from: staff; to: reader"],
        ["Ada", "document.added", "'=1+1.txt", ""],
    ]
    assert 'filename="log.csv"' in answer.headers["content-disposition"]


def test_details_are_told_in_the_words_of_the_page(house: StaffHouse, administrator: TestClient) -> None:
    told: dict[str, dict[str, Detail]] = {
        "fact.confirmed": {"kind": "confirmed", "said": "coordinator Fundacja Fala", "instead": "x y"},
        "library.rebuild": {"read": True},
        "account.signed_in": {"how": "password"},
        "questions.settled": {"as": "not_ours"},
    }
    with house.store.database.writing() as connection:
        for action, details in told.items():
            record(connection, "Ada", action, "x", details)

    page = administrator.get("/staff/log", headers={"Accept-Language": "pl"}).text

    for words in (
        "mówi: Koordynator: Fundacja Fala",
        "x y",
        "odczyt od nowa: tak",
        "hasłem",
        "nie dla tej biblioteki",
    ):
        assert words in page, words
    assert "confirmed" not in page


@pytest.mark.parametrize("query", ["since=soon", "until=2026-13-01"])
def test_a_day_that_is_none_is_named(administrator: TestClient, query: str) -> None:
    answer = administrator.get(f"/staff/log?{query}")

    assert answer.status_code == 422
    assert "is no day; write it like 2026-11-22." in answer.text


def test_a_log_that_was_changed_is_said_to_be(house: StaffHouse, administrator: TestClient) -> None:
    with house.store.database.writing() as connection:
        connection.execute("DROP TRIGGER audit_is_not_changed")
        connection.execute("UPDATE audit SET by = 'Stefan' WHERE id = 2")

    assert "The log is not whole: record 2 is not as it was written" in administrator.get("/staff/log").text


@pytest.mark.parametrize("path", ["/staff/log", "/staff/log.csv"])
def test_nobody_but_an_administrator_sees_the_log(cast: dict[str, TestClient], path: str) -> None:
    answers = {name: client.get(path).status_code for name, client in cast.items()}

    assert answers == {"stranger": 303, "reader": 403, "staff": 403, "administrator": 200}


def test_programs_of_administrators_read_the_log(house: StaffHouse, stranger: TestClient) -> None:
    tokens = {
        role: house.store.tokens.create(role, role, by="command line") for role in ("staff", "administrator")
    }
    bearer = {"Authorization": f"Bearer {tokens['administrator']}"}

    answer = stranger.get("/api/v1/audit?limit=1&q=account.made", headers=bearer)
    told = answer.json()
    following = stranger.get(f"/api/v1/audit?limit=2&q=account.made&before={told['next']}", headers=bearer)

    assert answer.status_code == 200
    assert [one["action"] for one in told["records"]] == ["account.made"]
    assert told["broken"] is None
    assert len(following.json()["records"]) == 2
    assert following.json()["next"] is None
    assert stranger.get("/api/v1/audit").status_code == 401
    assert (
        stranger.get("/api/v1/audit", headers={"Authorization": f"Bearer {tokens['staff']}"}).status_code
        == 403
    )
    assert stranger.get("/api/v1/audit?limit=0", headers=bearer).status_code == 422
