"""Text written in one code and read in another, read anew: UTF-8 by its shape, others by the words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from unicodedata import category

from documents.mending.codes import LETTERS, Pair, pairs
from documents.mending.damage import LOST
from documents.mending.edits import Edit, edited
from documents.mending.known import is_known, is_polish
from documents.model import Block, Span

# What the first byte of a letter in UTF-8 looks like in other codes, with another sign that is not ASCII.
_UTF8 = re.compile(r"[ÂÃÄÅâÐÑĂĹ┼─├Ôƒ≈√‚ŌГДЕвĐ][^\x00-\x7f]")
_UTF8_READ = ("cp1252", "cp1250", "iso8859-2", "cp852", "cp437", "mac_roman", "mac_latin2", "cp1251")
_RUN = re.compile(r"[^\s\x00-\x7f]+")
_PARTS = re.compile(r"\s+|\S+")
# How many different words must come out right for a whole document to be taken for misread, of all those
# that have such letters in them; and how many with the sign inside, where no footnote has its number.
_MIN_WORDS, _MIN_SHARE, _MIN_INSIDE = 3, 0.6, 2
_SURE_LETTERS = 4


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_UTF8.search(text) or _trigger().search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with misread text as it was meant, that of a part of the document, too."""
    bytes_of = _bytes_of(_code(block.text for block in blocks))
    mended = [_utf8(block, bytes_of) if _UTF8.search(block.text) else block for block in blocks]
    for _ in pairs():
        texts = [block.text for block in mended]
        pair = _best([text for text in texts if _trigger().search(text)])
        if pair is None:
            break
        meant = _meant(texts, pair)
        mended = [edited(block, list(_edits(block.text, pair, meant))) for block in mended]
    return mended


def _utf8(block: Block, bytes_of: dict[str, str]) -> Block:
    from ftfy import fix_encoding  # noqa: PLC0415 - for damaged documents only

    text = block.text
    if LOST in text:
        for seen, meant in bytes_of.items():
            text = text.replace(seen, meant)
    text = fix_encoding(text)
    text = _RUN.sub(lambda found: _as_utf8(found[0]), text)
    return edited(block, list(_differences(block.text, text)))


def _code(texts: Iterable[str]) -> str:
    """The code in which UTF-8 was read: by what the first byte of most Polish letters looks like in it."""
    seen = Counter(sign for text in texts for sign in text if sign in "ÅĹ")
    return "cp1250" if seen["Ĺ"] > seen["Å"] else "cp1252"


@cache
def _bytes_of(code: str) -> dict[str, str]:
    """What is seen of a sign of which this code leaves a byte open, read as U+FFFD; and with that byte.

    Where two letters look the same, all that is left is one that is lost.
    """
    found: dict[str, str] = {}
    for sign in LETTERS + "„”’–—…":
        told = sign.encode()
        seen = told.decode(code, errors="replace")
        if LOST in seen:
            whole = "".join(_seen_byte(byte, code) for byte in told)
            found[seen] = LOST if seen in found else whole
    return found


def _seen_byte(byte: int, code: str) -> str:
    try:
        return bytes([byte]).decode(code)
    except UnicodeDecodeError:
        return chr(byte)


def _as_utf8(run: str) -> str:
    """Signs that are not ASCII, as the letters whose bytes they are, where these are Polish."""
    for name in _UTF8_READ:
        try:
            text = run.encode(name).decode("utf-8")
        except UnicodeError:
            continue
        if all(letter in LETTERS or letter in "„”–—…’" for letter in text):
            return text
    return run


def _differences(before: str, after: str) -> Iterator[Edit]:
    """The edits, of whole words, that lead from one text to the other."""
    old, new = list(_PARTS.finditer(before)), list(_PARTS.finditer(after))
    matcher = SequenceMatcher(None, [each[0] for each in old], [each[0] for each in new], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            at = old[start].start() if start < len(old) else len(before)
            text = "".join(each[0] for each in new[first:last])
            yield Edit(Span(at, old[end - 1].end() if end > start else at), text)


@cache
def _trigger() -> re.Pattern[str]:
    """A letter that Polish has not and another can be misread as, or a sign between two letters."""
    seen = {sign for pair in pairs() for sign in pair.letters} - set(LETTERS)
    letters = {sign for sign in seen if sign.isalpha() or sign < "\xa0"}
    signs = _class(seen - letters - set("–—"))
    return re.compile(f"[{_class(letters)}]|[^\\W\\d_][{signs}]+[^\\W\\d_]")


@cache
def _words(pair: Pair) -> re.Pattern[str]:
    """Words, of letters and of all that a letter can be misread as in this way."""
    return re.compile(f"(?:[^\\W\\d_]|[{_class({LOST, *pair.letters})}])+")


def _class(signs: set[str]) -> str:
    return "".join(re.escape(sign) for sign in sorted(signs))


def _best(texts: Sequence[str]) -> Pair | None:
    """The pair of codes that makes the most words of these texts, if one makes any."""
    made = {pair: len(_meant(texts, pair)) for pair in pairs()}
    best = max(made, key=lambda pair: made[pair])
    return best if made[best] else None


def _meant(texts: Sequence[str], pair: Pair) -> dict[str, str]:
    """What words are meant to be that were misread in this way; nothing if they were not."""
    words = {word for text in texts for word in _words(pair).findall(text)}
    seen = [word for word in words if any(map(pair.letters.__contains__, word)) and not _stands(word)]
    right = {word: text for word in seen if is_polish(text := pair.decoded(word))}
    lost = {word for word in seen if LOST in word}
    inside = {word for word in seen if _inside(word, pair)} - lost
    if len(right) < _MIN_SHARE * len(inside | right.keys()):
        return {}
    if len(right) >= _MIN_WORDS and len(inside & right.keys()) >= _MIN_INSIDE:
        return right | {word: pair.decoded(word) for word in inside | lost}
    return right if any(len(word) >= _SURE_LETTERS and _sign_inside(word, pair) for word in right) else {}


def _stands(word: str) -> bool:
    """Whether a word is one as it stands, the number of a note behind it or not."""
    letters = "".join(sign for sign in word if category(sign) != "No")
    as_written = letters.islower() or letters.istitle() or letters.isupper()
    return letters.isalpha() and as_written and is_known(word)


def _inside(word: str, pair: Pair) -> bool:
    """Whether a letter is misread before the end of a word, or at the end as another letter."""
    return any(map(pair.letters.__contains__, word[:-1])) or word[-1].isalpha()


def _sign_inside(word: str, pair: Pair) -> bool:
    """Whether what no word has inside stands between two letters."""
    return any(
        sign in pair.letters and not sign.isalpha() and before.isalpha() and after.isalpha()
        for before, sign, after in zip(word, word[1:], word[2:], strict=False)
    )


def _edits(text: str, pair: Pair, meant: dict[str, str]) -> Iterator[Edit]:
    for found in _words(pair).finditer(text):
        if found[0] in meant:
            yield Edit(Span(*found.span()), meant[found[0]])
    if len(meant) >= _MIN_WORDS:
        for at, sign in enumerate(text):
            if sign in pair.signs and sign not in pair.letters:
                yield Edit(Span(at, at + 1), pair.signs[sign])
