"""Which documents speak of the same cluster: a pure function of all that they say, whatever its order.

Names that are the same in other words, forms or order are one; so are names that a document says are. Beyond
that two are joined only where nothing else in the library fits as well, and never against names that set
them apart.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index import words
from index.register import forms
from index.register.decided import Bond
from index.register.evidence import evidence_of
from index.register.groups import Group, strong_names, weak_names
from index.register.likeness import (
    are_apart,
    english_head,
    is_own,
    is_place,
    languages_differ,
    may_translate,
    no_word_shared,
    opposes,
    places_said,
    ties,
    towns_in,
)
from index.register.names import ClusterName, Key, tells
from index.register.subject import StoredSubject
from index.register.translation import concepts
from index.register.view import View

# A name of so many words is translated by no other cluster's name.
LONG_NAME = 3


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
    # Joining two may leave one where there were two to choose from.
    while groups.join(
        _acronyms,
        _shortened,
        _titled_alike,
        _translated,
        _placed,
        _confirmed,
        _by_own_word,
        _translated_in_part,
    ):
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

    def join(self, *rules: Callable[["View"], Iterator[tuple[Key, Key]]]) -> bool:
        """Whether any rule joined anything."""
        view = View(self.all())
        return self._join(sorted({pair for rule in rules for pair in rule(view)}))

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
                yield from _pairs(view, group, found - {at})


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
                    yield from _pairs(view, group, found)
            elif not told:
                yield from _pairs(view, group, _without_place(view, at, name))
                yield from _pairs(view, group, _without_title(view, at, name))


def _titled_alike(view: View) -> Iterator[tuple[Key, Key]]:
    """Names of which documents say that they are shortened to one title, which no third has, and that share
    another word: "Podkarpacki Klaster Tworzyw „Granulat”", "Klaster Tworzyw Podkarpacia (Granulat)"."""
    for key, found in sorted(view.stating.items()):
        first, *others = (view.groups[at] for at in sorted(found))
        if len(others) != 1 or not any(name.key == key and _is_title(name) for name in first.weak.values()):
            continue
        own, second = (
            {word for name in group.strong.values() for word in concepts(name.said)} - set(key)
            for group in (first, others[0])
        )
        if own & second:
            yield from _pairs(view, first, found - {min(found)})


def _is_title(name: ClusterName) -> bool:
    """Whether a short name is a word, or words, that name: no acronym, and not what clusters work in."""
    return not name.acronym and (len(name.key) > 1 or max(word.weight for word in name.words) > 0)


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


def _translated(view: View) -> Iterator[tuple[Key, Key]]:
    """Names that translate each other word by word, where that is no chance: they are long, or one is Polish
    and the other English, they say where or have words of their own, and no towns set them apart."""
    for key, found in sorted(view.by_concepts.items()):
        if len(key) < 2 or len(found) != 2:
            continue
        first, second = (view.groups[at] for at in sorted(found))
        apart = first.towns and second.towns and not first.towns & second.towns
        if len(key) >= LONG_NAME or (not apart and _in_both_languages(key, first, second)):
            yield from _pairs(view, first, found - {min(found)})


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


def _placed(view: View) -> Iterator[tuple[Key, Key]]:
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
                yield from _pairs(view, group, found)


def _confirmed(view: View) -> Iterator[tuple[Key, Key]]:
    """Names that translate each other, or of which one holds the other, with a fact that both share; for a
    translation of several words the town is enough."""
    for at, group in enumerate(view.groups):
        for key, name in sorted(group.strong.items()):
            alike = view.by_concepts.get(concepts(name.said), set()) - {at}
            near = alike | (view.holding(name) if len(key) > 1 else set())
            found = {one for one in near - {at} if view.groups[one].evidence & group.evidence}
            if len(key) > 1:
                found |= {one for one in alike if view.groups[one].towns & group.towns}
            elif max(word.weight for word in name.words) and group.towns:
                # A title alone, in the town of the only name that has it.
                found |= {one for one in view.holding(name) if _in_town(view.groups[one], group.towns)}
            if len(found) == 1:
                yield from _pairs(view, group, found)


def _in_town(group: Group, towns: Collection[str]) -> bool:
    """Whether a cluster is in one of some towns, by its facts or its names."""
    named = (town for name in group.strong.values() for town in towns_in(name.text))
    return any(town in towns for town in (*group.towns, *named))


def _translated_in_part(view: View) -> Iterator[tuple[Key, Key]]:
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
                yield from _pairs(view, view.groups[at], found)


def _by_own_word(view: View) -> Iterator[tuple[Key, Key]]:
    """A Polish and an English name that share a word which no third name has and which is no English one:
    what is its own is not translated, "Klaster Uzdrowiskowy Solanka" is the "Solanka Spa Cluster"."""
    for at, group in enumerate(view.groups):
        for name in group.strong.values():
            if name.cluster != "cluster" and not english_head(name):
                continue
            for word in name.words:
                found = view.by_word.get(word.lemma, set()) - {at}
                if len(found) == 1 and is_own(word):
                    other = view.groups[min(found)]
                    polish = any(
                        one.cluster and one.cluster != "cluster" and word.lemma in one.key
                        for one in other.strong.values()
                    )
                    if polish and not group.documents & other.documents:
                        yield from _pairs(view, group, found)


def _pairs(view: View, group: Group, found: Iterable[int]) -> Iterator[tuple[Key, Key]]:
    for one in found:
        first, second = sorted((group.root, view.groups[one].root))
        yield first, second


def _apart(one: Group, other: Group) -> bool:
    """Whether any of their names set two groups apart."""
    return any(are_apart(name, second) for name in one.strong.values() for second in other.strong.values())
