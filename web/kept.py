"""A bounded memory: what was not asked for longest goes first."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Values by key, as many as weigh `most` together. Safe to use from several threads."""

    def __init__(self, most: int, weight: Callable[[Value], int] = lambda _: 1) -> None:
        self._most, self._weight = most, weight
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def find(self, key: Key) -> Value | None:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def keep(self, key: Key, value: Value) -> Value:
        """The value, which is kept from now on; one that weighs too much is not."""
        weight = self._weight(value)
        with self._lock:
            if key in self._values:
                self._held -= self._weight(self._values.pop(key))
            if weight <= self._most:
                self._values[key] = value
                self._held += weight
            while self._held > self._most:
                self._held -= self._weight(self._values.popitem(last=False)[1])
        return value
