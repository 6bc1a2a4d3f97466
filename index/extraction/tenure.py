"""Since when, and until when, a body or a person is what a clause says."""

import re

from documents.model import Span
from documents.moments import Moment
from documents.periods import periods

# What was so before a time, and is not what somebody is since then.
EXISTS = re.compile(
    r"(?i)\b(?:dzia[łl]a\w*|istniej\w+|funkcjonuj\w+|exist\w*|operat\w+|active|running|present)\s+$"
)
# Where a clause begins and ends, and what says in it that something is over.
CLAUSE_ENDS = re.compile(r"[,;]\s|\s[–—]\s")
PARTS_END = re.compile(
    r";\s|,\s(?!od\b|since\b|\d|w latach\b|dyrektor|prezes|direct|chair|president)|"
    r"\.\s(?=[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż])"
)
PAST = re.compile(
    r"\b(?:był[aoy]?|koordynował\w*|prowadził\w*|zarządzał\w*|pełnił\w*|reprezentował\w*|"
    r"współpracował\w*|was|were|coordinated|managed|represented|cooperated|worked)\b"
)


def since_in(text: str) -> Moment | None:
    """Since when, as a text says it itself: "od 2013 roku"; not since when something exists."""
    found = (p for p in periods(text) if p.relation == "since")
    return next((p.moment for p in found if not EXISTS.search(text[: p.span.start])), None)


def since_beside(text: str, span: Span) -> Moment | None:
    """Since when: "od 2013 roku" in the same clause as the name at a span."""
    return since_in(_clause_around(text, span))


def tenure_beside(text: str, span: Span) -> tuple[Moment | None, Moment | None]:
    """Since when and until when somebody is what a clause says: "od 2016 roku", "kierował w latach
    2006–2019", "Anna Nowak, dyrektor (2012–2021)"."""
    clause = _clause_around(text, span)
    stretch = next((one for one in periods(clause) if one.relation == "between"), None)
    if stretch is not None:
        return stretch.moment, stretch.other
    return since_in(clause), until_beside(text, span)


def _clause_around(text: str, span: Span) -> str:
    """The clause that holds a span, with what follows in brackets."""
    start = max((m.end() for m in PARTS_END.finditer(text[: span.start])), default=0)
    ends = next((m for m in PARTS_END.finditer(text, span.end)), None)
    return text[start : ends.start() if ends else len(text)]


def until_beside(text: str, span: Span) -> Moment | None:
    """Until when, if the clause speaks of the past: "do 2020 roku była nim …"."""
    start = max((m.end() for m in CLAUSE_ENDS.finditer(text[: span.start])), default=0)
    ends = CLAUSE_ENDS.search(text, span.end)
    clause = text[start : ends.start() if ends else len(text)]
    if PAST.search(clause) is None:
        return None
    over = {p.relation: p.other or p.moment for p in periods(clause)}
    return over.get("until") or over.get("between")
