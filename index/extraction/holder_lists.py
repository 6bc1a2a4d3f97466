"""Who holds a label by where they stand: below a line or a heading that names it and introduces its holders,
with or without marks of a list, and in tables that lost their columns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.model import Document, Span
from documents.moments import Moment
from documents.periods import periods
from index.extraction.holder_entries import (
    LONGEST_ENTRY,
    Entry,
    entries_along,
    entry_in,
    last_date,
    row_in,
    rows_of,
    tails_of,
)
from index.extraction.holder_terms import first_label, is_of_others, only_label, term_of, told_before_names
from index.extraction.labelled import labelled
from index.extraction.labels import GRADED, body_of, labels_in, tier_alone
from index.extraction.lines import Above, Line
from index.extraction.naming import names_in
from index.extraction.status_clauses import has_verb, kind_of
from index.extraction.validity import SHORTEST_TERM, STATUS_WORD, Validity, cues, ending, read, says
from index.words import same_length_fold

# The head of a table whose columns are lost: what its rows begin with, and what they end with.
TABLE_HEAD = re.compile(
    r"\W*(?:(?:lp|no|nr)\.?\s+)?(?:cluster|klaster|name|nazwa|organi[sz]ation|organizacja)\b(?:\s\w+){0,6}?\s"
    r"(?:(?:(?:label|status) )?(?:valid|expir\w+)(?: (?:until|till|to|date|on))?|until|"
    r"(?:(?:label|status) )?wazn\w+(?: do)?|do kiedy|data \w+|date|termin \w+|od kiedy|since|awarded)\b\W*"
)
GIVEN = re.compile(r"\b(?:awarded|since|od kiedy|nadan\w+|przyznan\w+)\b")
ASIDE = re.compile(r"\([^()]*\)\s*:?$")
# So many lines before "among them:" say of whom that is.
REACH = 3
# A list goes on behind so many lines that are no entries, as descriptions are.
MOST_BETWEEN = 12
FEWEST_ROWS = FEWEST_ALIKE = 2
# So many rows are looked at for what they end with.
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Holder:
    """A cluster that a list says to hold a label: the place of its line, its name, where that stands in the
    document, another name, "" if none, what is said of its label, the span that says so, and that of the line
    above which names the label, if that does not. `row`: it stands in a row whose columns are lost."""

    at: int
    name: str
    span: Span
    other: str
    said: Validity
    scope: Span
    row: bool
    label: Span | None = None


@dataclass
class _List:
    """What introduces holders at a span, and those found: what it says of their label, whether it says in
    words that holders follow, whether it heads a table, whether a bare time is an end, and whether headings
    below it are names of holders, `beside` which others below the same headings are."""

    span: Span
    said: Validity
    told: bool
    table: bool = False
    ends: bool = False
    holders: list[Holder] = field(default_factory=list)
    tails: Counter[str] = field(default_factory=Counter)
    between: int = 0
    label: Span | None = None
    headed: bool = False
    beside: tuple[Above, ...] | None = None

    def takes(self, entry: Entry | None) -> bool:
        """Whether an entry is one of a holder: by the word, a flag, or as it stands right below what says
        that holders follow, or below one."""
        if entry is None:
            return False
        near = not self.between and bool(self.told or self.holders)
        return entry.by_word or (entry.marked and self.told) or (near and entry.is_name)

    def takes_heading(self, entry: Entry, above: tuple[Above, ...], previous: Line | None) -> bool:
        """Whether a heading, below those above it, is the name of a holder: by the word, or as it stands
        beside one or right below what says that holders follow."""
        first = previous is not None and previous.span == self.span and self.told
        below = self.told and bool(above) and above[0].span == self.span
        return entry.by_word or (entry.is_name and (above == self.beside or first or below))

    def add(self, at: int, entry: Entry, start: int) -> None:
        """Take a holder."""
        span = Span(start + entry.span.start, start + entry.span.end)
        said = self._said(entry.rest)
        self.holders.append(
            Holder(at, entry.name, span, entry.other, said, self.span, self.table, self.label)
        )
        self.between = 0

    def add_term(self, line: Line) -> None:
        """Take the term of the holder found last, where a line behind it tells one: "Valid until 12 May
        2028."."""
        last, term = self.holders[-1], read(line.text)
        if last.said != self.said or term.until is None or not says(line.text, "term_alone"):
            return
        if names_in(line.text) or labels_in(line.text) or kind_of(line.text) in {"sought", "taken"}:
            return
        told = replace(last, said=term.over(self.said), scope=line.span, label=self.label or self.span)
        self.holders[-1] = told

    def is_over(self, headings: Sequence[Above]) -> bool:
        """Whether the holder found last is one of some headings."""
        last = self.holders[-1].span.start if self.holders else -1
        return any(one.span.start <= last < one.span.end for one in headings)

    def found(self) -> Iterator[Holder]:
        """Its holders; where neither words say that holders follow nor headings below it are their names,
        only if there are several."""
        if self.told or self.headed or len({one.name for one in self.holders}) >= FEWEST_ALIKE:
            yield from self.holders

    def _said(self, rest: str) -> Validity:
        """What the rest of an entry says of its label; a bare time means what the list's own words say."""
        told = ending(rest) if self.ends else read(rest)
        bare = next((one.moment for one in periods(rest) if one.relation in {"on", "during"}), None)
        if told.until is None and told.since is None:
            told = replace(told, since=bare)
        return replace(told, label=tier_alone(rest) if self.table else "").over(self.said)


def holders_listed(document: Document, lines: Sequence[Line]) -> tuple[Holder, ...]:
    """The holders of labels that lists tell, in order."""
    lists: list[_List] = []
    current: _List | None = None
    open_: frozenset[Span] = frozenset()
    for at, line in enumerate(lines):
        for depth in reversed(range(len(line.headings))):
            headings = line.headings[depth:]
            if headings[0].span in open_ or (current is not None and current.is_over(headings[1:])):
                continue
            previous = lines[at - 1] if at else None
            current = _at_heading(document, at, replace(line, headings=headings), current, previous)
            lists += [current] if current is not None else []
        open_ = frozenset(one.span for one in line.headings)
        introduced = (
            _of_those_before(line, lines[max(0, at - REACH) : at])
            or _introduced(document, line, lines[at + 1 : at + 1 + MOST_ROWS])
            or _of_section(document, lines, at)
            or _of_paragraph(document, lines, at)
        )
        if introduced is not None:
            current = introduced
            lists.append(current)
        if introduced is not None and introduced.table:
            _with_rows(introduced, at, line)
        elif (
            introduced is None and current is not None and not (line.cells or current.is_over(line.headings))
        ):
            current = _with_line(document, lines, at, current)
    unique = {id(one): one for one in lists}
    return tuple(holder for one in unique.values() for holder in one.found())


def _with_line(document: Document, lines: Sequence[Line], at: int, current: _List) -> _List | None:
    """The list after a line: with the holders that it tells, or over."""
    line = lines[at]
    if current.table:
        return _with_rows(current, at, line)
    if not current.between and (along := entries_along(line.text)):
        for one in along:
            current.add(at, one, line.span.start)
        return current
    entry = entry_in(line.text)
    if entry is not None and current.takes(entry):
        current.add(at, entry, line.span.start)
        return current
    last = current.holders[-1] if current.holders else None
    if last is not None and "\n" not in document.text[lines[last.at].span.end : line.span.start]:
        current.add_term(line)
        return current  # More of the same item.
    if last is not None and labelled(line):
        return current  # "koordynator: Fundacja Y" is a detail of the holder before it.
    current.between += 1
    over = current.between > MOST_BETWEEN or labels_in(line.text) or line.text.rstrip().endswith(":")
    return None if over or not current.told else current


def _with_rows(current: _List, at: int, line: Line) -> _List | None:
    """The table after a line: with its rows, or over."""
    head = TABLE_HEAD.match(same_length_fold(line.text))
    begin = head.end() if head else 0
    found = False
    for start, text in rows_of(line.text[begin:]):
        entry = row_in(text, current.tails)
        if entry is not None:
            current.add(at, entry, line.span.start + begin + start)
            found = True
    return current if found else None


def _at_heading(
    document: Document, at: int, line: Line, current: _List | None, previous: Line | None
) -> _List | None:
    """The list that a line's heading opens, or goes on with as the name of a holder; None where it ends
    one."""
    before = previous.text if previous is not None else ""
    heading = line.headings[0]
    if TABLE_HEAD.fullmatch(same_length_fold(heading.text)):
        return _table(document, heading, (line,), before=before)
    label = _label_of(document, heading.text, line)
    if label:
        opened = _opened(heading.text, heading.span, label, line)
        term = term_of(read(before))
        if opened is not None and previous is not None and term.until and _is_given(heading.text):
            opened.said, opened.label = opened.said.over(term), opened.label or previous.span
        return opened
    entry = entry_in(heading.text) if current is not None else None
    above = line.headings[1:]
    if current is None or entry is None or not current.takes_heading(entry, above, previous):
        return None
    current.add(at, entry, heading.span.start)
    current.headed, current.beside = True, above
    return current


def _of_those_before(line: Line, before: Sequence[Line]) -> _List | None:
    """What a line introduces that but goes on, "Among them:", "Diplomas went to:": those of whom the lines
    before say that they hold a label, or the heading does."""
    among = says(line.text, "these_are")
    given = not among and not labels_in(line.text) and _is_given(line.text)
    if not line.text.rstrip().endswith(":") or not (given or among):
        return None
    near = [one.text for one in before if one.headings == line.headings]
    said = read(" ".join(near)) if near else Validity()
    if given:
        said = replace(term_of(said), label=said.label, round=read(line.text).round or said.round)
    if any(not one.generic for text in near[-1:] for one in names_in(text)):
        return None  # Of what one cluster has, "these include" others.
    above = next(((one.span, key) for one in line.headings if (key := only_label(one.text))), None)
    label = said.label or (above[1] if above else "")
    if not label or (not given and kind_of(" ".join(near[-1:])) in {"sought", "taken"}):
        return None
    span = above[0] if above and not said.label else None
    return _List(line.span, replace(said, label=label), told=True, label=span)


def _introduced(document: Document, line: Line, following: Sequence[Line]) -> _List | None:
    """What a line introduces: holders of the label that it names, or the rows of a table."""
    text = line.text.rstrip()
    if line.cells or len(text) > 2 * LONGEST_ENTRY:
        return None
    head = TABLE_HEAD.match(same_length_fold(text))
    if head is not None:
        rows = (line, *following) if head.end() < len(text) else following
        return (
            _table(document, line, rows)
            if text[head.end() :][:1].isupper() or head.end() == len(text)
            else None
        )
    label = _label_of(document, text, line)
    if not label:
        return None
    bare = ASIDE.sub("", text).removesuffix(" r.")
    alone = not bare.endswith((".", "!", "?", ",")) and ": " not in bare and not has_verb(bare)
    if not (alone or text.endswith((":", ";"))):
        return None
    return _opened(text, line.span, label, line)


def _of_section(document: Document, lines: Sequence[Line], at: int) -> _List | None:
    """What the last sentence of a section opens that tells its label's term, above headings which are names:
    "ROUND V. The status was given from 4 October 2021 to 3 October 2024." """
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if following is None or not line.headings or following.headings[1:] != line.headings or line.cells:
        return None
    entry = entry_in(following.headings[0].text)
    if entry is None or not entry.by_word or names_in(line.text):
        return None
    said = read(line.text)
    if said.since is None or said.until is None or not STATUS_WORD.search(same_length_fold(line.text)):
        return None
    label = first_label(line.text, *(one.text for one in line.headings), document.title)
    rounds = (found for one in line.headings if (found := read(one.text).round))
    if not label or kind_of(line.text) in {"sought", "taken", "lapsed"}:
        return None
    return _List(line.span, replace(said, label=label, round=said.round or next(rounds, "")), told=False)


def _of_paragraph(document: Document, lines: Sequence[Line], at: int) -> _List | None:
    """The list that a paragraph opens with its last sentence."""
    told = told_before_names(document, lines, at)
    return _List(lines[at].span, told[0], told=told[1]) if told is not None else None


def _table(document: Document, head: Line | Above, rows: Sequence[Line], *, before: str = "") -> _List | None:
    """The table of holders that a line or a heading is the head of; its rows, or what stands above, name the
    label."""
    above = rows[0].above if rows else ()
    label = first_label(head.text, before, *(one.text for one in above), document.title)
    texts = [row.text for row in rows]
    dated = texts[:FEWEST_ROWS] and all(last_date(text) is not None for text in texts[:FEWEST_ROWS])
    folded = same_length_fold(head.text)
    if not dated or not (label or (GRADED.search(folded) and any(map(tier_alone, texts)))):
        return None
    return _List(head.span, Validity(label), True, True, GIVEN.search(folded) is None, tails=tails_of(texts))


def _opened(text: str, span: Span, label: str, line: Line) -> _List | None:
    """The list of holders that a text introduces; None where it speaks of others, or names one itself."""
    folded = same_length_fold(text)
    other = not labels_in(text) and says(text, "other_award")
    if other or is_of_others(text) or cues("about_label").search(folded):
        return None
    if any(not one.generic for one in names_in(text)):
        return None
    said = read(text)
    above = (read(one.text).until for one in line.headings)
    said = replace(said, label=label, until=said.until or next((one for one in above if one), None))
    stretch = next((one for one in periods(text) if one.relation == "between"), None)
    last = stretch.other if stretch else None
    if stretch and last and (last.last - stretch.moment.first).days < SHORTEST_TERM:
        # "In July, August and September 2024" the label was given, not held.
        said = Validity(label, said.round, Moment(stretch.moment.first, last.last))
    # A grade alone stands below what says whose list it is.
    texts = (text, *(one.text for one in line.headings)) if not labels_in(text) else (text,)
    told = any(says(one, "introduces_holders") for one in texts)
    named = (one.span for one in line.headings if not labels_in(text) and only_label(one.text) == label)
    return _List(span, said, told=told, ends=says(text, "until_when"), label=next(named, None))


def _is_given(text: str) -> bool:
    """Whether a text introduces those who were given what was spoken of: "Diplomas went to:"."""
    if not text.rstrip().endswith(":") or not says(text, "given_to") or says(text, "other_award"):
        return False
    refused = says(text, "refused") or says(text, "refused_if_asked") or says(text, "denied_to")
    return not refused and kind_of(text) not in {"sought", "taken", "lapsed"}


def _is_term(text: str) -> bool:
    """Whether a text tells the round or the end of a status without its label: "Runda V – do 2027 r."."""
    said = read(text)
    spoken = bool(said.round) or STATUS_WORD.search(same_length_fold(text)) is not None
    return spoken and said.until is not None


def _label_of(document: Document, text: str, line: Line) -> str:
    """The only label that a text names, or the grade it is, where what stands above speaks of such labels;
    that of what stands above, where it tells but the round or the end of a status."""
    if labels_in(text):
        return only_label(text)
    if _is_term(text) or _is_given(text):
        return first_label(*(one.text for one in line.headings), document.title)
    bare = text.strip(" :.#*–-")
    around = (document.title, *(one.text for one in line.above))
    graded = any(body_of(one) or GRADED.search(same_length_fold(one)) for one in around)
    return tier_alone(bare) if graded and len(bare.split()) == 1 else ""
