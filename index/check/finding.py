"""What a check is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from index.database import Connection
from index.errors import UnreadableDocumentError

# The command that mends it; `again` is adding the file again.
Mend = Literal["rebuild", "rebuild --read", "restore", "again"]
# How many of how many have been looked at.
Tell = Callable[[int, int], None]
# What reading a row raises whose JSON, numbers or bytes are not as they were written.
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, UnreadableDocumentError)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong.

    `fault` is like `document.digest` and names the sentence that tells of it; `thing` is the document's name,
    or what else is wrong; `values` are what the sentence is filled with.
    """

    fault: str
    thing: str
    mend: Mend
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """A part of the check, by the name of what it looks at.

    `tables` are those of which it knows what must hold; `find` looks at one state of the library, and writes
    nothing.
    """

    name: str
    tables: frozenset[str]
    find: Callable[[Connection, Tell], Iterator[Finding]]


def in_each_document(
    connection: Connection, tell: Tell, find: Callable[[Connection, str, str], Iterator[Finding]]
) -> Iterator[Finding]:
    """What `find` finds in each document, given its id and name; a document that it fails on is found too."""
    held = connection.execute("SELECT id, name FROM documents ORDER BY name").fetchall()
    for done, (document, name) in enumerate(held, 1):
        try:
            yield from find(connection, document, name)
        except _UNREADABLE as error:
            reason = f"{type(error).__name__}: {error}"[:200]
            yield Finding("document.unreadable", name, "rebuild --read", {"reason": reason})
        tell(done, len(held))
