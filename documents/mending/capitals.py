"""Whether a word that lost its first letter had a capital: what opens a sentence, names, parts of names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from documents.mending.forms import lemma, names, readings
from documents.mending.tokens import Token

_SENTENCE_END = re.compile(r"(?:^|[.!?…:]\W*|[„\"]|\n)\s*$")
# Nothing: what opens a block has its capital from that.
_ENDS_SENTENCE = frozenset(["", *'.!?…:„"”»)'])
# What streets and quarters are called in front of their names.
_WAYS = frozenset({"ulica", "aleja", "osiedle"})
_NOMINAL = ("adj", "subst")
_SEEN_AT_LEAST = 2


class Capitals:
    """Learns from a document's whole words which of them have a capital within sentences."""

    def __init__(self, lines: Iterable[Sequence[Token]]) -> None:
        self._seen: Counter[tuple[str, bool]] = Counter()
        for tokens in lines:
            for before, token in pairwise(tokens):
                if token.is_word and before.is_word:
                    self._seen[token.form, token.capital] += 1

    def has(self, form: str, before: str, previous: tuple[str, str], *, is_item: bool) -> bool:
        """Whether a lower-case form is written with a capital behind the text before it in its block.

        `previous` is the word right before it, as it is known by now, and the text before that.
        """
        if _SENTENCE_END.search(before) and not is_item:
            return True
        only, maybe = names(form)
        if only:
            return True
        large, small = self._seen[form, True], self._seen[form, False]
        if max(large, small) >= _SEEN_AT_LEAST:
            return large > small
        return _goes_on(form, *previous, maybe=maybe)


def _goes_on(form: str, previous: str, earlier: str, *, maybe: bool) -> bool:
    """Whether a form is a further word of a name; a verb is none."""
    kinds = readings(form)
    if not previous.isalpha() or not kinds or not all(kind.startswith(_NOMINAL) for kind in kinds):
        return False
    small = previous.lower()
    if lemma(small) in _WAYS:
        return True
    if previous == small or earlier.rstrip()[-1:] in _ENDS_SENTENCE:
        return False
    # A common noun with a capital is the name of something: what agrees with it is part of that.
    common = not any(names(small))
    return maybe or (common and bool(_slots(small) & _slots(form)))


def _slots(form: str) -> frozenset[str]:
    return frozenset(one.split(":", 1)[1] for one in readings(form) if one.startswith(_NOMINAL))
