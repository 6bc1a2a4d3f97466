"""Blocks of a printed document, with what goes on over the end of a page put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.joining import breaks_off, cut, joined
from documents.model import Block, Sheet
from documents.print_blocks import Face, Laid, closed, laid, open_table
from documents.typeset import EMPTY, Line

_ENDS = re.compile(r"[.!?:;…][\"”’»)\]]*$")
_LOOK_BACK = 12
_LONG = 50


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is left of a page to be read: its lines, its notes, and the headings its outline tells of."""

    number: int
    lines: tuple[Line, ...]
    notes: tuple[tuple[Line, ...], ...] = ()
    outline: tuple[tuple[str, int], ...] = ()


def blocks(leaves: Sequence[Leaf], look: Face) -> tuple[list[Block], list[Block]]:
    """The blocks of all pages in order, and the rows of column heads that later pages repeat."""
    found: list[Laid] = []
    cut_heads: list[Block] = []
    table: list[Line] = []
    last: list[Laid] = []
    for leaf in leaves:
        here = laid(leaf.lines, look, leaf.number, continued=table, outline=dict(leaf.outline))
        if table and here and here[0].block.kind == "head" and here[0].texts[0] == table[0].text:
            cut_heads.append(Block(here.pop(0).texts[0], "head", page=leaf.number))
        if last and here and _goes_on(last, here[0], broken=bool(table)):
            here.pop(0)
        found += here
        table = open_table(leaf.lines)
        last = here or last
        found += [_note(lines, leaf.number) for lines in leaf.notes]
    return [closed(each, look.words) for each in found], cut_heads


def carried(sheets: Sequence[Sheet], leaves: Sequence[Leaf], found: Sequence[Block]) -> tuple[Sheet, ...]:
    """The sheets of the pages; one says so all of whose lines end what a page before began."""
    begun = {block.page for block in found}
    return tuple(
        replace(sheet, reasons=(*sheet.reasons, "carried_on"))
        if leaf.lines and leaf.number not in begun
        else sheet
        for sheet, leaf in zip(sheets, leaves, strict=True)
    )


def _note(lines: Sequence[Line], page: int) -> Laid:
    return Laid(Block("", "note", page=page), list(lines), [line.text for line in lines])


def _goes_on(before: Sequence[Laid], first: Laid, *, broken: bool) -> bool:
    """Whether the first block of a page is the rest of one of the page before, which it is then added to."""
    if first.block.kind == "row":
        return broken and before[-1].block.kind == "row" and _is_rest(before[-1], first)
    if first.block.kind != "paragraph" or first.lines[0].sign:
        return False
    for each in reversed(before[-_LOOK_BACK:]):
        if each.block.kind in {"paragraph", "item"} and _is_open(each, first, at_end=each is before[-1]):
            each.lines += first.lines
            each.texts += first.texts
            return True
    return False


def _is_open(last: Laid, first: Laid, *, at_end: bool) -> bool:
    """Whether a block breaks off where its page does, and the other begins as its next line would."""
    end, line = last.lines[-1].piece, first.lines[0].piece
    if abs(end.size - line.size) > 0.5 or end.bold != line.bold or _ENDS.search(last.texts[-1]):
        return False
    if first.texts[0][:1].islower() or breaks_off(last.texts[-1]):
        return True
    return at_end and len(last.texts) > 1 and len(last.texts[-1]) > _LONG and last.is_full


def _is_rest(last: Laid, first: Laid) -> bool:
    """Whether a row holds the rest of cells that the page before broke off, which are then made whole."""
    above, rest = last.lines[0], first.lines[0]
    placed = [_column(above, place) for place in rest.places]
    held = [(at, text) for at, text in zip(placed, rest.cells, strict=False) if text != EMPTY]
    whole = len(held) == len(above.cells)
    goes_on = any(text[:1].islower() or cut(above.cells[at]) for at, text in held)
    if not held or whole or not goes_on or any(above.cells[at] == EMPTY for at, _ in held):
        return False
    cells = list(above.cells)
    for at, text in held:
        cells[at] = joined(cells[at], text)
    text = " | ".join(cells)
    last.lines[0] = replace(above, piece=replace(above.piece, text=text), cells=tuple(cells))
    last.texts[0] = text
    return True


def _column(line: Line, place: float) -> int:
    return min(range(len(line.cells)), key=lambda at: abs(line.places[at] - place))
