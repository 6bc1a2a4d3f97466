"""The register of a library as it is now."""

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from index.facts import Changes, Facts, State
from index.register.decided import Rejected
from index.register.register import Register
from index.register.subject import StoredSubject
from index.review.following import beside, by_sentence, sentences_of, taken_along
from index.review.naming import NamesDecided
from index.review.reviewed import Pin, reviewed

Prepare = Callable[[Callable[[], None]], object]


class Library(Protocol):
    """A store, as far as the register asks it."""

    @property
    def facts(self) -> Facts: ...

    def state(self) -> tuple[int, int]: ...


class RegisterOf:
    """Gives the register of a store as it is now, kept until the store changes. Safe from several threads.

    RegisterOf(store).now()
    """

    def __init__(self, store: Library) -> None:
        self._store = store
        self._changing = threading.Lock()
        self._subjects: dict[str, tuple[StoredSubject, ...]] = {}
        self._states: Mapping[str, State] = {}
        self._pins: dict[str, tuple[Pin, ...]] = {}
        self._sentences: dict[str, frozenset[str]] = {}
        self._applied: dict[str, tuple[Pin, ...]] = {}
        self._reviewed: dict[str, tuple[StoredSubject, ...]] = {}
        self._review = -1
        self._present: tuple[tuple[int, int], Register] | None = None
        self._excused = 0
        self._prepare: Prepare | None = None

    def prepare_with(self, prepare: Prepare) -> None:
        """Have a changed library prepared before a register is made of it; what does so calls what it is
        handed before each change it makes, which moves the generation by one."""
        self._prepare = prepare

    def now(self) -> Register:
        """The register of the store's present generation, with what people decided; only what has changed is
        read.

        Raises: StoreError.
        """
        present = self._present
        if present is not None and self._is_current(present[0]):
            return present[1]
        # Those who come meanwhile wait: the answer they would give is out of date.
        with self._changing, _uncollected():
            return self._refreshed()

    @contextmanager
    def while_adding(self) -> Iterator[Callable[[int], None]]:
        """Where many documents are added one after the other: `now()` gives the register as it was before,
        until they are all in it, which they are at the end. What is yielded is told how many come now.

        Whoever asks meanwhile does not wait for a register that is out of date with the next document. Any
        other change is still seen at once.
        """
        self.now()
        self._excused = 0
        try:
            yield self._excuse
        finally:
            try:
                with self._changing, _uncollected():
                    self._refreshed()
            finally:
                self._excused = 0

    def _excuse(self, documents: int) -> None:
        self._excused += documents

    def _is_current(self, made_of: tuple[int, int]) -> bool:
        """Whether a register made of that state is given out: nothing has changed since, or only by what is
        being added, of which every document moves the generation by one."""
        generation, review = self._store.state()
        return review == made_of[1] and made_of[0] <= generation <= made_of[0] + self._excused

    def _refreshed(self) -> Register:
        prepared = self._prepared()
        changes = self._store.facts.changes(self._states, self._review)
        same = changes.states == self._states and changes.review == self._review
        register = self._present[1] if self._present is not None and same else self._changed(changes)
        self._present = ((changes.generation, changes.review), register)
        self._excused -= prepared
        return register

    def _prepared(self) -> int:
        """How many changes were made to prepare the library; who asks meanwhile need not wait for them."""
        before = self._excused
        if self._prepare is not None:
            self._prepare(lambda: self._excuse(1))
        return self._excused - before

    def _changed(self, changes: Changes) -> Register:
        kept = {id: said for id, said in self._subjects.items() if id in changes.states}
        self._subjects = {**kept, **changes.subjects}
        self._states, self._review = changes.states, changes.review
        self._review_facts(changes)
        names = NamesDecided(changes.decisions, changes.heirs)
        said = (subject for said in self._reviewed.values() for subject in said)
        return Register(names.applied(said), names.decided, self._rejected())

    def _rejected(self) -> Iterator[Rejected]:
        """What people rejected, where it stands now in documents that are held."""
        return (
            Rejected(source.document.id, source.span, pin.matter.told.attribute, pin.decision.id)
            for id, pins in self._applied.items()
            if id in self._subjects
            for pin in pins
            if pin.decision.kind == "rejected"
            for source in pin.sources
        )

    def _review_facts(self, changes: Changes) -> None:
        """Take in what people decided of the facts of documents, of those that have changed, or of which
        something else holds."""
        self._pins = {id: pins for id, pins in {**self._pins, **changes.pins}.items() if pins}
        before, self._applied = self._applied, self._all_pins(changes)
        moved = {id for id in {*before, *self._applied} if before.get(id) != self._applied.get(id)}
        kept = {id: said for id, said in self._reviewed.items() if id in self._subjects}
        self._reviewed = kept | {
            id: reviewed(self._subjects[id], self._applied.get(id, ()))
            for id in {*changes.subjects, *moved}
            if id in self._subjects
        }

    def _all_pins(self, changes: Changes) -> dict[str, tuple[Pin, ...]]:
        """Of each document what was decided of it, and what was decided elsewhere of the same words."""
        decided = by_sentence(changes.decisions)
        known = {id: said for id, said in self._sentences.items() if id not in changes.subjects}
        self._sentences = {
            id: known[id] if id in known else sentences_of(said)
            for id, said in self._subjects.items()
            if decided
        }
        found = {}
        for id, said in self._subjects.items():
            pins = beside(self._pins.get(id, ()), changes.strays.get(id, ()))
            if decided and not self._sentences[id].isdisjoint(decided):
                pins += taken_along(id, said, decided, own=pins)
            if pins:
                found[id] = pins
        return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without collecting garbage meanwhile: each time would walk all that is being made and is kept, and took
    half of the time at 100,000 facts."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
