"""What a question asks of the register."""

from dataclasses import dataclass, field
from typing import Literal

from index.register.model import Attribute, Conditions

# list: which clusters; count: how many; attribute: something of named clusters; holder: which cluster has
# this coordinator, person, telephone; yes_no: whether a named cluster meets the conditions; comparison of two
# or more; recommendation: which cluster suits who asks.
Wanted = Literal["list", "count", "attribute", "holder", "yes_no", "comparison", "recommendation"]
# What of a status is asked for: its end, its beginning, its round; "" the status itself.
Aspect = Literal["", "until", "since", "round"]
# By what the clusters are to be put in order, the first of them being the answer to "which is the largest".
Order = Literal[
    "", "most_members", "fewest_members", "oldest", "newest", "ends_first", "ends_last", "begins_first"
]


# Of those who follow one another in a cluster: who it was before, or who comes after those who are.
Turn = Literal["", "before", "after"]


@dataclass(frozen=True, slots=True)
class Request:
    """A question read against the register.

    `clusters` are the ids of those it names, in its order. `attributes` are what it asks for of them, or in
    addition to their names in a list. `value` is what a holder is looked for by, or what a yes_no asks about
    beside `conditions` (an organisation, a person). `described` is the firm that asks for a recommendation,
    in its words. `dated`: the question or `as_of` names a date, so that nothing outside it is an answer.
    `unread` are words that tell something and that nothing in the request stands for: with one of them, the
    register alone may not know what is meant. `role` is the key of the role a person is asked for in
    ("president"; requests/roles.py knows roles as written), `aspect` what of a status is asked for.
    `ambiguous`: a name in the question fits several of `clusters`. `without` are ids that "the others" leaves
    out. `leaned`: it was read with what was asked before. `ever`: a yes_no asks whether it was ever so, not
    whether it is. `limit` is how many of those in an `order` are asked for. `turn`: whoever was, or is to be,
    in place of those who are. `single`: the clusters are spoken of as one, "the dairy cluster of Podlasie".
    `via`: who leads the coordinator is asked for. `office`: the way to reach an office is, not a person.
    """

    wanted: Wanted
    clusters: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    value: str = ""
    described: str = ""
    dated: bool = False
    unread: tuple[str, ...] = ()
    role: str = ""
    aspect: Aspect = ""
    order: Order = ""
    limit: int | None = None
    turn: Turn = ""
    single: bool = False
    via: bool = False
    office: bool = False
    ambiguous: bool = False
    without: frozenset[str] = frozenset()
    leaned: bool = False
    ever: bool = False
