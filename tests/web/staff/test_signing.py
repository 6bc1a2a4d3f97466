"""Signing in and out."""

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import NAMES, PASSWORD, StaffHouse


def test_signing_in_leads_on_and_the_page_shows_who_it_is(stranger: TestClient) -> None:
    asked = stranger.get("/staff?x=1")
    answer = stranger.post("/sign-in", data={"name": "stefan", "password": PASSWORD, "next": "/staff?x=1"})

    assert asked.headers["location"] == "/sign-in?next=/staff%3Fx%3D1"
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff?x=1")
    assert "Stefan" in stranger.get("/staff").text


@pytest.mark.parametrize(
    ("name", "password"), [("Stefan", "wrong"), ("nobody", PASSWORD), ("", ""), ("Stefan", "")]
)
def test_a_wrong_name_and_a_wrong_password_are_told_the_same(
    stranger: TestClient, name: str, password: str
) -> None:
    answer = stranger.post("/sign-in", data={"name": name, "password": password})

    assert answer.status_code == 401
    assert "No account has this name and this password" in answer.text
    assert "set-cookie" not in answer.headers


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    house: StaffHouse, stranger: TestClient
) -> None:
    plain = stranger.post("/sign-in", data={"name": NAMES["staff"], "password": PASSWORD})
    safe = TestClient(house.app, base_url="https://klastry.example", follow_redirects=False).post(
        "/sign-in", data={"name": NAMES["staff"], "password": PASSWORD}
    )

    for words in ("HttpOnly", "SameSite=lax"):
        assert words in plain.headers["set-cookie"]
    assert safe.headers["set-cookie"].startswith("__Host-session=")
    assert "Secure" in safe.headers["set-cookie"]


@pytest.mark.parametrize("next", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_signing_in_leads_to_no_other_site(stranger: TestClient, next: str) -> None:
    answer = stranger.post("/sign-in", data={"name": "Stefan", "password": PASSWORD, "next": next})

    assert answer.headers["location"] == "/"


def test_signing_out_ends_the_session_for_good(house: StaffHouse, staff: TestClient) -> None:
    secret = staff.cookies["session"]
    staff.post("/sign-out")
    staff.cookies.set("session", secret)

    assert staff.get("/staff").status_code == 303
    assert house.store.sessions.of("Stefan") == ()


def test_a_form_from_another_site_signs_nobody_in_or_out(stranger: TestClient) -> None:
    answer = stranger.post(
        "/sign-in",
        data={"name": "Stefan", "password": PASSWORD},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert answer.status_code == 403


def test_a_stranger_s_form_is_refused_and_says_to_sign_in(stranger: TestClient) -> None:
    assert "set-cookie" not in stranger.get("/sign-in").headers
    assert stranger.get("/staff/unknown").status_code == 404
