"""Groups of subjects as they are found by what their names hold, at one step of joining them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from index import words
from index.register.groups import Group
from index.register.likeness import places_said
from index.register.names import ClusterName, Key, abbreviates, initials, key_of, tells
from index.register.translation import concepts

# A part of a name cut off by a dash is a name by itself from so many words on, whatever they are.
LONG_PART = 3


class View:
    """All groups at one step, found by what their names hold; unless `unsure` ones too,
    those alone that a document says to be clusters."""

    def __init__(self, groups: Sequence[Group], *, unsure: bool = True) -> None:
        self.groups = groups
        self.by_word: dict[str, set[int]] = defaultdict(set)
        self.by_acronym: dict[str, set[int]] = defaultdict(set)
        self.by_part: dict[Key, set[int]] = defaultdict(set)
        self.by_concepts: dict[Key, set[int]] = defaultdict(set)
        self.by_concept: dict[str, set[int]] = defaultdict(set)
        self.by_meaning: dict[str, set[int]] = defaultdict(set)
        self.stating: dict[Key, set[int]] = defaultdict(set)
        self.by_evidence: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self.by_town: dict[str, set[int]] = defaultdict(set)
        for at, group in enumerate(groups):
            if unsure or group.sure:
                self._enter(at, group)

    def _enter(self, at: int, group: Group) -> None:
        for name in group.strong.values():
            for word in name.key:
                self.by_word[word].add(at)
            for acronym in initials(name.text):
                self.by_acronym[acronym].add(at)
            for part in name.parts:
                if tells(part) or len(part) >= LONG_PART:
                    self.by_part[key_of(part)].add(at)
            for said in group.saying(name):
                self.by_concepts[concepts(said)].add(at)
            for one in places_said(name):
                self.by_concept[one].add(at)
        for name in group.entitled:
            for one in concepts(name.said):
                self.by_meaning[one].add(at)
        for fact in group.evidence:
            self.by_evidence[fact].add(at)
        for town in group.towns:
            self.by_town[town].add(at)
        if group.strong:
            for key in group.weak:
                self.stating[key].add(at)

    def pairs(self, group: Group, found: Iterable[int]) -> Iterator[tuple[Key, Key]]:
        """The first keys of a group and of each of those found, in order."""
        for one in found:
            first, second = sorted((group.root, self.groups[one].root))
            yield first, second

    def abbreviated(self, name: ClusterName) -> set[int]:
        """The groups of whose names an acronym has the initials, or a short form the beginnings."""
        if name.acronym:
            return self.by_acronym.get(words.fold(name.text).upper(), set())
        capitals = words.fold("".join(filter(str.isupper, name.text))).upper()
        return {
            at
            for at in self.by_acronym.get(capitals, ())
            if any(abbreviates(name.text, one.text) for one in self.groups[at].strong.values())
        }

    def holding(self, name: ClusterName) -> set[int]:
        """The groups one of whose names has all words of this one, and more."""
        found = set.intersection(*(self.by_word.get(word, set()) for word in name.key))
        return {at for at in found if any(set(name.key) < set(key) for key in self.groups[at].strong)}
