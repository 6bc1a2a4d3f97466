"""Who works with whom: partners of clusters, as sentences, labels, lists and tables name them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.model import Span
from index import words
from index.extraction.agents import agents_in, is_whose
from index.extraction.clauses import clause_end, clause_start
from index.extraction.frames import excluded, patterns
from index.extraction.labelled import exact_kind, label_kind, labelled
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.organisations import organisations_in
from index.extraction.parties import (
    JOINED,
    JOINED_WITH_A,
    Party,
    parties_at,
    parties_before,
    party_at,
)
from index.extraction.scene import Scene
from index.extraction.tenure import since_beside, until_beside
from index.extraction.undertakings import lists_projects, project_names
from index.inflection import case_of
from index.words import same_length_fold

# A heading or a line that introduces a list of partners has fewer characters.
LONGEST_HEADING = 60
# A cluster named further behind a verb than this belongs to another clause, in characters.
REACH = 90
# "z" before a name means "with" where the name is in the instrumental, else "from".
POLISH_WITH = re.compile(r"\bze? (?:m\.in\. |miedzy innymi )?$")


# Who coordinates a cluster acts for it: "Our coordinator, Y, runs it with Z".
OUR_COORDINATOR = re.compile(
    r"(?i)\b(?:our|its|nasz|naszego|jego|the cluster['’]s) (?:\w+ )?(?:coordinator|koordynator)\w*,? "
    r"(?:the )?$"
)
AGAIN = re.compile(
    r"(?:,|\bi|\boraz|\band|\ba także)\s+(?:a\s+)?(?:(?:od|since) [^,;.]{2,22}? |ostatnio |teraz |"
    r"też |także |also )?"
    r"(?:ze?|with)\s+"
)
# "Oba klastry", "both clusters": the two that were named last.
BOTH = re.compile(
    r"(?i)\b(?:oba klastry|obie (?:sieci|organizacje|inicjatywy)|both (?:clusters|networks)|"
    r"the two (?:clusters|networks))\b"
)
# Lines back in which the two are looked for.
BOTH_BACK = 3


@dataclass(frozen=True, slots=True)
class Tie:
    """A cluster, and who works with it, as a line says at `span`."""

    subject: int
    partner: Party


def partners(scene: Scene) -> Iterator[Claim]:
    """The partners of each cluster; where the partner is a cluster too, each is the other's."""
    for at, line in enumerate(scene.lines):
        ties = (
            *ties_in(scene, at),
            *_labelled(scene, at),
            *_listed(scene, at),
            *_in_one_line(scene, at),
            *_of_row(scene, at),
        )
        seen: set[tuple[int, str]] = set()
        for tie in (*ties, *_mirrored(scene, ties)):
            key = (tie.subject, words.fold(tie.partner.name))
            if key in seen or tie.partner.subject == tie.subject:
                continue
            seen.add(key)
            yield _claim(scene, line, tie)


def _claim(scene: Scene, line: Line, tie: Tie) -> Claim:
    since = since_beside(line.text, tie.partner.span)
    claim = scene.claim(line, tie.subject, "partner", tie.partner.name, since=since)
    scope = [*claim.scope, *named_elsewhere(scene, line, tie.partner)]
    if line.leads and not line.cells:
        scope.append(line.leads[0].span)
    return replace(claim, until=until_beside(line.text, tie.partner.span), scope=tuple(dict.fromkeys(scope)))


def named_elsewhere(scene: Scene, line: Line, partner: Party) -> tuple[Span, ...]:
    """The line that names a cluster which is a partner, where this one does not."""
    if partner.subject is None or partner.name in line.text:
        return ()
    called = scene.line_at(scene.cast.subjects[partner.subject].names[0].span)
    spans = (called.span,) if called is not None and called.span != line.span else ()
    if any(p.subject == partner.subject for p in scene.cast.named(line.text)):
        return spans
    first = scene.cast.subjects[partner.subject].span
    stands = scene.line_at(first)
    return (*(scene.scope(line, partner.subject) or (stands.span if stands else first,)), *spans)


def _mirrored(scene: Scene, ties: Sequence[Tie]) -> Iterator[Tie]:
    for tie in ties:
        if tie.partner.subject is not None:
            name = scene.cast.subjects[tie.subject].names[0].text
            yield Tie(tie.partner.subject, Party(tie.partner.span, name, tie.subject))


def ties_in(scene: Scene, at: int) -> tuple[Tie, ...]:
    """Which clusters the words of a line tie to whom, in order."""
    if scene.lines[at].cells:
        return ()
    return tuple(
        tie
        for kind in (_with, _named, _before, _joint, _between)
        for tie in kind(scene, at)
        if tie.partner.subject != tie.subject
    )


def _open(text: str, match: re.Match[str]) -> bool:
    """Whether nothing in the clause says that it is not so, no more so, or not yet."""
    start = clause_start(text, match.start())
    no = excluded("partner")
    return no is None or no.search(same_length_fold(text)[start : match.end()]) is None


def _matches(scene: Scene, at: int, kind: str) -> Iterator[re.Match[str]]:
    text = scene.lines[at].text
    folded = same_length_fold(text)
    for pattern in patterns("partner", kind):
        yield from (match for match in pattern.finditer(folded) if _open(text, match))


def _with(scene: Scene, at: int) -> Iterator[Tie]:
    """ "Klaster X współpracuje z Y i Z": also "razem z Y" and "with Y" where the line tells of something done
    together."""
    line = scene.lines[at]
    text, below = line.text, " ".join(above.text for above in line.leads[:1])
    folded = same_length_fold(f"{text} {below}")
    matches = [(match, True) for match in _matches(scene, at, "with")]
    asked = _says_partners(scene.asked(line))
    if asked or any(pattern.search(folded) for pattern in patterns("partner", "doing")):
        matches += [(match, True) for match in _matches(scene, at, "together")]
        matches += [
            (match, asked or _of_undertaking(text, match.start(), below))
            for match in _matches(scene, at, "beside")
        ]
    named, reached = project_names(text), -1
    for match, bodies in sorted(matches, key=lambda one: one[0].end()):
        if match.end() <= reached or any(p.span.start < match.start() < p.span.end for p in scene.named(at)):
            continue  # "Alps Alliance, and with Y": the word is one of a name.
        polish = POLISH_WITH.search(match.group()) is not None
        found = [
            party
            for start in (match.end(), *_goes_on(text, match.end()))
            for party in parties_at(scene, at, start, case="inst" if polish else "")
            if not any(one.start <= party.span.start < one.end for one in named)
        ]
        if match.group().strip() in {"z", "ze", "with"}:
            sure = [one for one in found if _surely_with(scene, text, one, bodies=bodies, polish=polish)]
            # Whoever is named beside a cluster in the same way takes part as well.
            whole = sure and sure[0] is found[0] and sure[0].subject is not None
            found = found if whole else sure
        reached = max([reached, *(one.span.end for one in found)])
        yield from _tied(scene, at, match, found)


def _goes_on(text: str, start: int) -> Iterator[int]:
    """Where else in the clause a party is named: "with the city and with Y"."""
    end = next((m.start() for m in re.finditer(r"[.;:!?](?=\s|$)", text) if m.start() >= start), len(text))
    yield from (again.end() for again in AGAIN.finditer(text, start, min(end, start + REACH)))


def _of_undertaking(text: str, offset: int, above: str) -> bool:
    """Whether the part of a sentence that holds an offset, or what introduces it, speaks of a project."""
    end = text.find(";", offset)
    part = text[text.rfind(";", 0, offset) + 1 : end if end >= 0 else len(text)]
    part = same_length_fold(f"{above} {part}")
    return any(pattern.search(part) for pattern in patterns("partner", "undertaking"))


def _surely_with(scene: Scene, text: str, party: Party, *, bodies: bool, polish: bool) -> bool:
    """Whether a name behind a bare "z" or "with" is of one who takes part, and no town's: a cluster's, or in
    a project a body's, in Polish in the instrumental."""
    if party.subject is not None and scene.is_sure(party.subject):
        return True
    if not bodies:
        return False
    name = text[party.span.start : party.span.end]
    return bool(organisations_in(name)) if not polish else name.isupper() or "inst" in case_of(name)


def _tied(scene: Scene, at: int, match: re.Match[str], found: Sequence[Party]) -> Iterator[Tie]:
    """The ties between those who act at a verb and those it names."""
    for one in _acting(scene, at, match.start(), found):
        for other in found:
            if one.subject is not None:
                yield Tie(one.subject, other)
            elif other.subject is not None:
                yield Tie(other.subject, one)


def _acting(scene: Scene, at: int, offset: int, found: Sequence[Party]) -> tuple[Party, ...]:
    """Who does what a verb at an offset says: those named right before it, the subject of its clause, or the
    cluster that the line is about."""
    line = scene.lines[at]
    if OPENS_WITH.match(line.text) and _says_partners(scene.asked(line)):
        return _one(scene, scene.around(line), Span(0, 0))
    before = tuple(one for one in parties_before(scene, at, offset) if not is_whose(line.text, one.span))
    if before and any(one.subject is not None for one in before):
        return before
    taken = [one.span for one in found]
    agents = [a for a in agents_in(scene, line) if a.start < offset and not _within(a.start, taken)]
    if agents and (agents[-1].subject is None or scene.is_sure(agents[-1].subject)):
        last = agents[-1]
        again = last.subject is not None and any(one.subject == last.subject for one in found)
        if again or (last.subject is None and OUR_COORDINATOR.search(line.text[: last.start])):
            return _one(scene, scene.around(line), Span(last.start, last.end))
        body = party_at(scene, at, last.start) if last.subject is None else None
        if body is not None and body.span.start == last.start:
            return (body,)
        return _one(scene, last.subject, Span(last.start, last.end))
    return _one(scene, _about(scene, at, offset, taken), Span(offset, offset))


def _one(scene: Scene, subject: int | None, span: Span) -> tuple[Party, ...]:
    return (_party(scene, subject, span),) if subject is not None else ()


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _party(scene: Scene, subject: int, span: Span) -> Party:
    return Party(span, scene.cast.subjects[subject].names[0].text, subject)


def _about(scene: Scene, at: int, offset: int, taken: Sequence[Span]) -> int | None:
    """The cluster that a line speaks of at an offset, none of those within the spans."""
    line = scene.lines[at]
    named = [p for p in scene.named(at) if not _within(p.span.start, taken)]
    named = [p for p in named if scene.is_sure(p.subject) or p.subject == scene.subject(line)]
    before = [p for p in named if p.span.start < offset]
    if before:
        return before[-1].subject
    after = [
        p for p in named if p.span.start - offset < REACH and p.span.start < clause_end(line.text, offset)
    ]
    return after[0].subject if after else scene.around(line)


def _named(scene: Scene, at: int) -> Iterator[Tie]:
    """ "Partnerem klastra jest Y", "among its partners are Y and Z"."""
    for match in _matches(scene, at, "after"):
        found = parties_at(scene, at, match.end())
        subject = _about(scene, at, match.start(), [one.span for one in found]) if found else None
        if subject is not None:
            yield from (Tie(subject, one) for one in found)


def _before(scene: Scene, at: int) -> Iterator[Tie]:
    """ "Y jest partnerem klastra", "Y is a partner of the cluster"."""
    for match in _matches(scene, at, "before"):
        found = parties_before(scene, at, match.start())
        subject = _about(scene, at, match.start(), [one.span for one in found]) if found else None
        if subject is not None:
            yield from (Tie(subject, one) for one in found)


def _joint(scene: Scene, at: int) -> Iterator[Tie]:
    """ "X, Y i Z podpisały porozumienie": each is the others' partner."""
    for match in _matches(scene, at, "joint"):
        yield from _each_other(parties_before(scene, at, match.start()) or _both(scene, at, match.start()))


def _both(scene: Scene, at: int, end: int) -> tuple[Party, ...]:
    """The two clusters that "both clusters" before an offset stands for: no others were named shortly
    before."""
    said = next((m for m in BOTH.finditer(scene.lines[at].text) if m.end() <= end), None)
    near = range(max(0, at - BOTH_BACK), at)
    named = dict.fromkeys(p.subject for n in near for p in scene.named(n) if scene.is_sure(p.subject))
    if said is None or len(named) != 2:
        return ()
    return tuple(
        _party(scene, subject, Span(said.start() + n, said.end())) for n, subject in enumerate(named)
    )


def _between(scene: Scene, at: int) -> Iterator[Tie]:
    """ "porozumienie między X a Y"."""
    for match in _matches(scene, at, "between"):
        yield from _each_other(parties_at(scene, at, match.end(), joined=JOINED_WITH_A))


def _each_other(found: Sequence[Party]) -> Iterator[Tie]:
    for one in found:
        for other in found:
            if one.subject is not None and other is not one:
                yield Tie(one.subject, other)


def _labelled(scene: Scene, at: int) -> Iterator[Tie]:
    """ "Partnerzy: Y, Z" in a line or in a card's row."""
    line = scene.lines[at]
    if line.cells and scene.introduces(line):
        return
    for one in labelled(line):
        if one.kind != "partner":
            continue
        found = parties_at(scene, at, one.start, joined=LISTED)
        found = tuple(party for party in found if party.span.end <= one.start + len(one.text))
        taken = [party.span for party in found]
        named = [p for p in scene.named(at) if not _within(p.span.start, taken)]
        subject = named[0].subject if named else scene.owner(line)
        if subject is not None:
            yield from (Tie(subject, party) for party in found)


# An answer: "Z Klastrem X i z Y".
OPENS_WITH = re.compile(r"\W*(?:[Zz]e?|[Ww]ith)\s")
# In a list of partners a semicolon or a dot between them parts them too.
LISTED = re.compile(rf"\s*[;·•|]\s*|{JOINED.pattern}")
# What may stand behind the last of them.
LIST_ENDS = re.compile(r"[”\"]?(?:\s*\([^()]*\))?[\s.]*")


def _listed(scene: Scene, at: int) -> Iterator[Tie]:
    """An item of a list below a heading or a line that says that these are partners."""
    line = scene.lines[at]
    if line.cells or not line.leads or line.text.rstrip().endswith(":") or not of_partners(line):
        return
    party = party_at(scene, at, len(line.text) - len(line.text.lstrip(' –-•*"„“')))
    subject = whose_list(scene, line)
    if party is None or subject is None:
        return
    mixed = lists_projects(line.leads[0].text)
    body = party.subject is not None or organisations_in(line.text[: party.span.end])
    if body or not mixed:
        yield Tie(subject, party)


def _in_one_line(scene: Scene, at: int) -> Iterator[Tie]:
    """The partners that are all of a line below a heading of partners: "Akademia X, Port Y, Klaster Z."."""
    line = scene.lines[at]
    heading = line.headings[0].text if line.headings else ""
    if line.cells or line.leads or exact_kind(heading.rstrip(" :")) != "partner" or ties_in(scene, at):
        return
    found, owner = parties_at(scene, at, 0, joined=LISTED), scene.owner(line)
    if len(found) > 1 and owner is not None and LIST_ENDS.fullmatch(line.text, found[-1].span.end):
        yield from (Tie(owner, party) for party in found)


def whose_list(scene: Scene, line: Line) -> int | None:
    """The cluster that the list an item stands in is about: what its items name is not asked."""
    lead = scene.line_at(line.leads[0].span)
    introduced = scene.subject(lead) if lead is not None and not lead.leads else None
    if introduced is not None and scene.is_sure(introduced):
        return introduced
    above = scene.cast.above(line.above)
    return above[0] if above is not None and scene.is_sure(above[0]) else scene.main


def of_partners(line: Line) -> bool:
    """Whether what introduces a line says that it is one of partners."""
    return bool(line.leads) and _says_partners(line.leads[0].text)


def _says_partners(heading: str) -> bool:
    """Whether a heading, or a line that introduces a list, is one of partners: "Z kim współpracujemy"."""
    heading = heading.rstrip(" :?")
    told = any(pattern.search(same_length_fold(heading)) for pattern in patterns("partner", "heading"))
    return len(heading) < LONGEST_HEADING and (told or label_kind(heading) == "partner")


def _of_row(scene: Scene, at: int) -> Iterator[Tie]:
    """The clusters of a table's row that a project joins, or whom a heading calls partners or friends."""
    line = scene.lines[at]
    if not line.cells:
        return
    kinds = [label_kind(cell.head) for cell in line.cells]
    headed = any(_says_partners(above.text) for above in line.headings[:1])
    if "project" not in kinds and not headed:
        return
    found = [
        party
        for cell, kind in zip(line.cells, kinds, strict=True)
        if kind not in {"project", "place", "country", "region"}
        and cell.text.strip()
        and (party := party_at(scene, at, cell.start)) is not None
        and party.subject is not None
    ]
    if len({one.subject for one in found}) > 1:
        yield from _each_other(found)
    elif found and scene.main is not None:
        yield from (Tie(scene.main, one) for one in found)
