"""What is computed of a list: what has passed, who is left out, how many of how many."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answers.register.chosen import conditions_of
from assistant.answers.register.heads import cited, standing_for
from assistant.answers.register.matter import Matter, Registered
from assistant.answers.register.phrasing import counted, joined, validity
from assistant.answers.register.status import (
    by_validity,
    ended,
    is_timed,
    later,
    status_of,
    undated,
    withdrawals,
)
from assistant.grounding import marked
from assistant.model import Coverage
from assistant.wording import say
from index.register.model import WITHDRAWN, Cluster, Conditions, Fact, Match

# Validities of those outside a list that its note tells.
MOST_OTHERS = 2


def coverage_of(matter: Matter, found: int) -> Coverage:
    """How many of the clusters with this status, or of all known ones."""
    conditions = matter.request.conditions
    of = len(matter.register.clusters)
    if conditions.status:
        of = matter.register.labels.get(conditions.status) or len(
            matter.select(Conditions(status=conditions.status))
        )
    return Coverage(found, max(found, of), matter.register.documents)


def list_notes(matter: Matter, matches: Sequence[Match]) -> list[str]:
    """The notes under a list of clusters, each with the markers it stands on."""
    notes = [*passed(matter, matches), *_taken(matter, matches)]
    notes += [*_others(matter, matches), *_withdrawn(matter, matches)]
    if matter.request.unread:
        unread = ", ".join(matter.request.unread)
        notes.append(say("chosen_by_words", matter.language, words=unread))
    return notes


def passed(matter: Matter, matches: Sequence[Match]) -> list[str]:
    """That the end of their status had passed by the day, and what is known of a renewal."""
    statuses = {match.cluster.id: fact for match in matches if (fact := status_of(match))}
    over = [match for match in matches if (f := statuses.get(match.cluster.id)) and ended(f, matter.day)]
    if not over:
        return []
    notes = []
    renewed = [(match, fact) for match in over if (fact := later(match.cluster, statuses[match.cluster.id]))]
    if len(over) < len(matches):
        notes.append(counted("passed_some", len(over), matter.language, of=len(matches)))
    else:
        dates = {fact.until for fact in statuses.values()}
        notes.append(say("passed_one" if len(dates) == 1 else "passed_all", matter.language))
    if not renewed:
        return [f"{notes[0]}{say('no_renewal', matter.language)}"]
    return [f"{notes[0]}.", *(_renewal(matter, match, fact) for match, fact in renewed)]


def _renewal(matter: Matter, match: Match, fact: Fact) -> str:
    words = validity(fact, matter.language)
    said = say("renewed", matter.language, name=match.cluster.name, validity=words)
    return marked(said, matter.citations.fact(fact))


def _others(matter: Matter, matches: Sequence[Match]) -> list[str]:
    """Until when the others had the status, where a time or a round chose among them."""
    conditions = matter.request.conditions
    if not conditions.status or not is_timed(conditions):
        return []
    ids = {match.cluster.id for match in matches}
    rest = [m for m in matter.select(undated(conditions_of(matter))) if m.cluster.id not in ids]
    statuses = [fact for match in rest if (fact := status_of(match)) and (fact.until or fact.qualifier)]
    groups = by_validity(statuses)
    if not groups or len(groups) > MOST_OTHERS or len(statuses) < len(rest):
        return []
    told = [f"{len(group)} {validity(group[0], matter.language)}" for group in groups]
    told = [validity(groups[0][0], matter.language)] if len(groups) == 1 else told
    numbers = tuple(n for group in groups for n in cited(matter, standing_for(group)))
    said = counted("others", len(rest), matter.language, told=joined(told, matter.language))
    return [marked(said, numbers)]


def _taken(matter: Matter, matches: Sequence[Match]) -> list[str]:
    """Of those listed, whose status was taken away since."""
    if not matter.request.conditions.status:
        return []
    ids = {match.cluster.id for match in matches}
    notes = []
    for cluster in withdrawn_clusters(matter.register):
        if cluster.id in ids:
            notes += [_taken_from(matter, cluster, fact) for fact in withdrawals(cluster, matter.label)[:1]]
    return notes


def _taken_from(matter: Matter, cluster: Cluster, fact: Fact) -> str:
    day = f", {fact.until.words(matter.language)}" if fact.until else ""
    said = say("taken_from", matter.language, name=cluster.name, label=fact.value, day=day)
    return marked(said, matter.citations.fact(fact))


def _withdrawn(matter: Matter, matches: Sequence[Match]) -> list[str]:
    """How many are left out because their status was taken away, with where that is said."""
    conditions = matter.request.conditions
    if not conditions.status:
        return []
    ids = {match.cluster.id for match in matches}
    rest = replace(undated(conditions_of(matter)), status="", round="")
    facts = [
        fact
        for cluster in withdrawn_clusters(matter.register)
        if cluster.id not in ids and _meets(matter, rest, cluster)
        if (fact := matter.register.status(cluster.id, matter.label, today=matter.day))
        if fact.qualifier == WITHDRAWN
    ]
    if not facts:
        return []
    said = counted("withdrawn", len(facts), matter.language)
    return [marked(said, tuple(matter.citations.source(fact.source) for fact in facts))]


@lru_cache(maxsize=2)
def withdrawn_clusters(register: Registered) -> tuple[Cluster, ...]:
    """The clusters of a register of whose status a document says that it was taken away. Kept, as a register
    never changes and all its facts are looked at."""
    return tuple(cluster for cluster in register.clusters if withdrawals(cluster))


def _meets(matter: Matter, conditions: Conditions, cluster: Cluster) -> bool:
    if conditions.within and cluster.id not in conditions.within:
        return False
    return bool(matter.select(replace(conditions, within=frozenset({cluster.id}))))
