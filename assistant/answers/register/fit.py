"""How well a cluster suits a firm: by sector, by what both say they do, by place."""

import heapq
import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from assistant.answers.register.matter import Matter, Registered
from assistant.answers.register.phrasing import town_words
from assistant.answers.register.speaking import Said, said
from assistant.answers.register.status import current
from index import taxonomy, words
from index.evidence import FAMILY, bag
from index.query import stem
from index.register.model import Attribute, Cluster, Conditions, Fact, Match, Source
from index.register.selection import POLAND
from index.register.translation import concept_of

# A sector read from the description weighs more than a word, a word more than the town: who casts metal is no
# better off with the film makers next door.
SECTOR, RELATED, WORD, TOWN, REGION = 4.0, 1.5, 2.0, 1.5, 1.0
# All of the description's words in one sentence that speaks of a cluster weigh as much as a sector and a
# word; among the others equal: found by the search for the description, and a status that holds.
SAID, FOUND, STATUS = 6.0, 0.5, 0.2
# With a smaller share of them in it, a sentence is about something else.
LEAST_SAID = 0.15
# A word that more than this share of the clusters has says nothing of what one of them does; of a handful of
# clusters two are already a share of them.
COMMON, HANDFUL = 0.15, 2
# More words of a description are a story; shorter ones are no name of a trade.
MOST_WORDS, SHORTEST_WORD = 24, 3
# Shorter words share too few letters to be of one family.
SHORTEST_FAMILY = 6
# Where clusters say what they do.
DOING: tuple[Attribute, ...] = ("mission", "sector", "project", "members")
# Clusters whose status is looked at in the end.
WEIGHED = 8


@dataclass(frozen=True, slots=True)
class Fit:
    """A cluster and how well it suits: `score` is comparable within one request only.

    `sectors` are those that fit, `facts` what the fit stands on, `shared` lemmas of the description that its
    names or facts hold, or what is `said` of it; `near` where the place fits too. `activity` is the score
    without the place.
    """

    cluster: Cluster
    score: float = 0.0
    sectors: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    facts: tuple[Fact, ...] = ()
    near: bool = False
    activity: float = 0.0
    said: Said | None = None

    @property
    def suits(self) -> bool:
        """Whether what it does fits, not only where it is."""
        return bool(self.sectors or self.shared)


class Reason(NamedTuple):
    """One thing that speaks for clusters: those of whom it holds, by id, each with the facts that say so.

    `sectors` are those that fit where the facts name none.
    """

    score: float
    held: Mapping[str, Sequence[Fact]]
    sectors: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    near: bool = False


@dataclass(slots=True)
class Ranking:
    """The clusters that suit a request while they are weighed."""

    matter: Matter
    scores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reasons: list[Reason] = field(default_factory=list)
    said: Mapping[str, Said] = field(default_factory=dict)

    def add(self, reason: Reason) -> None:
        for id in reason.held:
            self.scores[id] += reason.score
        self.reasons.append(reason)

    def best(self, count: int) -> list[Fit]:
        """The so many that most speaks for; of thousands that are in a sector only these are looked at."""
        places = heapq.nlargest(count, enumerate(self.scores.items()), key=lambda one: (one[1][1], -one[0]))
        return [self._fit(id) for _, (id, _) in places]

    def _fit(self, id: str) -> Fit:
        reasons = [one for one in self.reasons if id in one.held]
        said = self.said.get(id)
        return Fit(
            self.matter.register.cluster(id),
            score=self.scores[id],
            sectors=frozenset().union(*(_sectors_of(one, id) for one in reasons)),
            shared=frozenset().union(*(one.shared for one in reasons)),
            facts=tuple(dict.fromkeys(fact for one in reasons for fact in one.held[id])),
            near=any(one.near for one in reasons),
            activity=sum(one.score for one in reasons if one.sectors or one.shared),
            said=said,
        )


def _sectors_of(reason: Reason, id: str) -> frozenset[str]:
    """The sectors of a cluster that a reason speaks of."""
    told = frozenset(fact.value for fact in reason.held[id]) if reason.sectors else reason.sectors
    return told or reason.sectors


def _held(matches: Iterable[Match]) -> dict[str, Sequence[Fact]]:
    return {match.cluster.id: match.facts for match in matches}


def ranked(matter: Matter) -> list[Fit]:
    """The clusters that most speaks for, the best first."""
    ranking = Ranking(matter)
    _by_sector(ranking)
    _by_words(ranking)
    _by_place(ranking)
    _by_search(ranking)
    best = sorted(ranking.best(WEIGHED), key=lambda fit: -fit.score - _status(matter, fit.cluster))
    at_home = [fit for fit in best if not _is_abroad(matter, fit.cluster)]
    # Whoever is in Poland looks abroad where there is nothing at home.
    return at_home if at_home and _asks_at_home(matter) else best


def _asks_at_home(matter: Matter) -> bool:
    """Whether the firm described is in Poland."""
    conditions = matter.request.conditions
    towns = (place for town in conditions.towns for place in taxonomy.places_in(town_words(town)))
    return not conditions.regions.isdisjoint(taxonomy.REGIONS) or any(one.country == POLAND for one in towns)


def _is_abroad(matter: Matter, cluster: Cluster) -> bool:
    told = [fact.value for fact in matter.register.countries(cluster.id)]
    at_home = any(fact.value in taxonomy.REGIONS for fact in cluster.of("region"))
    return bool(told) and POLAND not in told and not at_home


def _by_sector(ranking: Ranking) -> None:
    asked = ranking.matter.request.conditions.sectors
    related = frozenset(key for one in asked for key in taxonomy.related(one)) - asked
    within: dict[str, Sequence[Fact]] = {}
    for sectors, weight in ((asked, SECTOR), (related, RELATED)):
        if not sectors:
            continue
        # Whoever is in the sector asked for is in a related one for nothing.
        found = _held(ranking.matter.select(Conditions(sectors=sectors)))
        found = {id: facts for id, facts in found.items() if id not in within}
        within |= found
        ranking.add(Reason(weight, found, sectors=sectors))


def _by_words(ranking: Ranking) -> None:
    matter = ranking.matter
    of = len(matter.register.clusters)
    for lemma, written in telling(matter).items():
        found = {match.cluster.id for match in matter.select(Conditions(text=written))}
        meant = _by_concept(matter.register).get(concept_of(written), {})
        if not (found or meant):
            _by_family(ranking, lemma)
        if not (found or meant) or len(found | meant.keys()) > max(HANDFUL, COMMON * of):
            continue
        weight = WORD * math.log((of + 1) / len(found | meant.keys())) / math.log(of + 1)
        said = {id for id in found if _does(matter, matter.register.cluster(id), lemma)}
        for word in sorted({lemma, *meant.values()}):
            # In whichever language: "herbal" of a firm, "zielarski" of a cluster.
            held = {id for id, lemmas in meant.items() if word == lemmas}
            held |= said if word == lemma else set()
            ranking.add(Reason(weight, dict.fromkeys(sorted(held), ()), shared=frozenset({word})))


def _by_family(ranking: Ranking, lemma: str) -> None:
    """Clusters whose names have a word of the same family: "zielarka" is near to a "Klaster Zielarski"."""
    found = _by_stem(ranking.matter.register).get(stem(lemma), {}) if len(lemma) >= SHORTEST_FAMILY else {}
    of = len(ranking.matter.register.clusters)
    if found and len(found) <= max(HANDFUL, COMMON * of):
        held = dict.fromkeys(found, ())
        ranking.add(Reason(WORD * FAMILY, held, shared=frozenset(found.values())))


@lru_cache(maxsize=2)
def _by_concept(register: Registered) -> Mapping[str, Mapping[str, str]]:
    """The clusters by each concept of the words of their names and of what they say they do, with the lemma
    of the word. Kept, as a register never changes."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for cluster in register.clusters:
        for text in (*cluster.names, *(fact.source.quote for fact in cluster.of(*DOING))):
            for token in words.tokenize(text):
                found[concept_of(token)].setdefault(cluster.id, words.lemma(token))
    return found


@lru_cache(maxsize=2)
def _by_stem(register: Registered) -> Mapping[str, Mapping[str, str]]:
    """The clusters that have a word of each family in a name, with that word's lemma. Kept, as a register
    never changes."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for cluster in register.clusters:
        for lemma in (words.lemma(token) for name in cluster.names for token in words.tokenize(name)):
            if len(lemma) >= SHORTEST_FAMILY:
                found[stem(lemma)][cluster.id] = lemma
    return found


def _does(matter: Matter, cluster: Cluster, lemma: str) -> bool:
    """Whether a word stands in a name of a cluster or where it is said what it does."""
    said = (fact.source.quote for fact in matter.facts(cluster, *DOING))
    return any(lemma in bag(text).lemmas for text in (*cluster.names, *said))


@cache
def _of_any_firm() -> frozenset[str]:
    """The lemmas of words by which any firm may be described (assistant/data/described.toml)."""
    table = tomllib.loads(files("assistant").joinpath("data/described.toml").read_text("utf-8"))
    return frozenset(words.lemma(word) for language in table.values() for word in language)


def telling(matter: Matter) -> Mapping[str, str]:
    """The words of the description that may say what the firm does, by their lemmas."""
    conditions = matter.request.conditions
    described = matter.request.described
    named = (described[one.span.start : one.span.end] for one in taxonomy.places_in(described, lenient=True))
    places = {words.lemma(token) for key in (*conditions.towns, *named) for token in words.tokenize(key)}
    found: dict[str, str] = {}
    for token in words.tokenize(described):
        lemma = words.lemma(token)
        generic = words.fold(token) in words.stop_words() or lemma in places or len(lemma) < SHORTEST_WORD
        if not generic and not token.isdigit() and lemma not in _of_any_firm():
            found.setdefault(lemma, token)
    return dict(list(found.items())[:MOST_WORDS])


def _by_place(ranking: Ranking) -> None:
    """The town asked for, then its region, which stands in the conditions or is that of the town."""
    conditions = ranking.matter.request.conditions
    regions = conditions.regions or frozenset(
        place.region
        for town in conditions.towns
        for place in taxonomy.places_in(town_words(town))
        if place.region
    )
    # "Near Kościerzyna" asks for its region, and whoever is there is nearest.
    towns = conditions.towns | _towns_named(ranking.matter)
    if towns:
        there = ranking.matter.select(Conditions(towns=towns))
        ranking.add(Reason(TOWN, _held(there), near=True))
    if regions:
        around = ranking.matter.select(Conditions(regions=regions))
        ranking.add(Reason(REGION, _held(around), near=True))


def _towns_named(matter: Matter) -> frozenset[str]:
    """The towns that the description names, as conditions do."""
    found = taxonomy.places_in(matter.request.described)
    return frozenset(words.fold(taxonomy.town_name(one.key)) for one in found if one.kind == "town")


def _by_search(ranking: Ranking) -> None:
    """What is said, in the passages that the search found for the description, of what clusters do."""
    matter = ranking.matter
    if matter.passages is None:
        return
    ranking.said = said(matter.passages, telling(matter), matter.register)
    for id, one in ranking.said.items():
        ranking.add(Reason(FOUND * one.near, {id: ()}))
        if one.told >= LEAST_SAID:
            ranking.add(Reason(SAID * one.told, {id: ()}, shared=one.shared))


def _status(matter: Matter, cluster: Cluster) -> float:
    fact = current(matter, cluster)
    return STATUS if fact is not None and fact.holds_on(matter.day) else 0.0


def evidence(fit: Fit) -> Source | None:
    """The words that say best why a cluster suits: of what it does, where that is said, those that share the
    most with the description; else those of the place, or where its name says it."""
    facts = [fact.source for fact in (*fit.cluster.of(*DOING), *fit.facts)]
    sources = [*([fit.said.source] if fit.said and fit.said.told >= LEAST_SAID else []), *facts]
    sources += fit.cluster.mentions if fit.shared or not facts else ()
    return max(sources, key=lambda one: _weight(fit, one), default=None)


def _weight(fit: Fit, source: Source) -> tuple[int, bool, bool]:
    shared = len(fit.shared & bag(source.quote).lemmas)
    stands = any(source is fact.source for fact in fit.facts)
    return shared, stands, len(source.quote.split()) > SHORTEST


# Fewer words are a name or a label: they say nothing that a reader could judge by.
SHORTEST = 4


def known_sectors(register: Registered) -> Sequence[tuple[str, Fact]]:
    """The sectors that clusters of the register are in, with a fact each, the most frequent first."""
    return _sectors(register)


@lru_cache(maxsize=2)
def _sectors(register: Registered) -> tuple[tuple[str, Fact], ...]:
    facts: dict[str, list[Fact]] = {}
    for cluster in register.clusters:
        for fact in register.sectors(cluster.id):
            facts.setdefault(fact.value, []).append(fact)
    return tuple((key, facts[key][0]) for key in sorted(facts, key=lambda key: -len(facts[key])))
