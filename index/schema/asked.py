"""Step 4, what is kept of questions that people asked."""

ASKED: tuple[str, ...] = ()
