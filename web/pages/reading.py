"""How a document was read: the verdict on each page, what was put right in its lines, what was not kept."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from documents.model import Repair, Sheet, Span, Verdict
from web.access import ReaderRoute
from web.api.documents import held_document
from web.cited import cited_address
from web.desk import desk_of
from web.gallery import DECKS
from web.i18n import Texts
from web.leaves import leaf_at, leaves
from web.pages.documents import Entry, entry
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)

# Letters of its line on either side of what was put right; nearer repairs are told together.
_AROUND = 60
# More lines nobody looks through; the interface has all.
_MOST_LINES = 1_500
# So many pages in a row of which there is nothing to tell are told of in one line.
_MANY = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, and whether it differs before and after."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A line, or a part of one, before and after; `readings` are as likely, where nothing was changed."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    readings: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """A page's verdict with its reasons in words, and its counts; or those of a run of clean pages."""

    number: int
    label: str
    address: str
    verdict: Verdict
    verdict_words: str
    reasons: tuple[str, ...]
    words: int
    repaired: int
    unsure: int
    rejected: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pages have one verdict."""

    verdict: Verdict
    words: str
    pages: int


@dataclass(frozen=True, slots=True)
class ReadingPage(Page):
    """How a document was read. `more` says that not all changes are shown."""

    template: ClassVar[str] = "reading.html"
    entry: Entry
    tallies: tuple[Tally, ...]
    sheets: tuple[SheetView, ...]
    cut: tuple[str, ...]
    more: bool


@router.get("/documents/{document}/reading")
def reading(request: Request, document: str) -> Response:
    """How a document was read, page by page."""
    held, desk = held_document(request, document), desk_of(request)
    library = desk.backend.library
    frame = desk.renderer.frame(request, desk.warmup.warmth, "documents")
    text, repairs, sheets = library.text(held.id), library.repairs(held.id), library.sheets(held.id)
    found = leaves(text, library.document_passages(held.id), held.pages)
    changes: dict[int, list[Change]] = {}
    for near in list(_near(text, repairs))[:_MOST_LINES]:
        leaf = leaf_at(found, near[0].span.start)
        number = leaf.number if leaf else 1
        changes.setdefault(number, []).append(_change(text, near, held.id))
    kind = "document.whole" if not found else "document.slide" if held.format in DECKS else "document.page"
    page = ReadingPage(
        frame,
        entry=entry(held, frame.t),
        tallies=_tallies(sheets, frame.t),
        sheets=tuple(
            _view(one, changes.get(one[0].number, ()), (held.id, kind), frame.t)
            for one in _runs(sheets, changes)
        ),
        cut=library.cut(held.id),
        more=sum(map(len, changes.values())) >= _MOST_LINES,
    )
    return desk.renderer.page(page)


def _tallies(sheets: Sequence[Sheet], t: Texts) -> tuple[Tally, ...]:
    verdicts = dict.fromkeys(sheet.verdict for sheet in sheets)
    counted = {verdict: sum(sheet.verdict == verdict for sheet in sheets) for verdict in verdicts}
    return tuple(Tally(verdict, t(f"verdict.{verdict}"), pages) for verdict, pages in counted.items())


def _runs(sheets: Sequence[Sheet], changes: Container[int]) -> Iterator[Sequence[Sheet]]:
    """Each page by itself, but for many clean ones in a row."""
    for plain, group in groupby(sheets, key=lambda one: _is_plain(one, changes)):
        run = list(group)
        yield from [run] if plain and len(run) >= _MANY else ([one] for one in run)


def _is_plain(sheet: Sheet, changes: Container[int]) -> bool:
    """Whether there is nothing to tell of a page but that it is clean."""
    told = sheet.reasons or sheet.rejected or sheet.repaired or sheet.unsure or sheet.number in changes
    return sheet.verdict == "clean" and not told


def _view(run: Sequence[Sheet], changes: Sequence[Change], of: tuple[str, str], t: Texts) -> SheetView:
    document, kind = of
    whole = kind == "document.whole"
    sheet = run[0]
    label = t(kind, n=sheet.number)
    return SheetView(
        number=sheet.number,
        label=label if len(run) == 1 else t(f"{kind}s", first=sheet.number, last=run[-1].number),
        address=f"/documents/{document}" + ("" if whole else f"?page={sheet.number}#page-{sheet.number}"),
        verdict=sheet.verdict,
        verdict_words=t(f"verdict.{sheet.verdict}"),
        reasons=tuple(t(f"reason.{reason}") for reason in sheet.reasons),
        words=sum(one.words for one in run),
        repaired=sheet.repaired,
        unsure=sheet.unsure,
        rejected=sheet.rejected,
        changes=tuple(changes),
    )


def _near(text: str, repairs: Sequence[Repair]) -> Iterator[list[Repair]]:
    """The repairs of one line that stand near one another; one that was left alone stands by itself."""
    near: list[Repair] = []
    for repair in repairs:
        apart = near and (
            repair.span.start - near[-1].span.end > _AROUND
            or "\n" in text[near[-1].span.end : repair.span.start]
            or bool(near[-1].readings or repair.readings)
        )
        if apart:
            yield near
            near = []
        near.append(repair)
    if near:
        yield near


def _change(text: str, repairs: Sequence[Repair], document: str) -> Change:
    first, last = repairs[0].span, repairs[-1].span
    line = Span(text.rfind("\n", 0, first.start) + 1, _end_of_line(text, last.end))
    start, end = _words_around(text, line, Span(first.start, last.end))
    before, after = [Piece(("…" if start > line.start else "") + text[start : first.start])], list[Piece]()
    after.append(before[0])
    for at, repair in enumerate(repairs):
        going_on = repairs[at + 1].span.start if at + 1 < len(repairs) else end
        between = text[repair.span.end : going_on] + ("…" if going_on == end < line.end else "")
        before += [Piece(repair.original, True), Piece(between)]
        after += [Piece(text[slice(*repair.span)], True), Piece(between)]
    address = cited_address(document, Span(first.start, last.end))
    readings = tuple(one for repair in repairs for one in repair.readings)
    return Change(tuple(before), tuple(after), readings, address)


def _words_around(text: str, line: Span, changed: Span) -> Span:
    """Whole words of a line around what was changed in it."""
    start, end = changed.start - _AROUND, changed.end + _AROUND
    if start > line.start:
        blank = text.find(" ", start, changed.start)
        start = blank + 1 if blank >= 0 else changed.start
    if end < line.end:
        blank = text.rfind(" ", changed.end, end)
        end = blank if blank >= 0 else changed.end
    return Span(max(start, line.start), min(end, line.end))


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
