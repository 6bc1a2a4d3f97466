"""Finishing: documents that are read are embedded, their facts found, and stored."""

import logging
import time
from collections.abc import Callable, Sequence

from documents.model import Document
from documents.progress import GivenUp
from index.errors import LibraryError
from index.extraction.model import Extract
from index.ingest import Ingest
from index.jobs import Job, Jobs
from index.outcome import Outcome
from index.work import Storing, Tools, Work

# Sentences embedded before somebody who cancels, or asks, is looked at.
_SLICE = 16

_TOO_LONG = (
    "Embedding the file's {sentences} sentences takes longer than {seconds} s; "
    "split it, or raise KLASTROWNIK_EMBED_SECONDS."
)

_log = logging.getLogger("klastrownik")


class Finishing:
    """Takes documents that are read through their last stages, several at once; of one thread."""

    def __init__(self, jobs: Jobs, ingest: Ingest, tools: Tools, *, closed: Callable[[], bool]) -> None:
        self._jobs = jobs
        self._ingest = ingest
        self._tools = tools
        self._closed = closed
        self._counted: dict[str, tuple[int, int]] = {}

    def counted(self, job: Job) -> tuple[int, int] | None:
        """How many of how many sentences are embedded, or kinds of facts looked for, while that is done."""
        return self._counted.get(job.id)

    def finish(self, batch: Sequence[Work]) -> None:
        """Each of the batch is over, unless nobody wants it any more, or all is closed.

        Raises: StoreError; what is done by then need not be done again.
        """
        # Another model may be taken at any time: all vectors of a document are of one.
        encoder = self._ingest.encoder
        for work in batch:
            work.embed_with(encoder)
        try:
            self._embed(batch)
        finally:
            self._counted.clear()
        for work in self._under_way(batch):
            self._find_facts(work)
        with self._tools.publishing() as storing:
            for work in self._under_way(batch):
                self._store(work, storing)
        for work in batch:
            if work.outcome is not None and not work.is_over:
                self._jobs.end(work.job, work.outcome)
                work.is_over = True

    def _under_way(self, batch: Sequence[Work]) -> list[Work]:
        """Those that are to go on: nobody has cancelled them, and nothing is known to be wrong with them."""
        if self._closed():
            return []
        wanted = self._jobs.under_way(work.job for work in batch)
        return [work for work in batch if work.job.id in wanted and work.outcome is None]

    def _embed(self, batch: Sequence[Work]) -> None:
        todo = [work for work in batch if work.outcome is None and len(work.vectors) < work.sentences]
        try:
            self._embed_together(todo)
        except LibraryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever the model makes of one file must not stop the others
            if len(todo) > 1:
                for work in todo:
                    self._embed([work])
            else:
                todo[0].outcome = _broken_off(todo[0].job, error)

    def _embed_together(self, batch: Sequence[Work]) -> None:
        for work in batch:
            self._counted[work.job.id] = (len(work.vectors), work.sentences)
        # By length, the longest first: texts of one length are computed together.
        order = [(work, at) for work in batch for at in range(work.sentences) if at not in work.vectors]
        order.sort(key=lambda one: -len(one[0].pending.texts[one[1]]))
        for start in range(0, len(order), _SLICE):
            wanted = {id(work) for work in self._under_way(batch)}
            together = [one for one in order[start : start + _SLICE] if id(one[0]) in wanted]
            if together:
                self._tools.courtesy()
                self._embed_slice(together)

    def _embed_slice(self, together: Sequence[tuple[Work, int]]) -> None:
        encoder = together[0][0].encoder or self._ingest.encoder
        begun = time.monotonic()
        vectors = self._ingest.embed([work.pending.texts[at] for work, at in together], encoder)
        for (work, at), vector in zip(together, vectors, strict=True):
            work.vectors[at] = vector
            work.embedding_s += (time.monotonic() - begun) / len(together)
            self._counted[work.job.id] = (len(work.vectors), work.sentences)
        for work, _ in together:
            if work.embedding_s > self._tools.embed_seconds and len(work.vectors) < work.sentences:
                work.outcome = _too_long(work, self._tools.embed_seconds)

    def _find_facts(self, work: Work) -> None:
        if work.pending.extract is None:
            self._jobs.reach(work.job, "embedded")
            self._tools.courtesy()

            def told(done: int, of: int) -> None:
                self._counted[work.job.id] = (done, of)

            def extract(document: Document) -> Extract:
                return self._tools.find(document, self._given_up(work.job), told)

            try:
                found = self._ingest.with_facts(work.pending, extract)
            finally:
                self._counted.pop(work.job.id, None)
            if self._closed():
                return  # broken off, and not by its own fault
            if isinstance(found, Outcome):
                work.outcome = found
                return
            work.pending = found
        self._jobs.reach(work.job, "facts")

    def _given_up(self, job: Job) -> GivenUp:
        return lambda: self._closed() or job.id not in self._jobs.under_way([job])

    def _store(self, work: Work, storing: Storing) -> None:
        storing(1)
        encoder = work.encoder or self._ingest.encoder
        work.outcome = self._ingest.store(work.pending, work.all_vectors(), encoder)
        if work.outcome.status not in ("added", "replaced"):
            storing(-1)


def _too_long(work: Work, seconds: float) -> Outcome:
    reason = _TOO_LONG.format(sentences=work.sentences, seconds=f"{seconds:g}")
    return Outcome(work.job.file, "refused", reason=reason)


def _broken_off(job: Job, error: Exception) -> Outcome:
    _log.error("%s: embedding failed", job.name, exc_info=error)
    return Outcome(job.file, "failed", reason=f"embedding failed: {type(error).__name__}")
