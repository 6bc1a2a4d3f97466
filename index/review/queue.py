"""The facts of a register in the order in which staff best look at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.register.model import Attribute, Cluster, Fact
from index.register.overruling import ONE, disagree
from index.register.register import Register

State = Literal["open", "disagree", "checked", "all"]
STATES: tuple[State, ...] = ("open", "disagree", "checked", "all")


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact of a cluster; `against` are those of the cluster that cannot be true beside it. `unsure`: its
    document does not say that this is a cluster."""

    cluster: Cluster
    fact: Fact
    against: tuple[Fact, ...]
    unsure: bool

    @property
    def disputed(self) -> bool:
        return bool(self.against)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which facts are asked for; an empty field asks nothing. `words` stand in a name of the cluster."""

    state: State = "open"
    cluster: str = ""
    document: str = ""
    attribute: str = ""
    words: str = ""


@lru_cache(maxsize=2)
def queue_of(register: Register) -> "Queue":
    """The facts of a register, put in order once."""
    return Queue(register)


class Queue:
    """All facts of a register. Made once for a register, which never changes."""

    def __init__(self, register: Register) -> None:
        self.entries = tuple(sorted(_entries(register), key=_first_looked_at))
        self.open = sum(not one.fact.is_checked for one in self.entries)
        self.disputed = sum(_is_open_dispute(one) for one in self.entries)

    def of(self, wanted: Wanted) -> tuple[Entry, ...]:
        """The facts asked for, those that disagree first, then statuses, then those of unsure clusters."""
        return tuple(one for one in self.entries if _is_wanted(one, wanted))


def _entries(register: Register) -> Iterator[Entry]:
    for cluster in register.clusters:
        against = _against(cluster)
        for fact in cluster.facts:
            unsure = fact.source.document.id in cluster.unsure
            yield Entry(cluster, fact, tuple(against.get(id(fact), ())), unsure)


def _against(cluster: Cluster) -> dict[int, list[Fact]]:
    """By the identity of each fact those of the cluster that cannot be true beside it."""
    by_attribute: dict[Attribute, list[Fact]] = {}
    for fact in cluster.facts:
        if fact.attribute == "status" or fact.attribute in ONE:
            by_attribute.setdefault(fact.attribute, []).append(fact)
    found: dict[int, list[Fact]] = {}
    for facts in by_attribute.values():
        for one in facts:
            others = [other for other in facts if other is not one and disagree(one, other)]
            if others:
                found[id(one)] = others
    return found


def _is_open_dispute(entry: Entry) -> bool:
    return entry.disputed and not entry.fact.is_checked


def _first_looked_at(entry: Entry) -> tuple[bool, int, str, str]:
    fact = entry.fact
    if _is_open_dispute(entry):
        rank = 0
    elif fact.attribute == "status":
        rank = 1
    else:
        rank = 2 if entry.unsure else 3
    # Facts of one kind of one cluster stay together, so that those that disagree are seen side by side.
    return fact.is_checked, rank, entry.cluster.name.casefold(), fact.attribute


def _is_wanted(entry: Entry, wanted: Wanted) -> bool:
    fact = entry.fact
    fits_state = {
        "open": not fact.is_checked,
        "disagree": _is_open_dispute(entry),
        "checked": fact.is_checked,
        "all": True,
    }
    return (
        fits_state[wanted.state]
        and wanted.cluster in ("", entry.cluster.id)
        and wanted.document in ("", fact.source.document.id)
        and wanted.attribute in ("", fact.attribute)
        and _named(entry.cluster.names, wanted.words.casefold())
    )


def _named(names: Iterable[str], words: str) -> bool:
    return not words or any(words in one.casefold() for one in names)
