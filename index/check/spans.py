"""Spans: passages, sentences, headings, places, repairs and facts say what stands in the text."""

import json
from collections.abc import Iterator

from index.check.finding import Check, Finding, Tell, in_each_document
from index.database import Connection

# What is said to stand at a span; None where it may be any text, as long as the span lies in the document.
_Said = tuple[str, int, int, str | None]


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    yield from in_each_document(connection, tell, _faults)


def _faults(connection: Connection, document: str, name: str) -> Iterator[Finding]:
    row = connection.execute("SELECT text FROM contents WHERE document = ?", (document,)).fetchone()
    if row is not None:
        yield from _spans(connection, document, name, row["text"])
        yield from _relations(connection, document, name)


def _spans(connection: Connection, document: str, name: str, text: str) -> Iterator[Finding]:
    for what, start, end, said in _said(connection, document):
        if not 0 <= start <= end <= len(text):
            values: dict[str, str | int] = {"what": what, "start": start, "end": end, "length": len(text)}
            yield Finding("span.outside", name, "rebuild --read", values)
        elif said is not None and text[start:end] != said:
            values = {"what": what, "start": start, "end": end, "said": _short(said)}
            yield Finding("span.text", name, "rebuild --read", values)


def _relations(connection: Connection, document: str, name: str) -> Iterator[Finding]:
    for start, end, first, last in connection.execute(BEYOND, (document,)):
        values = {"start": start, "end": end, "first": first, "last": last}
        yield Finding("sentence.beyond", name, "rebuild --read", values)
    for (lost,) in connection.execute(PLACELESS, (document,)):
        yield Finding("passage.place", name, "rebuild --read", {"passage": lost})
    for (lost,) in connection.execute(FACTS_ELSEWHERE, {"document": document}):
        yield Finding("fact.passage", name, "rebuild --read", {"passage": lost})


def _said(connection: Connection, document: str) -> Iterator[_Said]:
    for start, end, text, headings in connection.execute(PASSAGES, (document,)):
        yield "passage", start, end, text
        for heading in json.loads(headings):
            yield "heading", *heading
    for start, end, lead_start, lead_end, lead in connection.execute(SENTENCES, (document,)):
        yield "sentence", start, end, None
        if lead_start is not None:
            yield "lead", lead_start, lead_end, lead
    for what, query in PLAIN.items():
        for start, end, said in connection.execute(query, (document,)):
            yield what, start, end, said
    for (scope,) in connection.execute(SCOPES, (document,)):
        for line in json.loads(scope):
            yield "scope", *line


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


PASSAGES = 'SELECT start, "end", text, headings FROM passages WHERE document = ? ORDER BY id'
SENTENCES = """
    SELECT sentences.start, sentences."end", lead_start, lead_end, lead
    FROM sentences JOIN passages ON passages.id = sentences.passage
    WHERE passages.document = ? ORDER BY sentences.id"""
BEYOND = """
    SELECT sentences.start, sentences."end", passages.start, passages."end"
    FROM sentences JOIN passages ON passages.id = sentences.passage
    WHERE passages.document = ?
        AND (sentences.start < passages.start OR sentences."end" > passages."end")"""
PLAIN = {
    "place": 'SELECT start, "end", NULL FROM places WHERE document = ?',
    "repair": 'SELECT start, "end", NULL FROM repairs WHERE document = ?',
    "cluster": 'SELECT start, "end", quote FROM subjects WHERE document = ?',
    "name": """
        SELECT names.start, names."end", NULL FROM names JOIN subjects ON subjects.id = names.subject
        WHERE subjects.document = ?""",
    "fact": """
        SELECT facts.start, facts."end", facts.quote FROM facts JOIN subjects ON subjects.id = facts.subject
        WHERE subjects.document = ?""",
}
SCOPES = """
    SELECT scope FROM facts JOIN subjects ON subjects.id = facts.subject WHERE subjects.document = ?"""
# Passages that name a place there is none of.
PLACELESS = """
    SELECT id FROM passages LEFT JOIN places
        ON places.document = passages.document AND places.ordinal = passages.place
    WHERE passages.document = ? AND places.ordinal IS NULL"""
FACTS_ELSEWHERE = """
    WITH told AS (
        SELECT passage FROM subjects WHERE document = :document
        UNION SELECT facts.passage FROM facts JOIN subjects ON subjects.id = facts.subject
            WHERE subjects.document = :document)
    SELECT passage FROM told WHERE passage NOT IN (SELECT id FROM passages WHERE document = :document)"""

# `proper_names` only spares work: with others in it, more documents are looked at again.
TABLES = {
    "passages",
    "sentences",
    "places",
    "repairs",
    "extracts",
    "subjects",
    "names",
    "facts",
    "proper_names",
}
SPANS = Check("spans", frozenset(TABLES), _find)
