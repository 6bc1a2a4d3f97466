"""What every page for staff is given."""

from dataclasses import dataclass

from starlette.requests import Request

from web.desk import desk_of
from web.pages.staff.rooms import Room, rooms_for
from web.rendering import Frame, Page
from web.visitor import visitor_of


@dataclass(frozen=True, slots=True)
class StaffPage(Page):
    """A page in one of the rooms; `room` is the key of that one."""

    rooms: tuple[Room, ...]
    room: str


def staff_frame(request: Request) -> Frame:
    """The frame of a page for staff."""
    desk = desk_of(request)
    return desk.renderer.frame(request, desk.warmup.warmth, "staff")


def rooms_of(request: Request) -> tuple[Room, ...]:
    """The rooms that whoever asks may enter."""
    return rooms_for(visitor_of(request))
