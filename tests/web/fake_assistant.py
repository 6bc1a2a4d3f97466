"""An assistant that answers by keywords from the small library, and records what it was asked."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from assistant.errors import UnknownConversationError
from assistant.model import Answer, Citation, Coverage, Item, Statement, Turn
from documents.model import Language, Span
from tests.web.fake_library import HOSTILE, FakeLibrary


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

    def answer(self, question: str) -> Answer:
        return self._answer(question, "pl")

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
