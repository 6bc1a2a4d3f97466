"""Step 4, what people decided of facts, names and clusters."""

REVIEW = (
    # A decision is about what documents say, not about rows that reading them again makes anew: `document` is
    # an id that outlives its document, `details` hold the names, the words and the values as JSON
    # (`index/review/rows.py`). Of the decisions about one thing (`about`) the newest that is not undone
    # counts. `changed` is the library's review counter when the decision was made or undone.
    """CREATE TABLE decisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        document TEXT NOT NULL,
        details TEXT NOT NULL,
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        undone_by TEXT,
        undone_at TEXT,
        changed INTEGER NOT NULL
    )""",
    "CREATE INDEX decisions_document ON decisions (document)",
    "CREATE INDEX decisions_about ON decisions (about)",
    "CREATE INDEX decisions_changed ON decisions (changed)",
    # Grows with every decision: the register is made of what documents say and of these.
    "INSERT INTO counters VALUES ('review', 0)",
)
