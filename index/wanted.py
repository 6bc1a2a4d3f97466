"""Lines that staff want kept of documents, though they look like the page around them."""

from collections.abc import Collection

from index.audit import record
from index.database import Connection, Database


class WantedLines:
    """By document; they are heeded when it is read the next time. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document: str) -> tuple[str, ...]:
        """The texts of the lines wanted of a document, in order of the alphabet."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT text FROM wanted WHERE document = ? ORDER BY text", (document,)
            ).fetchall()
        return tuple(row["text"] for row in rows)

    def set(self, document: str, texts: Collection[str], *, by: str) -> None:
        """From now on these lines are wanted, and no others."""
        with self._database.writing() as connection:
            query = "SELECT text FROM wanted WHERE document = ?"
            before = {row["text"] for row in connection.execute(query, (document,))}
            connection.execute("DELETE FROM wanted WHERE document = ?", (document,))
            connection.executemany(
                "INSERT INTO wanted VALUES (?, ?)", ((document, text) for text in sorted(set(texts)))
            )
            _record(connection, by, document, kept=set(texts) - before, cut=before - set(texts))


def _record(connection: Connection, by: str, document: str, *, kept: set[str], cut: set[str]) -> None:
    # How many, not which: the log outlives the document, whose words are to go with it.
    for action, lines in (("document.lines_kept", kept), ("document.lines_cut", cut)):
        if lines:
            record(connection, by, action, document, {"lines": len(lines)})
