"""Pages as browsers save them: in one file with what belongs to them, with notes of where they came from."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from html import unescape
from itertools import islice

from documents.encoding import decode

_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADERS = 4000
_NOTES = (
    re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)", re.IGNORECASE),  # Internet Explorer, Chromium
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)", re.IGNORECASE),
    re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack", re.IGNORECASE),
)
_WORD = re.compile(r"<o:(Author|Created|LastSaved)>([^<]{1,200})</o:")
_NOTED = 8000
_MOST_PARTS = 2000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FRAMES = re.compile(r"<frameset\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's markup, the address it was saved from if that is told, and what Word noted of it."""

    markup: str
    address: str | None = None
    properties: dict[str, str] = field(default_factory=dict)


def is_archive(content: bytes) -> bool:
    """Whether some bytes are a page saved as one file with its pictures (MHTML)."""
    head = content.lstrip()[:_HEADERS]
    return bool(re.match(rb"[A-Za-z-]+:\s", head)) and bool(_ARCHIVE.search(head))


def page_of(content: bytes) -> Page:
    """The page that a saved file holds."""
    if is_archive(content):
        return _unpacked(content)
    text = decode(content, markup=True)
    notes = (note.search(text[:_NOTED]) for note in _NOTES)
    found = next((note[1] for note in notes if note), None)
    address = f"https://{found}" if found and "://" not in found else found
    return Page(text, address, {note[1].lower(): unescape(note[2]) for note in _WORD.finditer(text[:_NOTED])})


def _unpacked(content: bytes) -> Page:
    """The first page among an archive's parts; with its frames where it only shows those.

    Frames of other pages are mostly advertisements.
    """
    message = message_from_bytes(content.lstrip())
    parts = [part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() in _PAGES]
    if not parts:
        return Page("")
    address = _address(message.get("Snapshot-Content-Location"), parts[0].get("Content-Location"))
    markup = _text(parts[0])
    if _FRAMES.search(markup):
        markup = "\n".join(map(_text, parts[1:])) or markup
    return Page(markup, address)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    held = payload if isinstance(payload, bytes) else b""
    charset = (part.get_content_charset() or "").encode("ascii", errors="ignore")
    # What the archive says of the letters counts as what a page says of itself.
    told = b'<meta charset="' + charset + b'">' if charset else b""
    return decode(told + held, markup=True)


def _address(*told: str | None) -> str | None:
    return next((each.strip() for each in told if each and each.strip().startswith("http")), None)
