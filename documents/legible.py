"""Whether a text can be read at all, by its signs and by how its letters follow each other.

Languages are not told apart: what is likely is likely in one of the 34 that the statistics were made of
(tools/trigrams.py), and Vietnamese, which is none of them, is as far from rubbish as they are. Bits a letter
in pages of 120 letters, of words by their frequency: Polish 3.6, at most 4.1; Vietnamese 3.9, at most 4.3; 13
languages with their letters exchanged for others 6.7, at least 4.9. Signs of other scripts count as letters.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

# The edge of a word, and the letters.
ALPHABET = "`abcdefghijklmnopqrstuvwxyz"
_FOLDED = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_MARKS = re.compile("[\u0300-\u036f]")
_RUN = re.compile("[a-z]{3,}")
# Short words in capitals are abbreviations as often as words: they have letters in any order.
_CAPITALS = re.compile(r"(?<![^\W\d_])[A-Z\u00c0-\u00d6\u00d8-\u00deĄĆĘŁŃŚŹŻ]{2,6}(?![^\W\d_])")
_ADDRESS = re.compile(r"(?<!\S)\S*?(?:@|://|www\.)\S*")
_CODE = re.compile(r"(?<!\w)[^\W\d]*\d\w*")
_SPACE = re.compile(r"\s+")
_CID = re.compile(r"\(cid:\d+\)")
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# One at the beginning of a line or by itself is a bullet of a symbol font.
_BULLET = re.compile(rf"(?<!\S)[{_PRIVATE}](?![{_PRIVATE}])")
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_STRANGE = re.compile(rf"[{_PRIVATE}{_CONTROLS}]")
_SUSPECT = re.compile(rf"[{_PRIVATE}{_CONTROLS}\ufffd]")
_LETTER = re.compile(r"[^\W\d_]")
_SIGN = re.compile(r"[^\w\s.,;:()\u2010-\u2015\-\ufffd]")
_SIGNS = re.compile(r"[^\w\s]")
_REPEATED = re.compile(r"([^\w\s])(?:\s?\1)+")

_MIN_STRANGE = 5
_MAX_STRANGE = 0.4
# Polish has about 8 accented letters in 100; with a third of the letters gone, words are past telling.
_MAX_LOST = 0.35
_MIN_SIGNS = 40
_FEW_SIGNS = 0.15
_MAX_SIGNS = 0.5
# Bits a letter, by how many letters there are; the module says on what they were fitted.
_FEW_LETTERS, _MANY_LETTERS = 40, 120
_MAX_BITS_FEW, _MAX_BITS_MANY = 5.0, 4.8


class Likeness(NamedTuple):
    """How many letters of a text were judged, and how unlikely they are together, in bits."""

    letters: int
    bits: float


def usable(text: str) -> bool:
    """Whether the text of a page is there and stands for something, as far as its signs and letters tell.

    Text with letters lost or in a wrong code is usable: it can be mended. So are names, figures and codes,
    and text too short to tell.
    """
    return any(map(str.isalnum, text)) and not rubbish(text)


def rubbish(text: str) -> bool:
    """Whether it is sure that a text stands for nothing: signs of no script, or letters of a broken font."""
    plain = _CID.sub("\ue000\ue000", text)
    return _strange(plain) or _improbable(likeness(plain)) or _signs_only(plain)


def likeness(text: str) -> Likeness:
    """The letters of the words in a text, but for abbreviations and codes."""
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    words = _RUN.findall(folded(_CAPITALS.sub(" ", _CODE.sub(" ", text))))
    return Likeness(sum(map(len, words)), sum(map(_bits, words)))


def folded(text: str) -> str:
    """A text in small letters without accents."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.lower().translate(_FOLDED)))


def _strange(text: str) -> bool:
    """Whether much of a text is in signs that no font but its own knows, or is lost."""
    if not _SUSPECT.search(text):
        return False
    signs = len(_SPACE.sub("", text))
    strange = len(_STRANGE.findall(_BULLET.sub("", text)))
    lost = text.count("\ufffd")
    if strange >= _MIN_STRANGE and strange > _MAX_STRANGE * signs:
        return True
    return lost >= _MIN_STRANGE and lost > _MAX_LOST * (lost + len(_LETTER.findall(text)))


def _improbable(found: Likeness) -> bool:
    if found.letters < _FEW_LETTERS:
        return False
    return found.bits > found.letters * (_MAX_BITS_FEW if found.letters < _MANY_LETTERS else _MAX_BITS_MANY)


def _signs_only(text: str) -> bool:
    """Whether most of a text are words of punctuation mixed with letters, as `!"#$%&` for a font's glyphs."""
    if len(_SIGN.findall(text)) <= _FEW_SIGNS * len(text):
        return False
    odd = total = 0
    for token in _REPEATED.sub(r"\1", text).split():
        signs = _SIGNS.findall(token)
        total += len(token)
        odd += len(token) if len(set(signs)) > 1 and 2 * len(signs) >= len(token) > 2 else 0
    return total >= _MIN_SIGNS and odd > _MAX_SIGNS * total


@lru_cache(maxsize=20_000)
def _bits(word: str) -> int:
    table, at, bits = _table(), ord(word[0]) - 96, 0
    for letter in word[1:]:
        number = ord(letter) - 96
        bits += table[27 * at + number]
        at = (at % 27) * 27 + number
    return bits + table[27 * at]


@cache
def _table() -> bytes:
    """Bits of each letter behind each two, by their numbers in ALPHABET."""
    source = resources.files("documents") / "data" / "trigrams.txt"
    return bytes(int(figure, 16) for figure in source.read_text(encoding="ascii") if figure != "\n")
