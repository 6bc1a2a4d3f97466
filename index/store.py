"""The store: what the library holds, and the only truth about it."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from documents.model import Document, Repair, Sheet
from index.accounts import Accounts
from index.alike import Alike
from index.arrival import Arrival, arrive, depart, held_document, mark_outdated
from index.asked import Asked
from index.audit import Audit
from index.conversations import Conversations
from index.database import Database
from index.devices import Devices
from index.entry import Vectors, packed, prepare, unpacked
from index.errors import OvertakenModelError, UnknownDocumentError
from index.extraction.model import Extract
from index.facts import Facts, insert_extract
from index.identities import Identities
from index.in_use import ModelInUse, model_of, use_model
from index.jobs import Jobs
from index.lexicon import Lexicon, WordMatch
from index.links import Links
from index.model import OutOfDate, StoredDocument, StoredPassage
from index.passing import PassingConversations
from index.removed import Removed
from index.review.review import Review
from index.review.rows import counter_of
from index.rows import (
    DocumentSentences,
    advance,
    generation_of,
    source,
    stored_document,
    stored_passages,
)
from index.schema import STEPS
from index.sessions import Sessions
from index.sheets import Cited, Flaws, flaws_of, repairs_of, sheets_of
from index.sheltered import ShelteredConversations
from index.tokens import Tokens
from index.vector_rows import (
    AS_IT_WAS,
    HELD_SENTENCES,
    KEPT_VECTORS,
    VECTORS_OF,
    WITHOUT_VECTORS,
    sentences_of,
)
from index.versions import Versions
from index.wanted import WantedLines
from index.watched import WatchedFiles


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the library holds."""

    documents: int
    passages: int
    sentences: int


class Store:
    """A library's documents, passages, sentences, words and vectors, in one database file.

    `conversations` takes what is asked from now on, in memory alone unless it `keeps_conversations`;
    `kept_conversations` are those in the file.

    Safe to use from several threads and processes at once. Raises: StoreError, in every method.
    """

    def __init__(self, path: Path, *, keeps_conversations: bool = True) -> None:
        self.path = path
        self.database = Database(path, STEPS)
        self.kept_conversations = Conversations(self.database)
        self.conversations: Conversations | PassingConversations = (
            ShelteredConversations(self.database) if keeps_conversations else PassingConversations()
        )
        self.asked = Asked(self.database)
        self.facts = Facts(self.database)
        self.tokens = Tokens(self.database)
        self.accounts = Accounts(self.database)
        self.sessions = Sessions(self.database)
        self.links = Links(self.database)
        self.devices = Devices(self.database)
        self.identities = Identities(self.database)
        self.audit = Audit(self.database)
        self.jobs = Jobs(self.database)
        self.watched = WatchedFiles(self.database)
        self.wanted = WantedLines(self.database)
        self.versions = Versions(self.database)
        self.removed = Removed(self.database)
        self.alike = Alike(self.database)
        self.review = Review(self.database)
        self._lexicon = Lexicon(self.database)

    def close(self) -> None:
        self.database.close()

    # What is held

    def state(self) -> tuple[int, int]:
        """The library's generation, and the counter of what people decided of its facts and names."""
        with self.database.reading() as connection:
            return generation_of(connection), counter_of(connection)

    def generation(self) -> int:
        """A number that grows with every change to what is held."""
        with self.database.reading() as connection:
            return generation_of(connection)

    def counts(self) -> Counts:
        with self.database.reading() as connection:
            row = connection.execute(
                "SELECT count(*), sum(passages), sum(sentences) FROM documents"
            ).fetchone()
        return Counts(row[0], row[1] or 0, row[2] or 0)

    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents by name."""
        with self.database.reading() as connection:
            return tuple(map(stored_document, connection.execute("SELECT * FROM documents ORDER BY name")))

    def document(self, document: str) -> StoredDocument:
        """The document with this id. Raises: UnknownDocumentError."""
        with self.database.reading() as connection:
            return held_document(connection, document)

    def by_content(self, sha256_hex: str) -> StoredDocument | None:
        with self.database.reading() as connection:
            row = connection.execute("SELECT * FROM documents WHERE sha256 = ?", (sha256_hex,)).fetchone()
        return stored_document(row) if row else None

    def by_name(self, name: str) -> StoredDocument | None:
        with self.database.reading() as connection:
            row = connection.execute("SELECT * FROM documents WHERE name = ?", (name,)).fetchone()
        return stored_document(row) if row else None

    def find(self, reference: str) -> StoredDocument:
        """The document a person means by an id, a name, or a base name that only one has.

        Raises: UnknownDocumentError.
        """
        with self.database.reading() as connection:
            for column in ("id", "name", "file"):
                query = f"SELECT * FROM documents WHERE {column} = ? LIMIT 2"  # noqa: S608 - our own names
                rows = connection.execute(query, (reference,)).fetchall()
                if len(rows) == 1:
                    return stored_document(rows[0])
        raise UnknownDocumentError(reference)

    def source(self, document: str) -> Document:
        """The document as it was read. Raises: UnknownDocumentError."""
        with self.database.reading() as connection:
            return source(connection, held_document(connection, document))

    def text(self, document: str) -> str:
        """The text its spans count in. Raises: UnknownDocumentError."""
        return str(self._content(document, "text"))

    def content(self, document: str) -> bytes:
        """The bytes as received. Raises: UnknownDocumentError."""
        content: bytes = self._content(document, "bytes")
        return content

    def cut(self, document: str) -> tuple[str, ...]:
        """What was taken away as boilerplate. Raises: UnknownDocumentError."""
        return tuple(json.loads(self._content(document, "cut")))

    def sheets(self, document: str) -> tuple[Sheet, ...]:
        """How each of its pages was read, in order; none where it was read before that was kept.

        Raises: UnknownDocumentError.
        """
        with self.database.reading() as connection:
            held_document(connection, document)
            return sheets_of(connection, document)

    def repairs(self, document: str) -> tuple[Repair, ...]:
        """What was put right in its text, in order. Raises: UnknownDocumentError."""
        with self.database.reading() as connection:
            held_document(connection, document)
            return repairs_of(connection, document)

    def flaws(self, cited: Sequence[Cited]) -> tuple[Flaws, ...]:
        """What is to be told of each of these spans; a document that has gone has no flaws."""
        with self.database.reading() as connection:
            return flaws_of(connection, cited)

    def passages(self, ids: Iterable[int]) -> dict[int, StoredPassage]:
        """The passages that are still held of `ids`, in that order."""
        with self.database.reading() as connection:
            return stored_passages(connection, ids)

    def document_passages(self, document: str) -> tuple[StoredPassage, ...]:
        """A document's passages in its order. Raises: UnknownDocumentError."""
        with self.database.reading() as connection:
            held_document(connection, document)
            ids = connection.execute("SELECT id FROM passages WHERE document = ? ORDER BY id", (document,))
            return tuple(stored_passages(connection, [row["id"] for row in ids]).values())

    # Words

    def match(self, lemmas: Sequence[str], surface: Sequence[str], limit: int) -> tuple[WordMatch, ...]:
        """The passages that hold any of the folded terms, the best by both channels together first."""
        return self._lexicon.match(lemmas, surface, limit)

    def frequencies(self, lemmas: Collection[str]) -> dict[str, int]:
        """In how many passages each lemma stands; 0 for none."""
        return self._lexicon.frequencies(lemmas)

    def forms(self, folded: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The lemmas that each folded form has in the library, the most frequent first."""
        return self._lexicon.forms(folded)

    def vocabulary(self) -> tuple[str, ...]:
        """Every folded form in the library, the most frequent first."""
        return self._lexicon.vocabulary()

    def passage_count(self) -> int:
        return self._lexicon.passage_count()

    # Vectors

    def generations(self) -> dict[str, int]:
        """Each document's generation: that at which its content came in."""
        with self.database.reading() as connection:
            return {
                row["id"]: row["generation"]
                for row in connection.execute("SELECT id, generation FROM documents")
            }

    def sentences_of(self, document: str, model: str) -> DocumentSentences | None:
        """A document's sentences, or None if it has no vectors of this model."""
        with self.database.reading() as connection:
            row = connection.execute(VECTORS_OF.format("NULL"), (document, model)).fetchone()
            return sentences_of(connection, document, row["generation"]) if row else None

    def vectors_of(self, document: str, model: str) -> tuple[DocumentSentences, Vectors] | None:
        """A document's sentences and their vectors, or None if it has none of this model."""
        with self.database.reading() as connection:
            row = connection.execute(VECTORS_OF.format("vectors.vectors"), (document, model)).fetchone()
            if row is None:
                return None
            sentences = sentences_of(connection, document, row["generation"])
        return sentences, unpacked(row["vectors"], row["dimensions"])

    def without_vectors(self, model: str) -> tuple[str, ...]:
        """The ids of documents that have no vectors of this model."""
        query = f"SELECT id {WITHOUT_VECTORS} ORDER BY name"
        with self.database.reading() as connection:
            return tuple(row["id"] for row in connection.execute(query, (model,)))

    def put_vectors(self, document: str, generation: int, vectors: Vectors, *, model: str) -> bool:
        """Keep a document's vectors of another model beside those it has; False if it has changed since."""
        query = f"SELECT ({HELD_SENTENCES}) AS sentences {AS_IT_WAS}"
        with self.database.writing() as connection:
            row = connection.execute(query, (document, generation)).fetchone()
            if row is None:
                return False
            if row["sentences"] != len(vectors):
                raise ValueError(f"{document}: {row['sentences']} sentences and {len(vectors)} vectors")
            kept = (document, model, vectors.shape[1], packed(vectors))
            before = connection.execute(KEPT_VECTORS, (document, model)).fetchone()
            connection.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", kept)
            if before is not None and tuple(before) != kept[2:]:
                # Mended, in use: whoever searches them takes the document for a new one.
                now = advance(connection)
                connection.execute("UPDATE documents SET generation = ? WHERE id = ?", (now, document))
        return True

    def model(self) -> ModelInUse | None:
        """The model in use, or None where none was taken yet."""
        with self.database.reading() as connection:
            return model_of(connection)

    def take_model(self, model: str, *, name: str, instead_of: ModelInUse | None, by: str) -> bool:
        """Use the model of this stamp, loaded by `name`, and forget every other one's vectors; False if a
        document has none of this one's.

        Raises: OvertakenModelError where the model in use is no longer the one that this is to replace.
        """
        with self.database.writing() as connection:
            held = model_of(connection)
            if held is not None and held != instead_of:
                raise OvertakenModelError(held.stamp)
            if connection.execute(f"SELECT 1 {WITHOUT_VECTORS}", (model,)).fetchone():
                return False
            others = connection.execute("DELETE FROM vectors WHERE model <> ?", (model,)).rowcount
            if use_model(connection, model, name, by=by) or others:
                advance(connection)
        return True

    # Changes

    def add(
        self,
        document: Document,
        content: bytes,
        *,
        name: str,
        vectors: Vectors,
        model: str,
        extract: Extract | None = None,
        arrival: Arrival,
    ) -> StoredDocument:
        """The document as it is held from now on, in place of what had this name before, which is kept as an
        earlier version if its bytes were others.

        Without an `extract`, its facts are read when a server or a command next looks for such documents.

        Raises: SameContentError if another document holds the same bytes; ValueError if there is not one
        vector a sentence; UnknownRemovalError, TakenPlaceError where a removal is undone.
        """
        # The words are looked up before the library is locked for others.
        entry = prepare(document, content, name, vectors=vectors, model=model)
        with self.database.writing() as connection:
            held = arrive(connection, entry, arrival)
            if extract is not None:
                insert_extract(connection, held.id, document, extract)
            return held

    def remove(self, document: str, *, by: str) -> None:
        """Take away all of a document; it is kept apart for thirty days. Raises: UnknownDocumentError."""
        with self.database.writing() as connection:
            depart(connection, held_document(connection, document), by)

    def mark_outdated(self, document: str, *, by: str, since: date | None = None, reason: str = "") -> None:
        """Mark a source as out of date since a day, today without one. Raises: UnknownDocumentError."""
        with self.database.writing() as connection:
            mark = OutOfDate(since or datetime.now(UTC).date(), reason, by)
            mark_outdated(connection, held_document(connection, document), mark, by=by)

    def lift_outdated(self, document: str, *, by: str) -> None:
        """Let a source count again as any other. Raises: UnknownDocumentError."""
        with self.database.writing() as connection:
            mark_outdated(connection, held_document(connection, document), None, by=by)

    def _content(self, document: str, column: str) -> Any:
        query = f"SELECT {column} FROM contents WHERE document = ?"  # noqa: S608 - our own names
        with self.database.reading() as connection:
            row = connection.execute(query, (document,)).fetchone()
        if row is None:
            raise UnknownDocumentError(document)
        return row[0]
