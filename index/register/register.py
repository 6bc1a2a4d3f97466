"""The register: which clusters the library knows, and what it knows of each, ready to be asked."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice

from documents.model import Span
from index import words
from index.errors import UnknownClusterError
from index.register.calendar import fits
from index.register.clusters import NOTHING, clusters_of, id_of, said_on
from index.register.decided import Decided, Rejected
from index.register.holding import Holdings
from index.register.model import OFFICE, Attribute, Cluster, Conditions, Fact, Match, Named
from index.register.namebook import Namebook
from index.register.overruling import counting, overruled
from index.register.selection import POLAND, Selection
from index.register.statuses import Standing, round_key, standing, withdrawals
from index.register.subject import StoredSubject
from index.register.titles import with_one_name_each
from index.taxonomy import places_in, region_country, sectors_in

# What tells of the country of a cluster, the surest first.
WHERE: tuple[Attribute, ...] = ("region", "place", "founded")

__all__ = ["Named", "Register"]


class Register:
    """All clusters of one state of the library. Never changes, so any number of threads may ask it.

    `clusters` are in order of the library: by the document that names them first, then as they stand in it.
    `documents` is how many documents say something of a cluster. `labels` says of how many clusters each
    status is known, by the label's key; `rounds` which rounds of it, as written, in their order. `abroad` are
    the countries of clusters but Poland.
    """

    clusters: tuple[Cluster, ...]
    documents: int
    labels: Mapping[str, int]
    rounds: Mapping[str, tuple[str, ...]]
    abroad: frozenset[str]

    def __init__(
        self,
        subjects: Iterable[StoredSubject] = (),
        decided: Decided = NOTHING,
        rejected: Iterable[Rejected] = (),
    ) -> None:
        self._rejected: dict[str, list[Rejected]] = defaultdict(list)
        for one in rejected:
            self._rejected[one.document].append(one)
        self._rejecting = frozenset(one.decision for those in self._rejected.values() for one in those)
        self.clusters = tuple(map(overruled, with_one_name_each(clusters_of(subjects, decided))))
        self._places = {cluster.id: at for at, cluster in enumerate(self.clusters)}
        self._standings = [standing(cluster.facts) for cluster in self.clusters]
        self._regions = [_regions(cluster) for cluster in self.clusters]
        self._sectors = [_sectors(cluster) for cluster in self.clusters]
        self._countries = [_countries(cluster) for cluster in self.clusters]
        self._names = Namebook(self.clusters)
        self._holdings = Holdings(self.clusters)
        self._selection = Selection(
            self.clusters,
            standings=self._standings,
            regions=self._regions,
            sectors=self._sectors,
            countries=self._countries,
            holdings=self._holdings,
        )
        self.abroad = frozenset(one.value for found in self._countries for one in found) - {POLAND}
        self.documents = len({one.document.id for cluster in self.clusters for one in cluster.mentions})
        self.labels = Counter(
            label for found in self._standings for label in {one.fact.value for one in found}
        )
        self.rounds = {label: _rounds(label, self._standings) for label in self.labels}

    def cluster(self, id: str) -> Cluster:
        """The cluster with this id, or whose other name gives this id: where two were found to be one, both
        lead to it. Raises: UnknownClusterError."""
        return self.clusters[self._place(id)]

    def named(self, text: str, *, lenient: bool = False, sure: bool = False) -> tuple[Named, ...]:
        """The clusters that a text names, in its order, without overlaps; the longest name wins.

        Inflected, without diacritics, shortened to a part that only they have, as an acronym; where that
        finds nothing, translated or with a slip of the finger. `lenient`: a whole name counts even where its
        words are common ones and nothing marks them as a name. `sure`: only as written.
        """
        return self._names.find(text, lenient=lenient, sure=sure)

    def select(self, conditions: Conditions, *, today: date) -> tuple[Match, ...]:
        """The clusters that meet all conditions, in the register's order, each with the facts that meet them:
        status, sector, region, town, country, coordinator, founded, members, in this order.

        A status without a beginning has always begun. One without an end holds through the year its source is
        of, and ends in no time that is asked for. One that a newer document contradicts or takes away does
        not count, but that the latter held until then.
        """
        return self._selection.select(conditions, today)

    def holders(self, text: str, attributes: Collection[Attribute]) -> tuple[tuple[Cluster, Fact], ...]:
        """The facts of these attributes whose value a text names, with their clusters: an organisation or a
        person, inflected too, an e-mail address, a telephone number, a website."""
        return tuple((self.clusters[at], fact) for at, fact in self._holdings.find(text, attributes))

    def status(self, id: str, label: str = "", *, today: date) -> Fact | None:
        """The status that counts: the one that holds today, else the one that ends last; one withdrawn is
        given as such. Of any label where none is named. None where none is known."""
        found = [one for one in self._standings[self._place(id)] if fits(one.fact.value, label)]
        best = min(found, key=lambda one: not one.holds_on(today), default=None)
        if best is None:
            taken = withdrawals(self.statuses(id, label))
            return taken[0] if taken else None
        return best.withdrawn if best.withdrawn and not best.holds_on(today) else best.shown

    def holds(self, id: str, fact: Fact, day: date) -> bool:
        """Whether a status of a cluster stands and holds on a day, as `select` judges it."""
        return any(
            fact in (one.fact, one.shown) and one.holds_on(day) for one in self._standings[self._place(id)]
        )

    def statuses(self, id: str, label: str = "") -> tuple[Fact, ...]:
        """All status facts of a cluster, the newest source first, those that newer ones contradict too."""
        return tuple(one for one in self.cluster(id).of("status") if fits(one.value, label))

    def rejected(self, document: str, span: Span, attributes: Collection[Attribute]) -> bool:
        """Whether people rejected words of a document, at a span, as telling one of these attributes."""
        return not frozenset(attributes).isdisjoint(self.rejected_of(document, span))

    def rejected_of(self, document: str, span: Span) -> tuple[Attribute, ...]:
        """What people rejected words of a document at a span as telling of, each attribute once."""
        found = (
            one.attribute
            for one in self._rejected.get(document, ())
            if one.span.start < span.end and span.start < one.span.end
        )
        return tuple(sorted(set(found)))

    def rejects(self, decision: int) -> bool:
        """Whether words that are held were rejected by the decision of this number."""
        return decision in self._rejecting

    def regions(self, id: str) -> tuple[Fact, ...]:
        """The facts that say in which regions a cluster is, the newest first; where none says so, such as are
        concluded from its town (their `id` is 0, their source is that of the town)."""
        return self._regions[self._place(id)]

    def sectors(self, id: str) -> tuple[Fact, ...]:
        """The facts that say in which sectors a cluster is, the newest first; where none says so, such as are
        concluded from what it is for and who its members are."""
        return self._sectors[self._place(id)]

    def countries(self, id: str) -> tuple[Fact, ...]:
        """The facts that say in which country a cluster is; where none says so, such as are concluded from
        its region and from the places that its facts name."""
        return self._countries[self._place(id)]

    def whereabouts(self, id: str) -> frozenset[str]:
        """The keys of the towns, regions and countries in which a cluster is known to be."""
        towns = (words.fold(fact.value) for fact in self.cluster(id).of("place"))
        return frozenset((*towns, *(fact.value for fact in (*self.regions(id), *self.countries(id)))))

    def similar(self, id: str, limit: int = 5) -> tuple[Cluster, ...]:
        """Clusters that share a sector with one, those that share most first; of these those of its
        region."""
        at = self._place(id)
        sectors, regions = _values(self._sectors[at]), _values(self._regions[at])
        shared = (
            (-len(sectors & _values(self._sectors[one])), -len(regions & _values(self._regions[one])), one)
            for one in range(len(self.clusters))
            if one != at
        )
        return tuple(self.clusters[one] for common, _, one in sorted(shared)[:limit] if common)

    @cached_property
    def _other_ids(self) -> Mapping[str, int]:
        """The places of clusters by the ids that their other names would give them."""
        found: dict[str, set[int]] = defaultdict(set)
        for at, cluster in enumerate(self.clusters):
            for alias in cluster.aliases:
                found[id_of(alias)].add(at)
        return {id: min(places) for id, places in found.items() if len(places) == 1}

    def _place(self, id: str) -> int:
        place = self._places.get(id)
        if place is None:
            place = self._other_ids.get(id)
        if place is None:
            raise UnknownClusterError(id)
        return place


def _values(facts: Iterable[Fact]) -> set[str]:
    return {fact.value for fact in facts}


def _regions(cluster: Cluster) -> tuple[Fact, ...]:
    """What says in which region a cluster is, or else its towns with the region each lies in."""
    said = counting(cluster.of("region"))
    if said:
        return said
    towns = counting(cluster.of("place"))
    seats = [fact for fact in towns if fact.qualifier != OFFICE] or towns
    concluded = (
        replace(fact, id=0, attribute="region", value=place.region)
        for fact in seats
        for place in places_in(f"w {fact.value}", lenient=True)
        if place.region
    )
    return _first_of_each(concluded)


def _sectors(cluster: Cluster) -> tuple[Fact, ...]:
    """What says in which sectors a cluster is, or else what tells of its aim and its members."""
    said = cluster.of("sector")
    if said:
        return said
    concluded = (
        replace(fact, id=0, attribute="sector", value=found.key, qualifier="")
        for fact in cluster.of("mission", "members")
        for found in sectors_in(fact.source.quote)
    )
    return _first_of_each(concluded)


def _countries(cluster: Cluster) -> tuple[Fact, ...]:
    """What says in which country a cluster is, or else its regions, its towns, and the places that stand
    where it is said when it was founded."""
    said = cluster.of("country")
    if said:
        return said
    telling = [fact for one in WHERE for fact in cluster.of(one)]
    concluded = (
        replace(fact, id=0, attribute="country", value=country, qualifier="")
        for fact in telling
        for country in _countries_of(fact)
    )
    # Looking places up is dear, and the first is enough.
    return tuple(islice(concluded, 1))


def _countries_of(fact: Fact) -> Iterator[str]:
    if fact.attribute == "region":
        yield region_country(fact.value)
    else:
        text = fact.value if fact.attribute == "place" else fact.source.quote
        yield from (place.country for place in places_in(text, lenient=fact.attribute == "place"))


def _first_of_each(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, of those with the same value the first."""
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())


def _rounds(label: str, standings: Sequence[Sequence[Standing]]) -> tuple[str, ...]:
    """The rounds of a label, each as it is written first."""
    facts = [
        one.fact for found in standings for one in found if one.fact.value == label and one.fact.qualifier
    ]
    written: dict[str, str] = {}
    for fact in sorted(facts, key=lambda one: (said_on(one), one.qualifier)):
        written.setdefault(round_key(fact.qualifier), fact.qualifier)
    return tuple(written[key] for key in sorted(written, key=_in_order))


def _in_order(round: str) -> tuple[int, str]:
    return (int(round), "") if round.isdigit() else (10_000, round)
