"""The page on which staff add files and addresses, and see what becomes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from index.jobs import OPEN, STATES, State
from web.access import StaffRoute
from web.adding import base_name, cancel, counted, name_in_folder, retry, retry_every, take_address, take_file
from web.desk import Desk, desk_of
from web.fetch.errors import FetchError
from web.pages.staff.job_rows import JobRow, job_row
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem, worded
from web.reasons import reason_in
from web.rendering import Frame, Page
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/add", include_in_schema=False, route_class=StaffRoute)

Show = Literal["all", "open", "not_added", "ready"]
_STATES: Mapping[Show, tuple[State, ...]] = {
    "all": STATES,
    "open": OPEN,
    "not_added": ("refused", "failed", "cancelled"),
    "ready": ("done",),
}
_SHOWN = 50
_MOST_FILES = 1_000
_MOST_ADDRESSES = 200


@dataclass(frozen=True, slots=True)
class JobsPart(Page):
    """The jobs, newest first; `older` is the number before which there are more, if there are."""

    template: ClassVar[str] = "staff/jobs.html"
    rows: tuple[JobRow, ...]
    counts: Mapping[str, int]
    show: Show
    shows: tuple[Show, ...]
    before: int | None
    older: int | None
    trouble: str


@dataclass(frozen=True, slots=True)
class AddPage(StaffPage):
    """The form for files, that for addresses, and the jobs; `wrong` says what was not taken and why, of
    the form `wrong_in`: `files` or `addresses`."""

    template: ClassVar[str] = "staff/add.html"
    jobs: JobsPart
    megabytes: int
    watched: str
    taken: int
    fetching: int
    wrong: tuple[str, ...]
    wrong_in: str
    typed: str


@router.get("")
def page_for_adding(
    request: Request,
    show: Show = "all",
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    taken: Annotated[int, Query(ge=0, le=100_000)] = 0,
    fetching: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """The page."""
    return _page(request, show, before, taken=taken, fetching=fetching)


@router.get("/jobs")
def jobs_part(
    request: Request, show: Show = "all", before: Annotated[int | None, Query(ge=1, le=2**53)] = None
) -> Response:
    """The jobs alone, as the page has them, for the script that keeps them up to date."""
    part = _jobs(request, staff_frame(request), show, before)
    return HTMLResponse(desk_of(request).renderer.fragment(part), headers={"Cache-Control": "no-store"})


@router.post("")
async def add_files(request: Request) -> Response:
    """Take in the files of the form, each by itself; what is not taken is named with the reason."""
    desk_of(request).rates.add(request)
    async with request.form(max_files=_MOST_FILES, max_fields=10) as form:
        taken, problems = await _take(request, form)
    if request.headers.get("accept", "").startswith("application/json"):
        if problems:
            raise problems[0][1]
        return JSONResponse({"taken": taken}, 202)
    if problems or not taken:
        return await run_in_threadpool(_not_taken, request, taken, problems)
    return RedirectResponse(f"/staff/add?taken={taken}", 303)


@router.post("/addresses")
def add_addresses(request: Request, addresses: Annotated[str, Form(max_length=100_000)] = "") -> Response:
    """Have each of the addresses fetched; one that cannot be stays in the box, with the reason."""
    desk_of(request).rates.add(request)
    t = staff_frame(request).t
    typed = list(dict.fromkeys(line.strip() for line in addresses.splitlines() if line.strip()))
    wrong, left = [], typed[_MOST_ADDRESSES:]
    for line in typed[:_MOST_ADDRESSES]:
        try:
            take_address(request, line)
        except FetchError as error:
            wrong.append(t("adding.bad_address", address=line, reason=reason_in(t, error.reason)))
            left.append(line)
    taken = len(typed) - len(left)
    if wrong or left or not typed:
        problem = () if typed else (t("adding.no_address"),)
        return _page(request, "all", None, fetching=taken, wrong=(*problem, *wrong), typed="\n".join(left))
    return RedirectResponse(f"/staff/add?fetching={taken}", 303)


@router.post("/cancel")
def cancel_all(request: Request) -> Response:
    """Give up all that is not over."""
    desk_of(request).backend.office.jobs.cancel_all(by=visitor_of(request).by)
    return RedirectResponse("/staff/add", 303)


@router.post("/retry")
def retry_all(request: Request) -> Response:
    """Try all again that was not added, as far as its files are here."""
    retry_every(request)
    return RedirectResponse("/staff/add", 303)


@router.post("/{job}/cancel")
def cancel_job(request: Request, job: str) -> Response:
    """Give a job up."""
    cancel(request, job)
    return RedirectResponse("/staff/add", 303)


@router.post("/{job}/retry")
def retry_job(request: Request, job: str) -> Response:
    """Try a job again."""
    retry(request, job)
    return RedirectResponse("/staff/add", 303)


async def _take(request: Request, form: FormData) -> tuple[int, list[tuple[str, Problem]]]:
    """How many files of a form were taken, and each that was not with its problem."""
    taken, problems = 0, []
    for field, file in form.multi_items():
        # A box in which nothing was chosen is sent as a file without a name.
        if not isinstance(file, UploadFile) or not file.filename:
            continue
        try:
            name = name_in_folder(file.filename) if field == "folder" else base_name(file.filename)
            _check_size(desk_of(request), file)
            await run_in_threadpool(take_file, request, name, await file.read())
            taken += 1
        except Problem as problem:
            problems.append((file.filename, problem))
    return taken, problems


def _check_size(desk: Desk, file: UploadFile) -> None:
    most = desk.backend.upload_bytes
    if (file.size or 0) > most:
        raise Problem(413, "body_size", values={"kilobytes": most // 1000})


def _not_taken(request: Request, taken: int, problems: Sequence[tuple[str, Problem]]) -> Response:
    t = staff_frame(request).t
    named = [t("adding.sent_some", file=file, reason=worded(one, t).detail) for file, one in problems]
    wrong = named or [t("adding.sent_none")]
    status = problems[0][1].status_code if problems else 422
    return _page(request, "all", None, taken=taken, wrong=tuple(wrong), wrong_in="files", status=status)


def _page(
    request: Request,
    show: Show,
    before: int | None,
    *,
    taken: int = 0,
    fetching: int = 0,
    wrong: tuple[str, ...] = (),
    wrong_in: str = "addresses",
    typed: str = "",
    status: int = 0,
) -> Response:
    desk = desk_of(request)
    frame = staff_frame(request)
    page = AddPage(
        frame,
        rooms_of(request),
        "add",
        jobs=_jobs(request, frame, show, before),
        megabytes=desk.backend.upload_bytes // 1_000_000,
        watched=str(desk.backend.watched or ""),
        taken=taken,
        fetching=fetching,
        wrong=wrong,
        wrong_in=wrong_in,
        typed=typed,
    )
    return desk.renderer.page(page, status or (422 if wrong else 200))


def _jobs(request: Request, frame: Frame, show: Show, before: int | None) -> JobsPart:
    desk = desk_of(request)
    kept = desk.backend.office.jobs
    found = kept.listed(states=_STATES[show], before=before, limit=_SHOWN + 1)
    shown = found[:_SHOWN]
    engine = desk.warmup.engine
    older = shown[-1].number if len(found) > _SHOWN else None
    if show == "all" and before is None:
        # First, whatever has come since: they are what is waited for.
        working = kept.listed(states=("working",), limit=_SHOWN)
        shown = (*reversed(working), *(one for one in shown if one.state != "working"))
    counts = kept.counts()
    return JobsPart(
        frame,
        rows=tuple(job_row(one, counted(desk, one), frame.t) for one in shown),
        counts={
            "done": counts["done"],
            "working": counts["working"],
            "waiting": counts["waiting"],
            "failed": counts["refused"] + counts["failed"] + counts["cancelled"],
        },
        show=show,
        shows=tuple(_STATES),
        before=before,
        older=older,
        trouble=reason_in(frame.t, engine.intake.trouble or "") if engine else "",
    )
