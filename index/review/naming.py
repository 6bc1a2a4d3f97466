"""What people decided of names, made ready for the register."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from index.extraction.model import Name
from index.register.decided import Bond, Decided, Shown, keys_of
from index.register.names import Key, read_name
from index.register.subject import StoredSubject
from index.review.model import Decision, OnNames


@dataclass(frozen=True, slots=True)
class _Moved:
    """A subject by its names' keys, the name it is to have, and those of its own that it keeps."""

    keys: tuple[Key, ...]
    to: str
    kept: frozenset[Key]


@dataclass(frozen=True, slots=True)
class _Parted:
    stay: frozenset[Key]
    go: frozenset[Key]


class NamesDecided:
    """Decisions about names that count, in the order they were made. `heirs` has the id of the document that
    is held in place of one which was removed."""

    def __init__(self, decisions: Iterable[Decision], heirs: Mapping[str, str] | None = None) -> None:
        self._heirs = heirs or {}
        matters = [(one.kind, one.matter) for one in decisions if isinstance(one.matter, OnNames)]
        self._moved: dict[str, list[_Moved]] = {}
        self._parted: list[_Parted] = []
        self._dismissed: frozenset[Key] = frozenset()
        for kind, matter in matters:
            self._enter(kind, matter)
        self.decided = Decided(
            tuple(bond for kind, matter in reversed(matters) for bond in _bonds(kind, matter)),
            tuple(shown for kind, matter in matters for shown in _shown(kind, matter)),
        )

    def _enter(self, kind: str, matter: OnNames) -> None:
        if kind == "moved":
            kept = frozenset(keys_of(matter.kept))
            moved = _Moved(keys_of(matter.names), matter.to, kept)
            document = self._heirs.get(matter.document, matter.document)
            self._moved.setdefault(document, []).append(moved)
        elif kind == "parted":
            go = frozenset(keys_of(matter.others))
            self._parted.append(_Parted(frozenset(keys_of(matter.names)) - go, go))
        elif kind == "dismissed":
            self._dismissed |= frozenset(keys_of(matter.names))

    def applied(self, subjects: Iterable[StoredSubject]) -> Iterator[StoredSubject]:
        """The subjects with the names that they have after all; without those that are no clusters."""
        if not (self._moved or self._parted or self._dismissed):
            yield from subjects
            return
        for subject in subjects:
            keys = _keys(subject)
            if self._dismissed and next(iter(keys.values()), None) in self._dismissed:
                continue
            yield self._renamed(subject, keys)

    def _renamed(self, subject: StoredSubject, keys: Mapping[Name, Key]) -> StoredSubject:
        for moved in self._moved.get(subject.mention.document.id, ()):
            if not set(moved.keys).isdisjoint(keys.values()):
                own = [one for one, key in keys.items() if key in moved.kept]
                given = Name(moved.to, subject.mention.span)
                return replace(subject, names=(given, *own))
        names = subject.names
        for parted in self._parted:
            names = _without_parted(names, keys, parted)
        return subject if names is subject.names else replace(subject, names=names)


def _without_parted(names: tuple[Name, ...], keys: Mapping[Name, Key], parted: _Parted) -> tuple[Name, ...]:
    """The names that are left to a subject which has some of both sides: those of the side of its first."""
    sides = [keys[one] in parted.go for one in names if one in keys and keys[one] in parted.go | parted.stay]
    if len(set(sides)) < 2:
        return names
    others = parted.stay if sides[0] else parted.go
    return tuple(one for one in names if keys.get(one) not in others)


def _keys(subject: StoredSubject) -> dict[Name, Key]:
    """The keys of a subject's names that name it, in order."""
    read = ((one, read_name(one.text)) for one in subject.names if one.kind != "generic")
    return {one: name.key for one, name in read if name.is_name}


def _bonds(kind: str, matter: OnNames) -> Iterator[Bond]:
    names, others = keys_of(matter.names), keys_of(matter.others)
    if kind == "joined":
        yield Bond(True, names, others)
    elif kind == "parted":
        if matter.to:
            yield Bond(True, others, keys_of((matter.to,)))
        yield Bond(False, others, tuple(one for one in names if one not in others))
    elif kind == "moved":
        own = keys_of((matter.to, *matter.kept))
        yield Bond(False, own, tuple(one for one in others if one not in own))


def _shown(kind: str, matter: OnNames) -> Iterator[Shown]:
    if kind == "called":
        yield Shown(keys_of(matter.names), matter.to)
    elif kind == "parted" and matter.to:
        for name in matter.others:
            yield Shown(keys_of((matter.to,)), name, first=False)
