"""Accounts: who may sign in, with which role."""

from dataclasses import dataclass
from datetime import UTC, datetime

from index.audit import record
from index.database import Connection, Database, Row
from index.errors import AccountError, TakenNameError, UnknownAccountError
from index.passwords import LONGEST, SHORTEST, hashed, is_outdated, matches
from index.roles import Role

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in by `name`; no longer, once it is closed."""

    name: str
    role: Role
    made_at: datetime
    closed_at: datetime | None = None
    has_password: bool = True


class Accounts:
    """The accounts of one library. `by` is whoever changes them. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Account, ...]:
        """Every account by name, closed ones too."""
        with self._database.reading() as connection:
            return tuple(map(_account, connection.execute("SELECT * FROM accounts ORDER BY name")))

    def find(self, name: str) -> Account | None:
        """The account of that name, whatever the case of its letters."""
        with self._database.reading() as connection:
            row = _row(connection, name)
        return _account(row) if row else None

    def make(self, name: str, role: Role, password: str = "", *, by: str) -> Account:
        """A new account; without a password its person signs in elsewhere.

        Raises: AccountError for a name or a password that cannot be one; TakenNameError.
        """
        named = _allowed_name(name)
        kept = hashed(_allowed_password(password)) if password else ""
        with self._database.writing() as connection:
            if _row(connection, named):
                raise TakenNameError(named, "an account")
            row = (named, role, kept, datetime.now(UTC).isoformat())
            connection.execute("INSERT INTO accounts VALUES (?, ?, ?, ?, NULL)", row)
            record(connection, by, "account.made", named, {"role": role})
            return _account(_held(connection, named))

    def give_role(self, name: str, role: Role, *, by: str) -> None:
        """Let the account do what a role may. Raises: UnknownAccountError; AccountError where no
        administrator would be left."""
        with self._database.writing() as connection:
            before = _held(connection, name)
            connection.execute("UPDATE accounts SET role = ? WHERE name = ?", (role, name))
            _check_administrators(connection, before)
            record(connection, by, "account.role", before["name"], {"from": before["role"], "to": role})

    def set_password(self, name: str, password: str, *, by: str, keep: str = "") -> None:
        """Give the account another password, and end its sessions but the one whose hash is `keep`.

        Raises: UnknownAccountError, AccountError.
        """
        kept = hashed(_allowed_password(password))
        with self._database.writing() as connection:
            held = _held(connection, name)
            connection.execute("UPDATE accounts SET password = ? WHERE name = ?", (kept, name))
            connection.execute("DELETE FROM sessions WHERE account = ? AND sha256 <> ?", (name, keep))
            record(connection, by, "account.password", held["name"])

    def close(self, name: str, *, by: str) -> None:
        """Let nobody sign in by this account, and end its sessions. Raises: UnknownAccountError; AccountError
        where no administrator would be left."""
        with self._database.writing() as connection:
            before = _held(connection, name)
            now = datetime.now(UTC).isoformat()
            connection.execute("UPDATE accounts SET closed_at = ? WHERE name = ?", (now, name))
            connection.execute("DELETE FROM sessions WHERE account = ?", (name,))
            _check_administrators(connection, before)
            record(connection, by, "account.closed", before["name"])

    def open(self, name: str, *, by: str) -> None:
        """Let its person sign in again. Raises: UnknownAccountError."""
        with self._database.writing() as connection:
            held = _held(connection, name)
            connection.execute("UPDATE accounts SET closed_at = NULL WHERE name = ?", (name,))
            record(connection, by, "account.opened", held["name"])

    def verified(self, name: str, password: str) -> Account | None:
        """The account that is open and has this password; as slow where there is none."""
        with self._database.reading() as connection:
            row = _row(connection, name)
        kept = row["password"] if row and row["closed_at"] is None else ""
        if not matches(kept, password[: LONGEST + 1]) or row is None:
            return None
        if is_outdated(kept):
            with self._database.writing() as connection:
                query = "UPDATE accounts SET password = ? WHERE name = ? AND password = ?"
                connection.execute(query, (hashed(password), name, kept))
        return _account(row)


def _allowed_name(name: str) -> str:
    named = name.strip()
    if not named or len(named) > LONGEST_NAME or not named.isprintable():
        raise AccountError("name", f"a name has 1 to {LONGEST_NAME} printable characters")
    return named


def _allowed_password(password: str) -> str:
    if len(password) < SHORTEST:
        raise AccountError("short", f"a password has at least {SHORTEST} characters")
    if len(password) > LONGEST:
        raise AccountError("long", f"a password has at most {LONGEST} characters")
    return password


def _row(connection: Connection, name: str) -> Row | None:
    row: Row | None = connection.execute("SELECT * FROM accounts WHERE name = ?", (name,)).fetchone()
    return row


def _held(connection: Connection, name: str) -> Row:
    row = _row(connection, name)
    if row is None:
        raise UnknownAccountError(name)
    return row


def _check_administrators(connection: Connection, before: Row) -> None:
    """Raises: AccountError where the only administrator was taken away."""
    query = "SELECT 1 FROM accounts WHERE role = 'administrator' AND closed_at IS NULL"
    was = before["role"] == "administrator" and before["closed_at"] is None
    if was and not connection.execute(query).fetchone():
        raise AccountError("last", "the last administrator must stay one; make another first")


def _account(row: Row) -> Account:
    return Account(
        row["name"],
        row["role"],
        datetime.fromisoformat(row["made_at"]),
        datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
        bool(row["password"]),
    )
