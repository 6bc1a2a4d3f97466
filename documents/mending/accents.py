"""Accents written apart from their letters, put on them, by the words they make and by where others are."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from documents.mending.edits import Edit, edited
from documents.mending.known import is_polish
from documents.model import Block, Span

# The signs, with the accent that each stands for; the cedilla stands for the ogonek in some fonts.
_MARKS = {
    **dict.fromkeys("´ˊ\u0301", "\u0301"),
    **dict.fromkeys("˙\u0307", "\u0307"),
    **dict.fromkeys("˛\u0328¸\u0327", "\u0328"),
    **dict.fromkeys("¨\u0308", "\u0308"),
    **dict.fromkeys("ˇ\u030c", "\u030c"),
    **dict.fromkeys("˝\u030b", "\u030b"),
}
# Letters that are likely to have an accent, in the languages around.
_ACCENTED = frozenset("ąćęńóśźżáéíúýäëïöüčďěňřšťžőűĄĆĘŃÓŚŹŻÁÉÍÚÝÄËÏÖÜČĎĚŇŘŠŤŽŐŰ")
_SIGNS = "".join(_MARKS)
_ANY = re.compile(f"[{_SIGNS}]")
_STRETCH = re.compile(rf"(?:[^\W\d_]|\s?[{_SIGNS}]\s?(?=[^\W\d_]|\W|$))+")
_PART = re.compile(rf"(\s?)([{_SIGNS}])(\s?)")
_MOST_TRIED = 64
# So many different words must show on which side of its letter this document has an accent.
_MIN_SHOWN, _MIN_SHARE = 3, 0.9
# This one is an apostrophe as often.
_ACUTE = "\u0301"


class _Part(NamedTuple):
    """An accent with the blanks beside it, and the text behind."""

    before: str
    accent: str
    after: str
    text: str


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_ANY.search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with accents on the letters before or behind them."""
    stretches = {each for block in blocks for _, each in _stretches(block.text)}
    meant = {each: text for each in stretches if (text := _word(each)) is not None}
    shown = Counter(side for each in meant if (side := _side(each, meant[each])) is not None)
    side, count = max(shown.items(), key=lambda pair: pair[1], default=(False, 0))
    if count >= _MIN_SHOWN and count >= _MIN_SHARE * shown.total():
        rest = {each: text for each in stretches - meant.keys() if (text := _on(each, behind=side))}
        meant |= rest
    else:
        meant |= {each: text for each in stretches - meant.keys() if (text := _only(each))}
    return [edited(block, list(_edits(block.text, meant))) for block in blocks]


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """Words with accents apart, those of several parts together, each with where it begins."""
    for found in _STRETCH.finditer(text):
        stretch = found[0].strip()
        if _ANY.search(stretch) and any(map(str.isalpha, stretch)):
            yield found.start() + found[0].index(stretch[0]), stretch


def _edits(text: str, meant: dict[str, str]) -> Iterator[Edit]:
    for start, stretch in _stretches(text):
        if stretch in meant:
            yield Edit(Span(start, start + len(stretch)), meant[stretch])


def _word(stretch: str) -> str | None:
    """The Polish words that a stretch is, each of its accents on the letter before or behind it."""
    first, parts = _parts(stretch)
    sides = product((False, True), repeat=len(parts))
    made = (_put(first, parts, each, spaced=spaced) for each in sides for spaced in (False, True))
    return next(
        (each for each in islice(made, _MOST_TRIED) if each and all(map(is_polish, each.split()))), None
    )


def _side(stretch: str, meant: str) -> bool | None:
    """Whether the accents stand before their letters; None where they tell nothing, or not the same."""
    first, parts = _parts(stretch)
    told = {side for side in (False, True) if _put(first, parts, [side] * len(parts), spaced=False) == meant}
    return told.pop() if len(told) == 1 else None


def _on(stretch: str, *, behind: bool) -> str | None:
    """A stretch with its accents on the letters of one side; None where blanks part them from these."""
    first, parts = _parts(stretch)
    if any(part.after or (part.before and not behind) for part in parts):
        return None
    return _put(first, parts, [behind] * len(parts), spaced=True)


def _only(stretch: str) -> str | None:
    """A stretch in which each accent fits one letter alone; none that has a sign used as an apostrophe."""
    first, parts = _parts(stretch)
    if any(part.after or part.accent == _ACUTE for part in parts):
        return None
    sides = product(*((True,) if part.before else (False, True) for part in parts))
    made = {text for each in islice(sides, _MOST_TRIED) if (text := _put(first, parts, each, spaced=True))}
    return made.pop() if len(made) == 1 else None


def _parts(stretch: str) -> tuple[str, list[_Part]]:
    first, *rest = _PART.split(stretch)
    return first, [
        _Part(before, _MARKS[mark], after, text)
        for before, mark, after, text in zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True)
    ]


def _put(first: str, parts: Sequence[_Part], behind: Sequence[bool], *, spaced: bool) -> str | None:
    """One of the meanings; None where a letter would get an accent that it never has."""
    made = first
    for part, later in zip(parts, behind, strict=True):
        letter = part.text[:1] if later else made[-1:]
        accented = unicodedata.normalize("NFC", letter.replace("ı", "i") + part.accent)
        if accented not in _ACCENTED:
            return None
        if later:
            made += (part.before if spaced else "") + accented + part.text[1:]
        else:
            made = made[:-1] + accented + (part.after if spaced else "") + part.text
    return made
