"""The parts of the program, chosen and put together in one place."""

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Protocol

from assistant.asked.questions import Questions
from assistant.assistant import Assistant
from assistant.ledger import Ledger
from documents.apart.room import ReadingRoom
from documents.limits import Limits
from index.acquainting import acquaint_if_writable
from index.embedding import stamp
from index.encoder import Encoder, Progress, load_encoder
from index.errors import LibraryError, OvertakenModelError
from index.extraction.apart import FactsRoom
from index.ingest import Ingest
from index.outcome import Outcome
from index.rebuild import embed_missing, rebuild, remake_facts, remake_signatures, remake_words
from index.recall import Recall
from index.register.present import RegisterOf
from index.search import Search
from index.store import Store
from index.vectors import Vectors
from index.work import find_here, read_here
from web.chosen_model import model_in_use
from web.settings import Settings

_log = logging.getLogger("klastrownik")


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
    registers: RegisterOf
    assistant: Assistant
    questions: Questions

    def save(self, warn: Callable[[str], object]) -> None:
        """Keep the vectors' index for the next start; `warn` is told in a line where that cannot be."""
        save_vectors(self.vectors, warn)


class Index(Protocol):
    """The index of vectors, in memory and in its file."""

    def refresh(self) -> None:
        """Catch up with what was added and removed."""

    def save(self) -> None:
        """Write it to its file. Raises: OSError."""


def save_vectors(vectors: Index, warn: Callable[[str], object]) -> None:
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


def reading(settings: Settings) -> "ReadingRoom | _Here":
    """What reads a file: in a process of its own, but where there is no way to fork one."""
    return _reading_within(settings.reading)


def finding(settings: Settings) -> "FactsRoom | _Here":
    """What finds a document's facts, as above."""
    return _finding_within(settings.reading)


# One for all libraries of a process: what they start is dear. It is started with the first file, and ends
# with the program at the latest.
@cache
def _reading_within(limits: Limits) -> "ReadingRoom | _Here":
    return ReadingRoom(limits) if hasattr(os, "fork") else _Here()


@cache
def _finding_within(limits: Limits) -> "FactsRoom | _Here":
    return FactsRoom(limits) if hasattr(os, "fork") else _Here()


class _Here:
    """Reads and finds facts as the rooms do, but in this process."""

    read = staticmethod(read_here)
    extract = staticmethod(find_here)


def load_model(settings: Settings, name: str) -> Encoder:
    """The encoder of a model by its name, nothing for the embedded default. Raises: ModelError."""
    return load_encoder(name or None, settings.models, threads=settings.threads)


def open_vectors(settings: Settings, store: Store, encoder: Encoder) -> Vectors:
    """The vectors of an encoder, not yet loaded."""
    return Vectors(store, model=stamp(encoder), dimensions=encoder.dimensions, folder=settings.home)


def open_ingest(
    settings: Settings, store: Store, encoder: Encoder, *, progress: Progress | None = None
) -> Ingest:
    """What takes files in."""
    return Ingest(
        store,
        encoder,
        limit_bytes=settings.file_mb * 1_000_000,
        progress=progress,
        read=reading(settings).read,
        extract=finding(settings).extract,
    )


def rebuilt(
    settings: Settings,
    store: Store,
    encoder: Encoder,
    name: str,
    *,
    read: bool,
    by: str,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """The outcome of each document that was read anew, none unless `read`; words and vectors are made anew
    with the encoder, which was loaded by `name`."""
    ingest = open_ingest(settings, store, encoder, progress=progress)
    return rebuild(store, encoder, ingest, read=read, name=name, by=by, progress=progress)


def _ready_encoder(
    settings: Settings, store: Store, progress: Progress | None, warn: Callable[[str], object]
) -> Encoder:
    """The encoder of the model in use, of which each document has vectors."""
    while True:
        name = model_in_use(store, settings.model, warn)
        encoder = load_model(settings, name)
        try:
            embed_missing(store, encoder, name=name, progress=progress)
        except OvertakenModelError:
            # Exchanged while this one was made ready: the new one is in use now.
            continue
        return encoder


def _remake(settings: Settings, store: Store) -> None:
    """Make anew what was made of documents in another way than it is made now."""
    remake_words(store)
    remake_signatures(store)
    remake_facts(store, finding(settings).extract)
    _acquaint(settings, store)


def _acquaint(settings: Settings, store: Store, put: Callable[[], None] = lambda: None) -> None:
    """Read documents with the names of clusters that others tell."""
    found = finding(settings)
    acquaint_if_writable(store, lambda document, given: found.extract(document, given=given), put)


def load_services(
    settings: Settings,
    store: Store,
    *,
    registers: RegisterOf | None = None,
    today: Callable[[], date] = date.today,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    warn: Callable[[str], object] = _log.warning,
) -> Services:
    """The services over a store, in seconds, with the model in use, of which each document gets vectors.

    `registers` is that of the store where it is in use already, so that it is made once; `today` the day that
    a validity is judged against where a question names none. `encoder` takes the place of the one that
    the settings name. `warn` is told in a line that another model is set than is used.

    Raises: ModelError, StoreError.
    """
    if encoder is None:
        encoder = _ready_encoder(settings, store, progress, warn)
    else:
        embed_missing(store, encoder, progress=progress)
    _remake(settings, store)
    vectors = open_vectors(settings, store, encoder)
    vectors.refresh()
    search = Search(store, vectors, encoder)
    registers = registers or RegisterOf(store)
    registers.prepare_with(partial(_acquaint, settings, store))
    assistant = Assistant(store, search, Ledger(store.conversations), registers=registers, today=today)
    return Services(
        settings=settings,
        store=store,
        encoder=encoder,
        vectors=vectors,
        ingest=open_ingest(settings, store, encoder, progress=progress),
        recall=Recall(store, encoder, read=reading(settings).read, extract=finding(settings).extract),
        search=search,
        registers=registers,
        assistant=assistant,
        questions=Questions(
            store.asked,
            Ledger(store.kept_conversations),
            assistant,
            encoder=encoder,
            library=store,
            registers=registers,
            today=today,
        ),
    )
