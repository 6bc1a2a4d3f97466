"""A cluster as the interface and the command line give it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from index.register.model import WITHDRAWN, Cluster, Conditions, Fact
from index.register.register import Register
from index.register.selection import asks_status, size


def cluster_json(register: Register, cluster: Cluster, *, day: date, label: str = "") -> dict[str, Any]:
    """What a list of clusters shows of one; its status, of the label if one is named, judged on a day."""
    facts = {one: _newest(cluster.of(one)) for one in ("coordinator", "representative", "place")}
    body = facts["coordinator"] or facts["representative"]
    counted = size(cluster)
    return {
        "id": cluster.id,
        "name": cluster.name,
        "aliases": list(cluster.aliases),
        "status": status_json(register, cluster, day=day, label=label),
        "coordinator": body and body.value,
        "region": _newest_value(register.regions(cluster.id)),
        "town": facts["place"] and facts["place"].value,
        "sectors": list(dict.fromkeys(fact.value for fact in register.sectors(cluster.id))),
        "members": int(counted.value) if counted else None,
        "documents": [one.document.id for one in cluster.mentions],
    }


def status_json(register: Register, cluster: Cluster, *, day: date, label: str = "") -> dict[str, Any] | None:
    """The status that counts on a day, and whether it holds then."""
    fact = register.status(cluster.id, label, today=day)
    if fact is None:
        return None
    withdrawn = fact.qualifier == WITHDRAWN
    return {
        "label": fact.value,
        "round": "" if withdrawn else fact.qualifier,
        "valid_from": fact.since.iso if fact.since else None,
        "valid_until": fact.until.iso if fact.until else None,
        "withdrawn": withdrawn,
        "holds": register.holds(cluster.id, fact, day),
        **source_json(fact),
    }


def source_json(fact: Fact) -> dict[str, Any]:
    """Where a fact stands."""
    source = fact.source
    return {
        "document": source.document.id,
        "file": source.document.file,
        "said_on": fact.said_on.isoformat() if fact.said_on else None,
        "place": source.place.label,
        "start": source.span.start,
        "end": source.span.end,
        "quote": source.quote,
    }


def clusters_json(register: Register, conditions: Conditions, *, day: date) -> list[dict[str, Any]]:
    """The clusters that meet conditions, in the register's order; statuses as on the day asked about."""
    label = conditions.status if asks_status(conditions) and conditions.status != "*" else ""
    on = conditions.valid_on or day
    return [
        cluster_json(register, one.cluster, day=on, label=label)
        for one in register.select(conditions, today=day)
    ]


def conditions_of(
    *, status: str = "", valid_on: date | None = None, sector: str = "", region: str = "", q: str = ""
) -> Conditions:
    """The conditions that a list of clusters is asked for; an empty one asks nothing."""
    return Conditions(
        status=status,
        valid_on=valid_on,
        sectors=frozenset({sector} - {""}),
        regions=frozenset({region} - {""}),
        text=q,
    )


def _newest(facts: Iterable[Fact]) -> Fact | None:
    return next(iter(facts), None)


def _newest_value(facts: Iterable[Fact]) -> str | None:
    return next((fact.value for fact in facts), None)
