"""Bytes of a text file turned into characters."""

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,24})", re.IGNORECASE)
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
# What turns colours on and off in a terminal, as it is left in logs and in what was copied from one.
_CODES = re.compile(r"\x1b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\))")
_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f]"
)
# A word cut at a line's end by a hyphen that is seen only there.
_CUT = re.compile(r"(?<=[^\W\d_])\u00ad[ \t]*\n[ \t]*(?=[^\W\d_])")
# Letters that tell a Polish text, with the quotes and dashes of its typography.
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_TYPOGRAPHY = frozenset("„”“’–—…•§°«»€·²³½×äöüÄÖÜßéèáíčšžřýôâëçőűúă")
_SINGLE_BYTE = ("cp1250", "iso8859-2", "cp1252", "cp852")


def decode(content: bytes, *, markup: bool = False) -> str:
    """The text of `content`, NFC, with line feeds for line ends and without characters nobody sees.

    A byte order mark decides, then strict UTF-8, then UTF-16 by its zero bytes, then a charset declared in
    `markup` if the text it gives looks right, then whichever single-byte code gives the most Polish letters
    and the fewest control characters. Bytes that are wrong in UTF-8 text become U+FFFD.
    """
    text = _LINE_ENDS.sub("\n", _CODES.sub("", _characters(content, markup)))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _CUT.sub("", text)))


def _characters(content: bytes, markup: bool) -> str:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    wide = _wide(content)
    if wide:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(content, markup)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its beginning is zero for most letters."""
    head = content[:4000]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.2 and even < odd / 8:
        return "utf-16-le"
    if even > len(head) * 0.2 and odd < even / 8:
        return "utf-16-be"
    return None


def _single_byte(content: bytes, markup: bool) -> str:
    if _mostly_utf8(content):
        return content.decode("utf-8", errors="replace")
    readings = {name: content.decode(name, errors="replace") for name in _SINGLE_BYTE}
    declared = _declared(content) if markup else None
    if declared and declared not in readings:
        readings[declared] = content.decode(declared, errors="replace")
    # A declared charset wins a draw, and loses to one that reads clearly better: many pages declare wrongly.
    return max(readings.items(), key=lambda pair: _likeness(pair[1]) + (pair[0] == declared))[1]


def _mostly_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with few faults, such as a letter cut in two."""
    text = content.decode("utf-8", errors="replace")
    letters = sum(1 for character in text if ord(character) > 127 and character != "\ufffd")
    return letters > 3 * text.count("\ufffd")


def _likeness(text: str) -> float:
    """How much a reading looks like Polish or English text; higher is better."""
    score = 0.0
    for character in text:
        if character < "\x80":
            continue
        if character in _POLISH:
            score += 1.0
        elif character in _TYPOGRAPHY or character == "\u00a0":
            score += 0.3
        elif character in _ODD:
            score -= 1.5
        else:
            score -= 1.0 if unicodedata.category(character) in {"Cc", "Cn", "So", "Sm", "Co"} else 0.5
    return score


_ODD = frozenset("\ufffdŽžŠšąĽľťŤ¦¶±¹¼¾") - _POLISH


def _declared(content: bytes) -> str | None:
    """The charset that the first two kilobytes declare, by the name Python has for it."""
    found = _DECLARED.search(content[:2048])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return name if b"a".decode(name, errors="replace") == "a" else None
