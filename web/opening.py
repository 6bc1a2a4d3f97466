"""A home opened for serving: the store at once, what needs the model later."""

import logging
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from typing import Any

from assistant.model import Turn
from index.outcome import Outcome
from index.store import Store
from web.backend import Assistant, Backend, Engine, NotReadyError
from web.settings import Settings
from web.starter import starter_files

_log = logging.getLogger("klastrownik")


def open_backend(settings: Settings, *, empty: bool) -> Backend:
    """What is served out of a home. The starter library goes into one without documents, unless `empty`.

    Raises: StoreError.
    """
    store = Store(settings.database)
    conversations = _Kept(store)
    return Backend(
        library=store,
        conversations=conversations,
        tokens=store.tokens,
        load=lambda: _load(settings, store, conversations.connect, empty=empty),
        version=version("klastrownik"),
        upload_bytes=settings.file_mb * 1_000_000,
    )


def _load(settings: Settings, store: Store, connect: Callable[[Assistant], None], *, empty: bool) -> Engine:
    # Imported in the thread that may wait: these modules take seconds, and the pages do not need them.
    services: Any = import_module("web.services").load_services(settings, store)
    if not empty and not store.counts().documents:
        _add_starter(services)
    services.save()
    connect(services.assistant)
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


class _Kept:
    """Conversations out of the store, read by the assistant, which knows how answers are written down."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._assistant: Assistant | None = None

    def connect(self, assistant: Assistant) -> None:
        """Let it read."""
        self._assistant = assistant

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        if self._assistant is None:
            raise NotReadyError(conversation)
        return self._assistant.turns(conversation)

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        return self._store.conversations.rate(conversation, turn, useful=useful, comment=comment)
