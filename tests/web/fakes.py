"""A small library, and an assistant that answers from it by keywords and records what it was asked."""

import re
import secrets
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from fastapi.testclient import TestClient

from assistant.errors import UnknownConversationError
from assistant.model import Answer, Citation, Coverage, Item, Statement, Turn
from documents.model import Document, Format, Language, Place, Repair, Sheet, Span
from index.errors import UnknownDocumentError, UnknownRemovalError, UnknownVersionError
from index.jobs import Job
from index.model import Hit, StoredDocument, StoredPassage, StoredSentence
from index.outcome import Outcome
from index.register.register import Register
from index.roles import Role
from index.store import Counts, Store
from index.tokens import Holder
from web.app import create_app
from web.backend import Backend, Engine
from web.office import office_of
from web.upkeep import Upkeep, Works

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7 * 7 }} & \"quoted\" 'too'"
_FORMATS: dict[str, Format] = {"html": "html", "pdf": "pdf", "pptx": "pptx"}
STAFF, READER = "staff-token", "reader-token"

TEXTS: dict[str, tuple[str, Language, str, str]] = {
    "minatech": (
        "Minatech: klaster czterech województw",
        "pl",
        "minatech.html",
        "Minatech: klaster czterech województw\n\n"
        "Minatech łączy samorządy, uczelnie i firmy z południa i wschodu Polski. Jego tematem są technologie "
        "w skali mikro i nano oraz inżynieria biomedyczna.\n\n"
        "Założyciele\n\nPod porozumieniem podpisały się cztery samorządy wojewódzkie:\n"
        "• województwo małopolskie,\n• województwo podkarpackie,\n• województwo śląskie,\n"
        "• województwo świętokrzyskie.\n\n"
        + "Porozumienie zakłada wspólne badania, szkolenia i zakupy aparatury. "
        * 24
        + "\n\nKoordynator\n\nProjekt koordynuje Politechnika Krakowska, która prowadzi biuro klastra.\n\n"
        "Cecha | Opis\nKoordynator | Politechnika Krakowska\nRegiony | małopolskie, śląskie",
    ),
    "what-is": (
        "What is a cluster?",
        "en",
        "what-is-a-cluster.txt",
        "What is a cluster?\n\nA cluster is a group of firms and institutions of one field that are near "
        "each other, compete and work together all the same.\n\n"
        "The word came into economics with Michael E. Porter.",
    ),
    "kkk": (
        "Gala Krajowych Klastrów Kluczowych 2023",
        "pl",
        "kkk-gala-2023.html",
        "Gala Krajowych Klastrów Kluczowych 2023\n\nStatus ważny do 17 grudnia 2025 roku otrzymały:\n"
        "• Śląski Klaster Lotniczy, który reprezentuje Federacja Firm Lotniczych Bielsko,\n"
        "• Dolina Lotnicza, którą reprezentuje Stowarzyszenie Grupy Przedsiębiorców,\n"
        "• Zachodniopomorski Klaster Chemiczny, który reprezentuje stowarzyszenie Zielona Chemia,\n"
        "• Łódzki Klaster Mody, który reprezentuje uczelnia z Łodzi.",
    ),
    "hostile": (
        HOSTILE,
        "en",
        'a "strange" name ż.txt',
        f"{HOSTILE}\n\nThe secret is {HOSTILE} indeed.\n\n• {HOSTILE}\n• a | b",
    ),
}


class FakeLibrary:
    """Holds TEXTS, and what is added."""

    def __init__(self, *, empty: bool = False) -> None:
        self.texts = {} if empty else dict(TEXTS)
        self.files: dict[str, tuple[Document, bytes]] = {}
        self.removed: list[str] = []

    def hold(self, document: Document, content: bytes) -> str:
        """The id of a document that was really read; its file's name serves."""
        self.texts[document.file] = (document.title, document.language, document.file, document.text)
        self.files[document.file] = document, content
        return document.file

    def documents(self) -> tuple[StoredDocument, ...]:
        return tuple(map(self.document, self.texts))

    def document(self, document: str) -> StoredDocument:
        if document not in self.texts:
            raise UnknownDocumentError(document)
        title, language, file, text = self.texts[document]
        return StoredDocument(
            id=document,
            name=file,
            file=file,
            format=_FORMATS.get(file.rpartition(".")[2], "text"),
            title=title,
            language=language,
            address="javascript:alert(3)" if document == "hostile" else f"https://example.org/{document}",
            date=None if document == "hostile" else date(2023, 1, 9),
            sha256=sha256(self.content(document)).hexdigest(),
            pages=self.files[document][0].pages if document in self.files else 1,
            characters=len(text),
            passages=len(text.split("\n\n")),
            sentences=text.count("."),
            version=1,
            generation=1,
            added_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
            warnings=("Litery w pliku były uszkodzone; tekst poprawiono.",) if document == "kkk" else (),
        )

    def text(self, document: str) -> str:
        self.document(document)
        return self.texts[document][3]

    def document_passages(self, document: str) -> tuple[StoredPassage, ...]:
        text, held = self.text(document), self.document(document)
        if document in self.files:
            return _stored(self.files[document][0], held)
        paragraphs = [Span(one.start(), one.end()) for one in re.finditer(r"[^\n](?:[^\n]|\n(?!\n))*", text)]
        found: list[StoredPassage] = []
        heading = Span(0, len(text.split("\n")[0]))
        for number, span in enumerate(paragraphs):
            words = text[span.start : span.end]
            if len(words) < 20 and "." not in words:
                heading = span
                continue
            label = text[heading.start : heading.end]
            found.append(
                StoredPassage(
                    id=number,
                    document=held,
                    span=span,
                    text=words,
                    place=Place("section", None, label, Span(heading.start, span.end)),
                    headings=(heading,),
                    heading_texts=(label,),
                    sentences=(StoredSentence(number, span, words),),
                )
            )
        return tuple(found)

    def content(self, document: str) -> bytes:
        return self.files[document][1] if document in self.files else self.texts[document][3].encode()

    def sheets(self, document: str) -> tuple[Sheet, ...]:
        if document in self.files:
            return self.files[document][0].sheets
        words = len(self.text(document).split())
        return (Sheet(1, verdict="repaired" if document == "kkk" else "clean", words=words),)

    def repairs(self, document: str) -> tuple[Repair, ...]:
        self.document(document)
        return self.files[document][0].repairs if document in self.files else ()

    def cut(self, document: str) -> tuple[str, ...]:
        self.document(document)
        return self.files[document][0].cut if document in self.files else ()

    def counts(self) -> Counts:
        held = self.documents()
        return Counts(len(held), sum(one.passages for one in held), sum(one.sentences for one in held))


def _stored(read: Document, held: StoredDocument) -> tuple[StoredPassage, ...]:
    return tuple(
        StoredPassage(
            id=number,
            document=held,
            span=one.span,
            text=read.quote(one.span),
            place=read.places[one.place],
            headings=one.headings,
            heading_texts=tuple(map(read.quote, one.headings)),
            sentences=tuple(
                StoredSentence(at, sentence.span, read.quote(sentence.span), sentence.lead)
                for at, sentence in enumerate(one.sentences)
            ),
        )
        for number, one in enumerate(read.passages)
    )


@dataclass
class FakeAssistant:
    """Answers by keyword: kto, status, which, hostile; anything else it abstains on."""

    library: FakeLibrary
    asked: list[tuple[str, str | None, Language | None, date | None]] = field(default_factory=list)
    kept: dict[str, list[Turn]] = field(default_factory=dict)
    rated: dict[tuple[str, int], tuple[bool, str]] = field(default_factory=dict)

    def ask(
        self,
        question: str,
        *,
        conversation: str | None = None,
        language: Language | None = None,
        as_of: date | None = None,
    ) -> Turn:
        self.asked.append((question, conversation, language, as_of))
        if conversation is not None and conversation not in self.kept:
            raise UnknownConversationError(conversation)
        key = conversation or secrets.token_urlsafe(12)
        turns = self.kept.setdefault(key, [])
        polish = language == "pl" or (language is None and re.search(r"[ąćęłńóśźż]|(?i:kto|czy)\b", question))
        answer = self._answer(question, "pl" if polish else "en")
        turns.append(Turn(key, len(turns) + 1, question, answer, datetime.now(UTC), 6.1))
        return turns[-1]

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        if conversation not in self.kept:
            raise UnknownConversationError(conversation)
        return tuple(self.kept[conversation])

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        if not any(one.number == turn for one in self.kept.get(conversation, [])):
            return False
        self.rated[conversation, turn] = (useful, comment)
        return True

    def remove(self, conversation: str) -> bool:
        return self.kept.pop(conversation, None) is not None

    def remove_all(self, *, by: str) -> int:
        gone = len(self.kept)
        self.kept.clear()
        return gone

    def count(self) -> int:
        return len(self.kept)

    def cite(self, number: int, document: str, words: str, *, repaired: bool = False) -> Citation:
        """The citation of words that stand in a document."""
        text, held = self.library.text(document), self.library.document(document)
        start = text.index(words)
        label = "sekcja Koordynator" if document == "minatech" else "section 1"
        return Citation(
            number,
            document,
            held.file,
            held.title,
            held.address,
            None,
            label,
            start,
            start + len(words),
            words,
            repaired,
        )

    def _answer(self, question: str, language: Language) -> Answer:
        for keyword, make in self._kinds().items():
            if re.search(keyword, question, re.IGNORECASE):
                return make(language)
        near = self.cite(1, "what-is", "The word came into economics with Michael E. Porter.")
        said = "Biblioteka tego nie mówi." if language == "pl" else "The library does not say."
        looked = (
            "Szukano numeru telefonu do klastra Dolina Lotnicza."
            if language == "pl"
            else "Looked for a telephone number of Dolina Lotnicza."
        )
        return Answer(language, "abstention", citations=(near,), abstention=said, notes=(looked,))

    def _kinds(self) -> dict[str, Callable[[Language], Answer]]:
        return {
            r"\b(kto|who)\b": self._fact,
            r"status|kkk": self._list,
            r"\bjoin|dołączy": self._recommendation,
            r"what is|czym jest": self._definition,
            r"names": self._names,
            r"hostile": self._hostile,
        }

    def _fact(self, language: Language) -> Answer:
        quote = "Projekt koordynuje Politechnika Krakowska, która prowadzi biuro klastra."
        start = quote.index("Politechnika Krakowska")
        said = Statement((1,), exact="Politechnika Krakowska", quote=quote, marks=(Span(start, start + 22),))
        more = (
            ("A jaki jest jego cel?", "Kto założył Minatech?")
            if language == "pl"
            else ("And what is its aim?", "Who founded Minatech?")
        )
        return Answer(
            language,
            "fact",
            statements=(said,),
            citations=(self.cite(1, "minatech", quote),),
            suggestions=more,
        )

    def _list(self, language: Language) -> Answer:
        lead = self.cite(1, "kkk", "Status ważny do 17 grudnia 2025 roku otrzymały:", repaired=True)
        lines = re.findall(r"• (.*?), któr\w+ reprezentuje (.*?)[,.](?:\n|$)", self.library.text("kkk"))
        cited = [self.cite(number, "kkk", name) for number, (name, _) in enumerate(lines, 2)]
        items = tuple(
            Item(name, (one.number,), details={"valid_until": "2025-12-17", "representative": by})
            for (name, by), one in zip(lines, cited, strict=True)
        )
        exact, passed = (
            (
                "4 klastry mają status do 17 grudnia 2025",
                "Ten termin już minął; biblioteka nie zna odnowienia.",
            )
            if language == "pl"
            else (
                "4 clusters hold it until 17 December 2025",
                "That date has passed; the library knows of no renewal. [1]",
            )
        )
        return Answer(
            language,
            "list",
            statements=(
                Statement((1,), exact=exact, framing="Runda VI." if language == "pl" else "Round VI."),
            ),
            items=items,
            citations=(lead, *cited),
            coverage=Coverage(4, 20, 5),
            notes=(passed,),
        )

    def _recommendation(self, language: Language) -> Answer:
        cited = [self.cite(1, "kkk", "Śląski Klaster Lotniczy"), self.cite(2, "kkk", "Łódzki Klaster Mody")]
        items = tuple(
            Item(one.quote, (one.number,), details={"region": "śląskie"}, reason="działa w Twojej branży")
            for one in cited
        )
        return Answer(language, "recommendation", items=items, citations=tuple(cited))

    def _definition(self, language: Language) -> Answer:
        first = self.library.text("what-is").split("\n\n")[1]
        second = "Minatech łączy samorządy, uczelnie i firmy z południa i wschodu Polski."
        said = (
            Statement((1,), framing="What is a cluster?", quote=first, marks=(Span(0, 9),)),
            Statement((2,), framing="Minatech: klaster czterech województw", quote=second),
        )
        return Answer(
            language,
            "definition",
            statements=said,
            citations=(self.cite(1, "what-is", first), self.cite(2, "minatech", second)),
        )

    def _names(self, language: Language) -> Answer:
        cited = [self.cite(1, "kkk", "Śląski Klaster Lotniczy"), self.cite(2, "kkk", "Łódzki Klaster Mody")]
        items = tuple(Item(one.quote, (one.number,)) for one in cited)
        return Answer(language, "list", items=items, citations=tuple(cited))

    def _hostile(self, language: Language) -> Answer:
        cited = self.cite(1, "hostile", HOSTILE)
        return Answer(
            language,
            "fact",
            statements=(Statement((1,), exact=HOSTILE, framing=HOSTILE, quote=HOSTILE, marks=(Span(0, 8),)),),
            items=(Item(HOSTILE, (1,), aliases=(HOSTILE,), details={HOSTILE: HOSTILE}, reason=HOSTILE),),
            citations=(cited,),
            notes=(HOSTILE, "[1] [99]"),
            suggestions=(HOSTILE,),
        )


@dataclass
class FakeSearch:
    library: FakeLibrary

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        found = [one for name in self.library.texts for one in self.library.document_passages(name)]
        return tuple(Hit(one, 1 / rank, rank, ()) for rank, one in enumerate(found[:limit], 1))


@dataclass
class FakeKeeper:
    library: FakeLibrary
    saved: int = 0

    def add(self, name: str, content: bytes, *, by: str) -> Outcome:
        if not content:
            return Outcome(name, "refused", reason="No text was found in this file.")
        self.library.texts[name] = (name, "en", name, content.decode())
        return Outcome(name, "added", document=name, pages=1, passages=1)

    def read_anew(self, document: str, *, by: str) -> Outcome:
        held = self.library.document(document)
        return Outcome(held.file, "replaced", document=held.id, pages=held.pages, passages=held.passages)

    def undo(self, removal: int, *, by: str) -> Outcome:
        raise UnknownRemovalError(str(removal))

    def go_back(self, document: str, version: int, *, by: str) -> Outcome:
        raise UnknownVersionError(document, version)

    def remove(self, document: str, *, by: str) -> None:
        self.library.document(document)
        del self.library.texts[document]
        self.library.removed.append(document)

    def save(self) -> None:
        self.saved += 1


@dataclass
class FakeAlone:
    assistant: FakeAssistant

    def ask(self, document: str, question: str, *, language: Language | None = None) -> Turn:
        return self.assistant.ask(question, language=language)

    def close(self) -> None:
        pass


class FakeIntake:
    """Works on nothing, and keeps how often it was woken."""

    trouble: str | None = None

    def __init__(self) -> None:
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1

    def progress(self, job: Job) -> tuple[int, int] | None:
        return None

    def close(self) -> None:
        pass


class FakeTokens:
    def holder(self, secret: str) -> Holder | None:
        roles: dict[str, Role] = {STAFF: "staff", READER: "reader"}
        return Holder(secret, roles[secret]) if secret in roles else None


@dataclass
class House:
    """A backend of fakes, with a real office. With `held_back`, the engine comes when `released` is set."""

    held_back: bool = False
    failure: Exception | None = None
    empty: bool = False
    upload_bytes: int = 20_000
    pictures: Path | None = None
    register: Register = field(default_factory=Register)
    today: date = date(2026, 11, 22)
    signed_in_readers: bool = False
    keep_days: int = 90

    def __post_init__(self) -> None:
        self.library = FakeLibrary(empty=self.empty)
        self.assistant = FakeAssistant(self.library)
        self.keeper = FakeKeeper(self.library)
        self.intake = FakeIntake()
        self.released = threading.Event()
        folder = Path(tempfile.mkdtemp())
        self.store = Store(folder / "library.sqlite")
        weakref.finalize(self, _discard, self.store, folder)

    def load(self) -> Engine:
        if self.held_back:
            self.released.wait(60)
        if self.failure is not None:
            raise self.failure
        return Engine(
            self.assistant,
            FakeSearch(self.library),
            self.keeper,
            FakeAlone(self.assistant),
            self.intake,
        )

    @property
    def backend(self) -> Backend:
        return Backend(
            library=self.library,
            registers=lambda: self.register,
            conversations=self.assistant,
            tokens=FakeTokens(),
            office=office_of(self.store),
            signed_in_readers=self.signed_in_readers,
            keep_days=self.keep_days,
            load=self.load,
            upkeep=Upkeep(self.store, Works(lambda *_: iter(()), lambda *_: iter(()))),
            version="1.2.3",
            upload_bytes=self.upload_bytes,
            pictures=self.pictures,
            today=lambda: self.today,
        )


def _discard(store: Store, folder: Path) -> None:
    store.close()
    shutil.rmtree(folder)


@contextmanager
def visiting(house: House) -> Iterator[TestClient]:
    """A client of an application over this house; warm, unless the house holds it back."""
    app = create_app(house.backend)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as visitor:
        if not house.held_back:
            app.state.desk.warmup.wait(10)
        yield visitor
        house.released.set()
