"""The audit log: what staff did, by whom and when. Rows are added, and never changed or taken away."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from index.database import Connection, Database, Row

# Who acts at the command line.
COMMAND_LINE = "command line"
# What a detail may be: short words and numbers that say what was done, never a secret or a question.
Detail = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """One action: `action` is like `document.removed`, `subject` the id or name of what it was done to."""

    id: int
    at: datetime
    by: str
    action: str
    subject: str
    details: Mapping[str, Detail]


def record(
    connection: Connection,
    by: str,
    action: str,
    subject: str,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Write down an action in the transaction that does it: either both are there or neither."""
    at = datetime.now(UTC).isoformat()
    told = json.dumps(dict(details or {}), ensure_ascii=False, sort_keys=True)
    last = connection.execute("SELECT digest FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    digest = _digest(last["digest"] if last else "", at, by, action, subject, told)
    connection.execute(
        "INSERT INTO audit (at, by, action, subject, details, digest) VALUES (?, ?, ?, ?, ?, ?)",
        (at, by, action, subject, told, digest),
    )


class Audit:
    """The log of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def records(
        self, *, before: int | None = None, limit: int = 100, by: str = "", about: str = ""
    ) -> tuple[Record, ...]:
        """The newest records, newest first: of those older than the id `before`, done by one person, whose
        action or subject holds the words `about`, where these are given."""
        with self._database.reading() as connection:
            rows = connection.execute(
                RECORDS, {"before": before, "by": by, "about": about, "limit": limit}
            ).fetchall()
        return tuple(map(_record, rows))

    def count(self) -> int:
        with self._database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM audit").fetchone()[0])

    def broken(self) -> int | None:
        """The id of the first record that is not as it was written, or follows one that is missing."""
        with self._database.reading() as connection:
            return first_broken(connection)


RECORDS = """
    SELECT * FROM audit
    WHERE (:before IS NULL OR id < :before) AND (:by = '' OR by = :by)
        AND (:about = '' OR instr(lower(action || ' ' || subject || ' ' || details), lower(:about)) > 0)
    ORDER BY id DESC LIMIT :limit"""


def first_broken(connection: Connection) -> int | None:
    """The id of the first record that is not as it was written, or follows one that is missing."""
    return next(_broken(connection), None)


def _broken(connection: Connection) -> Iterator[int]:
    before, expected = "", 1
    for row in connection.execute("SELECT * FROM audit ORDER BY id"):
        digest = _digest(before, row["at"], row["by"], row["action"], row["subject"], row["details"])
        if row["id"] != expected or digest != row["digest"]:
            yield row["id"]
        before, expected = row["digest"], row["id"] + 1
    # The counter knows of rows at the end that have gone.
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").fetchone()
    if last is not None and last["seq"] >= expected:
        yield expected


def _digest(*parts: str) -> str:
    return sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _record(row: Row) -> Record:
    return Record(
        row["id"],
        datetime.fromisoformat(row["at"]),
        row["by"],
        row["action"],
        row["subject"],
        json.loads(row["details"]),
    )
