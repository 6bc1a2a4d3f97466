"""Links: by one of them the person of an account chooses a password, once, so that nobody else knows it."""

from datetime import UTC, datetime, timedelta

from index.accounts import Account, account_of, allowed_password, give_password, held_row
from index.audit import record
from index.database import Connection, Database, Row
from index.errors import AccountError
from index.passwords import hashed
from index.secret import hash_of, new_secret

# Over a weekend, and no longer: until it is used, whoever has it can take the account.
LASTING = timedelta(days=3)


class Links:
    """The links of one library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, account: str, *, by: str) -> str:
        """The secret of a link for an account; one made before leads in no longer.

        Raises: UnknownAccountError; AccountError where the account is closed.
        """
        secret, ends = new_secret(), datetime.now(UTC) + LASTING
        with self._database.writing() as connection:
            held = held_row(connection, account)
            if held["closed_at"]:
                raise AccountError("closed", f"the account {held['name']} is closed; open it first")
            connection.execute("DELETE FROM links WHERE account = ?", (held["name"],))
            row = (hash_of(secret), held["name"], ends.isoformat())
            connection.execute("INSERT INTO links VALUES (?, ?, ?)", row)
            record(connection, by, "account.link", held["name"])
        return secret

    def account(self, secret: str) -> Account | None:
        """The account that a link leads to, or None if it was used or is over."""
        with self._database.reading() as connection:
            row = _row(connection, secret)
        return account_of(row) if row else None

    def use(self, secret: str, password: str) -> Account | None:
        """The account that has this password from now on, or None if the link leads nowhere.

        Raises: AccountError for a password that cannot be one; the link can be used again then.
        """
        found = self.account(secret)
        if found is None:
            return None
        # Hashing takes a tenth of a second, in which nobody else shall wait to write.
        kept = hashed(allowed_password(password, found.name))
        with self._database.writing() as connection:
            row = _row(connection, secret)
            if row is None:
                return None
            give_password(connection, row, kept, by=row["name"])
            return account_of(row)


def _row(connection: Connection, secret: str) -> Row | None:
    query = """
        SELECT accounts.* FROM links JOIN accounts ON accounts.name = links.account
        WHERE links.sha256 = ? AND links.ends_at > ? AND accounts.closed_at IS NULL"""
    found: Row | None = connection.execute(query, (hash_of(secret), datetime.now(UTC).isoformat())).fetchone()
    return found
