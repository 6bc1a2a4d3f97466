"""Step 4, what people decided of facts, names and clusters."""

REVIEW: tuple[str, ...] = ()
