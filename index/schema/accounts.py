"""Step 4, accounts: who may sign in, who is signed in, and until when tokens let programs in."""

ACCOUNTS = (
    # `name` is how a person signs in, `key` the same as names are compared: whatever the case of its letters
    # and the way its accents are written. `password` is an argon2 hash with its parameters, empty for whoever
    # signs in elsewhere. `closed_at`: nobody signs in by it any more.
    """CREATE TABLE accounts (
        name TEXT PRIMARY KEY COLLATE NOCASE,
        key TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL,
        password TEXT NOT NULL,
        made_at TEXT NOT NULL,
        closed_at TEXT
    ) WITHOUT ROWID""",
    # A session is found by its secret's SHA-256; the secret itself is in the browser alone. `agent` is the
    # kind of browser, for its owner to tell sessions apart.
    """CREATE TABLE sessions (
        sha256 TEXT PRIMARY KEY,
        account TEXT NOT NULL COLLATE NOCASE REFERENCES accounts ON DELETE CASCADE,
        begun_at TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        ends_at TEXT NOT NULL,
        agent TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX sessions_account ON sessions (account)",
    # Links by which an account's person chooses a password, once.
    """CREATE TABLE links (
        sha256 TEXT PRIMARY KEY,
        account TEXT NOT NULL COLLATE NOCASE REFERENCES accounts ON DELETE CASCADE,
        ends_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Browsers that have signed in before, which others' wrong tries do not slow down.
    """CREATE TABLE devices (
        sha256 TEXT PRIMARY KEY,
        account TEXT NOT NULL COLLATE NOCASE REFERENCES accounts ON DELETE CASCADE,
        made_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX devices_account ON devices (account)",
    # Who somebody is at a provider of identities: names and addresses change there, the subject does not.
    """CREATE TABLE identities (
        issuer TEXT NOT NULL,
        subject TEXT NOT NULL,
        account TEXT NOT NULL COLLATE NOCASE REFERENCES accounts ON DELETE CASCADE,
        PRIMARY KEY (issuer, subject)
    ) WITHOUT ROWID""",
    # A token lets in until the end of this day. Those made before tokens had an end get a year from now.
    "ALTER TABLE tokens ADD COLUMN ends_on TEXT NOT NULL DEFAULT ''",
    "UPDATE tokens SET ends_on = date('now', '+1 year')",
    "ALTER TABLE tokens ADD COLUMN used_on TEXT",
    # Whose it is: it allows no more than that account may, and nothing once it is closed. Empty for one made
    # at the command line.
    "ALTER TABLE tokens ADD COLUMN account TEXT NOT NULL DEFAULT ''",
)
