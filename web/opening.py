"""A home opened for serving: the store at once, what needs the model later."""

import logging
from importlib import import_module
from importlib.metadata import version
from typing import Any

from assistant.ledger import Ledger
from assistant.model import Turn
from index.outcome import Outcome
from index.store import Store
from web.backend import Backend, Engine
from web.settings import Settings
from web.starter import starter_files

_log = logging.getLogger("klastrownik")


def open_backend(settings: Settings, *, empty: bool) -> Backend:
    """What is served out of a home. The starter library goes into one without documents, unless `empty`.

    Raises: StoreError.
    """
    store = Store(settings.database)
    return Backend(
        library=store,
        conversations=_Conversations(store),
        tokens=store.tokens,
        load=lambda: _load(settings, store, empty=empty),
        version=version("klastrownik"),
        upload_bytes=settings.file_mb * 1_000_000,
    )


def _load(settings: Settings, store: Store, *, empty: bool) -> Engine:
    # Imported in the thread that may wait: these modules take seconds, and the pages do not need them.
    services: Any = import_module("web.services").load_services(settings, store)
    if not empty and not store.counts().documents:
        _add_starter(services)
    services.save()
    return Engine(services.assistant, services.search, _Keeper(store, services))


def _add_starter(services: Any) -> None:
    for outcome in services.ingest.add(starter_files()):
        if not outcome.is_held:
            _log.warning("starter library: %s: %s", outcome.file, outcome.reason)


class _Keeper:
    """Adds and removes, and keeps the vectors' file up to it."""

    def __init__(self, store: Store, services: Any) -> None:
        self._store = store
        self._services = services

    def add(self, name: str, content: bytes) -> Outcome:
        outcome: Outcome = self._services.ingest.add_bytes(name, content)
        self._services.save()
        return outcome

    def remove(self, document: str) -> None:
        self._store.remove(document)
        self._services.save()


class _Conversations:
    """Conversations out of the store, readable before the engine is there."""

    def __init__(self, store: Store) -> None:
        self._ledger = Ledger(store.conversations)
        self._kept = store.conversations

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        return self._ledger.turns(conversation)

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        return self._kept.rate(conversation, turn, useful=useful, comment=comment)
