"""What staff do with versions, removed documents and marks, over what the store keeps of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from index.alike import Alike
from index.removed import Removed
from index.store import Store
from index.versions import Versions


class Shelf(Protocol):
    """Takes documents out, and marks them as out of date."""

    def remove(self, document: str, *, by: str) -> None:
        """Take all of it away; it is kept apart for thirty days. Raises: UnknownDocumentError."""

    def mark_outdated(self, document: str, *, by: str, since: date | None = None, reason: str = "") -> None:
        """Mark one since a day, today without one. Raises: UnknownDocumentError."""

    def lift_outdated(self, document: str, *, by: str) -> None:
        """Let it count again as any other. Raises: UnknownDocumentError."""


@dataclass(frozen=True, slots=True)
class History:
    """`cited` gives the ids of documents that an answer that is kept cites."""

    versions: Versions
    removed: Removed
    alike: Alike
    shelf: Shelf
    cited: Callable[[], frozenset[str]]


def history_of(store: Store) -> History:
    """The history of a library."""
    return History(store.versions, store.removed, store.alike, store, store.kept_conversations.cited)
