"""The engine: what needs the model, over a store that is served already. Importing this takes seconds."""

import logging
from dataclasses import replace
from functools import partial

from index.encoder import Encoder
from index.ingest import Ingest
from index.outcome import Outcome
from index.recall import Recall
from index.register.present import RegisterOf
from index.source import find_sources
from index.store import Store
from index.work import Fetch
from web.alone import Alone
from web.backend import Engine
from web.intake import ServedIntake
from web.services import Index, load_model, load_services, save_vectors
from web.settings import Settings
from web.starter import starter_files
from web.takeover import Takeover

_log = logging.getLogger("klastrownik")


def load_engine(
    settings: Settings,
    store: Store,
    registers: RegisterOf | None = None,
    *,
    empty: bool,
    encoder: Encoder | None = None,
    fetch: Fetch | None = None,
) -> Engine:
    """What answers, keeps and adds. The starter library goes into a store without documents, unless `empty`.

    `registers` is that of the store where it is in use already. Jobs that an earlier process left go on.
    `fetch` takes the place of what fetches addresses.

    Raises: ModelError, StoreError.
    """
    services = load_services(settings, store, registers=registers, encoder=encoder)
    if not empty and not store.counts().documents:
        _add_starter(services.ingest)
    alone = Alone(store, services.encoder)
    takeover = Takeover(
        store,
        services.search,
        (services.ingest.use, services.recall.use, alone.use, services.questions.use),
        encoder=services.encoder,
        vectors=services.vectors,
        folder=settings.home,
        load=partial(load_model, settings),
    )
    keeper = LibraryKeeper(store, services.ingest, takeover, services.recall)
    keeper.save()
    intake = ServedIntake(services, takeover, fetch)
    takeover.start()
    intake.start()
    return Engine(
        services.assistant,
        services.search,
        keeper,
        alone,
        intake,
        lambda: takeover.encoder,
        takeover.close,
        services.questions,
    )


def _add_starter(ingest: Ingest) -> None:
    sources = (replace(one, by="starter library") for one in find_sources(starter_files()))
    for outcome in ingest.add_sources(sources):
        if not outcome.is_held:
            _log.warning("starter library: %s: %s", outcome.file, outcome.reason)


class LibraryKeeper:
    """Adds and removes, and keeps the vectors up to it: in memory each time, in their file when asked to."""

    def __init__(self, store: Store, ingest: Ingest, vectors: Index, recall: Recall) -> None:
        self._store = store
        self._ingest = ingest
        self._recall = recall
        self._vectors = vectors

    def add(self, name: str, content: bytes, *, by: str) -> Outcome:
        outcome = self._ingest.add_bytes(name, content, by=by)
        # Here, so that the next question does not wait for it.
        self._vectors.refresh()
        return outcome

    def read_anew(self, document: str, *, by: str) -> Outcome:
        outcome = self._ingest.read_anew(self._store.document(document), by=by)
        self._vectors.refresh()
        return outcome

    def remove(self, document: str, *, by: str) -> None:
        self._store.remove(document, by=by)
        self._vectors.refresh()

    def undo(self, removal: int, *, by: str) -> Outcome:
        outcome = self._recall.removed(removal, by=by)
        self._vectors.refresh()
        return outcome

    def go_back(self, document: str, version: int, *, by: str) -> Outcome:
        outcome = self._recall.version(document, version, by=by)
        self._vectors.refresh()
        return outcome

    def save(self) -> None:
        save_vectors(self._vectors, _log.warning)
