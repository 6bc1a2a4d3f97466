"""Rows of facts: what each document says of clusters, kept with it and gone with it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from documents.model import Document, Place, Span
from documents.moments import Moment
from index.database import Connection, Database, Row
from index.extraction.model import Claim, Extract, Name, Subject
from index.model import StoredDocument
from index.register.model import Fact, Source
from index.register.subject import StoredSubject
from index.review.model import Decision
from index.review.pins import pinned
from index.review.review import changed_since, counting_decisions
from index.review.reviewed import Pin
from index.review.rows import counter_of
from index.review.strays import heirs, strays
from index.rows import advance, generation_of, next_id, stored_document

# The generation of a document, and that of what was read out of it.
State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed of the facts held, at a generation of the library.

    `states` has each document that facts were read out of; `subjects` what those say that were not known in
    this state: nothing, where a document speaks of no cluster. `review` is the library's review counter,
    `decisions` all that people decided and that counts, `pins` what they decided of documents whose facts, or
    of which decisions, have changed; `strays` all that was decided at documents held no more, where
    others say the same, and `heirs` which document has the text of one that is held no more.
    """

    generation: int
    states: Mapping[str, State]
    subjects: Mapping[str, tuple[StoredSubject, ...]]
    review: int = 0
    decisions: tuple[Decision, ...] = ()
    pins: Mapping[str, tuple[Pin, ...]] = field(default_factory=dict)
    strays: Mapping[str, tuple[Pin, ...]] = field(default_factory=dict)
    heirs: Mapping[str, str] = field(default_factory=dict)


class Facts:
    """The facts of a library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def changes(self, known: Mapping[str, State], seen: int = -1) -> Changes:
        """What has changed since the documents were in the states `known`, and the review counter stood at
        `seen`; with none known, all there is."""
        with self._database.reading() as connection:
            states = {row["id"]: (row[1], row[2]) for row in connection.execute(STATES)}
            changed = [document for document, state in states.items() if known.get(document) != state]
            review = counter_of(connection)
            decisions = counting_decisions(connection) if review else ()
            decided = changed_since(connection, seen) & states.keys() if review else frozenset()
            return Changes(
                generation_of(connection),
                states,
                _subjects(connection, changed),
                review,
                decisions,
                pinned(connection, decisions, {*changed, *decided}),
                strays(connection, decisions),
                heirs(connection, {one.matter.document for one in decisions if one.kind == "moved"}),
            )

    def outdated(self, recipe: int) -> tuple[str, ...]:
        """The ids of documents whose facts were read in another way than `recipe`, or not at all."""
        with self._database.reading() as connection:
            return tuple(row["id"] for row in connection.execute(OUTDATED, (recipe,)))

    def count(self, document: str) -> int:
        """How many facts a document states."""
        with self._database.reading() as connection:
            return int(connection.execute(COUNT, (document,)).fetchone()[0])

    def put(self, held: StoredDocument, document: Document, extract: Extract) -> bool:
        """Keep what was read out of a document in place of what was before; False if it has changed since."""
        query = "SELECT 1 FROM documents WHERE id = ? AND generation = ?"
        with self._database.writing() as connection:
            if connection.execute(query, (held.id, held.generation)).fetchone() is None:
                return False
            connection.execute("DELETE FROM extracts WHERE document = ?", (held.id,))
            advance(connection)
            insert_extract(connection, held.id, document, extract)
        return True


STATES = """
    SELECT documents.id, documents.generation, extracts.generation
    FROM extracts JOIN documents ON documents.id = extracts.document"""
OUTDATED = """
    SELECT id FROM documents LEFT JOIN extracts ON extracts.document = documents.id
    WHERE extracts.recipe IS NOT ? ORDER BY name"""
COUNT = "SELECT count(*) FROM facts JOIN subjects ON subjects.id = facts.subject WHERE subjects.document = ?"
# What is read of the documents whose ids are in a JSON list.
SOURCES = "SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?))"
PLACES = """
    SELECT passages.id, places.document, places.ordinal, kind, number, label, places.start, places."end"
    FROM passages JOIN places ON places.document = passages.document AND places.ordinal = passages.place
    WHERE passages.document IN (SELECT value FROM json_each(?))"""
SUBJECTS = """
    SELECT id, document, passage, start, "end", quote, sure FROM subjects
    WHERE document IN (SELECT value FROM json_each(?)) ORDER BY id"""
NAMES = """
    SELECT subject, names.text, names.start, names."end", names.kind
    FROM names JOIN subjects ON subjects.id = names.subject
    WHERE subjects.document IN (SELECT value FROM json_each(?)) ORDER BY subject, ordinal"""
FACTS = """
    SELECT facts.id, subjects.document, subject, attribute, value, qualifier, since, until, said_on,
        facts.passage, facts.start, facts."end", facts.quote, scope
    FROM facts JOIN subjects ON subjects.id = facts.subject
    WHERE subjects.document IN (SELECT value FROM json_each(?)) ORDER BY facts.id"""


def insert_extract(connection: Connection, document: str, source: Document, extract: Extract) -> None:
    """Write what was read out of a document that is held under this id."""
    names = (json.dumps(pairs, ensure_ascii=False) for pairs in (extract.told, extract.given))
    row = (document, extract.recipe, generation_of(connection), *names)
    connection.execute("INSERT INTO extracts VALUES (?, ?, ?, ?, ?)", row)
    query = "SELECT id FROM passages WHERE document = ? ORDER BY id"
    passages = [id for (id,) in connection.execute(query, (document,))]
    first = next_id(connection, "subjects")
    connection.executemany(
        "INSERT INTO subjects VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (first + at, document, passages[one.passage], *one.span, source.quote(one.span), one.sure)
            for at, one in enumerate(extract.subjects)
        ),
    )
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", _name_rows(extract.subjects, first))
    connection.executemany(
        "INSERT INTO facts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_fact_row(claim, source, first + claim.subject, passages) for claim in extract.claims),
    )


def _name_rows(subjects: Sequence[Subject], first: int) -> Iterator[tuple[object, ...]]:
    for at, subject in enumerate(subjects):
        for ordinal, name in enumerate(subject.names):
            yield first + at, ordinal, name.text, name.kind, *name.span


def _fact_row(claim: Claim, source: Document, subject: int, passages: Sequence[int]) -> tuple[object, ...]:
    scope = [[*span, source.quote(span)] for span in claim.scope]
    return (
        subject,
        claim.attribute,
        claim.value,
        claim.qualifier,
        claim.since and claim.since.iso,
        claim.until and claim.until.iso,
        claim.said_on and claim.said_on.isoformat(),
        passages[claim.passage],
        *claim.span,
        source.quote(claim.span),
        json.dumps(scope, ensure_ascii=False),
    )


def _subjects(connection: Connection, documents: Iterable[str]) -> dict[str, tuple[StoredSubject, ...]]:
    ids = list(documents)
    listed = json.dumps(ids)
    sources = _Sources(connection, listed)
    names: dict[int, list[Name]] = defaultdict(list)
    for subject, text, start, end, kind in connection.execute(NAMES, (listed,)):
        names[subject].append(Name(text, Span(start, end), kind))
    facts: dict[int, list[Fact]] = defaultdict(list)
    for row in connection.execute(FACTS, (listed,)):
        facts[row["subject"]].append(_fact(row, sources))
    found: dict[str, list[StoredSubject]] = {one: [] for one in ids}
    for id, document, passage, start, end, quote, sure in connection.execute(SUBJECTS, (listed,)):
        mention = sources.source(document, passage, Span(start, end), quote)
        found[document].append(StoredSubject(id, tuple(names[id]), mention, tuple(facts[id]), bool(sure)))
    return {document: tuple(subjects) for document, subjects in found.items()}


def _fact(row: Row, sources: "_Sources") -> Fact:
    id, document, _, attribute, value, qualifier, since, until, said_on, passage, start, end, quote, scope = (
        row
    )
    return Fact(
        id,
        attribute,
        value,
        sources.source(document, passage, Span(start, end), quote, scope),
        qualifier,
        _moment(since),
        _moment(until),
        _date(said_on),
    )


class _Sources:
    """Where facts of some documents stand."""

    def __init__(self, connection: Connection, listed: str) -> None:
        self._documents = {row["id"]: stored_document(row) for row in connection.execute(SOURCES, (listed,))}
        places: dict[tuple[str, int], Place] = {}
        self._places: dict[int, Place] = {}
        for id, document, ordinal, kind, number, label, start, end in connection.execute(PLACES, (listed,)):
            place = places.get((document, ordinal))
            if place is None:
                place = places[document, ordinal] = Place(kind, number, label, Span(start, end))
            self._places[id] = place

    def source(self, document: str, passage: int, span: Span, quote: str, scope: str = "[]") -> Source:
        return Source(self._documents[document], passage, self._places[passage], span, quote, _scope(scope))


@lru_cache(maxsize=10_000)
def _scope(listed: str) -> tuple[tuple[Span, str], ...]:
    return tuple((Span(start, end), text) for start, end, text in json.loads(listed))


@lru_cache(maxsize=10_000)
def _moment(iso: str | None) -> Moment | None:
    return Moment.from_iso(iso) if iso else None


@lru_cache(maxsize=10_000)
def _date(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
