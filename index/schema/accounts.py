"""Step 4, accounts: who may sign in, and who is signed in."""

ACCOUNTS = (
    # `name` is how a person signs in, whatever the case of its letters. `password` is an argon2 hash with its
    # parameters, empty for whoever signs in elsewhere. `closed_at`: nobody signs in by it any more.
    """CREATE TABLE accounts (
        name TEXT PRIMARY KEY COLLATE NOCASE,
        role TEXT NOT NULL,
        password TEXT NOT NULL,
        made_at TEXT NOT NULL,
        closed_at TEXT
    ) WITHOUT ROWID""",
    # A session is found by its secret's SHA-256; the secret itself is in the browser alone.
    """CREATE TABLE sessions (
        sha256 TEXT PRIMARY KEY,
        account TEXT NOT NULL COLLATE NOCASE REFERENCES accounts ON DELETE CASCADE,
        begun_at TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        ends_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX sessions_account ON sessions (account)",
)
