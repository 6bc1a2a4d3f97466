"""Step 4, what is made of questions that people asked; it goes with their conversations."""

ASKED: tuple[str, ...] = (
    "CREATE INDEX turns_asked_at ON turns (asked_at)",
    # Questions that mean the same. `settled` is what staff said of them: '' nothing, 'added' a document was
    # added, 'not_ours' the library need not know it.
    """CREATE TABLE question_groups (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        settled TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        settled_at TEXT,
        settled_by TEXT
    )""",
    # A question as it may be shown to staff, once for all who asked it so. `folded` is what makes two of them
    # one. The vector is that of `model`, and is made again for another.
    """CREATE TABLE wordings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        question_group INTEGER NOT NULL REFERENCES question_groups,
        model TEXT NOT NULL,
        vector BLOB NOT NULL,
        dimensions INTEGER NOT NULL
    )""",
    "CREATE INDEX wordings_group ON wordings (question_group)",
    """CREATE TABLE askings (
        conversation TEXT NOT NULL,
        turn INTEGER NOT NULL,
        wording INTEGER NOT NULL REFERENCES wordings,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        PRIMARY KEY (conversation, turn),
        FOREIGN KEY (conversation, turn) REFERENCES turns (conversation, number) ON DELETE CASCADE
    ) WITHOUT ROWID""",
    "CREATE INDEX askings_wording ON askings (wording)",
    # What the library answers now to a wording that it was tried with last, at that generation.
    """CREATE TABLE retrials (
        wording INTEGER PRIMARY KEY REFERENCES wordings ON DELETE CASCADE,
        generation INTEGER NOT NULL,
        tried_at TEXT NOT NULL,
        verdict TEXT NOT NULL,
        answer TEXT NOT NULL
    )""",
    # No word of a question outlives the last conversation in which it was asked.
    """CREATE TRIGGER wordings_go_with_their_last_asking AFTER DELETE ON askings
        WHEN NOT EXISTS (SELECT 1 FROM askings WHERE wording = OLD.wording)
        BEGIN DELETE FROM wordings WHERE id = OLD.wording; END""",
    """CREATE TRIGGER question_groups_go_with_their_last_wording AFTER DELETE ON wordings
        WHEN NOT EXISTS (SELECT 1 FROM wordings WHERE question_group = OLD.question_group)
        BEGIN DELETE FROM question_groups WHERE id = OLD.question_group; END""",
)
