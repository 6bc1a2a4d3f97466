"""All conversations removed at once, by an administrator."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from web.access import AdministratorRoute
from web.desk import desk_of
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/questions", include_in_schema=False, route_class=AdministratorRoute)


@dataclass(frozen=True, slots=True)
class ForgettingPage(StaffPage):
    """Asks before all conversations are removed."""

    template: ClassVar[str] = "staff/forgetting.html"
    conversations: int


@router.get("/removal")
def asked_whether(request: Request) -> Response:
    """What removing all conversations means, and the button for it."""
    desk = desk_of(request)
    held = desk.backend.conversations.count()
    page = ForgettingPage(staff_frame(request), rooms_of(request), "questions", conversations=held)
    return desk.renderer.page(page)


@router.post("/removal")
def remove(request: Request) -> Response:
    """Remove them."""
    desk_of(request).backend.conversations.remove_all(by=visitor_of(request).by)
    return RedirectResponse("/staff/questions", 303)
