"""Documents that were removed: out of everything at once, and kept apart for thirty days, to be undone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from index.audit import record
from index.database import Connection, Database, Row
from index.errors import UnknownRemovalError
from index.review.homes import rehome
from index.review.strays import heirs
from index.versions import Kept, kept

KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Removal:
    """A document that was removed, and until when that can be undone. `id` is the removal's own: a document
    of the same name may come in and be removed too."""

    id: int
    document: str
    name: str
    title: str
    version: int
    size_bytes: int
    removed_at: datetime
    removed_by: str

    @property
    def until(self) -> datetime:
        return self.removed_at + timedelta(days=KEPT_DAYS)


class Removed:
    """The removed documents of a library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, now: datetime | None = None) -> tuple[Removal, ...]:
        """Those whose removal can still be undone, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(f"{REMOVALS} WHERE removed_at > ? {NEWEST}", (_limit(now),))
            return tuple(map(_removal, rows))

    def one(self, removal: int, *, now: datetime | None = None) -> Removal:
        """One of them. Raises: UnknownRemovalError."""
        with self._database.reading() as connection:
            return _removal(_row(connection, removal, now))

    def find(self, reference: str, *, now: datetime | None = None) -> Removal:
        """The latest removal of what a person means by a document's id, name or base name.

        Raises: UnknownRemovalError.
        """
        for one in self.all(now=now):
            if reference in (one.document, one.name, one.name.rpartition("/")[2]):
                return one
        raise UnknownRemovalError(reference)

    def kept(self, removal: int, *, now: datetime | None = None) -> Kept:
        """All that is kept of what was held when it was removed. Raises: UnknownRemovalError."""
        with self._database.reading() as connection:
            found = _row(connection, removal, now)
            query = "SELECT * FROM versions WHERE removal = ? AND number = ?"
            row = connection.execute(query, (removal, found["version"])).fetchone()
            return kept(connection, found["name"], row)

    def forget(self, removal: int, *, by: str) -> None:
        """Remove it for good, with its earlier versions. Raises: UnknownRemovalError."""
        with self._database.erasing() as connection:
            _forget(connection, _row(connection, removal, None), by)

    def forget_all(self, *, by: str) -> int:
        """Remove all of them for good; how many there were."""
        return self._forget_before(datetime.max.replace(tzinfo=UTC).isoformat(), by)

    def expire(self, *, now: datetime | None = None) -> int:
        """Remove for good what was removed more than thirty days ago; how many documents that were."""
        return self._forget_before(_limit(now), "klastrownik")

    def _forget_before(self, limit: str, by: str) -> int:
        due = f"{REMOVALS} WHERE removed_at <= ?"
        # Asked first without a lock: mostly there is nothing to do, and a daily look need not wait.
        with self._database.reading() as connection:
            if connection.execute(due, (limit,)).fetchone() is None:
                return 0
        with self._database.erasing() as connection:
            rows = connection.execute(due, (limit,)).fetchall()
            for row in rows:
                _forget(connection, row, by)
        return len(rows)


REMOVALS = """
    SELECT removals.*, versions.title, versions.size_bytes
    FROM removals JOIN versions ON versions.removal = removals.id AND versions.number = removals.version"""
FORGET_WANTED = """
    DELETE FROM wanted WHERE document = :document
        AND NOT EXISTS (SELECT 1 FROM documents WHERE id = :document)
        AND NOT EXISTS (SELECT 1 FROM removals WHERE document = :document)"""
FORGET_DECIDED = """
    DELETE FROM decisions WHERE document = :document
        AND NOT EXISTS (SELECT 1 FROM documents WHERE id = :document)
        AND NOT EXISTS (SELECT 1 FROM removals WHERE document = :document)"""
NEWEST = "ORDER BY removed_at DESC, removals.id DESC"


def take_back(connection: Connection, removal: int) -> Row:
    """The row of the version that was held; it and those before it are removed no more.

    Raises: UnknownRemovalError.
    """
    found = _row(connection, removal, None)
    query = "SELECT * FROM versions WHERE removal = ? AND number = ?"
    row: Row = connection.execute(query, (removal, found["version"])).fetchone()
    connection.execute("DELETE FROM versions WHERE id = ?", (row["id"],))
    connection.execute("UPDATE versions SET removal = NULL WHERE removal = ?", (removal,))
    connection.execute("DELETE FROM removals WHERE id = ?", (removal,))
    return row


def _row(connection: Connection, removal: int, now: datetime | None) -> Row:
    query = f"{REMOVALS} WHERE removals.id = ? AND removed_at > ?"
    row: Row | None = connection.execute(query, (removal, _limit(now))).fetchone()
    if row is None:
        raise UnknownRemovalError(str(removal))
    return row


def _forget(connection: Connection, row: Row, by: str) -> None:
    heir = heirs(connection, {row["document"]}).get(row["document"], "")
    connection.execute("DELETE FROM removals WHERE id = ?", (row["id"],))
    # Lines of its text, and wanted by nobody once neither it nor another of its name can be held again.
    connection.execute(FORGET_WANTED, {"document": row["document"]})
    # So are decisions of staff about what it said, with the words they quote, but for those whose words
    # another document has as well: they are that one's from now on.
    rehome(connection, row["document"], heir)
    connection.execute(FORGET_DECIDED, {"document": row["document"]})
    record(connection, by, "document.removed_for_good", row["document"], {"name": row["name"]})


def _limit(now: datetime | None) -> str:
    return ((now or datetime.now(UTC)) - timedelta(days=KEPT_DAYS)).isoformat()


def _removal(row: Row) -> Removal:
    return Removal(
        id=row["id"],
        document=row["document"],
        name=row["name"],
        title=row["title"],
        version=row["version"],
        size_bytes=row["size_bytes"],
        removed_at=datetime.fromisoformat(row["removed_at"]),
        removed_by=row["removed_by"],
    )
