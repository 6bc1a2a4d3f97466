"""Names in Polish and in English that are one cluster's: word by word, by what they share, by their facts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.register.groups import Group
from index.register.likeness import (
    beside_places,
    english_head,
    is_place,
    languages_differ,
    may_translate,
    names_sectors,
    no_word_shared,
    places_said,
    ties,
    towns_in,
    untranslated,
)
from index.register.names import ClusterName, Key
from index.register.translation import concepts
from index.register.view import View

# A name of so many words is translated by no other cluster's name.
LONG_NAME = 3


def translated(view: View) -> Iterator[tuple[Key, Key]]:
    """Names that translate each other word by word, where that is no chance: they are long, or one is Polish
    and the other English, they say where or have words of their own, and no towns set them apart."""
    for key, found in sorted(view.by_concepts.items()):
        if len(key) < 2 or len(found) != 2:
            continue
        first, second = (view.groups[at] for at in sorted(found))
        apart = first.towns and second.towns and not first.towns & second.towns
        if len(key) >= LONG_NAME or (not apart and _in_both_languages(key, first, second)):
            yield from view.pairs(first, found - {min(found)})


def _in_both_languages(key: Key, one: Group, other: Group) -> bool:
    """Whether names of two groups that stand for the same concepts are of two languages, and of words that
    are no other cluster's: a place, or such as only a name has."""
    names, others = (
        [name for name in group.strong.values() if key in map(concepts, group.saying(name))]
        for group in (one, other)
    )
    return any(
        (ties(name) or ties(second)) and (languages_differ(name, second) or no_word_shared(name, second))
        for name in names
        for second in others
    )


def placed(view: View) -> Iterator[tuple[Key, Key]]:
    """A name in the other language that says the town too, where the other name's cluster is in that town:
    "Dolina Danych" of Opole is the "Opole Data Valley"."""
    for at, group in enumerate(view.groups):
        for name in group.strong.values():
            towns = towns_in(name.text)
            rest = tuple(word.text for word in name.words if not is_place(word))
            if not towns or len(rest) < 2:
                continue
            found = {
                one
                for one in view.by_concepts.get(concepts(rest), set()) - {at}
                if view.groups[one].towns & towns
                and any(no_word_shared(name, other) for other in view.groups[one].strong.values())
            }
            if len(found) == 1:
                yield from view.pairs(group, found)


def translated_in_part(view: View) -> Iterator[tuple[Key, Key]]:
    """A Polish and an English name that say the same place and share a trade, or a word, where no table knows
    how what is left translates, and no third name fits either."""
    fitting: dict[int, set[int]] = defaultdict(set)
    for at, group in enumerate(view.groups):
        for name in group.strong.values():
            if name.cluster != "cluster" and not english_head(name):
                continue
            near = set().union(*(view.by_concept.get(one, ()) for one in places_said(name))) - {at}
            for one in near:
                if any(may_translate(name, other) for other in view.groups[one].strong.values()):
                    fitting[at].add(one)
                    fitting[one].add(at)
    for at, found in sorted(fitting.items()):
        if len(found) == 1 and len(fitting[min(found)]) == 1:
            other = view.groups[min(found)]
            if not (group_towns := view.groups[at].towns) or not other.towns or group_towns & other.towns:
                yield from view.pairs(view.groups[at], found)


def translated_by_facts(view: View) -> Iterator[tuple[Key, Key]]:
    """A Polish and an English name whose clusters share a trade, and who coordinates them, a person or an
    address, or a town where no table translates their names apart: each the only one that the other shares
    it with, and no document tells of both."""
    fitting: dict[int, set[int]] = defaultdict(set)
    polish, english = _by_language(view.groups)
    for at in sorted(english):
        group = view.groups[at]
        sharing = set().union(*(view.by_evidence.get(one, ()) for one in group.evidence)) & polish
        beside = set().union(*(view.by_town.get(one, ()) for one in group.seats)) & polish
        for one in sharing | beside:
            other = view.groups[one]
            if _tell_the_same(group, other) and (one in sharing or _may_say_the_same(group, other)):
                fitting[at].add(one)
                fitting[one].add(at)
    for at, found in sorted(fitting.items()):
        if len(found) == 1 and fitting[min(found)] == {at}:
            yield from view.pairs(view.groups[at], found)


def _by_language(groups: Sequence[Group]) -> tuple[set[int], set[int]]:
    """Where the groups stand whose names are all Polish by their word for a cluster, and all English."""
    found: tuple[set[int], set[int]] = (set(), set())
    for at, group in enumerate(groups):
        said = {name.cluster != "cluster" for name in group.strong.values() if name.cluster}
        if len(said) == 1:
            found[0 if said.pop() else 1].add(at)
    return found


def _tell_the_same(one: Group, other: Group) -> bool:
    """Whether the names of two groups say no two trades, towns or places."""
    names = [name for name in one.strong.values() if name.cluster]
    others = [name for name in other.strong.values() if name.cluster]
    if one.documents & other.documents:
        return False
    apart = one.towns and other.towns and not one.towns & other.towns
    alike = bool(_trades(one) & _trades(other)) or any(
        beside_places(name) & beside_places(second) for name in names for second in others
    )
    return not apart and alike and _places_meet(names, others)


def _may_say_the_same(one: Group, other: Group) -> bool:
    """Whether no word of the names of two groups that is not in both is one that the tables translate: what
    it says in the other language would be told there."""
    return any(
        untranslated(name, second)
        for name in one.strong.values()
        for second in other.strong.values()
        if languages_differ(name, second)
    )


def _trades(group: Group) -> frozenset[str]:
    """What a cluster works in, by its names, or where they do not say, by its facts."""
    named = frozenset(sector for name in group.strong.values() for sector in names_sectors(name))
    return named or frozenset(group.sectors)


def _places_meet(names: list[ClusterName], others: list[ClusterName]) -> bool:
    said, second = (frozenset(p for name in one for p in places_said(name)) for one in (names, others))
    return not said or not second or bool(said & second)
