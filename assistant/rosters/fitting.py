"""How well a roster meets what a question asks, and which of its members do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.request import Order
from assistant.rosters.bounding import are_apart, is_bounding, lies_there
from assistant.rosters.listed import is_one
from assistant.rosters.meeting import best, met, ordinals, says
from assistant.rosters.model import Member, Roster
from assistant.rosters.needs import LIGHT, Need
from assistant.rosters.words import begins_with, folded, heads_column, listed
from index.evidence import bag
from index.extraction.organisations import organisations_in
from index.extraction.people import named_people
from index.numerals import numbers_in
from index.query import Term
from index.register.register import Register
from index.words import is_finite, same_length_fold, tokenize

# The share of what is asked that must be met, and what it counts where it is met around the roster, not in
# what says of what it is.
ENOUGH, NEAR = 0.62, 0.85
# What is met by each by itself: where it is, whether its label holds.
BY_ITSELF = frozenset({"place", "abroad", "holds", "ended"})
# Words that a cell may have which is a value, one of a few that others of its column have too.
VALUE = 2
# The orders that numbers of members tell, and whether the greatest comes first.
BY_SIZE: dict[Order, bool] = {"most_members": True, "fewest_members": False}


@dataclass(frozen=True, slots=True)
class Asker:
    """What is asked, and by what it is judged. `within` are ids of clusters that an answer before spoke of.
    `clusters`: what is asked for are clusters, not whoever it may be."""

    needs: tuple[Need, ...]
    register: Register
    day: date
    order: Order = ""
    limit: int | None = None
    within: frozenset[str] = frozenset()
    clusters: bool = True


@dataclass(frozen=True, slots=True)
class Fit:
    """A roster, those of its members who meet what is asked, and the share of it that is met in [0, 1]."""

    roster: Roster
    members: tuple[Member, ...]
    share: float


def fit(asker: Asker, roster: Roster) -> Fit | None:
    """How a roster meets what is asked; None where something decisive is not met, or too little."""
    kept = [one for one in roster.members if not asker.within or one.cluster in asker.within]
    if asker.clusters and roster.mixed:
        kept = [one for one in kept if is_one(one)]
    if not asker.clusters:
        kept = _somebody(kept, asker.needs)
    if not kept or len(kept) < len(asker.within) or not _asks(asker) or _is_contrary(asker, roster):
        return None
    above = {need: _above(need, roster, asker) for need in asker.needs}
    bounding = [need for need in asker.needs if is_bounding(need)]
    kept = [one for one in kept if are_apart(bounding, one)]
    for need in asker.needs:
        if need.kind in BY_ITSELF and (left := _those(need, roster, kept, asker)) and above[need] != 1.0:
            kept, above[need] = left, 1.0
        # A year in a title is no value of the rows below it.
        if need in bounding and (above[need] < 1.0 or (need.of and any(one.cells for one in kept))):
            kept = [one for one in kept if lies_there(need, one)]
            above[need] = float(bool(kept))
    open_ = (need for need in asker.needs if above[need] < NEAR and not need.verb)
    said = [need for need in open_ if need.kind not in BY_ITSELF and need not in bounding]
    kept, told = _saying(said, kept, asker)
    if asker.within and len(kept) == len(asker.within):
        return None  # Which of them it is, nothing tells.
    shares = {need: 1.0 if need in told else share for need, share in above.items()}
    for need, share in shares.items():
        if not share and need.verb and any(says(need, one, asker.register, asker.day) for one in kept):
            shares[need] = share = NEAR
        if not share and need.kind == "holds":
            shares[need] = NEAR  # Nothing tells that it is over.
        if not share and need.decisive and not _untold(need, roster):
            return None
    total = sum(need.weight for need in asker.needs)
    share = sum(need.weight * share for need, share in shares.items()) / total if total else 1.0
    kept = _ordered(kept, asker) if asker.order else kept
    return Fit(roster, tuple(kept), share) if kept and share >= ENOUGH else None


def _somebody(members: list[Member], needs: Sequence[Need]) -> list[Member]:
    """The members, none where most are neither clusters nor other bodies nor people: items of a programme."""
    members = [one for one in members if not _is_asked(one, needs)]
    told = [one for one in members if is_one(one) or _is_somebody(one.name)]
    return members if len(told) * 2 > len(members) else []


def _is_somebody(name: str) -> bool:
    return bool(named_people(name) or organisations_in(name))


def _is_asked(member: Member, needs: Sequence[Need]) -> bool:
    """Whether a member is called by what is asked about: the prize is nobody who won it."""
    asked = [need for need in needs if need.term and need.decisive and not need.verb]
    return not member.cluster and any(met(need, member.name) == 1.0 for need in asked)


def share_of(asker: Asker, roster: Roster) -> float:
    """The share of what is asked that the text of a roster meets, whoever its members are; 0.0 where
    something decisive is not met, or too little."""
    if not _asks(asker) or asker.order or _turned_away(asker, roster):
        return 0.0
    if any(_is_of_another_clause(need, roster) for need in asker.needs):
        return 0.0
    shares = {need: _above(need, roster, asker) for need in asker.needs}
    if any(need.decisive and not share for need, share in shares.items()):
        return 0.0
    total = sum(need.weight for need in asker.needs)
    share = sum(need.weight * share for need, share in shares.items()) / total
    return share if share >= ENOUGH else 0.0


def _is_of_another_clause(need: Need, roster: Roster) -> bool:
    """Whether a clause that counts lacks what another clause of its sentence says; without a verb of its own
    it has that of the other."""
    clause, sentence = roster.close[0], roster.head.text
    if met(need, clause) or not met(need, sentence):
        return False
    return not need.verb or any(map(is_finite, tokenize(clause)))


def _asks(asker: Asker) -> bool:
    """Whether anything is asked that not every roster meets."""
    return bool(asker.order) or any(need.weight > LIGHT for need in asker.needs)


def _turned_away(asker: Asker, roster: Roster) -> bool:
    """Whether a text says who refused, left or was not there, and that is not asked."""
    asked = any(need.term and need.weight > LIGHT and _turns(need.term) for need in asker.needs)
    return _is_turned(roster) and not asked


def _is_turned(roster: Roster) -> bool:
    contrary, turning = tuple(listed("contrary")), listed("turning")
    return any(one.startswith(contrary) or one in turning for one in folded(roster.close[0]))


def _is_contrary(asker: Asker, roster: Roster) -> bool:
    """Whether those set together refused, left or were not there, and that is not asked; or a sentence names
    them for nothing that they share."""
    if _turned_away(asker, roster):
        return True
    if roster.listed or _is_turned(roster):
        return False
    # "They are X and Y": what they are, the sentence before says.
    texts = roster.close[: 1 + begins_with(roster.head.text, "taking_up")]
    lemmas = {lemma for text in texts for lemma in bag(text).lemmas}
    shares = not listed("light").isdisjoint(lemmas - listed("idle"))
    return not shares and not any(need.verb and best(need, texts) for need in asker.needs)


def _turns(term: Term) -> bool:
    """Whether a word that is asked says that somebody did not take part."""
    return any(lemma.startswith(tuple(listed("contrary"))) for lemma in term.lemmas)


def _above(need: Need, roster: Roster, asker: Asker) -> float:
    """How far what stands above and around meets a need for all members."""
    if need.kind in ("holds", "ended"):
        line = Member("", "", roster.head, roster.close)
        return float(bool(says(need, line, asker.register, asker.day)))
    if need.own and need.kind == "place":
        return float(_are_all_there(need, roster, asker))
    if _tells_apart(need, roster):
        return 0.0
    close = best(need, roster.close)
    if close or need.label:
        return close
    if need.kind == "ordinal" and any(map(ordinals, roster.close)):
        return 0.0  # Of another round, contest or edition.
    if need.kind == "abroad":
        return 0.0
    # A sentence is told by itself: the day and the names around it are others'.
    near = best(need, roster.near) if roster.listed or not need.decisive else 0.0
    return NEAR * (near or _dated(need, roster))


def _tells_apart(need: Need, roster: Roster) -> bool:
    """Whether a column of a table holds nothing but the word in the rows of some, and something else in those
    of others, which its head does not name: what is said above of all, of all grades, is said of none."""
    if need.term is None:
        return False
    cells = [cell for one in roster.members for cell in one.cells]
    held = {cell.head for cell in cells if _is_value(need, cell.text) and not met(need, cell.head)}
    return any(cell.head in held and not met(need, cell.text) for cell in cells)


def _is_value(need: Need, text: str) -> bool:
    return len(text.split()) <= VALUE and met(need, text) == 1.0


def _are_all_there(need: Need, roster: Roster, asker: Asker) -> bool:
    """Whether what is above says of all where they are: in the question's words, "klastry warmińskie", or so
    that what is known of none is against it."""
    if need.phrase and any(need.phrase in _plain(text) for text in roster.close):
        return True
    if not best(need, roster.close):
        return False
    return all(says(need, one, asker.register, asker.day) is not False for one in roster.members)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", same_length_fold(text))


def _dated(need: Need, roster: Roster) -> float:
    """Whether the document is of the time that is asked about."""
    day, period = roster.head.passage.document.date, need.period
    if day is None or period is None or period.relation not in ("during", "on", "between"):
        return 0.0
    return float(period.moment.first <= day <= (period.other or period.moment).last)


def _those(need: Need, roster: Roster, kept: Sequence[Member], asker: Asker) -> list[Member]:
    """The members that are there, or whose label holds; with them those of whom nothing tells where they are,
    where the text around says it of somebody."""
    own = [one for one in kept if says(need, one, asker.register, asker.day)]
    if not own or need.kind != "place" or not best(need, (*roster.close, *roster.near[:3])):
        return own
    return [one for one in kept if one in own or says(need, one, asker.register, asker.day) is None]


def _saying(needs: Sequence[Need], kept: list[Member], asker: Asker) -> tuple[list[Member], frozenset[Need]]:
    """The members of whom one line says most of what the text around does not, and what it says."""
    told: dict[int, set[Need]] = {}
    for n, member in enumerate(kept):
        lines = (*member.said, *member.above, member.name)
        found = [{one for one in needs if met(one, line)} for line in lines]
        most = max(found, key=_weight, default=set())
        most |= {one for one in needs if one.sectors and says(one, member, asker.register, asker.day)}
        most |= {one for one in needs if any(met(one, line) for line in member.above)}
        told[n] = most
    best_told = max(told.values(), key=_weight, default=set())
    if not best_told:
        return kept, frozenset()
    return [one for n, one in enumerate(kept) if told[n] >= best_told], frozenset(best_told)


def _weight(needs: set[Need]) -> float:
    return sum(need.weight for need in needs)


def _untold(need: Need, roster: Roster) -> bool:
    """Whether a word cannot be known to be missing: it has no translation into the document's language."""
    language = roster.head.passage.language or roster.head.passage.document.language
    return bool(need.verb and need.term and language != need.language and len(need.term.lemmas) == 1)


def _ordered(members: Sequence[Member], asker: Asker) -> list[Member]:
    """The first of the members by their numbers; none where these are not told of nearly all."""
    if asker.order not in BY_SIZE:
        return []
    sized = [(size, one) for one in members if (size := _size(one)) is not None]
    if len(sized) < max(2, len(members) - 1):
        return []
    sized.sort(key=lambda one: one[0], reverse=BY_SIZE[asker.order])
    return [one for _, one in sized[: asker.limit or 1]]


def _size(member: Member) -> int | None:
    """How many belong to a member: the number under such a head, or else the only one in its line."""
    if member.cells:
        heads = (cell for cell in member.cells if heads_column(cell.head, "members"))
        return next((one.value for cell in heads for one in numbers_in(cell.text)), None)
    numbers = [one.value for text in member.said for one in numbers_in(text.replace(member.name, ""))]
    return numbers[0] if len(numbers) == 1 else None
