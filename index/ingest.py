"""Files in: read, embedded and stored, each whole or not at all, none stopping the others."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from documents.errors import DocumentError
from documents.model import Document
from documents.read import read_document
from index.arrival import Arrival
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder, Progress
from index.entry import Vectors
from index.errors import SameContentError, SourceError, UnknownDocumentError
from index.extraction.extract import RECIPE, extract
from index.extraction.model import Extract
from index.model import StoredDocument
from index.outcome import Outcome, Status
from index.source import COMMAND_LINE, Source, find_sources
from index.store import Store

# Sentences of several documents are embedded together, sorted by length; more than this gains nothing and
# keeps those who wait for the first document waiting.
BATCH_SENTENCES = 512
BATCH_BYTES = 64_000_000
LIMIT_BYTES = 200_000_000

_DAMAGED = "the bytes kept of it are not those received; put a backup back, or remove it and add it again"
_log = logging.getLogger("klastrownik")


class Read(Protocol):
    def __call__(self, file: str, content: bytes, wanted: Collection[str] = (), /) -> Document:
        """The document that a file's bytes hold, with the lines of it that are wanted in any case."""


class Ingest:
    """Adds files to a store. `encoder` is used only when there is something to embed."""

    def __init__(
        self,
        store: Store,
        encoder: Encoder,
        *,
        limit_bytes: int = LIMIT_BYTES,
        batch_sentences: int = BATCH_SENTENCES,
        progress: Progress | None = None,
        read: Read = read_document,
        extract: Callable[[Document], Extract] = extract,
    ) -> None:
        self._store = store
        self._encoder = encoder
        self._limit_bytes = limit_bytes
        self._batch_sentences = batch_sentences
        self._progress = progress
        self._read_document = read
        self.extract = extract

    def use(self, encoder: Encoder) -> None:
        """Embed with another encoder from the next documents on."""
        self._encoder = encoder

    def add(self, paths: Iterable[Path]) -> Iterator[Outcome]:
        """The outcome of each file that the paths stand for, committed by then if it is added.

        What is stored is reported in the order of the paths. What is not may come before files ahead of it,
        which wait to be embedded together.

        Raises: StoreError or ModelError, which stop all; what was reported is held.
        """
        return self.add_sources(find_sources(paths))

    def add_bytes(self, name: str, content: bytes, *, by: str = COMMAND_LINE) -> Outcome:
        """The outcome of one file that is already here."""
        return next(self.add_sources([Source(name, content=content, by=by)]))

    def add_sources(self, sources: Iterable[Source]) -> Iterator[Outcome]:
        """The outcome of each source once it is known; what is added is committed by then."""
        pending: list[Pending] = []
        for source in sources:
            received = self.receive(source)
            if isinstance(received, Outcome):
                yield received
                continue
            if any(received.meets(one.received) for one in pending):
                yield from self._store_all(pending)
                pending = []
            found = self.held(received) or self._read_with_facts(received)
            if isinstance(found, Outcome):
                yield found
                continue
            pending.append(found)
            if self._is_batch(pending):
                yield from self._store_all(pending)
                pending = []
        yield from self._store_all(pending)

    def read_again(self) -> Iterator[Outcome]:
        """The outcome of each document held, read anew from the bytes that were kept of it."""
        for held in self._store.documents():
            yield self.read_anew(held, by=COMMAND_LINE)

    def read_anew(self, held: StoredDocument, *, by: str) -> Outcome:
        """The outcome of reading a document anew from the bytes that were kept of it; where that fails, what
        was held stays."""
        received = self._kept(held, by)
        found = received if isinstance(received, Outcome) else self._read_with_facts(received)
        if isinstance(found, Outcome):
            return found
        return replace(next(self._store_all([found])), status="replaced")

    def _kept(self, held: StoredDocument, by: str) -> "Received | Outcome":
        """The bytes kept of a document, if they are those received: damage is not to become text."""
        try:
            content = self._store.content(held.id)
        except UnknownDocumentError:
            content = b""
        if sha256(content).hexdigest() != held.sha256:
            return Outcome(held.file, "failed", reason=_DAMAGED)
        wanted = self._store.wanted.of(held.id)
        source = Source(held.name, content=content, by=by)
        return Received(source, content, held.sha256, wanted)

    # The steps of one file's way, for those who take many files along it at the same time

    def receive(self, source: Source) -> "Received | Outcome":
        """The file's bytes, or the outcome where they cannot be got."""
        try:
            content = source.read(self._limit_bytes)
        except SourceError as error:
            return Outcome(source.file, "refused", reason=error.reason)
        held = self._store.by_name(source.name)
        wanted = self._store.wanted.of(held.id) if held else ()
        return Received(source, content, sha256(content).hexdigest(), wanted)

    def read(self, received: "Received", read: Read | None = None) -> "Pending | Outcome":
        """The document that was received, without its facts; `read` reads it in place of the usual reader."""
        file = received.source.file
        try:
            document = (read or self._read_document)(file, received.content, received.wanted)
        except DocumentError as error:
            return _refused(file, error)
        except Exception as error:  # noqa: BLE001 - a reader's defect must not stop the files after it
            return _broken_off(file, error)
        if received.source.address:
            document = replace(document, address=received.source.address)
        return Pending(received, document, embedded_texts(document))

    def with_facts(
        self, pending: "Pending", extract: Callable[[Document], Extract] | None = None
    ) -> "Pending | Outcome":
        """The document with what it says of clusters; `extract` finds it in place of what usually does."""
        file = pending.received.source.file
        try:
            found = (extract or self.extract)(pending.document)
        except DocumentError as error:
            return _refused(file, error)
        except Exception as error:  # noqa: BLE001 - a rule's defect must not stop them either
            return _broken_off(file, error)
        return replace(pending, extract=replace(found, recipe=RECIPE))

    @property
    def encoder(self) -> Encoder:
        """What is embedded with now. Whoever stores vectors says which made them: it may be exchanged."""
        return self._encoder

    def embed(self, texts: Sequence[str], encoder: Encoder) -> Vectors:
        """The vectors of texts, in order."""
        return encoder.embed_passages(texts, progress=self._progress)

    def store(self, one: "Pending", vectors: Vectors, encoder: Encoder) -> Outcome:
        """What became of a document with the vectors of an encoder, which is committed by then.

        Raises: StoreError.
        """
        source, content = one.received.source, one.received.content
        try:
            held = self._store.add(
                one.document,
                content,
                name=source.name,
                vectors=vectors,
                model=stamp(encoder),
                extract=one.extract,
                arrival=Arrival(source.by),
            )
        except SameContentError as error:
            return Outcome(source.file, "duplicate", reason=f"the same content is held as {error.other}")
        return self._outcome(source.file, "added" if held.version == 1 else "replaced", held)

    def _read_with_facts(self, received: "Received") -> "Pending | Outcome":
        found = self.read(received)
        return found if isinstance(found, Outcome) else self.with_facts(found)

    def held(self, received: "Received") -> Outcome | None:
        """The outcome of bytes that the library holds already."""
        held = self._store.by_content(received.digest)
        if held is None:
            return None
        file = received.source.file
        if held.name == received.source.name:
            return self._outcome(file, "unchanged", held, reason="the same content is held already")
        return self._outcome(file, "duplicate", held, reason=f"the same content is held as {held.name}")

    def _is_batch(self, pending: Sequence["Pending"]) -> bool:
        sentences = sum(len(one.texts) for one in pending)
        size_bytes = sum(len(one.received.content) for one in pending)
        return sentences >= self._batch_sentences or size_bytes >= BATCH_BYTES

    def _store_all(self, pending: Sequence["Pending"]) -> Iterator[Outcome]:
        if not pending:
            return
        texts = [text for one in pending for text in one.texts]
        encoder = self._encoder
        vectors = self.embed(texts, encoder)
        start = 0
        for one in pending:
            end = start + len(one.texts)
            yield self.store(one, vectors[start:end], encoder)
            start = end

    def _outcome(
        self, file: str, status: Status, held: StoredDocument, *, reason: str | None = None
    ) -> Outcome:
        return outcome_of(self._store, held, status, file=file, reason=reason)


@dataclass(frozen=True, slots=True)
class Received:
    """A file's bytes and their SHA-256 in hex; `wanted` are lines to be kept of it."""

    source: Source
    content: bytes
    digest: str
    wanted: tuple[str, ...] = ()

    def meets(self, other: "Received") -> bool:
        """Whether one of the two would be stored in view of the other."""
        return self.source.name == other.source.name or self.digest == other.digest


@dataclass(frozen=True, slots=True)
class Pending:
    """A document that is read, with what it says of clusters, and waits for its vectors."""

    received: Received
    document: Document
    texts: Sequence[str]
    extract: Extract | None = None


def _refused(file: str, error: DocumentError) -> Outcome:
    return Outcome(file, "refused" if error.permanent else "failed", reason=error.reason)


def _broken_off(file: str, error: Exception) -> Outcome:
    _log.error("%s: reading failed", file, exc_info=error)
    return Outcome(file, "failed", reason=f"reading failed: {type(error).__name__}")


def outcome_of(
    store: Store, held: StoredDocument, status: Status, *, file: str = "", reason: str | None = None
) -> Outcome:
    """The outcome of a file whose content a document holds; `file` is its name where it has another."""
    return Outcome(
        file or held.file,
        status,
        held.id,
        held.pages,
        held.passages,
        store.facts.count(held.id),
        held.warnings,
        reason,
        repairs=held.repairs,
        unclear=held.unclear,
        version=held.version,
        likeness=held.likeness if status == "replaced" else None,
        alike=tuple(one.name for one in store.alike.near(held.id)),
    )
