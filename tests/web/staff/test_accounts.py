"""Accounts on the pages: made with a link, changed by administrators, and one's own."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import PASSWORD, StaffHouse

OTHER = "cztery żółte rowery"


def _link(text: str) -> str:
    found = re.search(r"/join/[\w-]+", text)
    assert found is not None
    return found[0]


def _made(administrator: TestClient, name: str = "Ewa", role: str = "staff") -> str:
    answer = administrator.post("/staff/accounts", data={"name": name, "role": role})
    assert answer.status_code == 200
    return _link(answer.text)


def test_an_administrator_makes_an_account_whose_person_alone_knows_the_password(
    house: StaffHouse, administrator: TestClient, stranger: TestClient
) -> None:
    link = _made(administrator)
    asked = stranger.get(link)
    answer = stranger.post(link, data={"password": OTHER, "again": OTHER})

    assert asked.status_code == 200
    assert (asked.headers["cache-control"], asked.headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff")
    assert "Ewa" in stranger.get("/staff").text
    assert house.store.accounts.verified("ewa", OTHER) is not None
    assert stranger.get(link).status_code == 404
    assert stranger.post(link, data={"password": OTHER, "again": OTHER}).status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        (OTHER, OTHER + "x", "not the same"),
        ("short", "short", "at least 12"),
        ("passwordpassword", "passwordpassword", "easy to guess"),
        ("x" * 1001, "x" * 1001, "too long"),
        ("", "", "at least 12"),
    ],
)
def test_a_password_that_cannot_be_one_is_told_so_and_the_link_stays(
    administrator: TestClient, stranger: TestClient, password: str, again: str, said: str
) -> None:
    link = _made(administrator)
    answer = stranger.post(link, data={"password": password, "again": again})

    assert answer.status_code == 422
    assert said in answer.text
    assert stranger.get(link).status_code == 200


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "1 to 100"), ("stefan", "there already"), ("x" * 101, "1 to 100"), ("a\x1bb", "1 to 100")],
)
def test_a_name_that_cannot_be_one_is_told_so(administrator: TestClient, name: str, said: str) -> None:
    answer = administrator.post("/staff/accounts", data={"name": name, "role": "staff"})

    assert answer.status_code == 422
    assert said in answer.text


def test_a_role_there_is_none_is_a_bad_form(house: StaffHouse, administrator: TestClient) -> None:
    answers = [
        administrator.post("/staff/accounts", data={"name": "Ewa", "role": "king"}),
        administrator.post("/staff/accounts", data={"name": "Ewa"}),
        administrator.post("/staff/accounts/role", data={"name": "Stefan", "role": "king"}),
    ]

    assert [one.status_code for one in answers] == [422, 422, 422]
    assert house.store.accounts.find("Ewa") is None


@pytest.mark.parametrize("action", ["link", "role", "close", "open", "sessions"])
def test_an_account_there_is_none_is_told_so(administrator: TestClient, action: str) -> None:
    answer = administrator.post(f"/staff/accounts/{action}", data={"name": "nobody", "role": "staff"})

    assert answer.status_code == 404
    assert "No account has this name" in answer.text
    assert administrator.get("/staff/accounts/one?name=nobody").status_code == 404


def test_a_role_holds_from_the_next_request_on(administrator: TestClient, staff: TestClient) -> None:
    before = staff.get("/staff").status_code
    administrator.post("/staff/accounts/role", data={"name": "Stefan", "role": "reader"})

    assert (before, staff.get("/staff").status_code) == (200, 403)


def test_closing_ends_sessions_and_tokens_and_opening_brings_them_not_back(
    house: StaffHouse, administrator: TestClient, staff: TestClient
) -> None:
    secret = house.store.tokens.create("robot", "staff", account="Stefan")
    administrator.post("/staff/accounts/close", data={"name": "Stefan"})
    refused = administrator.post("/staff/accounts/link", data={"name": "Stefan"})
    after = staff.get("/staff").status_code, house.store.tokens.holder(secret)
    administrator.post("/staff/accounts/open", data={"name": "Stefan"})

    assert after == (303, None)
    assert (refused.status_code, "Open it first" in refused.text) == (422, True)
    assert staff.get("/staff").status_code == 303
    assert [one.action for one in house.store.audit.records()[:2]] == ["account.opened", "account.closed"]


def test_the_last_administrator_stays_and_is_told_why(administrator: TestClient) -> None:
    answer = administrator.post("/staff/accounts/close", data={"name": "Ada"})

    assert answer.status_code == 422
    assert "last administrator" in answer.text
    assert administrator.get("/staff/accounts").status_code == 200


def test_an_administrator_ends_the_sessions_of_another(administrator: TestClient, staff: TestClient) -> None:
    shown = administrator.get("/staff/accounts/one?name=Stefan").text
    administrator.post("/staff/accounts/sessions", data={"name": "Stefan"})

    assert "Sign out everywhere" in shown
    assert staff.get("/staff").status_code == 303


def test_names_and_tokens_with_markup_are_text(house: StaffHouse, administrator: TestClient) -> None:
    name = "<script>alert(1)</script>&\"'{{ 7*7 }}"
    house.store.accounts.make(name, "staff", by="command line")
    house.store.tokens.create(name, "staff", account="Ada")
    pages = [
        administrator.get("/staff/accounts"),
        administrator.get("/account"),
        administrator.get("/staff/accounts/one", params={"name": name}),
        administrator.get("/staff/accounts/tokens/revoke", params={"name": name}),
        administrator.post("/staff/accounts/link", data={"name": name}),
        administrator.post("/staff/accounts", data={"name": name, "role": "staff"}),
    ]

    assert [one.status_code for one in pages] == [200, 200, 200, 200, 200, 422]
    assert all("<script>alert" not in one.text and "{{ 7*7 }}" in one.text for one in pages)


# One's own


def test_a_password_is_changed_by_whoever_knows_it_and_ends_every_other_session(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    stranger.post("/sign-in", data={"name": "Stefan", "password": PASSWORD})
    before = stranger.cookies["session"]
    wrong = stranger.post("/account/password", data={"current": "x", "password": OTHER, "again": OTHER})
    right = stranger.post("/account/password", data={"current": PASSWORD, "password": OTHER, "again": OTHER})

    assert (wrong.status_code, "not your password so far" in wrong.text) == (422, True)
    assert right.headers["location"] == "/account?done=password"
    assert stranger.get("/account").status_code == 200
    assert stranger.cookies["session"] != before
    assert staff.get("/account").status_code == 303
    assert house.store.sessions.find(before) is None


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("short", "short", "at least 12"),
        (OTHER, "x", "not the same"),
        ("stefanstefan1", "stefanstefan1", "easy"),
    ],
)
def test_a_new_password_that_cannot_be_one_changes_nothing(
    house: StaffHouse, staff: TestClient, password: str, again: str, said: str
) -> None:
    answer = staff.post("/account/password", data={"current": PASSWORD, "password": password, "again": again})

    assert (answer.status_code, said in answer.text) == (422, True)
    assert house.store.accounts.verified("Stefan", PASSWORD) is not None


def test_sessions_are_listed_with_their_browsers_and_ended_one_by_one_or_all(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    firefox = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
    stranger.post("/sign-in", data={"name": "Stefan", "password": PASSWORD}, headers=firefox)
    shown = staff.get("/account").text
    other = next(one for one in house.store.sessions.of("Stefan") if one.agent)
    staff.post("/account/sessions", data={"session": other.id})
    ended = stranger.get("/account").status_code
    house.store.sessions.begin("Stefan")
    staff.post("/account/sessions")

    assert "Firefox, Linux" in shown
    assert ended == 303
    assert len(house.store.sessions.of("Stefan")) == 1
    assert staff.get("/account").status_code == 200


def test_whoever_ends_what_has_ended_is_told_so(staff: TestClient) -> None:
    told = {}
    for form in ({"session": "0" * 64}, {}):
        answer = staff.post("/account/sessions", data=form)
        told[len(form)] = staff.get(answer.headers["location"]).text

    assert "You were no longer signed in there." in told[1]
    assert "You were signed in nowhere else." in told[0]


@pytest.mark.parametrize(
    ("action", "form"), [("role", {"role": "staff"}), ("close", {}), ("open", {}), ("sessions", {})]
)
def test_what_is_so_already_is_said_so_and_stands_in_the_log_once(
    house: StaffHouse, administrator: TestClient, action: str, form: dict[str, str]
) -> None:
    sent = {"name": "Róża", **form}
    if action == "open":
        house.store.accounts.close("Róża", by="Ada")
    if action == "sessions":
        house.store.sessions.begin("Róża")
    shown, logged = [], []
    for _ in range(2):
        answer = administrator.post(f"/staff/accounts/{action}", data=sent)
        shown.append(administrator.get(answer.headers["location"]).text)
        logged.append(house.store.audit.count())
    done, already = "Done.", "Nothing has changed: it was so already."

    assert (done in shown[0], already in shown[0]) == (True, False)
    assert (done in shown[1], already in shown[1]) == (False, True)
    assert logged[0] == logged[1]


def test_nobody_ends_a_session_of_another(house: StaffHouse, reader: TestClient, staff: TestClient) -> None:
    (session,) = house.store.sessions.of("Stefan")
    reader.post("/account/sessions", data={"session": session.id})

    assert staff.get("/account").status_code == 200


def test_a_token_is_shown_once_and_lets_a_program_in(house: StaffHouse, staff: TestClient) -> None:
    answer = staff.post("/account/tokens", data={"name": "robot", "role": "staff", "until": "2999-01-01"})
    found = re.search(r"<code>([\w-]+)</code>", answer.text)
    listed = staff.get("/account").text

    assert found is not None
    assert answer.headers["cache-control"] == "no-store"
    assert found[1] not in listed
    assert "robot" in listed
    holder = house.store.tokens.holder(found[1])
    assert holder is not None
    assert holder.role == "staff"


@pytest.mark.parametrize(
    ("name", "role", "until", "status"),
    [
        ("robot", "administrator", "2999-01-01", 403),
        ("robot", "king", "2999-01-01", 422),
        ("robot", "staff", "2020-01-01", 422),
        ("robot", "staff", "soon", 422),
        ("robot", "staff", "", 422),
        ("", "staff", "2999-01-01", 422),
        ("taken", "staff", "2999-01-01", 422),
    ],
)
def test_a_token_that_cannot_be_one_is_not_made(
    house: StaffHouse, staff: TestClient, name: str, role: str, until: str, status: int
) -> None:
    house.store.tokens.create("taken", "reader")
    answer = staff.post("/account/tokens", data={"name": name, "role": role, "until": until})

    assert answer.status_code == status
    assert house.store.tokens.all("Stefan") == ()


def test_a_reader_has_no_tokens(house: StaffHouse, reader: TestClient) -> None:
    answer = reader.post("/account/tokens", data={"name": "robot", "role": "reader", "until": "2999-01-01"})

    assert answer.status_code == 403
    assert house.store.tokens.all() == ()
    assert "Tokens" not in reader.get("/account").text


def test_revoking_is_asked_first_and_done_by_its_owner_or_an_administrator(
    house: StaffHouse, staff: TestClient, administrator: TestClient
) -> None:
    for name in ("one", "two"):
        house.store.tokens.create(name, "staff", account="Stefan")
    house.store.tokens.create("three", "staff", account="Ada")
    asked = staff.get("/account/tokens/revoke?name=one")
    staff.post("/account/tokens/revoke", data={"name": "one"})
    administrator.post("/staff/accounts/tokens/revoke", data={"name": "two"})

    assert "Revoke the token “one”?" in asked.text
    assert [one.name for one in house.store.tokens.all()] == ["three"]
    assert staff.get("/account/tokens/revoke?name=three").status_code == 404
    assert staff.post("/account/tokens/revoke", data={"name": "three"}).status_code == 404
    assert administrator.post("/staff/accounts/tokens/revoke", data={"name": "gone"}).status_code == 404


def test_a_token_gets_at_no_account(house: StaffHouse, stranger: TestClient) -> None:
    secret = house.store.tokens.create("robot", "administrator")
    bearer = {"Authorization": f"Bearer {secret}"}

    assert stranger.get("/account", headers=bearer).status_code == 401
    assert stranger.get("/staff/accounts", headers=bearer).status_code == 401
    assert (
        stranger.post("/staff/accounts", data={"name": "Ewa", "role": "staff"}, headers=bearer).status_code
        == 401
    )
