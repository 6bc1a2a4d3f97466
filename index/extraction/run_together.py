"""Tables whose columns were run together where a page was saved as text: told apart again by their heads and
by what each column holds.

"Name Portfolio Label valid until" stands above "Aviation Ring Aviation and space 2013/02/23".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from documents.model import Span
from index import words
from index.extraction.labelled import exact_kind, label_kind
from index.extraction.lines import SEPARATOR, Above, Cell, Line
from index.extraction.name_words import CLOSING, cases, heads_network
from index.extraction.naming import names_in
from index.extraction.organisations import organisation_at
from index.extraction.people import people_in
from index.extraction.pieces import is_head
from index.inflection import word_forms
from index.taxonomy import places_in

NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s+(?=\S)")
COUNTED = re.compile(r"^(?:lp|l\.p|nr|no|#)\.?\s+", re.IGNORECASE)
DATE = re.compile(r"(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4})(?:\s?r\.)?\s*$")
COUNT = re.compile(r"(?<!\S)\d{1,5}\s*$")
REACHED = re.compile(r"(?<!\S)(?:https?://|www\.)?[\w@+./-]*(?:@|\.)[\w./-]+\s*$")
# The last word with a capital and the small ones after it, as a head writes a trade: "Food industry".
TRADE = re.compile(r"(?<=\s)[^\W\d_a-ząćęłńóśźż][\w-]*(?:,?\s(?:[a-ząćęłńóśźż&][\w-]*))*\s*$")
LONGEST_HEADS, FEWEST_ROWS, MOST_OF_PLACE = 16, 3, 3
BY_PATTERN = {
    "until": DATE, "since": DATE, "founded": DATE, "members": COUNT, "website": REACHED, "email": REACHED,
    "sector": TRADE,
}  # fmt: skip
BODIES = frozenset({"coordinator", "representative"})
# What may be left out of a row, as an icon with a link is where a page is saved.
LOST = frozenset({"website", "email", "status"})


def apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of tables that were run together with their cells."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        heads = _heads(lines[at])
        rows = list(_rows(lines, at, heads)) if heads else []
        told = sum(bool(row.cells) for row in rows)
        if len(rows) >= FEWEST_ROWS and told > 1 and told * 2 > len(rows):
            found += rows
            at = _end(lines, at)
        else:
            found.append(lines[at])
            at += 1
    return tuple(found)


def _heads(line: Line) -> tuple[str, ...]:
    """The heads of columns that a line is: a name's first, and others of which each is known."""
    text = COUNTED.sub("", line.text.strip())
    tokens = text.split()
    if line.cells or not 1 < len(tokens) <= LONGEST_HEADS or text[-1] in ".:;?!" or not text[0].isupper():
        return ()
    heads: list[str] = []
    for token in tokens:
        joined = f"{heads[-1]} {token}" if heads else ""
        opens = token[0].isupper() or (exact_kind(token) != "" and not exact_kind(joined))
        if heads and (not opens or exact_kind(joined)):
            heads[-1] = joined
        else:
            heads.append(token)
    kinds = [label_kind(head) for head in heads]
    read = {*BY_PATTERN, *BODIES, *LOST, "place", "region", "country", "person"}
    return tuple(heads) if len(heads) > 1 and kinds[0] == "name" and set(kinds[1:]) <= read else ()


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the lines end that may be rows below heads."""
    end = at + 1
    while end < len(lines) and lines[end].headings == lines[at].headings and not lines[end].cells:
        end += 1
    return end


def _rows(lines: Sequence[Line], at: int, heads: Sequence[str]) -> Iterator[Line]:
    """The lines below heads, those that are rows with their cells; what a row goes on with in the next line
    is put to it."""
    body = lines[at + 1 : _end(lines, at)]
    numbered = sum(NUMBER.match(line.text) is not None for line in body) >= FEWEST_ROWS
    lead = Above(SEPARATOR.join(heads), lines[at].span)
    row: Line | None = None
    for line in body:
        if row is not None and numbered and not NUMBER.match(line.text) and _goes_on(line):
            gap = " " * (line.span.start - row.span.end)
            row = replace(row, text=row.text + gap + line.text, span=Span(row.span.start, line.span.end))
            continue
        if row is not None:
            yield _told(row, heads, lead)
        row = line
    if row is not None:
        yield _told(row, heads, lead)


def _goes_on(line: Line) -> bool:
    """Whether a line without a number goes on with a row's last cell: it is short and no sentence."""
    return len(line.text.split()) <= 12 and not line.text.endswith((".", ":", "?", "!")) and not line.cells


def _told(line: Line, heads: Sequence[str], lead: Above) -> Line:
    """A row with its cells; the line as it is where they cannot be told apart."""
    numbered = NUMBER.match(line.text)
    start, end = numbered.end() if numbered else 0, len(line.text)
    cells: list[Cell] = []
    for head in reversed(heads[1:]):
        begin = _begin(line.text, start, end, label_kind(head))
        if begin is None and label_kind(head) not in LOST:
            return line
        if begin is not None:
            cells.append(Cell(head, line.text[begin:end].strip(), begin))
            end = begin
    name = line.text[start:end].strip(" ,;–-")
    if not name or not cells:
        return line
    cells.append(Cell(heads[0], name, start))
    text = line.text
    for cell in cells[:-1]:
        # A name ends there, and no other begins before.
        text = f"{text[: cell.start - 1]}|{text[cell.start :]}"
    return replace(
        line,
        text=text,
        cells=tuple(reversed(cells)),
        leads=(lead, *(one for one in line.leads if one.span != lead.span)),
    )


def _begin(text: str, start: int, end: int, kind: str) -> int | None:
    """Where the last cell of a row begins, as what stands in a column of a kind does."""
    said = text[:end]
    if kind in BODIES:
        return _body(text, start, end)
    if kind in {"place", "region", "country"}:
        return _place(text, start, end)
    if kind == "person":
        people = [one.span for one in people_in(said) if one.span.start > start]
        return people[-1].start if people and not said[people[-1].end :].strip() else None
    pattern = BY_PATTERN.get(kind)
    match = pattern.search(said, start) if pattern is not None else None
    return match.start() if match is not None and match.start() > start else None


def _place(text: str, start: int, end: int) -> int | None:
    """Where the place begins that a text ends with there; no word before it is left of a name's one."""
    tokens = [one.start() for one in re.compile(r"\S+").finditer(text, start, end)][1:]
    for at in tokens[-MOST_OF_PLACE:]:
        said = text[at:end].strip()
        found = places_in(f"w {said}")
        if found and found[0].span.start == 2 and found[-1].span.end == len(said) + 2:
            return at
    return None


def _body(text: str, start: int, end: int) -> int | None:
    """Where the body begins that a row ends with: behind a bracket or a quotation that closes the name, at a
    noun that heads bodies, with the adjectives before it, or behind the name."""
    tokens = list(re.compile(r"\S+").finditer(text, start, end))
    for before, token in pairwise(tokens):
        if before.group()[-1] in f"){CLOSING}" and token.group()[:1].isupper():
            return token.start()
    for at, token in enumerate(tokens[1:], 1):
        word = token.group().strip(",.()")
        heads = is_head(word) or (heads_network(word) and not names_in(word))
        if word[:1].isupper() and heads and _is_said(word):
            while at > 1 and _leads(tokens[at - 1].group(), word):
                at -= 1
            return tokens[at].start()
    mention = next((one for one in names_in(text[:end]) if not one.generic), None)
    after = text[mention.span.end : end].strip() if mention is not None else ""
    if mention is not None and mention.span.start <= start + 1 and after[:1].isupper():
        return mention.span.end + 1
    second = tokens[1].start() if len(tokens) > 1 else None
    return second if second and organisation_at(text[:end], second) is not None and mention is None else None


def _is_said(word: str) -> bool:
    """Whether a noun may stand by itself: in the nominative, or no Polish one."""
    found = cases(word)
    return not found or "nom" in found


def _leads(word: str, noun: str) -> bool:
    """Whether a word with a capital is an adjective that agrees in the nominative with the noun that heads a
    body's name."""
    last = re.split(r"[-‑]", word)[-1]
    first, second = (
        {
            one
            for form in word_forms(w)
            if "nazwisko" not in form.labels
            for one in form.agreement
            if one[1] == "nom"
        }
        for w in (last, noun)
    )
    adjective = any(one.part == "adj" for one in words.readings(last.lower()))
    return word[:1].isupper() and adjective and bool(first & second)
