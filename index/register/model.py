"""What the register holds, as values: clusters, the facts known of each, and conditions to choose them by."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from documents.model import Place, Span
from documents.moments import Moment
from index.model import StoredDocument

Attribute = Literal[
    "status",
    "coordinator",
    "representative",
    "person",
    "email",
    "phone",
    "website",
    "address",
    "place",
    "region",
    "country",
    "sector",
    "members",
    "founded",
    "mission",
    "partner",
    "project",
    "refusal",
]
# A status that a document takes away. Such a fact says that it no longer holds, from `until` on.
WITHDRAWN = "withdrawn"
# So the qualifier begins of those who were something before, where no document says until when.
FORMERLY = ("former", "poprzednio")
# The qualifier of a place where a cluster has a further office, not its seat.
OFFICE = "office"

# What staff made of a fact. "overruled": nobody looked at it, and it disagrees with what somebody checked.
ReviewState = Literal["", "confirmed", "corrected", "added", "overruled"]
CHECKED: frozenset[ReviewState] = frozenset({"confirmed", "corrected", "added"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands: the span of the sentence, item or row that states it, with its verbatim text.

    `scope` are spans with their texts that stand above it and give it a date, a round, a label or its
    subject: the line that introduces a list, the heads of a table, a heading. `review` is what staff made of
    the fact that it states. `version` is the number of the earlier version of the document in which the words
    stood, where the present one has them no more; 0 where it has.
    """

    document: StoredDocument
    passage: int
    place: Place
    span: Span
    quote: str
    scope: tuple[tuple[Span, str], ...] = ()
    review: ReviewState = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable statement about a cluster.

    `value` by attribute: status: the label's key ("KKK"); coordinator, representative, partner, project: a
    name in its base form; refusal: the key of a label that was not given, from `since` the day of that,
    `qualifier` the round; person: a name, `qualifier` the role as written; phone: digits, with + where
    written; place: a town's name; region, country, sector: a key of index/taxonomy.py; members: digits,
    `qualifier` what is counted as written; founded: an ISO date, month or year; mission: the words that state
    it. A status' `qualifier` is its round as written ("VI"), or WITHDRAWN. `since` and `until` are as exact
    as the source. `said_on` is the day the source speaks of: its date. `beside` are the sources from which a
    status told as one takes what its own leaves out. `review` is what staff made of it, by the decision of
    that id (`index/review`); the `id` of a fact that no document was read to say is that number, negative.
    """

    id: int
    attribute: Attribute
    value: str
    source: Source
    qualifier: str = ""
    since: Moment | None = None
    until: Moment | None = None
    said_on: date | None = None
    beside: tuple[Source, ...] = ()
    review: ReviewState = ""
    decision: int = 0

    @property
    def is_former(self) -> bool:
        """Whether it says who was something before, without saying until when."""
        return self.until is None and self.qualifier.partition(" ")[0] in FORMERLY

    @property
    def is_checked(self) -> bool:
        """Whether somebody looked at it and stands by what it says."""
        return self.review in CHECKED

    def holds_on(self, day: date) -> bool:
        """Whether its validity, as far as it is said, has that day in it."""
        begun = self.since is None or self.since.first <= day
        return begun and (self.until is None or day <= self.until.last) and self.qualifier != WITHDRAWN


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster, by the fullest of its names; `aliases` are the others, in base forms.

    `mentions` is where documents name it, one source a document, in the order of the library. Facts that
    staff checked come first, then the newest. `unsure` are ids of documents that do not say that it is one.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Source, ...]
    unsure: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def of(self, *attributes: Attribute) -> tuple[Fact, ...]:
        """Its facts of these attributes, those that staff checked first, then the newest source."""
        return tuple(fact for fact in self.facts if fact.attribute in attributes)


Comparison = Literal["more", "at_least", "less", "at_most", "exactly"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a cluster must meet to be chosen; an empty field asks nothing, all others must hold together.

    `status` is a label's key, "*" for any label, "* Label" for any with that word in its name,
    "A|B" for either of two; `round` as
    written. Of the status: `valid_on` a day it holds on, `valid_during` a time it holds in at least for a
    while, `ends_in` a time its end lies in ("until 2025"), `ended_by` a day by which it had ended,
    `ends_after` a day it outlasts, `begins_in` a time it was given in; `withdrawn`, whether it was taken
    away; `lost`, whether it ended, in a time or a round, and was not given again; `refused`, whether it was
    asked for and not given; `kept`, whether it must not have been.
    `sectors`, `regions`, `countries` are keys of which one must fit, `towns` folded names. `outside` are
    regions and countries that it must not be in, while it is known where it is. `coordinator` is a name,
    `bodies` are kinds of which its coordinator, or else its representative, must be one
    (index/body_kinds.py). `members` compares the newest number. `within` are ids of clusters. `text` are
    words that its names or facts hold, `in_name` what a name holds, `known` attributes of each of which it
    has facts. Of `excluded` it must meet none.
    """

    status: str = ""
    round: str = ""
    valid_on: date | None = None
    valid_during: Moment | None = None
    ends_in: Moment | None = None
    ended_by: date | None = None
    ends_after: date | None = None
    begins_in: Moment | None = None
    withdrawn: bool = False
    refused: bool = False
    lost: bool = False
    kept: bool = False
    sectors: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    coordinator: str = ""
    bodies: frozenset[str] = frozenset()
    founded: Moment | None = None
    members: tuple[Comparison, int] | None = None
    most_members: int | None = None
    within: frozenset[str] = frozenset()
    text: str = ""
    in_name: str = ""
    known: frozenset[Attribute] = frozenset()
    excluded: tuple["Conditions", ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A cluster that meets conditions, and for each condition the fact that meets it."""

    cluster: Cluster
    facts: tuple[Fact, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Named:
    """Clusters that a text names at a span, by their ids: several where the words fit several.

    Not `exact` where a slip of the finger was corrected, or the name was translated.
    """

    span: Span
    clusters: tuple[str, ...]
    exact: bool = True
