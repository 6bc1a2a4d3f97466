"""Accents written apart from their letters, put on them, where that makes a Polish word."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice, product

from documents.mending.edits import Edit, edited
from documents.mending.known import is_polish
from documents.model import Block, Span

# Acute, dot and ogonek, with the cedilla and the apostrophe-like signs that stand for them in some fonts.
_ABOVE = {"´": "\u0301", "ˊ": "\u0301", "\u0301": "\u0301", "˙": "\u0307", "\u0307": "\u0307"}
_BELOW = {"˛": "\u0328", "\u0328": "\u0328", "¸": "\u0328", "\u0327": "\u0328"}
_MARKS = _ABOVE | _BELOW
_POLISH = frozenset("ąćęńóśźżĄĆĘŃÓŚŹŻ")
_ANY = re.compile(f"[{''.join(_MARKS)}]")
_STRETCH = re.compile(rf"(?:[^\W\d_]|\s?[{''.join(_MARKS)}]\s?(?=[^\W\d_]|\W|$))+")
_PART = re.compile(rf"(\s?)([{''.join(_MARKS)}])(\s?)")
_MOST_TRIED = 64


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_ANY.search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with accents on the letters before or behind them, as the words say."""
    return [edited(block, list(_edits(block.text))) if _ANY.search(block.text) else block for block in blocks]


def _edits(text: str) -> Iterator[Edit]:
    for found in _STRETCH.finditer(text):
        stretch = found[0].strip()
        if not _ANY.search(stretch):
            continue
        start = found.start() + found[0].index(stretch[0])
        meant = next((each for each in islice(_meant(stretch), _MOST_TRIED) if _is_words(each)), None)
        if meant is not None:
            yield Edit(Span(start, start + len(stretch)), meant)


def _is_words(text: str) -> bool:
    return all(is_polish(word) for word in text.split())


def _meant(stretch: str) -> Iterator[str]:
    """What a stretch can mean, each of its accents on the letter before it or on the one behind it."""
    parts = _PART.split(stretch)
    texts, marks = parts[::4], list(zip(parts[1::4], parts[2::4], parts[3::4], strict=True))
    for sides in product((False, True), repeat=len(marks)):
        for spaced in (False, True):
            made = _put(texts, marks, sides, spaced=spaced)
            if made is not None:
                yield made


def _put(
    texts: Sequence[str], marks: Sequence[tuple[str, str, str]], behind: Sequence[bool], *, spaced: bool
) -> str | None:
    """One of the meanings; None where a letter would get an accent that it never has."""
    made = texts[0]
    for text, (before, mark, after), later in zip(texts[1:], marks, behind, strict=True):
        letter = text[:1] if later else made[-1:]
        accented = unicodedata.normalize("NFC", letter.replace("ı", "i") + _MARKS[mark])
        if accented not in _POLISH:
            return None
        if later:
            made += (before if spaced else "") + accented + text[1:]
        else:
            made = made[:-1] + accented + (after if spaced else "") + text
    return made
