"""Blocks out of the lines of printed pages: headings by their letters, paragraphs and items by place."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from math import inf
from statistics import median

from documents.joining import breaks_off, joined, opens_contact
from documents.model import Block
from documents.piece import CONTACT
from documents.typeset import Line, width

_LONGEST_HEADING = 160
_STOPS = (".", "!", "?", ":", ";", "…", "”", ")")
# No first line of a paragraph is indented by so many ems: what begins there is set apart, as a letter's date.
_SET_APART = 8
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] +[^\W\d_]|\S(?: +\S+){14}")
_COUNTED = re.compile(r"\(?(\d{1,2})[.)]?")


@dataclass(frozen=True, slots=True)
class Face:
    """How a document is printed: the size of its text, its heading sizes from the largest, its words.

    `titled` says that the largest size is used once, for the title on the first page.
    """

    body: float
    headings: tuple[float, ...]
    titled: bool = False
    words: frozenset[str] = frozenset()

    def heading(self, line: Line) -> int:
        """A heading's level from 1, or 0 for a line of text."""
        if (
            line.cells
            or (line.sign and not _COUNTED.fullmatch(line.sign))
            or len(line.text) > _LONGEST_HEADING
        ):
            return 0
        size = _size(line)
        if size in self.headings:
            return 1 + self.headings.index(size)
        bold = line.piece.bold and line.text[0].isalnum() and not line.text.endswith((".", ",", ";"))
        return 1 + len(self.headings) if bold and len(line.text) <= 100 else 0


def face(pages: Sequence[Sequence[Line]]) -> Face:
    """How the pages are printed, by the number of letters in each size.

    A size that bulleted lines are set in is no heading's: so slides are told, whose text has many sizes.
    """
    lines = [line for page in pages for line in page]
    letters: Counter[float] = Counter()
    for line in lines:
        letters[_size(line)] += len(line.text)
    body = letters.most_common(1)[0][0] if letters else 0.0
    listed = {_size(line) for line in lines if line.sign and not _COUNTED.fullmatch(line.sign)}
    larger = sorted((size for size in letters if size > 1.1 * body and size not in listed), reverse=True)
    words = frozenset(word for line in lines for word in line.text.lower().split())
    return Face(body, tuple(larger), bool(larger) and _once(pages, larger[0]), words)


def _once(pages: Sequence[Sequence[Line]], size: float) -> bool:
    """Whether all lines of a size stand one under another on the first page."""
    places = [
        (number, at)
        for number, page in enumerate(pages)
        for at, line in enumerate(page)
        if _size(line) == size
    ]
    return places[-1][0] == 0 and places[-1][1] - places[0][1] == len(places) - 1


def _size(line: Line) -> float:
    return round(line.piece.size * 2) / 2


@dataclass(slots=True)
class Laid:
    """A block that further lines may join. `is_full` says that its last line reaches the right margin."""

    block: Block
    lines: list[Line]
    texts: list[str] = field(default_factory=list)
    is_full: bool = False


def laid(
    lines: Sequence[Line],
    face: Face,
    page: int,
    *,
    continued: Sequence[Line] = (),
    outline: Mapping[str, int] | None = None,
) -> list[Laid]:
    """The blocks of one page. `continued` holds the rows of the table that the page before ended in.

    `outline` has the headings of the page that the file lists, in small letters, with their levels.
    """
    leading = _leading(lines)
    found: list[Laid] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if found and before and _joins(found[-1], before, line, (lines, leading, face)):
            found[-1].lines.append(line)
            found[-1].texts.append(line.text)
        else:
            found.append(Laid(_opened(lines, at, face, page, continued), [line], [line.text]))
    _nest(found)
    for each in found:
        _told(each)
        _listed(each, outline or {})
        last = each.lines[-1]
        each.is_full = not last.cells and last.piece.end > _right(lines, last) - 3 * last.piece.size
    return found


def _told(each: Laid) -> None:
    """Makes a paragraph of whole sentences that are set as large as headings: a lead, a slide's text."""
    text = " ".join(each.texts)
    if each.block.kind == "heading" and text.endswith((".", "!", "?")) and _SENTENCES.search(text):
        each.block = replace(each.block, kind="paragraph", level=0)


def _listed(each: Laid, outline: Mapping[str, int]) -> None:
    """Makes a heading of a block that the file's outline names."""
    level = outline.get(" ".join(each.texts).casefold())
    if level and each.block.kind == "paragraph":
        each.block = replace(each.block, kind="heading", level=level)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines, in sizes of their letters."""
    steps = [
        (first.piece.y - second.piece.y) / first.piece.size
        for first, second in pairwise(lines)
        if first.piece.size and not first.cells and 0 < first.piece.y - second.piece.y < 2 * first.piece.size
    ]
    return median(steps) if len(steps) > 2 else 1.3


def _opened(lines: Sequence[Line], at: int, face: Face, page: int, continued: Sequence[Line]) -> Block:
    line = lines[at]
    if line.cells:
        return Block("", "head" if _is_head(lines, at, continued) else "row", page=page)
    if level := face.heading(line):
        title = face.titled and level == 1
        return Block("", "title" if title else "heading", level, page)
    return Block("", "item" if _is_item(lines, at) else "paragraph", page=page)


def _is_head(lines: Sequence[Line], at: int, continued: Sequence[Line]) -> bool:
    """Whether a row holds a table's column heads: its first row, bold or without a figure."""
    line = lines[at]
    if at and lines[at - 1].cells:
        return False
    plain = at + 1 < len(lines) and lines[at + 1].cells and not lines[at + 1].piece.bold
    if (line.piece.bold and plain) or (continued and continued[0].text == line.text):
        return True
    goes_on = at == 0 and continued and len(continued[0].cells) == len(line.cells)
    return not goes_on and not any(map(str.isdigit, line.text))


def _is_item(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is an item: it has a bullet, or a number in a row of numbers."""
    counted = _COUNTED.fullmatch(lines[at].sign)
    if not counted:
        return bool(lines[at].sign)
    numbers = [int(found[1]) for line in lines if (found := _COUNTED.fullmatch(line.sign))]
    return int(counted[1]) - 1 in numbers or int(counted[1]) + 1 in numbers


def _joins(present: Laid, before: Line, line: Line, page: tuple[Sequence[Line], float, Face]) -> bool:
    """Whether a line goes on with the block of the line before."""
    lines, leading, face = page
    if (
        line.cells
        or before.cells
        or (line.sign and present.block.kind in {"item", "paragraph"} and not breaks_off(before.text))
    ):
        return False
    if face.heading(line) != face.heading(before) or abs(before.piece.size - line.piece.size) > 1:
        return False
    step = before.piece.y - line.piece.y
    if step < 0:
        return _in_next_column(lines, before, line)
    if not 0 < step < max(leading * 1.25, 1.05) * max(before.piece.size, line.piece.size):
        return False
    if face.heading(line):
        return True
    if line.inner < before.inner - _SET_APART * line.piece.size:
        return False
    if breaks_off(before.text):
        return True
    if opens_contact(line.text):
        if CONTACT.search(before.text) and before.text[-1] not in ",;(":
            return False
    elif line.text[:1].islower():
        return True
    first = line.text.split(" ", 1)[0]
    right = _right(lines, before)
    fits = before.piece.end + width(f" {first}") * before.piece.size < right - 0.06 * (right - before.piece.x)
    return not fits and not before.text.endswith(":")


def _in_next_column(lines: Sequence[Line], before: Line, line: Line) -> bool:
    """Whether a line further up goes on with the paragraph that ends the column before."""
    if line.sign or before.text.endswith(_STOPS) or abs(before.piece.size - line.piece.size) > 0.5:
        return False
    if line.text[:1].islower() or breaks_off(before.text):
        return True
    near = [each for each in lines if 0 <= each.piece.y - before.piece.y < 6 * before.piece.size]
    return before.piece.end > _right(near, before) - 3 * before.piece.size and len(before.text) > 25


def _right(lines: Sequence[Line], line: Line) -> float:
    """Where the lines end that begin about where this one does, short of the column beside it."""
    near = 3 * line.piece.size
    beside = [
        each.piece.x
        for each in lines
        if each.piece.x > line.piece.end and abs(each.piece.y - line.piece.y) < near and not each.cells
    ]
    ends = [
        each.piece.end
        for each in lines
        if not each.cells
        and abs(each.inner - line.inner) < near
        and abs(each.piece.size - line.piece.size) < 1
        and each.piece.end < min(beside, default=inf)
    ]
    return max(ends, default=line.piece.end)


def _nest(found: Sequence[Laid]) -> None:
    """Sets the items' levels by where their bullets stand."""
    indents: list[float] = []
    above = 0.0
    for each in found:
        x, y = each.lines[0].piece.x, each.lines[0].piece.y
        if each.block.kind != "item" or y > above:
            indents = []
        above = y
        if each.block.kind != "item":
            continue
        while indents and x < indents[-1] - 3:
            indents.pop()
        if not indents or x > indents[-1] + 3:
            indents.append(x)
        each.block = Block("", "item", len(indents) - 1, each.block.page)


def closed(each: Laid, words: frozenset[str]) -> Block:
    """The block with the text of all its lines."""
    first = each.lines[0]
    text = each.texts[0]
    for more in each.texts[1:]:
        text = joined(text, more, words)
    if first.sign and (each.block.kind != "item" or first.sign[-1] in ".)" or first.sign.isdigit()):
        dot = "." if first.sign.isdigit() and each.block.kind == "item" else ""
        text = f"{first.sign}{dot} {text}"
    return Block(text, each.block.kind, each.block.level, each.block.page)


def open_table(lines: Sequence[Line]) -> list[Line]:
    """The rows of the table that a page ends in."""
    return list(takewhile(lambda line: line.cells, reversed(lines)))[::-1]
