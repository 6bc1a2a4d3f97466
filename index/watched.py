"""What was seen of a watched folder: which files were taken, as they were then."""

from dataclasses import dataclass

from index.database import Database


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was when it was taken: its size, when it was changed, and its SHA-256 in hex."""

    size: int
    changed_ns: int
    sha256: str


class WatchedFiles:
    """The files of watched folders that were taken. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self, folder: str) -> dict[str, Seen]:
        """What was taken out of a folder, by its name there."""
        query = "SELECT name, size, changed_ns, sha256 FROM watched WHERE folder = ?"
        with self._database.reading() as connection:
            return {
                row["name"]: Seen(row["size"], row["changed_ns"], row["sha256"])
                for row in connection.execute(query, (folder,))
            }

    def note(self, folder: str, name: str, seen: Seen) -> None:
        """Remember that a file was taken."""
        row = (folder, name, seen.size, seen.changed_ns, seen.sha256)
        with self._database.writing(durable=False) as connection:
            connection.execute("INSERT OR REPLACE INTO watched VALUES (?, ?, ?, ?, ?)", row)
