"""Rosters in running text: clusters that a sentence names together, or takes up from those before it."""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.rosters.model import Line, Member, Roster
from assistant.rosters.naming import (
    LONGEST_NAME,
    Name,
    blanked,
    first_name,
    is_cluster,
    names_in,
    written_name,
)
from assistant.rosters.page import Page
from assistant.rosters.words import begins_with, ends_with
from index.model import StoredSentence
from index.register.register import Register

FEWEST = 2
PREFIX = re.compile(r"^[^:;,()]{2,70}:\s+")
BRACKETS = re.compile(r"\([^()]*\)")
LAST = re.compile(r"\s(?:oraz|i|and)\s(?=[A-ZŁŚŻĆŹÓ„“\"])")

Said = tuple[StoredSentence, tuple[Name, ...]]


def enumerated(page: Page, taken: Collection[int]) -> Iterator[Roster]:
    """The rosters of the sentences outside the lines taken."""
    for at, line in enumerate(page.lines):
        if at in taken or line.is_heading:
            continue
        if (roster := _pieces(page, at, line)) is not None:
            yield roster
            continue
        said = [(one, names_in(one.text, page.register)) for one in line.sentences]
        yield from _sentences(page, at, said)


def _pieces(page: Page, at: int, line: Line) -> Roster | None:
    """The roster of a line that is nothing but names with signs between them."""
    prefix = PREFIX.match(line.text)
    above = page.lines[at - 1] if at else None
    if prefix is None and not (above is not None and above.introduces):
        return None
    start = prefix.end() if prefix is not None else 0
    pieces = [one for one in _cut(line.text, start) if one.strip()]
    pieces = [*pieces[:-1], *_halves(pieces[-1], page.register)] if pieces else []
    named = [(text, first_name(text, page.register) or written_name(text)) for text in pieces]
    members = [
        Member(name.text, name.cluster, line, (text,))
        for text, name in named
        if name is not None and len(BRACKETS.sub("", text).split()) <= LONGEST_NAME
    ]
    known = [name for _, name in named if name is not None and is_cluster(name)]
    if len(members) < len(pieces) or len(known) < FEWEST or len(known) * 2 < len(members):
        return None
    over = [above.text] if above is not None and above.introduces else []
    close = (*over, line.text[:start], *page.above(at))
    head = above if above is not None and not start else line
    return Roster(head, close, (*page.before(at), *page.opening), tuple(members))


def _cut(text: str, start: int) -> Iterator[str]:
    """The stretches of a text between semicolons, or else commas, those in brackets not counted."""
    flat = BRACKETS.sub(lambda found: "x" * len(found.group()), text)
    sign = re.compile(r";\s*" if flat.count(";", start) else r",\s+")
    at = start
    for found in sign.finditer(flat, start):
        yield text[at : found.start()]
        at = found.end()
    yield re.sub(r"^(?:oraz|i|and)\s", "", text[at:].rstrip(" ."))


def _halves(text: str, register: Register) -> list[str]:
    """The two of the last stretch, "X and Y", where each begins with a name."""
    for found in LAST.finditer(text):
        halves = [text[: found.start()], text[found.end() :]]
        names = [first_name(one, register) for one in halves]
        if all(names) and len({one.cluster for one in names if one}) == len(halves):
            return halves
    return [text]


def _sentences(page: Page, at: int, said: Sequence[Said]) -> Iterator[Roster]:
    for n, (sentence, names) in enumerate(said):
        takes_up = begins_with(sentence.text, "taking_up")
        before = _named_before(said[:n]) if takes_up and len(names) < FEWEST else []
        if takes_up and before:
            yield _roster(page, at, said, n, before)
        elif len(names) >= FEWEST or (names and _own(page, sentence.text, names)):
            yield _roster(page, at, said, n, [(sentence, one) for one in names])


def _named_before(said: Sequence[Said]) -> list[tuple[StoredSentence, Name]]:
    """Whom a sentence takes up: those named in the one before it, or in those before that if needed."""
    found: list[tuple[StoredSentence, Name]] = []
    for sentence, names in reversed(said):
        found = [*((sentence, one) for one in names), *found]
        if len(found) >= FEWEST:
            return found
    return []


def _own(page: Page, text: str, names: Sequence[Name]) -> Name | None:
    """The cluster whose own page it is, where others do something beside it that is not named."""
    if not ends_with(text[: names[0].span.start], "beside"):
        return None
    for line in page.lines:
        if named := names_in(line.text, page.register):
            own = named[0]
            return own if len(named) == 1 and all(own.cluster != one.cluster for one in names) else None
    return None


def _roster(
    page: Page, at: int, said: Sequence[Said], n: int, named: Sequence[tuple[StoredSentence, Name]]
) -> Roster:
    line, sentence = page.lines[at], said[n][0]
    around = [said[n - 1]] if n else []
    if n + 1 < len(said) and begins_with(said[n + 1][0].text, "taking_up") and not said[n + 1][1]:
        around.append(said[n + 1])
    texts = [blanked(one.text, names) for one, names in [said[n], *around]]
    taken = around if begins_with(sentence.text, "taking_up") else []
    members = [_member(line, one, name) for one, name in named]
    if own := _own(page, sentence.text, [name for _, name in named]):
        here = Line(line.passage, sentence.text, (sentence,))
        members = [Member(own.text, own.cluster, here, ()), *members]
    near = [one.text for one, _ in (*said[max(0, n - 3) : n], *said[n + 1 : n + 3])]
    quoted = [one for one, _ in said if one == sentence or any(one == other for other, _ in taken)]
    return Roster(
        Line(line.passage, sentence.text, tuple(quoted)),
        (*texts, *page.above(at)),
        (*near, *page.before(at), *page.opening),
        tuple(members),
        listed=False,
    )


def _member(line: Line, sentence: StoredSentence, name: Name) -> Member:
    """One named in a sentence, with what stands in brackets after it."""
    after = re.match(r"[”\"»']?\s?\(([^()]*)\)", sentence.text[name.span.end :])
    said = (name.text, *((after[1],) if after else ()))
    return Member(name.text, name.cluster, Line(line.passage, sentence.text, (sentence,)), said)
