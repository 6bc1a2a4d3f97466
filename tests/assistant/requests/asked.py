"""Questions with what they ask of a register, and that register. Its clusters do not exist."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from assistant.question import understand
from assistant.reading import read_request
from assistant.request import Request, Wanted
from documents.model import Span
from documents.moments import Moment
from index import words
from index.register.model import Conditions

TODAY = date(2026, 11, 22)
_CONDITIONS = frozenset(field.name for field in fields(Conditions))


@dataclass(frozen=True, slots=True)
class Named:
    """A name at a span."""

    span: Span
    clusters: tuple[str, ...]


class FewNames:
    """Names four clusters, inflected, and two by one short form; knows of four labels."""

    labels: Mapping[str, int] = {
        "KKK": 20,
        "Gold Label ESCA": 3,
        "Regionalny Klaster Kluczowy": 2,
        "Silver Label": 1,
    }
    rounds: Mapping[str, Sequence[str]] = {"KKK": ("V", "VI", "VII")}
    abroad = frozenset(("CZ", "LT"))
    _names = (
        (r"(?:klast\w+ )?bursztynow\w+ ster\w*", ("ster",)),
        (r"(?:klast\w+ )?mlynski\w+ kol\w+", ("kolo",)),
        (r"copper lantern(?: cluster)?|miedzian\w+ latarni\w+", ("lantern",)),
        (r"(?:klast\w+ )?lifecare krakow\w*", ("lifecare",)),
        (r"slask\w+ klast\w+ szkl\w+", ("szklo",)),
        (r"klast\w+ sadow\w*", ("sad", "sadownik")),
    )

    # A common word that is a name too.
    _bare = ((r"przystan\w*", ("harbour",)),)

    def named(self, text: str, *, lenient: bool = False) -> Sequence[Named]:
        folded = words.fold(text)
        found = [
            Named(Span(*match.span()), ids)
            for pattern, ids in (*self._names, *(self._bare if lenient else ()))
            for match in re.finditer(rf"\b(?:{pattern})\b", folded)
        ]
        return sorted(found, key=lambda one: one.span)

    def whereabouts(self, id: str) -> frozenset[str]:
        return frozenset(("torun", "PL")) if id == "kolo" else frozenset()


REGISTER = FewNames()
SHOWN = ("ster", "kolo", "lantern")


def read(
    text: str, *, before: Request | None = None, shown: Sequence[str] = (), today: date = TODAY
) -> Request | None:
    """What a question asks, of the register above."""
    return read_request(understand(text), REGISTER, today=today, before=before, shown=shown)


def asks(wanted: Wanted, *clusters: str, **said: Any) -> Request:
    """A request with these clusters; the other fields are those of Request and Conditions by name."""
    conditions = {name: said.pop(name) for name in _CONDITIONS & said.keys()}
    for name in ("sectors", "regions", "countries", "towns", "outside", "within"):
        if name in conditions:
            conditions[name] = frozenset(conditions[name].split())
    for name in ("valid_during", "ends_in", "begins_in", "founded"):
        if name in conditions:
            conditions[name] = Moment.from_iso(conditions[name])
    for name in ("valid_on", "ended_by", "ends_after"):
        if name in conditions:
            conditions[name] = date.fromisoformat(conditions[name])
    if isinstance(said.get("attributes"), str):
        said["attributes"] = tuple(said["attributes"].split())
    return replace(Request(wanted, clusters, conditions=Conditions(**conditions)), **said)
