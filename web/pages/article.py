"""A document's text as a readable article, with a span of it marked and what was repaired told."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from documents.model import Repair, Span
from index.model import StoredPassage

LineKind = Literal["heading", "item", "row", "paragraph"]

_ITEM = re.compile(r"( *)(?:• )")
_NUMBERED = re.compile(r"( *)\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)] ")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Mend:
    """What was put right, or could not be: `was` stood there; with `readings`, it stands there still."""

    anchor: str
    now: str
    was: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line; `first` where the marked span begins. `anchor` is where what was mended begins."""

    text: str
    marked: bool
    first: bool = False
    mend: Mend | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article. `level` is an item's nesting; a row has one sequence of runs a cell.

    `head` is said of a row that the rows below it stand under.
    """

    kind: LineKind
    cells: tuple[tuple[Run, ...], ...]
    level: int = 0
    anchor: str = ""
    numbered: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together: the items of one list, the rows of one table, or one line."""

    kind: LineKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """One entry of the contents: a heading, a page or a slide. `number` is "" for a heading."""

    label: str
    address: str
    number: str = ""


class Article:
    """The lines of a text; `cited` is the span that is marked, wherever it runs."""

    def __init__(
        self,
        text: str,
        passages: Sequence[StoredPassage],
        cited: Span | None = None,
        repairs: Sequence[Repair] = (),
    ) -> None:
        self._text = text
        self._heads = {span for passage in passages for span in passage.headings}
        self._leads = {one.lead for passage in passages for one in passage.sentences}
        self._cited = cited
        self._repairs = repairs
        self._starts = [repair.span.start for repair in repairs]

    def groups(self, part: Span | None = None) -> tuple[Group, ...]:
        """The lines in groups, of a part of the text or of all of it."""
        start, end = part or Span(0, len(self._text))
        # A part may begin behind the blanks of its first line, which tell how deep an item is.
        start = self._text.rfind("\n", 0, start) + 1
        lines = re.compile(r"[^\n]+").finditer(self._text, start, end)
        return self._grouped([self._line(Span(*line.span())) for line in lines])

    def mends(self, part: Span | None = None) -> tuple[Mend, ...]:
        """What was repaired in a part of the text, or in all of it."""
        return tuple(self._mend(one) for one in self._repairs_in(part or Span(0, len(self._text))))

    def _repairs_in(self, part: Span) -> Sequence[Repair]:
        first = max(bisect_right(self._starts, part.start) - 1, 0)
        found = self._repairs[first : bisect_left(self._starts, part.end)]
        return [one for one in found if one.span.end > part.start]

    def _mend(self, repair: Repair) -> Mend:
        anchor = f"mended-{repair.span.start}"
        return Mend(anchor, self._text[slice(*repair.span)], repair.original, repair.readings)

    def _line(self, span: Span) -> Line:
        kind, level, inner = self._kind(span)
        cells: list[tuple[Run, ...]] = []
        at = inner
        for cell in (
            self._text[inner : span.end].split(" | ") if kind == "row" else [self._text[inner : span.end]]
        ):
            cells.append(self._runs(Span(at, at + len(cell))))
            at += len(cell) + 3
        anchor = f"at-{span.start}" if kind == "heading" else ""
        numbered = kind == "item" and _NUMBERED.match(self._text, span.start, span.end) is not None
        head = kind == "row" and Span(inner, span.end) in self._leads
        return Line(kind, tuple(cells), level, anchor, numbered, head)

    def _kind(self, span: Span) -> tuple[LineKind, int, int]:
        """What the line is, how deep, and where its words begin."""
        line = self._text[span.start : span.end]
        inner = span.start + len(line) - len(line.lstrip())
        if any(Span(start, span.end) in self._heads for start in {span.start, inner}):
            return "heading", 0, inner
        if bullet := _ITEM.match(line):
            return "item", min(len(bullet[1]) // 2, _DEEPEST), span.start + bullet.end()
        # A row may begin with its number; an item that holds such a stroke is rarer.
        if " | " not in line and (numbered := _NUMBERED.match(line)):
            # The number is part of what can be cited, so it stays.
            return "item", min(len(numbered[1]) // 2, _DEEPEST), inner
        return ("row" if " | " in line else "paragraph"), 0, inner

    def _runs(self, span: Span) -> tuple[Run, ...]:
        """The line cut where the cited span and what was repaired begin and end in it."""
        repairs = self._repairs_in(span)
        spans = [*([self._cited] if self._cited else []), *(one.span for one in repairs)]
        edges = {edge for one in spans for edge in one if span.start < edge < span.end}
        cuts = sorted({span.start, span.end, *edges})
        return tuple(self._run(Span(*cut), repairs) for cut in pairwise(cuts))

    def _run(self, cut: Span, repairs: Sequence[Repair]) -> Run:
        marked = self._cited is not None and self._cited.start < cut.end and cut.start < self._cited.end
        repair = next((one for one in repairs if one.span.start < cut.end and cut.start < one.span.end), None)
        if repair is None:
            return Run(self._text[slice(*cut)], marked)
        mend = self._mend(repair)
        begins = cut.start == repair.span.start
        return Run(self._text[slice(*cut)], marked, mend=mend, anchor=mend.anchor if begins else "")

    def _grouped(self, lines: Sequence[Line]) -> tuple[Group, ...]:
        grouped: list[list[Line]] = []
        for line in lines:
            if grouped and line.kind in ("item", "row") and grouped[-1][0].kind == line.kind:
                grouped[-1].append(line)
            else:
                grouped.append([line])
        return tuple(Group(group[0].kind, tuple(group)) for group in grouped)


def begun(groups: Sequence[Group]) -> tuple[tuple[Group, ...], bool]:
    """The groups with their first marked run made the one a fragment leads to, and whether there is one."""
    found = False
    made: list[Group] = []
    for group in groups:
        lines: list[Line] = []
        for line in group.lines:
            marked = not found and any(run.marked for cell in line.cells for run in cell)
            lines.append(_begun(line) if marked else line)
            found = found or marked
        made.append(replace(group, lines=tuple(lines)))
    return tuple(made), found


def _begun(line: Line) -> Line:
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


def without_title(parts: Sequence[Group], title: str) -> tuple[Group, ...]:
    """The groups without a first heading that only says the title again, unless it is what is cited."""
    first = parts[0] if parts else None
    runs = [run for cell in first.lines[0].cells for run in cell] if first and first.kind == "heading" else []
    said = "".join(run.text for run in runs)
    repeated = runs and said == title and not any(run.marked for run in runs)
    return tuple(parts[1:] if repeated else parts)


def headings(passages: Sequence[StoredPassage]) -> tuple[Contents, ...]:
    """The headings as contents, each once and in order."""
    found = {
        span: text
        for passage in passages
        for span, text in zip(passage.headings[:2], passage.heading_texts[:2], strict=True)
    }
    return tuple(Contents(found[span], f"#at-{span.start}") for span in sorted(found))


def passage_at(passages: Sequence[StoredPassage], at: int) -> StoredPassage | None:
    """The passage that holds a character, or the next one after it."""
    found = bisect_left([passage.span.end for passage in passages], at + 1)
    return passages[found] if found < len(passages) else None
