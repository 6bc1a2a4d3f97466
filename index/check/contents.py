"""Documents: the bytes are those received, the counts those of the rows."""

from collections.abc import Iterator
from hashlib import sha256

from index.check.finding import Check, Finding, Tell, in_each_document
from index.database import Connection, Row


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    yield from in_each_document(connection, tell, _faults)


def _faults(connection: Connection, document: str, name: str) -> Iterator[Finding]:
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
    content = connection.execute(CONTENT, (document,)).fetchone()
    if content is None:
        yield Finding("document.content", name, "restore")
        return
    found = sha256(content["bytes"]).hexdigest()
    if found != row["sha256"]:
        yield Finding("document.digest", name, "restore", {"found": found, "told": row["sha256"]})
    yield from _counts(connection, row, len(content["text"]))


def _counts(connection: Connection, row: Row, characters: int) -> Iterator[Finding]:
    if characters != row["characters"]:
        values = {"what": "characters", "found": characters, "told": row["characters"]}
        yield Finding("document.count", row["name"], "rebuild --read", values)
    for what, query in COUNTS.items():
        found = connection.execute(query, (row["id"],)).fetchone()[0]
        if found != row[what]:
            values = {"what": what, "found": found, "told": row[what]}
            yield Finding("document.count", row["name"], "rebuild --read", values)


CONTENT = "SELECT bytes, text FROM contents WHERE document = ?"
COUNTS = {
    "passages": "SELECT count(*) FROM passages WHERE document = ?",
    "sentences": """
        SELECT count(*) FROM sentences JOIN passages ON passages.id = sentences.passage
        WHERE passages.document = ?""",
    "repairs": "SELECT count(*) FROM repairs WHERE document = ?",
    "unclear": "SELECT count(*) FROM sheets WHERE document = ? AND verdict <> 'clean'",
}

CONTENTS = Check("documents", frozenset({"documents", "contents", "sheets"}), _find)
