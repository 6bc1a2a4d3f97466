"""Clusters chosen by conditions."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import chain

from documents.moments import Moment
from index import words
from index.body_kinds import kinds_of
from index.register import forms
from index.register.calendar import Calendar, fits
from index.register.clusters import said_on
from index.register.holding import Holdings
from index.register.model import Attribute, Cluster, Comparison, Conditions, Fact, Match
from index.register.overruling import counting
from index.register.statuses import Standing, round_key, withdrawals

COMPARISONS: Mapping[Comparison, Callable[[int, int], bool]] = {
    "more": lambda held, asked: held > asked,
    "at_least": lambda held, asked: held >= asked,
    "less": lambda held, asked: held < asked,
    "at_most": lambda held, asked: held <= asked,
    "exactly": lambda held, asked: held == asked,
}
POLAND = "PL"
BODIES: tuple[Attribute, ...] = ("coordinator", "representative")

# By the place of a cluster, the facts that meet a condition.
Meeting = Mapping[int, tuple[Fact, ...]]


class Selection:
    """Chooses among clusters. `standings`, `regions`, `sectors` and `countries` belong to the clusters by
    their places."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        *,
        standings: Sequence[Sequence[Standing]],
        regions: Sequence[Sequence[Fact]],
        sectors: Sequence[Sequence[Fact]],
        countries: Sequence[Sequence[Fact]],
        holdings: Holdings,
    ) -> None:
        self._clusters = clusters
        self._calendar = Calendar(standings)
        self._holdings = holdings
        self._places = {cluster.id: at for at, cluster in enumerate(clusters)}
        self._regions = _by_value(regions)
        self._sectors = _by_value(sectors)
        self._countries = _by_value(countries)
        # In a library of Polish clusters nothing says of most that they are.
        abroad = {at for key, found in self._countries.items() if key != POLAND for at in found}
        at_home: dict[int, tuple[Fact, ...]] = {at: () for at in range(len(clusters)) if at not in abroad}
        self._countries[POLAND] = at_home | self._countries.get(POLAND, {})
        self._towns = _by_value([counting(cluster.of("place")) for cluster in clusters], words.fold)
        self._said = _said(clusters)

    def select(self, conditions: Conditions, today: date) -> tuple[Match, ...]:
        """The clusters that meet all conditions, in order, with the facts that do so."""
        met = list(self._met(conditions, today))
        if conditions.excluded:
            met.append(self._but_for(conditions.excluded, today))
        if not met:
            return tuple(map(Match, self._clusters))
        if len(met) == 1:
            return tuple(Match(self._clusters[at], met[0][at]) for at in sorted(met[0]))
        # The fewest first: the others are only asked about those.
        fewest, *others = sorted(met, key=len)
        places = sorted(set(fewest).intersection(*others))
        return tuple(
            Match(self._clusters[at], tuple(chain.from_iterable(one[at] for one in met))) for at in places
        )

    def _but_for(self, excluded: Iterable[Conditions], today: date) -> Meeting:
        """The clusters that meet none of several conditions."""
        met = (chain.from_iterable(set(one) for one in self._all_met(each, today)) for each in excluded)
        out = set(chain.from_iterable(met))
        return {at: () for at in range(len(self._clusters)) if at not in out}

    def _all_met(self, conditions: Conditions, today: date) -> list[set[int]]:
        """The places of the clusters that meet all conditions, as a list of one; of none an empty one."""
        met = [set(one) for one in self._met(conditions, today)]
        return [set.intersection(*met)] if met else []

    def _met(self, conditions: Conditions, today: date) -> Iterator[Meeting]:
        if conditions.withdrawn:
            yield self._taken_away(conditions)
        elif conditions.refused:
            yield self._refused(conditions)
        elif asks_status(conditions):
            among = {self._places[id] for id in conditions.within if id in self._places}
            met = self._calendar.meeting(conditions, today, among=among if conditions.within else None)
            if conditions.lost and conditions.ends_in:
                met = dict(self._taken_away(conditions)) | met
            yield self._with_lost(met, conditions) if conditions.ended_by else met
        for keys, index in (
            (conditions.sectors, self._sectors),
            (conditions.regions, self._regions),
            (conditions.towns, self._towns),
            (conditions.countries, self._countries),
        ):
            if keys:
                yield _any_of(index, keys)
        if conditions.outside:
            yield self._beyond(conditions.outside)
        if conditions.coordinator:
            found = self._holdings.find(conditions.coordinator, BODIES)
            yield _grouped(one for one in found if one[1].review != "overruled" and not one[1].is_former)
        if conditions.bodies:
            yield self._led_by(conditions.bodies, today)
        if conditions.founded:
            yield self._founded_in(conditions.founded)
        if conditions.members:
            yield self._of_size(*conditions.members)
        if conditions.most_members is not None:
            yield self._of_size("at_most", conditions.most_members)
        if conditions.within:
            yield {self._places[id]: () for id in conditions.within if id in self._places}
        if conditions.known:
            yield from (self._knowing(attribute) for attribute in sorted(conditions.known))
        if conditions.text:
            yield self._speaking_of(conditions.text)
        if conditions.in_name:
            yield self._called(words.fold(conditions.in_name))

    def _called(self, folded: str) -> Meeting:
        """The clusters of which a name has words that begin so, or holds all of it: "metal" in "Metalowy"."""
        return {
            at: ()
            for at, one in enumerate(self._clusters)
            if any(f" {folded}" in f" {words.fold(name)}" for name in (one.name, *one.aliases))
        }

    def _with_lost(self, met: Meeting, conditions: Conditions) -> Meeting:
        """The clusters whose status had ended, with those of which it is only known that it was taken away by
        then, and none that has been given it again."""
        if conditions.round or conditions.ended_by is None:
            return met
        by = replace(Conditions(status=conditions.status), ends_in=Moment(date.min, conditions.ended_by))
        anew = self._calendar.meeting(
            replace(conditions, ended_by=None, ends_after=conditions.ended_by), date.max
        )
        lost = {at: facts for at, facts in self._taken_away(by).items() if at not in anew}
        return lost | dict(met)

    def _knowing(self, attribute: Attribute) -> Meeting:
        """The clusters that have a fact of an attribute."""
        return {at: facts for at, one in enumerate(self._clusters) if (facts := one.of(attribute)[:1])}

    def _led_by(self, kinds: frozenset[str], today: date) -> Meeting:
        """The clusters whose coordinator, or representative where no coordinator is known, is of a kind."""
        return {
            at: met
            for at, bodies in self._bodies.items()
            if (
                met := tuple(one for one in bodies if kinds & kinds_of(one.value) and _is_present(one, today))
            )
        }

    @cached_property
    def _bodies(self) -> Meeting:
        led = (one.of("coordinator") or one.of("representative") for one in self._clusters)
        return {at: counting(facts) for at, facts in enumerate(led) if facts}

    def _taken_away(self, conditions: Conditions) -> Meeting:
        """The clusters whose status a document says was taken away, with the newest that says so."""
        times = (conditions.ends_in, conditions.begins_in, conditions.valid_during)
        when = next((one for one in times if one), None)
        return {
            at: facts[:1]
            for at, said in self._withdrawals.items()
            if (facts := tuple(fact for fact in said if _taken_away_in(fact, conditions.status, when)))
        }

    def _refused(self, conditions: Conditions) -> Meeting:
        """The clusters that a status was refused to, with the newest fact that says so."""
        times = (conditions.ends_in, conditions.begins_in, conditions.valid_during, conditions.founded)
        when = next((one for one in times if one), None)
        asked = round_key(conditions.round)
        met = {
            at: tuple(
                one
                for one in cluster.of("refusal")
                if fits(one.value, conditions.status)
                and asked in ("", round_key(one.qualifier))
                and _in_time(one.since or _day_of(one), when)
            )
            for at, cluster in enumerate(self._clusters)
        }
        return {at: facts[:1] for at, facts in met.items() if facts}

    @cached_property
    def _withdrawals(self) -> Meeting:
        found = ((at, cluster.of("status")) for at, cluster in enumerate(self._clusters))
        taken = ((at, withdrawals(facts)) for at, facts in found)
        return {at: facts for at, facts in taken if facts}

    def _beyond(self, places: frozenset[str]) -> Meeting:
        """The clusters of which it is known where they are, and that this is in none of these places."""
        # That a cluster is Polish where nothing says so is no knowledge of where it is.
        told = {key: found for key, found in self._countries.items() if key != POLAND}
        where = (self._regions, told, *([{POLAND: self._countries[POLAND]}] if POLAND in places else []))
        inside = {at for index in where for key in places for at in index.get(key, ())}
        known = {**_any_of(told, told.keys()), **_any_of(self._regions, self._regions.keys())}
        return {at: facts[:1] for at, facts in known.items() if at not in inside}

    def _founded_in(self, when: Moment) -> Meeting:
        return {
            at: (fact,)
            for at, (founded, fact) in self._founded.items()
            if when.first <= founded.first and founded.last <= when.last
        }

    def _of_size(self, comparison: Comparison, asked: int) -> Meeting:
        holds = COMPARISONS[comparison]
        return {at: (fact,) for at, (held, fact) in self._sizes.items() if holds(held, asked)}

    def _speaking_of(self, text: str) -> Meeting:
        met: set[int] | None = None
        for token in words.tokenize(text):
            if forms.is_small(token):
                continue
            found = self._speaking(token)
            met = found if met is None else met & found
        return dict.fromkeys(range(len(self._clusters)) if met is None else met, ())

    def _speaking(self, token: str) -> set[int]:
        """The clusters whose names or facts have a word, or one that begins so."""
        index, ordered = self._said
        found = set().union(*(index.get(one, ()) for one in forms.meanings(token)))
        begun = words.fold(token)
        for at in range(bisect_left(ordered, begun), len(ordered)):
            if not ordered[at].startswith(begun):
                break
            found |= index[ordered[at]]
        return found

    @cached_property
    def _founded(self) -> Mapping[int, tuple[Moment, Fact]]:
        """When each cluster was founded, by the newest document that says so."""
        newest = ((at, next(iter(one.of("founded")), None)) for at, one in enumerate(self._clusters))
        return {at: (Moment.from_iso(fact.value), fact) for at, fact in newest if fact is not None}

    @cached_property
    def _sizes(self) -> Mapping[int, tuple[int, Fact]]:
        """How many members each has: the greatest number of the newest document, which counts all of them."""
        sizes = ((at, size(cluster)) for at, cluster in enumerate(self._clusters))
        return {at: (int(fact.value), fact) for at, fact in sizes if fact is not None}


def _said(clusters: Sequence[Cluster]) -> tuple[Mapping[str, set[int]], Sequence[str]]:
    """The places of clusters by each word of their names and facts, and the words in order."""
    index: dict[str, set[int]] = defaultdict(set)
    for at, cluster in enumerate(clusters):
        for text in {*cluster.names, *(fact.value for fact in cluster.facts)}:
            for token in words.tokenize(text):
                index[words.fold(token)].add(at)
                index[forms.lemma(token)].add(at)
    return index, sorted(index)


def _is_present(fact: Fact, today: date) -> bool:
    begun = fact.since is None or fact.since.first <= today
    return begun and not fact.is_former and (fact.until is None or today <= fact.until.last)


def _taken_away_in(fact: Fact, label: str, when: Moment | None) -> bool:
    if not fits(fact.value, label):
        return False
    return _in_time(fact.until or (Moment.day(fact.said_on) if fact.said_on else None), when)


def _day_of(fact: Fact) -> Moment | None:
    """The day that the source of a fact speaks of."""
    day = said_on(fact)
    return Moment.day(day) if day != date.min else None


def _in_time(day: Moment | None, when: Moment | None) -> bool:
    """Whether a day lies in a time; in none, any."""
    return when is None or (day is not None and when.first <= day.first and day.last <= when.last)


def asks_status(conditions: Conditions) -> bool:
    """Whether conditions ask anything of a status."""
    return bool(
        conditions.status
        or conditions.round
        or conditions.valid_on
        or conditions.valid_during
        or conditions.ends_in
        or conditions.ended_by
        or conditions.ends_after
        or conditions.begins_in
        or conditions.withdrawn
        or conditions.refused
    )


def size(cluster: Cluster) -> Fact | None:
    """The fact that tells how many members a cluster has: of its newest document the greatest number of the
    last day it tells of."""
    told = counting(cluster.of("members"))
    # A number that staff checked goes before any that nobody did.
    counted = [one for one in told if one.value.isdigit() and one.is_checked == told[0].is_checked]
    newest = [
        fact
        for fact in counted
        if fact.source.document.id == counted[0].source.document.id and said_on(fact) == said_on(counted[0])
    ]
    return max(newest, key=lambda fact: int(fact.value), default=None)


def _by_value(
    facts: Sequence[Iterable[Fact]], key: Callable[[str], str] = str
) -> dict[str, dict[int, tuple[Fact, ...]]]:
    """For each value, the clusters that have it, each with the newest fact that says so."""
    found: dict[str, dict[int, tuple[Fact, ...]]] = defaultdict(dict)
    for at, said in enumerate(facts):
        for fact in said:
            found[key(fact.value)].setdefault(at, (fact,))
    return found


def _any_of(index: Mapping[str, Meeting], keys: Iterable[str]) -> Meeting:
    met: dict[int, tuple[Fact, ...]] = {}
    for key in sorted(keys):
        for at, facts in index.get(key, {}).items():
            met[at] = met.get(at, ()) + facts
    return met


def _grouped(holders: Iterable[tuple[int, Fact]]) -> Meeting:
    met: dict[int, tuple[Fact, ...]] = {}
    for at, fact in holders:
        met[at] = (*met.get(at, ()), fact)
    return met
