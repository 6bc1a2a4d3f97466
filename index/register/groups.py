"""Subjects taken for one cluster, with the names that they have."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index import words
from index.register.likeness import towns_in
from index.register.names import ClusterName, Key, read_name
from index.register.subject import StoredSubject

# Names of a cluster by themselves; others name it only beside a fuller one.
STRONG = frozenset({"full", "translation"})


def strong_names(subject: StoredSubject) -> list[ClusterName]:
    """The names that a subject has by themselves, the fullest first."""
    read = [(name.kind, read_name(name.text)) for name in subject.names if name.kind != "generic"]
    named = [(kind, name) for kind, name in read if name.is_name and not name.acronym]
    whole = [name for kind, name in named if kind in STRONG]
    # In a headline in capitals a name is spelled with doubt, but it may be all that a document calls it.
    return whole or [name for _, name in named if name.cluster and len(name.words) > 1]


def weak_names(subject: StoredSubject) -> list[ClusterName]:
    """Its acronyms and short forms."""
    read = (read_name(name.text) for name in subject.names if name.kind != "generic")
    strong = strong_names(subject)
    return [name for name in read if name.is_name and name not in strong]


@dataclass(eq=False, slots=True)
class Group:
    """Subjects taken for one cluster. `strong` and `weak` are its names by key; `root` is the first of its
    keys."""

    root: Key
    strong: dict[Key, ClusterName] = field(default_factory=dict)
    weak: dict[Key, ClusterName] = field(default_factory=dict)
    subjects: list[StoredSubject] = field(default_factory=list)
    evidence: set[tuple[str, ...]] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    # The sides of bonds that it stands on, which people say are not one.
    sides: set[tuple[int, int]] = field(default_factory=set)

    def barred(self, other: "Group") -> int | None:
        """The first bond that keeps two groups apart, or None."""
        if not self.sides or not other.sides:
            return None
        return min((at for at, side in self.sides if (at, 1 - side) in other.sides), default=None)

    def take(self, other: "Group") -> None:
        self.root = min(self.root, other.root)
        self.strong |= other.strong
        self.weak |= other.weak
        self.subjects += other.subjects
        self.evidence |= other.evidence
        self.towns |= other.towns
        self.sectors |= other.sectors
        self.countries |= other.countries
        self.sides |= other.sides

    @property
    def entitled(self) -> list[ClusterName]:
        """Its names, and each with the title that a document shortens it to: "Klaster Tworzyw Podkarpacia
        Perkoz"."""
        titles = [name.text for name in self.weak.values() if not name.acronym and not name.cluster]
        names = list(self.strong.values())
        return names + [
            read_name(f"{name.text} {title}") for name in names if name.cluster for title in titles
        ]

    def saying(self, name: ClusterName) -> Iterator[tuple[str, ...]]:
        """The words of one of its names, and those without the title that is also its short name: "Łódzki
        Klaster Przemysłów Kreatywnych „Manufaktura Pomysłów”" is translated with it or without."""
        yield name.said
        for short in self.weak:
            rest = tuple(word.text for word in name.words if word.lemma not in short)
            if len(rest) > 1 and set(short) < set(name.key):
                yield rest

    @property
    def seats(self) -> set[str]:
        """Its towns, by its facts and its names, and the words of these, which may be places that only a
        document knows; folded."""
        said = (words.fold(word.text) for name in self.strong.values() for word in name.words if word.weight)
        return self.towns.union(said, *(towns_in(name.text) for name in self.strong.values()))

    @property
    def sure(self) -> bool:
        """Whether any document says that it is a cluster."""
        return any(one.sure for one in self.subjects)

    @property
    def documents(self) -> set[str]:
        return {one.mention.document.id for one in self.subjects}
