"""The library: its list, and each document's page and file."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.model import Citation
from documents.model import Format, Language, Span
from index.model import StoredDocument
from web.api.documents import held_document
from web.desk import desk_of
from web.i18n import Texts
from web.pages.article import Contents, Group, contents, groups, passage_at, without_title
from web.pages.chat import turns_of
from web.pages.turn import web_address
from web.problem import Problem
from web.rendering import Page

router = APIRouter(include_in_schema=False)

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
    passages: int
    added: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentsPage(Page):
    """The list, or what of it matches the filter; of many only the first."""

    template: ClassVar[str] = "documents.html"
    entries: tuple[Entry, ...]
    matching: int
    total: int
    passages: int
    filter: str


@dataclass(frozen=True, slots=True)
class Step:
    """The way from one citation of an answer to the next."""

    number: int
    of: int
    quote: str
    quote_place: str
    back: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DocumentPage(Page):
    """A document's text, with the cited span marked; `notice` says why one that is asked for is not."""

    template: ClassVar[str] = "document.html"
    entry: Entry
    groups: tuple[Group, ...]
    contents: tuple[Contents, ...]
    cited_place: str
    notice: str
    step: Step | None


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


@router.get("/documents/{document}")
def document(request: Request, document: str, start: str = "", end: str = "", turn: str = "") -> Response:
    """A document as an article; `start` and `end` mark a span of it, `turn` is the answer that cites it."""
    desk = desk_of(request)
    held = held_document(request, document)
    text, passages = desk.backend.library.text(held.id), desk.backend.library.document_passages(held.id)
    span = _span(start, end)
    step = _step(request, turn, held.id, span) if turn and span else None
    # A document that was replaced has other words there than those that were cited.
    changed = step is not None and span is not None and text[slice(*span)] != step.quote
    cited = span if span and span.end <= len(text) and not changed else None
    place = passage_at(passages, cited.start) if cited else None
    frame = desk.renderer.frame(request, desk.warmup.warmth, "documents")
    page = DocumentPage(
        frame,
        entry=entry(held, frame.t),
        groups=without_title(groups(text, passages, cited), held.title),
        contents=tuple(one for one in contents(passages) if one.label != held.title),
        cited_place=place.place.label if place else "",
        notice=_notice(frame.t, changed=changed) if cited is None and (start or end) else "",
        step=step,
    )
    return desk.renderer.page(page)


@router.get("/documents/{document}/original")
def original(request: Request, document: str) -> Response:
    """The file as it was received, to be kept and never shown by the browser."""
    held = held_document(request, document)
    plain = "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "_" for sign in held.file
    )
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(held.file, safe='')}"
    headers = {"Content-Disposition": disposition, "Content-Security-Policy": "default-src 'none'; sandbox"}
    content = desk_of(request).backend.library.content(held.id)
    return Response(content, media_type=_TYPES[held.format], headers=headers)


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
        passages=one.passages,
        added=t.day(one.added_at.date()),
        warnings=one.warnings,
    )


def folded(text: str) -> str:
    """The text in small letters without diacritics, as people type into a filter."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _searched(one: StoredDocument) -> str:
    return folded(" ".join((one.title, one.file, one.address or "", one.format, one.language)))


def _notice(t: Texts, *, changed: bool) -> str:
    return t("document.changed") if changed else t("document.lost")


def _span(start: str, end: str) -> Span | None:
    if not all(one.isascii() and one.isdigit() and len(one) < 12 for one in (start, end)):
        return None
    span = Span(int(start), int(end))
    return span if span.start < span.end else None


def _step(request: Request, turn: str, document: str, cited: Span) -> Step | None:
    """The neighbours of this citation in its answer; None when the answer is gone or never cited it."""
    conversation, _, number = turn.rpartition(".")
    try:
        turns = turns_of(desk_of(request), conversation)
    except Problem:
        # The link was shared and the conversation has since gone: the document is still worth reading.
        return None
    citations = next((one.answer.citations for one in turns if str(one.number) == number), ())
    at = _position(citations, document, cited)
    if at is None:
        return None
    return Step(
        number=citations[at].number,
        of=len(citations),
        quote=citations[at].quote,
        quote_place=citations[at].place,
        back=f"/c/{conversation}#turn-{number}",
        before=_address(citations[at - 1], turn) if at else "",
        after=_address(citations[at + 1], turn) if at + 1 < len(citations) else "",
    )


def _position(citations: Sequence[Citation], document: str, cited: Span) -> int | None:
    spans = [(one.document, one.start, one.end) for one in citations]
    return spans.index((document, *cited)) if (document, *cited) in spans else None


def _address(citation: Citation, turn: str) -> str:
    query = f"start={citation.start}&end={citation.end}&turn={quote(turn)}"
    return f"/documents/{citation.document}?{query}#cited"
