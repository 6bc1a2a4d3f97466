"""Sessions, cookies, headers and secrets, as an attacker would try them."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from index.passwords import LONGEST
from tests.web.staff.conftest import PASSWORD, StaffHouse

ENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
FORM = {"name": "Stefan", "password": PASSWORD}


def _secure(house: StaffHouse) -> TestClient:
    return TestClient(house.app, base_url="https://klastry.example", follow_redirects=False)


def test_a_session_that_was_planted_is_not_the_one_that_is_signed_in(
    house: StaffHouse, stranger: TestClient
) -> None:
    planted = house.store.sessions.begin("Róża")
    stranger.cookies.set("session", planted)
    stranger.post("/sign-in", data=FORM)
    own = {one.value for one in stranger.cookies.jar if one.name == "session"}

    assert planted not in own - {planted}
    assert house.store.sessions.find(planted) is None
    assert [one.account for one in house.store.sessions.of("Stefan")] == ["Stefan"]


def test_each_signing_in_gets_another_secret(house: StaffHouse, stranger: TestClient) -> None:
    secrets = [
        TestClient(house.app, follow_redirects=False).post("/sign-in", data=FORM).headers["set-cookie"]
        for _ in range(2)
    ]

    assert secrets[0] != secrets[1]


def test_over_tls_every_cookie_is_marked_secure_and_browsers_are_told_to_stay(
    house: StaffHouse, stranger: TestClient
) -> None:
    visitor = _secure(house)
    answers = [
        visitor.post("/sign-in", data=FORM),
        visitor.post("/preferences", data={"theme": "dark"}),
        visitor.post("/sign-out"),
    ]
    cookies = [one for answer in answers for one in answer.headers.get_list("set-cookie")]

    assert len(cookies) == 4
    for one in cookies:
        assert "Secure" in one
        assert "HttpOnly" in one
        assert "SameSite=lax" in one
    assert all("max-age=31536000" in one.headers["strict-transport-security"] for one in answers)
    assert "strict-transport-security" not in stranger.get("/sign-in").headers


@pytest.mark.parametrize("page", ["/staff", "/staff/accounts", "/account", "/", "/documents"])
def test_what_is_shown_to_somebody_signed_in_is_for_no_store(administrator: TestClient, page: str) -> None:
    answer = administrator.get(page)

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_no_page_is_shown_in_a_frame(administrator: TestClient) -> None:
    for page in ("/staff", "/account", "/sign-in"):
        assert "frame-ancestors 'none'" in administrator.get(page).headers["content-security-policy"]


@pytest.mark.parametrize("query", ["token", "access_token", "api_key", "session", "authorization"])
def test_a_secret_in_an_address_lets_nobody_in(house: StaffHouse, stranger: TestClient, query: str) -> None:
    secret = house.store.tokens.create("robot", "administrator")
    session = house.store.sessions.begin("Ada")

    for one in (secret, f"Bearer {secret}", session):
        assert stranger.delete("/api/v1/documents/x", params={query: one}).status_code == 401
        assert stranger.get("/staff", params={query: one}).status_code == 303


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic YWRhOmFkYQ==", "Bearer \t", "bearer x y", "\xc4\x85"]
)
def test_an_odd_header_lets_nobody_in(stranger: TestClient, header: str) -> None:
    answer = stranger.delete("/api/v1/documents/x", headers=[(b"authorization", header.encode("latin-1"))])

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_secrets_are_in_no_log_no_audit_and_no_file(
    house: StaffHouse, stranger: TestClient, administrator: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    link = administrator.post("/staff/accounts", data={"name": "Ewa", "role": "staff"}).text
    secret = link.partition("/join/")[2].partition("<")[0]
    stranger.post(f"/join/{secret}", data={"password": PASSWORD + "!", "again": PASSWORD + "!"})
    stranger.post("/sign-in", data={**FORM, "password": PASSWORD + "?"})
    session = stranger.cookies["session"]
    kept = [one.read_bytes() for one in house.store.path.parent.glob("library.sqlite*")]
    told = caplog.text + str(house.store.audit.records())

    for one in (secret, session, PASSWORD + "!", PASSWORD + "?"):
        assert one not in told
        assert not any(one.encode() in content for content in kept)


def test_a_long_name_or_password_is_refused_at_once(stranger: TestClient) -> None:
    answers = [
        stranger.post("/sign-in", data={"name": "x" * 100_000, "password": PASSWORD}),
        stranger.post("/sign-in", data={**FORM, "password": "x" * (LONGEST + 1)}),
        stranger.post("/sign-in", data={**FORM, "password": "x" * 900_000}),
        stranger.post(
            "/sign-in", data={"name": "\ud800".encode("utf-8", "surrogatepass"), "password": "\x00"}
        ),
    ]

    assert [one.status_code for one in answers[:3]] == [401, 401, 401]
    assert answers[3].status_code in (400, 401, 422)


@pytest.mark.parametrize(
    "next",
    [
        *(
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "\\\\evil.example",
        ),
        *("/\t/evil.example", "/ok\r\nSet-Cookie: a=b", "", "evil", "///evil.example", "/%0d%0aX: y"),
    ],
)
def test_signing_in_leads_nowhere_but_here(stranger: TestClient, next: str) -> None:
    location = stranger.post("/sign-in", data={**FORM, "next": next}).headers["location"]
    parts = urlsplit(location)

    assert (parts.scheme, parts.netloc) == ("", "")
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


def test_a_name_that_is_none_takes_as_long_as_one_that_is(
    house: StaffHouse, stranger: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def counted(kept: str, password: str) -> bool:
        checked.append(kept)
        return False

    monkeypatch.setattr("index.accounts.matches", counted)
    house.store.accounts.make("closed", "reader", by="command line")
    for name in ("Stefan", "nobody", "closed", ""):
        stranger.post("/sign-in", data={"name": name, "password": "x"})

    assert len(checked) == 4


def test_what_a_proxy_says_is_believed_of_those_named_alone(house: StaffHouse) -> None:
    from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware  # noqa: PLC0415 - what serve puts around

    said = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    app: Any = ProxyHeadersMiddleware(house.app, trusted_hosts=["127.0.0.1", "::1"])  # type: ignore[arg-type]  # as uvicorn
    near, far = (TestClient(app, client=(one, 1)) for one in ("127.0.0.1", "198.51.100.1"))
    cookies = [
        one.post("/preferences", data={"theme": "dark"}, headers=said, follow_redirects=False).headers[
            "set-cookie"
        ]
        for one in (near, far)
    ]

    assert ["Secure" in one for one in cookies] == [True, False]
