"""Secrets: random and long, kept as their hashes."""

import secrets
from hashlib import sha256


def new_secret() -> str:
    """A secret of 256 random bits that can stand in an address, a cookie or a header."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What a secret is kept as and found by; nobody guesses one, so a plain hash keeps it."""
    # A browser may send any characters at all, halves of surrogate pairs included.
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
