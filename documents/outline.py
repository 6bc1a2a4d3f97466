"""The blocks of a document laid out as one text, each with its span, its headings and its lead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.model import Block, Span
from documents.sentences import sentences

HEADINGS = frozenset({"title", "heading"})
_LISTED = frozenset({"item", "row"})
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)]\s+")
_SHORT = 90
# Deeper items are drawn and led like those of this depth: a file may say any.
_DEEPEST = 12
_LEAD_AT_MOST = 240


@dataclass(frozen=True, slots=True)
class Line:
    """A block in its place: `outer` begins at its bullet sign, `inner` at its first word."""

    block: Block
    outer: Span
    inner: Span
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a document's body under its headings, outermost first, with the line that introduces it."""

    line: Line
    headings: tuple[Line, ...]
    lead: Line | None = None
    introduces: bool = False


def lay_out(blocks: Sequence[Block]) -> tuple[str, tuple[Line, ...]]:
    """The text of all blocks, and each block's line in it."""
    parts: list[str] = []
    lines: list[Line] = []
    at, before = 0, None
    for block in blocks:
        gap = _gap(before, block) if before else ""
        sign = _sign(block)
        start = at + len(gap)
        parts += [gap, sign, block.text]
        lines.append(_line(block, start + len(sign) - len(sign.lstrip()), start + len(sign)))
        at = start + len(sign) + len(block.text)
        before = block
    return "".join(parts), tuple(lines)


def _line(block: Block, outer: int, inner: int) -> Line:
    end = inner + len(block.text)
    number = _NUMBERED.match(block.text) if block.kind == "item" else None
    inner += number.end() if number else 0
    whole = block.kind in {"row", "head"} or block.kind in HEADINGS
    spans = (Span(0, end - inner),) if whole else sentences(block.text[number.end() if number else 0 :])
    placed = tuple(Span(inner + span.start, inner + span.end) for span in spans)
    return Line(block, Span(outer, end), Span(inner, end), placed)


def _sign(block: Block) -> str:
    if block.kind != "item":
        return ""
    return "  " * min(block.level, _DEEPEST) + ("" if _NUMBERED.match(block.text) else "• ")


def _gap(before: Block, block: Block) -> str:
    """One line feed inside lists, tables and blocks of short lines, an empty line elsewhere."""
    if before.page != block.page or block.kind in HEADINGS:
        return "\n\n"
    if before.kind == block.kind == "paragraph" and _broken_off(before.text) and len(block.text) < _SHORT:
        return "\n"
    if block.kind in _LISTED and (before.kind in _LISTED or before.kind == "head" or _introduces(before)):
        return "\n"
    return "\n\n"


def _broken_off(text: str) -> bool:
    return len(text) < _SHORT and text[-1:] not in ".!?"


def _introduces(block: Block) -> bool:
    return block.kind in HEADINGS or not block.text.endswith((".", "!"))


def entries(lines: Sequence[Line], *, paged: bool) -> tuple[Entry, ...]:
    """The body of a document in order: what stands under which headings, and what introduces each item.

    With `paged`, a heading holds to the end of its page: so it is on slides. A heading without anything under
    it is body itself, so that it can be found.
    """
    return _Outline(lines, paged).read()


class _Outline:
    def __init__(self, lines: Sequence[Line], paged: bool) -> None:
        self._lines, self._paged = lines, paged
        self._stack: list[Line] = []
        self._open: list[Line] = []  # items above the present one, by level
        self._lead: Line | None = None  # of the list or table at hand
        self._outer: Line | None = None  # a line in front of several lists with leads of their own
        self._head: Line | None = None
        self._found: list[Entry] = []

    def read(self) -> tuple[Entry, ...]:
        for at, line in enumerate(self._lines):
            before = self._lines[at - 1] if at else None
            if before and before.block.page != line.block.page:
                self._turn_page()
            if line.block.kind in HEADINGS:
                self._heading(at, line)
            else:
                self._body(before, line)
                self._look_out(at, line)
        return tuple(self._found)

    def _look_out(self, at: int, line: Line) -> None:
        """A line that ends in a colon over lines that do, each with its list, counts as a heading of all."""
        if line.block.kind != "paragraph":
            return
        ahead = [one.block for one in self._lines[at + 1 : at + 3]]
        if not line.block.text.endswith(":"):
            self._outer = None
        elif (
            len(ahead) == 2
            and ahead[0].text.endswith(":")
            and ahead[1].kind in _LISTED
            and ahead[0].kind == "paragraph"
        ):
            self._outer = line

    def _headings(self, line: Line) -> tuple[Line, ...]:
        ends = line.block.kind == "paragraph" and not line.block.text.endswith(":")
        return (*self._stack, self._outer) if self._outer and not ends else tuple(self._stack)

    def _turn_page(self) -> None:
        if self._paged:
            self._stack.clear()

    def _heading(self, at: int, line: Line) -> None:
        level = _depth(line.block)
        while self._stack and _depth(self._stack[-1].block) >= level:
            self._stack.pop()
        following = self._following(at)
        if following is None or (following.kind in HEADINGS and _depth(following) <= level):
            self._found.append(Entry(line, tuple(self._stack)))
        elif following.kind in _LISTED and not line.block.text.endswith("?"):
            self._found.append(Entry(line, (*self._stack, line), introduces=True))
        self._end_list()
        self._outer = None
        self._stack.append(line)

    def _following(self, at: int) -> Block | None:
        """The block after, or None where the document or, on slides, the page ends."""
        if at + 1 == len(self._lines):
            return None
        following = self._lines[at + 1].block
        return None if self._paged and following.page != self._lines[at].block.page else following

    def _body(self, before: Line | None, line: Line) -> None:
        kind = line.block.kind
        if kind not in _LISTED and kind != "head":
            self._end_list()
            self._found.append(Entry(line, self._headings(line)))
            return
        if before and not self._in_list(before):
            self._end_list()
            self._lead = before if before.block.page == line.block.page and _leads(before) else None
            self._mark_introduction()
        lead = self._lead_of(line)
        self._found.append(Entry(line, self._headings(line), lead=lead, introduces=kind == "head"))

    def _in_list(self, before: Line) -> bool:
        """Whether the list or table at hand goes on after `before`, if need be over a page's end."""
        return before.block.kind in _LISTED or before.block.kind == "head"

    def _mark_introduction(self) -> None:
        if self._lead and self._found and self._found[-1].line is self._lead:
            last = self._found[-1]
            self._found[-1] = Entry(last.line, last.headings, last.lead, introduces=True)

    def _lead_of(self, line: Line) -> Line | None:
        if line.block.kind == "head":
            self._head = line
            return self._lead
        if line.block.kind == "row":
            return self._head or self._lead
        self._head = None
        level = min(line.block.level, _DEEPEST)
        del self._open[level:]
        lead = self._open[-1] if self._open else self._lead
        self._open += [line] * (level + 1 - len(self._open))
        return lead

    def _end_list(self) -> None:
        self._open.clear()
        self._lead = self._head = None


def _depth(block: Block) -> int:
    return 0 if block.kind == "title" else max(block.level, 1)


def _leads(line: Line) -> bool:
    """Whether the line above a list introduces it: it breaks off, ends in a colon, or is short."""
    if line.block.kind == "note":
        return False
    last = line.sentences[-1] if line.sentences else line.inner
    ends = line.block.text.endswith((".", "!", ";", ","))
    return not ends or last.end - last.start <= _LEAD_AT_MOST


def lead_span(line: Line) -> Span:
    """The part of a line that introduces: the last sentence of a paragraph, the whole of a shorter line."""
    if line.block.kind == "paragraph" and line.sentences:
        return line.sentences[-1]
    return line.inner
