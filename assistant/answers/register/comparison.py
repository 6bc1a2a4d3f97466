"""Two or more clusters side by side, and in which of their details they differ."""

from collections.abc import Sequence

from assistant.answers.register.chosen import named
from assistant.answers.register.details import item_of, told
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import attribute_words, joined, validity, value_words
from assistant.answers.register.status import current
from assistant.model import Answer, Item, Statement
from assistant.wording import say
from index.register.model import Attribute, Cluster, Fact, Match

# Compared where nothing in particular is asked for.
USUAL: tuple[Attribute, ...] = (
    "status",
    "coordinator",
    "representative",
    "members",
    "founded",
    "place",
    "region",
    "sector",
)


def comparison_answer(matter: Matter) -> Answer | None:
    """The clusters with the same details, and a line for each detail in which they differ; None for fewer
    than two names, or where nothing is known of them to compare."""
    clusters = named(matter)
    attributes = matter.request.attributes or USUAL
    if len(clusters) < 2 and not matter.request.value:
        return None
    known = {one: [_facts(matter, cluster, one) for cluster in clusters] for one in attributes}
    statements = [_statement(matter, clusters, one, known[one]) for one in attributes if any(known[one])]
    if not statements:
        return None
    items = tuple(_item(matter, cluster, attributes) for cluster in clusters)
    return Answer(
        matter.language,
        "comparison",
        tuple(statements),
        items,
        citations=matter.citations.made(),
        notes=tuple(_missing(matter, clusters, known)),
        clusters=matter.request.clusters,
    )


def _facts(matter: Matter, cluster: Cluster, attribute: Attribute) -> tuple[Fact, ...]:
    if attribute == "status":
        fact = current(matter, cluster, matter.label)
        return (fact,) if fact else ()
    return told(matter, Match(cluster), attribute)


def _item(matter: Matter, cluster: Cluster, attributes: Sequence[Attribute]) -> Item:
    status = _facts(matter, cluster, "status") if "status" in attributes else ()
    return item_of(matter, Match(cluster, status), attributes)


def _statement(
    matter: Matter, clusters: Sequence[Cluster], attribute: Attribute, known: Sequence[Sequence[Fact]]
) -> Statement:
    """One detail of all of them: once where they share it, else by name."""
    words = [_words(matter, attribute, facts) for facts in known]
    numbers = dict.fromkeys(n for facts in known for fact in facts for n in matter.citations.fact(fact))
    subject = attribute_words(attribute, matter.language)
    said = [f"{c.name} – {one}" for c, one in zip(clusters, words, strict=True) if one]
    alike = len({one.casefold() for one in words}) == 1 and len(words) > 1
    framing = f"{say('alike', matter.language)} {words[0]}" if alike else "; ".join(said)
    return Statement(tuple(numbers), exact=subject[:1].upper() + subject[1:], framing=framing)


def _words(matter: Matter, attribute: Attribute, facts: Sequence[Fact]) -> str:
    if attribute != "status":
        return ", ".join(value_words(fact, matter.language) for fact in facts)
    return " ".join(part for fact in facts for part in (fact.value, validity(fact, matter.language)) if part)


def _missing(
    matter: Matter, clusters: Sequence[Cluster], known: dict[Attribute, list[tuple[Fact, ...]]]
) -> list[str]:
    """What the library does not know of one of them: of what was asked for, or else what it knows of
    another."""
    notes = []
    for place, cluster in enumerate(clusters):
        absent = [
            one
            for one, facts in known.items()
            if not facts[place] and (any(facts) or one in matter.request.attributes)
        ]
        if absent:
            words = joined([attribute_words(one, matter.language) for one in absent], matter.language)
            notes.append(say("not_in_library_of", matter.language, name=cluster.name, missing=words))
    return notes
