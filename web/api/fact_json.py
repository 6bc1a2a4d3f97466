"""What is known of a cluster as the interface gives it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from documents.model import Language
from documents.moments import Moment
from index.extraction.labels import label_name
from index.register.model import Attribute, Cluster, Fact, Source
from index.register.register import Register
from index.review.keys import fact_key
from index.taxonomy import country_name, region_name, sector_name
from web.api.standing import standing

NAMES: Mapping[Attribute, Callable[[str, Language], str]] = {
    "sector": sector_name,
    "region": region_name,
    "country": country_name,
}


def known_json(cluster: Cluster, register: Register, day: date, language: Language) -> dict[str, Any]:
    """The JSON form of a cluster with all that is known of it; facts concluded have the id 0."""
    return {
        "id": cluster.id,
        "name": cluster.name,
        "aliases": list(cluster.aliases),
        "day": day.isoformat(),
        "facts": [fact_json(fact, day, language) for fact in all_facts(cluster, register)],
        "mentions": [place_json(source) for source in cluster.mentions],
        "similar": [{"id": one.id, "name": one.name} for one in register.similar(cluster.id)],
    }


def all_facts(cluster: Cluster, register: Register) -> tuple[Fact, ...]:
    """What is known of a cluster: what is said, and the regions concluded where nothing says them."""
    return (*cluster.facts, *(fact for fact in register.regions(cluster.id) if fact not in cluster.facts))


def fact_json(fact: Fact, day: date, language: Language) -> dict[str, Any]:
    """The JSON form of a fact; `standing` is that of a status on the day."""
    return {
        "id": fact.id,
        "attribute": fact.attribute,
        "value": fact.value,
        "label": value_name(fact, language),
        "qualifier": fact.qualifier,
        "valid_from": _iso(fact.since),
        "valid_until": _iso(fact.until),
        "said_on": fact.said_on and fact.said_on.isoformat(),
        "standing": standing(fact, day) if fact.attribute == "status" else None,
        "review": fact.review,
        "decision": fact.decision,
        "key": fact_key(fact),
        "source": place_json(fact.source),
    }


def place_json(source: Source) -> dict[str, Any]:
    """The JSON form of a place that says something; `quote` is the document's text from `start` to `end`, in
    the earlier `version` where that is not 0."""
    return {
        "document": source.document.id,
        "file": source.document.file,
        "title": source.document.title,
        "place": source.place.label,
        "page": source.place.number,
        "version": source.version,
        "start": source.span.start,
        "end": source.span.end,
        "quote": source.quote,
        "scope": [{"start": span.start, "end": span.end, "text": text} for span, text in source.scope],
    }


def value_name(fact: Fact, language: Language) -> str:
    """A fact's value in words; the value itself where it is not a key."""
    return named_value(fact.attribute, fact.value, language)


def named_value(attribute: Attribute, value: str, language: Language) -> str:
    """The value of an attribute in words; the value itself where it is not a key."""
    if attribute == "status":
        return label_name(value, language)
    name = NAMES.get(attribute)
    return key_name(name, value, language) if name else value


def key_name(name: Callable[[str, Language], str], key: str, language: Language) -> str:
    """What a key of the taxonomy is called; the key itself where it was kept before the taxonomy lost it."""
    try:
        return name(key, language)
    except KeyError:
        return key


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None
