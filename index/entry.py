"""Entries: a document made ready to be written, so that the write itself is short."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from documents.model import Document, Passage
from index.alike import Signature, signature
from index.words import IndexTerms, index_terms

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PassageWords:
    """The terms of a passage, and apart from them those of the title, headings and leads it stands under."""

    text: IndexTerms
    title: IndexTerms

    @property
    def row(self) -> tuple[str, str, str, str]:
        return self.text.lemmas, self.text.surface, self.title.lemmas, self.title.surface


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its name, its bytes, its passages' words and its sentences' vectors.

    `vectors` are float32 (n, d), rows of length 1, one for each sentence of each passage, in order.
    """

    document: Document
    content: bytes
    name: str
    sha256: str
    words: tuple[PassageWords, ...]
    vectors: Vectors
    model: str
    added_at: datetime
    signature: Signature | None = None

    @property
    def sentences(self) -> int:
        return sum(len(passage.sentences) for passage in self.document.passages)


def prepare(document: Document, content: bytes, name: str, *, vectors: Vectors, model: str) -> Entry:
    """The entry of a document. Raises: ValueError if there is not one vector a sentence."""
    words = words_of(document)
    digest = sha256(content).hexdigest()
    made = signature(document.text)
    entry = Entry(document, content, name, digest, words, vectors, model, datetime.now(UTC), made)
    if vectors.ndim != 2 or len(vectors) != entry.sentences:
        raise ValueError(f"{name}: {entry.sentences} sentences and vectors of shape {vectors.shape}")
    return entry


def words_of(document: Document) -> tuple[PassageWords, ...]:
    """The words of each of a document's passages, in order."""
    return tuple(_passage_words(document, passage) for passage in document.passages)


def _passage_words(document: Document, passage: Passage) -> PassageWords:
    outside = {
        sentence.lead
        for sentence in passage.sentences
        if sentence.lead and not passage.span.start <= sentence.lead.start < passage.span.end
    }
    above = [document.title, *map(document.quote, passage.headings), *map(document.quote, sorted(outside))]
    return PassageWords(index_terms(document.quote(passage.span)), index_terms("\n".join(above)))


def form_counts(rows: Iterable[tuple[str, str, str, str]]) -> Counter[tuple[str, str]]:
    """How often each (form, lemma) stands in rows of words.

    Counted from the rows as they are stored, so that removing takes away exactly what adding put there,
    even after the dictionaries have changed.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for lemmas, surface, title_lemmas, title_surface in rows:
        counts.update(zip(surface.split(), lemmas.split(), strict=False))
        counts.update(zip(title_surface.split(), title_lemmas.split(), strict=False))
    return counts


def packed(vectors: Vectors) -> bytes:
    """Vectors as they are kept: float16, row after row; half the size moves a cosine by 0.0002 at most."""
    return vectors.astype("<f2").tobytes()


def unpacked(content: bytes, dimensions: int) -> Vectors:
    """Kept vectors as float32 (n, d), rows of length 1 again."""
    vectors = np.frombuffer(content, dtype="<f2").reshape(-1, dimensions).astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    # A sentence without a single known piece may have no direction at all.
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def headings_text(document: Document, passage: Passage) -> str:
    """A passage's headings with their texts, as JSON."""
    return json.dumps([[*span, document.quote(span)] for span in passage.headings], ensure_ascii=False)
