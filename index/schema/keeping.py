"""Step 4, keeping: which model the library is searched with."""

KEEPING = (
    # One row, none before the first model was taken. `stamp` is that of its vectors, `name` what it is loaded
    # by: a hub name or a folder, empty for the embedded default.
    """CREATE TABLE model_in_use (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        stamp TEXT NOT NULL,
        name TEXT NOT NULL,
        since TEXT NOT NULL
    )""",
)
