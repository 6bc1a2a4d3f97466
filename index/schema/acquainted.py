"""Step 5: names by which documents call clusters for short, and those that they are given by others."""

ACQUAINTED = (
    # Lists of pairs, each a proper name and a fuller one of the same cluster.
    "ALTER TABLE extracts ADD COLUMN told TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE extracts ADD COLUMN given TEXT NOT NULL DEFAULT '[]'",
    # Those that all documents together told when documents were last read again for their names.
    "CREATE TABLE proper_names (proper TEXT PRIMARY KEY, fuller TEXT NOT NULL) WITHOUT ROWID",
)
