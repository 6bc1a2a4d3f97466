"""Rows of the database as values, and values as rows."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from documents.model import Document, Passage, Place, Sentence, Span
from index.database import Connection, Row
from index.entry import Entry, headings_text, packed
from index.errors import UnknownDocumentError, UnreadableDocumentError
from index.model import OutOfDate, StoredDocument, StoredPassage, StoredSentence
from index.sheets import insert_sheets, repairs_of, sheets_of

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class DocumentSentences:
    """The ids of a document's sentences of one generation, in order, and the passage of each: int64 (n,)."""

    document: str
    generation: int
    sentences: Ids
    passages: Ids


def stored_document(row: Row) -> StoredDocument:
    return StoredDocument(
        id=row["id"],
        name=row["name"],
        file=row["file"],
        format=row["format"],
        title=row["title"],
        language=row["language"],
        address=row["address"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        sha256=row["sha256"],
        pages=row["pages"],
        characters=row["characters"],
        passages=row["passages"],
        sentences=row["sentences"],
        version=row["version"],
        generation=row["generation"],
        added_at=datetime.fromisoformat(row["added_at"]),
        warnings=tuple(json.loads(row["warnings"])),
        authors=tuple(json.loads(row["authors"])),
        modified=date.fromisoformat(row["modified"]) if row["modified"] else None,
        repairs=row["repairs"],
        unclear=row["unclear"],
        added_by=row["added_by"],
        outdated=out_of_date(row),
        likeness=row["likeness"],
    )


def out_of_date(row: Row) -> OutOfDate | None:
    """The mark in a row of a document or a version."""
    if row["outdated_since"] is None:
        return None
    return OutOfDate(date.fromisoformat(row["outdated_since"]), row["outdated_reason"], row["outdated_by"])


def stored_passages(connection: Connection, ids: Iterable[int]) -> dict[int, StoredPassage]:
    """The passages that are held of `ids`, in that order: three queries, whatever their number."""
    wanted = list(dict.fromkeys(int(one) for one in ids))
    listed = json.dumps(wanted)
    rows = {row["id"]: row for row in connection.execute(PASSAGES, (listed,))}
    names = json.dumps(list({row["document"] for row in rows.values()}))
    documents = {row["id"]: stored_document(row) for row in connection.execute(DOCUMENTS, (names,))}
    sentences: dict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(SENTENCES, (listed,)):
        sentences[row["passage"]].append(row)
    return {
        one: _stored_passage(rows[one], documents[rows[one]["document"]], sentences[one])
        for one in wanted
        if one in rows
    }


PASSAGES = """
    SELECT passages.id, passages.document, passages.start, passages."end", passages.headings, passages.text,
        passages.language,
        places.kind, places.number, places.label, places.start AS place_start, places."end" AS place_end
    FROM passages JOIN places ON places.document = passages.document AND places.ordinal = passages.place
    WHERE passages.id IN (SELECT value FROM json_each(?))"""
DOCUMENTS = "SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?))"
SENTENCES = "SELECT * FROM sentences WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY id"


def _stored_passage(row: Row, document: StoredDocument, sentences: Iterable[Row]) -> StoredPassage:
    headings = json.loads(row["headings"])
    start, text = row["start"], row["text"]
    return StoredPassage(
        id=row["id"],
        document=document,
        span=Span(start, row["end"]),
        text=text,
        place=Place(row["kind"], row["number"], row["label"], Span(row["place_start"], row["place_end"])),
        headings=tuple(Span(first, last) for first, last, _ in headings),
        heading_texts=tuple(words for _, _, words in headings),
        sentences=tuple(
            StoredSentence(
                id=sentence["id"],
                span=Span(sentence["start"], sentence["end"]),
                text=text[sentence["start"] - start : sentence["end"] - start],
                lead=_lead(sentence),
                lead_text=sentence["lead"],
            )
            for sentence in sentences
        ),
        language=row["language"],
    )


def _lead(row: Row) -> Span | None:
    return None if row["lead_start"] is None else Span(row["lead_start"], row["lead_end"])


def source(connection: Connection, document: StoredDocument) -> Document:
    """The document as it was read, made again from what is held of it.

    Raises: UnknownDocumentError where its text is lost; UnreadableDocumentError.
    """
    try:
        return _source(connection, document)
    except (ValueError, TypeError) as error:
        # Damage within a value, of which the database knows nothing.
        raise UnreadableDocumentError(document.name) from error


def _source(connection: Connection, document: StoredDocument) -> Document:
    content = connection.execute(
        "SELECT text, cut FROM contents WHERE document = ?", (document.id,)
    ).fetchone()
    if content is None:
        raise UnknownDocumentError(document.id)
    places = connection.execute("SELECT * FROM places WHERE document = ? ORDER BY ordinal", (document.id,))
    return Document(
        file=document.file,
        format=document.format,
        title=document.title,
        language=document.language,
        text=content["text"],
        places=tuple(Place(p["kind"], p["number"], p["label"], Span(p["start"], p["end"])) for p in places),
        passages=_passages(connection, document.id),
        address=document.address,
        date=document.date,
        pages=document.pages,
        cut=tuple(json.loads(content["cut"])),
        warnings=document.warnings,
        authors=document.authors,
        modified=document.modified,
        repairs=repairs_of(connection, document.id),
        sheets=sheets_of(connection, document.id),
    )


def _passages(connection: Connection, document: str) -> tuple[Passage, ...]:
    rows = connection.execute("SELECT * FROM passages WHERE document = ? ORDER BY id", (document,)).fetchall()
    sentences: dict[int, list[Sentence]] = defaultdict(list)
    for row in connection.execute(SENTENCES_OF, (document,)):
        sentences[row["passage"]].append(Sentence(Span(row["start"], row["end"]), _lead(row)))
    return tuple(
        Passage(
            span=Span(row["start"], row["end"]),
            sentences=tuple(sentences[row["id"]]),
            place=row["place"],
            headings=tuple(Span(first, last) for first, last, _ in json.loads(row["headings"])),
            language=row["language"],
        )
        for row in rows
    )


SENTENCES_OF = """
    SELECT sentences.* FROM passages JOIN sentences ON sentences.passage = passages.id
    WHERE passages.document = ? ORDER BY sentences.id"""


def document_row(entry: Entry, identity: Mapping[str, object]) -> dict[str, object]:
    """An entry as a row of `documents`; `identity` holds its id, version and generation, and when and by whom
    it was added."""
    document = entry.document
    return {
        "added_at": entry.added_at.isoformat(),
        **identity,
        "name": entry.name,
        "file": document.file,
        "format": document.format,
        "title": document.title,
        "language": document.language,
        "address": document.address,
        "date": document.date.isoformat() if document.date else None,
        "sha256": entry.sha256,
        "pages": document.pages,
        "characters": len(document.text),
        "passages": len(document.passages),
        "sentences": entry.sentences,
        "warnings": json.dumps(document.warnings, ensure_ascii=False),
        "authors": json.dumps(document.authors, ensure_ascii=False),
        "modified": document.modified.isoformat() if document.modified else None,
        "repairs": len(document.repairs),
        "unclear": sum(sheet.verdict != "clean" for sheet in document.sheets),
    }


def insert_document(connection: Connection, entry: Entry, identity: Mapping[str, object]) -> None:
    """Write all of an entry but its words."""
    row = document_row(entry, identity)
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO documents ({names}) VALUES ({marks})", row)  # noqa: S608 - our own names
    document, one = str(row["id"]), entry.document
    connection.execute(
        "INSERT INTO contents VALUES (?, ?, ?, ?)",
        (document, entry.content, one.text, json.dumps(one.cut, ensure_ascii=False)),
    )
    connection.executemany(
        "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((document, at, p.kind, p.number, p.label, *p.span) for at, p in enumerate(one.places)),
    )
    connection.execute(
        "INSERT INTO vectors VALUES (?, ?, ?, ?)",
        (document, entry.model, entry.vectors.shape[1], packed(entry.vectors)),
    )
    insert_sheets(connection, document, one)


def insert_passages(connection: Connection, entry: Entry, document: str) -> range:
    """Write an entry's passages and sentences; their ids, which follow each other in its order."""
    first = next_id(connection, "passages")
    passages = entry.document.passages
    quote = entry.document.quote
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(first + at, document, *p.span, p.place),
                *(headings_text(entry.document, p), quote(p.span), p.language),
            )
            for at, p in enumerate(passages)
        ),
    )
    connection.executemany(
        'INSERT INTO sentences (passage, start, "end", lead_start, lead_end, lead) VALUES (?, ?, ?, ?, ?, ?)',
        (
            (first + at, *s.span, *(s.lead or (None, None)), quote(s.lead) if s.lead else "")
            for at, p in enumerate(passages)
            for s in p.sentences
        ),
    )
    return range(first, first + len(passages))


def next_id(connection: Connection, table: str) -> int:
    """The id after the highest that a table with AUTOINCREMENT has ever had."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return (int(row["seq"]) if row else 0) + 1


def generation_of(connection: Connection) -> int:
    """The library's generation."""
    row = connection.execute("SELECT value FROM counters WHERE name = 'generation'").fetchone()
    generation: int = row["value"]
    return generation


def advance(connection: Connection) -> int:
    """The library's next generation, from now on."""
    connection.execute("UPDATE counters SET value = value + 1 WHERE name = 'generation'")
    return generation_of(connection)
