"""What people asked, for staff: the groups, and trying all open ones again."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from web.access import StaffRoute
from web.desk import desk_of
from web.pages.staff.asked import GroupRow, questions_of, row_of, taken_in
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.question_filter import QuestionFilter, parse_filter
from web.retrials import Progress
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/questions", include_in_schema=False, route_class=StaffRoute)

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class QuestionsPage(StaffPage):
    """The groups that meet a filter; `waiting` questions are not in a group yet."""

    template: ClassVar[str] = "staff/questions.html"
    rows: tuple[GroupRow, ...]
    found: int
    chosen: QuestionFilter
    waiting: int
    keep_days: int
    progress: Progress
    answered_now: int
    may_remove: bool


@router.get("")
def questions(
    request: Request, kind: str = "", since: str = "", q: str = "", state: str = "open"
) -> Response:
    """The groups of like questions that want a look."""
    desk = desk_of(request)
    asked = questions_of(desk)
    chosen = parse_filter(kind, since, q, state)
    waiting = taken_in(desk, asked)
    desk.retrials.keep_up(asked)
    # Before what it found: a round that ends meanwhile is looked at once more.
    progress = desk.retrials.progress
    groups = asked.groups()
    found = chosen.chosen(groups)
    frame = staff_frame(request)
    page = QuestionsPage(
        frame,
        rooms_of(request),
        "questions",
        rows=tuple(row_of(one, frame.t) for one in found[:_SHOWN]),
        found=len(found),
        chosen=chosen,
        waiting=waiting,
        keep_days=desk.backend.keep_days,
        progress=progress,
        answered_now=sum(one.is_open and one.verdict == "answered" for one in groups),
        may_remove=visitor_of(request).may("administrator"),
    )
    return desk.renderer.page(page)


@router.post("/retry")
def retry(request: Request) -> Response:
    """Try all open questions again that went without an answer."""
    desk = desk_of(request)
    asked = questions_of(desk)
    asked.take_in()
    askings = asked.to_try()
    if desk.retrials.start(asked, askings):
        desk.backend.office.asked.record_retry("open", len(askings), by=visitor_of(request).by)
    return RedirectResponse("/staff/questions#progress", 303)
