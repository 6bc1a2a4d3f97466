"""Earlier versions and removed documents: their bytes are those received, and each has them."""

from collections.abc import Iterator
from hashlib import sha256

from index.check.finding import Check, Finding, Tell
from index.database import Connection


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    versions = connection.execute(VERSIONS_HELD).fetchall()
    for done, row in enumerate(versions, 1):
        content = connection.execute(CONTENT, (row["id"],)).fetchone()
        values: dict[str, str | int] = {"number": row["number"]}
        if content is None:
            yield Finding("version.content", row["file"], "restore", values)
        elif sha256(content["bytes"]).hexdigest() != row["sha256"]:
            yield Finding("version.digest", row["file"], "restore", values)
        elif len(content["text"]) != row["characters"]:
            yield Finding("version.text", row["file"], "restore", values)
        tell(done - 1, len(versions))
    tell(len(versions), len(versions))
    for row in connection.execute(EMPTY_REMOVALS):
        yield Finding("removal.content", row["name"], "restore")


VERSIONS_HELD = "SELECT id, file, number, sha256, characters FROM versions ORDER BY id"
CONTENT = "SELECT bytes, text FROM version_contents WHERE version = ?"
EMPTY_REMOVALS = """
    SELECT name FROM removals WHERE NOT EXISTS (
        SELECT 1 FROM versions WHERE removal = removals.id AND number = removals.version)"""

VERSIONS = Check("versions", frozenset({"versions", "version_contents", "removals"}), _find)
