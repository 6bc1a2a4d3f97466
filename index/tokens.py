"""Tokens: secrets that let a program in, kept as hashes."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from index.database import Database
from index.errors import TakenNameError
from index.roles import Role


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a token: the token's name, and what it may do."""

    name: str
    role: Role


class Tokens:
    """A secret is shown once, when it is made; it is random and long, so a plain hash keeps it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, role: Role) -> str:
        """The new token's secret. Raises: TakenNameError if one of that name is in use."""
        secret = secrets.token_urlsafe(32)
        row = (name, role, _hash(secret), datetime.now(UTC).isoformat())
        with self._database.writing() as connection:
            in_use = "SELECT 1 FROM tokens WHERE name = ? AND revoked_at IS NULL"
            if connection.execute(in_use, (name,)).fetchone():
                raise TakenNameError(name)
            connection.execute("INSERT OR REPLACE INTO tokens VALUES (?, ?, ?, ?, NULL)", row)
        return secret

    def revoke(self, name: str) -> bool:
        """Whether a token of that name was in use; it is not from now on."""
        query = "UPDATE tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL"
        with self._database.writing() as connection:
            return connection.execute(query, (datetime.now(UTC).isoformat(), name)).rowcount > 0

    def holder(self, secret: str) -> Holder | None:
        """Who the bearer of a secret is, or None if it is no token in use."""
        query = "SELECT name, role FROM tokens WHERE sha256 = ? AND revoked_at IS NULL"
        with self._database.reading() as connection:
            row = connection.execute(query, (_hash(secret),)).fetchone()
        return Holder(row["name"], row["role"]) if row else None


def _hash(secret: str) -> str:
    # A browser may send any characters at all, halves of surrogate pairs included.
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
