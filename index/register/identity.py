"""Which documents speak of the same cluster: a pure function of all that they say, whatever its order.

Names that are the same in other words, forms or order are one; so are names that a document says are. Beyond
that two are joined only where nothing else in the library fits as well, and never against names that set
them apart.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index import words
from index.register import forms
from index.register.decided import Bond
from index.register.evidence import evidence_of
from index.register.groups import Group, strong_names, weak_names
from index.register.likeness import (
    are_apart,
    is_place,
    opposes,
    towns_in,
)
from index.register.names import ClusterName, Key, tells
from index.register.subject import StoredSubject
from index.register.titled import titled
from index.register.translating import (
    placed,
    translated,
    translated_by_facts,
    translated_in_part,
)
from index.register.translation import concepts
from index.register.view import View

# The country of the regions that are known.
POLAND = "PL"

Rule = Callable[[View], Iterator[tuple[Key, Key]]]


@dataclass(frozen=True, slots=True)
class Joined:
    """Subjects that are one cluster. Of their names those count whose key is in `keys`: another is a like
    name of a second cluster, which a document took for one. Those of `own` no other cluster has."""

    subjects: tuple[StoredSubject, ...]
    keys: frozenset[Key]
    own: frozenset[Key]


def resolve(subjects: Iterable[StoredSubject], bonds: Sequence[Bond] = ()) -> tuple[Joined, ...]:
    """The subjects, those that are one cluster together; one without a name is left out. What people decided
    holds against all else: `bonds`, the newest first."""
    groups = _Groups()
    for subject in subjects:
        groups.take(subject)
    groups.keep_apart(bonds)
    groups.join_stated()
    # What no document says to be a cluster stands in no other's way: it comes last.
    for unsure in (False, True) if groups.any_unsure else (True,):
        # Joining two may leave one where there were two to choose from.
        while groups.join(RULES, unsure=unsure):
            pass
    groups.bring_together(bonds)
    return tuple(
        Joined(tuple(one.subjects), frozenset({*one.strong, *one.weak}), frozenset(one.strong))
        for one in groups.all()
    )


class _Groups:
    """Groups of subjects, joined step by step. Each step looks at all groups as they were before it."""

    def __init__(self) -> None:
        self._of: dict[Key, Group] = {}
        self._stated: set[tuple[Key, Key]] = set()

    def all(self) -> list[Group]:
        """The groups, by their first keys."""
        held = {id(one): one for one in self._of.values() if one.subjects}
        return sorted(held.values(), key=lambda one: one.root)

    @property
    def any_unsure(self) -> bool:
        return not all(one.sure for one in self.all())

    def take(self, subject: StoredSubject) -> None:
        """Put a subject where its first name belongs."""
        strong, weak = strong_names(subject), weak_names(subject)
        names = strong or weak[:1]
        if not names:
            return
        first = names[0].key
        group = self._group(first)
        group.subjects.append(subject)
        group.evidence |= evidence_of(subject)
        group.towns |= {words.fold(one.value) for one in subject.facts if one.attribute == "place"}
        group.sectors |= {one.value for one in subject.facts if one.attribute == "sector"}
        group.countries |= set(_countries(subject))
        group.weak |= {name.key: name for name in weak}
        for name in strong:
            # Of the writings of a name the first in the alphabet: any, but always the same.
            held = self._group(name.key).strong
            held[name.key] = min(name, held.get(name.key, name), key=lambda one: one.text)
            self._stated.add((first, name.key))

    def _group(self, key: Key) -> Group:
        if key not in self._of:
            self._of[key] = Group(key)
        return self._of[key]

    def join_stated(self) -> None:
        """Join names of which a document says that they are one cluster's, or that differ in spaces alone."""
        compact: dict[str, Key] = {}
        for key, group in sorted(self._of.items()):
            for name in group.strong.values():
                first = compact.setdefault("".join(words.fold(word.text) for word in name.words), key)
                self._stated.add((first, key))
        self._join(sorted(self._stated))

    def join(self, rules: Iterable[Rule], *, unsure: bool) -> bool:
        """Whether any rule joined anything; unless to `unsure` ones too, to those that a document
        says to be clusters."""
        view = View(self.all(), unsure=unsure)
        pairs = {pair for rule in rules for pair in rule(view)}
        return self._join([pair for pair in sorted(pairs) if not self._abroad(pair)])

    def _abroad(self, pair: tuple[Key, Key]) -> bool:
        """Whether the groups of two names are told to be in two countries."""
        one, other = (self._of[key].countries for key in pair)
        return bool(one and other) and not one & other

    def _join(self, pairs: Sequence[tuple[Key, Key]]) -> bool:
        joined = False
        for one, other in pairs:
            group, second = self._of[one], self._of[other]
            if group is not second and group.barred(second) is None and not _apart(group, second):
                self._unite(group, second)
                joined = True
        return joined

    def _unite(self, group: Group, second: Group) -> None:
        group.take(second)
        for key in (*second.strong, *second.weak, second.root):
            if self._of.get(key) is second:
                self._of[key] = group

    def keep_apart(self, bonds: Sequence[Bond]) -> None:
        """Bar those from each other that people say are not one."""
        for at, bond in enumerate(bonds):
            for side, keys in ((0, bond.ones), (1, bond.others)) if not bond.together else ():
                for key in keys:
                    if key in self._of:
                        self._of[key].sides.add((at, side))

    def bring_together(self, bonds: Sequence[Bond]) -> None:
        """Join those that people say are one, unless they have said since that they are not."""
        for at, bond in enumerate(bonds):
            one, other = self._held(bond.ones), self._held(bond.others)
            if not bond.together or one is None or other is None or one is other:
                continue
            barred = one.barred(other)
            if barred is None or barred > at:
                self._unite(one, other)

    def _held(self, keys: Sequence[Key]) -> Group | None:
        """The group that has the first of these keys that documents name."""
        found = (self._of.get(key) for key in keys)
        return next((one for one in found if one is not None and one.subjects), None)


def _acronyms(view: View) -> Iterator[tuple[Key, Key]]:
    """Groups known by an acronym or a short form alone, with the only one that a document calls so, or that
    it stands for."""
    for at, group in enumerate(view.groups):
        if group.strong:
            continue
        for key, name in sorted(group.weak.items()):
            found = view.stating.get(key) or view.abbreviated(name)
            if found is not None and len(found - {at}) == 1:
                yield from view.pairs(group, found - {at})


def _shortened(view: View) -> Iterator[tuple[Key, Key]]:
    """Names that are a telling part of one fuller name alone."""
    for at, group in enumerate(view.groups):
        for key, name in sorted((group.strong or group.weak).items()):
            parts = view.by_part.get(key, set()) | view.stating.get(key, set())
            # Without the word for a cluster, two words are no kind of cluster but a name cut short.
            told = tells(name.words) or (not name.cluster and len(key) > 1)
            found = (parts | (view.holding(name) if told else set())) - {at}
            if len(found) == 1:
                fuller = view.groups[min(found)]
                if parts & found or _is_short_for(name, group, fuller):
                    yield from view.pairs(group, found)
            elif not told:
                yield from view.pairs(group, _without_place(view, at, name))
                yield from view.pairs(group, _without_title(view, at, name))


def _without_place(view: View, at: int, name: ClusterName) -> set[int]:
    """The group of the only fuller name in the same document that says but a place more: who has told of "the
    Opole Glass Cluster" goes on with "the Glass Cluster"."""
    group = view.groups[at]
    if len(name.key) < 2:
        return set()
    found = {
        one
        for one in view.holding(name) - {at}
        if group.documents <= view.groups[one].documents
        and not (group.towns - view.groups[one].towns)
        and any(_says_place_more(other, name) for other in view.groups[one].strong.values())
    }
    return found if len(found) == 1 else set()


def _without_title(view: View, at: int, name: ClusterName) -> set[int]:
    """The group of the only fuller name that says but a title more than one of a place and a trade: "Łódzki
    Klaster Animacji" is the "Łódzki Klaster Animacji Klatka"."""
    placed = any(word.lemma in forms.places() or is_place(word) for word in name.words)
    found = view.holding(name) - {at} if name.cluster and placed and len(name.key) > 1 else set()
    if len(found) != 1:
        return set()
    group, fuller = view.groups[at], view.groups[min(found)]
    apart = group.towns and fuller.towns and not group.towns & fuller.towns
    return set() if apart or not any(_says_title_more(one, name) for one in fuller.strong.values()) else found


def _says_title_more(fuller: ClusterName, name: ClusterName) -> bool:
    """Whether all that a name says beside another is words of its own."""
    rest = [word for word in fuller.words if word.lemma not in name.key]
    own = all(word.weight for word in rest) and not any(map(opposes, rest))
    return own and set(name.key) < set(fuller.key)


def _says_place_more(fuller: ClusterName, name: ClusterName) -> bool:
    rest = [word for word in fuller.words if word.lemma not in name.key]
    return set(name.key) < set(fuller.key) and all(word.lemma in forms.places() for word in rest)


def _is_short_for(name: ClusterName, group: Group, fuller: Group) -> bool:
    """Whether what the fuller name says beside this one sets the two apart in no way."""
    for other in fuller.strong.values():
        rest = [word for word in other.words if word.lemma not in name.key]
        if set(name.key) < set(other.key) and not any(map(opposes, rest)):
            # A document that tells of both might mean two.
            together = bool(group.documents & fuller.documents)
            return (
                not together
                or not any(word.weight for word in rest)
                or bool(group.evidence & fuller.evidence)
            )
    return False


def _confirmed(view: View) -> Iterator[tuple[Key, Key]]:
    """Names that translate each other, or of which one holds the other, with a fact that both share; for a
    translation of several words the town is enough."""
    for at, group in enumerate(view.groups):
        for key, name in sorted(group.strong.items()):
            alike = view.by_concepts.get(concepts(name.said), set()) - {at}
            holding = view.holding(name)
            near = alike | (holding if len(key) > 1 else set())
            found = {one for one in near - {at} if view.groups[one].evidence & group.evidence}
            if len(key) > 1:
                found |= {one for one in alike if view.groups[one].towns & group.towns}
            elif max(word.weight for word in name.words) and group.towns:
                # A title alone, in the town of the only name that has it.
                found |= {one for one in holding if _in_town(view.groups[one], group.towns)}
            found |= {one for one in holding if _is_same_elsewhere(view.groups[one], name, group)}
            if len(found) == 1:
                yield from view.pairs(group, found)


def _is_same_elsewhere(fuller: Group, name: ClusterName, group: Group) -> bool:
    """Whether a fuller name says but a place more, and both are in one town or share a fact: "Klaster
    Meblowy" and "Pomorski Klaster Meblowy"."""
    more = any(_says_place_more(one, name) for one in fuller.strong.values() if one.cluster and name.cluster)
    return more and bool(fuller.towns & group.towns or fuller.evidence & group.evidence)


def _in_town(group: Group, towns: Collection[str]) -> bool:
    """Whether a cluster is in one of some towns, by its facts or its names."""
    named = (town for name in group.strong.values() for town in towns_in(name.text))
    return any(town in towns for town in (*group.towns, *named))


def _countries(subject: StoredSubject) -> Iterator[str]:
    """The countries that a document puts a cluster in; regions are Poland's."""
    for fact in subject.facts:
        if fact.attribute == "country":
            yield fact.value
        elif fact.attribute == "region":
            yield POLAND


def _apart(one: Group, other: Group) -> bool:
    """Whether any of their names set two groups apart."""
    return any(are_apart(name, second) for name in one.strong.values() for second in other.strong.values())


RULES: tuple[Rule, ...] = (
    _acronyms,
    _shortened,
    translated,
    placed,
    _confirmed,
    titled,
    translated_in_part,
    translated_by_facts,
)
