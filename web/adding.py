"""Adding: files and addresses become jobs, which are looked at, cancelled and tried again."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from starlette.requests import Request

from index.errors import BusyError, JobError, UnknownJobError
from index.jobs import STAGES, Job, Jobs
from web.desk import Desk, desk_of, warming
from web.fetch.address import read_address
from web.problem import Problem
from web.visitor import visitor_of

Begun = TypeVar("Begun")

_LONGEST_NAME = 255
_LONGEST_PATH = 1_000


def take_file(request: Request, name: str, content: bytes) -> Job:
    """The job of a file that was sent. Raises: Problem 503 where it would never be worked on."""
    return _begin(request, lambda desk, by: desk.backend.office.jobs.receive(name, content, by=by))


def take_address(request: Request, typed: str) -> Job:
    """The job of an address that is to be fetched. Raises: FetchError; Problem 503, as above."""
    address = read_address(typed)
    return _begin(request, lambda desk, by: desk.backend.office.jobs.request(address, by=by))


def job_of(request: Request, job: str) -> Job:
    """The job with that id. Raises: Problem 404."""
    try:
        return desk_of(request).backend.office.jobs.find(job)
    except UnknownJobError:
        raise Problem(404, "job", field="job") from None


def cancel(request: Request, job: str) -> Job:
    """The job, cancelled. Raises: Problem 404; 409 where it is over."""
    return _changed(job, lambda: _jobs(request).cancel(job, by=visitor_of(request).by))


def retry(request: Request, job: str) -> Job:
    """The job, waiting once more. Raises: Problem 404; 409 where there is nothing to try again; 503."""
    return _begin(request, lambda desk, by: _changed(job, lambda: _jobs(request).retry(job, by=by)))


def retry_every(request: Request) -> None:
    """Nothing; all that was not added waits once more, as far as it can. Raises: Problem 503."""
    _begin(request, lambda desk, by: desk.backend.office.jobs.retry_all(by=by))


def progress_of(desk: Desk, job: Job) -> float:
    """How much of its way a job has gone, from 0 to 1."""
    if job.is_over:
        return 1.0
    stages = STAGES.index(job.stage) + 1 if job.stage else 0
    done, total = counted(desk, job) or (0, 1)
    return round((stages + done / max(total, 1)) / len(STAGES), 3)


def base_name(filename: str) -> str:
    """The last part of the name a browser sent. Raises: Problem 422 when nothing is left."""
    return _allowed(PurePath(filename.replace("\\", "/")).name, _LONGEST_NAME)


def name_in_folder(filename: str) -> str:
    """The way to a file from the folder that was chosen, as `add FOLDER` names it.

    Raises: Problem 422 when nothing is left of it.
    """
    parts = [part for part in re.split(r"[\\/]", filename) if part not in ("", ".", "..")]
    return _allowed("/".join(parts[1:] or parts), _LONGEST_PATH)


def _allowed(name: str, longest: int) -> str:
    if not name or not name.isprintable() or len(name) > longest:
        raise Problem(422, "file_name", field="file")
    return name


def _jobs(request: Request) -> Jobs:
    return desk_of(request).backend.office.jobs


def counted(desk: Desk, job: Job) -> tuple[int, int] | None:
    """How many of how many pages, sentences or kinds of facts a job has behind it before its next stage."""
    engine = desk.warmup.engine
    return engine.intake.progress(job) if engine else None


def _begin(request: Request, begin: Callable[[Desk, str], Begun]) -> Begun:
    desk = desk_of(request)
    if desk.warmup.warmth.state == "failed":
        raise warming(desk.warmup)
    try:
        begun = begin(desk, visitor_of(request).by)
    except BusyError:
        raise Problem(503, "busy", headers={"Retry-After": "10"}) from None
    # While it warms up there is nobody to wake: what waits then is found when it is warm.
    if desk.warmup.engine is not None:
        desk.warmup.engine.intake.wake()
    return begun


def _changed(job: str, change: Callable[[], Job]) -> Job:
    try:
        return change()
    except UnknownJobError:
        raise Problem(404, "job", field="job") from None
    except JobError as error:
        raise Problem(409, f"job_{error.fault}", field="job") from None
