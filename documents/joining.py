"""Lines that only wrap put together again, with words cut by a hyphen and broken addresses."""

import re
import unicodedata
from collections.abc import Container

from documents.mending.known import is_listed, is_polish

_CUT = re.compile(r"[^\W\d_]-$")
_RANGE = re.compile(r"\d[-–]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[^\s;,)]$")
_CONTACT = re.compile(
    r"(?:tel|fax|faks|kom|mob|phone|e-?mail|mail|www)\b|(?:ul|al|os)\. |\S+@|(?P<page>https?://)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[^\s–—]*[-/_=?&.][^\s.]")


def joined(text: str, more: str, words: Container[str] = ()) -> str:
    """`text` and the line after it, as one.

    A hyphen at the line's end stays where `words`, lower case, hold the word with it, before a capital,
    after a single letter and inside an address.
    """
    first = more.split(" ", 1)[0]
    if _ADDRESS.search(text) and _GOES_ON.match(first):
        return text + more
    if text.endswith("\u00ad"):
        return text[:-1] + more
    if _RANGE.search(text) and first[:1].isdigit():
        return text + more
    if not cut(text) or not first[:1].isalpha():
        return f"{text} {more}"
    last = text.split()[-1]
    kept = f"{last}{first}".lower().strip('(„"”),.;:') in words
    if kept or is_compound(last[:-1], first) or first[0].isupper() or len(last) < 3 or _ADDRESS.search(text):
        return text + more
    return text[:-1] + more


def is_compound(first: str, rest: str) -> bool:
    """Whether two parts are a compound with a hyphen of its own, "kujawsko-pomorski", and no word cut by
    one."""
    first, rest = first.strip('(„"'), rest.strip(',.;:)”"')
    if not first.lower().endswith("o") or not is_polish(rest):
        return False
    # Morfeusz knows any two such parts as one word.
    return not is_listed(first + rest) and is_polish(first + rest)


def cut(text: str) -> bool:
    """Whether a line ends in the middle of a word."""
    return bool(_CUT.search(text))


def breaks_off(text: str) -> bool:
    """Whether a line ends in the middle of a word, or of a range of numbers."""
    return cut(text) or bool(_RANGE.search(text))


def opens_contact(line: str) -> bool:
    """Whether a line begins with what a card has a line for: a street, a telephone, an address of mail.

    Addresses of pages stand in sentences as often.
    """
    found = _CONTACT.match(line)
    return found is not None and not found["page"]


def typed_lines(text: str) -> list[str]:
    """The lines of a paragraph with line breaks; one before a small letter only wraps, but for contacts."""
    lines: list[str] = []
    for line in text.replace("\v", "\n").split("\n"):
        line = plain(line)
        if lines and line[:1].islower() and not _CONTACT.match(line):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def plain(text: str) -> str:
    """The text in NFC, each white space a single blank."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
