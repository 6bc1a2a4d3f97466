"""Subjects taken for one cluster, with the names that they have."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.register.names import ClusterName, Key, read_name
from index.register.subject import StoredSubject

# Names of a cluster by themselves; others name it only beside a fuller one.
STRONG = frozenset({"full", "translation"})


def strong_names(subject: StoredSubject) -> list[ClusterName]:
    """The names that a subject has by themselves, the fullest first."""
    read = (read_name(name.text) for name in subject.names if name.kind in STRONG)
    return [name for name in read if name.is_name and not name.acronym]


def weak_names(subject: StoredSubject) -> list[ClusterName]:
    """Its acronyms and short forms."""
    read = ((name.kind, read_name(name.text)) for name in subject.names if name.kind != "generic")
    return [name for kind, name in read if name.is_name and (name.acronym or kind not in STRONG)]


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
        self.sides |= other.sides

    def saying(self, name: ClusterName) -> Iterator[tuple[str, ...]]:
        """The words of one of its names, and those without the title that is also its short name: "Łódzki
        Klaster Przemysłów Kreatywnych „Manufaktura Pomysłów”" is translated with it or without."""
        yield name.said
        for short in self.weak:
            rest = tuple(word.text for word in name.words if word.lemma not in short)
            if len(rest) > 1 and set(short) < set(name.key):
                yield rest

    @property
    def sure(self) -> bool:
        """Whether any document says that it is a cluster."""
        return any(one.sure for one in self.subjects)

    @property
    def documents(self) -> set[str]:
        return {one.mention.document.id for one in self.subjects}
