"""Keeping the library: how it is, a backup to take away, a check, and words and vectors made anew."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from index.encoder import Encoder
from web.access import AdministratorRoute
from web.chosen_model import model_name
from web.desk import Desk, desk_of
from web.findings import fault_text, mend_text
from web.i18n import Texts
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem
from web.reasons import reason_in
from web.upkeep import BusyUpkeepError, Course, Rebuilding
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/keeping", include_in_schema=False, route_class=AdministratorRoute)

_MODEL_CHARS = 500


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that was found, or a document that could not be read again: what, why, and the way back."""

    thing: str
    fault: str
    mend: str


@dataclass(frozen=True, slots=True)
class CourseView:
    """How far work is, in words. `said` is what came of it, where it is over; `bad`: it went badly."""

    under_way: bool
    by: str
    begun: str
    part: str
    done: int
    of: int
    said: str
    bad: bool
    wrong: tuple[Wrong, ...]
    more: int


@dataclass(frozen=True, slots=True)
class KeepingPage(StaffPage):
    """How the library is kept, and what is being done to it; `again` is where the page is to be had with how
    far that is by then, empty where nothing is under way. `typed` stands in the field for a model, `wrong` is
    what is wrong with it."""

    template: ClassVar[str] = "staff/keeping.html"
    backed_up: str
    model: str
    model_since: str
    size: str
    free: str
    check: CourseView | None
    rebuild: CourseView | None
    again: str
    typed: str
    wrong: str
    model_chars: int


@router.get("")
def keeping(request: Request, again: str = "") -> Response:
    """How the library is kept. A page with work under way loads itself `again`."""
    return _page(request, again=again)


@router.post("/check")
def check(request: Request) -> Response:
    """Begin to look through the library. Raises: Problem 409 while other work is under way."""
    desk = desk_of(request)
    try:
        desk.backend.upkeep.check(_encoder(desk), by=visitor_of(request).by)
    except BusyUpkeepError as error:
        raise _busy(error) from None
    return RedirectResponse("/staff/keeping#check", 303)


@router.post("/rebuild")
def rebuild(
    request: Request,
    model: Annotated[str, Form()] = "",
    read: Annotated[bool, Form()] = False,
) -> Response:
    """Begin to make words and vectors anew. Raises: Problem 409 while other work is under way."""
    desk = desk_of(request)
    if len(model) > _MODEL_CHARS:
        return _page(request, typed=model)
    named = model_name(model.strip()) if model.strip() else None
    wanted = Rebuilding(named, read, visitor_of(request).by)
    try:
        desk.backend.upkeep.rebuild(_encoder(desk), wanted)
    except BusyUpkeepError as error:
        raise _busy(error) from None
    return RedirectResponse("/staff/keeping#rebuild", 303)


@router.post("/backup")
def backup(request: Request) -> Response:
    """The whole library as a file, made while others use it. Raises: Problem 503 where none can be made."""
    download = desk_of(request).backend.upkeep.back_up(by=visitor_of(request).by)
    name = f"klastrownik-{datetime.now():%Y-%m-%d-%H%M}.sqlite"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(download.size_bytes),
        "Cache-Control": "no-store",
    }
    return StreamingResponse(download.pieces, headers=headers, media_type="application/vnd.sqlite3")


def _page(request: Request, *, again: str = "", typed: str = "") -> Response:
    """The page; with the name of a model that is too long, as it was typed."""
    desk = desk_of(request)
    frame = staff_frame(request)
    t, condition, upkeep = frame.t, desk.backend.upkeep.condition(), desk.backend.upkeep
    check, rebuild = upkeep.course("check"), upkeep.course("rebuild")
    used = condition.model
    page = KeepingPage(
        frame,
        rooms_of(request),
        "keeping",
        backed_up=_moment(condition.backed_up_at, t) if condition.backed_up_at else "",
        model=(used.name or t("keeping.default_model")) if used else "",
        model_since=_moment(used.since, t) if used else "",
        size=_size(condition.size_bytes, t),
        free=_size(condition.free_bytes, t),
        check=_view(check, t),
        rebuild=_view(rebuild, t),
        again=_again(next((one for one in (check, rebuild) if one and one.ended_at is None), None), again),
        typed=typed,
        wrong=t("keeping.long_model", most=_MODEL_CHARS) if typed else "",
        model_chars=_MODEL_CHARS,
    )
    return desk.renderer.page(page, 422 if typed else 200)


def _encoder(desk: Desk) -> Encoder | None:
    engine = desk.warmup.engine
    return engine.encoder() if engine is not None and engine.encoder is not None else None


def _busy(error: BusyUpkeepError) -> Problem:
    return Problem(409, "upkeep", values={"by": error.course.by})


def _again(under_way: Course | None, before: str) -> str:
    if under_way is None:
        return ""
    # Another address each time: to one that differs in its fragment alone, browsers only scroll.
    return f"/staff/keeping?again={'no' if before == 'yes' else 'yes'}#{under_way.kind}"


def _view(course: Course | None, t: Texts) -> CourseView | None:
    if course is None:
        return None
    found = [Wrong(one.thing, fault_text(one, t), _plain(mend_text(one, t))) for one in course.findings]
    failed = [Wrong(one.file, reason_in(t, one.reason or one.status), "") for one in course.failures]
    wrong = (*found, *failed)
    return CourseView(
        under_way=course.ended_at is None,
        by=course.by,
        begun=_moment(course.begun_at, t),
        part=t(f"keeping.part.{course.part}") if course.part else "",
        done=course.done,
        of=course.of,
        said=_said(course, t) if course.ended_at else "",
        bad=bool(course.reason or course.wrong),
        wrong=wrong,
        more=course.wrong - len(wrong),
    )


def _said(course: Course, t: Texts) -> str:
    if course.reason:
        return t("keeping.broke_off", reason=reason_in(t, course.reason))
    if course.kind == "check":
        return t("keeping.found", n=course.wrong) if course.wrong else t("keeping.sound")
    return t("keeping.not_read", n=course.wrong) if course.wrong else t("keeping.rebuilt")


def _plain(text: str) -> str:
    """The text without the marks that set a command apart in a terminal."""
    return text.replace("`", "")


def _moment(moment: datetime, t: Texts) -> str:
    local = moment.astimezone()
    return f"{t.day(local.date())}, {local:%H:%M}"


def _size(size_bytes: int, t: Texts) -> str:
    megabytes = size_bytes / 1e6
    return (
        f"{t.number(round(megabytes / 1000))} GB"
        if megabytes >= 10_000
        else f"{t.number(round(megabytes))} MB"
    )
