"""The intake: takes jobs through their stages, many at a time, in threads of its own.

Some threads read, one embeds what they have read, several documents together, and stores it. What is told of
a job as ready is held, and found by whoever asks next.
"""

import logging
import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress

from documents.model import Document
from documents.progress import GivenUp
from index.errors import SourceError, StoreError
from index.finishing import Finishing
from index.ingest import BATCH_BYTES, BATCH_SENTENCES, Ingest, Read
from index.jobs import Job, Jobs
from index.outcome import Outcome
from index.priority import lower_priority
from index.source import Source
from index.work import Tools, Work

# Looked at even when nobody has said that there is work: another process may have left some.
_LOOK_S = 2.0
# After a failure of the store, which is most often a full disk.
_REST_S = 5.0
# Documents that are read and wait to be embedded.
_MOST_READ = 24

_log = logging.getLogger("klastrownik")


class Intake:
    """Works on the jobs of a store from `start()` to `close()`."""

    def __init__(self, jobs: Jobs, ingest: Ingest, tools: Tools | None = None, *, readers: int = 2) -> None:
        self._jobs = jobs
        self._ingest = ingest
        self._tools = tools or Tools()
        self._finishing = Finishing(jobs, ingest, self._tools, closed=lambda: self._closed)
        # Held for what the threads share: what follows, and nothing of it while something is awaited.
        self._changed = threading.Condition()
        self._closed = False
        self._coming = 0
        self._shelf: list[Work] = []
        self._pages: dict[str, tuple[int, int]] = {}
        self._dropped: list[Job] = []
        # By thread: one that has nothing to do knows nothing of what another meets.
        self._trouble: dict[str, str] = {}
        self._threads = [
            *(self._thread(f"reading-{number}", self._read_next) for number in range(readers)),
            self._thread("embedding", self._finish_next),
        ]

    @property
    def trouble(self) -> str | None:
        """Why no job goes on for now, such as a full disk."""
        return next(iter(tuple(self._trouble.values())), None)

    def start(self) -> None:
        """Go on with what an earlier process left, and with what comes. Raises: StoreError."""
        self._jobs.resume()
        self._jobs.tidy()
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Say that a job has come."""
        with self._changed:
            self._coming += 1
            self._changed.notify_all()

    def progress(self, job: Job) -> tuple[int, int] | None:
        """How many of how many pages of a job that was received are read, sentences of one that was split
        embedded, or kinds of facts of one that was embedded looked for, while that is done."""
        return self._pages.get(job.id) or self._finishing.counted(job)

    def close(self, patience_s: float = 5) -> None:
        """Take on no more; what is in work is whole or not at all, and goes on at the next start."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        until = time.monotonic() + patience_s
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(0.0, until - time.monotonic()))
        with self._changed:
            self._dropped += [work.job for work in self._shelf if not work.is_over]
            self._shelf.clear()
        with suppress(StoreError):  # then the next start finds them in work, as after a kill
            self._give_back()

    def _thread(self, name: str, step: Callable[[], None]) -> threading.Thread:
        return threading.Thread(target=self._run, args=(name, step), name=name, daemon=True)

    def _run(self, name: str, step: Callable[[], None]) -> None:
        lower_priority()
        while not self._closed:
            try:
                step()
            except StoreError as error:
                # Once, and not every few seconds.
                if error.reason not in self._trouble.values():
                    _log.error("adding waits: %s", error)
                self._trouble[name] = error.reason
                self._rest(_REST_S)
            except Exception:  # noqa: BLE001 - a thread's edge: the next job goes on
                _log.exception("adding broke off")
                self._rest(_REST_S)
            else:
                self._trouble.pop(name, None)

    def _rest(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed, seconds)

    # Reading

    def _read_next(self) -> None:
        self._give_back()
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._has_room())
            coming = self._coming
        job = None if self._closed else self._jobs.take()
        if job is None:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._coming != coming, _LOOK_S)
            return
        try:
            self._put(job, self._read(job))
        except StoreError:
            self._drop(job)
            raise
        # Whatever it was, it must not be tried for ever; the thread's edge says what it was.
        except Exception as error:
            self._jobs.end(job, _broken_off(job, error))
            raise

    def _put(self, job: Job, found: "Work | Outcome | None") -> None:
        """Put a document where it is embedded from, or end its job."""
        if isinstance(found, Work):
            with self._changed:
                self._shelf.append(found)
                self._changed.notify_all()
            return
        if found is not None and not self._closed:
            self._jobs.end(job, found)
        elif self._closed:
            # Broken off, and not by its own fault.
            self._drop(job)
        # A later file of the same name may go on now.
        self.wake()

    def _drop(self, job: Job) -> None:
        with self._changed:
            self._dropped.append(job)

    def _give_back(self) -> None:
        """Let jobs wait again that nobody works on any more."""
        with self._changed:
            dropped, self._dropped = self._dropped, []
        try:
            for job in dropped:
                self._jobs.give_back(job)
        except StoreError:
            with self._changed:
                self._dropped += dropped
            raise

    def _has_room(self) -> bool:
        """Whether less is read than is embedded next, so that no more is kept in memory."""
        sentences = sum(work.sentences for work in self._shelf)
        size_bytes = sum(work.size_bytes for work in self._shelf)
        return sentences < BATCH_SENTENCES and size_bytes < BATCH_BYTES and len(self._shelf) < _MOST_READ

    def _read(self, job: Job) -> "Work | Outcome | None":
        """The job's document, or what became of it; None where nobody wants it any more."""
        source = self._source(job)
        if source is None or isinstance(source, Outcome):
            return source
        received = self._ingest.receive(source)
        if isinstance(received, Outcome):
            return received
        if (held := self._ingest.held(received)) is not None:
            return held
        try:
            pending = self._ingest.read(received, self._reader(job))
        finally:
            self._pages.pop(job.id, None)
        if isinstance(pending, Outcome):
            return pending
        return Work(job, pending) if self._jobs.reach(job, "split") else None

    def _reader(self, job: Job) -> Read:
        given_up = self._given_up(job)
        all_read = False

        def told(done: int, of: int) -> None:
            nonlocal all_read
            if of and not all_read:
                self._pages[job.id] = (min(done, of), of)
            elif not all_read:
                all_read = True
                self._pages.pop(job.id, None)
                self._jobs.reach(job, "read")

        def read(file: str, content: bytes, wanted: Collection[str] = (), /) -> Document:
            return self._tools.read(file, content, wanted, given_up, told)

        return read

    def _source(self, job: Job) -> Source | Outcome | None:
        """The file of a job, fetched first where it is an address."""
        content = self._jobs.content(job)
        if content is not None:
            return Source(job.name, content=content, by=job.by)
        if job.address is None:
            return Outcome(job.file, "failed", reason="its file is no longer here; add it anew")
        try:
            fetched = self._tools.fetch(job.address, self._given_up(job))
        except SourceError as error:
            return Outcome(job.file, "failed", reason=error.reason)
        if not self._jobs.fetched(job, fetched.address, fetched.content):
            return None
        return Source(fetched.address, content=fetched.content, by=job.by)

    def _given_up(self, job: Job) -> GivenUp:
        return lambda: self._closed or job.id not in self._jobs.under_way([job])

    # Embedding, facts, storing

    def _finish_next(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or bool(self._shelf), _LOOK_S)
            batch = [] if self._closed or not self._shelf else self._batch()
        if not batch:
            return
        try:
            self._finishing.finish(batch)
        except StoreError:
            self._take_off([work for work in batch if work.is_over])
            raise
        # As where they are read.
        except Exception as error:
            for work in batch:
                self._jobs.end(work.job, _broken_off(work.job, error))
            self._take_off(batch)
            raise
        if not self._closed:
            self._take_off(batch)

    def _batch(self) -> list[Work]:
        """What is embedded together; what was in work when a process ended by itself."""
        first = self._shelf[0]
        if first.job.broken:
            return [first]
        return [work for work in self._shelf if not work.job.broken]

    def _take_off(self, batch: list[Work]) -> None:
        done = {id(work) for work in batch}
        with self._changed:
            self._shelf = [work for work in self._shelf if id(work) not in done]
        self.wake()


def _broken_off(job: Job, error: Exception) -> Outcome:
    return Outcome(job.file, "failed", reason=f"adding failed: {type(error).__name__}")
