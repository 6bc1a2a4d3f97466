"""How documents come into the library's tables and leave them; each within the transaction it is handed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from index.alike import insert_signature, share, signature_of
from index.audit import Detail, record
from index.database import Connection, Row
from index.entry import Entry
from index.errors import SameContentError, TakenPlaceError, UnknownDocumentError
from index.lexicon import delete_words, insert_words
from index.model import OutOfDate, StoredDocument
from index.removed import take_back
from index.rows import advance, insert_document, insert_passages, stored_document
from index.versions import keep_version

# What a version keeps of how it came in, beside its content.
CARRIED = ("added_at", "added_by", "outdated_since", "outdated_reason", "outdated_by")


@dataclass(frozen=True, slots=True)
class Arrival:
    """By whom a document comes in. `back_to` is the number of the earlier version whose bytes these are,
    `removal` the removal that is undone; 0 where it is neither."""

    by: str
    back_to: int = 0
    removal: int = 0


def held_document(connection: Connection, document: str) -> StoredDocument:
    """The document with this id. Raises: UnknownDocumentError."""
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        raise UnknownDocumentError(document)
    return stored_document(row)


def arrive(connection: Connection, entry: Entry, arrival: Arrival) -> StoredDocument:
    """The document that holds an entry from now on, in place of what had its name.

    Raises: SameContentError, TakenPlaceError, UnknownRemovalError.
    """
    same = "SELECT name FROM documents WHERE sha256 = ? AND name <> ?"
    other = connection.execute(same, (entry.sha256, entry.name)).fetchone()
    if other is not None:
        raise SameContentError(entry.name, other["name"])
    earlier = connection.execute("SELECT * FROM documents WHERE name = ?", (entry.name,)).fetchone()
    if arrival.removal:
        identity = _put_back(connection, arrival.removal)
        if earlier is not None:
            raise TakenPlaceError(entry.name)
        told = _Told("document.put_back", {})
    elif earlier is not None:
        identity, told = _replaced(connection, earlier, entry, arrival)
    else:
        identity = {"id": _new_id(connection, entry.name), "version": 1, "added_by": arrival.by}
        told = _Told("document.added", {})
    return _insert(connection, entry, identity, arrival, told)


def depart(connection: Connection, held: StoredDocument, by: str) -> None:
    """Take all of a document out; what it takes to undo that is kept apart."""
    at = datetime.now(UTC)
    removal = connection.execute(
        "INSERT INTO removals (document, name, version, removed_at, removed_by) VALUES (?, ?, ?, ?, ?)",
        (held.id, held.name, held.version, at.isoformat(), by),
    ).lastrowid
    earlier = "UPDATE versions SET removal = ? WHERE document = ? AND removal IS NULL"
    connection.execute(earlier, (removal, held.id))
    keep_version(connection, held.id, by=by, at=at, removal=removal)
    _erase(connection, held.id)
    advance(connection)
    record(connection, by, "document.removed", held.id, {"name": held.name, "version": held.version})


def mark_outdated(connection: Connection, held: StoredDocument, mark: OutOfDate | None, *, by: str) -> None:
    """Mark a document as out of date, or lift the mark; nothing, where it is so already."""
    if held.outdated == mark:
        return
    since = mark.since.isoformat() if mark else None
    connection.execute(
        "UPDATE documents SET outdated_since = ?, outdated_reason = ?, outdated_by = ? WHERE id = ?",
        (since, mark.reason if mark else "", mark.by if mark else "", held.id),
    )
    # What is made of its facts knows their source: it is read again.
    generation = advance(connection)
    connection.execute("UPDATE extracts SET generation = ? WHERE document = ?", (generation, held.id))
    action = "document.marked_out_of_date" if mark else "document.mark_lifted"
    details: dict[str, Detail] = {"name": held.name}
    if mark:
        details |= {"since": since, "reason": mark.reason}
    record(connection, by, action, held.id, details)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the audit log is told."""

    action: str
    details: dict[str, Detail]


def _replaced(
    connection: Connection, earlier: Row, entry: Entry, arrival: Arrival
) -> tuple[dict[str, object], _Told]:
    """The identity of what comes in place of a document, which is taken out."""
    document, version = earlier["id"], earlier["version"]
    before = signature_of(connection, document)
    if earlier["sha256"] == entry.sha256:
        # Bytes that are only read anew are the same version, as it came in then and is marked.
        identity = {name: earlier[name] for name in (*CARRIED, "likeness")} | {"version": version}
        told = _Told("document.read_again", {})
    else:
        keep_version(connection, document, by=arrival.by, at=entry.added_at)
        identity = {"version": version + 1, "added_by": arrival.by}
        told = _Told("document.replaced", {"version": version + 1})
        if before is not None and entry.signature is not None:
            identity["likeness"] = told.details["likeness"] = round(share(before, entry.signature), 2)
        if arrival.back_to:
            told = _Told("document.went_back", told.details | {"to": arrival.back_to})
            identity |= _mark_of(connection, document, arrival.back_to)
    _erase(connection, document)
    return {"id": document, **identity}, told


def _mark_of(connection: Connection, document: str, number: int) -> dict[str, object]:
    """The mark that an earlier version had: who goes back to it has it again."""
    query = "SELECT * FROM versions WHERE document = ? AND number = ? AND removal IS NULL"
    row = connection.execute(query, (document, number)).fetchone()
    return {name: row[name] for name in CARRIED if name.startswith("outdated")} if row else {}


def _put_back(connection: Connection, removal: int) -> dict[str, object]:
    row = take_back(connection, removal)
    carried = {name: row[name] for name in CARRIED}
    return {"id": row["document"], "version": row["number"], **carried}


def _insert(
    connection: Connection, entry: Entry, identity: dict[str, object], arrival: Arrival, told: _Told
) -> StoredDocument:
    document = str(identity["id"])
    insert_document(connection, entry, {**identity, "generation": advance(connection)})
    insert_words(connection, insert_passages(connection, entry, document), entry.words)
    insert_signature(connection, document, entry.signature)
    record(connection, arrival.by, told.action, document, {"name": entry.name, **told.details})
    return held_document(connection, document)


def _new_id(connection: Connection, name: str) -> str:
    """An id that depends on the name alone, so that a document taken out and added again keeps its links."""
    taken = True
    attempt = name
    while taken:
        document = sha256(attempt.encode()).hexdigest()[:12]
        taken = connection.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is not None
        attempt += "\0"
    return document


def _erase(connection: Connection, document: str) -> None:
    delete_words(connection, document)
    connection.execute("DELETE FROM documents WHERE id = ?", (document,))
