"""What is made of documents made anew: vectors of another model, beside those in use and then in their place;
facts, where they were read in another way."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from documents.model import Document
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder, Progress
from index.errors import UnknownDocumentError
from index.extraction.extract import RECIPE, extract
from index.extraction.model import Extract
from index.store import Store


def embed_missing(store: Store, encoder: Encoder, *, progress: Progress | None = None) -> int:
    """How many documents had no vectors of this encoder; now each has them, and no others."""
    model = stamp(encoder)
    done = 0
    swapped = False
    while not swapped:
        # Another process may add documents with its own model meanwhile: asked until none is missing.
        missing = store.without_vectors(model)
        done += len(missing)
        _embed(store, encoder, missing, progress)
        swapped = store.keep_only_vectors(model)
    return done


def embed_all(store: Store, encoder: Encoder, *, progress: Progress | None = None) -> int:
    """How many documents there are; each has been embedded anew."""
    documents = [one.id for one in store.documents()]
    _embed(store, encoder, documents, progress)
    embed_missing(store, encoder, progress=progress)
    return len(documents)


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
        if len(vectors) == held.sentences:
            store.put_vectors(document, held.generation, vectors, model=stamp(encoder))
