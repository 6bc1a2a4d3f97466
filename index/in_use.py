"""The model in use: the one that a library is searched with, whichever a setting names."""

from dataclasses import dataclass
from datetime import UTC, datetime

from index.audit import record
from index.database import Connection


@dataclass(frozen=True, slots=True)
class ModelInUse:
    """`stamp` is that of its vectors; `name` what it is loaded by, empty for the embedded default."""

    stamp: str
    name: str
    since: datetime


def model_of(connection: Connection) -> ModelInUse | None:
    """The model in use, or None in a library that has not taken one yet."""
    row = connection.execute("SELECT stamp, name, since FROM model_in_use").fetchone()
    return ModelInUse(row["stamp"], row["name"], datetime.fromisoformat(row["since"])) if row else None


def use_model(connection: Connection, stamp: str, name: str, *, by: str) -> bool:
    """Whether the model was not in use before; it is from now on."""
    before = model_of(connection)
    if before is not None and (before.stamp, before.name) == (stamp, name):
        return False
    connection.execute(
        "INSERT OR REPLACE INTO model_in_use VALUES (1, ?, ?, ?)",
        (stamp, name, datetime.now(UTC).isoformat()),
    )
    if before is not None:
        record(connection, by, "library.model", stamp, {"from": before.stamp})
    return True
