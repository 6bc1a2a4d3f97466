"""Signing in at a real provider of identities on loopback."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from fastapi.testclient import TestClient

from index.roles import Role
from index.store import Store
from tests.fakes import HashingEncoder
from tests.web.openid.loopback import NEEDED, SECRET, provider
from web.app import create_app
from web.openid.provider import Provider
from web.openid.trust import Trust
from web.opening import open_backend
from web.settings import Settings

ROLES: dict[str, Role] = {"editors": "staff", "owners": "administrator"}

pytestmark = NEEDED
SignIn = Callable[[str], requests.Response]


@pytest.fixture(scope="module", params=["id_token", "userinfo"])
def issuer(request: pytest.FixtureRequest) -> Iterator[str]:
    """A provider that tells claims in the ID token, and one that does so when it is asked."""
    with provider("http://testserver", claims=request.param) as address:
        yield address


class House:
    """The real application, with a provider that it trusts."""

    def __init__(self, home: Path, trust: Trust) -> None:
        self.settings = Settings(home=home, models=home / "models", openid=trust)
        self.app = create_app(open_backend(self.settings, empty=True, encoder=HashingEncoder()))
        self.store = Store(self.settings.database)
        self.trust = trust

    def visitor(self) -> TestClient:
        return TestClient(self.app, follow_redirects=False, raise_server_exceptions=False)

    def trusting(self, **changes: object) -> None:
        """From now on the provider is trusted otherwise."""
        self.trust = replace(self.trust, **changes)  # type: ignore[arg-type]  # the names of its fields
        desk = self.app.state.desk
        self.app.state.desk = replace(desk, backend=replace(desk.backend, provider=Provider(self.trust)))


@pytest.fixture
def house(tmp_path: Path, issuer: str) -> Iterator[House]:
    trust = Trust(issuer, "klastrownik", SECRET, role_claim="groups", roles=ROLES)
    made = House(tmp_path, trust)
    yield made
    made.store.close()


def _there(address: str, name: str) -> str:
    """Where the provider sends a browser whose person signs in there by this name."""
    browser = requests.Session()
    answer = browser.get(address, allow_redirects=False, timeout=10)
    for _ in range(12):
        if answer.is_redirect:
            address = urljoin(answer.url, answer.headers["location"])
            if address.startswith("http://testserver"):
                return address
            answer = browser.get(address, allow_redirects=False, timeout=10)
            continue
        form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
        assert form is not None, answer.text[:500]
        kind = "login" if 'name="login"' in answer.text else "consent"
        answer = browser.post(
            urljoin(answer.url, unescape(form[1])),
            data={"prompt": kind, "login": name, "password": "x"},
            allow_redirects=False,
            timeout=10,
        )
    raise AssertionError("the provider went round in circles")


def _left(visitor: TestClient, next: str = "/") -> str:
    answer = visitor.get("/sign-in/elsewhere", params={"next": next})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def _signed_in(house: House, name: str, next: str = "/") -> TestClient:
    visitor = house.visitor()
    answer = visitor.get(_path(_there(_left(visitor, next), name)))
    assert (answer.status_code, answer.headers["location"]) == (303, next), answer.text
    return visitor


def test_somebody_signs_in_there_and_goes_on_here_with_the_role_of_their_groups(house: House) -> None:
    visitor = _signed_in(house, "ada-owners-others", "/staff?x=1")

    assert "ada-owners-others@example" in visitor.get("/staff/accounts").text
    (account,) = house.store.accounts.all()
    assert (account.role, account.has_password) == ("administrator", False)


def test_the_same_person_has_one_account_and_another_role_when_the_provider_says_so(house: House) -> None:
    _signed_in(house, "ewa-editors")
    house.trusting(roles={"editors": "administrator"})
    _signed_in(house, "ewa-editors")

    assert [(one.name, one.role) for one in house.store.accounts.all()] == [
        ("ewa-editors@example", "administrator")
    ]


def test_others_are_readers_or_refused(house: House) -> None:
    reader = _signed_in(house, "jan")
    house.trusting(others="refused")
    visitor = house.visitor()
    refused = visitor.get(_path(_there(_left(visitor), "ola-strangers")))

    assert reader.get("/staff").status_code == 403
    assert (refused.status_code, "You were not let in" in refused.text) == (403, True)
    assert visitor.get("/account").status_code == 303
    assert [one.name for one in house.store.accounts.all()] == ["jan@example"]


def test_without_a_claim_roles_are_given_here_and_stay(house: House) -> None:
    house.trusting(role_claim="", roles={})
    _signed_in(house, "ewa-editors")
    house.store.accounts.give_role("ewa-editors@example", "staff", by="command line")

    assert _signed_in(house, "ewa-editors").get("/staff").status_code == 200


def test_a_name_that_is_taken_is_not_taken_over(house: House) -> None:
    house.store.accounts.make("ewa@example", "administrator", by="command line")
    visitor = _signed_in(house, "ewa")

    assert visitor.get("/staff").status_code == 403
    assert "ewa@example 2" in visitor.get("/account").text


def test_who_is_closed_here_is_not_let_in(house: House) -> None:
    house.store.accounts.make("Ada", "administrator", by="command line")
    _signed_in(house, "ewa-editors")
    house.store.accounts.close("ewa-editors@example", by="command line")
    visitor = house.visitor()

    assert visitor.get(_path(_there(_left(visitor), "ewa-editors"))).status_code == 403
    assert visitor.get("/account").status_code == 303


def test_the_way_there_has_all_that_keeps_it_safe(house: House) -> None:
    visitor = house.visitor()
    first, second = (parse_qs(urlsplit(_left(visitor)).query) for _ in range(2))

    assert first["response_type"] == ["code"]
    assert first["code_challenge_method"] == ["S256"]
    assert first["redirect_uri"] == ["http://testserver/sign-in/arrival"]
    assert all(first[one] != second[one] for one in ("state", "nonce", "code_challenge"))
    assert SECRET not in str(first)


def test_an_answer_is_taken_once_and_by_the_browser_alone_that_was_sent(house: House) -> None:
    victim, attacker = house.visitor(), house.visitor()
    answer = _path(_there(_left(attacker), "mallory"))
    _left(victim)
    planted, without = victim.get(answer), house.visitor().get(answer)
    own = attacker.get(answer)
    again = attacker.get(answer)

    assert [planted.status_code, without.status_code, own.status_code, again.status_code] == [
        502,
        502,
        303,
        502,
    ]
    assert "set-cookie" not in planted.headers or "session=" not in planted.headers["set-cookie"]
    assert victim.get("/account").status_code == 303


def test_an_identity_of_another_sign_in_is_not_believed(house: House) -> None:
    visitor = house.visitor()
    answer = _path(_there(_left(visitor), "ewa"))
    forged = house.app.state.desk.backend.provider
    original = forged._verified
    forged._verified = lambda token, nonce: original(token, nonce + "x")
    refused = visitor.get(answer)

    assert refused.status_code == 502
    assert house.store.accounts.all() == ()


@pytest.mark.parametrize("changes", [{"client": "another"}, {"secret": "wrong"}])
def test_a_client_that_is_not_known_there_lets_nobody_in(
    house: House, changes: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    visitor = house.visitor()
    answer = _path(_there(_left(visitor), "ewa"))
    house.trusting(**changes)

    assert visitor.get(answer).status_code == 502
    assert "sign-in elsewhere failed" in caplog.text
    assert SECRET not in caplog.text
    assert "code=" not in caplog.text


def test_a_provider_that_calls_itself_otherwise_is_not_believed(house: House) -> None:
    house.trusting(issuer=house.trust.issuer + "/")

    assert house.visitor().get("/sign-in/elsewhere").status_code == 502


def test_who_turns_back_there_is_told_so_here(house: House) -> None:
    visitor = house.visitor()
    state = parse_qs(urlsplit(_left(visitor)).query)["state"][0]
    answer = visitor.get("/sign-in/arrival", params={"error": "access_denied", "state": state})

    assert (answer.status_code, "You were not let in" in answer.text) == (403, True)


def test_the_page_leads_there_and_on_to_no_other_site(house: House) -> None:
    visitor = house.visitor()
    answer = visitor.get("/sign-in?next=/staff")
    back = visitor.get(_path(_there(_left(visitor, "https://evil.example"), "ewa")))

    assert 'href="/sign-in/elsewhere?next=/staff"' in answer.text
    assert back.headers["location"] == "/"
