"""Work that outlives its request: files being added, one after the other."""

import logging
import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from index.outcome import Outcome
from web.errors import FORESEEN

State = Literal["waiting", "working", "done", "refused", "failed"]

_KEPT = 1_000
# How long the job in work is waited for at the end.
_PATIENCE_S = 5
_log = logging.getLogger("klastrownik")


class BusyError(Exception):
    """More jobs wait than are taken on."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file on its way in; `result` is there once it is over."""

    id: str
    file: str
    state: State
    created_at: datetime
    result: Outcome | None = None


class Jobs:
    """One worker: reading and embedding use every core there is, and two at once only wait for each other."""

    def __init__(self, waiting: int = 20) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._queue: queue.Queue[tuple[Job, Callable[[], Outcome]] | None] = queue.Queue(waiting)
        self._closed = threading.Event()
        self._worker = threading.Thread(target=self._run, name="jobs", daemon=True)

    def submit(self, file: str, work: Callable[[], Outcome]) -> Job:
        """The new job. Raises: BusyError when too many wait, or no more are taken."""
        job = Job(secrets.token_urlsafe(12), file, "waiting", datetime.now(UTC))
        with self._lock:
            if self._closed.is_set():
                raise BusyError(file)
            try:
                self._queue.put_nowait((job, work))
            except queue.Full:
                raise BusyError(file) from None
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
            if self._worker.ident is None:
                self._worker.start()
        return job

    def find(self, job: str) -> Job | None:
        """The job as it stands, or None."""
        with self._lock:
            return self._jobs.get(job)

    def close(self) -> None:
        """Take no more; what is in work ends on its own, and is whole or not at all; what waits is lost."""
        with self._lock:
            self._closed.set()
            started = self._worker.ident is not None
        if started:
            # It wakes a worker that has nothing to do; where the queue is full, it has.
            with suppress(queue.Full):
                self._queue.put_nowait(None)
            self._worker.join(timeout=_PATIENCE_S)

    def _run(self) -> None:
        while (task := self._queue.get()) is not None and not self._closed.is_set():
            job, work = task
            self._set(job.id, "working")
            result = _outcome(job.file, work)
            self._set(job.id, _state(result), result)

    def _set(self, job: str, state: State, result: Outcome | None = None) -> None:
        with self._lock:
            if job in self._jobs:
                self._jobs[job] = replace(self._jobs[job], state=state, result=result)


def _state(result: Outcome) -> State:
    return result.status if result.status == "refused" or result.status == "failed" else "done"


def _outcome(file: str, work: Callable[[], Outcome]) -> Outcome:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - a thread's edge: the job says what went wrong, the next one goes on
        _log.error("a job failed: %s", error, exc_info=not isinstance(error, FORESEEN))
        return Outcome(file, "failed", reason=(str(error) or type(error).__name__).splitlines()[0])
