"""The database's tables, as numbered steps: a library of an older version is brought up step by step.

A step that has been released is never changed; what changes is a step of its own at the end.
"""

FIRST_LIBRARY = (
    "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO counters VALUES ('generation', 0)",
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        format TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        address TEXT,
        date TEXT,
        sha256 TEXT NOT NULL UNIQUE,
        pages INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        passages INTEGER NOT NULL,
        sentences INTEGER NOT NULL,
        version INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        warnings TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Apart from `documents`, so that listing the library does not read its texts.
    """CREATE TABLE contents (
        document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        bytes BLOB NOT NULL,
        text TEXT NOT NULL,
        cut TEXT NOT NULL
    )""",
    """CREATE TABLE places (
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL,
        number INTEGER,
        label TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID""",
    # `text` repeats what stands in the document at the span: fifty passages are read without reading the
    # fifty documents they stand in.
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        place INTEGER NOT NULL,
        headings TEXT NOT NULL,
        text TEXT NOT NULL
    )""",
    "CREATE INDEX passages_document ON passages (document)",
    """CREATE TABLE sentences (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        lead_start INTEGER,
        lead_end INTEGER,
        lead TEXT NOT NULL
    )""",
    "CREATE INDEX sentences_passage ON sentences (passage)",
    # One row a document and model: a library is embedded anew beside the vectors in use.
    """CREATE TABLE vectors (
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
        model TEXT NOT NULL,
        dimensions INTEGER NOT NULL,
        vectors BLOB NOT NULL,
        PRIMARY KEY (document, model)
    )""",
    # The tokens arrive folded and separated by spaces, and must stay as they are.
    """CREATE VIRTUAL TABLE words USING fts5 (
        lemmas, surface, title_lemmas, title_surface,
        tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
    )""",
    "CREATE VIRTUAL TABLE word_counts USING fts5vocab (words, 'col')",
    """CREATE TABLE forms (
        form TEXT NOT NULL,
        lemma TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (form, lemma)
    ) WITHOUT ROWID""",
    """CREATE TABLE conversations (
        id TEXT PRIMARY KEY,
        created_at TEXT NOT NULL
    )""",
    """CREATE TABLE turns (
        conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
        number INTEGER NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        elapsed_ms REAL NOT NULL,
        PRIMARY KEY (conversation, number)
    )""",
    """CREATE TABLE feedback (
        conversation TEXT NOT NULL,
        turn INTEGER NOT NULL,
        useful INTEGER NOT NULL,
        comment TEXT NOT NULL,
        given_at TEXT NOT NULL,
        PRIMARY KEY (conversation, turn),
        FOREIGN KEY (conversation, turn) REFERENCES turns (conversation, number) ON DELETE CASCADE
    )""",
    """CREATE TABLE tokens (
        name TEXT PRIMARY KEY,
        role TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL,
        revoked_at TEXT
    )""",
    """CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        document TEXT,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
    )""",
)

# What documents say of clusters, as it was read out of them; which of them speak of the same cluster is
# concluded anew from all of it. What people decide will stand in tables of its own, so that reading a
# document again takes nothing of it away.
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

# How each page of a document was read, and what was put right in its text. A document without sheets was
# read before they were kept. `repairs` and `unclear` in `documents` count repairs and pages that are not
# clean, so that listing the library reads no more.
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

STEPS: tuple[tuple[str, ...], ...] = (FIRST_LIBRARY, FACTS, SHEETS)
VERSION = len(STEPS)
