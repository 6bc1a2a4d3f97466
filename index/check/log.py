"""The audit log: each record is as it was written, and none is missing."""

from collections.abc import Iterator

from index.audit import first_broken
from index.check.finding import Check, Finding, Tell
from index.database import Connection


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    broken = first_broken(connection)
    if broken is not None:
        yield Finding("audit.broken", "audit", "restore", {"record": broken})
    tell(1, 1)


LOG = Check("log", frozenset({"audit", "sqlite_sequence"}), _find)
