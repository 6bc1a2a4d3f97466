"""Decisions as rows of the database."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from documents.moments import Moment
from index.database import Connection, Row
from index.review.model import Decision, Naming, OnFact, OnNames, Told, Words

COUNTER = "SELECT value FROM counters WHERE name = 'review'"
NEXT = "UPDATE counters SET value = value + 1 WHERE name = 'review'"
INSERT = """
    INSERT INTO decisions (kind, about, document, details, by, at, changed) VALUES (?, ?, ?, ?, ?, ?, ?)"""


def counter_of(connection: Connection) -> int:
    """The library's review counter: how often something was decided or undone."""
    return int(connection.execute(COUNTER).fetchone()[0])


def advance_review(connection: Connection) -> int:
    """The next review counter, from now on."""
    connection.execute(NEXT)
    return counter_of(connection)


def insert_decision(connection: Connection, decision: Decision) -> int:
    """The id of a decision that is written; the one it came with is not used."""
    details = json.dumps(details_of(decision), ensure_ascii=False)
    row = (decision.kind, decision.about, decision.matter.document, details)
    written = connection.execute(
        INSERT, (*row, decision.by, decision.at.isoformat(), advance_review(connection))
    )
    return int(written.lastrowid or 0)


def decision_of(row: Row) -> Decision:
    """A row as a decision."""
    details = json.loads(row["details"])
    return Decision(
        id=row["id"],
        kind=row["kind"],
        about=row["about"],
        cluster=details["cluster"],
        name=details["name"],
        matter=_on_fact(row["document"], details)
        if "told" in details
        else _on_names(row["document"], details),
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
        undone_by=row["undone_by"],
        undone_at=datetime.fromisoformat(row["undone_at"]) if row["undone_at"] else None,
    )


def about(matter: OnFact | OnNames, kind: str) -> str:
    """What is equal for decisions about the same thing: a statement of a document, two clusters, a name."""
    if isinstance(matter, OnFact):
        names = sorted(one.text for one in matter.names)
        scope = [" ".join(one.text.split()) for one in matter.scope]
        parts: Sequence[object] = (
            *("fact", matter.document, names),
            *(_stated(matter.told), " ".join(matter.words.text.split()), scope),
        )
    elif kind == "joined":
        parts = ("joined", sorted([sorted(matter.names), sorted(matter.others)]))
    elif kind == "called":
        parts = ("called", sorted(matter.names))
    elif kind == "moved":
        parts = ("moved", matter.document, sorted(matter.names))
    else:
        parts = (kind, sorted(matter.names), sorted(matter.others))
    return sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def details_of(decision: Decision) -> dict[str, object]:
    """What is kept of a decision as JSON."""
    return {"cluster": decision.cluster, "name": decision.name, **_details(decision.matter)}


def _details(matter: OnFact | OnNames) -> dict[str, object]:
    if isinstance(matter, OnNames):
        return {
            "names": matter.names,
            "others": matter.others,
            "to": matter.to,
            "kept": matter.kept,
            "file": matter.file,
        }
    return {
        "file": matter.file,
        "names": [[one.text, one.kind] for one in matter.names],
        "words": _written(matter.words),
        "scope": [_written(one) for one in matter.scope],
        "told": _told(matter.told),
        "instead": matter.instead and _told(matter.instead),
        "to": matter.to,
    }


def _on_names(document: str, details: Mapping[str, Any]) -> OnNames:
    return OnNames(
        names=tuple(details["names"]),
        others=tuple(details["others"]),
        to=details["to"],
        kept=tuple(details["kept"]),
        document=document,
        file=details["file"],
    )


def _on_fact(document: str, details: Mapping[str, Any]) -> OnFact:
    return OnFact(
        document=document,
        file=details["file"],
        names=tuple(Naming(*one) for one in details["names"]),
        words=Words(**details["words"]),
        scope=tuple(Words(**one) for one in details["scope"]),
        told=_read_told(details["told"]),
        instead=_read_told(details["instead"]) if details["instead"] else None,
        to=details["to"],
    )


def _written(words: Words) -> dict[str, object]:
    return {"text": words.text, "start": words.start, "before": words.before}


def _told(told: Told) -> dict[str, object]:
    return {
        "attribute": told.attribute,
        "value": told.value,
        "qualifier": told.qualifier,
        "since": told.since and told.since.iso,
        "until": told.until and told.until.iso,
        "said_on": told.said_on and told.said_on.isoformat(),
    }


def _stated(told: Told) -> dict[str, object]:
    """What a document states: not on which day, which is its own and may be put right."""
    return {**_told(told), "said_on": None}


def _read_told(read: Mapping[str, Any]) -> Told:
    return Told(
        attribute=read["attribute"],
        value=read["value"],
        qualifier=read["qualifier"],
        since=Moment.from_iso(read["since"]) if read["since"] else None,
        until=Moment.from_iso(read["until"]) if read["until"] else None,
        said_on=date.fromisoformat(read["said_on"]) if read["said_on"] else None,
    )
