"""How often somebody may try a password, ask, and the rest; nobody is kept out by another."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import PASSWORD, StaffHouse
from web.rates import Rates

NAME_TRIES = 5


def _at(house: StaffHouse, address: str) -> TestClient:
    return TestClient(
        house.app, client=(address, 4711), follow_redirects=False, raise_server_exceptions=False
    )


def _try(visitor: TestClient, password: str, name: str = "Stefan") -> int:
    return visitor.post("/sign-in", data={"name": name, "password": password}).status_code


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking a password takes no time: here it is counted how often it is done."""
    monkeypatch.setattr("index.accounts.matches", lambda kept, password: bool(kept) and password == PASSWORD)


@pytest.mark.usefixtures("quick", "stranger")
def test_tries_of_a_name_from_one_address_are_slowed_and_say_for_how_long(house: StaffHouse) -> None:
    attacker = _at(house, "203.0.113.7")
    tried = [_try(attacker, "wrong") for _ in range(NAME_TRIES)]
    slowed = attacker.post("/sign-in", data={"name": "STEFAN", "password": PASSWORD})

    assert tried == [401] * NAME_TRIES
    assert slowed.status_code == 429
    assert 1 <= int(slowed.headers["retry-after"]) <= 60
    assert 'value="STEFAN"' in slowed.text
    assert "set-cookie" not in slowed.headers


@pytest.mark.usefixtures("quick", "stranger")
def test_an_attacker_elsewhere_keeps_nobody_out(house: StaffHouse) -> None:
    for number in range(3):
        attacker = _at(house, f"203.0.113.{number}")
        for _ in range(NAME_TRIES + 1):
            _try(attacker, "wrong")

    assert _try(_at(house, "198.51.100.1"), PASSWORD) == 303


@pytest.mark.usefixtures("quick", "stranger")
def test_an_attacker_at_the_same_address_does_not_keep_a_known_browser_out(house: StaffHouse) -> None:
    person, attacker = _at(house, "203.0.113.7"), _at(house, "203.0.113.7")
    _try(person, PASSWORD)
    person.post("/sign-out")
    for _ in range(NAME_TRIES + 1):
        _try(attacker, "wrong")

    assert _try(attacker, PASSWORD) == 429
    assert _try(person, PASSWORD) == 303


@pytest.mark.usefixtures("quick", "stranger")
def test_a_known_browser_is_slowed_by_its_own_tries_and_known_for_its_own_account_alone(
    house: StaffHouse,
) -> None:
    person = _at(house, "203.0.113.7")
    _try(person, PASSWORD)
    others = [_try(person, "wrong", "Ada") for _ in range(NAME_TRIES + 1)]
    own = [_try(person, "wrong") for _ in range(11)]

    assert others[-1] == 429
    assert (own[-2], own[-1]) == (401, 429)


@pytest.mark.usefixtures("quick", "stranger")
def test_trying_many_names_from_one_address_is_slowed(house: StaffHouse) -> None:
    attacker = _at(house, "203.0.113.7")
    tried = [_try(attacker, "wrong", f"name {number}") for number in range(21)]

    assert (tried[-2], tried[-1]) == (401, 429)


@pytest.mark.usefixtures("quick", "stranger")
def test_a_network_of_one_customer_counts_as_one_address(house: StaffHouse) -> None:
    tried = [_try(_at(house, f"2001:db8::{number}"), "wrong") for number in range(NAME_TRIES + 1)]

    assert tried[-1] == 429
    assert _try(_at(house, "2001:db8:0:1::1"), "wrong") == 401


@pytest.mark.usefixtures("quick", "stranger")
def test_a_good_password_forgets_the_tries_before_it(house: StaffHouse) -> None:
    person = _at(house, "203.0.113.7")
    tried = [_try(person, "wrong") for _ in range(NAME_TRIES - 1)]
    tried.append(_try(person, PASSWORD))
    person.cookies.clear()
    tried.append(_try(person, "wrong"))

    assert tried == [401] * (NAME_TRIES - 1) + [303, 401]


@pytest.mark.usefixtures("quick")
def test_the_password_so_far_cannot_be_guessed_in_a_session_that_was_left_open(staff: TestClient) -> None:
    form = {"current": "wrong", "password": "cztery żółte rowery", "again": "cztery żółte rowery"}
    tried = [staff.post("/account/password", data=form).status_code for _ in range(NAME_TRIES + 1)]

    assert tried == [422] * NAME_TRIES + [429]


@pytest.mark.usefixtures("quick", "stranger")
def test_what_is_refused_is_logged_with_the_address_and_without_what_was_typed(
    house: StaffHouse, caplog: pytest.LogCaptureFixture
) -> None:
    _try(_at(house, "203.0.113.7"), "secret words", "Stefan")
    _try(_at(house, "203.0.113.7"), "x", "my password as a name\n")

    assert "sign-in refused: 'Stefan' from 203.0.113.7" in caplog.text
    assert "sign-in refused: an unknown name from 203.0.113.7" in caplog.text
    assert "secret words" not in caplog.text
    assert "my password" not in caplog.text


# Asking and the rest


def _ask_rate(house: StaffHouse, rate: str) -> None:
    house.app.state.desk = replace(house.app.state.desk, rates=Rates(rate))


def test_asking_too_often_is_a_problem_that_says_when_to_go_on(
    house: StaffHouse, stranger: TestClient
) -> None:
    _ask_rate(house, "2/hour")
    asked = [stranger.post("/api/v1/ask", json={"question": "Co to jest klaster?"}) for _ in range(2)]
    searched = stranger.get("/api/v1/search?q=klaster")

    assert [one.status_code for one in asked] == [200, 200]
    assert searched.status_code == 429
    assert searched.headers["content-type"] == "application/problem+json"
    assert 1 <= int(searched.headers["retry-after"]) <= 3600


def test_a_question_too_many_stays_in_its_box(house: StaffHouse, stranger: TestClient) -> None:
    _ask_rate(house, "1/hour")
    stranger.post("/ask", data={"question": "Co to jest klaster?"})
    answer = stranger.post("/ask", data={"question": "Kto koordynuje Minatech?"})

    assert answer.status_code == 429
    assert "Kto koordynuje Minatech?" in answer.text
    assert "Try again in" in answer.text
    assert "retry-after" in answer.headers


def test_each_who_asks_has_a_rate_of_their_own(
    house: StaffHouse, stranger: TestClient, reader: TestClient
) -> None:
    _ask_rate(house, "1/hour")
    bearer = {"Authorization": f"Bearer {house.store.tokens.create('robot', 'reader')}"}
    address = "/api/v1/search?q=klaster"
    answers = [
        stranger.get(address).status_code,
        stranger.get(address).status_code,
        stranger.get(address, headers=bearer).status_code,
        stranger.get(address, headers=bearer).status_code,
        reader.post("/ask", data={"question": "klaster"}).status_code,
        _at(house, "198.51.100.1").get(address).status_code,
    ]

    assert answers == [200, 429, 200, 429, 303, 200]


def test_without_a_rate_nobody_waits(house: StaffHouse, stranger: TestClient) -> None:
    _ask_rate(house, "0")

    assert {stranger.get("/api/v1/search?q=klaster").status_code for _ in range(70)} == {200}


def test_words_on_answers_and_links_are_counted_too(house: StaffHouse, stranger: TestClient) -> None:
    said = [
        stranger.post("/feedback", data={"conversation": "x", "turn": "1", "useful": "yes"}).status_code
        for _ in range(61)
    ]
    joined = [stranger.get("/join/x").status_code for _ in range(31)]

    assert (said[-2], said[-1]) == (404, 429)
    assert (joined[-2], joined[-1]) == (404, 429)
