"""The clusters that a request is about."""

from dataclasses import replace

from assistant.answers.register.matter import Matter
from index.register.model import Cluster, Conditions, Match


def conditions_of(matter: Matter) -> Conditions:
    """What a cluster must meet: the conditions, that it is one of those named, and that words which no
    condition stands for are said of it."""
    request = matter.request
    conditions = request.conditions
    if request.clusters and not conditions.within:
        conditions = replace(conditions, within=frozenset(request.clusters))
    if request.unread:
        conditions = replace(conditions, text=" ".join((conditions.text, *request.unread)).strip())
    return conditions


def matches(matter: Matter) -> tuple[Match, ...]:
    """The clusters that a list or a count is of."""
    without = matter.request.without
    return tuple(one for one in matter.select(conditions_of(matter)) if one.cluster.id not in without)


def named(matter: Matter) -> tuple[Cluster, ...]:
    """The clusters that the request names, in its order."""
    return tuple(matter.register.cluster(id) for id in matter.request.clusters)
