"""A job as a row of the page."""

from dataclasses import dataclass
from typing import Literal

from index.jobs import STAGES, Job
from web.i18n import Texts
from web.reasons import reason_in

# By the stage that a job has reached: what is counted on the way to which next one.
_READING = ("adding.reading", "stage.read")
_COUNTED = {
    "split": ("adding.embedding", "stage.embedded"),
    "embedded": ("adding.finding", "stage.facts"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A stage with its name; `at` says whether it was reached, is worked towards, or is still to come."""

    name: str
    at: Literal["done", "now", "ahead"]


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job in words. `document` is the id of its document, once it is held; `done` and `total` count the
    pages that are read, the sentences that are embedded, or the kinds of facts that were looked for, while
    that is done, and `counted` tells of it."""

    id: str
    name: str
    by: str
    state: str
    words: str
    reason: str
    steps: tuple[Step, ...]
    document: str
    done: int
    total: int
    counted: str
    towards: str
    can_cancel: bool
    can_retry: bool


def job_row(job: Job, counted: tuple[int, int] | None, t: Texts) -> JobRow:
    """The row of a job."""
    result = job.result
    done, total = counted or (0, 0)
    doing, towards = _COUNTED.get(job.stage or "", _READING)
    held = result is not None and result.is_held
    return JobRow(
        id=job.id,
        name=job.name,
        by=job.by,
        state=job.state,
        words=t(f"job.{result.status if result and held else job.state}"),
        reason=reason_in(t, result.reason) if result and result.reason else "",
        steps=_steps(job, t),
        document=(result.document or "") if result and held else "",
        done=done,
        total=total,
        counted=t(doing, done=done, total=total),
        towards=t(towards),
        can_cancel=not job.is_over,
        can_retry=job.can_retry,
    )


def _steps(job: Job, t: Texts) -> tuple[Step, ...]:
    """The stages of a job that is not held yet; one that is needs no telling how it came there."""
    if job.state == "done":
        return ()
    reached = STAGES.index(job.stage) + 1 if job.stage else 0
    now = reached if job.state == "working" else -1
    return tuple(
        Step(t(f"stage.{stage}"), "done" if at < reached else "now" if at == now else "ahead")
        for at, stage in enumerate(STAGES)
    )
