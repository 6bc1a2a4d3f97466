"""What the library holds, as values."""

import datetime
from dataclasses import dataclass

from documents.model import Format, Language, Place, Span


@dataclass(frozen=True, slots=True)
class OutOfDate:
    """That staff marked a source as out of date: since which day, why (may be empty), and who said so."""

    since: datetime.date
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the library holds it. `name` is unique in the library, `file` its base name.

    `version` counts the contents held under this id, from 1; `generation` is the library's generation at
    which this content came in. `repairs` counts what was put right in its text, `unclear` its pages that were
    not read as clean text. `likeness` is the share in [0, 1] of its wording and that of its version before
    which is in both; None where there is none, or it is too short to tell.
    """

    id: str
    name: str
    file: str
    format: Format
    title: str
    language: Language
    address: str | None
    date: datetime.date | None
    sha256: str
    pages: int
    characters: int
    passages: int
    sentences: int
    version: int
    generation: int
    added_at: datetime.datetime
    warnings: tuple[str, ...]
    authors: tuple[str, ...] = ()
    modified: datetime.date | None = None
    repairs: int = 0
    unclear: int = 0
    added_by: str = ""
    outdated: OutOfDate | None = None
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence with its library-wide id, its text, and the line that introduces it, if any."""

    id: int
    span: Span
    text: str
    lead: Span | None = None
    lead_text: str = ""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its library-wide id; `text` is the document's text at `span`."""

    id: int
    document: StoredDocument
    span: Span
    text: str
    place: Place
    headings: tuple[Span, ...]
    heading_texts: tuple[str, ...]
    sentences: tuple[StoredSentence, ...]
    language: Language | None = None

    def between(self, one: StoredSentence, other: StoredSentence) -> str:
        """What stands between two of its sentences."""
        return self.text[one.span.end - self.span.start : other.span.start - self.span.start]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much of what a query looks for stands in a sentence and around it: shares in [0, 1] of its weight.

    `alone`: in the sentence; `in_context`: in it, its lead, its headings or the document's title;
    `with_previous`: there or in the sentence before it; `pairs`: neighbouring words that are neighbours here;
    `names` and `others`: of the names alone and of the other words alone, in context. `cosine` is that of the
    sentence's vector, in [-1, 1].
    """

    cosine: float
    alone: float
    in_context: float
    with_previous: float
    pairs: float
    names: float
    others: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. `score` is comparable within one search only; higher is better; `rank` from 1.

    `evidence` holds one entry for each sentence of the passage, in order.
    """

    passage: StoredPassage
    score: float
    rank: int
    evidence: tuple[Evidence, ...]
