"""A provider of identities: where it is asked, and what of its answers is believed."""

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from web.openid.arrival import Arrival
from web.openid.errors import ProviderError
from web.openid.trust import Trust

_TIMEOUT_S = 5.0
_MOST_BYTES = 1_000_000
# What it says of itself and its keys changes seldom; a key that is unknown is asked for at most so often.
_FRESH_S = 3_600.0
_AGAIN_S = 60.0
# Signatures that only the provider can make; none made with the secret that we share, and never no signature.
_ALGORITHMS = [
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
    "Ed25519",
]
_LEEWAY_S = 60


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is: `subject` is the provider's own id for them, `name` what to call them."""

    subject: str
    name: str
    claims: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Known:
    metadata: Mapping[str, Any]
    keys: KeySet
    at: float


class Provider:
    """The provider that is trusted. It is first asked when somebody signs in there.

    Raises: ProviderError, in every method.
    """

    def __init__(self, trust: Trust) -> None:
        self.trust = trust
        self._known: _Known | None = None
        self._lock = threading.Lock()

    def address(self, arrival: Arrival, back: str) -> str:
        """Where a browser is sent to sign in; it comes back to the address `back`."""
        endpoint = self._endpoint("authorization_endpoint")
        with self._session(back) as session:
            address, _ = session.create_authorization_url(
                endpoint, state=arrival.state, nonce=arrival.nonce, code_verifier=arrival.verifier
            )
        return str(address)

    def identity(self, arrival: Arrival, back: str, answer: Mapping[str, str]) -> Identity:
        """Who came back, with the query that the browser brought."""
        issuer = self.trust.issuer
        if answer.get("iss", issuer) != issuer:
            raise ProviderError("the answer is another provider's")
        if not answer.get("code"):
            raise ProviderError("the answer holds no code")
        given = self._exchanged(answer["code"], arrival, back)
        claims = self._verified(str(given.get("id_token", "")), arrival.nonce)
        if (self.trust.role_claim and not self.trust.tells_role(claims)) or "name" not in claims:
            claims = {**self._told(str(given.get("access_token", "")), claims["sub"]), **claims}
        names = (claims.get(one) for one in ("name", "preferred_username", "email", "sub"))
        return Identity(claims["sub"], next(one for one in names if isinstance(one, str) and one), claims)

    def _exchanged(self, code: str, arrival: Arrival, back: str) -> Mapping[str, Any]:
        """The tokens that a code stands for, which nobody but us can get."""
        endpoint = self._endpoint("token_endpoint")
        try:
            with self._session(back) as session:
                given: Mapping[str, Any] = session.fetch_token(
                    endpoint,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=arrival.verifier,
                    timeout=_TIMEOUT_S,
                    allow_redirects=False,
                )
                return given
        except (OAuthError, requests.RequestException, ValueError) as error:
            raise ProviderError(f"the code was not taken ({type(error).__name__})") from error

    def _verified(self, token: str, nonce: str) -> dict[str, Any]:
        """The claims of an ID token that the provider signed for us and for this sign-in."""
        client = self.trust.client
        try:
            decoded = self._decoded(token)
            if decoded.header.get("typ", "JWT") != "JWT":
                raise ProviderError("the token is none of identity")
            jwt.JWTClaimsRegistry(
                leeway=_LEEWAY_S,
                iss={"essential": True, "value": self.trust.issuer},
                aud={"essential": True, "value": client},
                sub={"essential": True, "allow_blank": False},
                exp={"essential": True},
                iat={"essential": True},
                nonce={"essential": True, "value": nonce},
            ).validate(decoded.claims)
        except (JoseError, ValueError) as error:
            raise ProviderError(f"the identity is not to be believed ({error})") from error
        claims: dict[str, Any] = dict(decoded.claims)
        audience = claims["aud"]
        several = isinstance(audience, list) and len(audience) > 1
        if (several or "azp" in claims) and claims.get("azp") != client:
            raise ProviderError("the identity was given to another client")
        if not isinstance(claims["sub"], str):
            raise ProviderError("the identity has no subject")
        return claims

    def _decoded(self, token: str) -> jwt.Token:
        try:
            return jwt.decode(token, self._now().keys, algorithms=_ALGORITHMS)
        except (JoseError, ValueError):
            # It may have changed its keys since they were asked for.
            return jwt.decode(token, self._now(older_than_s=_AGAIN_S).keys, algorithms=_ALGORITHMS)

    def _told(self, access: str, subject: str) -> dict[str, Any]:
        """What the provider tells of a subject besides; nothing where it does not."""
        endpoint = self._now().metadata.get("userinfo_endpoint")
        if not isinstance(endpoint, str) or not access:
            return {}
        told = _fetched(endpoint, {"Authorization": f"Bearer {access}"})
        if told.get("sub") != subject:
            raise ProviderError("what it tells is of somebody else")
        return dict(told)

    def _session(self, back: str) -> OAuth2Session:
        known = self._now().metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        method = "client_secret_basic" if "client_secret_basic" in known else "client_secret_post"
        return OAuth2Session(
            self.trust.client,
            self.trust.secret or None,
            scope=self.trust.scopes,
            redirect_uri=back,
            code_challenge_method="S256",
            token_endpoint_auth_method=method if self.trust.secret else "none",
        )

    def _endpoint(self, name: str) -> str:
        endpoint = self._now().metadata.get(name)
        if not isinstance(endpoint, str) or not endpoint.startswith(("https://", "http://")):
            raise ProviderError(f"it names no {name}")
        if self.trust.issuer.startswith("https://") and not endpoint.startswith("https://"):
            raise ProviderError(f"its {name} is not reached by TLS")
        return endpoint

    def _now(self, *, older_than_s: float = _FRESH_S) -> _Known:
        """What is known of the provider, asked anew where it is older."""
        with self._lock:
            if self._known is None or time.monotonic() - self._known.at > older_than_s:
                self._known = self._asked()
            return self._known

    def _asked(self) -> _Known:
        issuer = self.trust.issuer
        metadata = _fetched(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        if metadata.get("issuer") != issuer:
            raise ProviderError("it calls itself by another address")
        try:
            keys = KeySet.import_key_set(_fetched(str(metadata.get("jwks_uri", ""))))  # type: ignore[arg-type]  # checked by it
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise ProviderError("its keys cannot be read") from error
        return _Known(metadata, keys, time.monotonic())


def _fetched(address: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The JSON object at an address; no redirect leads anywhere else."""
    try:
        with requests.get(
            address, headers=headers, timeout=_TIMEOUT_S, allow_redirects=False, stream=True
        ) as response:
            content = response.raw.read(_MOST_BYTES + 1, decode_content=True)
            if response.status_code != 200 or len(content) > _MOST_BYTES:
                raise ProviderError(f"{address} answers {response.status_code}, {len(content)} bytes")
        found = json.loads(content)
    except (requests.RequestException, OSError, ValueError) as error:
        raise ProviderError(f"{address} cannot be read ({type(error).__name__})") from error
    if not isinstance(found, dict):
        raise ProviderError(f"{address} holds no object")
    return found
