"""Facts that disagree with what staff checked: they stay in sight, and count no longer."""

from collections.abc import Iterable
from dataclasses import replace

from index import words
from index.register.clusters import said_on
from index.register.model import OFFICE, WITHDRAWN, Attribute, Cluster, Fact
from index.register.statuses import differ, round_key

# Of these a cluster has one at a time, so that two values are a disagreement.
ONE: frozenset[Attribute] = frozenset({"coordinator", "founded", "members", "place"})


def overruled(cluster: Cluster) -> Cluster:
    """The cluster, its facts that nobody checked marked where they disagree with one that somebody did."""
    checked = [one for one in cluster.facts if one.is_checked]
    if not checked:
        return cluster
    return replace(cluster, facts=_marked(cluster.facts, checked))


def counting(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that count."""
    return tuple(one for one in facts if one.review != "overruled")


def disagree(one: Fact, other: Fact) -> bool:
    """Whether two facts of one cluster cannot both be true."""
    if one.attribute != other.attribute:
        return False
    if one.attribute == "status":
        return _statuses_disagree(one, other)
    if one.attribute not in ONE or words.fold(one.qualifier) != words.fold(other.qualifier):
        return False
    if _same(one, other) or OFFICE in (one.qualifier, other.qualifier):
        return False
    if one.is_former or other.is_former:
        return False
    # One who was it until then, and one who is it since, are no two at a time.
    return (one.until is None) == (other.until is None) and not _apart(one, other)


def _marked(facts: Iterable[Fact], checked: Iterable[Fact]) -> tuple[Fact, ...]:
    kept = list(checked)
    marked = [
        replace(one, review="overruled")
        if not one.is_checked and any(disagree(one, other) for other in kept)
        else one
        for one in facts
    ]
    return tuple(sorted(marked, key=lambda one: one.review == "overruled"))


def _statuses_disagree(one: Fact, other: Fact) -> bool:
    if one.value != other.value or WITHDRAWN in (one.qualifier, other.qualifier):
        return False
    if round_key(one.qualifier) != round_key(other.qualifier):
        return False
    if one.qualifier:
        return differ(one.until, other.until) or differ(one.since, other.since)
    if one.until is None or other.until is None or not differ(one.until, other.until):
        return False
    # Where no round is told, one that was over before the other was said is an earlier one.
    return max(said_on(one), said_on(other)) <= min(one.until.last, other.until.last)


def _same(one: Fact, other: Fact) -> bool:
    """Whether two values are one, or one of two times is told but less exactly: 2014, 2014-05."""
    if one.attribute == "founded" and (
        one.value.startswith(other.value) or other.value.startswith(one.value)
    ):
        return True
    return words.fold(one.value) == words.fold(other.value)


def _apart(one: Fact, other: Fact) -> bool:
    """Whether one was over before the other began."""
    return any(
        first.until is not None and second.since is not None and first.until.last < second.since.first
        for first, second in ((one, other), (other, one))
    )
