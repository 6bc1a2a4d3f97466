"""Earlier versions of documents: what they were, who replaced them when, and what brings one back."""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from documents.model import Document, Format, Language
from index.database import Connection, Database, Row
from index.entry import Vectors, unpacked
from index.errors import UnknownDocumentError, UnknownVersionError
from index.model import OutOfDate
from index.register.model import Attribute
from index.rows import out_of_date, source, stored_document

# Earlier versions that are kept of one document; the oldest goes when one more comes.
KEPT = 20


class SaidOf(NamedTuple):
    """A fact as a version stated it: of which cluster, and what; dates as exact as the source, or nothing."""

    cluster: str
    attribute: Attribute
    value: str
    qualifier: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """What was, or is, held of a document under one number, from 1.

    `replaced_at` is None of the version that is held now. `replaced_by` is who added the next one.
    """

    number: int
    file: str
    format: Format
    title: str
    language: Language
    date: date | None
    sha256: str
    size_bytes: int
    pages: int
    characters: int
    passages: int
    added_at: datetime
    added_by: str
    replaced_at: datetime | None = None
    replaced_by: str = ""
    outdated: OutOfDate | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """All it takes to hold a version again: its bytes, and what was made of them.

    `document` is None where a later program cannot read what this one wrote down: the bytes are read anew.
    `vectors` are those of `model`, one a sentence; None where there were none.
    """

    name: str
    version: Version
    content: bytes
    document: Document | None
    model: str | None
    vectors: Vectors | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An earlier version as it was read; `document` is None where a later program cannot read that."""

    version: Version
    text: str
    document: Document | None


class Versions:
    """The versions of the documents held. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document: str) -> tuple[Version, ...]:
        """All versions of a document that is held, the present one first. Raises: UnknownDocumentError."""
        with self._database.reading() as connection:
            row = connection.execute(PRESENT, (document,)).fetchone()
            if row is None:
                raise UnknownDocumentError(document)
            earlier = connection.execute(EARLIER, (document,)).fetchall()
            return (_version(row), *map(_version, earlier))

    def text(self, document: str, number: int) -> str:
        """The text of one version. Raises: UnknownDocumentError, UnknownVersionError."""
        return str(self._part(document, number, "text"))

    def content(self, document: str, number: int) -> bytes:
        """The bytes of one version. Raises: UnknownDocumentError, UnknownVersionError."""
        content: bytes = self._part(document, number, "bytes")
        return content

    def facts(self, document: str, number: int) -> frozenset[SaidOf]:
        """What one version said of clusters. Raises: UnknownDocumentError, UnknownVersionError."""
        with self._database.reading() as connection:
            if _present(connection, document) == number:
                return frozenset(_said(connection, document))
            row = connection.execute(ONE.format("facts"), (document, number)).fetchone()
        if row is None:
            raise UnknownVersionError(document, number)
        return frozenset(SaidOf(*one) for one in json.loads(row["facts"]))

    def kept(self, document: str, number: int) -> Kept:
        """All that is kept of an earlier version. Raises: UnknownDocumentError, UnknownVersionError."""
        with self._database.reading() as connection:
            _present(connection, document)
            row = connection.execute(ONE.format("versions.*"), (document, number)).fetchone()
            if row is None:
                raise UnknownVersionError(document, number)
            name = connection.execute("SELECT name FROM documents WHERE id = ?", (document,)).fetchone()
            return kept(connection, name["name"], row)

    def _part(self, document: str, number: int, column: str) -> Any:
        with self._database.reading() as connection:
            if _present(connection, document) == number:
                query = f"SELECT {column} FROM contents WHERE document = ?"  # noqa: S608 - our own names
                row = connection.execute(query, (document,)).fetchone()
            else:
                row = connection.execute(ONE.format(column), (document, number)).fetchone()
        if row is None:
            raise UnknownVersionError(document, number)
        return row[0]


PRESENT = """
    SELECT documents.*, version AS number, length(contents.bytes) AS size_bytes,
        NULL AS replaced_at, '' AS replaced_by
    FROM documents JOIN contents ON contents.document = documents.id WHERE id = ?"""
EARLIER = "SELECT * FROM versions WHERE document = ? AND removal IS NULL ORDER BY number DESC"
ONE = """
    SELECT {} FROM versions JOIN version_contents ON version_contents.version = versions.id
    WHERE document = ? AND number = ? AND removal IS NULL"""
SAID = """
    SELECT (SELECT text FROM names WHERE names.subject = subjects.id ORDER BY ordinal LIMIT 1),
        attribute, value, qualifier, since, until
    FROM facts JOIN subjects ON subjects.id = facts.subject WHERE subjects.document = ? ORDER BY facts.id"""
COPY_DOCUMENT = """
    INSERT INTO versions (document, number, removal, file, format, title, language, date, sha256, size_bytes,
        pages, characters, passages, added_at, added_by, replaced_at, replaced_by,
        outdated_since, outdated_reason, outdated_by, facts)
    SELECT id, version, :removal, file, format, title, language, date, sha256, length(contents.bytes),
        pages, characters, passages, added_at, added_by, :at, :by,
        outdated_since, outdated_reason, outdated_by, :facts
    FROM documents JOIN contents ON contents.document = documents.id WHERE id = :document"""
COPY_CONTENT = """
    INSERT INTO version_contents
    SELECT :version, bytes, text, :reading, model, dimensions, vectors
    FROM contents LEFT JOIN vectors ON vectors.document = contents.document
    WHERE contents.document = :document LIMIT 1"""
# What staff decided goes on to hold where the document has lost its words, and is cited from the last version
# that had them: that one stays.
FORGET_OLDEST = """
    DELETE FROM versions WHERE document = :document AND removal IS NULL AND id NOT IN (
        SELECT id FROM versions WHERE document = :document AND removal IS NULL
        ORDER BY number DESC LIMIT :kept)
    AND NOT EXISTS (
        SELECT 1 FROM decisions JOIN version_contents AS own ON own.version = versions.id
        WHERE decisions.document = :document AND undone_at IS NULL
            AND kind IN ('confirmed', 'corrected', 'added')
            AND instr(own.text, json_extract(details, '$.words.text'))
            AND NOT EXISTS (
                SELECT 1 FROM versions AS later JOIN version_contents AS its ON its.version = later.id
                WHERE later.document = :document AND later.removal IS NULL
                    AND later.number > versions.number
                    AND instr(its.text, json_extract(details, '$.words.text'))))"""


def keep_version(
    connection: Connection, document: str, *, by: str, at: datetime, removal: int | None = None
) -> None:
    """Copy what is held of a document to its versions, before it is replaced or, with `removal`, removed."""
    held = stored_document(connection.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone())
    facts = json.dumps(list(_said(connection, document)), ensure_ascii=False)
    copied = connection.execute(
        COPY_DOCUMENT,
        {"document": document, "removal": removal, "at": at.isoformat(), "by": by, "facts": facts},
    )
    reading = _form().dump_json(replace(source(connection, held), text=""))
    content = {"version": copied.lastrowid, "reading": zlib.compress(reading), "document": document}
    connection.execute(COPY_CONTENT, content)
    if removal is None:
        connection.execute(FORGET_OLDEST, {"document": document, "kept": KEPT})


def kept(connection: Connection, name: str, row: Row) -> Kept:
    """All that is kept of the version in a row of `versions`."""
    query = "SELECT * FROM version_contents WHERE version = ?"
    content = connection.execute(query, (row["id"],)).fetchone()
    vectors = content["vectors"]
    return Kept(
        name,
        _version(row),
        content["bytes"],
        _read(content["reading"], content["text"]),
        content["model"],
        None if vectors is None else unpacked(vectors, content["dimensions"]),
    )


def readings(connection: Connection, document: str) -> Iterator[Reading]:
    """The earlier versions of a document that is held, the last first."""
    query = "SELECT text, reading FROM version_contents WHERE version = ?"
    for row in connection.execute(EARLIER, (document,)).fetchall():
        content = connection.execute(query, (row["id"],)).fetchone()
        yield Reading(_version(row), content["text"], _read(content["reading"], content["text"]))


@cache
def _form() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def _read(reading: bytes, text: str) -> Document | None:
    try:
        return replace(_form().validate_json(zlib.decompress(reading)), text=text)
    except ValidationError:
        return None


def _said(connection: Connection, document: str) -> Sequence[SaidOf]:
    return [SaidOf(*row) for row in connection.execute(SAID, (document,))]


def _present(connection: Connection, document: str) -> int:
    """The number of the version held. Raises: UnknownDocumentError."""
    row = connection.execute("SELECT version FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        raise UnknownDocumentError(document)
    number: int = row["version"]
    return number


def _version(row: Row) -> Version:
    return Version(
        number=row["number"],
        file=row["file"],
        format=row["format"],
        title=row["title"],
        language=row["language"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        sha256=row["sha256"],
        size_bytes=row["size_bytes"],
        pages=row["pages"],
        characters=row["characters"],
        passages=row["passages"],
        added_at=datetime.fromisoformat(row["added_at"]),
        added_by=row["added_by"],
        replaced_at=datetime.fromisoformat(row["replaced_at"]) if row["replaced_at"] else None,
        replaced_by=row["replaced_by"],
        outdated=out_of_date(row),
    )
