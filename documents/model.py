"""What a source says, as values: Blocks as a reader found them, and the Document made of them."""

import datetime
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Language = Literal["pl", "en"]
Format = Literal["pdf", "pptx", "docx", "html", "markdown", "text"]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "head", "note"]
PlaceKind = Literal["page", "slide", "section"]


class Span(NamedTuple):
    """Half-open [start, end) in characters of Document.text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row, in reading order, as a reader found it.

    `text` is NFC, without line breaks that only wrap a line. `level` is a heading's depth from 1, or an
    item's nesting from 0. `page` is the page or slide, from 1; None where the format has none. A table's
    column heads are one block of kind `head`, each of its rows one of kind `row`, cells joined by " | ".
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file's bytes: its blocks, and what the file says of itself.

    `cut` holds the blocks taken away as boilerplate, in their order. `pages` counts pages or slides, 1
    where the format has none.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    language: Language | None = None
    address: str | None = None
    date: datetime.date | None = None
    pages: int = 1
    cut: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document: page 3, slide 7, section "Kontakt". `number` is None for a section."""

    kind: PlaceKind
    number: int | None
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """An exact span, and the line that introduces it where it is an item of a list or a row of a table."""

    span: Span
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """An exact span that is searched and can be cited, with the headings it stands under, outermost first.

    `place` is an index into Document.places. Sentences are in order, inside the span, and do not overlap;
    their leads and the headings may lie outside it.
    """

    span: Span
    sentences: tuple[Sentence, ...]
    place: int
    headings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One source as received. Every span below it is `text[start:end]`.

    `file` is the base name as added; `title` falls back to the first heading, then to the file's name.
    `date` is what the source tells of itself, never the day it was added.
    """

    file: str
    format: Format
    title: str
    language: Language
    text: str
    places: tuple[Place, ...]
    passages: tuple[Passage, ...]
    address: str | None = None
    date: datetime.date | None = None
    pages: int = 1
    cut: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def quote(self, span: Span) -> str:
        """The exact text of a span."""
        return self.text[span.start : span.end]
