"""A small register of clusters that do not exist, in place of the one that the index makes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

from documents.model import Language, Place, Span
from documents.moments import Moment
from index import words
from index.model import StoredDocument
from index.register.model import WITHDRAWN, Attribute, Cluster, Conditions, Fact, Match, Named, Source

TODAY = date(2026, 11, 22)
_ids = count(1)


class Page:
    """A document whose facts are given by the words that state them."""

    def __init__(self, name: str, text: str, *, day: date | None = None, language: Language = "pl") -> None:
        self.text = text
        self.document = StoredDocument(
            id=name,
            name=f"{name}.md",
            file=f"{name}.md",
            format="markdown",
            title=name.title(),
            language=language,
            address=None,
            date=day,
            sha256="",
            pages=1,
            characters=len(text),
            passages=1,
            sentences=1,
            version=1,
            generation=1,
            added_at=datetime(2026, 1, 1, tzinfo=UTC),
            warnings=(),
        )

    def source(self, quote: str, *above: str) -> Source:
        """The source at the first place where these words stand, under those lines."""
        place = Place("section", None, "Dane", Span(0, len(self.text)))
        scope = tuple((self._span(line), line) for line in above)
        return Source(self.document, 1, place, self._span(quote), quote, scope)

    def fact(self, attribute: Attribute, value: str, quote: str, *above: str, qualifier: str = "") -> Fact:
        source = self.source(quote, *above)
        return Fact(next(_ids), attribute, value, source, qualifier, said_on=self.document.date)

    def status(
        self,
        quote: str,
        *above: str,
        round: str = "",
        since: str = "",
        until: str = "",
        label: str = "KKK",
    ) -> Fact:
        return replace(
            self.fact("status", label, quote, *above, qualifier=round),
            since=Moment.from_iso(since) if since else None,
            until=Moment.from_iso(until) if until else None,
        )

    def _span(self, quote: str) -> Span:
        start = self.text.index(quote)
        return Span(start, start + len(quote))


def cluster(
    id: str, name: str, *facts: Fact, aliases: tuple[str, ...] = (), named: Source | None = None
) -> Cluster:
    mentions = (named,) if named else tuple({fact.source.document.id: fact.source for fact in facts}.values())
    return Cluster(id, name, aliases, facts, mentions)


class FakeRegister:
    """A register that looks at every fact of every cluster; what it was asked for is in `asked`."""

    def __init__(self, *clusters: Cluster) -> None:
        self.clusters: Sequence[Cluster] = clusters
        self.asked: list[Conditions] = []

    @property
    def documents(self) -> int:
        return len({fact.source.document.id for one in self.clusters for fact in one.facts})

    @property
    def labels(self) -> Mapping[str, int]:
        labels = [{fact.value for fact in one.of("status")} for one in self.clusters]
        return {label: sum(label in held for held in labels) for label in set().union(*labels)}

    @property
    def rounds(self) -> Mapping[str, Sequence[str]]:
        return {"KKK": ("IV", "V")}

    def cluster(self, id: str) -> Cluster:
        return next(one for one in self.clusters if one.id == id)

    def select(self, conditions: Conditions, *, today: date) -> Sequence[Match]:
        self.asked.append(conditions)
        found = (self._match(one, conditions, today) for one in self.clusters)
        return tuple(match for match in found if match is not None)

    def _match(self, one: Cluster, conditions: Conditions, today: date) -> Match | None:
        if conditions.within and one.id not in conditions.within:
            return None
        said = " ".join((*one.names, *(fact.source.quote for fact in one.facts)))
        lemmas = {words.lemma(token) for token in words.tokenize(said)}
        if not all(words.lemma(token) in lemmas for token in words.tokenize(conditions.text)):
            return None
        wanted: list[Fact | None] = []
        if conditions.status:
            wanted.append(self._status(one, conditions, today))
        keys: dict[Attribute, Collection[str]] = {
            "sector": conditions.sectors,
            "region": conditions.regions,
            "place": conditions.towns,
        }
        for attribute, asked in keys.items():
            fits = (fact for fact in one.of(attribute) if words.fold(fact.value) in asked)
            wanted += [next(fits, None)] if asked else []
        facts = tuple(fact for fact in wanted if fact is not None)
        return Match(one, facts) if len(facts) == len(wanted) else None

    def _status(self, one: Cluster, conditions: Conditions, today: date) -> Fact | None:
        label = conditions.status.replace("*", "")
        now = self.status(one.id, label, today=today)
        if now is None or now.qualifier == WITHDRAWN:
            return None
        timed = conditions.round or conditions.valid_on or conditions.ends_in
        facts = self.statuses(one.id, label) if timed else (now,)
        return next((fact for fact in facts if _meets(fact, conditions)), None)

    def holders(self, text: str, attributes: Collection[Attribute]) -> Sequence[tuple[Cluster, Fact]]:
        asked = words.fold(text)
        held = ((one, fact) for one in self.clusters for fact in one.of(*attributes))
        return tuple((one, fact) for one, fact in held if words.fold(fact.value) in asked)

    def status(self, id: str, label: str = "", *, today: date) -> Fact | None:
        facts = self.statuses(id, label)
        if not facts or facts[0].qualifier == WITHDRAWN:
            return next(iter(facts), None)
        return max(facts, key=lambda fact: fact.until.last if fact.until else date.min)

    def statuses(self, id: str, label: str = "") -> Sequence[Fact]:
        return tuple(fact for fact in self.cluster(id).of("status") if not label or fact.value == label)

    def regions(self, id: str) -> Sequence[Fact]:
        return self.cluster(id).of("region")

    def sectors(self, id: str) -> Sequence[Fact]:
        return self.cluster(id).of("sector")

    def countries(self, id: str) -> Sequence[Fact]:
        return self.cluster(id).of("country")

    def named(self, text: str) -> Sequence[Named]:
        """The clusters whose names stand in the text as they are."""
        at = ((text.find(name), name, one.id) for one in self.clusters for name in one.names)
        return [Named(Span(start, start + len(name)), (id,)) for start, name, id in at if start >= 0]


def _meets(fact: Fact, conditions: Conditions) -> bool:
    if conditions.round and fact.qualifier != conditions.round:
        return False
    if conditions.valid_on and not fact.holds_on(conditions.valid_on):
        return False
    span = conditions.ends_in
    return span is None or (fact.until is not None and span.first <= fact.until.last <= span.last)


FOURTH, FIFTH = "IV runda, do 30 czerwca 2024:", "V runda, do 15 marca 2029:"
ROUNDS = Page(
    "rundy",
    f"""Status KKK ma 7 klastrów.
{FOURTH}
Klaster Bursztynowy Ster, reprezentowany przez Fundację Jantar
Klaster Młyńskie Koło, reprezentowany przez Instytut Mąki
{FIFTH}
Klaster Lniana Nić, reprezentowany przez Lniarnię Sp. z o.o.
""",
    day=date(2024, 2, 5),
)
STER = Page(
    "ster",
    """Klaster Bursztynowy Ster buduje kadłuby i maszty jachtów. Siedziba: Elbląg.
Skupia 48 firm oraz 2 uczelnie. Prezesem jest Halina Wodnicka, a sekretarzem Jan Żagiel.
tel. 55 123 45 67, biuro@ster.example""",
    day=date(2023, 5, 1),
)
STER_LATER = Page("ster-2025", "Ster to już 61 firm.", day=date(2025, 5, 1))
LANTERN = Page(
    "lantern",
    "The Copper Lantern Cluster brings together foundries of Legnica. Lower Silesia is its home.",
    day=date(2024, 9, 9),
    language="en",
)
REVOKED = Page("cofniecie", "Klastrowi Srebrny Pszczelarz cofnięto status KKK.", day=date(2025, 7, 1))
ITEMS = {
    "ster": "Klaster Bursztynowy Ster, reprezentowany przez Fundację Jantar",
    "kolo": "Klaster Młyńskie Koło, reprezentowany przez Instytut Mąki",
    "nic": "Klaster Lniana Nić, reprezentowany przez Lniarnię Sp. z o.o.",
}
PEOPLE = "Prezesem jest Halina Wodnicka, a sekretarzem Jan Żagiel."
REACH = "tel. 55 123 45 67, biuro@ster.example"
DOING = "Klaster Bursztynowy Ster buduje kadłuby i maszty jachtów."
MEMBERS = "Skupia 48 firm oraz 2 uczelnie."
CASTING = "The Copper Lantern Cluster brings together foundries of Legnica."


def register() -> FakeRegister:
    """Two clusters whose status has ended, one whose holds, one whose was taken away, one without."""
    return FakeRegister(
        cluster(
            "ster",
            "Klaster Bursztynowy Ster",
            STER_LATER.fact("members", "61", "Ster to już 61 firm.", qualifier="firm"),
            ROUNDS.status(ITEMS["ster"], FOURTH, round="IV", until="2024-06-30"),
            ROUNDS.fact("representative", "Fundacja Jantar", ITEMS["ster"]),
            STER.fact("mission", "buduje kadłuby i maszty jachtów", DOING),
            STER.fact("sector", "maritime", DOING),
            STER.fact("place", "Elbląg", "Siedziba: Elbląg."),
            STER.fact("region", "warminsko-mazurskie", "Siedziba: Elbląg."),
            STER.fact("members", "48", MEMBERS, qualifier="firm"),
            STER.fact("members", "2", MEMBERS, qualifier="uczelnie"),
            STER.fact("person", "Halina Wodnicka", PEOPLE, qualifier="prezes"),
            STER.fact("person", "Jan Żagiel", PEOPLE, qualifier="sekretarz"),
            STER.fact("phone", "551234567", REACH),
            STER.fact("email", "biuro@ster.example", REACH),
            aliases=("Ster",),
        ),
        cluster(
            "kolo",
            "Klaster Młyńskie Koło",
            ROUNDS.status(ITEMS["kolo"], FOURTH, round="IV", until="2024-06-30"),
            ROUNDS.fact("representative", "Instytut Mąki", ITEMS["kolo"]),
            ROUNDS.fact("sector", "food", ITEMS["kolo"]),
        ),
        cluster(
            "nic",
            "Klaster Lniana Nić",
            ROUNDS.status(ITEMS["nic"], FIFTH, round="V", until="2029-03-15"),
            ROUNDS.fact("representative", "Lniarnia Sp. z o.o.", ITEMS["nic"]),
        ),
        cluster(
            "pszczelarz",
            "Klaster Srebrny Pszczelarz",
            REVOKED.status(REVOKED.text, round=WITHDRAWN),
        ),
        cluster(
            "lantern",
            "Copper Lantern Cluster",
            LANTERN.fact("mission", "brings together foundries", CASTING),
            LANTERN.fact("sector", "metalworking", CASTING),
            LANTERN.fact("place", "Legnica", CASTING),
            LANTERN.fact("region", "dolnoslaskie", "Lower Silesia is its home."),
        ),
    )
