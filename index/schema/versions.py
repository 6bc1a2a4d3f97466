"""Step 4, earlier versions of documents, those that were removed, and which are nearly equal."""

VERSIONS: tuple[str, ...] = (
    "ALTER TABLE documents ADD COLUMN added_by TEXT NOT NULL DEFAULT ''",
    # The share of the wording that a document has in common with its version before.
    "ALTER TABLE documents ADD COLUMN likeness REAL",
    # A source that staff marked as out of date: since which day, why, and who said so.
    "ALTER TABLE documents ADD COLUMN outdated_since TEXT",
    "ALTER TABLE documents ADD COLUMN outdated_reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE documents ADD COLUMN outdated_by TEXT NOT NULL DEFAULT ''",
    # `version` is that which was held last; its content is a row of `versions` like those before it.
    """CREATE TABLE removals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        removed_at TEXT NOT NULL,
        removed_by TEXT NOT NULL
    )""",
    "CREATE INDEX removals_removed_at ON removals (removed_at)",
    # No reference to `documents`, whose row goes and comes with each new version. `removal` is of which
    # removed document this was a version; nothing for one of a document that is held. `facts` is what it
    # said of clusters, as JSON, for the difference.
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        number INTEGER NOT NULL,
        removal INTEGER REFERENCES removals ON DELETE CASCADE,
        file TEXT NOT NULL,
        format TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        date TEXT,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        pages INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        passages INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL,
        replaced_at TEXT NOT NULL,
        replaced_by TEXT NOT NULL,
        outdated_since TEXT,
        outdated_reason TEXT NOT NULL,
        outdated_by TEXT NOT NULL,
        facts TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX versions_document ON versions (document, number, ifnull(removal, 0))",
    "CREATE INDEX versions_removal ON versions (removal)",
    # `reading` is the document as it was read, without its text, as packed JSON; `vectors` are those of
    # `model`, where it had any.
    """CREATE TABLE version_contents (
        version INTEGER PRIMARY KEY REFERENCES versions ON DELETE CASCADE,
        bytes BLOB NOT NULL,
        text TEXT NOT NULL,
        reading BLOB NOT NULL,
        model TEXT,
        dimensions INTEGER,
        vectors BLOB
    )""",
    # A document's signature tells how much of its wording another one has (`index/alike.py`); `recipe` says
    # in which way it was made. Those that share a band of it are compared.
    """CREATE TABLE signatures (
        document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        recipe INTEGER NOT NULL,
        signature BLOB NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE bands (
        band INTEGER NOT NULL,
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        PRIMARY KEY (band, document)
    ) WITHOUT ROWID""",
    "CREATE INDEX bands_document ON bands (document)",
    # Both ways: a document's neighbours are found by its own id.
    """CREATE TABLE alike (
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        other TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        share REAL NOT NULL,
        PRIMARY KEY (document, other)
    ) WITHOUT ROWID""",
    "CREATE INDEX alike_other ON alike (other)",
)
