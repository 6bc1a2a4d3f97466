"""A gate: who goes through, and who waits."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from index.gate import Gate

SOON_S = 0.05
LATE_S = 5


class Visit:
    """Somebody who goes through the gate in a thread and stays until told to leave."""

    def __init__(self, people: ThreadPoolExecutor, enter: Callable[[], AbstractContextManager[None]]) -> None:
        self._inside = threading.Event()
        self._leave = threading.Event()
        self._over = people.submit(self._go, enter)

    def _go(self, enter: Callable[[], AbstractContextManager[None]]) -> None:
        with enter():
            self._inside.set()
            self._leave.wait(LATE_S)

    def is_inside(self, within_s: float = LATE_S) -> bool:
        return self._inside.wait(within_s)

    def leave(self) -> None:
        self._leave.set()
        self._over.result(LATE_S)


def test_many_read_at_once() -> None:
    gate = Gate()
    with ThreadPoolExecutor() as people:
        readers = [Visit(people, gate.shared) for _ in range(3)]

        assert all(one.is_inside() for one in readers)
        for one in readers:
            one.leave()


@pytest.mark.parametrize(("first", "second"), [("shared", "alone"), ("alone", "shared"), ("alone", "alone")])
def test_a_change_shares_with_nobody(first: str, second: str) -> None:
    gate = Gate()
    with ThreadPoolExecutor() as people:
        earlier = Visit(people, getattr(gate, first))
        assert earlier.is_inside()
        later = Visit(people, getattr(gate, second))

        assert not later.is_inside(SOON_S)
        earlier.leave()
        assert later.is_inside()
        later.leave()


def test_a_change_that_waits_goes_before_those_who_come_to_read() -> None:
    gate = Gate()
    with ThreadPoolExecutor() as people:
        reader = Visit(people, gate.shared)
        assert reader.is_inside()
        change = Visit(people, gate.alone)
        assert not change.is_inside(SOON_S)
        late = Visit(people, gate.shared)
        assert not late.is_inside(SOON_S)

        reader.leave()
        assert change.is_inside()
        assert not late.is_inside(SOON_S)
        change.leave()
        assert late.is_inside()
        late.leave()
