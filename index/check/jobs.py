"""Jobs: what waits or is worked on has its file, what is over says what became of it."""

from collections.abc import Iterator

from index.check.finding import Check, Finding, Tell
from index.database import Connection
from index.jobs import OPEN, STATES


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    for row in connection.execute(JOBS_WITH_FILES):
        if row["state"] not in STATES:
            yield Finding("job.state", row["name"], "restore", {"state": str(row["state"])})
        elif row["state"] in OPEN and row["address"] is None and row["size"] != row["held"]:
            yield Finding("job.file", row["name"], "again", {"found": row["held"] or 0, "told": row["size"]})
        elif row["state"] == "done" and row["outcome"] is None:
            yield Finding("job.outcome", row["name"], "again")
    tell(1, 1)


JOBS_WITH_FILES = """
    SELECT name, state, address, size, outcome, length(received.bytes) AS held
    FROM jobs LEFT JOIN received ON received.job = jobs.number ORDER BY number"""

JOBS = Check("jobs", frozenset({"jobs", "received"}), _find)
