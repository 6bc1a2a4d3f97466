"""How old clusters are to be: "older than 15 years", "młodsze niż 2016 rok", "działają od ponad 10 lat"."""

import re
from datetime import date

from assistant.requests.tokens import Tokens
from documents.model import Span
from documents.moments import Moment
from index import words

_BEFORE = (
    r"(?P<before>(?:starsz\w*|older|dluzej|longer|ponad|przeszlo|over|more|wiecej|co najmniej|at least))"
)
_AFTER = (
    r"(?P<after>(?:mlodsz\w*|younger|newer|krocej|shorter|mniej|less|fewer|under|ponizej|najwyzej|at most))"
)
_NUMBER = r"(?P<number>\d{1,4})"
_YEARS = r"(?P<years>lata?|years?)\b(?: old)?"
# "Older than 15 years", "młodsze niż 2016 rok", "for over 10 years".
AGE = re.compile(
    rf"\b(?:{_BEFORE}|{_AFTER})(?: niz| than| od)?(?: rok| w)? {_NUMBER}(?: (?:{_YEARS}|roku?\b))?"
)
# What stands for clusters spoken of before.
_SPOKEN_OF = ("of_them", "them", "those")
# With a year for its number, only these compare ages: "more than 2000" counts members.
AGED = re.compile(r"starsz|older|mlodsz|younger|newer")


def take_age(tokens: Tokens, today: date) -> Moment | None:
    """The time in which clusters of the age that is asked for were founded, its words taken; None where no
    age is. What holds a status for some years is none."""
    if tokens.places("label", "status") or not tokens.places("clusters", "cluster", *_SPOKEN_OF):
        return None
    found = next((one for one in AGE.finditer(words.same_length_fold(tokens.text)) if _is_age(one)), None)
    if found is None:
        return None
    tokens.take_span(Span(*found.span()), "age_value")
    number = int(found["number"])
    if found["years"]:
        number = today.year - number
    before = bool(found["before"])
    if before:
        return Moment(date.min, date(number - (not found["years"]), 12, 31))
    return Moment(date(number + 1, 1, 1) if not found["years"] else date(number, 1, 1), date.max)


def _is_age(found: re.Match[str]) -> bool:
    if found["years"]:
        return int(found["number"]) < 1000
    return int(found["number"]) > 1000 and bool(AGED.match(found.group()))
