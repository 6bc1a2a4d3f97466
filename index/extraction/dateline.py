"""The day that a text is written on, as it says itself at its beginning: "Lublin, 3 czerwca 2025 r. – …"."""

import re

from documents.model import Document
from documents.moments import Moment, moments

# Of a text's lines only the first are looked at.
LINES = 12
LONGEST_DAY = 40
TOWN = re.compile(r"[*_\s(]*[^\W\d_a-z][\w.-]*(?:[ /][^\W\d_a-z][\w.-]*){0,2},\s+(?:dnia\s+)?(?=[^\W_])")


def dateline(document: Document) -> Moment | None:
    """The day that stands behind a town where a line opens; None where none does."""
    for line in document.text.strip().splitlines()[:LINES]:
        town = TOWN.match(line)
        if town is None:
            continue
        said = line[town.end() : town.end() + LONGEST_DAY]
        found = next(iter(moments(said)), None)
        if found is not None and found[0].start == 0 and found[1].first == found[1].last:
            return found[1]
    return None
