"""A turn as it is shown: parts in their order, each with a template of its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit

from assistant.model import Answer, Citation, Statement, Turn
from documents.model import Language, Span
from index.model import StoredDocument
from web.api.forms import COMMENT_CHARS
from web.cited import cited_address
from web.i18n import Texts, texts
from web.pages.items import Items, Sort, items_of
from web.pages.marker import Marker, Piece, markers_of, pieces

QUOTES: Mapping[Language, tuple[str, str]] = {"pl": ("„", "”"), "en": ("“", "”")}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a quote; `marked` where it is what was asked for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A statement. `lead` is the first of its answer; `quote` is empty where no quote is shown."""

    template: ClassVar[str] = "parts/said.html"
    exact: str
    framing: str
    quote: tuple[Segment, ...]
    signs: tuple[str, str]
    language: Language
    markers: tuple[Marker, ...]
    lead: bool


@dataclass(frozen=True, slots=True)
class Abstained:
    """That the library does not say it, and what was looked for."""

    template: ClassVar[str] = "parts/abstained.html"
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What we computed, not quoted."""

    template: ClassVar[str] = "parts/notes.html"
    notes: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One cited span on a source's card."""

    number: int
    place: str
    quote: str
    repaired: bool
    ocr: bool
    review: str
    earlier: bool
    address: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document with the spans cited from it. `gone`: it is no longer held; `outdated`: since when it was
    marked as out of date when it was cited."""

    title: str
    language: Language
    signs: tuple[str, str]
    day: str
    iso_day: str
    address: str
    host: str
    gone: bool
    outdated: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The cited documents; `nearest` where nothing stands on them."""

    template: ClassVar[str] = "parts/sources.html"
    sources: tuple[Source, ...]
    spans: int
    nearest: bool


@dataclass(frozen=True, slots=True)
class Suggested:
    """Questions to go on with."""

    template: ClassVar[str] = "parts/suggested.html"
    questions: tuple[str, ...]
    conversation: str


@dataclass(frozen=True, slots=True)
class Actions:
    """What can be done with an answer; it is `rated` where what is thought of it can be kept. `asked_why`:
    somebody just found it of no use, and may say why."""

    template: ClassVar[str] = "parts/actions.html"
    conversation: str
    turn: int
    thanked: bool
    rated: bool
    asked_why: bool = False
    comment_chars: int = COMMENT_CHARS


Part = Said | Abstained | Items | Notes | Sources | Suggested | Actions


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn ready to be shown; `summary` is what a screen reader says when it is there."""

    number: int
    question: str
    language: Language
    kind: str
    parts: tuple[Part, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Showing:
    """How a turn is to be shown: the page's texts, the documents by id, and what the address asks for."""

    t: Texts
    documents: Mapping[str, StoredDocument]
    sort: Sort | None = None
    thanked: int = 0
    latest: int = 0
    rated: bool = True
    why: bool = False


def view(turn: Turn, showing: Showing) -> TurnView:
    """The turn with its parts in the order they are read."""
    answer = turn.answer
    thanked = showing.thanked == turn.number
    markers = {one.number: _marker(one, turn) for one in answer.citations}
    parts: list[Part] = [
        _said(one, number == 0, answer, showing, markers) for number, one in enumerate(answer.statements)
    ]
    if answer.kind == "abstention":
        parts.append(
            Abstained(pieces(answer.abstention or texts(answer.language)("answer.abstained"), markers))
        )
    if answer.items:
        parts.append(items_of(turn, showing.sort, markers, showing.t))
    if answer.notes:
        parts.append(Notes(tuple(pieces(note, markers) for note in answer.notes)))
    if sources := _sources(turn, showing, markers):
        parts.append(sources)
    parts.append(Actions(turn.conversation, turn.number, thanked, showing.rated, thanked and showing.why))
    if answer.suggestions and turn.number == showing.latest:
        parts.append(Suggested(answer.suggestions, turn.conversation))
    return TurnView(
        turn.number, turn.question, answer.language, answer.kind, tuple(parts), _summary(answer, showing.t)
    )


def segments(quote: str, marks: Sequence[Span]) -> tuple[Segment, ...]:
    """The quote cut at its marks, which may overlap or reach past its end."""
    cut: list[Segment] = []
    at = 0
    for start, end in sorted(marks):
        start, end = max(start, at), min(end, len(quote))
        if start >= end:
            continue
        cut += [Segment(quote[at:start], False)] if start > at else []
        cut.append(Segment(quote[start:end], True))
        at = end
    return tuple([*cut, Segment(quote[at:], False)] if at < len(quote) else cut)


def _said(
    statement: Statement, lead: bool, answer: Answer, showing: Showing, markers: Mapping[int, Marker]
) -> Said:
    first = next(one for one in answer.citations if one.number == statement.citations[0])
    language = _language(first, showing, answer.language)
    return Said(
        statement.exact,
        statement.framing,
        segments(statement.quote, statement.marks),
        QUOTES[language],
        language,
        markers_of(statement.citations, markers),
        lead,
    )


def _marker(citation: Citation, turn: Turn) -> Marker:
    span, asked = Span(citation.start, citation.end), f"{turn.conversation}.{turn.number}"
    return Marker(
        citation.number,
        cited_address(citation.document, span, version=citation.version, turn=asked),
        f"{citation.title}, {citation.place}",
    )


def _sources(turn: Turn, showing: Showing, markers: Mapping[int, Marker]) -> Sources | None:
    """The cited documents in the order of their first marker; all of them where the answer abstains."""
    answer = turn.answer
    shown = [one for one in answer.citations if answer.kind == "abstention" or one.number in _used(answer)]
    grouped: dict[str, list[Citation]] = {}
    for citation in shown:
        grouped.setdefault(citation.document, []).append(citation)
    sources = tuple(_source(cited, showing, markers) for cited in grouped.values())
    nearest = answer.kind == "abstention" and not _noted(answer)
    return Sources(sources, len(shown), nearest) if sources else None


def _source(cited: Sequence[Citation], showing: Showing, markers: Mapping[int, Marker]) -> Source:
    first = cited[0]
    language = _language(first, showing, showing.t.language)
    document = showing.documents.get(first.document)
    day = document.date if document else None
    address = web_address(first.address)
    return Source(
        title=first.title,
        language=language,
        signs=QUOTES[language],
        day=showing.t.day(day) if day else "",
        iso_day=day.isoformat() if day else "",
        address=address,
        host=(urlsplit(address).hostname or "").removeprefix("www."),
        gone=document is None,
        outdated=showing.t.day(date.fromisoformat(first.outdated)) if first.outdated else "",
        quoted=tuple(
            Quoted(
                one.number,
                one.place,
                one.quote,
                one.repaired,
                one.ocr,
                one.review,
                one.version > 0,
                markers[one.number].address,
            )
            for one in cited
        ),
    )


def web_address(address: str | None) -> str:
    """The address where it is one a browser may open; a document's own `javascript:` is none."""
    return address if address and re.match(r"https?://[^\s]+\Z", address, re.IGNORECASE) else ""


def _language(citation: Citation, showing: Showing, otherwise: Language) -> Language:
    document = showing.documents.get(citation.document)
    return document.language if document else otherwise


def _used(answer: Answer) -> frozenset[int]:
    stated = {number for one in answer.statements for number in one.citations}
    listed = {number for one in answer.items for number in one.citations}
    return frozenset(stated | listed | _noted(answer))


def _noted(answer: Answer) -> frozenset[int]:
    said = " ".join((answer.abstention, *answer.notes))
    known = {one.number for one in answer.citations}
    return frozenset(known & {int(number) for number in re.findall(r"\[(\d{1,4})\]", said)})


def _summary(answer: Answer, t: Texts) -> str:
    if answer.kind == "abstention":
        return answer.abstention or t("answer.abstained")
    first = answer.statements[0] if answer.statements else None
    said = (first.exact or first.framing or first.quote) if first else t("answer.items", n=len(answer.items))
    return f"{said} {t('answer.sources', n=len(_used(answer)))}"
