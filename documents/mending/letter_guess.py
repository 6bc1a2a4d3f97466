"""Which Polish letter an unknown word had: told by the letters beside it, as in the words that are known."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product

from documents.mending.forms import LETTERS, UNKNOWN, frequencies, skeleton

_LEARNT_FROM = 100_000
# How many letters are looked at, before and behind; where few words have those, fewer are.
_WIDTHS = ((3, 3), (2, 3), (3, 2), (2, 2), (1, 2), (2, 1), (1, 1), (0, 0))
_TRUST = 2.0
_LEAST_LIKELY = 0.05
_MOST_LOST, _LEAST_LEFT = 2, 4


def guesses(pattern: str) -> Iterator[tuple[float, str]]:
    """The words a pattern can be, UNKNOWN being any Polish letter, with the logarithm of how likely."""
    lost = [at for at, sign in enumerate(pattern) if sign == UNKNOWN]
    if not 0 < len(lost) <= _MOST_LOST or len(pattern) - len(lost) < _LEAST_LEFT:
        return
    for letters in product(*(_likely(pattern, at) for at in lost)):
        signs = list(pattern)
        for at, (_, letter) in zip(lost, letters, strict=True):
            signs[at] = letter
        yield sum(score for score, _ in letters), "".join(signs)


def _likely(pattern: str, at: int) -> list[tuple[float, str]]:
    shares = dict.fromkeys(LETTERS, 1 / len(LETTERS))
    counts = _counts()
    for seen in reversed(list(_beside(skeleton(pattern), at))):
        found = counts.get(seen)
        if found:
            total = found.total() + _TRUST
            shares = {one: (found[one] + _TRUST * shares[one]) / total for one in LETTERS}
    return [(math.log(share), one) for one, share in shares.items() if share > _LEAST_LIKELY]


def _beside(form: str, at: int) -> Iterator[str]:
    """The letters on either side of a place, most of them first; every Polish letter is an unknown one."""
    bounded = f"  {form}  "
    for before, behind in _WIDTHS:
        start = at + 2 - before
        yield f"{bounded[max(0, start) : at + 2]}|{bounded[at + 3 : at + 3 + behind]}"


@cache
def _counts() -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, letter_at in _letters(islice(frequencies(), _LEARNT_FROM)):
        for seen in _beside(skeleton(form), letter_at):
            found[seen][form[letter_at]] += 1
    return dict(found)


def _letters(forms: Iterable[str]) -> Iterator[tuple[str, int]]:
    yield from ((form, at) for form in forms for at, sign in enumerate(form) if sign in LETTERS)
