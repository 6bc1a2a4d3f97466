"""What a document says with what people decided of it: a pure function of both."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from documents.model import Span
from index import words
from index.extraction.model import Name
from index.register.model import Fact, ReviewState, Source
from index.register.names import Key, read_name
from index.register.overruling import disagree
from index.register.subject import StoredSubject
from index.review.model import Decision, Naming, OnFact, Told

# After all that were read out of a document.
AFTER_ALL = 1 << 50


@dataclass(frozen=True, slots=True)
class Pin:
    """A decision about a fact that counts, and where a document says now what it is about, the likeliest
    place first; where it does so no longer the place in the last version that did, or nowhere.

    `taken_along`: it was made at another document, and holds here of what rules read in the same words.
    """

    decision: Decision
    sources: tuple[Source, ...]
    taken_along: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether only an earlier version of the document has the words."""
        return any(one.version for one in self.sources)

    @property
    def matter(self) -> OnFact:
        assert isinstance(self.decision.matter, OnFact)  # noqa: S101 - only such are pinned
        return self.decision.matter


def reviewed(subjects: Sequence[StoredSubject], pins: Iterable[Pin]) -> tuple[StoredSubject, ...]:
    """The subjects of a document with their facts as people decided. A decision whose words no version of the
    document has changes nothing: a fact without a place that states it is none."""
    made = _Said(subjects)
    # What an earlier version said holds beside what is decided of the present one.
    for pin in sorted(pins, key=lambda one: (one.is_kept, one.decision.id)):
        if pin.is_kept:
            made.keep(pin)
        elif pin.sources:
            made.apply(pin)
    return made.subjects()


def same_statement(fact: Fact, told: Told) -> bool:
    """Whether a fact says what was told, whatever day it was said on."""
    return (
        _same_value(fact, told)
        and words.fold(fact.qualifier) == words.fold(told.qualifier)
        and (fact.since, fact.until) == (told.since, told.until)
    )


class _Said:
    """What one document says of each subject, while decisions are applied."""

    def __init__(self, subjects: Sequence[StoredSubject]) -> None:
        self._subjects = list(subjects)
        self._facts = [list(one.facts) for one in subjects]
        self._keys = [frozenset(_keys(one.names)) for one in subjects]

    def subjects(self) -> tuple[StoredSubject, ...]:
        return tuple(
            one if tuple(facts) == one.facts else replace(one, facts=tuple(facts))
            for one, facts in zip(self._subjects, self._facts, strict=True)
        )

    def apply(self, pin: Pin) -> None:
        matter = pin.matter
        found = self._take(pin, matter.told)
        if pin.decision.kind == "rejected":
            return
        said = matter.instead or matter.told
        # What a better reader now reads there is what was decided, or was nearly so.
        again = self._take(pin, said)
        standing = found or again or ([] if pin.taken_along else [self._asserted(pin)])
        at = self._place(pin)
        for fact in standing:
            self._facts[at].append(_as_told(fact, said, pin.decision))

    def keep(self, pin: Pin) -> None:
        """Hold what was decided of words that only an earlier version has. Where the present one says it in
        other words it needs no keeping; where it says something else a correction goes before what nobody
        checked since, and what was only found right then does not."""
        said = pin.matter.instead or pin.matter.told
        kept = _as_told(self._asserted(pin), said, pin.decision)
        present = [one for place in self._of(_names_of(pin)) for one in self._facts[place]]
        against = [one for one in present if disagree(kept, one)]
        if pin.matter.instead is not None:
            against = [one for one in against if one.decision > pin.decision.id]
        if not against and not any(same_statement(one, said) for one in present):
            self._facts[self._place(pin)].append(kept)

    def _take(self, pin: Pin, told: Told) -> list[Fact]:
        """Take away the facts that say this where the decision is about; those that say it, or nearly."""
        spans = [one.span for one in pin.sources]
        exact = self._taken(pin, lambda fact: same_statement(fact, told) and _overlaps(fact, spans))
        if exact or pin.decision.kind == "rejected":
            return exact
        return self._taken(pin, lambda fact: _same_value(fact, told) and _overlaps(fact, spans))

    def _taken(self, pin: Pin, is_meant: Callable[[Fact], bool]) -> list[Fact]:
        taken: list[Fact] = []
        for at in self._of(pin.matter.names):
            meant = [one for one in self._facts[at] if not one.decision and is_meant(one)]
            taken += meant
            self._facts[at] = [one for one in self._facts[at] if one not in meant]
        return taken

    def _asserted(self, pin: Pin) -> Fact:
        """The fact that no reader finds there, and that a person does."""
        told = pin.matter.told
        return Fact(-pin.decision.id, told.attribute, told.value, pin.sources[0], said_on=told.said_on)

    def _place(self, pin: Pin) -> int:
        """The subject that the fact is of; one is made where the document names none such."""
        names = _names_of(pin)
        found = self._of(names)
        if found:
            return found[0]
        source = pin.sources[0]
        given = tuple(Name(one.text, source.span, one.kind) for one in names)
        subject = StoredSubject(AFTER_ALL + pin.decision.id, given, source)
        self._subjects.append(subject)
        self._facts.append([])
        self._keys.append(frozenset(_keys(given)))
        return len(self._subjects) - 1

    def _of(self, names: Sequence[Naming]) -> list[int]:
        """The subjects that have one of these names, those that have the first ones before others."""
        ranked = list(dict.fromkeys(_keys(names)))
        ranks = [
            (min((ranked.index(key) for key in keys if key in ranked), default=-1), at)
            for at, keys in enumerate(self._keys)
        ]
        return [at for rank, at in sorted(ranks) if rank >= 0]


def _names_of(pin: Pin) -> tuple[Naming, ...]:
    """The names of the subject that the fact is of after all."""
    return (Naming(pin.matter.to),) if pin.matter.to else pin.matter.names


def _as_told(fact: Fact, said: Told, decision: Decision) -> Fact:
    kind = decision.kind
    state: ReviewState = kind if kind in ("confirmed", "corrected", "added") else ""
    return replace(
        fact,
        attribute=said.attribute,
        value=said.value,
        qualifier=said.qualifier,
        since=said.since,
        until=said.until,
        said_on=said.said_on or fact.said_on,
        source=replace(fact.source, review=state),
        review=state,
        decision=decision.id,
    )


def _same_value(fact: Fact, told: Told) -> bool:
    return fact.attribute == told.attribute and words.fold(fact.value) == words.fold(told.value)


def _overlaps(fact: Fact, spans: Sequence[Span]) -> bool:
    own = fact.source.span
    return any(own.start < one.end and one.start < own.end for one in spans)


def _keys(names: Iterable[Name | Naming]) -> Iterator[Key]:
    """Full names before short ones; what any cluster is called is none."""
    ordered = sorted((one for one in names if one.kind != "generic"), key=lambda one: one.kind != "full")
    for one in ordered:
        read = read_name(one.text)
        if read.is_name:
            yield read.key
