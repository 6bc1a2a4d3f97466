"""What the register does not hold: what was looked for, of which cluster, and what is known in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.answers.register.chosen import named
from assistant.answers.register.heads import cited, standing_for
from assistant.answers.register.matter import Matter, Registered
from assistant.answers.register.phrasing import (
    attribute_words,
    condition_words,
    counted,
    day_words,
    joined,
    round_words,
    validity,
)
from assistant.answers.register.status import by_validity, is_timed, status_of
from assistant.grounding import marked
from assistant.model import Answer
from assistant.wording import say
from index.register.model import Cluster, Conditions, Fact

# Documents that are named as those which speak of a cluster.
MOST_DOCUMENTS = 3


def certainly_missing(matter: Matter) -> Answer | None:
    """The abstention where the register alone can tell: on a status that it knows, it holds all there is, and
    no passage can add to it."""
    request = matter.request
    lists = request.wanted in {"list", "count"}
    asks = lists or (request.wanted == "yes_no" and not request.value)
    if not asks or not request.conditions.status or request.unread:
        return None
    known = _known(matter.register, request.conditions.status, matter.day)
    if not known.facts:
        return None
    return _no_cluster(matter, known) if lists else _not_among(matter, known.facts)


def missing_answer(matter: Matter) -> Answer | None:
    """The abstention where no passage answers either; None where the request names nothing that the register
    knows."""
    request = matter.request
    if request.clusters:
        return _not_known_of(matter, named(matter))
    if request.wanted == "holder" and request.value:
        return _abstain(matter, say("no_holder", matter.language, value=request.value))
    asked = condition_words(request.conditions, matter.language)
    if request.wanted in {"list", "count", "recommendation"} and asked and not request.unread:
        return _abstain(matter, say("no_cluster", matter.language, conditions=asked))
    return None


@dataclass(frozen=True, slots=True)
class _Known:
    """The status facts of all clusters with a status, one a cluster, with the rounds that they name and those
    of the latest end."""

    facts: tuple[Fact, ...]
    rounds: frozenset[str]
    latest: tuple[Fact, ...]


@lru_cache(maxsize=16)
def _known(register: Registered, status: str, day: date) -> _Known:
    """What is known of a status. Kept, as a register never changes and all its clusters are looked at."""
    found = register.select(Conditions(status=status), today=day)
    facts = tuple(fact for match in found if (fact := status_of(match)))
    ending = by_validity(fact for fact in facts if fact.until)[:1]
    return _Known(facts, frozenset(fact.qualifier.casefold() for fact in facts), tuple(*ending))


def _no_cluster(matter: Matter, known: _Known) -> Answer:
    """That no cluster meets the conditions on a status, and which validities are known."""
    conditions, language = matter.request.conditions, matter.language
    asked = condition_words(conditions, language)
    label = matter.label_words or say("any_label", language)
    if conditions.round and conditions.round.casefold() not in known.rounds:
        written = matter.register.rounds.get(conditions.status) or ()
        said = say("no_round", language, label=label, round=round_words(conditions.round, language))
        told = say("rounds_known", language, rounds=joined(written, language)) if written else ""
        return _abstain(matter, said, _standing_note(matter, told, known.facts))
    if asked or not is_timed(conditions):
        return _abstain(matter, say("no_cluster_with", language, label=label, conditions=asked))
    said = say("no_cluster_then", language, label=label)
    if not known.latest:
        return _abstain(matter, said)
    told = say("latest_known", language, validity=validity(known.latest[0], language))
    return _abstain(matter, said, _standing_note(matter, told, known.latest))


def _standing_note(matter: Matter, said: str, facts: Sequence[Fact]) -> str:
    return marked(said, cited(matter, standing_for(facts))) if said else ""


def _not_among(matter: Matter, facts: Sequence[Fact]) -> Answer | None:
    """That a named cluster is not among those which have a status."""
    clusters, language = named(matter), matter.language
    if not clusters:
        return None
    label = matter.label_words or say("any_label", language)
    days = {fact.said_on or fact.source.document.date for fact in facts}
    day = days.pop() if len(days) == 1 else None
    source = say("list_of", language, day=day_words(day, language)) if day else ""
    notes = [
        counted("not_among", len(facts), language, name=cluster.name, label=label, source=source).rstrip()
        for cluster in clusters
    ]
    return _abstain(matter, "", *(_standing_note(matter, f"{note}.", facts) for note in notes))


def _not_known_of(matter: Matter, clusters: Sequence[Cluster]) -> Answer:
    """What is not known of the clusters named, and the documents that speak of them."""
    language = matter.language
    attributes = matter.request.attributes
    said: list[str] = []
    for cluster in clusters:
        absent = [one for one in attributes if not matter.facts(cluster, one)]
        if absent and not matter.request.unread:
            words = joined([attribute_words(one, language) for one in absent], language)
            said.append(say("not_in_library_of", language, name=cluster.name, missing=words))
        else:
            said.append(say("not_said_of", language, name=cluster.name))
    notes = [_documents(matter, cluster) for cluster in clusters]
    return _abstain(matter, " ".join(said), *notes)


def _documents(matter: Matter, cluster: Cluster) -> str:
    sources = list({one.document.id: one for one in cluster.mentions}.values())
    if not sources:
        return ""
    titles = "; ".join(
        marked(source.document.title, (matter.citations.source(source),))
        for source in sources[:MOST_DOCUMENTS]
    )
    return counted("documents_on", len(sources), matter.language, name=cluster.name, titles=titles)


def _abstain(matter: Matter, said: str, *notes: str) -> Answer:
    language = matter.language
    kept = tuple(note for note in notes if note)
    clusters = named(matter)
    silent = say("silent", language)
    return Answer(
        language,
        "abstention",
        citations=matter.citations.made(),
        abstention=said or silent,
        notes=kept,
        clusters=matter.request.clusters,
        suggestions=tuple(say("says", language, subject=cluster.name) for cluster in clusters),
    )
