"""Devices: browsers in which somebody has signed in before, told by a secret that they hold.

Who tries passwords from elsewhere has none of them, so what slows such a one down does not touch the person.
"""

from datetime import UTC, datetime

from index.database import Database
from index.secret import hash_of, new_secret

# More than anybody uses; the oldest are forgotten.
_MOST = 20


class Devices:
    """The devices of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, account: str) -> str:
        """The secret by which a browser of this account is known from now on."""
        secret = new_secret()
        with self._database.writing() as connection:
            row = (hash_of(secret), account, datetime.now(UTC).isoformat())
            connection.execute("INSERT INTO devices VALUES (?, ?, ?)", row)
            query = """
                DELETE FROM devices WHERE account = ?1 AND sha256 NOT IN (
                    SELECT sha256 FROM devices WHERE account = ?1 ORDER BY made_at DESC LIMIT ?2)"""
            connection.execute(query, (account, _MOST))
        return secret

    def account(self, secret: str) -> str | None:
        """The name of the account that a browser with this secret has signed in to."""
        with self._database.reading() as connection:
            query = "SELECT account FROM devices WHERE sha256 = ?"
            row = connection.execute(query, (hash_of(secret),)).fetchone()
        return str(row["account"]) if row else None
