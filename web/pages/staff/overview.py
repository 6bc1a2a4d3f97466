"""The first page for staff: how the library is, and what wants to be looked at."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from web.access import StaffRoute
from web.desk import desk_of
from web.pages.staff.asked import open_groups
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame

router = APIRouter(prefix="/staff", include_in_schema=False, route_class=StaffRoute)

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A document with pages that were not read as clean text."""

    id: str
    title: str
    unclear: int
    pages: int


@dataclass(frozen=True, slots=True)
class OverviewPage(StaffPage):
    """How much is held, and the documents with most pages to look at."""

    template: ClassVar[str] = "staff/overview.html"
    documents: int
    passages: int
    clusters: int
    doubtful: tuple[Doubtful, ...]
    unanswered: int
    answered_now: int


@router.get("")
def overview(request: Request) -> Response:
    """How the library is."""
    desk = desk_of(request)
    held = desk.backend.library.documents()
    groups = open_groups(desk)
    doubtful = sorted((one for one in held if one.unclear), key=lambda one: (-one.unclear, one.title))
    page = OverviewPage(
        staff_frame(request),
        rooms_of(request),
        "overview",
        documents=len(held),
        passages=sum(one.passages for one in held),
        clusters=len(desk.backend.registers().clusters),
        doubtful=tuple(
            Doubtful(one.id, one.title or one.file, one.unclear, one.pages) for one in doubtful[:_SHOWN]
        ),
        unanswered=sum(bool(one.silent) and one.verdict != "answered" for one in groups),
        answered_now=sum(one.verdict == "answered" for one in groups),
    )
    return desk.renderer.page(page)
