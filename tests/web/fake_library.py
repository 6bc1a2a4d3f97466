"""A small library, a document of it hostile."""

import re
from datetime import UTC, date, datetime
from hashlib import sha256

from documents.model import Document, Format, Language, Place, Repair, Sheet, Span
from index.errors import UnknownDocumentError
from index.model import StoredDocument, StoredPassage, StoredSentence
from index.store import Counts

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7 * 7 }} & \"quoted\" 'too'"


_FORMATS: dict[str, Format] = {"html": "html", "pdf": "pdf", "pptx": "pptx"}


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
