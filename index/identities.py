"""Identities: who signs in at a provider, by the provider and its own id for them."""

from collections.abc import Iterator

from index.accounts import LONGEST_NAME, Account, account_of, allowed_name, insert_account, row_of
from index.audit import record
from index.database import Connection, Database, Row
from index.errors import AccountError
from index.roles import Role


class Identities:
    """The identities of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, issuer: str, subject: str) -> Account | None:
        """The account of somebody who has signed in there before, closed ones too."""
        with self._database.reading() as connection:
            row = _row(connection, issuer, subject)
        return account_of(row) if row else None

    def all(self) -> dict[str, str]:
        """By account, where it signs in."""
        with self._database.reading() as connection:
            return {row["account"]: row["issuer"] for row in connection.execute("SELECT * FROM identities")}

    def admit(self, issuer: str, subject: str, name: str, role: Role | None) -> Account | None:
        """The account of whoever the provider vouches for, made at their first coming; None where it is
        closed, or there is none and `role` is None.

        `role` is the one that the provider gives, or None where it gives none: an account keeps its own. A
        name that is taken, or can be none, gets a number.
        """
        with self._database.writing() as connection:
            row = _row(connection, issuer, subject)
            if row is None:
                return _made(connection, issuer, subject, name, role) if role else None
            if row["closed_at"]:
                return None
            if role and role != row["role"]:
                connection.execute("UPDATE accounts SET role = ? WHERE name = ?", (role, row["name"]))
                details = {"from": row["role"], "to": role}
                record(connection, issuer, "account.role", row["name"], details)
            return account_of(_row(connection, issuer, subject) or row)


def _made(connection: Connection, issuer: str, subject: str, name: str, role: Role) -> Account:
    free = next(one for one in _names(name) if row_of(connection, one) is None)
    account = insert_account(connection, free, role, "", by=issuer)
    connection.execute("INSERT INTO identities VALUES (?, ?, ?)", (issuer, subject, account.name))
    return account


def _names(wanted: str) -> Iterator[str]:
    """Names like the one wanted, which is the first."""
    shown = "".join(sign if sign.isprintable() else " " for sign in wanted)
    try:
        name = allowed_name(shown[: LONGEST_NAME - 10])
    except AccountError:
        name = "?"
    yield name
    number = 2
    while True:
        yield f"{name} {number}"
        number += 1


def _row(connection: Connection, issuer: str, subject: str) -> Row | None:
    query = """
        SELECT accounts.* FROM identities JOIN accounts ON accounts.name = identities.account
        WHERE issuer = ? AND subject = ?"""
    found: Row | None = connection.execute(query, (issuer, subject)).fetchone()
    return found
