"""Arrivals: what a browser that was sent to the provider must bring back, kept in a cookie of its own."""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass, fields

# Enough to sign in there, with a second factor to be looked for.
LASTING_S = 600


@dataclass(frozen=True, slots=True)
class Arrival:
    """`state` ties the answer to this browser, `nonce` the identity to this sign-in, and `verifier` shows the
    provider that the code is used by whoever asked for it. `next` is the page to go on to."""

    state: str
    nonce: str
    verifier: str
    next: str

    def packed(self) -> str:
        """The value of the cookie."""
        return urlsafe_b64encode(json.dumps(asdict(self)).encode()).decode()


def begin(next: str) -> Arrival:
    """An arrival that nobody can foresee."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    return Arrival(state, nonce, verifier, next)


def unpacked(cookie: str) -> Arrival | None:
    """The arrival in a cookie, or None where it holds none."""
    try:
        read = json.loads(urlsafe_b64decode(cookie.encode()))
        names = {one.name for one in fields(Arrival)}
        if not isinstance(read, dict) or read.keys() != names:
            return None
    except (ValueError, RecursionError):
        return None
    return Arrival(**read) if all(isinstance(one, str) for one in read.values()) else None
