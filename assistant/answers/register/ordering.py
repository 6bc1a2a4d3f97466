"""Clusters put in an order that was asked for, the first of them being the answer."""

from collections.abc import Sequence
from datetime import date

from assistant.answers.register.details import told
from assistant.answers.register.matter import Matter
from assistant.answers.register.status import status_of, statuses
from assistant.request import Order
from documents.moments import Moment
from index.register.model import Fact, Match

# A later value comes first.
DOWNWARD: frozenset[Order] = frozenset({"most_members", "newest", "ends_last"})


def ordered(matter: Matter, matches: Sequence[Match]) -> list[tuple[Match, Fact]]:
    """The clusters of which it is known what they are put in order by, each with the fact that says it."""
    order = matter.request.order
    known = [(match, fact) for match in matches if (fact := _fact(matter, match))]
    if order == "begins_first":
        return sorted(known, key=lambda pair: pair[1].since.first if pair[1].since else date.max)
    return sorted(known, key=lambda pair: _key(pair[1]), reverse=order in DOWNWARD)


def _fact(matter: Matter, found: Match) -> Fact | None:
    match matter.request.order:
        case "most_members" | "fewest_members":
            facts = told(matter, found, "members")
            # Firms and universities are counted apart by some: the larger number is nearer the whole.
            numbers = [fact for fact in facts if fact.value.isdigit()]
            return max(numbers, key=lambda fact: int(fact.value), default=None)
        case "oldest" | "newest":
            return next(iter(told(matter, found, "founded")), None)
    if matter.request.order == "begins_first":
        begun = [(one.since.first, one) for one in statuses(found.cluster, matter.label) if one.since]
        return min(begun, key=lambda pair: pair[0])[1] if begun else None
    status = status_of(found) or matter.register.status(found.cluster.id, today=matter.day)
    return status if status and status.until else None


def _key(fact: Fact) -> tuple[int, date]:
    if fact.attribute == "members":
        return int(fact.value), date.min
    if fact.attribute == "founded":
        return 0, Moment.from_iso(fact.value).first
    return 0, fact.until.last if fact.until else date.min
