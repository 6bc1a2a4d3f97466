"""What a table of the register shows of a cluster."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.register.model import Cluster, Fact, Match
from index.register.register import Register
from index.register.selection import size
from index.taxonomy import REGIONS
from web.api.standing import Standing, standing

_HOME = "PL"


@dataclass(frozen=True, slots=True)
class Row:
    """A cluster with the fact that counts for each column; keys where the taxonomy names things.

    `documents` is how many name it.
    """

    cluster: Cluster
    status: Fact | None
    standing: Standing | None
    coordinator: Fact | None
    place: Fact | None
    regions: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    members: Fact | None
    documents: int

    @property
    def is_abroad(self) -> bool:
        """Whether it is known to be in another country and in no voivodeship."""
        return not self.regions and any(one != _HOME for one in self.countries)


def row_of(match: Match, register: Register, day: date, label: str = "") -> Row:
    """The row of a cluster that was chosen; its status is the one it was chosen for, else that of `label`."""
    cluster = match.cluster
    chosen = next((fact for fact in match.facts if fact.attribute == "status"), None)
    status = chosen or register.status(cluster.id, label, today=day)
    return Row(
        cluster=cluster,
        status=status,
        standing=standing(status, day) if status else None,
        coordinator=_first(cluster, "coordinator") or _first(cluster, "representative"),
        place=_first(cluster, "place"),
        regions=tuple(key for key in _values(register.regions(cluster.id)) if key in REGIONS),
        countries=_values(cluster.of("country")),
        sectors=_values(register.sectors(cluster.id)),
        members=size(cluster),
        documents=len({source.document.id for source in cluster.mentions}),
    )


def _first(cluster: Cluster, attribute: Literal["coordinator", "representative", "place"]) -> Fact | None:
    return next(iter(cluster.of(attribute)), None)


def _values(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.value for fact in facts))
