"""Step 2: facts, as documents state them.

What documents say of clusters, as it was read out of them; which of them speak of the same cluster is
concluded anew from all of it. What people decide stands in tables of its own (`review.py`), so that reading a
document again takes nothing of it away.
"""

FACTS = (
    # A document without a row was held before facts were read. `recipe` says in which way they were read.
    """CREATE TABLE extracts (
        document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        recipe INTEGER NOT NULL,
        generation INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # Passages go only with their document: no reference to them, whose check would read the whole table for
    # each. `quote` and `scope` repeat the document's text at their spans, as in `passages`.
    # `sure`: the document says that it is a cluster; otherwise it is one if another document says so.
    """CREATE TABLE subjects (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL REFERENCES extracts ON DELETE CASCADE,
        passage INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        sure INTEGER NOT NULL
    )""",
    "CREATE INDEX subjects_document ON subjects (document)",
    """CREATE TABLE names (
        subject INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (subject, ordinal)
    ) WITHOUT ROWID""",
    """CREATE TABLE facts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subject INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
        attribute TEXT NOT NULL,
        value TEXT NOT NULL,
        qualifier TEXT NOT NULL,
        since TEXT,
        until TEXT,
        said_on TEXT,
        passage INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        scope TEXT NOT NULL
    )""",
    "CREATE INDEX facts_subject ON facts (subject)",
)
