"""What is answered, as values. An answer without a citation cannot be built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assistant.errors import GroundingError
from documents.model import Language, Span

Kind = Literal[
    "list",
    "fact",
    "count",
    "passage",
    "definition",
    "recommendation",
    "comparison",
    "clarification",
    "abstention",
]
# What staff made of what is said by a citation.
Reviewed = Literal["", "confirmed", "corrected", "added"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Marker [number] → the span [start, end) of a document's text, with that text as `quote`.

    `document` is the document's id, `file` its base name as added, `place` words for a person
    ("slajd 3", "sekcja Kontakt") in the answer's language. `repaired`: letters were put back in the quote;
    `ocr`: its page was read by OCR. `outdated` is the day since which its document is marked as out of date,
    as ISO, or nothing. `review` is what staff made of what is said by it: it was confirmed, or what is said
    is their correction, or was found there by them. `version` is the number of the earlier version of
    the document whose text this is, where the present one has the words no more and staff stand by them; 0
    where it is the present one's.
    """

    number: int
    document: str
    file: str
    title: str
    address: str | None
    page: int | None
    place: str
    start: int
    end: int
    quote: str
    repaired: bool = False
    ocr: bool = False
    outdated: str = ""
    review: Reviewed = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, and the citations it stands on, the quoted one first.

    `exact` is the exact answer, shown first and large; `framing` is in our words; `quote` is the first
    citation's quote where it is shown; `marks` are spans of `quote` to be marked.
    """

    citations: tuple[int, ...]
    exact: str = ""
    framing: str = ""
    quote: str = ""
    marks: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise GroundingError("a statement without a citation")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list answer, with what is known of it and the citations it stands on.

    `cluster` is its id in the register, where it is one of its clusters.
    """

    name: str
    citations: tuple[int, ...]
    aliases: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    cluster: str = ""

    def __post_init__(self) -> None:
        if not self.citations:
            raise GroundingError(f"{self.name}: an item without a citation")


@dataclass(frozen=True, slots=True)
class Coverage:
    """`found` of the `of` things of this kind that the library knows, out of `documents` documents."""

    found: int
    of: int
    documents: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered. An abstention has no statements: it says in `notes` what was looked for and
    offers the nearest passages as citations that nothing claims to stand on. `clusters` are the register's
    ids of those spoken of, in order: what a later question points back at."""

    language: Language
    kind: Kind
    statements: tuple[Statement, ...] = ()
    items: tuple[Item, ...] = ()
    citations: tuple[Citation, ...] = ()
    coverage: Coverage | None = None
    abstention: str = ""
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = {citation.number for citation in self.citations}
        used = {n for statement in self.statements for n in statement.citations}
        used |= {n for item in self.items for n in item.citations}
        if used - known:
            raise GroundingError(f"markers without a citation: {sorted(used - known)}")
        if (self.kind == "abstention") != (not self.statements and not self.items):
            raise GroundingError(f"an answer of kind {self.kind} with {len(self.statements)} statements")


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation with its answer; `number` counts from 1."""

    conversation: str
    number: int
    question: str
    answer: Answer
    asked_at: datetime
    elapsed_ms: float
