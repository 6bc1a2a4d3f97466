"""The engine: what needs the model, over a store that is served already. Importing this takes seconds."""

import logging

from index.encoder import Encoder
from index.ingest import Ingest
from index.outcome import Outcome
from index.store import Store
from index.vectors import Vectors
from web.backend import Engine
from web.services import load_services, save_vectors
from web.settings import Settings
from web.starter import starter_files

_log = logging.getLogger("klastrownik")


def load_engine(settings: Settings, store: Store, *, empty: bool, encoder: Encoder | None = None) -> Engine:
    """What answers and keeps. The starter library goes into a store without documents, unless `empty`.

    Raises: ModelError, StoreError.
    """
    services = load_services(settings, store, encoder=encoder)
    if not empty and not store.counts().documents:
        _add_starter(services.ingest)
    keeper = LibraryKeeper(store, services.ingest, services.vectors)
    keeper.save()
    return Engine(services.assistant, services.search, keeper)


def _add_starter(ingest: Ingest) -> None:
    for outcome in ingest.add(starter_files()):
        if not outcome.is_held:
            _log.warning("starter library: %s: %s", outcome.file, outcome.reason)


class LibraryKeeper:
    """Adds and removes, and keeps the vectors up to it: in memory each time, in their file when asked to."""

    def __init__(self, store: Store, ingest: Ingest, vectors: Vectors) -> None:
        self._store = store
        self._ingest = ingest
        self._vectors = vectors

    def add(self, name: str, content: bytes) -> Outcome:
        outcome = self._ingest.add_bytes(name, content)
        # Here, so that the next question does not wait for it.
        self._vectors.refresh()
        return outcome

    def remove(self, document: str) -> None:
        self._store.remove(document)
        self._vectors.refresh()

    def save(self) -> None:
        save_vectors(self._vectors, _log.warning)
