"""How a status stands on a day."""

from datetime import date
from typing import Literal

from index.register.model import WITHDRAWN, Fact

# How a status stands on a day: ahead has not begun, undated says no end.
Standing = Literal["holds", "passed", "withdrawn", "ahead", "undated"]


def standing(fact: Fact, day: date) -> Standing:
    """How a status stands on a day."""
    if fact.qualifier == WITHDRAWN:
        return "withdrawn"
    if fact.since is not None and fact.since.first > day:
        return "ahead"
    if fact.until is None:
        return "undated"
    return "holds" if day <= fact.until.last else "passed"


def round_of(fact: Fact) -> str:
    """A status' round as written, or nothing."""
    return "" if fact.qualifier == WITHDRAWN else fact.qualifier
