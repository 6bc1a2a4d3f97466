"""Statuses in time: which of those said of a cluster stand, and when each holds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from documents.moments import Moment
from index.extraction.validity import says
from index.register.clusters import is_outdated, said_on
from index.register.model import WITHDRAWN, Fact, Source

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Standing:
    """A status that no newer document contradicts, from its first to its last day; `until` as it was said.

    Without a beginning it has always begun. Without an end it is known to hold through the year of the source
    that states it; without a date even there, on no day. `withdrawn`: a document takes it away, and `last`
    is the day before. `shown` is the fact with what others say of the same status.
    """

    fact: Fact
    first: date
    last: date
    until: Moment | None
    shown: Fact
    withdrawn: Fact | None = None

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last


def standing(facts: Iterable[Fact]) -> tuple[Standing, ...]:
    """The statuses among the facts of one cluster that stand, the latest end first."""
    statuses = [one for one in facts if one.attribute == "status" and one.review != "overruled"]
    granted = [one for one in statuses if one.qualifier != WITHDRAWN]
    withdrawn = withdrawals(statuses)
    stand = [
        one for one in granted if not any(contradicts(other, one) or _covers(other, one) for other in granted)
    ]
    found = (
        _standing(one, shown, [taken for taken in withdrawn if _takes(taken, one)])
        for one, shown in zip(stand, as_one(stand), strict=True)
    )
    return tuple(sorted(found, key=_latest_first))


def withdrawals(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of one cluster that say a status was taken away, in their order; one without a day as the one
    that tells the day of it, those with such a day first."""
    statuses = [one for one in facts if one.attribute == "status"]
    taken = [one for one in statuses if one.qualifier == WITHDRAWN and not _is_but_over(one, statuses)]
    meant = {one: next((other for other in taken if _is_day_of(other, one, statuses)), one) for one in taken}
    found: dict[Fact, list[Source]] = {}
    for one in sorted(taken, key=lambda one: meant[one] is one and one.until is None):
        found.setdefault(meant[one], []).extend([] if meant[one] is one else [one.source])
    return tuple(replace(one, beside=(*one.beside, *sources)) for one, sources in found.items())


def _is_but_over(one: Fact, statuses: Sequence[Fact]) -> bool:
    """Whether a loss that is told without its day was told after all terms of the status had ended: it says
    no more than they do; nor does that it expired, told by nobody knows when."""
    said = said_on(one)
    if one.until is not None or (said == date.min and not says(one.source.quote, "over")):
        return False
    terms = [other for other in statuses if other.value == one.value and other.qualifier != WITHDRAWN]
    return bool(terms) and all(
        other.until and (said == date.min or other.until.last < said) for other in terms
    )


def _is_day_of(dated: Fact, one: Fact, statuses: Sequence[Fact]) -> bool:
    """Whether a fact tells the day of a loss that another tells without: no later than that was said, and no
    status was given in between."""
    if dated.until is None or one.until is not None or dated.value != one.value:
        return False
    said = said_on(one)
    if said != date.min and dated.until.first > said:
        return False
    given = (one.since.first for one in statuses if one.since and one.value == dated.value)
    return not any(dated.until.first < day and (said == date.min or day <= said) for day in given)


def as_one(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Status facts of one cluster, each with the round and the exactest dates that any fact gives of the same
    status."""
    if len(facts) < 2:
        return tuple(facts)
    return tuple(_completed(one, [other for other in facts if same_status(one, other)]) for one in facts)


def same_status(one: Fact, other: Fact) -> bool:
    """Whether two facts may speak of the same status and none gives what the other rules out."""
    if one is other or one.value != other.value or WITHDRAWN in (one.qualifier, other.qualifier):
        return False
    apart = differ(one.until, other.until) and not (_is_counted(one, other) or _is_counted(other, one))
    if differ(one.since, other.since) or apart:
        return False
    round, second = round_key(one.qualifier), round_key(other.qualifier)
    if round and second:
        return round == second
    return one.until is not None and other.until is not None


def _completed(fact: Fact, others: Sequence[Fact]) -> Fact:
    beside = list(fact.beside)
    # What a person set is no less exact than a source that nobody looked at.
    for other in others if fact.review not in ("corrected", "added") else ():
        since, until = exacter(fact.since, other.since), exacter(fact.until, other.until)
        until = other.until if _is_counted(fact, other) else until
        if (since, until) != (fact.since, fact.until) or (other.qualifier and not fact.qualifier):
            beside.append(other.source)
        fact = replace(fact, since=since, until=until, qualifier=fact.qualifier or other.qualifier)
    return replace(fact, beside=tuple(dict.fromkeys(beside)))


def exacter(one: Moment | None, other: Moment | None) -> Moment | None:
    """The shorter of two times, where they can be the same; the first where they cannot."""
    if one is None or other is None or differ(one, other):
        return one or other
    return other if other.last - other.first < one.last - one.first else one


def contradicts(newer: Fact, older: Fact) -> bool:
    """Whether a status is what a document says in place of another, older or marked as out of date: other
    dates for the same round, or, where no round is told, another end while the first would still run."""
    if older.is_checked and not newer.is_checked:
        return False
    if newer.value != older.value or not _counts_before(newer, older):
        return False
    if round_key(newer.qualifier) != round_key(older.qualifier):
        return False
    if (newer.since, newer.until) == (older.since, older.until):
        return False
    if older.qualifier:
        return differ(newer.until, older.until) or differ(newer.since, older.since)
    runs = older.until is not None and (is_outdated(older) or said_on(newer) <= older.until.last)
    return runs and differ(newer.until, older.until)


def _counts_before(newer: Fact, older: Fact) -> bool:
    """Whether a fact is known to be newer, or the other's source alone is marked as out of date."""
    if is_outdated(newer) != is_outdated(older):
        return is_outdated(older)
    # Of what has no date it is not known that it is older.
    return said_on(newer) > said_on(older) != date.min


def _covers(other: Fact, one: Fact) -> bool:
    """Whether a status told without a round or a date is one that another fact gives a date for: it held when
    the first was said, or begins in that year."""
    if other.value != one.value or one.qualifier or one.since or one.until or other.until is None:
        return False
    said = said_on(one)
    first = other.since.first if other.since else date.min
    return said != date.min and first.year <= said.year and said <= other.until.last


def _is_counted(one: Fact, other: Fact) -> bool:
    """Whether one's end is the day before the other's, as who counts years from a beginning takes it, and the
    other tells no beginning."""
    if one.since is None or other.since is not None or one.until is None or other.until is None:
        return False
    days = {(one.until.last - one.until.first).days, (other.until.last - other.until.first).days}
    return days == {0} and (other.until.first - one.until.first).days == 1


def round_key(round: str) -> str:
    """A round as digits, whether written "VI", "6", "6." or "6th"; else folded as it stands."""
    plain = round.strip().strip(".").lower()
    if plain and all(letter in ROMAN for letter in plain):
        values = [ROMAN[letter] for letter in plain]
        return str(
            sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        )
    digits = re.match(r"\d+", plain)
    return digits.group() if digits else plain


def differ(one: Moment | None, other: Moment | None) -> bool:
    """Whether two times cannot be the same one, told more or less exactly."""
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)


def _takes(withdrawal: Fact, status: Fact) -> bool:
    """Whether a document takes away a status, and nothing says so of the status later: than the day it was
    taken away on, if that is told, or than the document was made; one without either takes all."""
    if withdrawal.value != status.value:
        return False
    if withdrawal.until and status.since and withdrawal.until.last < status.since.first:
        return False
    if is_outdated(withdrawal) != is_outdated(status):
        return is_outdated(status)
    told = max(said_on(withdrawal), withdrawal.until.first if withdrawal.until else date.min)
    return told == date.min or told >= said_on(status)


def _standing(fact: Fact, shown: Fact, withdrawals: Sequence[Fact]) -> Standing:
    said = said_on(fact)
    known = said != date.min
    # "Until 2026" of one source is the 31 October of another.
    since, until = shown.since, shown.until
    first = since.first if since else (date.min if until or not known else date(said.year, 1, 1))
    last = until.last if until else (date(said.year, 12, 31) if known else date.min)
    taken = min(withdrawals, key=lambda one: (_end(one), _place(one)), default=None)
    if taken is not None:
        end = _end(taken)
        last = min(last, end if end == date.min else date.fromordinal(end.toordinal() - 1))
    return Standing(fact, first, last, until, shown, taken)


def _end(withdrawal: Fact) -> date:
    return withdrawal.until.first if withdrawal.until else said_on(withdrawal)


def _latest_first(one: Standing) -> tuple[int, int, tuple[str, int]]:
    return -one.last.toordinal(), -said_on(one.fact).toordinal(), _place(one.fact)


def _place(fact: Fact) -> tuple[str, int]:
    return fact.source.document.name, fact.source.span.start
