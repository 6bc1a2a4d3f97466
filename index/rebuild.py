"""What is made of documents made anew: vectors of another model, beside those in use and then in their place;
facts, where they were read in another way."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from documents.model import Document
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder, Progress
from index.errors import UnknownDocumentError
from index.extraction.extract import RECIPE, extract
from index.extraction.model import Extract
from index.ingest import Ingest
from index.outcome import Outcome
from index.store import Store

# Who acts where the program does of itself.
PROGRAM = "klastrownik"


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
    store.remake_words(anyway=True)
    remake_facts(store)


def embed_all(store: Store, encoder: Encoder, *, progress: Progress | None = None) -> None:
    """Embed each document anew with the model in use."""
    _embed(store, encoder, [one.id for one in store.documents()], progress)


def remake_facts(
    store: Store, extract: Callable[[Document], Extract] = extract, *, recipe: int = RECIPE
) -> int:
    """How many documents' facts were read anew: those whose were read in another way than `recipe`.

    The library is locked for others only while a document's facts are written.
    """
    done = 0
    for document in store.facts.outdated(recipe):
        try:
            held = store.document(document)
            source = store.source(document)
        except UnknownDocumentError:
            continue
        # Replaced meanwhile: what came in brought its facts with it.
        done += store.facts.put(held, source, replace(extract(source), recipe=recipe))
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
