"""Step 1: documents, passages, sentences, words, vectors, conversations and tokens."""

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
