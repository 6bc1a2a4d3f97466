"""What one document says of one cluster, as the library holds it."""

from dataclasses import dataclass

from index.extraction.model import Name
from index.register.model import Fact, Source


@dataclass(frozen=True, slots=True)
class StoredSubject:
    """A cluster as one document knows it: its names, the fullest first, and what is said of it.

    `mention` is where it is first named. `sure`: the document says that it is a cluster. `id` grows in the
    order of a document.
    """

    id: int
    names: tuple[Name, ...]
    mention: Source
    facts: tuple[Fact, ...] = ()
    sure: bool = True
