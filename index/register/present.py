"""The register of a library as it is now."""

import gc
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from index.facts import Changes, Facts, State
from index.register.register import Register
from index.register.subject import StoredSubject


class Library(Protocol):
    """A store, as far as the register asks it."""

    @property
    def facts(self) -> Facts: ...

    def generation(self) -> int: ...


class RegisterOf:
    """Gives the register of a store as it is now, kept until the store changes. Safe from several threads.

    RegisterOf(store).now()
    """

    def __init__(self, store: Library) -> None:
        self._store = store
        self._changing = threading.Lock()
        self._subjects: dict[str, tuple[StoredSubject, ...]] = {}
        self._states: Mapping[str, State] = {}
        self._present: tuple[int, Register] | None = None

    def now(self) -> Register:
        """The register of the store's present generation, of which only what has changed is read.

        Raises: StoreError.
        """
        present = self._present
        if present is not None and present[0] == self._store.generation():
            return present[1]
        # Those who come meanwhile wait: the answer they would give is out of date.
        with self._changing, _uncollected():
            return self._refreshed()

    def _refreshed(self) -> Register:
        changes = self._store.facts.changes(self._states)
        if self._present is not None and changes.states == self._states:
            register = self._present[1]
        else:
            register = self._changed(changes)
        self._present = (changes.generation, register)
        return register

    def _changed(self, changes: Changes) -> Register:
        kept = {id: said for id, said in self._subjects.items() if id in changes.states}
        self._subjects = {**kept, **changes.subjects}
        self._states = changes.states
        return Register(subject for said in self._subjects.values() for subject in said)


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
