"""Since when, and until when, a body or a person is what a clause says."""

import re

from documents.model import Span
from documents.moments import Moment
from documents.periods import periods

# The time since when one has been in its place stands this near to the name, in characters.
TIME_BEFORE, TIME_AFTER = 60, 30
# Where a clause begins and ends, and what says in it that something is over.
CLAUSE_ENDS = re.compile(r"[,;]\s|\s[–—]\s")
PAST = re.compile(
    r"\b(?:był[aoy]?|koordynował\w*|prowadził\w*|zarządzał\w*|pełnił\w*|reprezentował\w*|"
    r"współpracował\w*|was|were|coordinated|managed|represented|cooperated|worked)\b"
)


def since_in(text: str) -> Moment | None:
    """Since when, as a text says it itself: "od 2013 roku"."""
    return next((p.moment for p in periods(text) if p.relation == "since"), None)


def since_beside(text: str, span: Span) -> Moment | None:
    """Since when: "od 2013 roku" in the same clause as the name at a span."""
    return since_in(text[max(0, span.start - TIME_BEFORE) : span.end + TIME_AFTER])


def until_beside(text: str, span: Span) -> Moment | None:
    """Until when, if the clause speaks of the past: "do 2020 roku była nim …"."""
    start = max((m.end() for m in CLAUSE_ENDS.finditer(text[: span.start])), default=0)
    ends = CLAUSE_ENDS.search(text, span.end)
    clause = text[start : ends.start() if ends else len(text)]
    if PAST.search(clause) is None:
        return None
    over = {p.relation: p.other or p.moment for p in periods(clause)}
    return over.get("until") or over.get("between")
