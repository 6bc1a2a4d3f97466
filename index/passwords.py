"""Passwords: hashed with Argon2id, with the costs that RFC 9106 recommends where memory is short."""

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 1_000

_hasher = PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
# Of no password: what is checked where there is no such account takes as long as where there is one.
_NOBODY = _hasher.hash("")


def hashed(password: str) -> str:
    """The password's hash, with its salt and its costs."""
    return _hasher.hash(_bytes(password))


def matches(kept: str, password: str) -> bool:
    """Whether a password is the one whose hash was kept; for an empty `kept` it is not, and takes as long."""
    try:
        return _hasher.verify(kept or _NOBODY, _bytes(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other costs than hashes are made with now."""
    return _hasher.check_needs_rehash(kept)


def _bytes(password: str) -> bytes:
    # A browser may send any characters at all, halves of surrogate pairs included.
    return password.encode("utf-8", "surrogatepass")
