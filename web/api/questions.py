"""GET /api/v1/questions and POST /api/v1/questions/{group}/retry."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse

from assistant.asked.groups import Group
from web.access import StaffRoute
from web.api.forms import Day
from web.api.forms_asked import ProgressForm, QuestionsForm
from web.desk import desk_of
from web.pages.staff.asked import group_of, questions_of, taken_in
from web.problem import documented
from web.question_filter import QuestionFilter, Standing
from web.visitor import visitor_of

router = APIRouter(prefix="/api/v1", tags=["questions"], route_class=StaffRoute)

_EXAMPLES = 10


@router.get("/questions", response_model=QuestionsForm, responses=documented(401, 403, 422, 503))
def questions(
    request: Request,
    kind: Literal["silent", "down", "often"] | None = None,
    since: Annotated[Day, Query()] = None,
    q: Annotated[str, Query(max_length=200)] = "",
    state: Standing = "open",
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> JSONResponse:
    """What people asked: groups of questions that mean the same, those that want an answer most first."""
    asked = questions_of(desk_of(request))
    waiting = taken_in(desk_of(request), asked)
    found = QuestionFilter(kind, since, q, state).chosen(asked.groups())
    told = {"found": len(found), "waiting": waiting, "groups": [_group(one) for one in found[:limit]]}
    return JSONResponse(told)


@router.post(
    "/questions/{group}/retry",
    status_code=202,
    response_model=ProgressForm,
    responses=documented(401, 403, 404, 422, 503),
)
def retry(request: Request, group: str) -> JSONResponse:
    """Try a group's questions again, after those being tried already; `GET /api/v1/questions` has the verdict
    once it is over."""
    desk = desk_of(request)
    found = group_of(request, group)
    asked = questions_of(desk)
    askings = asked.to_try(group=found.id)
    begun = desk.retrials.start(asked, askings)
    if begun:
        desk.backend.office.asked.record_retry(str(found.id), len(askings), by=visitor_of(request).by)
    progress = desk.retrials.progress
    told = {"begun": begun, "total": progress.total, "done": progress.done, "running": progress.running}
    return JSONResponse(told, 202)


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "question": group.text,
        "examples": [one.text for one in group.newest[:_EXAMPLES]],
        "reasons": list(group.reasons),
        "count": group.count,
        "not_answered": group.silent,
        "rated_down": group.down,
        "comments": list(group.comments),
        "languages": list(group.languages),
        "first": group.first.isoformat(),
        "last": group.last.isoformat(),
        "open": group.is_open,
        "settled": group.decision.settled or None,
        "note": group.decision.note,
        "now": group.verdict,
    }
