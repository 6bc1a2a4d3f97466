"""/api/v1/jobs: how far files are that were sent."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.security import HTTPBearer
from starlette.responses import JSONResponse

from index.jobs import STATES, Job, State
from web.access import ReaderRoute, StaffRoute
from web.adding import cancel, job_of, progress_of, retry, take_address
from web.api.forms import AddressForm, JobForm, JobsForm
from web.desk import desk_of
from web.fetch.errors import FetchError
from web.i18n import texts
from web.problem import Problem, documented, language_of
from web.reasons import reason_in
from web.visitor import visitor_of

# Its id is as long as a secret, and was told to whoever sent the file.
router = APIRouter(prefix="/api/v1", tags=["jobs"], route_class=ReaderRoute)
staff = APIRouter(prefix="/api/v1", tags=["jobs"], route_class=StaffRoute)

_bearer = Depends(HTTPBearer(auto_error=False, description="A staff token"))
_MOST_LISTED = 1_000


@router.get("/jobs/{job}", response_model=JobForm, responses=documented(404, 422, 503))
def job(request: Request, job: str) -> JSONResponse:
    """How far a job is, for whoever knows its id."""
    return JSONResponse(_job_json(request, job_of(request, job)))


@staff.get("/jobs", response_model=JobsForm, responses=documented(401, 403, 422, 503), dependencies=[_bearer])
def jobs(
    request: Request,
    state: Annotated[list[State] | None, Query()] = None,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST_LISTED)] = 100,
) -> JSONResponse:
    """The newest jobs, in the states named if any is, of those older than the number `before`."""
    kept = desk_of(request).backend.office.jobs
    found = kept.listed(states=tuple(state or STATES), before=before, limit=limit)
    shown = [_job_json(request, one) for one in found]
    return JSONResponse({"jobs": shown, "counts": kept.counts(), "trouble": _trouble(request)})


@staff.post(
    "/jobs/{job}/cancel",
    response_model=JobForm,
    responses=documented(401, 403, 404, 409, 422, 503),
    dependencies=[_bearer],
)
def cancelled(request: Request, job: str) -> JSONResponse:
    """Give a job up that is not over."""
    return JSONResponse(_job_json(request, cancel(request, job)))


@staff.post(
    "/jobs/{job}/retry",
    status_code=202,
    response_model=JobForm,
    responses=documented(401, 403, 404, 409, 422, 503),
    dependencies=[_bearer],
)
def retried(request: Request, job: str) -> JSONResponse:
    """Try a job again that was refused, failed or cancelled."""
    return accepted(request, retry(request, job))


@staff.post(
    "/documents/addresses",
    status_code=202,
    response_model=JobForm,
    responses=documented(400, 401, 403, 422, 503),
    dependencies=[_bearer],
)
def fetched(request: Request, asked: AddressForm) -> JSONResponse:
    """Fetch an address and add what is there; the job says what becomes of it."""
    try:
        return accepted(request, take_address(request, asked.address))
    except FetchError as error:
        reason = reason_in(texts(language_of(request)), error.reason)
        raise Problem(422, "address", field="address", values={"reason": reason}) from None


def accepted(request: Request, job: Job) -> JSONResponse:
    """The answer to whoever has begun a job."""
    return JSONResponse(_job_json(request, job), 202, {"Location": f"/api/v1/jobs/{job.id}"})


def _trouble(request: Request) -> str | None:
    engine = desk_of(request).warmup.engine
    return engine.intake.trouble if engine else None


def _job_json(request: Request, job: Job) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": job.id,
        "number": job.number,
        "file": job.file,
        "name": job.name,
        "address": job.address,
        "state": job.state,
        "stage": job.stage,
        "progress": progress_of(desk_of(request), job),
        "size_bytes": job.size_bytes,
        "attempt": job.attempt,
        "can_retry": job.can_retry,
        "created_at": job.created_at.isoformat(),
        "changed_at": job.changed_at.isoformat(),
    }
    if visitor_of(request).may("staff"):
        shown["by"] = job.by
    return (asdict(job.result) if job.result else {}) | shown
