"""The rosters of a document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from assistant.rosters.entries import entries
from assistant.rosters.enumerated import enumerated
from assistant.rosters.listed import listed
from assistant.rosters.model import Roster
from assistant.rosters.page import Page
from assistant.rosters.stated import stated
from index.model import StoredPassage
from index.register.register import Register

# Documents whose rosters are kept for a register.
MOST_KEPT = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells: lists and tables, entries, sentences; and numbers of clusters with what they are
    told by."""

    rosters: tuple[Roster, ...]
    counts: tuple[tuple[Roster, int], ...]


class Rosters:
    """The rosters of documents, kept for as long as the register is that they were made with."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Register, dict[str, Told]] = WeakKeyDictionary()

    def of(
        self, document: str, passages: Callable[[str], Sequence[StoredPassage]], register: Register
    ) -> Told:
        """Whatever clusters a document sets together, and how many it says there are of any."""
        kept = self._kept.setdefault(register, {})
        told = kept.get(document)
        if told is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            page = Page.of(passages(document), register)
            told = kept[document] = Told(tuple(map(_apart, _found(page))), tuple(stated(page)))
        return told


def _found(page: Page) -> Iterator[Roster]:
    taken: set[int] = set()
    for roster, places in listed(page):
        taken |= places
        yield roster
    for roster, places in entries(page, taken):
        taken |= places
        yield roster
    yield from enumerated(page, taken)


def _apart(roster: Roster) -> Roster:
    """The roster, what stands around it without its own lines."""
    if not roster.listed:
        return roster
    own = {text for one in roster.members for text in (one.line.text, *one.said, *one.above)}
    return replace(roster, near=tuple(text for text in roster.near if text not in own))
