"""The parts of the program, chosen and put together in one place."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.assistant import Assistant
from assistant.ledger import Ledger
from documents.apart.room import ReadingRoom
from documents.read import read_document
from index.embedding import stamp
from index.encoder import Encoder, Progress, load_encoder
from index.errors import LibraryError
from index.ingest import Ingest, Read
from index.rebuild import embed_missing, remake_facts
from index.recall import Recall
from index.register.present import RegisterOf
from index.search import Search
from index.store import Store
from index.vectors import Vectors
from web.settings import Settings


@dataclass(frozen=True, slots=True)
class Services:
    """A library that can be added to and asked. Made once a process; safe to use from several threads."""

    settings: Settings
    store: Store
    encoder: Encoder
    vectors: Vectors
    ingest: Ingest
    recall: Recall
    search: Search
    assistant: Assistant

    def save(self, warn: Callable[[str], object]) -> None:
        """Keep the vectors' index for the next start; `warn` is told in a line where that cannot be."""
        save_vectors(self.vectors, warn)


def save_vectors(vectors: Vectors, warn: Callable[[str], object]) -> None:
    """Write the vectors' index as the store is now; `warn` is told in a line where that cannot be."""
    try:
        vectors.refresh()
        vectors.save()
    except (OSError, LibraryError) as error:
        # No failure: the next start makes the index again out of the store, which holds all there is.
        warn(f"the index of vectors was not written: {error}")


def open_store(settings: Settings) -> Store:
    """The library's store, in milliseconds: documents can be read before the model is there.

    Raises: StoreError.
    """
    return Store(settings.database, keeps_conversations=settings.keeps_conversations)


def _read(settings: Settings) -> Read:
    """What reads a file: in a process of its own, but where there is no way to fork one."""
    if not hasattr(os, "fork"):
        return read_document
    # Its processes are started with the first file, and end with the program at the latest.
    return ReadingRoom(settings.reading).read


def load_services(
    settings: Settings,
    store: Store,
    *,
    registers: RegisterOf | None = None,
    today: Callable[[], date] = date.today,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Services:
    """The services over a store, in seconds; what another model embedded is embedded anew first.

    `registers` is that of the store where it is in use already, so that it is made once; `today` the day that
    a validity is judged against where a question names none. `encoder` takes the place of the one that
    the settings name.

    Raises: ModelError, StoreError.
    """
    encoder = encoder or load_encoder(settings.model, settings.models, threads=settings.threads)
    store.remake_words()
    store.remake_signatures()
    remake_facts(store)
    embed_missing(store, encoder, progress=progress)
    vectors = Vectors(store, model=stamp(encoder), dimensions=encoder.dimensions, folder=settings.home)
    vectors.refresh()
    limit_bytes = settings.file_mb * 1_000_000
    search = Search(store, vectors, encoder)
    read = _read(settings)
    return Services(
        settings=settings,
        store=store,
        encoder=encoder,
        vectors=vectors,
        ingest=Ingest(store, encoder, limit_bytes=limit_bytes, progress=progress, read=read),
        recall=Recall(store, encoder, read=read),
        search=search,
        assistant=Assistant(
            store,
            search,
            Ledger(store.conversations),
            registers=registers or RegisterOf(store),
            today=today,
        ),
    )
