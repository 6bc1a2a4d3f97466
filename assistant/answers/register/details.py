"""A cluster as one line of an answer: its details, each with the fact it stands on."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import value_words
from assistant.answers.register.status import current, status_of
from assistant.model import Answer, Item
from documents.model import Language
from index import words
from index.evidence import bag
from index.register.model import WITHDRAWN, Attribute, Cluster, Conditions, Fact, Match

# In the order of a table's columns; a detail goes under its attribute's name.
ATTRIBUTES: tuple[Attribute, ...] = (
    *(
        "coordinator",
        "representative",
        "person",
        "members",
        "founded",
        "place",
        "region",
        "country",
        "sector",
    ),
    *("website", "email", "phone", "address", "partner", "project", "mission"),
)
ORDER = ("status", "round", "valid_from", "valid_until", "withdrawn", *ATTRIBUTES)
# Of these a cluster has several at once; of the others the newest source's is given.
SEVERAL: frozenset[Attribute] = frozenset(
    {"person", "members", "sector", "email", "phone", "website", "partner", "project"}
)
# What a line holds of several; the cluster's own page has them all.
MOST = 6
# Longer, a sentence is no reason to be read in a table.
LONGEST_REASON = 240


def columns(answer: Answer) -> tuple[str, ...]:
    """The keys of the details that the items of an answer have, in the order of a table's columns."""
    held = {key for item in answer.items for key in item.details}
    return tuple(key for key in ORDER if key in held) + tuple(sorted(held.difference(ORDER)))


def item_of(matter: Matter, match: Match, attributes: Sequence[Attribute] = ()) -> Item:
    """A cluster that meets the conditions, with its coordinator, what is asked for, and why it is there."""
    status = status_of(match) or (current(matter, match.cluster) if "status" in attributes else None)
    wanted = dict.fromkeys((*_coordinating(match.cluster), *attributes, *_of_conditions(matter)))
    known: dict[Attribute, Sequence[Fact]] = {
        one: told(matter, match, one) for one in wanted if one != "status"
    }
    details = (status_details(status) if status else {}) | detailed(known, matter.language)
    met = [fact for fact in match.facts if fact.attribute != "status"] + _holding(matter, match.cluster)
    facts = [*([status] if status else []), *met, *(fact for facts in known.values() for fact in facts)]
    sources = (source for fact in facts for source in (fact.source, *fact.beside))
    numbers = dict.fromkeys(map(matter.citations.source, sources))
    if not numbers:
        numbers = dict.fromkeys(matter.citations.source(one) for one in match.cluster.mentions[:1])
    return Item(
        match.cluster.name,
        tuple(numbers),
        aliases=match.cluster.aliases,
        details={key: details[key] for key in ORDER if key in details},
        reason=reason(met),
        cluster=match.cluster.id,
    )


def _holding(matter: Matter, cluster: Cluster) -> list[Fact]:
    """The fact that holds most of the words which were asked for as words."""
    asked = " ".join((matter.request.conditions.text, *matter.request.unread))
    lemmas = {words.lemma(token) for token in words.tokenize(asked)}
    if not lemmas:
        return []
    shared = [(len(lemmas & bag(fact.source.quote).lemmas), fact) for fact in cluster.facts]
    best = max((count for count, _ in shared), default=0)
    return [fact for count, fact in shared if count == best][:1] if best else []


def told(matter: Matter, match: Match, attribute: Attribute) -> tuple[Fact, ...]:
    """What is known of an attribute: all of those a cluster has several of, else the newest; first the facts
    that meet the conditions."""
    met = [fact for fact in match.facts if fact.attribute == attribute]
    facts = once([*met, *matter.facts(match.cluster, attribute)])
    if attribute == "members":
        facts = newest_counts([*met, *facts])
    return facts[:MOST] if attribute in SEVERAL else facts[:1]


def newest_counts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """What the newest document counts, the greatest number, which is nearest the whole, first."""
    newest = [fact for fact in facts if fact.source.document.id == facts[0].source.document.id]
    return once(sorted(newest, key=whole_first))


def whole_first(fact: Fact) -> int:
    return -int(fact.value) if fact.value.isdigit() else 0


def once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The first fact of each value."""
    first: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        first.setdefault(value_key(fact), fact)
    return tuple(first.values())


def value_key(fact: Fact) -> tuple[str, str]:
    """What two facts of an attribute must share to say the same."""
    counts = fact.qualifier.casefold() if fact.attribute in {"members", "person"} else ""
    return (" ".join(fact.value.casefold().split()), counts)


def status_details(fact: Fact) -> dict[str, str]:
    """The details of a status: its label, and as far as they are said its round and its ISO dates."""
    if fact.qualifier == WITHDRAWN:
        return {"status": fact.value} | ({"withdrawn": fact.until.iso} if fact.until else {})
    details = {"status": fact.value, "round": fact.qualifier}
    details["valid_from"] = fact.since.iso if fact.since else ""
    details["valid_until"] = fact.until.iso if fact.until else ""
    return {key: value for key, value in details.items() if value}


def detailed(known: Mapping[Attribute, Sequence[Fact]], language: Language) -> dict[str, str]:
    """Facts as details, several values of an attribute in one."""
    return {
        attribute: "; ".join(_detail(fact, language) for fact in facts)
        for attribute, facts in known.items()
        if facts and attribute in ATTRIBUTES
    }


def _detail(fact: Fact, language: Language) -> str:
    return fact.value if fact.attribute == "founded" else value_words(fact, language)


def reason(facts: Sequence[Fact]) -> str:
    """The words by which a cluster meets a condition, where they are few enough to be read."""
    quotes = (" ".join(fact.source.quote.split()) for fact in facts)
    return next((quote for quote in quotes if len(quote) <= LONGEST_REASON), "")


def _coordinating(cluster: Cluster) -> tuple[Attribute, ...]:
    """Who leads a cluster, under the name that the library gives it."""
    attributes: tuple[Attribute, ...] = ("coordinator", "representative")
    return tuple(one for one in attributes if cluster.of(one))[:1]


def _of_conditions(matter: Matter) -> tuple[Attribute, ...]:
    return condition_attributes(matter.request.conditions)


def condition_attributes(conditions: Conditions) -> tuple[Attribute, ...]:
    """The attributes that conditions other than those on the status ask of a cluster."""
    asked: dict[Attribute, object] = {
        "sector": conditions.sectors,
        "region": conditions.regions,
        "country": conditions.countries,
        "place": conditions.towns,
        "founded": conditions.founded,
        "members": conditions.members,
        "coordinator": conditions.bodies,
    }
    known = (one for one in ATTRIBUTES if one in conditions.known)
    return (*(attribute for attribute, condition in asked.items() if condition), *known)
