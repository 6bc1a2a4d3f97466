"""A document's text as a readable article, with a span of it marked."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from documents.model import Span
from index.model import StoredPassage

LineKind = Literal["heading", "item", "row", "paragraph", "place"]

_ITEM = re.compile(r"( *)(?:• )")
_NUMBERED = re.compile(r"( *)\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)] ")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line; `first` where the marked span begins."""

    text: str
    marked: bool
    first: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article. `level` is an item's nesting; a row has one sequence of runs a cell."""

    kind: LineKind
    cells: tuple[tuple[Run, ...], ...]
    level: int = 0
    anchor: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together: the items of one list, the rows of one table, or one line."""

    kind: LineKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """One entry of the contents: a heading, a page or a slide."""

    label: str
    anchor: str


def groups(text: str, passages: Sequence[StoredPassage], cited: Span | None) -> tuple[Group, ...]:
    """The text's lines in groups, the cited span marked wherever it runs."""
    heads = {span for passage in passages for span in passage.headings}
    starts = _page_starts(passages)
    lines: list[Line] = []
    for match in re.finditer(r"[^\n]+", text):
        span = Span(match.start(), match.end())
        while starts and starts[0][0] < span.end:
            lines.append(_place(starts.popleft()[1]))
        lines.append(_line(text, span, heads, cited))
    return _grouped(lines)


def without_title(parts: Sequence[Group], title: str) -> tuple[Group, ...]:
    """The groups without a first heading that only says the title again, unless it is what is cited."""
    first = parts[0] if parts else None
    runs = [run for cell in first.lines[0].cells for run in cell] if first and first.kind == "heading" else []
    said = "".join(run.text for run in runs)
    repeated = runs and said == title and not any(run.marked for run in runs)
    return tuple(parts[1:] if repeated else parts)


def contents(passages: Sequence[StoredPassage]) -> tuple[Contents, ...]:
    """The pages or slides, or else the headings, each once and in order."""
    paged = {passage.place.label for passage in passages if passage.place.kind != "section"}
    if paged:
        labels = dict.fromkeys(passage.place.label for passage in passages if passage.place.label in paged)
        return tuple(Contents(label, place_anchor(label)) for label in labels)
    found = {
        span: text
        for passage in passages
        for span, text in zip(passage.headings[:2], passage.heading_texts[:2], strict=True)
    }
    return tuple(Contents(found[span], f"at-{span.start}") for span in sorted(found))


def place_anchor(label: str) -> str:
    """The fragment of a page or slide."""
    return "place-" + re.sub(r"\W+", "-", label).strip("-").lower()


def _page_starts(passages: Sequence[StoredPassage]) -> deque[tuple[int, str]]:
    """Where each page or slide begins, and its label, in order; nothing for a text in sections."""
    starts: dict[str, int] = {}
    for passage in passages:
        if passage.place.kind != "section":
            starts.setdefault(passage.place.label, min(passage.place.span.start, passage.span.start))
    return deque(sorted((at, label) for label, at in starts.items()))


def _place(label: str) -> Line:
    return Line("place", ((Run(label, False),),), anchor=place_anchor(label))


def _line(text: str, span: Span, heads: set[Span], cited: Span | None) -> Line:
    kind, level, inner = _kind(text, span, heads)
    cells: list[tuple[Run, ...]] = []
    at = inner
    for cell in text[inner : span.end].split(" | ") if kind == "row" else [text[inner : span.end]]:
        cells.append(_runs(text, Span(at, at + len(cell)), cited))
        at += len(cell) + 3
    anchor = f"at-{span.start}" if kind == "heading" else ""
    numbered = kind == "item" and _NUMBERED.match(text, span.start, span.end) is not None
    return Line(kind, tuple(cells), level, anchor, numbered)


def _kind(text: str, span: Span, heads: set[Span]) -> tuple[LineKind, int, int]:
    """What the line is, how deep, and where its words begin."""
    line = text[span.start : span.end]
    inner = span.start + len(line) - len(line.lstrip())
    if any(Span(start, span.end) in heads for start in {span.start, inner}):
        return "heading", 0, inner
    if bullet := _ITEM.match(line):
        return "item", min(len(bullet[1]) // 2, _DEEPEST), span.start + bullet.end()
    if numbered := _NUMBERED.match(line):
        # The number is part of what can be cited, so it stays.
        return "item", min(len(numbered[1]) // 2, _DEEPEST), inner
    return ("row" if " | " in line else "paragraph"), 0, inner


def _runs(text: str, span: Span, cited: Span | None) -> tuple[Run, ...]:
    """The line cut where the cited span begins and ends in it."""
    if cited is None or cited.end <= span.start or cited.start >= span.end:
        return (Run(text[span.start : span.end], False),)
    start, end = max(cited.start, span.start), min(cited.end, span.end)
    cut = (
        Run(text[span.start : start], False),
        Run(text[start:end], True),
        Run(text[end : span.end], False),
    )
    return tuple(run for run in cut if run.text)


def _grouped(lines: Sequence[Line]) -> tuple[Group, ...]:
    grouped: list[list[Line]] = []
    marked = False
    for line in lines:
        if not marked and any(run.marked for cell in line.cells for run in cell):
            line, marked = _begin(line), True
        if grouped and line.kind in ("item", "row") and grouped[-1][0].kind == line.kind:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return tuple(Group(group[0].kind, tuple(group)) for group in grouped)


def _begin(line: Line) -> Line:
    """The line with its first marked run made the one a fragment leads to."""
    done = False
    cells: list[tuple[Run, ...]] = []
    for cell in line.cells:
        runs = []
        for run in cell:
            first = run.marked and not done
            done = done or first
            runs.append(replace(run, first=first))
        cells.append(tuple(runs))
    return replace(line, cells=tuple(cells))


def passage_at(passages: Sequence[StoredPassage], at: int) -> StoredPassage | None:
    """The passage that holds a character, or the next one after it."""
    found = bisect_left([passage.span.end for passage in passages], at + 1)
    return passages[found] if found < len(passages) else None
