"""What of a provider's answers is believed: tokens signed otherwise, for others, too old, and the rest."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from web.openid.arrival import begin, unpacked
from web.openid.errors import ProviderError
from web.openid.provider import Provider
from web.openid.trust import Trust

KEY, OTHER = RSAKey.generate_key(2048, {"kid": "one"}), RSAKey.generate_key(2048, {"kid": "one"})
NOW = int(time.time())


@dataclass
class Told:
    """What the stand-in answers, by path."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def told() -> Iterator[Told]:
    """A provider that says whatever a test wants it to."""
    told = Told()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.path)
            answer = told.answers.get(self.path)
            self.send_response(302 if answer is None else 200)
            self.send_header("Location", "http://192.0.2.1/")
            self.end_headers()
            self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    issuer = f"http://127.0.0.1:{server.server_port}"
    told.answers = {
        "/.well-known/openid-configuration": {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/auth",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
            "userinfo_endpoint": f"{issuer}/me",
        },
        "/keys": {"keys": [KEY.as_dict(private=False)]},
        "/me": {"sub": "7", "name": "Ewa"},
        "issuer": issuer,
    }
    yield told
    server.shutdown()
    server.server_close()


def _claims(told: Told, **changes: object) -> dict[str, Any]:
    # Of now, not of when this was imported: a whole run of the tests lasts longer than an identity.
    now = int(time.time())
    claims = {
        "iss": told.answers["issuer"],
        "aud": "us",
        "sub": "7",
        "nonce": "n",
        "name": "Ewa",
        "iat": now,
        "exp": now + 300,
    }
    return {name: value for name, value in {**claims, **changes}.items() if value is not None}


def _identity(told: Told, token: str, **answer: str) -> str:
    arrival = begin("/")
    object.__setattr__(arrival, "nonce", "n")
    told.answers["/token"] = {"access_token": "a", "token_type": "Bearer", "id_token": token}
    provider = Provider(Trust(told.answers["issuer"], "us", "secret"))
    return provider.identity(arrival, "http://testserver/sign-in/arrival", {"code": "c", **answer}).subject


def _signed(claims: dict[str, Any], key: RSAKey = KEY, **header: str) -> str:
    return jwt.encode({"alg": "RS256", "kid": "one", **header}, claims, key)


def test_an_identity_as_it_must_be_is_believed(told: Told) -> None:
    assert _identity(told, _signed(_claims(told))) == "7"
    assert _identity(told, _signed(_claims(told, aud=["us", "them"], azp="us"))) == "7"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://evil.example"},
        {"aud": "them"},
        {"aud": ["us", "them"]},
        {"azp": "them"},
        {"nonce": "x"},
        {"nonce": None},
        {"exp": NOW - 120},
        {"exp": None},
        {"iat": NOW + 86_400},
        {"nbf": NOW + 86_400},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
    ],
    ids=", ".join,
)
def test_an_identity_that_is_not_for_us_now_is_not_believed(told: Told, changes: dict[str, Any]) -> None:
    with pytest.raises(ProviderError):
        _identity(told, _signed(_claims(told, **changes)))


def test_an_identity_that_the_provider_did_not_sign_is_not_believed(told: Told) -> None:
    claims = _claims(told)
    whole = _signed(claims)
    head, body, signature = whole.split(".")
    with_secret = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key("secret" * 8))
    forged = [
        *("", "x.y.z", f"{head}.{body}.", f"{head}.{body}.{signature[:-4]}AAAA"),
        *(_signed(claims, OTHER), with_secret, "eyJhbGciOiJub25lIn0." + body + "."),
        _signed(claims, typ="at+jwt"),
    ]

    for token in forged:
        with pytest.raises(ProviderError):
            _identity(told, token)


def test_a_key_that_was_changed_is_asked_for_and_not_at_every_forgery(told: Told) -> None:
    provider = Provider(Trust(told.answers["issuer"], "us", "secret"))
    for _ in range(5):
        with pytest.raises(ProviderError):
            provider._verified(_signed(_claims(told), OTHER), "n")

    assert told.asked.count("/keys") == 1


def test_an_answer_of_another_provider_is_refused(told: Told) -> None:
    with pytest.raises(ProviderError, match="another provider"):
        _identity(told, _signed(_claims(told)), iss="https://evil.example")


def test_what_is_told_of_somebody_else_is_not_taken(told: Told) -> None:
    told.answers["/me"] = {"sub": "8", "name": "Ada"}

    with pytest.raises(ProviderError, match="somebody else"):
        _identity(told, _signed(_claims(told, name=None)))


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/.well-known/openid-configuration", None),
        ("/.well-known/openid-configuration", b"<html>"),
        ("/.well-known/openid-configuration", []),
        ("/.well-known/openid-configuration", {"issuer": "https://evil.example"}),
        ("/.well-known/openid-configuration", b" " * 1_000_001),
        ("/keys", None),
        ("/keys", {}),
        ("/keys", {"keys": "none"}),
        ("/keys", {"keys": [{"kty": "RSA"}]}),
        ("/token", None),
        ("/token", b"nothing"),
        ("/token", {"error": "invalid_grant"}),
        ("/token", []),
    ],
)
def test_a_provider_that_answers_oddly_lets_nobody_in(told: Told, path: str, answer: object) -> None:
    token = _signed(_claims(told))
    arrival = begin("/")
    told.answers["/token"] = {"access_token": "a", "token_type": "Bearer", "id_token": token}
    told.answers[path] = answer
    provider = Provider(Trust(told.answers["issuer"], "us", "secret"))

    with pytest.raises(ProviderError):
        provider.identity(arrival, "http://testserver/sign-in/arrival", {"code": "c"})


def test_a_provider_that_is_not_there_is_said_so() -> None:
    with pytest.raises(ProviderError, match="cannot be read"):
        Provider(Trust("http://127.0.0.1:9", "us")).address(begin("/"), "http://testserver/back")


# Roles and cookies


@pytest.mark.parametrize(
    ("claims", "role"),
    [
        ({"realm": {"roles": ["x", "editors", "owners"]}}, "administrator"),
        ({"realm": {"roles": "editors"}}, "staff"),
        ({"realm.roles": ["editors"]}, "staff"),
        ({"realm": {"roles": ["x", 7, None]}}, "reader"),
        ({"realm": ["editors"]}, "reader"),
        ({"realm": None}, "reader"),
        ({}, "reader"),
    ],
)
def test_the_highest_role_that_is_told_counts(claims: dict[str, Any], role: str) -> None:
    trust = Trust("i", "c", role_claim="realm.roles", roles={"editors": "staff", "owners": "administrator"})

    assert trust.role(claims) == role


def test_an_arrival_comes_back_as_it_went() -> None:
    arrival = begin("/staff?x=ż")

    assert unpacked(arrival.packed()) == arrival
    assert arrival.state != begin("/").state


@given(st.one_of(st.text(), st.binary().map(lambda one: one.decode("latin-1"))))
@settings(max_examples=50)
def test_no_cookie_breaks_it(cookie: str) -> None:
    assert unpacked(cookie) is None


def test_the_secret_is_in_no_description_of_the_settings() -> None:
    assert "hidden" not in repr(Trust("i", "c", "hidden"))
