"""Conversations as they are kept: questions, and answers as they were shown."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from index.audit import record
from index.database import Connection, Database, Row
from index.errors import UnknownTurnError

# Removed in one transaction: few enough that whoever asks meanwhile does not notice.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """One question with its answer as JSON, which is nothing but text here; `number` counts from 1."""

    conversation: str
    number: int
    question: str
    answer: str
    asked_at: datetime
    elapsed_ms: float


class Conversations:
    """Answers stay as they were shown, even when the documents they stand on have gone.

    A cut of power may take the last of them; no question waits for the disk.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self) -> str:
        """The id of a new conversation, which nobody can guess."""
        conversation = self.new_id()
        with self._database.writing(durable=False) as connection:
            _begin(connection, conversation)
        return conversation

    @staticmethod
    def new_id() -> str:
        """An id for a conversation that is to begin with its first turn."""
        return secrets.token_urlsafe(12)

    def append(
        self,
        conversation: str,
        question: str,
        answer: str,
        *,
        asked_at: datetime,
        elapsed_ms: float,
        begins: bool = False,
    ) -> int:
        """The number of the turn that was added; `begins` makes the conversation in the same transaction, as
        each waits for the disk. Raises: UnknownTurnError."""
        number = "SELECT ifnull(max(number), 0) + 1 FROM turns WHERE conversation = ?"
        with self._database.writing(durable=False) as connection:
            if begins:
                _begin(connection, conversation)
            if not connection.execute(KNOWN, (conversation,)).fetchone():
                raise UnknownTurnError(conversation)
            turn: int = connection.execute(number, (conversation,)).fetchone()[0]
            row = (conversation, turn, question, answer, asked_at.isoformat(), elapsed_ms)
            connection.execute("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?)", row)
        return turn

    def cited(self) -> frozenset[str]:
        """The ids of documents that an answer cites. It reads every answer: not for each page."""
        with self._database.reading() as connection:
            return frozenset(id for (id,) in connection.execute(CITED))

    def turns(self, conversation: str) -> tuple[StoredTurn, ...]:
        """The turns in order. Raises: UnknownTurnError."""
        with self._database.reading() as connection:
            if not connection.execute(KNOWN, (conversation,)).fetchone():
                raise UnknownTurnError(conversation)
            return tuple(map(stored_turn, connection.execute(TURNS, (conversation,))))

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        """Whether there is such a turn; a later rating takes the place of an earlier one."""
        known = "SELECT 1 FROM turns WHERE conversation = ? AND number = ?"
        with self._database.writing(durable=False) as connection:
            if not connection.execute(known, (conversation, turn)).fetchone():
                return False
            row = (conversation, turn, useful, comment, datetime.now(UTC).isoformat())
            connection.execute("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)", row)
        return True

    def remove(self, conversation: str) -> bool:
        """Whether there was such a conversation; it is gone with its feedback and what was made of it."""
        with self._database.erasing() as connection:
            found = connection.execute("DELETE FROM conversations WHERE id = ?", (conversation,))
            return found.rowcount > 0

    def remove_all(self, *, by: str) -> int:
        """How many conversations there were; none is left."""
        with self._database.erasing() as connection:
            gone: int = connection.execute("DELETE FROM conversations").rowcount
            record(connection, by, "conversations.removed", "all", {"conversations": gone})
            return gone

    def remove_before(self, moment: datetime, *, most: int = AT_ONCE) -> int:
        """How many conversations were removed of those in which nothing was asked since: at most `most`."""
        with self._database.erasing() as connection:
            row = (moment.isoformat(), moment.isoformat(), most)
            return connection.execute(REMOVE_OLD, row).rowcount

    def count(self) -> int:
        """How many conversations are held."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM conversations").fetchone()[0])


CITED = """
    SELECT DISTINCT json_extract(cited.value, '$.document')
    FROM turns, json_each(turns.answer, '$.citations') AS cited"""


def stored_turn(row: Row) -> StoredTurn:
    """The turn in a row of the table."""
    return StoredTurn(
        row["conversation"],
        row["number"],
        row["question"],
        row["answer"],
        datetime.fromisoformat(row["asked_at"]),
        row["elapsed_ms"],
    )


def _begin(connection: Connection, conversation: str) -> None:
    row = (conversation, datetime.now(UTC).isoformat())
    connection.execute("INSERT INTO conversations VALUES (?, ?)", row)


KNOWN = "SELECT 1 FROM conversations WHERE id = ?"
TURNS = "SELECT * FROM turns WHERE conversation = ? ORDER BY number"
# One without turns is counted by its beginning.
REMOVE_OLD = """
    DELETE FROM conversations WHERE id IN (
        SELECT id FROM conversations
        WHERE created_at < ?
            AND ifnull((SELECT max(asked_at) FROM turns WHERE conversation = id), created_at) < ?
        LIMIT ?)"""
