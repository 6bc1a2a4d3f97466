"""Which cluster has this coordinator, this person, this telephone."""

from collections.abc import Sequence

from assistant.answers.register.details import item_of
from assistant.answers.register.matter import Matter
from assistant.answers.register.notes import coverage_of
from assistant.answers.register.phrasing import attribute_words, counted, value_words
from assistant.model import Answer, Statement
from index.register.holding import REACHING
from index.register.model import Attribute, Cluster, Conditions, Fact, Match

# One person may have several of these.
SEVERAL_WAYS = frozenset[Attribute]({"phone", "email"})
HELD: tuple[Attribute, ...] = ("coordinator", "representative", "person", "email", "phone", "website")
# Who coordinates a cluster by one document represents it by another.
LEADING = frozenset[Attribute]({"coordinator", "representative"})


def holder_answer(matter: Matter) -> Answer | None:
    """The clusters that have what the request names; None where none has."""
    request = matter.request
    if not request.value:
        return None
    found = _meeting(matter, matter.register.holders(request.value, request.attributes or HELD))
    if not found and not LEADING.isdisjoint(request.attributes):
        found = _meeting(matter, matter.register.holders(request.value, LEADING))
    if not found:
        return None
    if len(found) > 1:
        return _several(matter, found)
    (match,) = found
    return Answer(
        matter.language,
        "fact",
        tuple(_statement(matter, match.cluster, fact) for fact in match.facts),
        citations=matter.citations.made(),
        clusters=(match.cluster.id,),
    )


def _meeting(matter: Matter, held: Sequence[tuple[Cluster, Fact]]) -> tuple[Match, ...]:
    """The clusters of those facts that meet the other conditions, each with its facts."""
    conditions = matter.request.conditions
    facts: dict[str, list[Fact]] = {}
    clusters = {cluster.id: cluster for cluster, _ in held}
    for cluster, fact in held:
        facts.setdefault(cluster.id, []).append(fact)
    kept = set(clusters)
    if conditions != Conditions():
        kept &= {match.cluster.id for match in matter.select(conditions)}
    return tuple(Match(clusters[id], _once(facts[id])) for id in clusters if id in kept)


def _once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """One fact of each attribute, the first; of ways to reach somebody, each that there is."""
    first: dict[tuple[Attribute, str], Fact] = {}
    for fact in facts:
        several = fact.attribute in SEVERAL_WAYS
        first.setdefault((fact.attribute, fact.value.casefold() if several else ""), fact)
    return tuple(first.values())


def _statement(matter: Matter, cluster: Cluster, fact: Fact) -> Statement:
    held = f"{attribute_words(fact.attribute, matter.language)} – {value_words(fact, matter.language)}"
    if fact.attribute in REACHING and fact.qualifier:
        held = f"{held}, {fact.qualifier}"
    return Statement(matter.citations.fact(fact), exact=cluster.name, framing=held, quote=fact.source.quote)


def _several(matter: Matter, found: Sequence[Match]) -> Answer:
    items = tuple(item_of(matter, match, [fact.attribute for fact in match.facts]) for match in found)
    numbers = dict.fromkeys(n for match in found for n in matter.citations.fact(match.facts[0]))
    head = Statement(
        tuple(numbers),
        exact=counted("clusters", len(found), matter.language),
        framing=matter.request.value,
    )
    coverage = coverage_of(matter, len(items))
    return Answer(
        matter.language,
        "list",
        (head,),
        items,
        coverage=coverage,
        citations=matter.citations.made(),
        clusters=tuple(match.cluster.id for match in found),
    )
