"""One group of like questions: what was answered, what is answered now, and what staff say of it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from assistant.asked.questions import Compared
from index.asked import Settled
from web.access import StaffRoute
from web.desk import desk_of
from web.i18n import Texts
from web.pages.staff.asked import GroupRow, Shown, group_of, questions_of, row_of, shown_of
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem
from web.retrials import Progress
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/questions", include_in_schema=False, route_class=StaffRoute)

# Wordings that are shown with their answers; the others are counted.
_SHOWN = 12
LONGEST_NOTE = 1_000
_SETTLED: dict[str, Settled] = {"added": "added", "not_ours": "not_ours", "open": ""}


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A wording with the answer that was shown and that of now; `stale` where the library changed since."""

    text: str
    asked: str
    before: Shown
    after: Shown | None
    verdict: str
    tried: str
    stale: bool


@dataclass(frozen=True, slots=True)
class QuestionPage(StaffPage):
    """A group with its wordings, the newest first. `settling` and `note` stand in the form, of whose note
    `wrong` says what is."""

    template: ClassVar[str] = "staff/question.html"
    group: GroupRow
    wordings: tuple[WordingRow, ...]
    comments: tuple[str, ...]
    note: str
    decided: str
    progress: Progress
    settling: str
    wrong: str
    longest: int


@router.get("/{group}")
def question(request: Request, group: str) -> Response:
    """The group."""
    return _page(request, group)


@router.post("/{group}/settle")
def settle(
    request: Request,
    group: str,
    settled: Annotated[str, Form(alias="as")] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    """Mark the group as settled, none of ours, or open again, with a note."""
    found = group_of(request, group)
    if settled not in _SETTLED:
        raise Problem(422, "form", field="as")
    if len(note) > LONGEST_NOTE:
        return _page(request, group, settling=settled, note=note)
    desk_of(request).backend.office.asked.settle(
        found.id, _SETTLED[settled], note.strip(), by=visitor_of(request).by
    )
    return RedirectResponse(f"/staff/questions/{found.id}", 303)


@router.post("/{group}/retry")
def retry(request: Request, group: str) -> Response:
    """Try the group's questions again."""
    desk = desk_of(request)
    found = group_of(request, group)
    asked = questions_of(desk)
    askings = asked.to_try(group=found.id)
    if desk.retrials.start(asked, askings):
        desk.backend.office.asked.record_retry(str(found.id), len(askings), by=visitor_of(request).by)
    return RedirectResponse(f"/staff/questions/{found.id}#now", 303)


def _row(one: Compared, t: Texts, *, stale: bool) -> WordingRow:
    return WordingRow(
        one.asking.text,
        t.day(one.asking.asked_at.date()),
        shown_of(one.before),
        shown_of(one.after) if one.after else None,
        one.retrial.verdict if one.retrial else "",
        t.day(one.retrial.tried_at.date()) if one.retrial else "",
        stale,
    )


def _page(request: Request, group: str, *, settling: str = "", note: str | None = None) -> Response:
    """The group's page; with a note that is too long, as it was typed."""
    desk = desk_of(request)
    asked = questions_of(desk)
    # Before what it found: a round that ends meanwhile is looked at once more.
    progress = desk.retrials.progress
    found = group_of(request, group)
    frame = staff_frame(request)
    row = row_of(found, frame.t)
    compared = asked.compared(found, _SHOWN)
    at = found.decision.at
    page = QuestionPage(
        frame,
        rooms_of(request),
        "questions",
        group=row,
        wordings=tuple(
            _row(one, frame.t, stale=one.retrial is not None and asked.is_stale(one.retrial))
            for one in compared
        ),
        comments=found.comments,
        note=found.decision.note if note is None else note,
        decided=frame.t("asked.decided", by=frame.t.actor(found.decision.by), day=frame.t.day(at.date()))
        if at
        else "",
        progress=progress,
        settling=settling or row.settled or "added",
        wrong=frame.t("asked.long_note", most=LONGEST_NOTE) if note is not None else "",
        longest=LONGEST_NOTE,
    )
    return desk.renderer.page(page, 200 if note is None else 422)
