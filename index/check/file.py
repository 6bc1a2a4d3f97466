"""The database's file: its pages, and that what refers to something refers to something that is there."""

from collections.abc import Iterator

from index.check.finding import Check, Finding, Tell
from index.database import Connection

# Tables of which nothing else can be told.
_PLAIN = {
    *("conversations", "turns", "feedback", "question_groups", "wordings", "askings", "retrials"),
    *("tokens", "accounts", "identities", "sessions", "links", "devices"),
    *("wanted", "watched", "signatures", "bands", "alike", "decisions"),
}


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    for (line,) in connection.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield Finding("file.damaged", "library.sqlite", "restore", {"found": str(line)})
    for row in connection.execute("PRAGMA foreign_key_check").fetchall():
        values = {"row": str(row[1]), "told": str(row[2])}
        yield Finding("file.reference", str(row[0]), "restore", values)
    tell(1, 1)


FILE = Check("file", frozenset(_PLAIN), _find)
