"""What the interface takes and gives, as the schema shows it."""

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from assistant.model import Kind, Reviewed
from documents.model import Format, Language
from index.jobs import Stage, State
from index.outcome import Status
from index.register.model import Attribute, ReviewState
from web.api.standing import Standing

QUESTION_CHARS = 2_000
# More than any conversation has, and small enough for every number of the database's.
_TURNS = 2**31 - 1


def _iso_day(value: Any) -> Any:
    # Pydantic would also take a number of seconds, and a date with a time of day.
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        # Python's own reader also takes 2025-W01-1 and 20250101.
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise ValueError
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("iso_day", "a date as YYYY-MM-DD") from None


def _unicode(text: str) -> str:
    # JSON can spell half of a surrogate pair, which no database and no page can hold.
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise PydanticCustomError("string_unicode", "valid Unicode text")
    return text


Question = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=QUESTION_CHARS),
    AfterValidator(_unicode),
]
Short = Annotated[str, StringConstraints(strict=True, max_length=200), AfterValidator(_unicode)]
COMMENT_CHARS = 2_000
Long = Annotated[str, StringConstraints(strict=True, max_length=COMMENT_CHARS), AfterValidator(_unicode)]
Earlier = Annotated[
    int,
    Field(
        description="The earlier version of the document whose text it is, where the present one has the "
        "words no more and staff stand by them; 0 for the present one."
    ),
]
Day = Annotated[
    datetime.date | None,
    BeforeValidator(_iso_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
]


class AskForm(BaseModel):
    """A question; all else may be left out."""

    question: Question = Field(examples=["Do kiedy Dolina Lotnicza ma status KKK?"])
    conversation: Short | None = None
    language: Language | None = None
    as_of: Day = Field(None, description="The day the answer is for, in place of today.")


class CitationForm(BaseModel):
    """`quote == text[start:end]` of the document's text."""

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
    repaired: bool = Field(description="Letters that the file had lost were put back in the quote.")
    ocr: bool = Field(description="The page is a picture that was read by OCR.")
    outdated: str = Field(
        description="The day since which its document is marked as out of date, or nothing."
    )
    review: Reviewed = Field(
        description="What staff made of what is said by it: confirmed; corrected, so that it says something "
        "else than the quote; added by hand. Nothing where nobody looked."
    )
    version: Earlier


class ItemForm(BaseModel):
    name: str
    aliases: list[str]
    details: dict[str, str]
    reason: str
    citations: list[int]
    cluster: str = Field(description="The cluster's id, or nothing where the item is none of the register's.")


class StatementForm(BaseModel):
    """One thing said; `marks` are [start, end) in `quote`."""

    exact: str
    framing: str
    quote: str
    marks: list[tuple[int, int]]
    citations: list[int]


class CoverageForm(BaseModel):
    """`found` of the `of` things of this kind that the library knows."""

    found: int
    of: int
    documents: int


class AnswerForm(BaseModel):
    """A turn: `answer` is the text with its [n] markers."""

    conversation: str
    turn: int
    language: Language
    kind: Kind
    answer: str
    statements: list[StatementForm]
    items: list[ItemForm]
    citations: list[CitationForm]
    coverage: CoverageForm | None
    notes: list[str]
    suggestions: list[str]
    elapsed_ms: float


class HitForm(BaseModel):
    """`score` compares within one search only."""

    document: str
    file: str
    title: str
    place: str
    text: str
    score: float
    start: int
    end: int


class SearchForm(BaseModel):
    hits: list[HitForm]


class StatusForm(BaseModel):
    """A status, and whether it `holds` on the day asked about; its dates are as exact as the source: a day, a
    month, a quarter, a year. The rest is where it stands."""

    label: str
    round: str
    valid_from: str | None
    valid_until: str | None
    withdrawn: bool
    holds: bool
    document: str
    file: str
    said_on: datetime.date | None
    place: str
    start: int
    end: int
    quote: str


class ClusterRowForm(BaseModel):
    """A cluster, with what counts of what is known: regions and sectors by key, documents by id."""

    id: str
    name: str
    aliases: list[str]
    status: StatusForm | None
    coordinator: str | None
    region: str | None
    town: str | None
    sectors: list[str]
    members: int | None
    documents: list[str]


class ClustersForm(BaseModel):
    """`found` of the `of` clusters that the library knows; `day` is the one that statuses are judged on."""

    clusters: list[ClusterRowForm]
    found: int
    of: int
    limit: int
    offset: int
    day: datetime.date


class ScopeForm(BaseModel):
    """A line above that gives a date, a round or the subject."""

    start: int
    end: int
    text: str


class SourceForm(BaseModel):
    """`quote == text[start:end]` of the document's text."""

    document: str
    file: str
    title: str
    place: str
    page: int | None
    version: Earlier
    start: int
    end: int
    quote: str
    scope: list[ScopeForm]


class FactForm(BaseModel):
    """A statement about a cluster; `label` is its value in words. An `id` of 0: concluded from the quote."""

    id: int
    attribute: Attribute
    value: str
    label: str
    qualifier: str
    valid_from: str | None
    valid_until: str | None
    said_on: datetime.date | None
    standing: Standing | None
    review: ReviewState = Field(
        description="What staff made of it: confirmed, corrected, added by hand; overruled, where nobody "
        "looked and it disagrees with one that staff checked; nothing where nobody looked."
    )
    decision: int = Field(description="The number of the decision behind it, 0 for none.")
    key: str = Field(description="What a decision names it by, for as long as its document stays as it is.")
    source: SourceForm


class NeighbourForm(BaseModel):
    id: str
    name: str


class ClusterForm(BaseModel):
    """All that is known of a cluster, the newest source of each attribute first."""

    id: str
    name: str
    aliases: list[str]
    day: datetime.date
    facts: list[FactForm]
    mentions: list[SourceForm]
    similar: list[NeighbourForm]


class OutOfDateForm(BaseModel):
    """That staff marked a source as out of date: since which day, and why, where that was said."""

    since: datetime.date
    reason: str


class DocumentForm(BaseModel):
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
    added_at: datetime.datetime
    warnings: list[str]
    authors: list[str]
    modified: datetime.date | None
    repairs: int = Field(description="How much was put right in its text.")
    unclear: int = Field(description="How many of its pages were not read as clean text.")
    outdated: OutOfDateForm | None


class RepairForm(BaseModel):
    """A stretch of the text that was put right, or that has several readings and was left alone."""

    start: int
    end: int
    original: str = Field(description="What stood there as it was read.")
    text: str = Field(description="What stands there now.")
    readings: list[str] = Field(description="The readings that are as likely; then nothing was changed.")


class SheetForm(BaseModel):
    """How one page or slide was read; the whole of a file that has none is one."""

    number: int
    verdict: Literal["clean", "repaired", "ocr", "doubtful", "empty"]
    method: Literal["text", "ocr"]
    reasons: list[str] = Field(description="Why it has its verdict, as words of the code.")
    ink: float | None = Field(description="The share of the page that something is drawn on, if known.")
    words: int
    repaired: int
    unsure: int
    rejected: str = Field(description="Text that stands for nothing, and was not kept.")
    repairs: list[RepairForm]


class ReadingForm(BaseModel):
    """How a document was read; without pages, it was before that was kept (`rebuild --read` helps)."""

    document: str
    pages: list[SheetForm]
    cut: list[str] = Field(description="What was taken away as boilerplate: menus, running heads.")
    warnings: list[str]


class DocumentsForm(BaseModel):
    documents: list[DocumentForm]


class AddressForm(BaseModel):
    """Where a document is to be fetched from."""

    address: str = Field(max_length=4_000, examples=["https://example.org/article.html"])


class JobForm(BaseModel):
    """A file on its way in; `status` and `document` are there once it is over.

    `stage` is the last that was reached, None for an address that is not yet fetched; `progress` goes from 0
    to 1. `by` is told to staff only.
    """

    id: str
    number: int
    file: str
    name: str
    address: str | None
    state: State
    stage: Stage | None
    progress: float = Field(ge=0, le=1)
    size_bytes: int
    attempt: int
    can_retry: bool
    created_at: datetime.datetime
    changed_at: datetime.datetime
    by: str | None = None
    status: Status | None = None
    document: str | None = None
    pages: int = 0
    passages: int = 0
    facts: int = 0
    warnings: list[str] = []
    reason: str | None = None
    repairs: int = 0
    unclear: int = 0
    version: int = Field(0, description="Counts the contents held under its name; the one before is kept.")
    likeness: float | None = Field(
        None, description="How much of the wording of this version and the one before is in both, 0 to 1."
    )
    alike: list[str] = Field([], description="The names of other documents that are nearly equal.")


class JobsForm(BaseModel):
    """Jobs, newest first; `counts` is of all there are, by state, `trouble` why none goes on for now."""

    jobs: list[JobForm]
    counts: dict[State, int]
    trouble: str | None


class FeedbackForm(BaseModel):
    """What somebody thought of an answer."""

    conversation: Short
    turn: int = Field(ge=1, le=_TURNS, strict=True)
    useful: bool = Field(strict=True)
    comment: Long = ""


class ReadyForm(BaseModel):
    state: Literal["ready"]
    documents: int
    passages: int
