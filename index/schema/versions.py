"""Step 4, earlier versions of documents, and those that were removed."""

VERSIONS: tuple[str, ...] = ()
