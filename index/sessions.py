"""Sessions: who is signed in, by a secret that only their browser holds."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from index.audit import record
from index.database import Database, Row
from index.errors import StoreError
from index.roles import Role, allows
from index.secret import hash_of, new_secret

# What is not used for so long ends, and everything does after the second, used or not.
IDLE = timedelta(hours=12)
LONGEST = timedelta(days=14)
# Being seen is written down no oftener than this: reading a page is no write.
_SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Session:
    """One browser's being signed in; `id` is the secret's hash, of no use to whoever reads it.

    `agent` is the kind of browser.
    """

    id: str
    account: str
    role: Role
    begun_at: datetime
    seen_at: datetime
    ends_at: datetime
    agent: str = ""


class Sessions:
    """The sessions of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, account: str, *, agent: str = "", how: str = "") -> str:
        """The secret of a new session of this account; that staff signed in, and `how`, is in the log."""
        secret, now = new_secret(), datetime.now(UTC)
        row = (hash_of(secret), account, now.isoformat(), now.isoformat(), (now + LONGEST).isoformat(), agent)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE ends_at < ?", (now.isoformat(),))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)", row)
            held = connection.execute("SELECT * FROM accounts WHERE name = ?", (account,)).fetchone()
            if how and allows(held["role"], "staff"):
                record(connection, held["name"], "account.signed_in", held["name"], {"how": how})
        return secret

    def find(self, secret: str) -> Session | None:
        """The session of a secret, or None if it has ended or its account is closed."""
        now = datetime.now(UTC)
        with self._database.reading() as connection:
            row = connection.execute(f"{SESSIONS} WHERE sha256 = ?", (hash_of(secret),)).fetchone()
        session = _session(row) if row else None
        if session is None or now > session.ends_at or now > session.seen_at + IDLE:
            return None
        if now > session.seen_at + _SEEN_EVERY:
            # A disk that takes nothing keeps nobody out who is signed in.
            with suppress(StoreError), self._database.writing(durable=False) as connection:
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

    def end_others(self, account: str, *, but: str = "", by: str) -> int:
        """How many sessions of an account were ended: all, or all but one id."""
        with self._database.writing() as connection:
            query = "DELETE FROM sessions WHERE account = ? AND sha256 <> ?"
            ended = connection.execute(query, (account, but)).rowcount
            if ended:
                record(connection, by, "account.sessions_ended", account, {"sessions": ended})
            return ended


SESSIONS = """
    SELECT sessions.*, accounts.name, accounts.role
    FROM sessions JOIN accounts ON accounts.name = sessions.account AND accounts.closed_at IS NULL"""


def _session(row: Row) -> Session:
    begun, seen, ends = (datetime.fromisoformat(row[at]) for at in ("begun_at", "seen_at", "ends_at"))
    return Session(row["sha256"], row["name"], row["role"], begun, seen, ends, row["agent"])
