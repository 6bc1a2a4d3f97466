"""The intake of a served library, with the folder that is watched for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.intake import Intake
from index.jobs import Job
from index.work import Fetch, Storing, Tools
from web.fetch.fetcher import Fetcher, Terms
from web.services import Index, Services, finding, reading
from web.watching import Watching


class ServedIntake:
    """Works on the jobs of a library, and has the files of the watched folder become some."""

    def __init__(self, services: Services, vectors: Index, fetch: Fetch | None = None) -> None:
        """`vectors` are kept up to what is added; `fetch` takes the place of what fetches addresses."""
        settings, store = services.settings, services.store
        limit_bytes = settings.file_mb * 1_000_000

        @contextmanager
        def publishing() -> Iterator[Storing]:
            with services.registers.while_adding() as storing:
                yield storing
                # Here, so that the next question does not wait for it.
                vectors.refresh()

        tools = Tools(
            reading(settings).read,
            finding(settings).extract,
            fetch or Fetcher(Terms(limit_bytes), proxy=settings.fetch_proxy).fetch,
            publishing=publishing,
            embed_seconds=settings.embed_seconds,
        )
        self._intake = Intake(store.jobs, services.ingest, tools)
        self._watching = (
            Watching(settings.watch, store.jobs, store.watched, self, limit_bytes=limit_bytes)
            if settings.watch
            else None
        )

    @property
    def trouble(self) -> str | None:
        return self._intake.trouble

    def start(self) -> None:
        """Go on with what an earlier process left, and with what comes. Raises: StoreError."""
        self._intake.start()
        if self._watching:
            self._watching.start()

    def wake(self) -> None:
        self._intake.wake()

    def progress(self, job: Job) -> tuple[int, int] | None:
        return self._intake.progress(job)

    def close(self) -> None:
        if self._watching:
            self._watching.close()
        self._intake.close()
