"""What every answer out of the register is made from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.answers.draft import Material
from assistant.grounding import Citations
from assistant.request import Request
from documents.model import Language
from index.model import StoredPassage
from index.register.calendar import ANY, ANY_WITH, EITHER
from index.register.model import Attribute, Cluster, Conditions, Fact, Match, Named

# What somebody is for a time, and others were before them.
FOR_A_TIME = frozenset[Attribute]({"coordinator", "representative", "person"})
PassagesOf = Callable[[str], Sequence[StoredPassage]]


class Registered(Protocol):
    """The register of one generation of the library."""

    def __hash__(self) -> int: ...

    @property
    def clusters(self) -> Sequence[Cluster]:
        """All clusters, in the order of the library."""

    @property
    def documents(self) -> int:
        """Documents that say something of clusters."""

    @property
    def labels(self) -> Mapping[str, int]:
        """How many clusters have each status label."""

    @property
    def rounds(self) -> Mapping[str, Sequence[str]]:
        """The rounds known of each status label, in their order."""

    def cluster(self, id: str) -> Cluster:
        """The cluster of that id."""

    def named(self, text: str) -> Sequence[Named]:
        """The clusters that a text names."""

    def select(self, conditions: Conditions, *, today: date) -> Sequence[Match]:
        """The clusters that meet all conditions, in the order of the library."""

    def holders(self, text: str, attributes: Collection[Attribute]) -> Sequence[tuple[Cluster, Fact]]:
        """Facts whose value a text names."""

    def status(self, id: str, label: str = "", *, today: date) -> Fact | None:
        """The status that counts, one withdrawn as such."""

    def statuses(self, id: str, label: str = "") -> Sequence[Fact]:
        """All status facts, the newest source first."""

    def regions(self, id: str) -> Sequence[Fact]:
        """Where a cluster is, concluded from its town or name where nothing says so."""

    def sectors(self, id: str) -> Sequence[Fact]:
        """What a cluster does, concluded where nothing says so."""

    def countries(self, id: str) -> Sequence[Fact]:
        """In which country a cluster is, concluded where nothing says so."""


def _ended(fact: Fact) -> date:
    """The last day on which a fact of what is over may have been so: that of the source where none is
    told."""
    return fact.until.last if fact.until else fact.said_on or fact.source.document.date or date.min


@dataclass(frozen=True, slots=True)
class Matter:
    """A request, what it is put to, and the citations of the answer while it is made.

    `day` is what a validity is judged against. `passages` is what a search found for the same question,
    `passages_of` reads all of a document.
    """

    request: Request
    register: Registered
    day: date
    citations: Citations
    passages: Material | None = None
    passages_of: PassagesOf | None = None

    @property
    def language(self) -> Language:
        return self.citations.language

    @property
    def label(self) -> str:
        """The status label asked about, or which of several ("* Label"); "" for none or any."""
        status = self.request.conditions.status
        return "" if status == ANY else status

    @property
    def label_words(self) -> str:
        """What the label asked about is called in an answer."""
        return self.label.removeprefix(ANY_WITH).replace(EITHER, " / ")

    def facts(self, cluster: Cluster, *attributes: Attribute) -> tuple[Fact, ...]:
        """The facts of these attributes, the newest first, with what is concluded of region and sector."""
        found: list[Fact] = []
        for attribute in attributes:
            if attribute == "region":
                found += self.register.regions(cluster.id)
            elif attribute == "sector":
                found += self.register.sectors(cluster.id)
            elif attribute == "country":
                found += self.register.countries(cluster.id)
            else:
                found += (
                    self._present(cluster.of(attribute)) if attribute in FOR_A_TIME else cluster.of(attribute)
                )
        return tuple(found)

    def _present(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        """The facts, without those over by the day where there are others, unless a time is asked for."""
        if self.request.dated or self.request.ever:
            return facts
        told = [fact for fact in facts if not fact.is_former]
        begun = [fact for fact in told if fact.since is None or fact.since.first <= self.day]
        present = [fact for fact in begun if fact.until is None or fact.until.last >= self.day]
        return present or told

    def over(self, cluster: Cluster, attribute: Attribute) -> tuple[Fact, ...]:
        """What somebody was, and is no more on the day: the last first."""
        said = cluster.of(attribute)
        past = [one for one in said if one.is_former or (one.until and one.until.last < self.day)]
        return tuple(sorted(past, key=_ended, reverse=True))

    def to_come(self, cluster: Cluster, attribute: Attribute) -> tuple[Fact, ...]:
        """What somebody is to be from some day after the present one."""
        return tuple(one for one in cluster.of(attribute) if one.since and one.since.first > self.day)

    def select(self, conditions: Conditions) -> tuple[Match, ...]:
        """The clusters that meet conditions, in the order of the library."""
        return tuple(self.register.select(conditions, today=self.day))
