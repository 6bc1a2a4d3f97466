"""The library: its list, and each document's file."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from starlette.responses import Response

from documents.model import Format, Language
from index.model import StoredDocument
from web.access import ReaderRoute
from web.api.documents import held_document
from web.desk import desk_of
from web.gallery import DECKS
from web.i18n import Texts
from web.pages.turn import web_address
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)

# A page of more is slow to open on a telephone; whoever holds more looks for a name.
_LISTED = 500
_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "image": "application/octet-stream",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the list and its page show it."""

    id: str
    title: str
    file: str
    format: Format
    language: Language
    day: str
    iso_day: str
    address: str
    host: str
    pages: int
    is_deck: bool
    passages: int
    added: str
    authors: tuple[str, ...]
    modified: str
    outdated: str


@dataclass(frozen=True, slots=True)
class DocumentsPage(Page):
    """The list, or what of it matches the filter; of many only the first."""

    template: ClassVar[str] = "documents.html"
    entries: tuple[Entry, ...]
    matching: int
    total: int
    passages: int
    filter: str


@router.get("/documents")
def documents(request: Request, q: str = "") -> Response:
    """Every document, or those whose title, file or address has all the words asked for."""
    desk = desk_of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "documents")
    held = desk.backend.library.documents()
    wanted = folded(q[:200]).split()
    matching = (one for one in held if all(word in _searched(one) for word in wanted))
    shown = sorted(matching, key=lambda one: folded(one.title))
    page = DocumentsPage(
        frame,
        entries=tuple(entry(one, frame.t) for one in shown[:_LISTED]),
        matching=len(shown),
        total=len(held),
        passages=desk.backend.library.counts().passages,
        filter=q[:200],
    )
    return desk.renderer.page(page)


@router.get("/documents/{document}/original")
def original(request: Request, document: str) -> Response:
    """The file as it was received, to be kept and never shown by the browser."""
    held = held_document(request, document)
    return as_download(held.file, held.format, desk_of(request).backend.library.content(held.id))


def as_download(file: str, format: Format, content: bytes) -> Response:
    """A file as it was received, which the browser keeps and does not run."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "_" for sign in file)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file, safe='')}"
    headers = {"Content-Disposition": disposition, "Content-Security-Policy": "default-src 'none'; sandbox"}
    return Response(content, media_type=_TYPES[format], headers=headers)


def entry(one: StoredDocument, t: Texts) -> Entry:
    """The document as it is shown."""
    address = web_address(one.address)
    return Entry(
        id=one.id,
        title=one.title,
        file=one.file,
        format=one.format,
        language=one.language,
        day=t.day(one.date) if one.date else "",
        iso_day=one.date.isoformat() if one.date else "",
        address=address,
        host=(urlsplit(address).hostname or "").removeprefix("www."),
        pages=one.pages,
        is_deck=one.format in DECKS,
        passages=one.passages,
        added=t.day(one.added_at.date()),
        authors=one.authors,
        modified=t.day(one.modified) if one.modified else "",
        outdated=t.day(one.outdated.since) if one.outdated else "",
    )


def folded(text: str) -> str:
    """The text in small letters without diacritics, as people type into a filter."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _searched(one: StoredDocument) -> str:
    return folded(" ".join((one.title, one.file, one.address or "", one.format, one.language)))
