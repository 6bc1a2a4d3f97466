"""Accounts: who may sign in, with which role."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from index.audit import record
from index.database import Connection, Database, Row
from index.errors import AccountError, TakenNameError, UnknownAccountError
from index.passwords import LONGEST, SHORTEST, hashed, is_guessable, is_outdated, matches
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
            return tuple(map(account_of, connection.execute("SELECT * FROM accounts ORDER BY name")))

    def find(self, name: str) -> Account | None:
        """The account of that name, whatever the case of its letters."""
        with self._database.reading() as connection:
            row = row_of(connection, name)
        return account_of(row) if row else None

    def has_administrator(self) -> bool:
        """Whether there is an account that may make others."""
        with self._database.reading() as connection:
            return connection.execute(_ADMINISTRATORS).fetchone() is not None

    def make(self, name: str, role: Role, password: str = "", *, by: str) -> Account:
        """A new account; without a password its person signs in elsewhere.

        Raises: AccountError for a name or a password that cannot be one; TakenNameError.
        """
        named = allowed_name(name)
        kept = hashed(allowed_password(password, named)) if password else ""
        with self._database.writing() as connection:
            if row_of(connection, named):
                raise TakenNameError(named, "an account")
            return insert_account(connection, named, role, kept, by=by)

    def give_role(self, name: str, role: Role, *, by: str) -> bool:
        """Whether the account had another role; now it may do what this one may. Raises: UnknownAccountError;
        AccountError where no administrator would be left."""
        with self._database.writing() as connection:
            before = held_row(connection, name)
            if before["role"] == role:
                return False
            connection.execute("UPDATE accounts SET role = ? WHERE name = ?", (role, before["name"]))
            _check_administrators(connection, before)
            record(connection, by, "account.role", before["name"], {"from": before["role"], "to": role})
            return True

    def set_password(self, name: str, password: str, *, by: str, keep: str = "") -> None:
        """Give the account another password, and end its sessions but the one whose hash is `keep`.

        Raises: UnknownAccountError, AccountError.
        """
        kept = hashed(allowed_password(password, name))
        with self._database.writing() as connection:
            give_password(connection, held_row(connection, name), kept, by=by, keep=keep)

    def close(self, name: str, *, by: str) -> bool:
        """Whether the account was open; now nobody signs in by it, and its sessions have ended. Raises:
        UnknownAccountError; AccountError where no administrator would be left."""
        with self._database.writing() as connection:
            before = held_row(connection, name)
            if before["closed_at"]:
                return False
            now = datetime.now(UTC).isoformat()
            connection.execute("UPDATE accounts SET closed_at = ? WHERE name = ?", (now, before["name"]))
            _forget(connection, before["name"])
            _check_administrators(connection, before)
            record(connection, by, "account.closed", before["name"])
            return True

    def open(self, name: str, *, by: str) -> bool:
        """Whether the account was closed; now its person may sign in again. Raises: UnknownAccountError."""
        with self._database.writing() as connection:
            held = held_row(connection, name)
            if not held["closed_at"]:
                return False
            connection.execute("UPDATE accounts SET closed_at = NULL WHERE name = ?", (held["name"],))
            record(connection, by, "account.opened", held["name"])
            return True

    def verified(self, name: str, password: str) -> Account | None:
        """The account that is open and has this password; as slow where there is none."""
        with self._database.reading() as connection:
            row = row_of(connection, name)
        kept = row["password"] if row and row["closed_at"] is None else ""
        if not matches(kept, password[: LONGEST + 1]) or row is None:
            return None
        if is_outdated(kept):
            with self._database.writing() as connection:
                query = "UPDATE accounts SET password = ? WHERE name = ? AND password = ?"
                connection.execute(query, (hashed(password), row["name"], kept))
        return account_of(row)


_ADMINISTRATORS = "SELECT 1 FROM accounts WHERE role = 'administrator' AND closed_at IS NULL"


def allowed_name(name: str) -> str:
    """The name as it is kept. Raises: AccountError where it cannot be one."""
    named = unicodedata.normalize("NFC", " ".join(name.split()))
    if not named or len(named) > LONGEST_NAME or not named.isprintable():
        raise AccountError("name", f"a name has 1 to {LONGEST_NAME} printable characters")
    return named


def allowed_password(password: str, name: str) -> str:
    """The password, where somebody of this name may have it. Raises: AccountError."""
    if len(password) < SHORTEST:
        raise AccountError("short", f"a password has at least {SHORTEST} characters")
    if len(password) > LONGEST:
        raise AccountError("long", f"a password has at most {LONGEST} characters")
    if is_guessable(password, name):
        raise AccountError("guessable", "a password must not be easy to guess; take several words of no name")
    return password


def row_of(connection: Connection, name: str) -> Row | None:
    """The account's row, whatever the case of the name's letters."""
    found: Row | None = connection.execute("SELECT * FROM accounts WHERE key = ?", (key_of(name),)).fetchone()
    return found


def held_row(connection: Connection, name: str) -> Row:
    """The account's row. Raises: UnknownAccountError."""
    row = row_of(connection, name)
    if row is None:
        raise UnknownAccountError(name)
    return row


def insert_account(connection: Connection, name: str, role: Role, kept: str, *, by: str) -> Account:
    """The account that was made of a free name; `kept` is its password's hash, or empty."""
    query = "INSERT INTO accounts (name, key, role, password, made_at) VALUES (?, ?, ?, ?, ?)"
    connection.execute(query, (name, key_of(name), role, kept, datetime.now(UTC).isoformat()))
    record(connection, by, "account.made", name, {"role": role})
    return account_of(held_row(connection, name))


def give_password(connection: Connection, held: Row, kept: str, *, by: str, keep: str = "") -> None:
    """Nothing; the account has the password of this hash, and of its sessions only `keep` is left."""
    connection.execute("UPDATE accounts SET password = ? WHERE name = ?", (kept, held["name"]))
    _forget(connection, held["name"], keep)
    record(connection, by, "account.password", held["name"])


def account_of(row: Row) -> Account:
    """The account in a row."""
    return Account(
        row["name"],
        row["role"],
        datetime.fromisoformat(row["made_at"]),
        datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
        bool(row["password"]),
    )


def _forget(connection: Connection, name: str, keep: str = "") -> None:
    """Let no browser and no link in that did so far."""
    connection.execute("DELETE FROM sessions WHERE account = ? AND sha256 <> ?", (name, keep))
    for table in ("links", "devices"):
        connection.execute(f"DELETE FROM {table} WHERE account = ?", (name,))  # noqa: S608 - our own names


def key_of(name: str) -> str:
    """What names are compared by."""
    # Halves of surrogate pairs can be sent, and can be in no database.
    folded = unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
    return folded.encode("utf-8", "replace").decode("utf-8")


def _check_administrators(connection: Connection, before: Row) -> None:
    """Raises: AccountError where the only administrator was taken away."""
    was = before["role"] == "administrator" and before["closed_at"] is None
    if was and not connection.execute(_ADMINISTRATORS).fetchone():
        raise AccountError("last", "the last administrator must stay one; make another first")
