"""The audit log: what staff did, by whom and when. Rows are added, and never changed or taken away."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import islice
from unicodedata import normalize

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
        self,
        *,
        before: int | None = None,
        limit: int = 100,
        by: str = "",
        about: str = "",
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[Record, ...]:
        """The newest records, newest first: of those older than the id `before`, done by one person, from one
        day until the end of another in UTC, whose words hold all of `about`, where these are given."""
        given = {
            "before": before,
            "by": by,
            "since": since.isoformat() if since else "",
            "until": (until + timedelta(days=1)).isoformat() if until and until < date.max else "9999",
        }
        wanted = [_folded(word) for word in about.split()]
        with self._database.reading() as connection:
            rows = connection.execute(RECORDS, given)
            # Folded here: the database knows no other capital letters than those of English.
            found = (row for row in rows if not wanted or _holds(row, wanted))
            return tuple(map(_record, islice(found, limit)))

    def people(self) -> tuple[str, ...]:
        """Everybody of whom there is a record, by name."""
        with self._database.reading() as connection:
            return tuple(row["by"] for row in connection.execute("SELECT DISTINCT by FROM audit ORDER BY by"))

    def count(self) -> int:
        with self._database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM audit").fetchone()[0])

    def broken(self) -> int | None:
        """The id of the first record that is not as it was written, or follows one that is missing."""
        with self._database.reading() as connection:
            return first_broken(connection)


RECORDS = """
    SELECT * FROM audit
    WHERE (:before IS NULL OR id < :before) AND (:by = '' OR by = :by) AND at >= :since AND at < :until
    ORDER BY id DESC"""


def _holds(row: Row, wanted: Sequence[str]) -> bool:
    told = _folded(" ".join((row["by"], row["action"], row["subject"], row["details"])))
    return all(word in told for word in wanted)


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold()


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
