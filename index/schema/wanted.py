"""Step 4, lines that staff want kept of documents, though they look like the page around them."""

WANTED = (
    # By the document's id, which a new version and one that was taken out and came again keep.
    """CREATE TABLE wanted (
        document TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (document, text)
    ) WITHOUT ROWID""",
)
