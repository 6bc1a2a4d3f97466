"""A document as those see it who keep it: its state, what can be done with it, and what is like it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from index.alike import UNLIKE
from index.errors import UnknownDocumentError, UnknownJobError
from index.model import StoredDocument
from web.access import StaffRoute
from web.adding import take_file
from web.api.documents import held_document, take_out
from web.cautions import Caution, cautions
from web.desk import desk_of
from web.i18n import Texts
from web.pages.documents import Entry, entry
from web.pages.staff.library import percent
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.reasons import reason_in
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/documents", include_in_schema=False, route_class=StaffRoute)

REASON_CHARS = 300


@dataclass(frozen=True, slots=True)
class Near:
    """A document that is nearly equal, and where the two are compared."""

    id: str
    title: str
    name: str
    share: str


@dataclass(frozen=True, slots=True)
class HeldPage(StaffPage):
    """A document's state and actions. `coming` tells of a new version that was sent, `is_coming` whether it
    is still on its way; `wrong` is what was wrong with a field, by its id, and those of the form for marking
    come back as they were sent."""

    template: ClassVar[str] = "staff/held.html"
    entry: Entry
    name: str
    added_by: str
    version: int
    versions: int
    facts: int
    cautions: tuple[Caution, ...]
    near: tuple[Near, ...]
    unlike: bool
    outdated: str
    outdated_by: str
    today: str
    since: str
    reason: str
    reason_chars: int
    wrong: Mapping[str, str]
    coming: str
    is_coming: bool
    said: str


@dataclass(frozen=True, slots=True)
class RemovePage(StaffPage):
    """Whether the document is really to be removed."""

    template: ClassVar[str] = "staff/remove.html"
    entry: Entry
    name: str


@router.get("/{document}")
def held(request: Request, document: str, said: str = "", job: str = "") -> Response:
    """A document's state; `job` is that of a new version on its way in."""
    return _page(request, held_document(request, document), said=said, job=job)


@router.post("/{document}/replace")
async def replace(request: Request, document: str) -> Response:
    """Take a file, whatever its name, for a new version of the document."""
    held = await run_in_threadpool(held_document, request, document)
    desk_of(request).rates.add(request)
    async with request.form(max_files=1, max_fields=2) as form:
        file = form.get("file")
        content = await file.read() if isinstance(file, UploadFile) and file.filename else None
    if content is None:
        return await run_in_threadpool(partial(_page, request, held, sent=_Sent("file")))
    job = await run_in_threadpool(take_file, request, held.name, content)
    return RedirectResponse(f"/staff/documents/{held.id}?job={job.id}", 303)


@router.post("/{document}/outdated")
def mark(
    request: Request,
    document: str,
    since: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Mark the document as out of date."""
    one = held_document(request, document)
    wanted, day = " ".join(reason.split()), _day(since)
    if day is None or len(wanted) > REASON_CHARS:
        field = "since" if day is None else "reason"
        return _page(request, one, sent=_Sent(field, since, reason))
    shelf = desk_of(request).backend.office.history.shelf
    shelf.mark_outdated(one.id, by=visitor_of(request).by, since=day, reason=wanted)
    return RedirectResponse(f"/staff/documents/{one.id}?said=marked", 303)


@router.post("/{document}/outdated/lift")
def lift(request: Request, document: str) -> Response:
    """Take the mark away."""
    one = held_document(request, document)
    desk_of(request).backend.office.history.shelf.lift_outdated(one.id, by=visitor_of(request).by)
    return RedirectResponse(f"/staff/documents/{one.id}?said=lifted", 303)


@router.get("/{document}/remove")
def ask_to_remove(request: Request, document: str) -> Response:
    """Ask whether it is really to be removed."""
    one, frame = held_document(request, document), staff_frame(request)
    page = RemovePage(frame, rooms_of(request), "documents", entry(one, frame.t), one.name)
    return desk_of(request).renderer.page(page)


@router.post("/{document}/remove")
def remove(request: Request, document: str) -> Response:
    """Remove it."""
    take_out(request, held_document(request, document))
    return RedirectResponse("/staff/documents/removed?said=removed", 303)


@dataclass(frozen=True, slots=True)
class _Sent:
    """The form for marking as it was sent, and the field in which something is wrong, of all on the page."""

    wrong: str = ""
    since: str = ""
    reason: str = ""


def _page(
    request: Request,
    one: StoredDocument,
    *,
    said: str = "",
    job: str = "",
    sent: _Sent = _Sent(),
) -> Response:
    desk, frame = desk_of(request), staff_frame(request)
    history, t = desk.backend.office.history, frame.t
    coming = _coming(request, one, job, t)
    page = HeldPage(
        frame,
        rooms_of(request),
        "documents",
        entry=entry(one, t),
        name=one.name,
        added_by=one.added_by,
        version=one.version,
        versions=len(history.versions.of(one.id)),
        facts=len(history.versions.facts(one.id, one.version)),
        cautions=cautions(one, desk.backend.library.sheets(one.id), t),
        near=tuple(
            Near(near.document, near.title, near.name, percent(near.share))
            for near in history.alike.near(one.id)
        ),
        unlike=one.likeness is not None and one.likeness < UNLIKE,
        outdated=t.day(one.outdated.since) if one.outdated else "",
        outdated_by=one.outdated.by if one.outdated else "",
        today=desk.backend.today().isoformat(),
        since=sent.since,
        reason=sent.reason,
        reason_chars=REASON_CHARS,
        wrong={sent.wrong: _wrong(sent.wrong, t)} if sent.wrong else {},
        coming=coming,
        is_coming=coming == t("history.coming.open"),
        said=_said(said, t),
    )
    return desk.renderer.page(page, 422 if sent.wrong else 200)


def _wrong(field: str, t: Texts) -> str:
    told = {
        "file": t("history.wrong.file"),
        "since": t("history.wrong.since"),
        "reason": t("history.wrong.reason", most=REASON_CHARS),
    }
    return told[field]


def _said(said: str, t: Texts) -> str:
    told = {
        "marked": t("history.said.marked"),
        "lifted": t("history.said.lifted"),
        "put_back": t("history.said.put_back"),
    }
    return told.get(said, "")


def _coming(request: Request, one: StoredDocument, job: str, t: Texts) -> str:
    """How far a new version is that was sent; nothing for a job of something else."""
    try:
        found = desk_of(request).backend.office.jobs.find(job) if job else None
    except UnknownJobError:
        return ""
    if found is None or found.name != one.name:
        return ""
    if not found.is_over or found.result is None:
        return t("history.coming.open")
    if not found.result.is_held:
        return t("history.coming.failed", reason=reason_in(t, found.result.reason or found.state))
    if found.result.status == "replaced":
        return t("history.coming.replaced", number=str(found.result.version))
    if found.result.status == "duplicate":
        return t("history.coming.duplicate", name=_name_of(request, found.result.document))
    return t("history.said.unchanged")


def _name_of(request: Request, document: str | None) -> str:
    """The name of the document that holds the same bytes, as far as it is known and still held."""
    try:
        return desk_of(request).backend.library.document(document or "").name
    except UnknownDocumentError:
        return "…"


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
