"""One document asked as if it were the whole library, so that staff see what it answers by itself."""

import shutil
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from assistant.assistant import Assistant
from assistant.ledger import Ledger
from assistant.model import Turn
from documents.model import Language
from index.arrival import Arrival
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder
from index.extraction.extract import extract
from index.model import StoredDocument
from index.register.present import RegisterOf
from index.search import Search
from index.store import Store
from index.vectors import Vectors


class Alone:
    """Asks documents one by one. The library of the last one is kept until another is asked or it changes.

    What staff decided of its facts is left aside: it shows what the document says.
    """

    def __init__(self, store: Store, encoder: Encoder, *, today: Callable[[], date] = date.today) -> None:
        self._store, self._encoder, self._today = store, encoder, today
        self._asking = threading.Lock()
        self._at: tuple[str, int] | None = None
        self._shelf: _Shelf | None = None

    def use(self, encoder: Encoder) -> None:
        """Ask with another encoder from the next question on."""
        with self._asking:
            self.close()
            self._encoder = encoder

    def ask(self, document: str, question: str, *, language: Language | None = None) -> Turn:
        """What is answered out of this document alone. Raises: UnknownDocumentError, QuestionError."""
        held = self._store.document(document)
        with self._asking:
            if self._shelf is None or self._at != (held.id, held.generation):
                self.close()
                self._shelf = _Shelf(self._store, held, self._encoder, self._today)
                self._at = held.id, held.generation
            return self._shelf.assistant.ask(question, language=language)

    def close(self) -> None:
        """Put the shelf away."""
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None


class _Shelf:
    """A library of one document, in a folder that goes with it."""

    def __init__(
        self, store: Store, held: StoredDocument, encoder: Encoder, today: Callable[[], date]
    ) -> None:
        self._folder = Path(mkdtemp(prefix="klastrownik-"))
        self._library = Store(self._folder / "library.sqlite")
        model, source = stamp(encoder), store.source(held.id)
        known = store.vectors_of(held.id, model)
        embedded = known[1] if known else encoder.embed_passages(embedded_texts(source))
        self._library.add(
            source,
            store.content(held.id),
            name=held.name,
            arrival=Arrival("alone"),
            vectors=embedded,
            model=model,
            extract=extract(source),
        )
        vectors = Vectors(self._library, model=model, dimensions=encoder.dimensions, folder=self._folder)
        self.assistant = Assistant(
            self._library,
            Search(self._library, vectors, encoder),
            Ledger(self._library.conversations),
            registers=RegisterOf(self._library),
            today=today,
        )

    def close(self) -> None:
        with suppress(OSError), closing(self._library):
            shutil.rmtree(self._folder)
