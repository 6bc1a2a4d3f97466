"""Who a text says it was written by."""

import re
from collections.abc import Iterable

from documents.people import people

# "Tekst: Anna Nowak", "Author – John Miller", "By John Miller": alone in a line, or after the date.
_BYLINE = re.compile(
    r"(?:^\W*|[,;|·•]\s*)(?:(?:autork?[ay]?|autorzy|authors?|tekst|text|opracowanie|opracował[ay]?|"
    r"przygotował[ay]?|napisał[ay]?|oprac\.|redakcja tekstu|words)\s*[:–—-]\s*|"
    r"(?:opracował[ay]?|oprac\.|aut\.|written by|by)\s+)(?P<names>.+)$",
    re.IGNORECASE,
)
_TOP, _FOOT = 12, 6
_LONGEST = 120


def told_authors(lines: Iterable[str]) -> tuple[str, ...]:
    """The people named in a line at the top or the foot of a text that says who wrote it."""
    held = list(lines)
    near = held if len(held) <= _TOP + _FOOT else held[:_TOP] + held[-_FOOT:]
    for line in near:
        found = _BYLINE.search(line) if len(line) <= _LONGEST else None
        names = people([found["names"]]) if found else ()
        if names:
            return names
    return ()
