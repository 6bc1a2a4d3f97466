"""What damage looks like: the signs that stand for letters, and how often each letter is lost how."""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import category

from documents.breaks import BLANK_OF, FULL_SIGNS
from documents.language import language_of
from documents.mending.forms import LETTERS
from documents.model import Block

LOST = "\ufffd"
# A letter that left no sign but a blank, a line break (its sign in documents/breaks.py; BREAK where none is
# known), or nothing at all. END is the end of a block, where a break would show nothing.
GAP, BREAK, END, SILENT = " ", "\n", "\v", ""
# Signs that never stand for themselves (private use, controls, unassigned), and those that programs write
# for what they cannot; a sign of mathematics or an arrow is what it looks like.
_PRIVATE = "Co"
_MEANINGLESS = frozenset([_PRIVATE, "Cc", "Cn"])
_STOPGAPS = "?¿¦□▯"
_WITHIN = re.compile(r"(?<=[a-zóąćęłńśźż])(?P<sign>[^\w\s])(?=[a-zóąćęłńśźż])")
_OWN = re.compile("(?<=[a-zóąćęłńśźż])[\ue000-\uf8ff]")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:https?://|www\.|@)\S*")
_STRAY = re.compile(r"(?<![\w.,(–/%*\"-])(?<!\d )[bcdefghjklmnprstyąćęłńóśźż](?= [a-ząćęłńóśźż])")
_SEEN_AT_LEAST = 2
_STRAY_AT_LEAST, _STRAY_SHARE = 3, 0.003
# Shares of letters in Polish text, of those frequent enough to be missed (counted over wordfreq's list).
_SHARES = {"ą": 0.0098, "ę": 0.0112, "ł": 0.0180, "ó": 0.0085, "ś": 0.0066, "ż": 0.0082}
# A clean short text in a hundred lacks eight of a letter by chance; hardly one lacks twelve of some together.
_MISSED_EACH, _MISSED_AT_LEAST, _MISSING = 5.0, 12.0, 0.1
_TRUST = 5.0
# Of breaks that letters leave, those that chance to stand where a line is full anyway.
_AT_AN_END = 0.2
Place = Literal["first", "inside", "last"]
# The blank beside a break by the place in its word of the letter that made it.
_BLANK_AT: dict[Place, str] = {"first": "before", "inside": "", "last": "behind"}


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
    if any(count >= _SEEN_AT_LEAST and category(sign) == _PRIVATE for sign, count in found.items()):
        # A font that has letters there has all that it lacks elsewhere there.
        for text in texts:
            found.update(dict.fromkeys(_OWN.findall(text), _SEEN_AT_LEAST))
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

    `counts` hold (letter, sign) for each letter put back beyond doubt, all breaks as BREAK; `whole` the
    letters still there. `made` and `written` count the breaks, by sign, that a lost letter made and that
    none did, `beside` the blanks next to the former by the letter's place in its word.
    """

    whole: Counter[str]
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    stray: Counter[bool] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    beside: Counter[tuple[Place, str]] = field(default_factory=Counter)
    blanks: int = 0
    marked: bool = True

    @classmethod
    def of(cls, blocks: Sequence[Block], marks: str) -> "Rates":
        whole: Counter[str] = Counter()
        for block in blocks:
            whole.update(block.text.lower())
        # That a full line ends needs no reason; each other break is looked at first.
        full = Counter(each.sign for block in blocks for each in block.breaks if each.sign in FULL_SIGNS)
        letters = Counter({letter: whole[letter] for letter in LETTERS})
        return cls(letters, written=full, blanks=whole[" "], marked=bool(marks))

    def loss(self, letter: str, sign: str) -> float:
        """That this letter turned into this sign."""
        if sign in BLANK_OF:
            return self.loss(letter, BREAK) + self._width(sign in FULL_SIGNS)
        lost = sum(self.counts[letter, each] for each in self.signs)
        sign = BREAK if sign == END else sign
        if not self.signs:
            return math.log(self._guess(letter, sign))
        share = self.counts[letter, sign] + _TRUST * self._guess(letter, sign)
        return math.log(share / (self.whole[letter] + lost + _TRUST))

    def spared(self, sign: str) -> float:
        """What a break weighs against a word that explains it: breaks that no lost letter made are rare."""
        total = self.blanks + self.written.total() + self.made.total()
        return -math.log((max(0, self.written[sign]) + 1) / (total + 50))

    def blank(self, place: Place, sign: str) -> float:
        """That such a blank stands next to the break that a letter at this place in a word left."""
        usual = _BLANK_AT[place]
        total = sum(self.beside[place, blank] for blank in ("", "before", "behind"))
        share = 0.85 if BLANK_OF[sign] == usual else 0.075
        return math.log((self.beside[place, BLANK_OF[sign]] + _TRUST * share) / (total + _TRUST))

    def parted(self, is_parted: bool) -> float:
        """That a blank nobody wrote stands beside a sign inside a word, or none."""
        total = self.stray[True] + self.stray[False] + 2
        return math.log((self.stray[is_parted] + 1) / total)

    def count(self, letter: str, sign: str) -> None:
        sign = BREAK if sign in BLANK_OF else sign
        self.counts[letter, sign] += 1
        self.signs[sign] = 1

    def only_at(self, marks: Collection[str]) -> bool:
        """Whether no letter was counted as lost but at such marks."""
        return all(sign in marks for sign in self.signs)

    def count_break(self, place: Place, sign: str) -> None:
        """Counts a break that a lost letter made."""
        self.written[sign] -= 1
        self.made[sign] += 1
        if sign in BLANK_OF:
            self.beside[place, BLANK_OF[sign]] += 1

    def _width(self, full: bool) -> float:
        """That a break which a letter left stands where a line is full, or where it is not."""
        ends = sum(self.made[sign] for sign in FULL_SIGNS)
        total = sum(self.made[sign] for sign in BLANK_OF)
        share = (ends + 2 * _TRUST * _AT_AN_END) / (total + 2 * _TRUST)
        return math.log(share if full else 1 - share)

    def _guess(self, letter: str, sign: str) -> float:
        if sign in (GAP, BREAK):
            return (1e-3 if letter == "ł" else 3e-5) * (100 if sign == BREAK else 1)
        if sign == SILENT:
            return 1e-4 if self.marked else 1e-2  # without marks, it is for this that the text is looked at
        return 0.1


def place_of(at: int, length: int) -> Place:
    """Where in a word a sign stands that is the `at`th of so many."""
    return "first" if not at else "last" if at == length - 1 else "inside"
