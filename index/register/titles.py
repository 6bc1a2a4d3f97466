"""The labels of all documents as one knows them: by one name each, and none of them a cluster."""

from collections.abc import Sequence
from dataclasses import replace

from index.extraction.known_labels import knowing
from index.extraction.labels import is_label, is_listed, labels_in
from index.register.model import Cluster, Fact


def with_one_name_each(clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """The clusters, a label that one document names without its region's name, "Marka Klastrowa", called as
    the only one of the others that it can be, and those left out that are but labels to other documents."""
    keys = {fact.value for cluster in clusters for fact in cluster.of("status")}
    named = sorted(key for key in keys if not is_listed(key))
    if not named:
        return tuple(clusters)
    with knowing(named):
        whole = {key: _whole(key, named) for key in named}
        kept = [one for one in clusters if not all(map(is_label, one.names))]
    called = {key: name for key, name in whole.items() if name != key}
    return tuple(_renamed(one, called) for one in kept) if called else tuple(kept)


def _whole(key: str, named: Sequence[str]) -> str:
    """The longer name of a label that another document gives, if only one fits; else its own."""
    others = [one for one in named if one != key]
    with knowing(others):
        found = [one for one in labels_in(key) if one.key in others]
    fits = len(found) == 1 and found[0].span.start == 0 and found[0].span.end == len(key)
    return found[0].key if fits else key


def _renamed(cluster: Cluster, called: dict[str, str]) -> Cluster:
    if not any(fact.value in called for fact in cluster.of("status")):
        return cluster
    return replace(cluster, facts=tuple(_of_label(fact, called) for fact in cluster.facts))


def _of_label(fact: Fact, called: dict[str, str]) -> Fact:
    return replace(fact, value=called.get(fact.value, fact.value)) if fact.attribute == "status" else fact
