"""A library that was asked, put together as in the running application."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.asked.questions import Questions
from assistant.errors import UnknownConversationError
from assistant.ledger import Ledger
from assistant.model import Answer, Citation, Statement, Turn
from index.encoder import Encoder
from index.register.present import RegisterOf
from index.store import Store
from tests.fakes import HashingEncoder

START = datetime(2026, 11, 1, 9, tzinfo=UTC)


@dataclass
class Teller:
    """Answers what holds one of `known`, and abstains on all else."""

    known: set[str] = field(default_factory=set)
    asked: list[tuple[str, int]] = field(default_factory=list)

    def answer(self, question: str, earlier: Iterable[Turn] = ()) -> Answer:
        self.asked.append((question, len(list(earlier))))
        for word in self.known:
            if word in question:
                quote = f"O tym mówi {word}."
                cited = Citation(1, "d", "d.txt", "D", None, None, "", 0, len(quote), quote)
                return Answer("pl", "fact", (Statement((1,), quote=quote),), citations=(cited,))
        notes = (f"W bibliotece nie ma: {question}",)
        return Answer("pl", "abstention", abstention="Biblioteka tego nie mówi.", notes=notes)


class Asking:
    """A store with its questions; `ask` asks at an hour after the one before."""

    def __init__(self, folder: Path, encoder: Encoder | None = None) -> None:
        self.store = Store(folder / "library.sqlite")
        self.teller = Teller()
        self.ledger = Ledger(self.store.conversations)
        self.encoder = encoder or HashingEncoder()
        self.questions = self.remade(self.encoder)
        self.at = START

    def remade(self, encoder: Encoder) -> Questions:
        return Questions(
            self.store.asked,
            self.ledger,
            self.teller,
            encoder=encoder,
            library=self.store,
            registers=RegisterOf(self.store),
            today=lambda: date(2026, 11, 22),
        )

    def ask(self, question: str, conversation: str | None = None, *, useful: bool | None = None) -> str:
        """The conversation."""
        self.at += timedelta(hours=1)
        try:
            earlier = self.ledger.turns(conversation) if conversation else ()
        except UnknownConversationError:
            earlier = ()
        answer = self.teller.answer(question, earlier)
        turn = self.ledger.append(conversation, question, answer, at=self.at, elapsed_ms=1.0)
        if useful is not None:
            self.store.conversations.rate(turn.conversation, turn.number, useful=useful, comment="nie to")
        return turn.conversation

    def grouped(self) -> list[set[str]]:
        """The wordings of each group, once all is taken in."""
        assert self.questions.take_in(within_s=60) == 0
        return [{one.text for one in group.askings} for group in self.questions.groups()]

    def close(self) -> None:
        with closing(self.store):
            pass
