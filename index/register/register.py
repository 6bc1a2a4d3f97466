"""The register: which clusters the library knows, and what it knows of each, ready to be asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from documents.model import Span
from index.register.model import Attribute, Cluster, Conditions, Fact, Match


@dataclass(frozen=True, slots=True)
class Named:
    """Clusters that a text names at a span, by their ids: several where the words fit several.

    Not `exact` where a slip of the finger was corrected, or the name was translated.
    """

    span: Span
    clusters: tuple[str, ...]
    exact: bool = True


class Register:
    """All clusters of one state of the library. Never changes, so any number of threads may ask it.

    `clusters` are in order of the library: by the document that names them first, then as they stand in it.
    `documents` is how many documents say something of a cluster. `labels` says of how many clusters each
    status is known, by the label's key; `rounds` which rounds of it, as written, in their order.
    """

    clusters: tuple[Cluster, ...]
    documents: int
    labels: Mapping[str, int]
    rounds: Mapping[str, tuple[str, ...]]

    def cluster(self, id: str) -> Cluster:
        """The cluster with this id. Raises: UnknownClusterError."""
        raise NotImplementedError

    def named(self, text: str) -> tuple[Named, ...]:
        """The clusters that a text names, in its order, without overlaps; the longest name wins.

        Inflected, without diacritics, shortened to a part that only they have, as an acronym; where that
        finds nothing, translated or with a slip of the finger.
        """
        raise NotImplementedError

    def select(self, conditions: Conditions, *, today: date) -> tuple[Match, ...]:
        """The clusters that meet all conditions, in the register's order, each with the facts that meet them:
        status, sector, region or town, country, coordinator, founded, members, in this order."""
        raise NotImplementedError

    def holders(self, text: str, attributes: Collection[Attribute]) -> tuple[tuple[Cluster, Fact], ...]:
        """The facts of these attributes whose value a text names, with their clusters: an organisation or a
        person, inflected too, an e-mail address, a telephone number, a website."""
        raise NotImplementedError

    def status(self, id: str, label: str = "", *, today: date) -> Fact | None:
        """The status that counts: the one that holds today, else the one that ends last; one withdrawn is
        given as such. Of any label where none is named. None where none is known."""
        raise NotImplementedError

    def statuses(self, id: str, label: str = "") -> tuple[Fact, ...]:
        """All status facts of a cluster, the newest source first, those that newer ones contradict too."""
        raise NotImplementedError

    def regions(self, id: str) -> tuple[Fact, ...]:
        """The facts that say in which regions a cluster is, the newest first; where none says so, such as are
        concluded from its town or its name (their `id` is 0, their source that of the town or the name)."""
        raise NotImplementedError

    def sectors(self, id: str) -> tuple[Fact, ...]:
        """The facts that say in which sectors a cluster is; where none says so, concluded from its name."""
        raise NotImplementedError

    def similar(self, id: str, limit: int = 5) -> tuple[Cluster, ...]:
        """Clusters of the same sectors and regions, those that share most first."""
        raise NotImplementedError


class RegisterOf:
    """Gives the register of a store as it is now, kept until the store changes. Safe from several threads.

    RegisterOf(store).now()
    """

    def now(self) -> Register:
        """The register of the store's present generation. Raises: StoreError."""
        raise NotImplementedError
