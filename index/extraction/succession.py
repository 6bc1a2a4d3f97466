"""Who took over from whom, and when: people in their posts, bodies that coordinate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from documents.model import Span
from documents.moments import Moment
from documents.periods import Period, periods
from index import words
from index.extraction.agents import of_others
from index.extraction.known_labels import kept_by_labels
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run
from index.extraction.people import named_people, people_in
from index.extraction.roles import is_public, role_said
from index.extraction.scene import Scene
from index.extraction.tenure import since_beside, since_in
from index.gazetteer import lexicon
from index.inflection import case_of, is_english, nominative
from index.personal_names import personal_name
from index.register.model import FORMERLY, Attribute
from index.words import same_length_fold

# One who took over, or was taken over from, stands this near to the verb, in characters.
REACH = 70
# Within a clause, but for the full stop of "2019 r.".
ANY = r"(?:[^,;.]|(?<=\d r)\.)"
# Lines before one that tell what was taken over.
BACK = 2
# "(2012–2021)", ", who had led it since 2016" behind a former one's name.
ASIDE = re.compile(r"\s*(?:\((?P<inside>[^()]{4,60})\)|(?:,|\s[–—-])\s*(?P<told>[^.;()]{6,120}))")
# A comma that ends a clause, but none of an aside about the one who took over.
CLAUSE = re.compile(
    r"[;.:]\s|,\s(?!(?:who|which|that|któr\w+|obejmując|przejmując|zastępując|replacing|succeeding|taking)\b)"
)
# "Zastąpiła go X", "he was succeeded by X": the former one is who was told of before.
REPLACES = re.compile(
    r"\b(?:zastapi\w*|zastepuje) (?:go|ja)\b|"
    r"\b(?:he|she) (?:was|is|has been) (?:replaced|succeeded|followed) by\b"
)
# What shows that a sentence is Polish.
POLISH = re.compile(r"(?i)[ąćęłńśźż]|\b(?:przed|poprzedni\w*|jego|jej|od|do)\b")
KINDS = ("forward", "backward", "either", "successor", "dismissed", "left", "between", "predecessor")
# Of these each only with what stands before or behind it.
ASIDES = "aside"
# "…; she succeeded Y": she is who was named last.
STANDS = re.compile(r"(?i)\b(?:she|he|it|who|which|ona|on|ono|któr[aey])\s+$")
# Between who takes over and whom from; between whom a task goes from, and to; before a name.
FROM_WHOM = re.compile(r"\s*\b(?:od|po|z rak)\s*")
TO_WHOM = re.compile(r"\s+(?:on |over )?(?:to|into the hands of|na|do|w ręce|pod skrzydła)\s+(?:the )?")
NAME_BEGINS = re.compile(r"\s*(?:the )?(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
# What "it" is that somebody no more is: a role that stands for one of them alone.
LONGEST_ROLE = 60


@dataclass(frozen=True, slots=True)
class Holder:
    """A person or a body as named at a span."""

    span: Span
    name: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Who took over, None where they were told of before; from whom, None likewise; and when."""

    new: Holder | None
    former: Holder | None
    when: Moment | None


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    listed = "|".join(lexicon("succession.toml")[kind]).replace("[^,;.]", ANY)
    return re.compile(rf"\b(?:{listed})(?!\w)")


def former_at(text: str, span: Span) -> bool:
    """Whether a sentence says that somebody took over from whoever is named at a span."""
    return any(
        one.former is not None and one.former.span.start < span.end and span.start < one.former.span.end
        for one in changes_in(text)
    )


@kept_by_labels(4_096)
def changes_in(text: str) -> tuple[Change, ...]:
    """The changes that a sentence tells of, in order."""
    folded = same_length_fold(text)
    if not any(_patterns(kind).search(folded) for kind in (*KINDS, ASIDES)):
        return ()
    holders = _holders(text)
    return tuple(dict.fromkeys(_changes(text, folded, holders)))


def _holders(text: str) -> tuple[Holder, ...]:
    bodies = [Holder(one.span, one.name, False) for one in organisations_in(text)]
    people = [
        Holder(one, personal_name(text[one.start : one.end]), True)
        for one in named_people(text)
        if not any(one.start < other.span.end and other.span.start < one.end for other in bodies)
    ]
    return tuple(sorted((*people, *bodies), key=lambda one: one.span.start))


def _changes(text: str, folded: str, holders: Sequence[Holder]) -> Iterator[Change]:
    for match in _patterns("successor").finditer(folded):
        new = _after(holders, match.end())
        # "Koordynację przejmie od X nowa spółka": X is the former one.
        if new is not None and not FROM_WHOM.fullmatch(folded, match.end(), new.span.start):
            yield Change(new, None, _when(text, match, (new,)))
    for match in _patterns("forward").finditer(folded):
        former = _after(holders, match.end())
        if former is not None:
            new = _before(text, holders, match.start(), former)
            if new is None and FROM_WHOM.search(folded, match.start(), match.end()):
                new = _next_in_nominative(text, holders, former)
            yield Change(new, former, _when(text, match, (new, former)))
    yield from _handed_on(text, folded, holders)
    yield from _predecessors(text, folded, holders)
    for match in _patterns("backward").finditer(folded):
        former, new = _before(text, holders, match.start(), None), _after(holders, match.end())
        if former is not None and new is not None and former.is_person == new.is_person:
            yield Change(new, former, _when(text, match, (new, former)))
    for match in _patterns("dismissed").finditer(folded):
        yield from (
            Change(None, one, _when(text, match, (one,))) for one in [_after(holders, match.end())] if one
        )
    for match in _patterns("left").finditer(folded):
        former = _before(text, holders, match.start(), None)
        yield from (Change(None, one, _when(text, match, (one,))) for one in [former] if one)
    for match in _patterns("either").finditer(folded):
        yield from _by_case(text, match, holders)


def _next_in_nominative(text: str, holders: Sequence[Holder], former: Holder) -> Holder | None:
    """Who takes over where they stand behind the former one: "przejmie od Izby X spółka Y"."""
    new = _after(holders, former.span.end)
    if new is None or new.is_person != former.is_person or "nom" not in _cases(text, new):
        return None
    return None if re.search(r"[;.]\s|,\s", text[former.span.end : new.span.start]) else new


def _handed_on(text: str, folded: str, holders: Sequence[Holder]) -> Iterator[Change]:
    """From whom a task goes to whom, each by its place: "passes from X to Y"."""
    for match in _patterns("between").finditer(folded):
        former = _named_at(text, holders, match.end())
        onto = TO_WHOM.match(text, former.span.end) if former is not None else None
        new = _named_at(text, holders, onto.end()) if onto is not None else None
        if former is not None and new is not None and former.is_person == new.is_person:
            yield Change(new, former, _when(text, match, (new, former)))


def _named_at(text: str, holders: Sequence[Holder], offset: int) -> Holder | None:
    """Whoever is named right behind an offset, by a role or an article at most; a name of capitals that no
    dictionary has is a body's."""
    near = next((one for one in holders if offset <= one.span.start), None)
    if near is not None and not re.search(r"[A-ZĄĆĘŁŃÓŚŹŻ,;.]", text[offset : near.span.start]):
        return near
    start = NAME_BEGINS.match(text, offset)
    run = capital_run(text, start.end()) if start is not None else None
    return Holder(run, text[run.start : run.end], False) if run is not None else None


def _predecessors(text: str, folded: str, holders: Sequence[Holder]) -> Iterator[Change]:
    """Who was it before, and since when the one who is it now, where a sentence tells both."""
    for match in _patterns("predecessor").finditer(folded):
        former = _after(holders, match.end())
        if former is not None and not re.search(r"[;:]\s|,\s", text[match.end() : former.span.start]):
            yield Change(None, former, None)
    for match in _patterns(ASIDES).finditer(folded):
        former = _after(holders, match.end())
        opens = re.search(r"[(;,]\s*$", text[: match.start()])
        if former is None or opens is None or text[match.end() : former.span.start].strip(" :,"):
            continue
        new = _before(text.replace(";", ","), holders, match.start(), former)
        if new is not None and text[former.span.end : former.span.end + 1] in {")", ";", ",", ".", ""}:
            yield Change(new, former, since_beside(text[: match.start()], new.span))


def _by_case(text: str, match: re.Match[str], holders: Sequence[Holder]) -> Iterator[Change]:
    """Polish tells by the case who took over: "Jana Lisa zastąpiła Anna Kos", "Zastąpiła Jana Lisa"."""
    after = _after(holders, match.end())
    before = _before(text, holders, match.start(), after)
    if after is None:
        return
    taken = before is not None and "nom" not in _cases(text, before) and "nom" in _cases(text, after)
    new, former = (after, before) if taken else (before, after)
    if taken or "nom" not in (_cases(text, after) - {"acc"} if before is None else ()):
        yield Change(new, former, _when(text, match, (new, former)))


def _cases(text: str, holder: Holder) -> frozenset[str]:
    return frozenset(case_of(text[holder.span.start : holder.span.end]) or {"nom", "acc"})


def _after(holders: Sequence[Holder], offset: int) -> Holder | None:
    found = next((one for one in holders if one.span.start >= offset), None)
    return found if found is not None and found.span.start - offset < REACH else None


def _before(text: str, holders: Sequence[Holder], offset: int, other: Holder | None) -> Holder | None:
    """The one named last before an offset in its clause, of the same kind as the other."""
    near = [one for one in holders if one.span.end <= offset and offset - one.span.end < REACH]
    near = [one for one in near if other is None or one.is_person == other.is_person]
    gap = text[near[-1].span.end : offset] if near else ""
    return near[-1] if near and (STANDS.search(gap) or not re.search(r"[;.:]\s", gap)) else None


def _when(text: str, match: re.Match[str], holders: Sequence[Holder | None]) -> Moment | None:
    """When it was: the time in the clause of the verb, or the only one of the sentence; none that an aside
    about one of them tells."""
    asides = [found.span() for one in holders if one and (found := ASIDE.match(text, one.span.end))]
    starts = [m.end() for m in CLAUSE.finditer(text) if m.end() <= match.start()]
    end = next((m.start() for m in CLAUSE.finditer(text) if m.start() >= match.end()), len(text))
    told = [
        one
        for one in periods(text)
        if one.relation in {"on", "during", "since", "until"}
        and not any(a <= one.span.start < b and not a <= match.start() < b for a, b in asides)
    ]
    near = [one for one in told if (starts[-1] if starts else 0) <= one.span.start < end]
    times = near or (told if len(told) == 1 else [])
    return times[-1].moment if times else None


def succession(scene: Scene) -> Iterator[Claim]:
    """Who took over as what, since when, and until when the one before them was it."""
    for at, line in enumerate(scene.lines):
        if line.cells or line.text.rstrip().endswith("?"):
            continue
        for change in changes_in(line.text):
            yield from _claims(scene, at, change)


def _claims(scene: Scene, at: int, change: Change) -> Iterator[Claim]:
    line = scene.lines[at]
    told = change.former or change.new
    subject = scene.subject_at(line, told.span.start) if told else None
    if told is None or subject is None or (of_others(scene, line, told.span.start) and told.is_person):
        return
    post = _post(scene, at, told)
    if post is None:
        return
    attribute, role, above = post
    leaves = change.new is None and _only_leaves(line.text)
    told_before = change.new is None and not leaves and change.former is not None
    told_before = told_before and not _patterns("dismissed").search(same_length_fold(line.text))
    before = scene.before(line) if told_before else None
    new = change.new or (_told_of(before, told) if before is not None else None)
    when = change.when or (since_in(before.text) if before is not None and new is not None else None)
    above = before if before is not None and new is not None else above
    scope = (above.span,) if above.span != line.span else ()
    if new is not None and (change.new is not None or when is not None):
        held = scene.claim(line, subject, attribute, new.name, qualifier=role, since=when)
        yield replace(held, scope=tuple(dict.fromkeys((*held.scope, *scope))))
    if change.former is None and change.new is not None and when is not None and told.is_person:
        yield from _replaced(scene, line, replace(change, when=when), subject, role)
    if change.former is not None:
        since, until = _tenure(line.text, change.former)
        until = until or when
        if until is not None or (told.is_person and change in _told_over(line.text)):
            mark = role if until is not None else _formerly(line.text, role)
            held = scene.claim(line, subject, attribute, change.former.name, qualifier=mark, since=since)
            yield replace(held, until=until, scope=tuple(dict.fromkeys((*held.scope, *scope))))


def _replaced(scene: Scene, line: Line, change: Change, subject: int, role: str) -> Iterator[Claim]:
    """Until when the one told of before a line was it, whom a pronoun in it stands for."""
    last = scene.before(line)
    if last is None or change.new is None or REPLACES.search(same_length_fold(line.text)) is None:
        return
    over = _told_of(last, change.new)
    if over is not None:
        said = [one.role for one in people_in(last.text) if one.role and one.name == over.name]
        held = scene.claim(last, subject, "person", over.name, qualifier=said[0] if said else role)
        yield replace(held, until=change.when, scope=tuple(dict.fromkeys((*held.scope, line.span))))


@kept_by_labels(4_096)
def _told_over(text: str) -> frozenset[Change]:
    """Of the changes that a sentence tells, those that say of somebody that they were it before."""
    folded = same_length_fold(text)
    return frozenset(_predecessors(text, folded, _holders(text)))


def _formerly(text: str, role: str) -> str:
    """The role of whoever has it no more, in the language it is told in."""
    english, polish = FORMERLY
    said = english if POLISH.search(text) is None and all(map(is_english, words.tokenize(role))) else polish
    return f"{said} {role}".strip()


def _only_leaves(text: str) -> bool:
    """Whether a sentence tells only that somebody went."""
    folded = same_length_fold(text)
    told = any(_patterns(kind).search(folded) for kind in ("forward", "backward", "either", "successor"))
    return not told


def _tenure(text: str, former: Holder) -> tuple[Moment | None, Moment | None]:
    """Since when and until when, as an aside behind a name tells."""
    aside = ASIDE.match(text, former.span.end)
    found: tuple[Period, ...] = periods(aside.group()) if aside else ()
    for one in found:
        if one.relation == "between":
            return one.moment, one.other
    since = next((one.moment for one in found if one.relation == "since"), None)
    return since, next((one.moment for one in found if one.relation == "until"), None)


def _post(scene: Scene, at: int, told: Holder) -> tuple[Attribute, str, Line] | None:
    """What was taken over: the role that the line tells, or those before it; for bodies, coordination."""
    for line in [scene.lines[at], *(scene.lines[n] for n in range(at - 1, max(-1, at - 1 - BACK), -1))]:
        if line.headings != scene.lines[at].headings:
            continue
        if not told.is_person:
            said = same_length_fold(line.text)
            if any(re.search(one, said) for one in lexicon("succession.toml")["coordination"]):
                return "coordinator", "", line
            continue
        roles = [one.role for one in people_in(line.text) if one.role]
        role = roles[0] if roles else role_said(line.text)
        if role is not None and len(role) < LONGEST_ROLE:
            return None if is_public(role) else ("person", _alone(role), line)
    return None


def _alone(role: str) -> str:
    """A role without what it is in."""
    return nominative(role)


def _told_of(line: Line, told: Holder) -> Holder | None:
    """The one of the same kind that a line before speaks of last, and no other: "She took over"."""
    found = [one for one in _holders(line.text) if one.is_person == told.is_person]
    found = [one for one in found if words.fold(one.name) != words.fold(told.name)]
    return found[-1] if len(found) == 1 else None
