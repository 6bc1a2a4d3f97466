"""What people asked, put together: what means the same, what staff said of it, what was tried again.

All of it is made of kept conversations, and goes with them. Which questions are alike is decided above.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import numpy as np

from index.audit import record
from index.conversations import StoredTurn, stored_turn
from index.database import Connection, Database, Row
from index.embedding import stamp
from index.encoder import Encoder
from index.entry import Vectors, packed, unpacked
from index.errors import UnknownGroupError

# What staff say of a group: '' nothing yet, a document was added, it is none of the library's business.
Settled = Literal["", "added", "not_ours"]
Verdict = Literal["answered", "silent", "otherwise", "same"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as it may be shown to staff, of a group, with its vector, row of length 1."""

    id: int
    group: int
    text: str
    vector: Vectors


@dataclass(frozen=True, slots=True)
class Asking:
    """One time that a question was asked, and what became of it; `useful` is None where nobody said."""

    group: int
    wording: int
    text: str
    conversation: str
    turn: int
    kind: str
    language: str
    asked_at: datetime
    useful: bool | None
    comment: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What staff said of a group; `by` whom and when where they did."""

    settled: Settled
    note: str
    at: datetime | None
    by: str


@dataclass(frozen=True, slots=True)
class Retrial:
    """What a wording was answered when it was tried last, as JSON, with the library at that generation."""

    wording: int
    generation: int
    tried_at: datetime
    verdict: Verdict
    answer: str


class Asked:
    """The questions asked of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Taking questions in

    def waiting(self, limit: int) -> tuple[StoredTurn, ...]:
        """Turns that were not put in a group yet, the oldest first."""
        with self._database.reading() as connection:
            return tuple(map(stored_turn, connection.execute(WAITING, (limit,))))

    def waiting_count(self) -> int:
        """How many turns were not put in a group yet."""
        with self._database.reading() as connection:
            return int(connection.execute(WAITING_COUNT).fetchone()[0])

    def leaders(self, encoder: Encoder) -> tuple[Wording, ...]:
        """The first wording of each group: what is like it is of that group. Their vectors are the encoder's;
        those of another model are made again."""
        self._embed_anew(encoder)
        with self._database.reading() as connection:
            return tuple(map(_wording, connection.execute(LEADERS)))

    def wording(self, folded: str) -> int | None:
        """The id of the wording that is the same but for case, signs and spaces."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT id FROM wordings WHERE folded = ?", (folded,)).fetchone()
        return row["id"] if row else None

    def put(
        self,
        turn: StoredTurn,
        texts: tuple[str, str],
        told: tuple[str, str],
        *,
        like: Wording | None,
        vector: Vectors | None,
        model: str,
    ) -> Wording | None:
        """The wording the turn is one of from now on, in the group of one it is like, or one of its own.

        `texts` are the wording and its folded form, `told` the kind and the language of the answer. None
        where the turn has gone, or the wording that made a vector needless.
        """
        with self._database.writing(durable=False) as connection:
            if not connection.execute(TURN_IS_HELD, (turn.conversation, turn.number)).fetchone():
                return None
            row = connection.execute("SELECT * FROM wordings WHERE folded = ?", texts[1:]).fetchone()
            if row is None:
                if vector is None:
                    return None
                row = _new_wording(connection, texts, like, (model, vector))
            asking = (turn.conversation, turn.number, row["id"], *told)
            connection.execute("INSERT OR IGNORE INTO askings VALUES (?, ?, ?, ?, ?)", asking)
            return _wording(row)

    def _embed_anew(self, encoder: Encoder) -> None:
        model = stamp(encoder)
        with self._database.reading() as connection:
            others = connection.execute("SELECT id, text FROM wordings WHERE model <> ?", (model,)).fetchall()
        for row in others:
            vector = encoder.embed_query(row["text"])
            changed = (model, packed(vector), vector.shape[-1], row["id"])
            with self._database.writing(durable=False) as connection:
                connection.execute(NEW_VECTOR, changed)

    # Looking at them

    def askings(self, group: int | None = None) -> tuple[Asking, ...]:
        """Every time that a question was asked, of all groups or of one, the newest first."""
        with self._database.reading() as connection:
            return tuple(map(_asking, connection.execute(ASKINGS, {"group": group})))

    def decisions(self) -> dict[int, Decision]:
        """What staff said of each group."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM question_groups").fetchall()
        return {row["id"]: _decision(row) for row in rows}

    def retrials(self) -> dict[int, Retrial]:
        """What each wording that was tried again was answered, by the wording's id."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM retrials").fetchall()
        return {row["wording"]: _retrial(row) for row in rows}

    # What staff do

    def settle(self, group: int, settled: Settled, note: str, *, by: str) -> None:
        """Mark a group as settled, or with '' as open again. Raises: UnknownGroupError."""
        with self._database.writing() as connection:
            now = datetime.now(UTC).isoformat() if settled else None
            row = (settled, note, now, by if settled else None, group)
            if not connection.execute(SETTLE, row).rowcount:
                raise UnknownGroupError(group)
            record(connection, by, "questions.settled", str(group), {"as": settled or "open"})

    def tried(self, retrials: Iterable[Retrial]) -> None:
        """Keep what wordings are answered now, those that are still held."""
        with self._database.writing(durable=False) as connection:
            for one in retrials:
                at = one.tried_at.isoformat()
                row = (one.wording, one.generation, at, one.verdict, one.answer, one.wording)
                connection.execute(TRIED, row)

    def record_retry(self, subject: str, questions: int, *, by: str) -> None:
        """Write down that questions are tried again."""
        with self._database.writing() as connection:
            record(connection, by, "questions.tried", subject, {"questions": questions})


WAITING = """
    SELECT turns.* FROM turns LEFT JOIN askings
        ON askings.conversation = turns.conversation AND askings.turn = turns.number
    WHERE askings.turn IS NULL ORDER BY turns.asked_at LIMIT ?"""
WAITING_COUNT = "SELECT (SELECT count(*) FROM turns) - (SELECT count(*) FROM askings)"
TURN_IS_HELD = "SELECT 1 FROM turns WHERE conversation = ? AND number = ?"
LEADERS = """
    SELECT * FROM wordings WHERE id IN (SELECT min(id) FROM wordings GROUP BY question_group) ORDER BY id"""
NEW_WORDING = """
    INSERT INTO wordings (text, folded, question_group, model, vector, dimensions) VALUES (?, ?, ?, ?, ?, ?)
    RETURNING *"""
NEW_VECTOR = "UPDATE wordings SET model = ?, vector = ?, dimensions = ? WHERE id = ?"
ASKINGS = """
    SELECT wordings.question_group, wordings.text, askings.*, turns.asked_at, feedback.useful,
        feedback.comment
    FROM askings JOIN wordings ON wordings.id = askings.wording
        JOIN turns ON turns.conversation = askings.conversation AND turns.number = askings.turn
        LEFT JOIN feedback ON feedback.conversation = askings.conversation AND feedback.turn = askings.turn
    WHERE :group IS NULL OR wordings.question_group = :group
    ORDER BY turns.asked_at DESC, askings.conversation, askings.turn DESC"""
SETTLE = "UPDATE question_groups SET settled = ?, note = ?, settled_at = ?, settled_by = ? WHERE id = ?"
TRIED = """
    INSERT OR REPLACE INTO retrials SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM wordings WHERE id = ?)"""


def _new_wording(
    connection: Connection, texts: Sequence[str], like: Wording | None, embedded: tuple[str, Vectors]
) -> Row:
    group = like.group if like else 0
    held = connection.execute("SELECT 1 FROM question_groups WHERE id = ?", (group,)).fetchone()
    if not held:
        # It may have gone with its last question since it was compared.
        group = connection.execute("INSERT INTO question_groups DEFAULT VALUES").lastrowid or 0
    model, vector = embedded
    row = (*texts, group, model, packed(vector), vector.shape[-1])
    made: Row = connection.execute(NEW_WORDING, row).fetchone()
    return made


def _wording(row: Row) -> Wording:
    vector = unpacked(row["vector"], row["dimensions"])[0]
    return Wording(row["id"], row["question_group"], row["text"], np.asarray(vector))


def _asking(row: Row) -> Asking:
    return Asking(
        row["question_group"],
        row["wording"],
        row["text"],
        row["conversation"],
        row["turn"],
        row["kind"],
        row["language"],
        datetime.fromisoformat(row["asked_at"]),
        None if row["useful"] is None else bool(row["useful"]),
        row["comment"] or "",
    )


def _decision(row: Row) -> Decision:
    at = datetime.fromisoformat(row["settled_at"]) if row["settled_at"] else None
    return Decision(row["settled"], row["note"], at, row["settled_by"] or "")


def _retrial(row: Row) -> Retrial:
    at = datetime.fromisoformat(row["tried_at"])
    return Retrial(row["wording"], row["generation"], at, row["verdict"], row["answer"])
