"""What people decided of names: which clusters are one, which are not, and what a cluster is shown as.

It holds against everything that documents say, and so does what they rejected. What it is made of stands in
`index/review`.
"""

from dataclasses import dataclass

from documents.model import Span
from index.register.model import Attribute
from index.register.names import Key, read_name


@dataclass(frozen=True, slots=True)
class Rejected:
    """Words of a document that people rejected as telling an attribute of a cluster, by that decision."""

    document: str
    span: Span
    attribute: Attribute
    decision: int


@dataclass(frozen=True, slots=True)
class Bond:
    """Names, by their keys, of which `ones` and `others` are one cluster's, or never are."""

    together: bool
    ones: tuple[Key, ...]
    others: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A name that people gave a cluster, which has the first of these keys that any has. Not `first`: beside
    its own."""

    keys: tuple[Key, ...]
    text: str
    first: bool = True


@dataclass(frozen=True, slots=True)
class Decided:
    """All that is decided of names, the newest bond first: it holds where two cannot both."""

    bonds: tuple[Bond, ...] = ()
    shown: tuple[Shown, ...] = ()


def keys_of(names: tuple[str, ...]) -> tuple[Key, ...]:
    """The keys of names, in order; of those that name no cluster by themselves none."""
    read = (read_name(one) for one in names)
    return tuple(dict.fromkeys(one.key for one in read if one.is_name))
