"""Words that a document has no more, in the version that had them last, while staff stand by them."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from documents.model import Span
from index.versions import Version
from web.access import ReaderRoute
from web.api.documents import held_document
from web.cited import cited_span
from web.desk import Desk, desk_of
from web.pages.article import Article, Group, begun
from web.pages.documents import Entry, entry
from web.pages.house import local
from web.problem import Problem
from web.rendering import Page
from web.whole import whole

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)

# So much of the text before and after is shown: what the words meant, and not all that was replaced.
_AROUND = 400


@dataclass(frozen=True, slots=True)
class EarlierPage(Page):
    """The cited words among those around them; `until` is when the version was replaced, `back` the answer
    that cites them."""

    template: ClassVar[str] = "earlier.html"
    entry: Entry
    number: int
    title: str
    until: str
    iso_until: str
    groups: tuple[Group, ...]
    back: str


@router.get("/documents/{document}/earlier/{number}")
def earlier(
    request: Request, document: str, number: str, start: str = "", end: str = "", turn: str = ""
) -> Response:
    """A span of an earlier version that a decision of staff stands on. Raises: Problem 404 for any other."""
    desk, held = desk_of(request), held_document(request, document)
    span, version = _cited(desk, held.id, number, cited_span(start, end))
    text = desk.backend.office.history.versions.text(held.id, version.number)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "documents")
    conversation, _, asked = turn.rpartition(".")
    return desk.renderer.page(
        EarlierPage(
            frame,
            entry=entry(held, frame.t),
            number=version.number,
            title=version.title,
            until=frame.t.day(version.replaced_at.date()) if version.replaced_at else "",
            iso_until=version.replaced_at.date().isoformat() if version.replaced_at else "",
            groups=begun(Article(text, (), span).groups(_around(text, span)))[0],
            back=local(f"/c/{conversation}#turn-{asked}") if conversation and whole(asked) else "",
        )
    )


def _cited(desk: Desk, document: str, number: str, span: Span | None) -> tuple[Span, Version]:
    """The span that a decision stands on, and the version that has it. Raises: Problem 404."""
    office, known = desk.backend.office, whole(number)
    if not known or span is None or not office.review.stands_on(document, known, span):
        raise Problem(404, "version", field="number")
    return span, next(one for one in office.history.versions.of(document) if one.number == known)


def _around(text: str, span: Span) -> Span:
    """The lines around a span, whole where they are not long."""
    start = text.rfind("\n", 0, max(0, span.start - _AROUND)) + 1
    end = text.find("\n", min(len(text), span.end + _AROUND))
    return Span(start, len(text) if end < 0 else end)
