"""Decisions whose document is no longer held: where other documents say the same, word for word."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable

from index import words
from index.database import Connection
from index.model import StoredDocument
from index.register.decided import keys_of
from index.review.following import own_keys
from index.review.ground import Ground
from index.review.likeness import FEWEST
from index.review.model import Decision, OnFact
from index.review.pins import grounds
from index.review.reviewed import Pin

# A phrase of so many words finds the passages; whether they hold all of it is looked at there.
PHRASE = 12
HOLDING = """
    SELECT DISTINCT passages.document FROM words JOIN passages ON passages.id = words.rowid
    WHERE words MATCH ?"""
NAMED = """
    SELECT DISTINCT names.text FROM names JOIN subjects ON subjects.id = names.subject
    WHERE subjects.document = ? AND names.kind <> 'generic'"""
HEIRS = """
    SELECT versions.document, min(documents.id) FROM removals
    JOIN versions ON versions.removal = removals.id AND versions.number = removals.version
    JOIN version_contents ON version_contents.version = versions.id
    JOIN documents ON documents.sha256 = versions.sha256 OR documents.characters = versions.characters
    JOIN contents ON contents.document = documents.id
    WHERE versions.document IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM documents AS own WHERE own.id = versions.document)
        AND (documents.sha256 = versions.sha256 OR contents.text = version_contents.text)
    GROUP BY versions.document"""
HELD = "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))"


def strays(connection: Connection, decisions: Iterable[Decision]) -> dict[str, tuple[Pin, ...]]:
    """By document the decisions that were made at one which is held no more, and are about the words of this
    one as well: a renamed file, the same text in another format."""
    away = _away(connection, decisions)
    found = {one.id: _documents_with(connection, matter.words.text) for one, matter in away}
    held = grounds(connection, frozenset().union(*found.values()))
    pins: dict[str, list[Pin]] = defaultdict(list)
    for one, _ in away:
        for document in sorted(found[one.id]):
            pin = _pin(connection, one, held[document])
            if pin.sources:
                pins[document].append(pin)
    return {document: tuple(those) for document, those in pins.items()}


def home_for(connection: Connection, decision: Decision, heir: str) -> StoredDocument | None:
    """A document that is held and says what a decision is about, or, where that is about what its own means
    by a name, the heir of that; None where none is."""
    if not isinstance(decision.matter, OnFact):
        held = grounds(connection, [heir] if heir else ())
        return held[heir].document if heir in held else None
    found = grounds(connection, _documents_with(connection, decision.matter.words.text))
    fitting = (one.document for _, one in sorted(found.items()) if _pin(connection, decision, one).sources)
    return next(fitting, None)


def _away(connection: Connection, decisions: Iterable[Decision]) -> list[tuple[Decision, OnFact]]:
    about = [(one, one.matter) for one in decisions if isinstance(one.matter, OnFact)]
    listed = json.dumps(sorted({matter.document for _, matter in about}))
    held = {id for (id,) in connection.execute(HELD, (listed,))} if about else set()
    return [(one, matter) for one, matter in about if matter.document not in held]


def _documents_with(connection: Connection, text: str) -> Collection[str]:
    tokens = [words.fold(one) for one in words.tokenize(text)]
    # Fewer are no sentence: they mean one thing here and another there.
    if len(tokens) < FEWEST:
        return frozenset()
    phrase = " ".join(tokens[:PHRASE]).replace('"', "")
    return frozenset(id for (id,) in connection.execute(HOLDING, (f'surface : "{phrase}"',)))


def _pin(connection: Connection, decision: Decision, ground: Ground) -> Pin:
    """The decision where the document has its words as they are, and names the cluster that it is about."""
    matter = decision.matter
    assert isinstance(matter, OnFact)  # noqa: S101 - only such are asked for
    named = keys_of(tuple(text for (text,) in connection.execute(NAMED, (ground.document.id,))))
    if set(named).isdisjoint(own_keys(matter.names)) or not ground.verbatim(matter.words):
        return Pin(decision, ())
    return Pin(decision, ground.sources(matter.words, matter.scope))


def heirs(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """By the id of a document that was removed that of one which is held and has the same bytes, or the same
    text: the file under another name, or in another format."""
    listed = json.dumps(sorted(documents))
    return dict(connection.execute(HEIRS, (listed,)).fetchall()) if documents else {}
