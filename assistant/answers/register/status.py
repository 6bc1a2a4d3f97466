"""The status of a cluster, judged against a day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answers.register.matter import Matter
from documents.moments import Moment
from index.register.calendar import fits
from index.register.model import WITHDRAWN, Cluster, Conditions, Fact, Match
from index.register.statuses import withdrawals as taken_away


def status_of(match: Match) -> Fact | None:
    """The status fact by which a cluster meets the conditions."""
    return next((fact for fact in match.facts if fact.attribute == "status"), None)


def current(matter: Matter, cluster: Cluster, label: str = "") -> Fact | None:
    """The status that counts on the day; None where the library knows none, or that it was taken away."""
    fact = matter.register.status(cluster.id, label, today=matter.day)
    return None if fact is None or fact.qualifier == WITHDRAWN else fact


def statuses(cluster: Cluster, label: str = "") -> tuple[Fact, ...]:
    """Its status facts of a label, or of any, the newest source first."""
    return tuple(fact for fact in cluster.of("status") if fits(fact.value, label))


def withdrawals(cluster: Cluster, label: str = "") -> tuple[Fact, ...]:
    """What tells that a status of it was taken away, what tells the day first."""
    return taken_away(statuses(cluster, label))


def ended(fact: Fact, day: date) -> bool:
    """Whether the end of a status had passed by a day."""
    return fact.until is not None and fact.until.last < day


def later(cluster: Cluster, fact: Fact) -> Fact | None:
    """The status of the same label with the latest end after that of `fact`; None where none is known. What
    was taken away is given again only by what is told since then."""
    found = [
        (one.until, one)
        for one in statuses(cluster, fact.value)
        if one.until
        and fact.until
        and one.until.first > fact.until.last
        and one.qualifier != WITHDRAWN
        and one.review != "overruled"
        and (fact.qualifier != WITHDRAWN or _is_given_after(one, fact.until))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _is_given_after(status: Fact, day: Moment) -> bool:
    told = status.since.first if status.since else status.said_on
    return told is not None and told > day.last


Validity = tuple[str, str, object, object]


def validity_key(fact: Fact) -> Validity:
    """What two statuses must share to be told as one: label, round, beginning and end."""
    return (fact.value, fact.qualifier.casefold(), fact.since, fact.until)


def by_validity(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Status facts in groups of the same validity, the latest end first, those without one last."""
    groups: dict[Validity, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(validity_key(fact), []).append(fact)
    return sorted(groups.values(), key=_end, reverse=True)


def _end(group: Sequence[Fact]) -> date:
    return group[0].until.last if group[0].until else date.min


def undated(conditions: Conditions) -> Conditions:
    """The same conditions without those on time and round."""
    return replace(
        conditions,
        round="",
        valid_on=None,
        valid_during=None,
        ends_in=None,
        ended_by=None,
        ends_after=None,
        begins_in=None,
    )


def is_timed(conditions: Conditions) -> bool:
    """Whether conditions ask for a time or a round of a status."""
    return undated(conditions) != conditions
