"""Rosters of entries: headings or lines that begin with clusters' names, each with what is said below it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.rosters.model import Line, Member, Roster
from assistant.rosters.naming import NUMBERING, Name, first_name, is_titled, names_in, written_name
from assistant.rosters.page import Page

FEWEST = 2
# Lines that an entry may have below it, and words of a line that is nothing but a name.
MOST_BELOW, LONGEST = 12, 12
# What stands after the name in a line of its own: a comma goes on with a place, no clause.
AFTER = re.compile(r"[”\"»']?\s?(?P<sign>[(:|]|[–—-]\s|,\s(?=[A-ZŁŚŻĆŹÓĄĘŃÅØÄÖÜ])|$)")
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
HEADING, NUMBERED = "#", "1."
IS_NUMBERED = re.compile(r"^\W*\d+\s*[.)]\s")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where an entry stands, the name it begins with, and the sign after it."""

    at: int
    name: Name
    sign: str


def entries(page: Page, taken: Collection[int]) -> Iterator[tuple[Roster, frozenset[int]]]:
    """The rosters of entries outside the lines taken, each with the places of its names."""
    known = [
        entry
        for at, line in enumerate(page.lines)
        if at not in taken and (entry := _entry(page, at, line)) is not None
    ]
    for sign in dict.fromkeys(map(_form, known)):
        own = [one for one in known if _form(one) == sign]
        if not sign:
            own = sorted([*own, *_likewise(page, own, taken)], key=lambda one: one.at)
        for run in _runs(page, own) if not sign else [own]:
            if len({one.name.cluster or one.name.text for one in run}) >= FEWEST:
                yield _roster(page, run), frozenset(one.at for one in run)


def _form(entry: _Entry) -> str:
    """What entries of one kind have in common: that they are numbered, or headings; "" of other lines."""
    return entry.sign if entry.sign in (HEADING, NUMBERED) else ""


def _entry(page: Page, at: int, line: Line) -> _Entry | None:
    name = first_name(line.text, page.register)
    if name is None:
        return None
    if IS_NUMBERED.match(line.text):
        return _Entry(at, name, NUMBERED)
    if line.is_heading:
        return _Entry(at, name, HEADING)
    after = AFTER.match(line.text, name.span.end)
    if after is None or line.introduces:
        return None
    return _Entry(at, name, after["sign"].strip() or "$")


def _likewise(page: Page, known: Sequence[_Entry], taken: Collection[int]) -> Iterator[_Entry]:
    """Entries that begin with a name of nobody known, written as those beside them are."""
    if len({one.name.cluster for one in known}) < FEWEST:
        return
    sign, often = Counter(one.sign for one in known).most_common(1)[0]
    places = {one.at for one in known}
    if often < FEWEST or sign == "$":
        return
    for at, line in enumerate(page.lines):
        if at in taken or at in places or line.is_heading or not at:
            continue
        above = page.lines[at - 1]
        begins = above.is_heading or above.introduces or at - 1 in places
        found = re.match(rf"[^\W\d_].{{2,60}}?(?=\s?{re.escape(sign)})", line.text)
        if begins and found and is_titled(found.group()) and AFTER.match(line.text, found.end()):
            named = written_name(found.group())
            if named is not None:
                yield _Entry(at, Name(named.span, "", found.group()), sign)


def _runs(page: Page, known: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Entries that follow one another: in one section, or at the head of sections that do."""
    run: list[_Entry] = []
    for one in known:
        if run and not _follows(page, run[-1].at, one.at):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _follows(page: Page, one: int, other: int) -> bool:
    between = page.lines[one + 1 : other]
    headed = [n for n, line in enumerate(between) if line.is_heading]
    return len(between) <= MOST_BELOW and (not headed or headed[-1] == len(between) - 1)


def _roster(page: Page, run: Sequence[_Entry]) -> Roster:
    first = run[0].at
    sections = {page.lines[one.at].passage.heading_texts for one in run}
    # Headings that not all stand under are each entry's own.
    shared = sections.pop() if len(sections) == 1 and not _form(run[0]) else ()
    head = _head(page, first)
    over = [head.text] if head.introduces or (head.is_heading and shared) else []
    said, groups = _grouped(_said(page, run), head.text)
    members = tuple(
        replace(member, above=(*group, *member.above))
        for one, texts, group in zip(run, said, groups, strict=True)
        for member in _members(page, one, texts, shared=bool(shared))
    )
    close = (*over, *shared, page.title)
    near = (*page.before(first), *page.opening)
    if len(run) > len(page.lines) / MOST_BELOW and not shared:
        # A directory: what it begins with is of all that it holds.
        close = (*close, *page.opening)
    return Roster(head, close, near, _once(members))


def _head(page: Page, first: int) -> Line:
    """What introduces the first entry: the line before it, or before the headings that it stands under."""
    at = first - 1
    while at > 0 and page.lines[at].is_heading and not page.lines[at].introduces:
        at -= 1
    above = page.lines[max(at, 0)]
    return page.lines[first - 1] if above.is_heading and first else above


def _said(page: Page, run: Sequence[_Entry]) -> list[tuple[str, ...]]:
    """What is said of each: its line and those below it, of the last no more of them than of any other."""
    found: list[tuple[str, ...]] = []
    for one, following in zip(run, [*run[1:], None], strict=True):
        end = following.at if following else one.at + 1 + max((len(said) - 1 for said in found), default=0)
        below: list[str] = []
        for line in page.lines[one.at + 1 : end]:
            if line.is_heading:
                break
            below.append(line.text)
        found.append((page.lines[one.at].text, *below))
    return found


def _grouped(
    said: Sequence[tuple[str, ...]], head: str
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """What is said of each, and the line that those of its group stand under: below some it comes beyond what
    is said of all, and is of those after them."""
    often = Counter(map(len, said)).most_common(1)[0]
    beyond = [texts[often[0] :] for texts in said[:-1]]
    first = [texts[0].split()[0] for texts in beyond if texts]
    if often[1] * 2 < len(said) or not first or any(len(texts) > 1 for texts in beyond):
        return list(said), [()] * len(said)
    group: tuple[str, ...] = (head,) if head.split()[:1] == first[:1] else ()
    groups = []
    for texts in said:
        groups.append(group)
        group = texts[often[0] :] or group
    return [texts[: often[0]] for texts in said], groups


def _members(page: Page, entry: _Entry, said: tuple[str, ...], *, shared: bool) -> Iterator[Member]:
    line = page.lines[entry.at]
    headings = line.passage.heading_texts
    above = () if shared else headings[:-1] if _form(entry) else headings
    name = BRACKETED.sub("", NUMBERING.sub("", line.text)) if _form(entry) else entry.name.text
    name = name if len(name.split()) <= LONGEST else entry.name.text
    yield Member(name, entry.name.cluster, line, said, above=above)
    if _form(entry):
        return
    # Two lines that were read as one: the second begins as the first does.
    for other in names_in(line.text, page.register)[1:]:
        after = AFTER.match(line.text, other.span.end)
        if after is not None and after["sign"].strip() == entry.sign and entry.sign in "–—-:|":
            yield Member(other.text, other.cluster, line, (line.text[other.span.start :],), above=above)


def _once(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members, each cluster once, with all that is said of it."""
    found: dict[str, Member] = {}
    for one in members:
        found.setdefault(one.cluster or one.name, one)
    return tuple(found.values())
