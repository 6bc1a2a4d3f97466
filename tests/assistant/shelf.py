"""A small library of ours on disk, with everything that answers out of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.answers.draft import Material
from assistant.assistant import Assistant
from assistant.ledger import Ledger
from assistant.model import Answer, Turn
from assistant.question import understand
from assistant.ranking import Candidate, rank
from index.embedding import stamp
from index.encoder import Encoder
from index.ingest import Ingest
from index.model import StoredPassage, StoredSentence
from index.register.present import RegisterOf
from index.search import Search
from index.store import Store
from index.vectors import Vectors

# The day on which the library is asked.
TODAY = date(2026, 11, 22)


class Shelf:
    """A real store, read, embedded, searched and asked as in the running application."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self.store = Store(folder / "library.sqlite")
        vectors = Vectors(
            self.store, model=stamp(encoder), dimensions=encoder.dimensions, folder=folder / "vectors"
        )
        self.ingest = Ingest(self.store, encoder)
        self.search = Search(self.store, vectors, encoder)
        self.ledger = Ledger(self.store.conversations)
        self.assistant = Assistant(
            self.store, self.search, self.ledger, registers=RegisterOf(self.store), today=lambda: TODAY
        )

    def add(self, file: str, text: str) -> str:
        """The id of the document that a file of this text becomes."""
        outcome = self.ingest.add_bytes(file, text.encode())
        assert outcome.document is not None, outcome.reason
        return outcome.document

    def ask(self, question: str, conversation: str | None = None) -> Turn:
        return self.assistant.ask(question, conversation=conversation)

    def answer(self, question: str) -> Answer:
        return self.ask(question).answer

    def candidates(self, question: str) -> tuple[Candidate, ...]:
        return rank(understand(question), self.search.find(question, 20))

    def material(
        self, question: str, chosen: str = "", *, sure: bool = True, level: bool = False
    ) -> Material:
        """What the answers are made from; the sentence chosen holds `chosen`, and is none unless `sure`.

        With `level` all candidates are as good as one another.
        """
        found = self.search.find(question, 20)
        candidates = rank(understand(question), found)
        if level:
            candidates = tuple(replace(one, score=0.0) for one in candidates)
        first = next((c for c in candidates if chosen in c.sentence.text), None) if sure else None
        return Material(understand(question), found, candidates, first, self.store.document_passages)

    def sentence(self, holding: str) -> tuple[StoredPassage, StoredSentence]:
        """The first sentence held that holds some words, with its passage."""
        held = (p for d in self.store.documents() for p in self.store.document_passages(d.id))
        return next((p, s) for p in held for s in p.sentences if holding in s.text)
