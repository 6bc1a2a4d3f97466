"""How well a word stands where it stands: grammar and common company, as weights learnt from free texts.

The weights are a linear model over pairs and triples of words' readings, endings and forms, made by
`python -m tools.letters`; what a form's readings leave open (żonę, żoną) its neighbours mostly settle.
"""

import gzip
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple
from zlib import crc32

from documents.mending.forms import Forms, lemma, readings

SIZE = 1 << 22
SCALE = 1 / 16  # what one step of a weight is worth, in natural logarithms
# Forms more frequent than this stand for themselves, others for their last letters.
_COMMON = 3e-5
_FAR = 6
_YEAR = 4
_SLOTS = ("num", "adj", "subst", "ppron", "siebie")
_FINITE = frozenset({"fin", "praet", "bedzie", "impt", "imps", "pred", "winien"})
_NEAR, _WIDE = 4, 10
_JOINTS = frozenset([",", "i", "oraz", "lub", "albo", "a", "ani", "czy", "niż", "jak"])
_ENDS = frozenset(",.;:!?()–—")
_VERBAL = frozenset(crc32(kind) for kind in (b"inf", b"pcon", b"pant"))


class Word(NamedTuple):
    """What the model sees of one form."""

    form: int
    reading: int
    kind: int
    slots: frozenset[str]  # number, case and gender, of what agrees
    governs: frozenset[str]  # the cases, as a preposition
    subject: str  # the numbers and genders in which it can be a subject
    verb: str  # the kind of finite verb it can only be
    lemma: int


@lru_cache(maxsize=100_000)
def word(form: str) -> Word:
    """What the model sees of a lower-case form, or of a sign between words."""
    found = readings(form) if form.isalpha() else frozenset()
    heads = {one.split(":", 1)[0] for one in found}
    short = _short(form)
    # A strange word is known by its end: names are inflected as other words are.
    tags = "|".join(sorted(found)) or "?" + form[-2:]
    slots = frozenset(one.split(":", 1)[1] for one in found if one.startswith(_SLOTS) and one.count(":") == 3)
    return Word(
        crc32(short.encode()),
        crc32(tags.encode()),
        crc32("|".join(sorted(heads)).encode()),
        slots,
        frozenset(one[5:] for one in found if one.startswith("prep:")),
        "|".join(sorted({f"{one[:2]}{one[-1]}" for one in slots if ":nom:" in one})),
        min(heads & _FINITE) if heads and heads <= _FINITE else "",
        crc32(lemma(form).encode()) if found else 0,
    )


def _short(form: str) -> str:
    """What a form is seen as: itself if frequent, else its end; figures are all alike, but for years."""
    if form.isdigit():
        return "0000" if len(form) == _YEAR else "0"
    return form if not form[:1].isalpha() or _is_common(form) else "~" + form[-3:]


def _is_common(form: str) -> bool:
    return _common().get(form, 0.0) > _COMMON


@cache
def _common() -> dict[str, float]:
    return Forms().frequencies


class Around(NamedTuple):
    """What stands beside one place, whatever stands at it."""

    words: Sequence[str]
    at: int
    left: Word
    earlier: Word
    right: Word
    later: Word
    subjects: tuple[int, int]
    verbs: int
    governor: int  # the lemma of the nearest verb in the same clause
    reflexive: bool
    joined: tuple[frozenset[str], frozenset[str]]  # cases of what a comma or "and" joins to it
    finite: tuple[int, int]  # the readings of the nearest finite verbs, in any clause

    @classmethod
    def of(cls, words: Sequence[str], at: int) -> "Around":
        before, earlier = _at(words, at - 1), _at(words, at - 2)
        after, later = _at(words, at + 1), _at(words, at + 2)
        return cls(
            words,
            at,
            word(before),
            word(earlier),
            word(after),
            word(later),
            subjects=_subjects(words, at),
            verbs=_verbs(words, at),
            governor=_governor(words, at),
            reflexive="się" in (before, after, earlier, later),
            joined=(_joined_before(words, at), _joined_behind(words, at)),
            finite=(_finite(words[max(0, at - _WIDE) : at][::-1]), _finite(words[at + 1 : at + 1 + _WIDE])),
        )


def features(form: str, around: Around) -> list[int]:
    """Places in the weights of all that is seen of `form` with those around it."""
    seen = word(form)
    _, _, left, earlier, right, later, subjects, verbs, governor, reflexive, joined, finite = around
    c, f = seen.reading, seen.form
    agree = (bool(seen.slots & left.slots), bool(seen.slots & right.slots))
    cases, ruler = _phrase(seen, around.words, around.at)
    governed = 1 + bool(cases & ruler.governs) if ruler.governs else 0
    phrase = _named(cases)
    return [
        _place(1, c),
        _place(2, f),
        _place(3, c, left.reading),
        _place(4, c, right.reading),
        _place(5, c, left.form),
        _place(6, c, right.form),
        _place(7, f, left.form),
        _place(8, f, right.form),
        _place(9, f, left.reading),
        _place(10, f, right.reading),
        _place(11, c, left.reading, right.reading),
        _place(12, c, earlier.form, left.form),
        _place(13, f, earlier.form, left.form),
        _place(14, c, earlier.reading, left.reading),
        _place(15, c, right.reading, later.reading),
        _place(16, seen.kind, 2 * agree[0] + agree[1], bool(left.slots), bool(right.slots)),
        _place(17, c, 2 * agree[0] + agree[1]),
        _place(18, seen.kind, governed),
        _place(23, phrase, ruler.form),
        _place(24, phrase, ruler.reading),
        _place(25, phrase, ruler.kind, right.reading),
        _place(26, phrase, ruler.form, right.kind),
        _place(27, c, subjects[0]),
        _place(28, c, subjects[1]),
        _place(19, c, verbs),
        _place(20, seen.kind, verbs),
        _place(21, c, reflexive),
        _place(22, f, later.form, right.form),
        _place(29, phrase, ruler.lemma),
        _place(30, phrase, governor),
        _place(31, c, right.lemma),
        _place(32, seen.lemma, left.lemma),
        _place(33, seen.lemma, right.lemma),
        _place(34, phrase, governor, ruler.kind),
        _place(35, phrase, _named(joined[0])),
        _place(36, phrase, _named(joined[1])),
        _place(37, phrase, governor, reflexive),
        _place(38, c, finite[0]),
        _place(39, c, finite[1]),
    ]


@lru_cache(maxsize=4096)
def _named(cases: frozenset[str]) -> int:
    return crc32("".join(sorted(cases)).encode())


def _place(kind: int, *parts: int) -> int:
    mixed = kind * 0x9E3779B1
    for part in parts:
        mixed = ((mixed ^ part) * 0x85EBCA6B + (mixed >> 15)) & 0xFFFFFFFFFFFF
    return (mixed ^ mixed >> 23) % SIZE


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _phrase(seen: Word, words: Sequence[str], at: int) -> tuple[frozenset[str], Word]:
    """The cases that a word can have with those it agrees with, and the word before them."""
    slots = seen.slots
    after = word(_at(words, at + 1)).slots & slots
    slots = after or slots
    for back in range(at - 1, max(-1, at - 4), -1):
        shared = word(words[back]).slots & slots
        if not shared:
            return _cases(slots), word(words[back])
        slots = shared
    return _cases(slots), word("")


@lru_cache(maxsize=4096)
def _cases(slots: frozenset[str]) -> frozenset[str]:
    return frozenset(slot[3:6] for slot in slots)


def _joined_before(words: Sequence[str], at: int) -> frozenset[str]:
    """The cases of what stands before an "and" or comma that stands before the place."""
    for joint in range(at - 1, max(0, at - 3), -1):
        if words[joint] in _JOINTS:
            return _cased(words[max(0, joint - _NEAR) : joint][::-1])
    return frozenset()


def _joined_behind(words: Sequence[str], at: int) -> frozenset[str]:
    for joint in range(at + 1, min(len(words), at + 4)):
        if words[joint] in _JOINTS:
            return _cased(words[joint + 1 : joint + 1 + _NEAR])
    return frozenset()


def _cased(words: Sequence[str]) -> frozenset[str]:
    """The cases of the first word that has any, before a verb or a clause's end."""
    for form in words:
        seen = word(form)
        if form in _ENDS or seen.verb or seen.governs:
            break
        if seen.slots:
            return _cases(seen.slots)
    return frozenset()


def _finite(words: Sequence[str]) -> int:
    return next((seen.reading for form in words if (seen := word(form)).verb), 0)


def _subjects(words: Sequence[str], at: int) -> tuple[int, int]:
    """What may be the subject on either side, in the same clause: the nearest word in the nominative."""
    return _subject(words[max(0, at - _FAR) : at][::-1]), _subject(words[at + 1 : at + 1 + _FAR])


def _subject(words: Sequence[str]) -> int:
    for form in words:
        if form in _ENDS:
            break
        if found := word(form).subject:
            return crc32(found.encode())
    return 0


def _verbs(words: Sequence[str], at: int) -> int:
    """Which verbs stand in the same clause, before and after, and the nearest one beyond it."""
    found = [
        _verb(words[max(0, at - _FAR) : at][::-1]),
        _verb(words[at + 1 : at + 1 + _FAR]),
    ]
    return crc32("|".join(found).encode())


def _governor(words: Sequence[str], at: int) -> int:
    """The lemma of the nearest verb in the same clause, before the place rather than behind it."""
    for side in (words[max(0, at - _FAR) : at][::-1], words[at + 1 : at + 1 + _FAR]):
        for form in side:
            if form in _ENDS:
                break
            seen = word(form)
            if seen.verb or seen.kind in _VERBAL:
                return seen.lemma
    return 0


def _verb(words: Sequence[str]) -> str:
    beyond = ""
    for form in words:
        if form in _ENDS:
            beyond = "'"
        elif word(form).verb:
            return word(form).verb + beyond
    return ""


class Context:
    """Scores of words by their company; higher stands better. Only scores at one place can be compared."""

    def __init__(self) -> None:
        self._weights = memoryview(_weights()).cast("b")

    def scores(self, forms: Sequence[str], words: Sequence[str], at: int) -> list[float]:
        """What the company of `words[at]` says for each of the forms there, in natural logarithms."""
        weights, around = self._weights, Around.of(words, at)
        return [SCALE * sum([weights[place] for place in features(form, around)]) for form in forms]


@cache
def _weights() -> bytes:
    packed = resources.files("documents") / "data" / "letters.bin.gz"
    return gzip.decompress(packed.read_bytes())
