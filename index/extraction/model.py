"""What one document says of clusters, before it is known which clusters other documents speak of."""

from dataclasses import dataclass
from datetime import date

from documents.model import Span
from documents.moments import Moment
from index.register.model import Attribute

# Proper names of clusters, each with a fuller name of the same cluster.
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a document gives a cluster: in its base form, and where it stands first.

    `kind` says what makes it a name of this cluster: "full" a name of its own, "short" a part of a fuller one
    ("Dolina Lotnicza" for Klaster Dolina Lotnicza), "acronym", "translation" (in brackets, after "czyli"),
    "generic" for words that name it in this document only ("the Cluster", never kept).
    """

    text: str
    span: Span
    kind: str = "full"


@dataclass(frozen=True, slots=True)
class Subject:
    """A cluster as one document knows it: its names, the fullest first.

    `passage` is an index into Document.passages, of the sentence at `span` where it is first named. `sure`:
    the document says that it is a cluster; otherwise it is one only if another document says so.
    """

    names: tuple[Name, ...]
    passage: int
    span: Span
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact about a subject (an index into Extract.subjects); the rest as in index.register.model.Fact.

    `span` is that of the sentence, item or row which states it, `scope` those of lines above it.
    """

    subject: int
    attribute: Attribute
    value: str
    passage: int
    span: Span
    scope: tuple[Span, ...] = ()
    qualifier: str = ""
    since: Moment | None = None
    until: Moment | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """All that a document says of clusters, in its order.

    `recipe` numbers the way in which it was read (index/extraction/extract.py); 0 is none of them. `told` are
    the proper names by which it calls clusters by itself, `given` those of other documents that it was read
    with.
    """

    subjects: tuple[Subject, ...] = ()
    claims: tuple[Claim, ...] = ()
    recipe: int = 0
    told: Pairs = ()
    given: Pairs = ()
