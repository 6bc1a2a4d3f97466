"""Work in hand: a job whose document is read, and what the intake works with."""

import math
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

import numpy as np

from documents.model import Document
from documents.progress import GivenUp, Told, telling
from documents.read import read_document
from index.encoder import Encoder, Vectors
from index.errors import SourceError
from index.extraction.extract import extract
from index.extraction.model import Extract, Pairs
from index.ingest import Pending
from index.jobs import Job
from index.outcome import Outcome

Storing = Callable[[int], None]
Reads = Callable[[str, bytes, Collection[str], GivenUp, Told], Document]
Finds = Callable[[Document, GivenUp, Told], Extract]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched: `address` is that which it came from in the end."""

    address: str
    content: bytes


Fetch = Callable[[str, GivenUp], Fetched]


@dataclass(slots=True)
class Work:
    """A job whose document is read, its vectors as far as they are made, and what became of it.

    `embedding_s` is its own share of the time that making them has taken.
    """

    job: Job
    pending: Pending
    vectors: dict[int, Vectors] = field(default_factory=dict)
    outcome: Outcome | None = None
    is_over: bool = False
    encoder: Encoder | None = None
    embedding_s: float = 0.0

    def embed_with(self, encoder: Encoder) -> None:
        """Forget the vectors of another encoder."""
        if self.encoder is not encoder:
            self.vectors.clear()
            self.encoder = encoder

    @property
    def sentences(self) -> int:
        return len(self.pending.texts)

    @property
    def size_bytes(self) -> int:
        return len(self.pending.received.content)

    def all_vectors(self) -> Vectors:
        """float32 (sentences, d), in order."""
        rows = [self.vectors[number] for number in range(self.sentences)]
        return np.array(rows, np.float32) if rows else np.empty((0, 1), np.float32)


def read_here(
    file: str,
    content: bytes,
    wanted: Collection[str] = (),
    _: GivenUp | None = None,
    told: Told | None = None,
) -> Document:
    """The document of a file, read in this process, where nobody can break it off."""
    with telling(told or (lambda done, of: None)):
        return read_document(file, content, wanted)


def find_here(
    document: Document, _: GivenUp | None = None, told: Told | None = None, *, given: Pairs = ()
) -> Extract:
    """What a document says of clusters, found in this process, where nobody can break it off."""
    with telling(told or (lambda done, of: None)):
        return extract(document, given)


def _nothing() -> None:
    pass


def _publish_nothing() -> AbstractContextManager[Storing]:
    return nullcontext(lambda _: None)


def _fetch_nothing(address: str, _: GivenUp) -> Fetched:
    raise SourceError(address, "addresses are not fetched here")


@dataclass(frozen=True, slots=True)
class Tools:
    """What the intake works with.

    `read`, `find` (facts) and `fetch` ask whether the file is given up by now, `courtesy` waits while others
    are to go first, and what is stored in `publishing`, which is told how many documents come now, is found
    by everybody when that ends. `embed_seconds` is how long embedding one document may take.
    """

    read: Reads = read_here
    find: Finds = find_here
    fetch: Fetch = _fetch_nothing
    courtesy: Callable[[], None] = _nothing
    publishing: Callable[[], AbstractContextManager[Storing]] = _publish_nothing
    embed_seconds: float = math.inf
