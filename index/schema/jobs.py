"""Step 4, jobs: work on files that outlives its request and the process."""

JOBS: tuple[str, ...] = (
    # A first draft that was never written to.
    "DROP TABLE jobs",
    # `number` is the order of coming, `address` what is to be fetched, `stage` the last that was reached in
    # the `attempt` under way. `broken` counts attempts that ended with their process; `outcome` is JSON, once
    # the job is over.
    """CREATE TABLE jobs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        address TEXT,
        by TEXT NOT NULL,
        state TEXT NOT NULL,
        stage TEXT,
        size INTEGER NOT NULL,
        attempt INTEGER NOT NULL DEFAULT 0,
        broken INTEGER NOT NULL DEFAULT 0,
        outcome TEXT,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
    )""",
    "CREATE INDEX jobs_state ON jobs (state, number)",
    "CREATE INDEX jobs_name ON jobs (name, number)",
    # The files that were taken out of a watched folder, as they were then.
    """CREATE TABLE watched (
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        changed_ns INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (folder, name)
    ) WITHOUT ROWID""",
    # The file of a job that is not over, or that may be tried once more.
    """CREATE TABLE received (
        job INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
        bytes BLOB NOT NULL
    )""",
)
