"""Documents that were removed: how to undo it, and how to remove them for good."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from index.errors import SameContentError, TakenPlaceError, UnknownRemovalError
from index.removed import KEPT_DAYS, Removal
from web.access import AdministratorRoute, StaffRoute
from web.desk import desk_of
from web.i18n import Texts
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem
from web.visitor import visitor_of
from web.whole import whole

router = APIRouter(prefix="/staff/documents/removed", include_in_schema=False, route_class=StaffRoute)
administrators = APIRouter(
    prefix="/staff/documents/removed", include_in_schema=False, route_class=AdministratorRoute
)


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A removed document, and until which day that can be undone."""

    id: int
    title: str
    name: str
    removed: str
    iso_removed: str
    removed_by: str
    until: str


@dataclass(frozen=True, slots=True)
class RemovedPage(StaffPage):
    """What was removed, the latest first."""

    template: ClassVar[str] = "staff/removed.html"
    rows: tuple[RemovedRow, ...]
    days: int
    may_forget: bool
    said: str


@dataclass(frozen=True, slots=True)
class ForgetPage(StaffPage):
    """Whether it is really to be removed for good."""

    template: ClassVar[str] = "staff/forget.html"
    row: RemovedRow


@router.get("")
def removed(request: Request, said: str = "") -> Response:
    """What was removed in the last thirty days."""
    desk, frame = desk_of(request), staff_frame(request)
    t = frame.t
    told = {"removed": t("history.said.removed"), "forgotten": t("history.said.forgotten")}
    page = RemovedPage(
        frame,
        rooms_of(request),
        "documents",
        rows=tuple(_row(one, t) for one in desk.backend.office.history.removed.all()),
        days=KEPT_DAYS,
        may_forget=visitor_of(request).may("administrator"),
        said=told.get(said, ""),
    )
    return desk.renderer.page(page)


@router.post("/{removal}/undo")
def undo(request: Request, removal: str) -> Response:
    """Hold the document again."""
    found = removal_of(request, removal)
    return RedirectResponse(f"/staff/documents/{put_back(request, found)}?said=put_back", 303)


@administrators.get("/{removal}/forget")
def ask_to_forget(request: Request, removal: str) -> Response:
    """Ask whether it is really to be removed for good."""
    found, frame = removal_of(request, removal), staff_frame(request)
    page = ForgetPage(frame, rooms_of(request), "documents", _row(found, frame.t))
    return desk_of(request).renderer.page(page)


@administrators.post("/{removal}/forget")
def forget(request: Request, removal: str) -> Response:
    """Remove it for good."""
    found = removal_of(request, removal)
    desk_of(request).backend.office.history.removed.forget(found.id, by=visitor_of(request).by)
    return RedirectResponse("/staff/documents/removed?said=forgotten", 303)


def removal_of(request: Request, removal: str) -> Removal:
    """The removal with that id. Raises: Problem 404."""
    try:
        number = whole(removal)
        if number is None:
            raise UnknownRemovalError(removal)
        return desk_of(request).backend.office.history.removed.one(number)
    except UnknownRemovalError:
        raise Problem(404, "removal", field="removal") from None


def put_back(request: Request, found: Removal) -> str:
    """The id of the document, which is held again.

    Raises: Problem 404; 409 where another has its name or its bytes by now, or it cannot be read any more.
    """
    try:
        outcome = desk_of(request).engine().keeper.undo(found.id, by=visitor_of(request).by)
    except UnknownRemovalError:
        raise Problem(404, "removal", field="removal") from None
    except TakenPlaceError as error:
        raise Problem(409, "taken", values={"name": error.name}) from None
    except SameContentError as error:
        raise Problem(409, "same_content", values={"name": error.other}) from None
    if not outcome.is_held:
        raise Problem(409, "not_read", values={"reason": outcome.reason or ""})
    return found.document


def _row(one: Removal, t: Texts) -> RemovedRow:
    return RemovedRow(
        one.id,
        one.title,
        one.name,
        t.day(one.removed_at.date()),
        one.removed_at.date().isoformat(),
        one.removed_by,
        t.day(one.until.date()),
    )
