"""What people decide of facts, names and clusters, as values.

A decision knows documents by id, clusters and subjects by their names, and facts by what they say and the
words they stand on: all of that is the same after a document is read again, in whatever way.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from documents.moments import Moment
from index.register.model import Attribute

FactKind = Literal["confirmed", "corrected", "rejected", "added"]
NameKind = Literal["joined", "parted", "moved", "called", "dismissed"]
Kind = Literal[FactKind, NameKind]


@dataclass(frozen=True, slots=True)
class Told:
    """What a fact says, as in `index.register.model.Fact`."""

    attribute: Attribute
    value: str
    qualifier: str = ""
    since: Moment | None = None
    until: Moment | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Verbatim words of a document, where they began, and the text before them, by which one of several
    places that say the same is told."""

    text: str
    start: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of a subject, as in `index.extraction.model.Name`."""

    text: str
    kind: str = "full"


@dataclass(frozen=True, slots=True)
class OnFact:
    """What a decision about a fact is about.

    `names` are those of the subject in its document. `told` is what the document was read to say; of a fact
    that was added what the person says it states. `instead` is the correction, and `to` the name of the
    cluster that the fact is about, where that is another.
    """

    document: str
    file: str
    names: tuple[Naming, ...]
    words: Words
    scope: tuple[Words, ...]
    told: Told
    instead: Told | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class OnNames:
    """What a decision about names is about. All are names as clusters had them when it was made.

    joined: clusters called `names` and `others` are one. parted: `others` are no names of the cluster called
    `names`. moved: the subject `names` of `document` is no cluster called `others`, but the one called `to`;
    of its own names it keeps those in `kept`. called: the cluster is shown as `to`. dismissed: what is called
    so is no cluster.
    """

    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    to: str = ""
    kept: tuple[str, ...] = ()
    document: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: `cluster` and `name` are those of the cluster it was made at.

    `about` is equal for decisions about the same thing: the newest that is not undone counts.
    """

    id: int
    kind: Kind
    about: str
    cluster: str
    name: str
    matter: OnFact | OnNames
    by: str
    at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


def counting(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Those that count, in their order: of each thing the newest decision that is not undone."""
    newest = {one.about: one.id for one in sorted(decisions, key=lambda one: one.id) if not one.is_undone}
    return tuple(one for one in decisions if newest.get(one.about) == one.id)
