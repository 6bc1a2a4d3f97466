"""What the pages and the interface ask of the rest of the house."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from assistant.asked.questions import Questions
from assistant.model import Answer, Turn
from documents.model import Language, Repair, Sheet
from index.encoder import Encoder
from index.jobs import Job
from index.model import Hit, StoredDocument, StoredPassage
from index.outcome import Outcome
from index.register.register import Register
from index.store import Counts
from index.tokens import Holder
from web.office import Office
from web.openid.provider import Provider
from web.upkeep import Upkeep


class Library(Protocol):
    """The documents held. Readable as soon as the server is up, before the model is."""

    def documents(self) -> tuple[StoredDocument, ...]:
        """Every document."""

    def document(self, document: str) -> StoredDocument:
        """The document with this id. Raises: UnknownDocumentError."""

    def text(self, document: str) -> str:
        """The text its spans count in. Raises: UnknownDocumentError."""

    def document_passages(self, document: str) -> tuple[StoredPassage, ...]:
        """Its passages, in order. Raises: UnknownDocumentError."""

    def content(self, document: str) -> bytes:
        """The file as it was received. Raises: UnknownDocumentError."""

    def sheets(self, document: str) -> tuple[Sheet, ...]:
        """How each of its pages was read, in order; none where it was read before that was kept.

        Raises: UnknownDocumentError.
        """

    def repairs(self, document: str) -> tuple[Repair, ...]:
        """What was put right in its text, in order. Raises: UnknownDocumentError."""

    def cut(self, document: str) -> tuple[str, ...]:
        """What was taken away as boilerplate. Raises: UnknownDocumentError."""

    def counts(self) -> Counts:
        """How much is held."""


class Conversations(Protocol):
    """What was asked and answered, and what people thought of it."""

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        """The turns in order. Raises: UnknownConversationError."""

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        """Whether there was such a turn; a later rating of the same turn replaces the earlier one."""

    def remove(self, conversation: str) -> bool:
        """Whether there was such a conversation; it is gone, with all that was made of it."""

    def remove_all(self, *, by: str) -> int:
        """How many there were; none is left."""

    def count(self) -> int:
        """How many there are."""


class Assistant(Protocol):
    def ask(
        self,
        question: str,
        *,
        conversation: str | None = None,
        language: Language | None = None,
        as_of: date | None = None,
    ) -> Turn:
        """The turn that was added to the conversation. Raises: QuestionError, UnknownConversationError."""

    def answer(self, question: str) -> Answer:
        """What is answered now, of which nothing is kept. Raises: QuestionError."""


class Search(Protocol):
    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """Passages, best first."""


class Keeper(Protocol):
    """Brings documents in and takes them out, whole or not at all."""

    def add(self, name: str, content: bytes, *, by: str) -> Outcome:
        """What became of the file."""

    def read_anew(self, document: str, *, by: str) -> Outcome:
        """What became of reading a document again from the bytes held. Raises: UnknownDocumentError."""

    def remove(self, document: str, *, by: str) -> None:
        """Nothing; the document is gone with all that was made of it. Raises: UnknownDocumentError."""

    def undo(self, removal: int, *, by: str) -> Outcome:
        """What became of a removed document that is to be held again.

        Raises: UnknownRemovalError, TakenPlaceError, SameContentError.
        """

    def go_back(self, document: str, version: int, *, by: str) -> Outcome:
        """What became of an earlier version that is to be held again, as a new one.

        Raises: UnknownDocumentError, UnknownVersionError, SameContentError.
        """

    def save(self) -> None:
        """Write down what the next start would otherwise make again. Called when serving ends."""


class Alone(Protocol):
    """One document asked as if it were the whole library."""

    def ask(self, document: str, question: str, *, language: Language | None = None) -> Turn:
        """What is answered out of it. Raises: UnknownDocumentError, QuestionError."""

    def close(self) -> None:
        """Put away what was made for asking."""


class Intake(Protocol):
    """Works on the jobs that wait, in threads of its own."""

    @property
    def trouble(self) -> str | None:
        """Why no job goes on for now, if none does."""

    def wake(self) -> None:
        """Say that a job has come."""

    def progress(self, job: Job) -> tuple[int, int] | None:
        """How many of how many pages are read of a job that is received, or sentences embedded of one that
        is split, while that is done."""

    def close(self) -> None:
        """Take on no more; what is in work goes on at the next start."""


class Tokens(Protocol):
    def holder(self, secret: str) -> Holder | None:
        """Who the bearer of a secret is, or None if it is no token in use."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What needs the model, and so is there only once that is loaded.

    `encoder` gives the one in use now; `close` ends what it does of itself.
    """

    assistant: Assistant
    search: Search
    keeper: Keeper
    alone: Alone
    intake: Intake
    encoder: Callable[[], Encoder] | None = None
    close: Callable[[], None] = lambda: None
    questions: Questions | None = None


@dataclass(frozen=True, slots=True)
class Backend:
    """All that is served. `load` makes the engine, which takes seconds, and is called once, in a thread.

    `registers` gives the register as it is now, which needs no model; `today` the day that validity is
    judged on. `pictures` is the folder that pages of decks are kept in, None for nowhere. With
    `signed_in_readers` only those who are signed in may ask and read; each of them as often as
    `ask_rate`. `address` is where people reach the pages, if that was told, and
    `provider` who else is believed who they are. Conversations are kept for
    `keep_days`, in memory alone where that is 0. `daily` is done at the start and once a day.
    """

    library: Library
    registers: Callable[[], Register]
    conversations: Conversations
    tokens: Tokens
    office: Office
    load: Callable[[], Engine]
    upkeep: Upkeep
    version: str = "0"
    upload_bytes: int = 200_000_000
    pictures: Path | None = None
    watched: Path | None = None
    signed_in_readers: bool = False
    ask_rate: str = "0"
    address: str = ""
    provider: Provider | None = None
    keep_days: int = 90
    daily: tuple[Callable[[], object], ...] = ()
    today: Callable[[], date] = date.today
