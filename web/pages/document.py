"""A document's pages, slides or text, with the cited span marked, and the way to the next citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.model import Citation
from documents.model import Sheet, Span
from index.model import StoredDocument, StoredPassage
from web.access import ReaderRoute
from web.api.documents import held_document
from web.cautions import Caution, cautions
from web.cited import adding_address, cited_address, cited_span
from web.desk import Desk, desk_of
from web.gallery import DECKS
from web.i18n import Texts
from web.leaves import Leaf, leaf_at, leaves
from web.pages.article import Article, Contents, Group, Mend, begun, headings, passage_at, without_title
from web.pages.chat import turns_of
from web.pages.documents import Entry, entry
from web.pages.leaf_views import LeafView, Paper, Ways, contents_of, leaf_views, others, shown_with
from web.pages.page_image import page_number
from web.problem import Problem
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)


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
class Choice:
    """One way to look at a deck."""

    label: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class DocumentPage(Page):
    """A document, with the cited span marked; `notice` says why one that is asked for is not.

    It is either in `leaves`, pages or slides, of which `others` are not shown, or in `groups` of lines, with
    what was repaired in them. `add` is where staff add a fact that the marked words state. `waiting` is said
    while a deck's pictures are being made.
    """

    template: ClassVar[str] = "document.html"
    entry: Entry
    cautions: tuple[Caution, ...]
    leaves: tuple[LeafView, ...]
    others: tuple[Contents, ...]
    groups: tuple[Group, ...]
    mends: tuple[Mend, ...]
    contents: tuple[Contents, ...]
    cited_place: str
    add: str
    notice: str
    choices: tuple[Choice, ...]
    waiting: str
    step: Step | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address asks for, as it was written."""

    start: str = ""
    end: str = ""
    turn: str = ""
    page: str = ""
    view: str = ""

    @property
    def span(self) -> Span | None:
        """The span, if that is what `start` and `end` are."""
        return cited_span(self.start, self.end)

    def query(self, *, view: str | None = None) -> str:
        """The same as the beginning of a query, without the page."""
        chosen = self.view if view is None else view
        asked = {"start": self.start, "end": self.end, "turn": self.turn, "view": chosen}
        kept = {name: value for name, value in asked.items() if value}
        return f"{urlencode(kept)}&" if kept else ""


@router.get("/documents/{document}")
def document(
    request: Request,
    document: str,
    start: str = "",
    end: str = "",
    turn: str = "",
    page: str = "",
    view: str = "",
) -> Response:
    """A document; `start` and `end` mark a span of it, `turn` is the answer that cites it."""
    desk = desk_of(request)
    held = held_document(request, document)
    asked = _Asked(start, end, turn, page, view if view in ("card", "picture") else "")
    library = desk.backend.library
    text, passages, sheets = (
        library.text(held.id),
        library.document_passages(held.id),
        library.sheets(held.id),
    )
    step = _step(request, held.id, asked)
    # A document that was replaced has other words there than those that were cited.
    changed = step is not None and asked.span is not None and text[slice(*asked.span)] != step.quote
    cited = asked.span if asked.span and asked.span.end <= len(text) and not changed else None
    place = passage_at(passages, cited.start) if cited else None
    frame = desk.renderer.frame(request, desk.warmup.warmth, "documents")
    body = _body(desk, _Text(held, text, passages, sheets, cited), asked, frame.t)
    shown = DocumentPage(
        frame,
        entry=entry(held, frame.t),
        cautions=cautions(held, sheets, frame.t),
        leaves=body.leaves,
        others=body.others,
        groups=body.groups,
        mends=body.mends,
        contents=body.contents,
        cited_place=place.place.label if place else "",
        add=adding_address(held.id, cited) if cited and frame.visitor.may("staff") else "",
        notice=_notice(frame.t, changed=changed) if cited is None and (start or end) else body.notice,
        choices=body.choices,
        waiting=body.waiting,
        step=step,
    )
    return desk.renderer.page(shown)


@dataclass(frozen=True, slots=True)
class _Text:
    """A document's text, how it was read, and the span of it that is marked."""

    held: StoredDocument
    text: str
    passages: tuple[StoredPassage, ...]
    sheets: tuple[Sheet, ...]
    cited: Span | None


@dataclass(frozen=True, slots=True)
class _Body:
    """What a page shows of the document itself."""

    contents: tuple[Contents, ...]
    leaves: tuple[LeafView, ...] = ()
    others: tuple[Contents, ...] = ()
    groups: tuple[Group, ...] = ()
    mends: tuple[Mend, ...] = ()
    choices: tuple[Choice, ...] = ()
    waiting: str = ""
    notice: str = ""


def _body(desk: Desk, one: _Text, asked: _Asked, t: Texts) -> _Body:
    article = Article(one.text, one.passages, one.cited, desk.backend.library.repairs(one.held.id))
    found = leaves(one.text, one.passages, one.held.pages)
    if found:
        return _in_leaves(desk, (one, article, found), asked, t)
    groups, _ = begun(without_title(article.groups(), one.held.title))
    listed = tuple(entry for entry in headings(one.passages) if entry.label != one.held.title)
    return _Body(listed, groups=groups, mends=article.mends())


def _in_leaves(desk: Desk, read: tuple[_Text, Article, tuple[Leaf, ...]], asked: _Asked, t: Texts) -> _Body:
    one, article, found = read
    gallery, held = desk.gallery, one.held
    drawn = held.format not in DECKS or asked.view == "picture"
    state = gallery.draw_slides(held) if asked.view == "picture" else gallery.slides(held)
    sizes = gallery.sizes(held) if drawn else ()
    sheets = {sheet.number: sheet for sheet in one.sheets}
    paper = Paper(held, one.text, found, article, one.cited, sheets, sizes)
    shown = shown_with(paper, _number(found, one.cited, asked))
    ways = Ways(held.id, asked.query(), frozenset(leaf.number for leaf in shown))
    return _Body(
        contents_of(paper, ways, t),
        leaves=leaf_views(paper, shown, ways, gallery, t),
        others=others(paper, shown, ways, t),
        choices=_choices(held, asked, t) if state != "none" else (),
        waiting=t("document.making") if drawn and state == "making" else "",
        notice=t("document.no_pictures") if drawn and not sizes and state in ("ready", "failed") else "",
    )


def _number(found: Sequence[Leaf], cited: Span | None, asked: _Asked) -> int:
    """The leaf to show: that asked for, or the cited one, or the first. Raises: Problem 404."""
    if not asked.page:
        leaf = leaf_at(found, cited.start) if cited else None
        return leaf.number if leaf else found[0].number
    number = page_number(asked.page)
    if all(leaf.number != number for leaf in found):
        raise Problem(404, "page", field="page")
    return number


def _choices(held: StoredDocument, asked: _Asked, t: Texts) -> tuple[Choice, ...]:
    chosen = asked.view or "card"
    page = f"page={asked.page}" if asked.page else ""
    fragment = f"#page-{asked.page}" if asked.page else "#cited" if asked.span else ""
    return tuple(
        Choice(
            t(words),
            f"/documents/{held.id}?{asked.query(view=view)}{page}{fragment}",
            view == chosen,
        )
        for view, words in (("card", "view.card"), ("picture", "view.picture"))
    )


def _notice(t: Texts, *, changed: bool) -> str:
    return t("document.changed") if changed else t("document.lost")


def _step(request: Request, document: str, asked: _Asked) -> Step | None:
    """The neighbours of this citation in its answer; None when the answer is gone or never cited it."""
    if not asked.turn or asked.span is None:
        return None
    conversation, _, number = asked.turn.rpartition(".")
    try:
        turns = turns_of(desk_of(request), conversation)
    except Problem:
        # The link was shared and the conversation has since gone: the document is still worth reading.
        return None
    citations = next((one.answer.citations for one in turns if str(one.number) == number), ())
    at = _position(citations, document, asked.span)
    if at is None:
        return None
    return Step(
        number=citations[at].number,
        of=len(citations),
        quote=citations[at].quote,
        quote_place=citations[at].place,
        back=f"/c/{conversation}#turn-{number}",
        before=_address(citations[at - 1], asked) if at else "",
        after=_address(citations[at + 1], asked) if at + 1 < len(citations) else "",
    )


def _position(citations: Sequence[Citation], document: str, cited: Span) -> int | None:
    spans = [(one.document, one.version, one.start, one.end) for one in citations]
    return spans.index((document, 0, *cited)) if (document, 0, *cited) in spans else None


def _address(citation: Citation, asked: _Asked) -> str:
    span = Span(citation.start, citation.end)
    return cited_address(citation.document, span, version=citation.version, turn=asked.turn, view=asked.view)
