"""Step 3: how each page of a document was read, and what was put right in its text.

A document without sheets was read before they were kept. `repairs` and `unclear` in `documents` count repairs
and pages that are not clean, so that listing the library reads no more.
"""

SHEETS = (
    "ALTER TABLE documents ADD COLUMN authors TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE documents ADD COLUMN modified TEXT",
    "ALTER TABLE documents ADD COLUMN repairs INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE documents ADD COLUMN unclear INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE passages ADD COLUMN language TEXT",
    """CREATE TABLE sheets (
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        number INTEGER NOT NULL,
        method TEXT NOT NULL,
        ink REAL,
        rejected TEXT NOT NULL,
        boxes TEXT NOT NULL,
        verdict TEXT NOT NULL,
        reasons TEXT NOT NULL,
        words INTEGER NOT NULL,
        repaired INTEGER NOT NULL,
        unsure INTEGER NOT NULL,
        PRIMARY KEY (document, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE repairs (
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        original TEXT NOT NULL,
        readings TEXT NOT NULL,
        PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID""",
)
