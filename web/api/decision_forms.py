"""The shapes of decisions in the interface."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from index.register.model import Attribute
from index.review.deciding import LONGEST_NAME, LONGEST_QUOTE
from index.review.model import Kind
from index.review.values import LONGEST_MISSION, LONGEST_VALUE
from web.decision_words import Stands

_LONGEST_ID = 200
_MOST = 200

Id = Annotated[str, Field(min_length=1, max_length=_LONGEST_ID)]
Key = Annotated[str, Field(min_length=1, max_length=40, description="A fact's `key`, as its cluster has it.")]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
Time = Annotated[str, Field(max_length=30, examples=["2025-12-17", "2025-12", "2025"])]


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SaidForm(_Given):
    """What a fact says: keys where the attribute has them, dates as exact as they are known."""

    value: Annotated[str, Field(min_length=1, max_length=LONGEST_MISSION)]
    qualifier: Annotated[str, Field(max_length=LONGEST_VALUE)] = ""
    valid_from: Time = ""
    valid_until: Time = ""


class JudgedForm(_Given):
    """Facts are true, or are not."""

    kind: Literal["confirmed", "rejected"]
    facts: Annotated[list[Key], Field(min_length=1, max_length=_MOST)]


class CorrectedForm(_Given):
    """A fact says this; with `to`, of the cluster with that id."""

    kind: Literal["corrected"]
    fact: Key
    says: SaidForm
    to: Annotated[str, Field(max_length=_LONGEST_ID)] = ""


class AddedForm(_Given):
    """A document states a fact: in words that stand in it (`quote`), or from `start` to `end` of its text."""

    kind: Literal["added"]
    attribute: Attribute
    says: SaidForm
    document: Id
    quote: Annotated[str, Field(max_length=LONGEST_QUOTE)] = ""
    start: Annotated[int | None, Field(ge=0, le=10**9)] = None
    end: Annotated[int | None, Field(ge=0, le=10**9)] = None


class JoinedForm(_Given):
    """Another cluster is this one."""

    kind: Literal["joined"]
    other: Id


class PartedForm(_Given):
    """Names are not this cluster's, but, with `to`, that one's."""

    kind: Literal["parted"]
    names: Annotated[list[Name], Field(min_length=1, max_length=_MOST)]
    to: Annotated[str, Field(max_length=_LONGEST_ID)] = ""


class MovedForm(_Given):
    """A document means another cluster: the one with the id `to`, or that is to have this name."""

    kind: Literal["moved"]
    document: Id
    to: Name


class CalledForm(_Given):
    """The cluster is shown by a name."""

    kind: Literal["called"]
    name: Name


class DismissedForm(_Given):
    """It is no cluster."""

    kind: Literal["dismissed"]


DecisionGiven = Annotated[
    JudgedForm | CorrectedForm | AddedForm | JoinedForm | PartedForm | MovedForm | CalledForm | DismissedForm,
    Field(discriminator="kind"),
]


class DecidedForm(BaseModel):
    """The numbers of the decisions that were made."""

    decisions: list[int]


class DecisionForm(BaseModel):
    """A decision. `stands` says what became of it: `kept`, where it holds by an earlier version of its
    document and nobody has looked at it since; `lost`, where that has its words no more; `removed`,
    where the document is not in the library; `replaced`, where a newer one took its place."""

    id: int
    kind: Kind
    cluster: str = Field(description="The id that the cluster had when it was made.")
    name: str
    by: str
    at: datetime.datetime
    stands: Stands
    undone_by: str | None
    document: str = Field(description="The id of the document it is about, or nothing.")
    quote: str
    what: str = Field(description="What it is about, in words.")
    instead: str = Field(description="What holds in place of that, in words, or nothing.")


class DecisionsForm(BaseModel):
    """The newest first."""

    decisions: list[DecisionForm]
    found: int
    limit: int
    offset: int
