"""Where the clause around a place of a sentence begins and ends."""

import re
from collections.abc import Iterator

from documents.sentences import sentences

CLAUSE = re.compile(r"[.;:!?](?=\s|$)|,\s+(?:a|ale|oraz|natomiast|zaś|while|but|and)\s")


def clause_start(text: str, offset: int) -> int:
    """Where the clause begins that an offset stands in."""
    ends = [m.end() for m in _marks(text) if m.end() <= offset]
    return ends[-1] if ends else 0


def clause_end(text: str, offset: int) -> int:
    """Where the clause ends that an offset stands in."""
    return next((m.start() for m in _marks(text) if m.start() >= offset), len(text))


def _marks(text: str) -> Iterator[re.Match[str]]:
    """What ends the clauses of a text; the full stop of an abbreviation ends none."""
    ends = {span.end for span in sentences(text)}
    return (m for m in CLAUSE.finditer(text) if m[0] != "." or m.end() in ends)
