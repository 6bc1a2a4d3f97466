"""What a source says, as values: Blocks as a reader found them, and the Document made of them."""

import datetime
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Language = Literal["pl", "en"]
Format = Literal["pdf", "pptx", "docx", "odt", "odp", "html", "markdown", "text", "image"]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "head", "note"]
PlaceKind = Literal["page", "slide", "notes", "section"]
Verdict = Literal["clean", "repaired", "ocr", "doubtful", "empty"]
# Why a page has its verdict. They are told in words where people see them.
Reason = Literal[
    "lost_letters",  # letters the file does not tell (U+FFFD, or left out), put back
    "misdecoded",  # text in one code that was written down as another
    "odd_signs",  # signs that look like letters, ligatures, and accents apart from their letters
    "torn_words",  # words pulled apart, or in the order they look and not are read in
    "unsure_words",  # words with several readings as likely, left as they were
    "unreadable",  # signs that stand for no letters, or words of no language; not kept
    "no_text",  # something is drawn on it, and none of it is text
    "no_ocr",  # it would have to be read by OCR, which is not there
    "ocr_failed",  # OCR was tried and found nothing it was sure of, or broke off
    "ocr_unsure",  # OCR is not sure of much of what it read
    "no_time",  # the time for this file was over
    "broken",  # the page itself is damaged
    "hidden",  # a slide left out of the show
    "blank",  # nothing is on it
    "all_cut",  # all that is on it was cut: running heads, a table of contents, links
    "carried_on",  # all that is on it ends a paragraph or row of a page before, and is kept there
]


class Span(NamedTuple):
    """Half-open [start, end) in characters of Document.text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of text that was put right, or that cannot be: `original` stood there as it was read.

    Where several `readings` are as likely, none is chosen: they are named, and the text at `span` is left as
    far as it is known. Spans count in the text of the block or document that holds the repair.
    """

    span: Span
    original: str
    readings: tuple[str, ...] = ()


class Break(NamedTuple):
    """A blank in a block's text for which the file has a line break; `sign` is its kind (breaks.py)."""

    at: int
    sign: str


class Box(NamedTuple):
    """A rectangle on a page as it is shown: shares of its width and height in [0, 1], from the upper left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page or slide as it was read, or the whole of a file that has none, with the verdict on that.

    `number` is from 1. A reader tells `method`, `ink` (share of the page's area in [0, 1] that something is
    drawn on, None where unknown), `rejected` (text that is there and stands for nothing, so is not kept) and
    its `reasons`; the judgement adds the verdict, its own reasons and the counts of words. `boxes` say where
    each word stands that OCR read, in order.
    """

    number: int
    method: Literal["text", "ocr"] = "text"
    ink: float | None = None
    rejected: str = ""
    boxes: tuple[tuple[str, Box], ...] = ()
    verdict: Verdict = "clean"
    reasons: tuple[Reason, ...] = ()
    words: int = 0
    repaired: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row, in reading order, as a reader found it.

    `text` is NFC, without line breaks that only wrap a line. `level` is a heading's depth from 1, or an
    item's nesting from 0. `page` is the page or slide, from 1; None where the format has none. A table's
    column heads are one block of kind `head`, each of its rows one of kind `row`, cells joined by " | ".
    `repairs` are in order and do not overlap; their spans count in `text`. `breaks` are the blanks in
    `text`, in order, for which the file has a line break.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    page: int | None = None
    repairs: tuple[Repair, ...] = ()
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file's bytes: its blocks, and what the file says of itself.

    `cut` holds the blocks taken away as boilerplate, in their order. `pages` counts pages or slides, 1
    where the format has none. `date` is that of what it says: when it was published, else written;
    `modified` when it was last changed. `sheets` are those pages of which the reader has something to tell.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    language: Language | None = None
    address: str | None = None
    date: datetime.date | None = None
    pages: int = 1
    cut: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    modified: datetime.date | None = None
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document: page 3, slide 7, the notes to slide 7, section "Kontakt".

    `number` is None for a section.
    """

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
    their leads and the headings may lie outside it. `language` is its own, the document's where it is too
    short to tell.
    """

    span: Span
    sentences: tuple[Sentence, ...]
    place: int
    headings: tuple[Span, ...] = ()
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source as received. Every span below it is `text[start:end]`.

    `file` is the base name as added; `title` falls back to the first heading, then to the file's name.
    `date` is what the source tells of itself, never the day it was added; `modified` when it was last
    changed. There is a sheet for each page, in order.
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
    authors: tuple[str, ...] = ()
    modified: datetime.date | None = None
    repairs: tuple[Repair, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def quote(self, span: Span) -> str:
        """The exact text of a span."""
        return self.text[span.start : span.end]
