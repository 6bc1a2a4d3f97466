"""What damage looks like: the signs that stand for letters, and how often each letter is lost how."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import category

from documents.language import language_of
from documents.mending.forms import LETTERS

LOST = "\ufffd"
# A letter that left no sign but a blank, a line break that nothing asked for, or nothing at all.
# END is the end of a block, where a break would show nothing.
GAP, BREAK, END, SILENT = " ", "\n", "\v", ""
# Signs that never stand for themselves (private use, controls, unassigned), and those that programs write
# for what they cannot; a sign of mathematics or an arrow is what it looks like.
_MEANINGLESS = frozenset(["Co", "Cc", "Cn"])
_STOPGAPS = "?¿¦□▯"
_WITHIN = re.compile(r"(?<=[a-zóąćęłńśźż])(?P<sign>[^\w\s])(?=[a-zóąćęłńśźż])")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:https?://|www\.|@)\S*")
_STRAY = re.compile(r"(?<![\w.,(–/%*\"-])(?<!\d )[bcdefghjklmnprstyąćęłńóśźż](?= [a-ząćęłńóśźż])")
_SEEN_AT_LEAST = 2
_STRAY_AT_LEAST, _STRAY_SHARE = 3, 0.003
# Shares of letters in Polish text, of those frequent enough to be missed (counted over wordfreq's list).
_SHARES = {"ą": 0.0098, "ę": 0.0112, "ł": 0.0180, "ó": 0.0085, "ś": 0.0066, "ż": 0.0082}
# A clean short text in a hundred lacks eight of a letter by chance; hardly one lacks twelve of some together.
_MISSED_EACH, _MISSED_AT_LEAST, _MISSING = 5.0, 12.0, 0.1
_TRUST = 5.0


def marks_in(texts: Sequence[str]) -> str:
    """The signs that stand where letters should, in order; none in a clean document."""
    found: Counter[str] = Counter()
    for text in texts:
        if text.isascii() and "?" not in text:
            continue
        if LOST in text:
            found[LOST] += _SEEN_AT_LEAST
        if not _WITHIN.search(text):
            continue
        found.update(match["sign"] for match in _WITHIN.finditer(_ADDRESS.sub(" ", text)))
    return "".join(
        sorted(sign for sign, count in found.items() if count >= _SEEN_AT_LEAST and _is_mark(sign))
    )


def _is_mark(sign: str) -> bool:
    return sign == LOST or sign in _STOPGAPS or category(sign) in _MEANINGLESS


def misses_letters(texts: Sequence[str]) -> bool:
    """Whether letters were lost without a sign: one that Polish is never without, or single ones astray."""
    text = "\n".join(texts)
    stray = len(_STRAY.findall(text))
    if stray >= _STRAY_AT_LEAST and stray > _STRAY_SHARE * text.count(" "):
        return language_of(text) == "pl"
    counts = Counter(text.lower())
    length = sum(count for sign, count in counts.items() if sign.isalpha())
    missed = [
        letter
        for letter, share in _SHARES.items()
        if share * length > _MISSED_EACH and counts[letter] < _MISSING * share * length
    ]
    # A text without any was typed so, or is in another language.
    if not missed or len(missed) == len(_SHARES):
        return False
    return sum(map(_SHARES.__getitem__, missed)) * length > _MISSED_AT_LEAST and language_of(text) == "pl"


@dataclass(slots=True)
class Rates:
    """How often a letter is lost in what way, as natural logarithms: guessed at first, then counted.

    `counts` hold (letter, sign) for each letter put back beyond doubt; `whole` the letters still there.
    """

    whole: Counter[str]
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    stray: Counter[bool] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    breaks: Counter[bool] = field(default_factory=Counter)
    blanks: int = 0
    marked: bool = True

    @classmethod
    def of(cls, texts: Iterable[str], marks: str) -> "Rates":
        whole: Counter[str] = Counter()
        for text in texts:
            whole.update(text.lower())
        return cls(
            Counter({letter: whole[letter] for letter in LETTERS}), blanks=whole[" "], marked=bool(marks)
        )

    def loss(self, letter: str, sign: str) -> float:
        """That this letter turned into this sign."""
        lost = sum(self.counts[letter, each] for each in self.signs)
        sign = BREAK if sign == END else sign
        if not self.signs:
            return math.log(self._guess(letter, sign))
        share = self.counts[letter, sign] + _TRUST * self._guess(letter, sign)
        return math.log(share / (self.whole[letter] + lost + _TRUST))

    def spared(self) -> float:
        """What a break weighs against a word that explains it: breaks that no lost letter made are rare."""
        return -math.log((max(0, self.breaks[False]) + 1) / (self.blanks + self.breaks.total() + 50))

    def parted(self, is_parted: bool) -> float:
        """That a blank nobody wrote stands beside a sign inside a word, or none."""
        total = self.stray[True] + self.stray[False] + 2
        return math.log((self.stray[is_parted] + 1) / total)

    def count(self, letter: str, sign: str) -> None:
        self.counts[letter, sign] += 1
        self.signs[sign] = 1

    def _guess(self, letter: str, sign: str) -> float:
        if sign in (GAP, BREAK):
            return (1e-3 if letter == "ł" else 3e-5) * (100 if sign == BREAK else 1)
        if sign == SILENT:
            return 1e-4 if self.marked else 1e-2  # without marks, it is for this that the text is looked at
        return 0.1
