"""Where decisions stand in the documents that the library holds now."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from documents.model import Place, Span
from index.database import Connection
from index.review.earlier import EarlierGrounds
from index.review.ground import Ground, Stretch
from index.review.model import Decision, OnFact
from index.review.reviewed import Pin
from index.rows import stored_document

DOCUMENTS = """
    SELECT documents.*, contents.text AS whole
    FROM documents JOIN contents ON contents.document = documents.id
    WHERE documents.id IN (SELECT value FROM json_each(?))"""
PASSAGES = """
    SELECT passages.document, passages.id, passages.start, passages."end", places.kind, places.number,
        places.label, places.start, places."end"
    FROM passages JOIN places ON places.document = passages.document AND places.ordinal = passages.place
    WHERE passages.document IN (SELECT value FROM json_each(?)) ORDER BY passages.id"""
SENTENCES = """
    SELECT passages.document, sentences.start, sentences."end"
    FROM sentences JOIN passages ON passages.id = sentences.passage
    WHERE passages.document IN (SELECT value FROM json_each(?)) ORDER BY sentences.id"""


def grounds(connection: Connection, documents: Collection[str]) -> dict[str, Ground]:
    """Those of the documents that are held, each as it is now."""
    if not documents:
        return {}
    listed = json.dumps(list(documents))
    passages: dict[str, list[Stretch]] = defaultdict(list)
    for document, id, start, end, kind, number, label, first, last in connection.execute(PASSAGES, (listed,)):
        place = Place(kind, number, label, Span(first, last))
        passages[document].append(Stretch(id, Span(start, end), place))
    sentences: dict[str, list[Span]] = defaultdict(list)
    for document, start, end in connection.execute(SENTENCES, (listed,)):
        sentences[document].append(Span(start, end))
    return {
        row["id"]: Ground(
            stored_document(row), row["whole"], tuple(passages[row["id"]]), tuple(sentences[row["id"]])
        )
        for row in connection.execute(DOCUMENTS, (listed,))
    }


def pinned(
    connection: Connection, decisions: Iterable[Decision], documents: Collection[str]
) -> dict[str, tuple[Pin, ...]]:
    """Of each of the documents the decisions about what it says, with where it says so."""
    wanted: dict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        if isinstance(one.matter, OnFact) and one.matter.document in documents:
            wanted[one.matter.document].append(one)
    held, earlier = grounds(connection, wanted), EarlierGrounds(connection)
    return {id: tuple(_pin(one, held, earlier) for one in wanted.get(id, ())) for id in documents}


def _pin(decision: Decision, held: Mapping[str, Ground], earlier: EarlierGrounds) -> Pin:
    matter = decision.matter
    assert isinstance(matter, OnFact)  # noqa: S101 - only such are asked for
    ground = held.get(matter.document)
    if ground is None:
        return Pin(decision, ())
    found = ground.sources(matter.words, matter.scope)
    if found or decision.kind == "rejected":
        return Pin(decision, found)
    return Pin(decision, earlier.sources(ground, matter))
