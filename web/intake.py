"""The intake of a served library."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.intake import Intake
from index.work import Storing, Tools
from web.services import Index, Services


def intake_of(services: Services, vectors: Index) -> Intake:
    """What works on the jobs of a library."""

    @contextmanager
    def publishing() -> Iterator[Storing]:
        with services.registers.while_adding() as storing:
            yield storing
            # Here, so that the next question does not wait for it.
            vectors.refresh()

    return Intake(services.store.jobs, services.ingest, Tools(read=services.room.read, publishing=publishing))
