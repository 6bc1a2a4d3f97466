"""Sessions: who is signed in, by a secret that only their browser holds."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from index.database import Database, Row
from index.roles import Role

# What is not used for so long ends, and everything does after the second, used or not.
IDLE = timedelta(hours=12)
LONGEST = timedelta(days=14)
# Being seen is written down no oftener than this: reading a page is no write.
_SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Session:
    """One browser's being signed in; `id` is the secret's hash, of no use to whoever reads it."""

    id: str
    account: str
    role: Role
    begun_at: datetime
    seen_at: datetime
    ends_at: datetime


class Sessions:
    """The sessions of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, account: str) -> str:
        """The secret of a new session of this account."""
        secret, now = secrets.token_urlsafe(32), datetime.now(UTC)
        row = (_hash(secret), account, now.isoformat(), now.isoformat(), (now + LONGEST).isoformat())
        with self._database.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE ends_at < ?", (now.isoformat(),))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", row)
        return secret

    def find(self, secret: str) -> Session | None:
        """The session of a secret, or None if it has ended or its account is closed."""
        now = datetime.now(UTC)
        with self._database.reading() as connection:
            row = connection.execute(f"{SESSIONS} WHERE sha256 = ?", (_hash(secret),)).fetchone()
        session = _session(row) if row else None
        if session is None or now > session.ends_at or now > session.seen_at + IDLE:
            return None
        if now > session.seen_at + _SEEN_EVERY:
            with self._database.writing(durable=False) as connection:
                query = "UPDATE sessions SET seen_at = ? WHERE sha256 = ?"
                connection.execute(query, (now.isoformat(), session.id))
        return session

    def of(self, account: str) -> tuple[Session, ...]:
        """The sessions of an account that have not ended, those seen last first."""
        now = datetime.now(UTC)
        with self._database.reading() as connection:
            rows = connection.execute(f"{SESSIONS} WHERE account = ? ORDER BY seen_at DESC", (account,))
            held = tuple(map(_session, rows))
        return tuple(one for one in held if now <= min(one.ends_at, one.seen_at + IDLE))

    def end(self, id: str, *, account: str) -> bool:
        """Whether this account had such a session; it has ended."""
        with self._database.writing() as connection:
            query = "DELETE FROM sessions WHERE sha256 = ? AND account = ?"
            return connection.execute(query, (id, account)).rowcount > 0

    def end_all(self, account: str) -> int:
        """How many sessions of an account were ended."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM sessions WHERE account = ?", (account,)).rowcount


SESSIONS = """
    SELECT sessions.*, accounts.name, accounts.role
    FROM sessions JOIN accounts ON accounts.name = sessions.account AND accounts.closed_at IS NULL"""


def _hash(secret: str) -> str:
    # A browser may send any characters at all, halves of surrogate pairs included.
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _session(row: Row) -> Session:
    begun, seen, ends = (datetime.fromisoformat(row[at]) for at in ("begun_at", "seen_at", "ends_at"))
    return Session(row["sha256"], row["name"], row["role"], begun, seen, ends)
