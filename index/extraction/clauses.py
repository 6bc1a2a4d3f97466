"""Where the clause around a place of a sentence begins and ends."""

import re

CLAUSE = re.compile(r"[.;:!?](?=\s|$)|,\s+(?:a|ale|oraz|natomiast|zaś|while|but|and)\s")


def clause_start(text: str, offset: int) -> int:
    """Where the clause begins that an offset stands in."""
    ends = [m.end() for m in CLAUSE.finditer(text, 0, offset)]
    return ends[-1] if ends else 0


def clause_end(text: str, offset: int) -> int:
    """Where the clause ends that an offset stands in."""
    match = CLAUSE.search(text, offset)
    return match.start() if match else len(text)
