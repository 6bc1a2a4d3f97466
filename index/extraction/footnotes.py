"""Notes below a list or a table, by the mark that the entry bears which each is about: "Klaster X (b)",
"Klaster Y*"."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from documents.model import Document
from index.extraction.lines import Line

_MARK = r"(?:\*{1,4}|[†‡]{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\((?:[a-z]|\d{1,2})\)|\[(?:[a-z]|\d{1,2})\]|\d{1,2}\))"
BORNE = re.compile(rf"\s*(?P<mark>{_MARK})\s*$")
NOTE = re.compile(rf"\W{{0,2}}?(?P<mark>{_MARK})\s+")
# The same right before a sentence.
AHEAD = re.compile(rf"(?:^|\s)(?P<mark>{_MARK})\s+$")
LONGEST_MARK = 8


def unmarked(name: str) -> str:
    """A name without the mark of a note behind it."""
    return BORNE.sub("", name)


def noted(document: Document, lines: Sequence[Line], named: Callable[[str], int | None]) -> Mapping[int, int]:
    """The subject that the lines of each note are about, by their places, as `named` tells it of the entry:
    where but one bears its mark before, and no other note begins with it."""
    bearers: dict[str, list[int]] = defaultdict(list)
    notes: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        mark = _mark_before(document, line)
        if mark in bearers:
            notes[mark].append(at)
        texts = [cell.text for cell in line.cells] or [line.text]
        for mark in {one["mark"] for one in map(BORNE.search, texts) if one is not None}:
            bearers[mark].append(at)
    found: dict[int, int] = {}
    for mark, places in notes.items():
        subject = named(lines[bearers[mark][0]].text)
        if len(places) == len(bearers[mark]) == 1 and subject is not None:
            found |= dict.fromkeys(_note(document, lines, places[0]), subject)
    return found


def _mark_before(document: Document, line: Line) -> str:
    """The mark that a line of the document begins with, in its first sentence; "" for none."""
    start = document.text.rfind("\n", 0, line.span.start) + 1
    found = AHEAD.search(document.text[max(start, line.span.start - LONGEST_MARK) : line.span.start])
    found = found or NOTE.match(line.text)
    return found["mark"] if found is not None else ""


def _note(document: Document, lines: Sequence[Line], at: int) -> Sequence[int]:
    """The places of a note's sentences: up to the end of its line, or to another mark."""
    end = at + 1
    while end < len(lines) and not _mark_before(document, lines[end]):
        if "\n" in document.text[lines[end - 1].span.end : lines[end].span.start]:
            break
        end += 1
    return range(at, end)
