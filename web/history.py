"""What staff do with versions, removed documents and marks, over what the store keeps of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from index.alike import Alike
from index.removed import Removed
from index.store import Store
from index.versions import Versions


class Marks(Protocol):
    """Marks sources as out of date."""

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
    marks: Marks
    cited: Callable[[], frozenset[str]]


def history_of(store: Store) -> History:
    """The history of a library."""
    return History(store.versions, store.removed, store.alike, store, store.kept_conversations.cited)
