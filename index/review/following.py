"""Decisions that go with the sentence: what was decided of it holds wherever it stands word for word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.extraction.model import Name
from index.register.decided import keys_of
from index.register.model import Fact
from index.register.names import Key
from index.register.subject import StoredSubject
from index.review.model import Decision, Naming, OnFact
from index.review.reviewed import Pin, same_statement

# A sentence as it is looked up: spaces aside.
Text = str


def sentences_of(subjects: Iterable[StoredSubject]) -> frozenset[Text]:
    """The sentences that a document's facts stand in."""
    return frozenset(plain(fact.source.quote) for one in subjects for fact in one.facts)


def by_sentence(decisions: Iterable[Decision]) -> dict[Text, list[Decision]]:
    """Decisions about facts by the sentence they are about, the newest first."""
    found: dict[Text, list[Decision]] = defaultdict(list)
    for one in sorted(decisions, key=lambda one: one.id, reverse=True):
        if isinstance(one.matter, OnFact):
            found[plain(one.matter.words.text)].append(one)
    return dict(found)


def beside(own: Sequence[Pin], strays: Iterable[Pin]) -> tuple[Pin, ...]:
    """What was decided at a document, and of what was decided at others that are held no more what is about
    another statement, of several on one the newest."""
    pins = list(own)
    for stray in sorted(strays, key=lambda one: one.decision.id, reverse=True):
        if not any(_same_matter(stray.matter, one.matter) for one in pins):
            pins.append(stray)
    return tuple(pins)


def taken_along(
    document: str,
    subjects: Sequence[StoredSubject],
    decided: Mapping[Text, Sequence[Decision]],
    *,
    own: Sequence[Pin],
) -> tuple[Pin, ...]:
    """The decisions made at other documents that hold of what this one says, of several the newest; what was
    decided at this one goes before them."""
    taken = {one.decision.id for one in own}
    found: dict[int, Pin] = {}
    for subject in subjects:
        names = set(own_keys(subject.names))
        for fact in subject.facts:
            meant = list(_about(fact, decided.get(plain(fact.source.quote), ())))
            if not meant or any(one.id in taken or one.matter.document == document for one in meant):
                continue
            for one in meant:
                if isinstance(one.matter, OnFact) and not names.isdisjoint(own_keys(one.matter.names)):
                    earlier = found.get(one.id)
                    sources = (*(earlier.sources if earlier else ()), fact.source)
                    found[one.id] = Pin(one, sources, taken_along=True)
                    break
    return tuple(found[id] for id in sorted(found))


def _same_matter(one: OnFact, other: OnFact) -> bool:
    """Whether two decisions are about the same statement in the same words, whatever the document."""
    told, its = replace(one.told, said_on=None), replace(other.told, said_on=None)
    return (plain(one.words.text), _lines(one), told) == (plain(other.words.text), _lines(other), its)


def _lines(matter: OnFact) -> list[Text]:
    return [plain(line.text) for line in matter.scope]


def own_keys(names: Iterable[Name | Naming]) -> tuple[Key, ...]:
    """The keys of names that name a subject by themselves, and not in their document only."""
    return keys_of(tuple(one.text for one in names if one.kind != "generic"))


def plain(text: str) -> Text:
    """A text on one line."""
    return " ".join(text.split())


def _about(fact: Fact, decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Those that are about this statement, with the same lines above it."""
    scope = [plain(text) for _, text in fact.source.scope]
    for one in decisions:
        matter = one.matter
        meant = isinstance(matter, OnFact) and scope == _lines(matter) and same_statement(fact, matter.told)
        if meant:
            yield one
