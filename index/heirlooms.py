"""What a library hands on to the backup that takes its place: who may sign in, and the log."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.database import Connection, Database, Row


@dataclass(frozen=True, slots=True)
class Heirlooms:
    """Rows of accounts, whom they are elsewhere, tokens and the audit log, as they stood."""

    accounts: Sequence[Row] = ()
    identities: Sequence[Row] = ()
    tokens: Sequence[Row] = ()
    records: Sequence[Row] = ()


def heirlooms_of(database: Database) -> Heirlooms:
    """Those of a library."""
    with database.reading() as connection:
        return Heirlooms(
            connection.execute("SELECT * FROM accounts").fetchall(),
            connection.execute("SELECT * FROM identities").fetchall(),
            connection.execute("SELECT * FROM tokens").fetchall(),
            connection.execute("SELECT * FROM audit ORDER BY id").fetchall(),
        )


def hand_on(connection: Connection, held: Heirlooms) -> None:
    """Put them over those of a backup: what was closed, revoked or given another password since stays so.

    The log goes on where that of the backup ends, if that is its beginning; else it is another library's, and
    the backup's own log stays.
    """
    # What hangs on an account of the backup goes with it.
    _put(connection, "accounts", held.accounts)
    _put(connection, "identities", held.identities)
    _put(connection, "tokens", held.tokens)
    last = connection.execute("SELECT id, digest FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    end = last["id"] if last else 0
    if last is None or any(one["id"] == end and one["digest"] == last["digest"] for one in held.records):
        _put(connection, "audit", [one for one in held.records if one["id"] > end])
    # Whoever was signed in when the backup was made, or had a link to choose a password by, is and has not
    # by its coming back.
    for table in ("sessions", "links", "devices"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names


def _put(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        columns = ", ".join(rows[0].keys())
        marks = ", ".join("?" for _ in rows[0])
        query = f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.executemany(query, [tuple(one) for one in rows])
