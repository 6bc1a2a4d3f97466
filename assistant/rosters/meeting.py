"""Whether texts, and members, meet what a question asks."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from assistant.bounds import OPEN, bounds_in, is_before
from assistant.requests.rounds import ordinal_of
from assistant.rosters.model import Member
from assistant.rosters.needs import Need
from assistant.rosters.words import heads_column
from documents.moments import Moment
from documents.periods import Period, periods
from index import words
from index.evidence import bag, match
from index.extraction.labels import roman
from index.register.register import Register
from index.taxonomy import Found, places_in, sectors_in

# Roman numbers that are no words.
ROMAN = re.compile(r"\b[IVXL]{2,}\b|\b[VX]\b|(?<=\b[Rr]unda )I\b|(?<=\b[Rr]ound )I\b|(?<=\| )I(?= \|)")
WORDED = re.compile(r"\b[^\W\d_]{4,}\b|\b\d{1,2}(?:st|nd|rd|th)\b")
HOME = "PL"


def met(need: Need, text: str) -> float:
    """How far a text meets a need, in [0, 1]."""
    if need.term is not None:
        return match(need.term, bag(text))
    if need.period is not None:
        told = _times(text)
        if need.period.relation in OPEN:
            return float(any(is_before(one, need.period) for one in told))
        if need.period.relation == "until":
            # A line that tells a beginning and an end ends with the end.
            told = told[-1:]
        return float(any(_inside(one, need.period) for one in told))
    if need.bound is not None:
        asked = need.bound
        return float(any((one.least, one.most) == (asked.least, asked.most) for one in bounds_in(text)))
    if need.kind == "place":
        return float(any(_is_place(one, need) for one in _places(text)))
    if need.kind == "ordinal":
        return float(need.key in ordinals(text))
    return 0.0


def best(need: Need, texts: Iterable[str]) -> float:
    """How far the best of some texts meets a need."""
    return max((met(need, text) for text in texts), default=0.0)


@lru_cache(maxsize=20_000)
def ordinals(text: str) -> frozenset[str]:
    """The numbers, Roman, by which a text tells one of several: "II", "drugi", "second"."""
    found = {one.group() for one in ROMAN.finditer(text)}
    return frozenset(found | {key for one in WORDED.finditer(text) if (key := _ordinal(one.group()))})


def _ordinal(word: str) -> str:
    place = ordinal_of(words.fold(word))
    return roman(place + 1) if place is not None and place >= 0 else ""


@lru_cache(maxsize=20_000)
def _times(text: str) -> tuple[Period, ...]:
    return periods(text)


@lru_cache(maxsize=20_000)
def _places(text: str) -> tuple[Found, ...]:
    return places_in(text)


def _inside(told: Period, asked: Period) -> bool:
    """Whether a time that a text tells lies in the one that is asked about."""
    since, until = asked.moment.first, (asked.other or asked.moment).last
    times = (told.moment, told.other or told.moment)
    return any(since <= one.first and one.last <= until for one in times)


def _is_place(told: Found, need: Need) -> bool:
    return need.key in (told.key, told.region, told.country)


def says(need: Need, member: Member, register: Register, day: date) -> bool | None:
    """Whether what is said or known of a member meets a need; None where nothing tells where it is."""
    if need.kind in ("holds", "ended"):
        until = ends(member)
        return until is not None and (until.last >= day if need.kind == "holds" else until.last < day)
    texts = (*member.above, *member.said[:1], member.name)
    if need.kind in ("place", "abroad"):
        return _is_there(need, member, texts, register)
    if best(need, (*member.above, *member.said, member.name)) > 0:
        return True
    return bool(need.sectors and need.sectors & _sectors(member, texts, register))


def _is_there(need: Need, member: Member, texts: Iterable[str], register: Register) -> bool | None:
    told = [one for text in texts for one in _places(text)]
    countries = {one.country for one in told if one.kind == "country"}
    known = {one.value for one in register.countries(member.cluster)} if member.cluster else set[str]()
    if need.kind == "abroad":
        where = countries or known
        return any(one != HOME for one in where) if where else None
    if any(_is_place(one, need) for one in told) or _known_there(need, member, register, known):
        return True
    other = {one.key for one in told if one.kind == need.place}
    if need.place == "country":
        other |= countries or known
    if need.place == "region" and member.cluster:
        other |= {one.value for one in register.regions(member.cluster)}
    if other:
        return False
    return True if need.key == HOME and member.cluster else None


def _known_there(need: Need, member: Member, register: Register, countries: set[str]) -> bool:
    if not member.cluster:
        return False
    if need.place == "region":
        return any(one.value == need.key for one in register.regions(member.cluster))
    if need.place == "country":
        return need.key in countries
    return any(words.fold(one.value) == need.key for one in register.cluster(member.cluster).of("place"))


def _sectors(member: Member, texts: Iterable[str], register: Register) -> set[str]:
    known = {one.value for one in register.sectors(member.cluster)} if member.cluster else set[str]()
    return known | {one.key for text in texts for one in sectors_in(text, named=True)}


def ends(member: Member) -> Moment | None:
    """When what a member holds ends: as the cell under such a head tells, or "until" in its text."""
    for cell in member.cells:
        if heads_column(cell.head, "until") and (told := _times(cell.text)):
            return told[-1].other or told[-1].moment
    until = [one for text in member.said for one in _times(text) if one.relation == "until"]
    return until[-1].moment if until else None
