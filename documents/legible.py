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
# Letters that are no others with an accent.
_OWN: dict[int, str] = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_MARKS = re.compile("[\u0300-\u036f]")
_RUN = re.compile("[a-z]{3,}")
# Short words in capitals are abbreviations as often as words: they have letters in any order.
_CAPITALS = re.compile(r"(?<![^\W\d_])[A-Z\u00c0-\u00d6\u00d8-\u00deĄĆĘŁŃŚŹŻ]{2,6}(?![^\W\d_])")
_ADDRESS = re.compile(r"(?<!\S)\S*?(?:@|://|www\.)\S*")
_CODE = re.compile(r"(?<!\w)[^\W\d]*\d\w*|(?<![^\W\d_])\\[a-zA-Z@]+")
_CID_SIGN = "(cid:"
_CID = re.compile(r"\(cid:\d+\)")
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# One at the beginning of a line or by itself is a bullet of a symbol font.
_BULLET = re.compile(rf"(?<!\S)[{_PRIVATE}](?![{_PRIVATE}])")
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_STRANGE = re.compile(rf"[{_PRIVATE}{_CONTROLS}]")
_SUSPECT = re.compile(rf"[{_PRIVATE}{_CONTROLS}\ufffd]")
_SIGN = re.compile(r"[^\w\s.,;:()\u2010-\u2015\-\ufffd]")
_SIGNS = re.compile(r"[^\w\s]")
_BRACKET = re.compile(r"[][(){}]")
_REPEATED = re.compile(r"([^\w\s])(?:\s?\1)+")

_RARE = re.compile(r"[!#$&*+<=>?@\[\\\]^`{}~]")

# A line of 40 letters that is rubbish costs at least 32 bits more than this, and one turned round 22 or so.
_PLAIN_BITS, _WORST = 4, 18
_MANY_RARE = 8
_MIN_STRANGE = 5
_MAX_STRANGE = 0.4
# Polish has about 8 accented letters in 100; with a third of the letters gone, words are past telling.
_MAX_LOST = 0.35
_MIN_SIGNS = 40
_FEW_SIGNS = 0.15
_MAX_SIGNS = 0.5
_MAX_READABLE, _MIN_KINDS, _MIN_CLOSED = 0.1, 6, 0.8
# Bits a letter, by how many letters there are; the module says on what they were fitted.
_FEW_LETTERS, _MANY_LETTERS = 40, 120
_MAX_BITS_FEW, _MAX_BITS_MANY = 5.3, 4.8


class Evidence(NamedTuple):
    """What speaks for or against a text, in counts, so that those of its parts can be added up.

    `chars` are those that are not blank, `strange` of them are of no script and `lost` unknown; `letters` of
    words were judged and cost so many `bits`; `odd` are those of words half of which is punctuation.
    """

    chars: int = 0
    strange: int = 0
    lost: int = 0
    letters: int = 0
    bits: int = 0
    odd: int = 0


def rubbish(*texts: str) -> bool:
    """Whether texts together surely stand for nothing: signs of no script, or letters of a broken font.

    Text with letters lost or in a wrong code is none: it can be mended. Nor are names, figures and codes, and
    text too short to tell.
    """
    found = Evidence(*map(sum, zip(*map(evidence, texts), strict=True)))
    if _strange(found) or _improbable(found):
        return True
    return (
        found.chars >= _MIN_SIGNS and found.odd > _MAX_SIGNS * found.chars and _garbled(found, "".join(texts))
    )


@lru_cache(maxsize=200)
def plain(text: str) -> bool:
    """Whether no line of a page can be rubbish or turned round; most pages are, and need no closer look."""
    if _SUSPECT.search(text) or _CID_SIGN in text or len(_RARE.findall(text)) >= _MANY_RARE:
        return False
    worst = stretch = 0
    for word in _words(text):
        stretch = max(0, stretch + _bits(word) - _PLAIN_BITS * len(word))
        worst = max(worst, stretch)
    return worst < _WORST


@lru_cache(maxsize=2_000)
def evidence(text: str) -> Evidence:
    """What speaks for or against a text. Abbreviations, addresses and codes do neither."""
    if _CID_SIGN in text:
        text = _CID.sub("\ue000\ue000", text)
    words = _words(text)
    letters, bits = sum(map(len, words)), sum(map(_bits, words))
    chars = len(text) - text.count(" ")
    if _SUSPECT.search(text):
        strange, lost = len(_STRANGE.findall(_BULLET.sub("", text))), text.count("\ufffd")
        return Evidence(chars, strange, lost, letters, bits, _odd(text))
    return Evidence(chars, 0, 0, letters, bits, _odd(text))


def _words(text: str) -> list[str]:
    """The words whose letters are judged, folded."""
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    return _RUN.findall(folded(_CAPITALS.sub(" ", _CODE.sub(" ", text))))


def folded(text: str) -> str:
    """A text in small letters without accents."""
    return text.lower() if text.isascii() else _MARKS.sub("", text.lower().translate(_folded()))


def _strange(found: Evidence) -> bool:
    """Whether much of a text is in signs that no font but its own knows, or is lost."""
    if found.strange >= _MIN_STRANGE and found.strange > _MAX_STRANGE * found.chars:
        return True
    return found.lost >= _MIN_STRANGE and found.lost > _MAX_LOST * found.chars


def _improbable(found: Evidence) -> bool:
    if found.letters < _FEW_LETTERS:
        return False
    return found.bits > found.letters * (_MAX_BITS_FEW if found.letters < _MANY_LETTERS else _MAX_BITS_MANY)


def _garbled(found: Evidence, text: str) -> bool:
    """Whether text full of signs is none that people write: formulas and programs close what they open."""
    if found.letters > _MAX_READABLE * found.chars or len(set(_SIGNS.findall(text))) < _MIN_KINDS:
        return False
    opened: list[str] = []
    closed = 0
    brackets = _BRACKET.findall(text)
    for sign in brackets:
        if sign in "([{":
            opened.append(sign)
        elif opened and opened[-1] + sign in {"()", "[]", "{}"}:
            opened.pop()
            closed += 2
    return closed < _MIN_CLOSED * len(brackets) or not brackets


def _odd(text: str) -> int:
    """How much of a text is words of punctuation mixed with letters, as `!"#$%&` for a font's glyphs."""
    if len(_SIGN.findall(text)) <= _FEW_SIGNS * len(text):
        return 0
    odd = 0
    for token in _REPEATED.sub(r"\1", text).split():
        signs = _SIGNS.findall(token)
        odd += len(token) if len(set(signs)) > 1 and 2 * len(signs) >= len(token) > 2 else 0
    return odd


@cache
def _folded() -> dict[int, str]:
    """Latin letters with accents, as those without."""
    latin = (
        chr(code) for area in ((0xC0, 0x250), (0x1E00, 0x1F00), (0xFB00, 0xFB07)) for code in range(*area)
    )
    return {ord(letter): unicodedata.normalize("NFKD", letter).translate(_OWN) for letter in latin} | _OWN


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
