"""The clusters that a clause on a status names, or refers to, in one breath."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from documents.model import Span
from documents.moments import Moment, moments
from documents.periods import periods
from index import words
from index.extraction.labels import labels_in
from index.extraction.status_clauses import Clause
from index.extraction.subjects import Place
from index.extraction.validity import bounds, cues, excepted, read, says
from index.numerals import numbers_in
from index.taxonomy import places_in
from index.words import same_length_fold

# Words between two names of one enumeration.
ENUMERATION = re.compile(
    r"^[\s,;„”\"“()–-]*(?:(?:i|oraz|and|a także|jak i|jak również|or|lub|as well as|klaster|klastry|the|"
    r"także)[\s,„”\"“]*)*$",
    re.IGNORECASE,
)
# What likens a cluster to another, of which the same is said.
LIKE = re.compile(
    r"(?:^|[\s,;()–-])(?:podobnie(?: jak)?|tak samo jak|tak jak|wraz z|razem z|like|together with|along with|"
    r"as does|as is|(?:and )?so (?:does|is|has)|(?:and )?likewise)"
    r"[\s,:–-]*(?:też|także|również|the)?[\s„”\"“]*$",
    re.IGNORECASE,
)
# So near before a name stands the "only" that is said of it.
ONLY = 12
LAST_WORD = re.compile(r"(?<=\s)([^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]+)\s+[„\"“]?$")
BRACKETS = re.compile(r"\([^()]*\)")
# A place behind a name: "z Rzeszowa", "of Opole".
WHERE_FROM = re.compile(
    r"\s*,?\s*\b(?:z|ze|w|we|from|of|in|based in|z siedzibą w)\s+"
    r"(?P<place>[^\W\d_][\w-]*(?: [^\W\d_a-z][\w-]*)?)"
)


class Ends(TypedDict, total=False):
    """A beginning or an end of one of several."""

    since: Moment
    until: Moment


@dataclass(frozen=True, slots=True)
class Group:
    """Clusters named in one breath, [start, end) in their clause. `denied`: the clause gives the status not
    to them; `joined`: likened to those before, what is said of these is said of them."""

    subjects: tuple[int, ...]
    start: int
    end: int
    denied: bool = False
    joined: bool = False


def groups_in(clause: Clause, places: Sequence[Place]) -> list[Group]:
    """The groups of clusters that a clause names, in order; those it excepts left out."""
    text, cut = clause.text, excepted(clause.text)
    within = [one for one in _within(clause, places) if one.span.start < cut]
    groups: list[Group] = []
    for place in within:
        between = text[groups[-1].end : place.span.start] if groups else ""
        if groups and _enumerates(between) and not _is_set_against(text, groups[-1]):
            last = groups[-1]
            groups[-1] = replace(last, subjects=(*last.subjects, place.subject), end=place.span.end)
        else:
            joined = bool(groups) and LIKE.search(BRACKETS.sub("", between)) is not None
            groups.append(Group((place.subject,), place.span.start, place.span.end, joined=joined))
    only = [
        g for g in groups if cues("only").search(same_length_fold(text[max(0, g.start - ONLY) : g.start]))
    ]
    return _marked(text, only or _likened(text, groups))


def excepted_in(clause: Clause, places: Sequence[Place]) -> tuple[int, ...]:
    """The clusters that a clause says it does not speak of."""
    cut = excepted(clause.text)
    return tuple(dict.fromkeys(one.subject for one in _within(clause, places) if one.span.start >= cut))


def _within(clause: Clause, places: Sequence[Place]) -> list[Place]:
    return [
        Place(one.subject, Span(one.span.start - clause.start, one.span.end - clause.start))
        for one in places
        if clause.start <= one.span.start < clause.end
    ]


def _enumerates(between: str) -> bool:
    """Whether nothing but joints, the town of the first, and adjectives to the second stand between two
    names: "Klaster X z Tarnowa oraz zamojski Klaster Y"."""
    if ENUMERATION.match(between):
        return True
    while (tail := LAST_WORD.search(between)) is not None and _is_adjective(tail[1]):
        between = between[: tail.start(1)]
    between = between.lstrip('”“"» ')
    rest = BRACKETS.sub("", between) if not read(between).says_when and not labels_in(between) else between
    where = WHERE_FROM.match(rest)
    if where is not None and places_in(where["place"], lenient=True):
        rest = rest[where.end() :]
    return ENUMERATION.match(rest) is not None


def _is_adjective(token: str) -> bool:
    parts = {reading.part for reading in words.readings(token.strip('„“"').lower())}
    return "adj" in parts and not parts & {"fin", "praet", "prep", "conj", "subst"}


def _likened(text: str, groups: Sequence[Group]) -> list[Group]:
    """The groups, where one is set between commas to liken it ("A, podobnie jak B, ma …") both as one."""
    found: list[Group] = []
    for group in groups:
        between = text[found[-1].end : group.start] if found else ""
        if found and group.joined and not (read(between).says_when or labels_in(between)):
            last = found[-1]
            found[-1] = replace(last, subjects=(*last.subjects, *group.subjects), end=group.end)
        else:
            found.append(group)
    return found


def _marked(text: str, groups: Sequence[Group]) -> list[Group]:
    """The groups, those marked that the clause gives no label to: "X (KKK do 2026 r.) i Y (bez KKK)"."""
    if not groups:
        return []
    ends = [*(group.start for group in groups[1:]), len(text)]
    after = [text[group.end : end] for group, end in zip(groups, ends, strict=True)]
    return [
        replace(group, denied=True)
        if len(groups) > 1 and (_lacks(stretch) or _is_set_against(text, group))
        else group
        for group, stretch in zip(groups, after, strict=True)
    ]


def _is_set_against(text: str, group: Group) -> bool:
    before = same_length_fold(text[: group.start]).removesuffix("the ").rstrip(' „“"')
    return any(found.end() == len(before) for found in cues("against").finditer(before))


def _lacks(stretch: str) -> bool:
    return bool(labels_in(stretch)) and says(stretch, "wanted")


def referred(text: str, listed: Sequence[int], named: Sequence[int] = ()) -> list[Place]:
    """Where a text that names no cluster refers to those listed before: "pierwszy … drugi", "oba", "the
    others"; to two of those `named`, where none are listed."""
    several = tuple(dict.fromkeys(listed))
    lately = tuple(dict.fromkeys(reversed(named)))
    folded = same_length_fold(text)
    every = cues("all").search(folded)
    counted = next((one.value for one in numbers_in(every.group())), 0) if every else 0
    if len(several) < counted <= len(lately):
        several = lately[counted - 1 :: -1]
    if len(several) < 2 and cues("both").search(folded):
        several = lately[1::-1]
    if len(several) < 2:
        return []
    found: list[Place] = []
    for kind, at in (("first", 0), ("second", 1), ("third", 2)):
        if at < len(several):
            found += [Place(several[at], Span(*m.span())) for m in cues(kind).finditer(folded)]
    said = {one.subject for one in found}
    rest = [one for one in several if one not in said]
    if found:
        for match in cues("others").finditer(folded):
            found += [Place(one, Span(*match.span())) for one in rest]
    else:
        found = [Place(one, Span(*every.span())) for one in several] if every else []
    return sorted(found, key=lambda one: one.span.start)


def in_order(text: str, group: Group) -> list[Ends]:
    """To each cluster of a group its own end or beginning, where a clause gives them in order; else none."""
    return ends_in_order(text[group.end :], group.subjects)


def ends_in_order(after: str, subjects: Sequence[int]) -> list[Ends]:
    """To each of some clusters its own end or beginning, where a text gives them in their order, "odpowiednio
    do … i …", "pierwszy do …, drugi do …"; else none."""
    counted = says(after, "first") and says(after, "second")
    if not (says(after, "in_order") or counted):
        return []
    told = [moment for _, moment in moments(after)]
    if len(told) != len(set(subjects)):
        return []
    kind = next((bounds(after, period) for period in periods(after)), (None, None))
    return [Ends(until=one) if kind[1] is not None else Ends(since=one) for one in told]
