"""Tokens: secrets that let a program in for a time, kept as hashes."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from index.audit import record
from index.database import Connection, Database, Row
from index.errors import StoreError, TakenNameError, TokenError
from index.roles import ROLES, Role
from index.secret import hash_of, new_secret

LONGEST_NAME = 100
# Of a token that is given no end: longer, and one that was forgotten lets in for good; shorter, and what runs
# unattended stops before anybody comes by.
LASTING = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a token: the token's name, and what it may do."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token; it lets in until the end of the day `ends_on`, in UTC.

    `account` is whose it is, empty where it was made at the command line. `used_on` is the last day it was.
    """

    name: str
    role: Role
    account: str
    made_at: datetime
    ends_on: date
    used_on: date | None

    @property
    def is_over(self) -> bool:
        """Whether its day has passed."""
        return self.ends_on < _today()


class Tokens:
    """A secret is shown once, when it is made; it is random and long, so a plain hash keeps it.

    Raises: StoreError, in every method.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self,
        name: str,
        role: Role,
        *,
        until: date | None = None,
        account: str = "",
        by: str = "command line",
    ) -> str:
        """The new token's secret. Raises: TakenNameError if one of that name is in use; TokenError for a
        name that cannot be one or an end that has passed."""
        named, ends = _allowed(name), until or default_end()
        if ends < _today():
            raise TokenError("until", f"a token's last day cannot have passed, as {ends.isoformat()} has")
        secret = new_secret()
        row = (named, role, hash_of(secret), datetime.now(UTC).isoformat(), ends.isoformat(), account)
        with self._database.writing() as connection:
            if _in_use(connection, named):
                raise TakenNameError(named)
            connection.execute(_INSERT, row)
            record(connection, by, "token.made", named, {"role": role, "until": ends.isoformat()})
        return secret

    def all(self, account: str | None = None) -> tuple[Token, ...]:
        """The tokens that were not revoked by name, of one account or of all."""
        query = "SELECT * FROM tokens WHERE revoked_at IS NULL AND (?1 IS NULL OR account = ?1) ORDER BY name"
        with self._database.reading() as connection:
            return tuple(map(_token, connection.execute(query, (account,))))

    def revoke(self, name: str, *, account: str | None = None, by: str = "command line") -> bool:
        """Whether a token of that name, and of that account where one is given, was in use; it is not now."""
        query = """
            UPDATE tokens SET revoked_at = ?1
            WHERE name = ?2 AND revoked_at IS NULL AND (?3 IS NULL OR account = ?3)"""
        with self._database.writing() as connection:
            revoked = connection.execute(query, (datetime.now(UTC).isoformat(), name, account)).rowcount > 0
            if revoked:
                record(connection, by, "token.revoked", name)
            return revoked

    def holder(self, secret: str) -> Holder | None:
        """Who the bearer of a secret is, or None if it is no token in use.

        A token allows no more than the account it belongs to, and nothing when that is closed.
        """
        today = _today().isoformat()
        with self._database.reading() as connection:
            row = connection.execute(_HOLDER, (hash_of(secret), today)).fetchone()
        if row is None or (row["account"] and row["own"] is None):
            return None
        if row["used_on"] != today:
            # Once a day, so that reading is no write. A disk that takes none keeps nobody from reading.
            with suppress(StoreError), self._database.writing(durable=False) as connection:
                connection.execute("UPDATE tokens SET used_on = ? WHERE name = ?", (today, row["name"]))
        roles = (row["role"], row["own"]) if row["account"] else (row["role"],)
        return Holder(row["name"], min(roles, key=ROLES.index))


def default_end() -> date:
    """The last day of a token that is made today and given none."""
    return _today() + LASTING


# A name whose token was revoked or is over is free.
_INSERT = """
    INSERT OR REPLACE INTO tokens (name, role, sha256, created_at, ends_on, account)
    VALUES (?, ?, ?, ?, ?, ?)"""
_HOLDER = """
    SELECT tokens.*, accounts.role AS own
    FROM tokens LEFT JOIN accounts ON accounts.name = tokens.account AND accounts.closed_at IS NULL
    WHERE sha256 = ? AND revoked_at IS NULL AND ends_on >= ?"""


def _in_use(connection: Connection, name: str) -> bool:
    query = "SELECT 1 FROM tokens WHERE name = ? AND revoked_at IS NULL AND ends_on >= ?"
    return connection.execute(query, (name, _today().isoformat())).fetchone() is not None


def _allowed(name: str) -> str:
    named = " ".join(name.split())
    if not named or len(named) > LONGEST_NAME or not named.isprintable():
        raise TokenError("name", f"a token's name has 1 to {LONGEST_NAME} printable characters")
    return named


def _token(row: Row) -> Token:
    return Token(
        row["name"],
        row["role"],
        row["account"],
        datetime.fromisoformat(row["created_at"]),
        date.fromisoformat(row["ends_on"]),
        date.fromisoformat(row["used_on"]) if row["used_on"] else None,
    )


def _today() -> date:
    return datetime.now(UTC).date()
