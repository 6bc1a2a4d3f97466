"""What was asked for and is not held, so that staff see which document is missing; also as a file."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.asked.lacking import Lack
from web.access import StaffRoute
from web.desk import desk_of
from web.i18n import Texts
from web.pages.sheet import Sheet, exported, form_of
from web.pages.staff.asked import questions_of, taken_in
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame

router = APIRouter(prefix="/staff/questions", include_in_schema=False, route_class=StaffRoute)

# Groups that are looked into, those with most questions first.
_GROUPS = 500


@dataclass(frozen=True, slots=True)
class LackRow:
    """Something that is missing."""

    what: str
    name: str
    attribute: str
    questions: int
    last: str
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MissingPage(StaffPage):
    """What is missing, the most asked for first."""

    template: ClassVar[str] = "staff/missing.html"
    lacks: tuple[LackRow, ...]


@router.get("/missing")
def missing(request: Request) -> Response:
    """What open questions ask for that the library does not say."""
    frame = staff_frame(request)
    page = MissingPage(
        frame,
        rooms_of(request),
        "questions",
        lacks=tuple(_row(one, frame.t) for one in _lacks(request)),
    )
    return desk_of(request).renderer.page(page)


@router.get("/missing.{ending}")
def file(request: Request, ending: str) -> Response:
    """The same as a file."""
    form = form_of(ending)
    t = staff_frame(request).t
    heads = {key: t(f"asked.missing.{key}") for key in ("what", "name", "attribute", "questions", "last")}
    rows = tuple(
        (t(f"asked.what.{one.what}"), one.name, _attribute(one, t), one.questions, one.last.isoformat())
        for one in _lacks(request)
    )
    return exported(Sheet("missing", heads, rows, {}), form)


def _lacks(request: Request) -> tuple[Lack, ...]:
    asked = questions_of(desk_of(request))
    taken_in(desk_of(request), asked)
    wanting = [one for one in asked.groups() if one.is_open and one.silent]
    return asked.lacks(wanting[:_GROUPS])


def _row(lack: Lack, t: Texts) -> LackRow:
    return LackRow(
        lack.what, lack.name, _attribute(lack, t), lack.questions, t.day(lack.last), lack.groups[:5]
    )


def _attribute(lack: Lack, t: Texts) -> str:
    return (t.get(f"detail.{lack.attribute}") or lack.attribute) if lack.attribute else ""
