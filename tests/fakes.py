"""What stands in for slow parts: an encoder that needs no model, and documents without files."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from documents.model import Document, Passage, Place, Sentence, Span
from index.arrival import Arrival
from index.encoder import Progress, Vectors
from index.model import StoredDocument
from index.store import Store
from index.words import fold, tokenize

MODEL = "hashing"


class HashingEncoder:
    """An Encoder whose vectors sum one random direction a word: texts that share words are near."""

    def __init__(self, model: str = MODEL, dimensions: int = 32) -> None:
        self.model = model
        self.dimensions = dimensions
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        self.embedded += texts
        if progress is not None:
            progress(len(texts))
        rows = [self._embed(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(-1, self.dimensions)

    def embed_query(self, text: str) -> Vectors:
        return self._embed(text)

    def _embed(self, text: str) -> Vectors:
        # The constant keeps a text without words from having no direction.
        total = np.full(self.dimensions, 1e-3)
        for word in tokenize(text):
            seed = int.from_bytes(sha256(fold(word).encode()).digest()[:8], "big")
            total += np.random.default_rng(seed).standard_normal(self.dimensions)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


def make_document(file: str, *paragraphs: str, title: str = "", heading: str = "") -> Document:
    """A document of one passage a paragraph, one sentence a line of it, all under one heading."""
    text = heading
    top = (Span(0, len(heading)),) if heading else ()
    passages = []
    for paragraph in paragraphs:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{paragraph}" if text else paragraph
        sentences = []
        at = start
        for line in paragraph.split("\n"):
            sentences.append(Sentence(Span(at, at + len(line))))
            at += len(line) + 1
        passages.append(Passage(Span(start, len(text)), tuple(sentences), 0, top))
    place = Place("section", None, heading or file, Span(0, len(text)))
    return Document(file, "text", title or file, "pl", text, (place,), tuple(passages))


def put(store: Store, document: Document, name: str = "", by: str = "staff") -> StoredDocument:
    """The document, held by the store with vectors of its bare sentences."""
    texts = [document.quote(one.span) for passage in document.passages for one in passage.sentences]
    vectors = HashingEncoder().embed_passages(texts)
    return store.add(
        document,
        document.text.encode(),
        name=name or document.file,
        vectors=vectors,
        model=MODEL,
        arrival=Arrival(by),
    )
