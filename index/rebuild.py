"""What is made of documents made anew: vectors of another model, beside those in use and then in their place;
facts, words and signatures, where they were made in another way."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from documents.errors import DocumentError
from documents.model import Document
from index import words
from index.alike import signature
from index.arrival import held_document
from index.database import Connection
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder, Progress
from index.entry import PassageWords, words_of
from index.errors import UnknownDocumentError
from index.extraction.extract import RECIPE, extract
from index.extraction.model import Extract
from index.ingest import Ingest
from index.lexicon import delete_all_words, insert_words
from index.outcome import Outcome
from index.rows import advance, source
from index.store import Store

# Who acts where the program does of itself.
PROGRAM = "klastrownik"
_log = logging.getLogger("klastrownik")
WORDS_ARE_MADE = """
    INSERT INTO counters VALUES ('words', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"""


class PassagesWords(NamedTuple):
    """The ids of a document's passages and the words of each, in order."""

    passages: Sequence[int]
    words: Sequence[PassageWords]


def embed_missing(
    store: Store, encoder: Encoder, *, name: str = "", by: str = PROGRAM, progress: Progress | None = None
) -> int:
    """How many documents had no vectors of this encoder; now each has them, and it is the one in use.

    `name` is what the encoder was loaded by, empty for the embedded default. Whoever searches with another
    model meanwhile goes on with what is in memory; its vectors go when all of this one's are there.
    Raises: OvertakenModelError where somebody else took a model in the meantime.
    """
    model, before = stamp(encoder), store.model()
    done = 0
    swapped = False
    while not swapped:
        # Another process may add documents with its own model meanwhile: asked until none is missing.
        missing = store.without_vectors(model)
        done += len(missing)
        _embed(store, encoder, missing, progress)
        swapped = store.take_model(model, name=name, instead_of=before, by=by)
    return done


def embed_strays(store: Store, encoder: Encoder) -> int:
    """How many documents got vectors of this encoder that another process had added with its own; none where
    another model is in use by now."""
    model = stamp(encoder)
    strays = store.without_vectors(model)
    used = store.model()
    if used is None or used.stamp != model:
        return 0
    _embed(store, encoder, strays, None)
    return len(strays)


def rebuild(
    store: Store,
    encoder: Encoder,
    ingest: Ingest,
    *,
    read: bool,
    name: str = "",
    by: str = PROGRAM,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """The outcome of each document that was read anew, none unless `read`. All words and vectors are made
    anew, vectors with `encoder`, loaded by `name`; one that is not in use yet is made ready beside it."""
    used = store.model()
    # Made ready before anything is read with it: what is read has vectors of the ingest's encoder alone.
    if read or used is None or used.stamp != stamp(encoder):
        embed_missing(store, encoder, name=name, by=by, progress=progress)
    else:
        embed_all(store, encoder, progress=progress)
    if read:
        yield from ingest.read_again()
    remake_words(store, anyway=True)
    remake_facts(store, ingest.extract)


def embed_all(store: Store, encoder: Encoder, *, progress: Progress | None = None) -> None:
    """Embed each document anew with the model in use."""
    _embed(store, encoder, [one.id for one in store.documents()], progress)


def remake_words(store: Store, *, anyway: bool = False) -> int:
    """How many documents' words were made anew: all of them where they were made in another way than
    words are made of questions now, or `anyway`; else none."""
    made: dict[str, tuple[int, PassagesWords]] = {}
    with store.database.reading() as connection:
        held = connection.execute("SELECT value FROM counters WHERE name = 'words'").fetchone()
        if held is not None and held["value"] == words.RECIPE and not anyway:
            return 0
        # Looked up before the library is locked for others, which takes most of the time.
        for id, generation in connection.execute("SELECT id, generation FROM documents").fetchall():
            made[id] = generation, _words(connection, id)
    with store.database.writing() as connection:
        delete_all_words(connection)
        documents = connection.execute("SELECT id, generation FROM documents").fetchall()
        for id, generation in documents:
            known = made.get(id)
            anew = known[1] if known and known[0] == generation else _words(connection, id)
            insert_words(connection, anew.passages, anew.words)
        connection.execute(WORDS_ARE_MADE, (words.RECIPE,))
        if documents:
            advance(connection)
        return len(documents)


def remake_signatures(store: Store) -> int:
    """How many documents' likeness to others was told anew: of those where it was told in another way."""
    missing = store.alike.missing()
    for document in missing:
        with suppress(UnknownDocumentError):
            held = store.document(document)
            store.alike.put(document, held.generation, signature(store.text(document)))
    return len(missing)


def remake_facts(
    store: Store, extract: Callable[[Document], Extract] = extract, *, recipe: int = RECIPE
) -> int:
    """How many documents' facts were read anew: those whose were read in another way than `recipe`.

    The library is locked for others only while a document's facts are written. Where they cannot be found,
    those that were stay.
    """
    done = 0
    for document in store.facts.outdated(recipe):
        try:
            held = store.document(document)
            source = store.source(document)
        except UnknownDocumentError:
            continue
        try:
            found = extract(source)
        except DocumentError as error:
            _log.warning("facts were not read anew: %s", error)
            continue
        # Replaced meanwhile: what came in brought its facts with it.
        done += store.facts.put(held, source, replace(found, recipe=recipe))
    return done


def _embed(store: Store, encoder: Encoder, documents: Iterable[str], progress: Progress | None) -> None:
    for document in documents:
        try:
            held = store.document(document)
            texts = embedded_texts(store.source(document))
        except UnknownDocumentError:
            continue
        vectors = encoder.embed_passages(texts, progress=progress)
        # Replaced meanwhile: what came in has vectors of its own, or is found missing the next time.
        store.put_vectors(document, held.generation, vectors, model=stamp(encoder))


def _words(connection: Connection, document: str) -> PassagesWords:
    ids = connection.execute("SELECT id FROM passages WHERE document = ? ORDER BY id", (document,))
    passages = [row["id"] for row in ids]
    return PassagesWords(passages, words_of(source(connection, held_document(connection, document))))
