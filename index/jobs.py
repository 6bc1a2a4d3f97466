"""Jobs: files on their way in, kept in the store so that none is lost when the process ends."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from index.audit import record
from index.database import Connection, Database, Row
from index.errors import BusyError, JobError, UnknownJobError
from index.outcome import Outcome

State = Literal["waiting", "working", "done", "refused", "failed", "cancelled"]
Stage = Literal["received", "read", "split", "embedded", "facts", "ready"]
STATES: tuple[State, ...] = get_args(State)
STAGES: tuple[Stage, ...] = get_args(Stage)
OPEN: tuple[State, ...] = ("waiting", "working")
# More that wait are a mistake, or somebody's malice.
MOST_WAITING = 5_000
# A file that ends the whole process each time must not do so for ever; one that was only there when the
# process was ended is not blamed for it.
MOST_BROKEN = 10
# What failed can be tried again for so long, and jobs are told of for so long.
KEPT = timedelta(days=7)
TOLD = timedelta(days=90)
KEPT_BYTES = 1_000_000_000
_BROKE_OFF = (
    "The program ended {times} times while it worked on this file; look into its log before retrying."
)


@dataclass(frozen=True, slots=True)
class Job:
    """A file on its way in, asked for by `by`; `result` is there once it is over.

    `stage` is the last that was reached; None for an address that is not yet fetched. `attempt` counts from 1
    once it is in work; `broken` of them ended with their process. `can_retry`: it is over without being held,
    and its file is still here.
    """

    id: str
    number: int
    name: str
    by: str
    state: State
    stage: Stage | None
    size_bytes: int
    attempt: int
    broken: int
    created_at: datetime
    changed_at: datetime
    address: str | None = None
    result: Outcome | None = None
    can_retry: bool = False

    @property
    def file(self) -> str:
        """The base name; of an address all of it."""
        return self.name if self.address else self.name.rpartition("/")[2]

    @property
    def is_over(self) -> bool:
        return self.state not in OPEN


class Jobs:
    """The jobs of one library. `by` is whoever wants something done. Raises: StoreError, in every method."""

    def __init__(self, database: Database, *, most_waiting: int = MOST_WAITING) -> None:
        self._database = database
        self._most_waiting = most_waiting

    # For whoever adds

    def receive(self, name: str, content: bytes, *, by: str) -> Job:
        """The new job of a file, which is kept from now on. Raises: BusyError when too many wait."""
        with self._database.writing() as connection:
            number = self._insert(connection, name, None, by, content)
            record(connection, by, "file.received", name, {"bytes": len(content)})
            return _job(_row(connection, number))

    def request(self, address: str, *, by: str) -> Job:
        """The new job of an address that is to be fetched. Raises: BusyError when too many wait."""
        with self._database.writing() as connection:
            number = self._insert(connection, address, address, by, None)
            record(connection, by, "address.requested", address)
            return _job(_row(connection, number))

    def refuse(self, name: str, reason: str, *, by: str) -> Job:
        """The job, over from the start, of a file that cannot be taken in. Raises: BusyError."""
        with self._database.writing() as connection:
            number = self._insert(connection, name, None, by, None)
            _end(connection, number, Outcome(name.rpartition("/")[2], "refused", reason=reason))
            return _job(_row(connection, number))

    def cancel(self, job: str, *, by: str) -> Job:
        """The job, over unless it was before; what is in work notices at its next stage.

        Raises: UnknownJobError; JobError where it is over.
        """
        with self._database.writing() as connection:
            row = _found(connection, job)
            if row["state"] not in OPEN:
                raise JobError(job, "over", "it is over already")
            _set(connection, row["number"], "cancelled")
            record(connection, by, "job.cancelled", row["name"])
            return _job(_row(connection, row["number"]))

    def retry(self, job: str, *, by: str) -> Job:
        """The job, waiting once more. Raises: UnknownJobError; JobError where it cannot be tried again."""
        with self._database.writing() as connection:
            row = _found(connection, job)
            if row["state"] in OPEN or row["state"] == "done":
                raise JobError(job, "fine", "it did not fail")
            if not row["can_retry"]:
                raise JobError(job, "gone", "its file is no longer here; add it anew")
            self._check_room(connection, row["name"])
            _wait(connection, row["number"], broken=0)
            record(connection, by, "job.retried", row["name"])
            return _job(_row(connection, row["number"]))

    def cancel_all(self, *, by: str) -> int:
        """How many jobs were open, and are over now."""
        with self._database.writing() as connection:
            rows = connection.execute("SELECT * FROM jobs WHERE state IN ('waiting', 'working')").fetchall()
            for row in rows:
                _set(connection, row["number"], "cancelled")
                record(connection, by, "job.cancelled", row["name"])
        return len(rows)

    def retry_all(self, *, by: str) -> int:
        """How many jobs that can be tried again wait once more, where no later file took their place.

        Raises: BusyError when too many wait.
        """
        with self._database.writing() as connection:
            rows = connection.execute(RETRIED).fetchall()
            for row in rows:
                self._check_room(connection, row["name"])
                _wait(connection, row["number"], broken=0)
                record(connection, by, "job.retried", row["name"])
        return len(rows)

    # For whoever looks

    def find(self, job: str) -> Job:
        """The job as it stands. Raises: UnknownJobError."""
        with self._database.reading() as connection:
            return _job(_found(connection, job))

    def listed(
        self, *, states: tuple[State, ...] = STATES, before: int | None = None, limit: int = 100
    ) -> tuple[Job, ...]:
        """The newest jobs in these states, newest first, of those that came before the number `before`."""
        given = {"states": json.dumps(states), "before": before, "limit": limit}
        with self._database.reading() as connection:
            return tuple(map(_job, connection.execute(LISTED, given)))

    def counts(self) -> dict[State, int]:
        """How many jobs are in each state."""
        with self._database.reading() as connection:
            found = dict(connection.execute("SELECT state, count(*) FROM jobs GROUP BY state").fetchall())
        return {state: found.get(state, 0) for state in STATES}

    # For whoever does the work

    def resume(self) -> int:
        """How many jobs were in work when their process ended; they wait again, or have failed too often."""
        with self._database.writing() as connection:
            rows = connection.execute("SELECT * FROM jobs WHERE state = 'working'").fetchall()
            for row in rows:
                broken = row["broken"] + 1
                if broken < MOST_BROKEN:
                    _wait(connection, row["number"], broken=broken)
                else:
                    reason = _BROKE_OFF.format(times=broken)
                    _end(connection, row["number"], Outcome(row["name"], "failed", reason=reason))
        return len(rows)

    def take(self) -> Job | None:
        """The job that has waited longest, in work from now on; those that ended a process come last."""
        with self._database.reading() as connection:
            if connection.execute(NEXT).fetchone() is None:
                return None
        with self._database.writing(durable=False) as connection:
            found = connection.execute(NEXT).fetchone()
            if found is None:
                return None
            query = (
                "UPDATE jobs SET state = 'working', attempt = attempt + 1, changed_at = ? WHERE number = ?"
            )
            connection.execute(query, (_now(), found["number"]))
            return _job(_row(connection, found["number"]))

    def content(self, job: Job) -> bytes | None:
        """The file that was received, or None where there is none (any more)."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT bytes FROM received WHERE job = ?", (job.number,)).fetchone()
        return row["bytes"] if row else None

    def fetched(self, job: Job, name: str, content: bytes) -> bool:
        """Whether the job still wants what was fetched for it, which is kept from now on under `name`."""
        with self._database.writing() as connection:
            if not _is_under_way(connection, job):
                return False
            connection.execute("INSERT OR REPLACE INTO received VALUES (?, ?)", (job.number, content))
            query = "UPDATE jobs SET stage = 'received', name = ?, size = ?, changed_at = ? WHERE number = ?"
            connection.execute(query, (name, len(content), _now(), job.number))
        return True

    def reach(self, job: Job, stage: Stage) -> bool:
        """Whether the job still wants to go on, now that it has reached a stage."""
        with self._database.writing(durable=False) as connection:
            if not _is_under_way(connection, job):
                return False
            query = "UPDATE jobs SET stage = ?, changed_at = ? WHERE number = ?"
            connection.execute(query, (stage, _now(), job.number))
        return True

    def under_way(self, jobs: Iterable[Job]) -> set[str]:
        """The ids of those whose attempt is still wanted by somebody."""
        with self._database.reading() as connection:
            return {one.id for one in jobs if _is_under_way(connection, one)}

    def end(self, job: Job, outcome: Outcome) -> None:
        """The job is over, as the outcome says; whoever cancelled it came too late if it is held."""
        with self._database.writing(durable=False) as connection:
            if outcome.is_held or _is_under_way(connection, job):
                _end(connection, job.number, outcome)

    def give_back(self, job: Job) -> None:
        """The job waits again, to be taken by another process: this one ends."""
        with self._database.writing(durable=False) as connection:
            if _is_under_way(connection, job):
                _wait(connection, job.number)

    def tidy(self) -> None:
        """Forget the files of what ended a week ago, or are too many, and jobs that ended a season ago."""
        now = datetime.now(UTC)
        given = {
            "kept": (now - KEPT).isoformat(),
            "told": (now - TOLD).isoformat(),
            "bytes": KEPT_BYTES,
        }
        with self._database.writing(durable=False) as connection:
            for query in TIDYING:
                connection.execute(query, given)

    def _insert(
        self, connection: Connection, name: str, address: str | None, by: str, content: bytes | None
    ) -> int:
        self._check_room(connection, name)
        stage = None if content is None else "received"
        row = (secrets.token_urlsafe(12), name, address, by, stage, len(content or b""), _now(), _now())
        number: int = connection.execute(f"{INSERT} RETURNING number", row).fetchone()["number"]
        if content is not None:
            connection.execute("INSERT INTO received VALUES (?, ?)", (number, content))
        return number

    def _check_room(self, connection: Connection, name: str) -> None:
        waiting = connection.execute("SELECT count(*) FROM jobs WHERE state = 'waiting'").fetchone()[0]
        if waiting >= self._most_waiting:
            raise BusyError(name, waiting)


_JOB = """
    SELECT *, state NOT IN ('waiting', 'working', 'done')
        AND (address IS NOT NULL OR EXISTS (SELECT 1 FROM received WHERE job = number)) AS can_retry
    FROM jobs"""
LISTED = f"""{_JOB}
    WHERE state IN (SELECT value FROM json_each(:states)) AND (:before IS NULL OR number < :before)
    ORDER BY number DESC LIMIT :limit"""  # noqa: S608 - our own names
RETRIED = f"""
    SELECT * FROM ({_JOB}) AS job WHERE can_retry AND NOT EXISTS (
        SELECT 1 FROM jobs AS later WHERE later.name = job.name AND later.number > job.number
            AND later.state IN ('waiting', 'working', 'done'))
    ORDER BY number"""  # noqa: S608 - our own names
# One that came earlier for the same name goes first, or its older file would take the place of the newer.
NEXT = """
    SELECT number FROM jobs WHERE state = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM jobs AS earlier WHERE earlier.name = jobs.name AND earlier.number < jobs.number
            AND earlier.state IN ('waiting', 'working'))
    ORDER BY broken, number LIMIT 1"""
INSERT = """
    INSERT INTO jobs (id, name, address, by, state, stage, size, created_at, changed_at)
    VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?, ?)"""
_OVER = "state NOT IN ('waiting', 'working')"
TIDYING = (
    f"DELETE FROM jobs WHERE {_OVER} AND changed_at < :told",  # noqa: S608 - our own names
    f"DELETE FROM received WHERE job IN (SELECT number FROM jobs WHERE {_OVER} AND changed_at < :kept)",  # noqa: S608
    # Of the files that may be tried again the newest, as many as there is room for.
    f"""DELETE FROM received WHERE job IN (
        SELECT number FROM (
            SELECT number, sum(size) OVER (ORDER BY number DESC) AS so_far
            FROM jobs JOIN received ON job = number WHERE {_OVER}
        ) WHERE so_far > :bytes)""",  # noqa: S608
)


def _row(connection: Connection, number: int) -> Row:
    row: Row = connection.execute(f"{_JOB} WHERE number = ?", (number,)).fetchone()
    return row


def _found(connection: Connection, job: str) -> Row:
    row: Row | None = connection.execute(f"{_JOB} WHERE id = ?", (job,)).fetchone()
    if row is None:
        raise UnknownJobError(job)
    return row


def _is_under_way(connection: Connection, job: Job) -> bool:
    query = "SELECT 1 FROM jobs WHERE number = ? AND state = 'working' AND attempt = ?"
    return connection.execute(query, (job.number, job.attempt)).fetchone() is not None


def _set(connection: Connection, number: int, state: State) -> None:
    connection.execute("UPDATE jobs SET state = ?, changed_at = ? WHERE number = ?", (state, _now(), number))


def let_all_wait(connection: Connection) -> None:
    """Let all wait again that were in work when a library was copied: nobody works on them in the copy."""
    for row in connection.execute("SELECT number FROM jobs WHERE state = 'working'").fetchall():
        _wait(connection, row["number"])


def _wait(connection: Connection, number: int, *, broken: int | None = None) -> None:
    """Let a job wait again; what was received of it is not fetched again."""
    connection.execute(
        """UPDATE jobs SET state = 'waiting', broken = ifnull(?, broken), outcome = NULL, changed_at = ?,
            stage = CASE WHEN EXISTS (SELECT 1 FROM received WHERE job = number) THEN 'received' END
        WHERE number = ?""",
        (broken, _now(), number),
    )


def _end(connection: Connection, number: int, outcome: Outcome) -> None:
    state: State = outcome.status if outcome.status in ("refused", "failed") else "done"
    stage = "ready" if outcome.is_held else None
    told = json.dumps(asdict(outcome), ensure_ascii=False)
    query = (
        "UPDATE jobs SET state = ?, stage = ifnull(?, stage), outcome = ?, changed_at = ? WHERE number = ?"
    )
    connection.execute(query, (state, stage, told, _now(), number))
    if outcome.is_held:
        connection.execute("DELETE FROM received WHERE job = ?", (number,))


def _job(row: Row) -> Job:
    return Job(
        id=row["id"],
        number=row["number"],
        name=row["name"],
        by=row["by"],
        state=row["state"],
        stage=row["stage"],
        size_bytes=row["size"],
        attempt=row["attempt"],
        broken=row["broken"],
        created_at=datetime.fromisoformat(row["created_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
        address=row["address"],
        result=_outcome(row["outcome"]) if row["outcome"] else None,
        can_retry=bool(row["can_retry"]),
    )


def _outcome(told: str) -> Outcome:
    found = json.loads(told)
    lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
    return Outcome(**{**found, **lists})


def _now() -> str:
    return datetime.now(UTC).isoformat()
