"""A question taken apart: the clusters it names, its conditions, what it asks for, and what is left."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from assistant.question import Question
from assistant.request import Order
from assistant.requests.ages import take_age
from assistant.requests.attributes import TIMES, Wish, wish_of
from assistant.requests.bodies import LEADING, take_bodies
from assistant.requests.describing import take_descriptions, take_doubled
from assistant.requests.limits import ORDERS, take_limit
from assistant.requests.members import take_members
from assistant.requests.places import respell, take_places
from assistant.requests.presence import take_presence
from assistant.requests.roles import mistyped_role, role_spans
from assistant.requests.rounds import round_number, take_round
from assistant.requests.status import founding, is_ahead, named_in, take_label, validity
from assistant.requests.ties import take_tied
from assistant.requests.tokens import Tokens, lexicon, mark, tokens_of
from assistant.requests.turns import take_turns, take_via
from assistant.requests.value import Value, take_value
from documents.model import Span
from documents.periods import periods
from index.register.model import Conditions

# What a name is to hold, as somebody quotes it; and what a question goes on with beside that.
IN_QUOTES = re.compile(r"[„“”\"«'‘]([^„“”\"»'’]{2,40})[”“\"»'’]")
DASH = re.compile(r"\s[–—-]\s")
# A word of these that nothing else was made of turns a question round; no condition can say so.
NEGATIONS = frozenset(
    (
        "nie",
        "bez",
        "oprocz",
        "poza",
        "not",
        "without",
        "except",
        "excluding",
        "besides",
        "apart",
        "don",
        "doesn",
        "aren",
    )
)
# Concepts that stand for nothing in a request where no attribute was made of them, with those they make.
TELLING = {"members": "members", "firms": "members", "founded": "founded"}
# The label that rounds are spoken of without.
NATIONAL = "KKK"
HOME = "PL"
# What clusters are put in order by is told.
ORDERED: Mapping[Order, str] = {
    "most_members": "members",
    "fewest_members": "members",
    "oldest": "founded",
    "newest": "founded",
}
# Before a place, what says that something is in it.
INSIDE = frozenset(("w", "we", "na", "in", "within", "across", "around", "throughout"))


class Named(Protocol):
    """Clusters that a text names at a span."""

    @property
    def span(self) -> Span: ...
    @property
    def clusters(self) -> tuple[str, ...]: ...


class Register(Protocol):
    """What is asked of the register to understand a question."""

    def __hash__(self) -> int: ...
    @property
    def labels(self) -> Mapping[str, int]: ...
    @property
    def rounds(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def abroad(self) -> frozenset[str]: ...
    def named(self, text: str, *, lenient: bool = False) -> Sequence[Named]: ...
    def whereabouts(self, id: str) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What a question is made of. `named` are the ids of clusters, a tuple for each place that names any."""

    question: Question
    tokens: Tokens
    named: tuple[tuple[str, ...], ...]
    conditions: Conditions
    wish: Wish
    value: Value
    order: Order
    dated: bool
    limit: int | None = None
    via: bool = False

    def has(self, *concepts: str) -> bool:
        """Whether words stand in it for one of these concepts."""
        return self.tokens.has(*concepts)

    @property
    def clusters(self) -> tuple[str, ...]:
        """The ids of all clusters named, each once, in order."""
        return tuple(dict.fromkeys(id for ids in self.named for id in ids))

    @property
    def conditioned(self) -> bool:
        """Whether it asks for anything that not every cluster meets."""
        return self.conditions != Conditions()

    def _asks_who(self, place: int) -> bool:
        """ "Jaka firma koordynuje": the noun only says that it is no person who is asked for."""
        who = {"coordinator", "representative", "person", "partner"}
        after_which = place > 0 and self.tokens.meaning[place - 1] == "which"
        return after_which and not who.isdisjoint(self.wish.attributes)

    def unread(self, *unused: str) -> tuple[str, ...]:
        """The words that tell something and that nothing was made of; those of `unused` meanings are among
        them."""
        made: set[str] = {*self.wish.attributes, *(("founded",) if self.conditions.founded else ())}
        made |= {ORDERED[self.order]} if self.order in ORDERED else set()
        idle = {concept for concept, attribute in TELLING.items() if attribute not in made} | set(unused)
        idle_places = {n for n in self.tokens.places(*idle) if not self._asks_who(n)}
        left = set(self.tokens.left()) | idle_places
        left |= {
            n
            for n, token in enumerate(self.tokens.tokens)
            if token.folded in NEGATIONS and not self.tokens.meaning[n]
        }
        return tuple(self.tokens.tokens[place].text for place in sorted(left))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


# A question is read by several answers, one after another; a register is held on to no longer than that.
@lru_cache(maxsize=8)
def take_apart(question: Question, register: Register, today: date, *, lenient: bool = False) -> Parts:
    """The parts of a question: each word is taken once, names first. `lenient`: a common word that a cluster
    is called by is its name even in small letters."""
    tokens = tokens_of(question.text)
    named = tuple(register.named(question.text, lenient=lenient))
    labels = named_in(question.text, register.labels)
    # "Kto jest Klastrem Wiodącym Podlasia?" names no cluster.
    named = tuple(one for one in named if not any(_meet(one.span, label.span) for label in labels))
    named = take_doubled(tokens, named)
    for one in named:
        tokens.take_span(one.span, "name")
    take_descriptions(tokens, named, register)
    label = take_label(tokens, register.labels)
    round = take_round(tokens)
    role = _take_roles(tokens)
    mark(tokens)
    take_turns(tokens)
    via = take_via(tokens)
    round = round or _last_round(tokens, register.rounds.get(label or NATIONAL, ()))
    for place in tokens.places("results"):
        tokens.meaning[place] = "gained" if round else ""
    members, most = take_members(tokens)
    conditions = Conditions(
        status=label,
        round=round,
        members=members,
        most_members=most,
        bodies=take_bodies(tokens, continues=question.continues),
    )
    conditions = replace(conditions, founded=take_age(tokens, today))
    conditions, dated = _timed(conditions, tokens, today, continues=question.continues)
    limit = take_limit(tokens)
    text = _take_text(tokens)
    tied = take_tied(tokens)
    places = take_places(tokens, register.abroad | {HOME})
    _take_verb(tokens)
    _take_contests(tokens)
    value = tied or take_value(tokens, question.language)
    places = respell(tokens, places)
    conditions = replace(places.conditions(conditions, outside=value.span), in_name=text)
    conditions = _foreign(conditions, tokens, register.abroad)
    conditions = replace(conditions, known=take_presence(tokens))
    wish = wish_of(tokens, label, role).beside(conditions)
    order: Order = next((one for one in ORDERS if tokens.has(one)), "")
    ids = tuple(one.clusters for one in named)
    conditions = _completed(conditions, tokens, today)
    return Parts(question, tokens, ids, conditions, wish, value, order, dated, limit, via)


def _take_roles(tokens: Tokens) -> str:
    """The key of the first role named, all of them taken."""
    free = [
        token.folded if not meaning else ""
        for token, meaning in zip(tokens.tokens, tokens.meaning, strict=True)
    ]
    found = role_spans(free)
    if not found and (typed := mistyped_role(tokens.text, free)):
        found = role_spans(typed)
    for _, start, end in found:
        tokens.take(start, end, "role")
    return found[0][0] if found else ""


def _take_verb(tokens: Tokens) -> None:
    """Nothing back; between "clusters" and a sector, or "in" a place, any verb says that they are there."""
    for start in tokens.places("clusters", "cluster"):
        verb = _next_said(tokens, start)
        # "Cluster policy" is a noun.
        if verb is None or tokens.meaning[verb] or tokens.tokens[start].folded == "cluster":
            continue
        place = _next_said(tokens, verb)
        if place is None:
            continue
        inside = tokens.meaning[place] == "place_value" and tokens.tokens[place - 1].folded in INSIDE
        if inside or tokens.meaning[place] == "sector_value":
            tokens.meaning[verb] = "filler"


def _next_said(tokens: Tokens, place: int) -> int | None:
    """The next word that tells something, the pronoun of a relative clause left out."""
    following = range(place + 1, len(tokens.tokens))
    return next((n for n in following if not tokens.says_nothing(n) and tokens.meaning[n] != "which"), None)


def _last_round(tokens: Tokens, rounds: Sequence[str]) -> str:
    """The last round there is of a label, in Roman figures, where that is asked about."""
    said = tokens.all_of("last_round")
    if not said or not rounds:
        return ""
    tokens.take(said[0].start, said[0].end, "round_value")
    return round_number(rounds[-1])


def _foreign(conditions: Conditions, tokens: Tokens, abroad: frozenset[str]) -> Conditions:
    """The conditions, the countries other than Poland where clusters from abroad are asked for."""
    if not tokens.has("foreign") or not abroad or conditions.countries - {"PL"}:
        return conditions
    return replace(conditions, countries=abroad)


def _take_contests(tokens: Tokens) -> None:
    """Nothing back; the contest that a status is given in is told by the status."""
    if tokens.places("label", "round_value", "status"):
        words = lexicon()["contests"]["words"]
        for place in tokens.left():
            if tokens.tokens[place].folded in words:
                tokens.meaning[place] = "filler"


def _take_text(tokens: Tokens) -> str:
    """What a name is to hold, "with Valley in the name": what stands in quotation marks, else the words
    nothing was made of, as far as a dash; all of them taken."""
    if not tokens.has("named_so"):
        return ""
    left = tokens.left()
    for place in left:
        tokens.take(place, place + 1, "text_value")
    if (quoted := IN_QUOTES.search(tokens.text)) is not None:
        return quoted[1]
    dash = DASH.search(tokens.text)
    end = dash.start() if dash is not None else len(tokens.text)
    return " ".join(tokens.tokens[place].text for place in left if tokens.tokens[place].span.start < end)


def _timed(
    conditions: Conditions, tokens: Tokens, today: date, *, continues: bool
) -> tuple[Conditions, bool]:
    """The conditions with the times that the question names, and whether it names a date of its own.
    `continues`: it goes on from one before."""
    dated = False
    text = tokens.without("name", "label", "round_value", "members_value", "age_value")
    for period in periods(text, today=today):
        about_status = bool(conditions.status) or tokens.has(
            "status", "ended", "gained", "renewed", "round", "still"
        )
        if period.relation == "since" and not about_status and _goes_on(tokens, period.span):
            conditions = replace(conditions, founded=period.moment)
        elif tokens.has("founded") and not tokens.has("ended") and period.relation != "now":
            conditions = founding(conditions, period)
        elif (
            about_status
            or continues
            or conditions.round
            or tokens.has("holds", "cluster", "clusters", "about_that", "those")
            or _leads_then(tokens)
            or len(tokens.tokens) < 5
        ):
            conditions = validity(conditions, period, tokens, today)
            dated = dated or period.relation != "now"
        else:
            continue
        _take_period(tokens, period.span)
    return conditions, dated


def _goes_on(tokens: Tokens, since: Span) -> bool:
    """Whether clusters are said to exist or to work since a time: they were founded in it."""
    before = [token.folded for token in tokens.tokens if token.span.end <= since.start]
    lasting = bool(before) and before[-1].startswith(tuple(lexicon()["lasting"]["verbs"]))
    return lasting and bool(tokens.places("clusters", "cluster", "them", "of_them", "those"))


def _leads_then(tokens: Tokens) -> bool:
    """Whether it is asked who led the cluster that is named, or was spoken of, at some time."""
    of_one = tokens.places("name") or tokens.has("it", "them")
    return bool(of_one) and (tokens.has(*LEADING) or bool(tokens.places("role")))


def _take_period(tokens: Tokens, span: Span) -> None:
    for place, token in enumerate(tokens.tokens):
        inside = span.start <= token.span.start < span.end
        if inside and tokens.meaning[place] not in {"ended", "gained", "status", "still", "until_when"}:
            tokens.meaning[place] = "period"


def _completed(conditions: Conditions, tokens: Tokens, today: date) -> Conditions:
    """The conditions with what goes without saying: a status that is spoken of by its time alone, one that
    ended some day before today or still holds, the country of a national label."""
    if not _is_timed(conditions) and (conditions.status or tokens.has("status")):
        if tokens.has("ended") and not tokens.has(*TIMES):
            if is_ahead(tokens):
                conditions = replace(conditions, ends_after=today)
            else:
                conditions = replace(conditions, ended_by=today)
        elif tokens.has("now") and not tokens.has(*TIMES):
            conditions = replace(conditions, valid_on=today)
    if tokens.has("refused") and (conditions.status or tokens.has("status")):
        conditions = replace(conditions, refused=True, ended_by=None, ends_after=None)
    if tokens.has("withdrawn"):
        conditions = replace(conditions, withdrawn=True, ended_by=None, ends_after=None)
    if not conditions.status and (_is_timed(conditions) or conditions.round or tokens.has("status")):
        conditions = replace(conditions, status="*")
    if conditions.status == NATIONAL and conditions.countries == {"PL"}:
        conditions = replace(conditions, countries=frozenset())
    return conditions


def _is_timed(conditions: Conditions) -> bool:
    """Whether they say when the status is to hold, to begin or to end."""
    return any(
        (
            *(conditions.valid_on, conditions.valid_during, conditions.ends_in),
            *(conditions.ended_by, conditions.ends_after, conditions.begins_in, conditions.withdrawn),
            conditions.refused,
        )
    )
