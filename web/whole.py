"""Whole numbers as addresses and forms have them."""

# No number of anything here is longer, and the database holds any of so many.
_DIGITS = 15


def whole(text: str) -> int | None:
    """The number from 0 on that is written in digits; None where that is none, or too long to be one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None
