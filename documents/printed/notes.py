"""Footnotes: small type under the text, each with the figure or star that calls it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.printed.paint import Rect
from documents.raised import SUPERSCRIPT
from documents.typeset import Line

_SMALL, _TEXT = 0.92, 0.95
_PLAIN = str.maketrans(SUPERSCRIPT, "0123456789")
_CALLED = re.compile(rf"(?<=\S)([{SUPERSCRIPT}]+)(?:,\s?([{SUPERSCRIPT}]+))*(?!\w)")
_AFTER_WORD = re.compile(rf"(?<=[^\W\d_]{{3}})([{SUPERSCRIPT}]+)(?!\w)")
_MARK = re.compile(rf"\(?(\d{{1,3}}|[{SUPERSCRIPT}]+|\*{{1,4}})\)?(?=[.)\s]|[^\W\d_]|$)")
_RULE_ABOVE = 2.6


@dataclass(frozen=True, slots=True)
class Foot:
    """A page's lines without its notes, and each note as its lines."""

    text: tuple[Line, ...]
    notes: tuple[tuple[Line, ...], ...]


def parted(lines: Sequence[Line], body: float, rules: Sequence[Rect]) -> Foot:
    """The notes of a page told from its text, which is set in the size `body`, without their calls.

    A note is in small type with no text below it, begins with a mark, and either is called in the text or
    stands under a rule. What a call has no note for on the page keeps it.
    """
    marks = {found for line in lines for found in _calls(line)}
    held: list[list[int]] = []
    for at, line in enumerate(lines):
        if line.cells or line.piece.size > _SMALL * body:
            continue
        mark = _mark(line)
        begins = mark and _is_below(line, lines, body) and (mark in marks or _is_ruled(line, rules))
        follows = held and held[-1][-1] == at - 1
        if begins or (follows and mark and mark == _next(lines[held[-1][0]])):
            held.append([at])
        elif follows and line.piece.y < lines[at - 1].piece.y:
            held[-1].append(at)
    taken = {at for note in held for at in note}
    numbers = {_mark(lines[note[0]]) for note in held}
    text = tuple(_uncalled(line, numbers) for at, line in enumerate(lines) if at not in taken)
    return Foot(text, tuple(tuple(lines[at] for at in note) for note in held))


def _calls(line: Line) -> Iterator[str]:
    for found in _CALLED.finditer(line.text):
        yield from re.sub(r"[,\s]+", " ", found[0].translate(_PLAIN)).split()


def _mark(line: Line) -> str:
    """The figure or star that a line begins with; nothing where it begins with none."""
    found = _MARK.match(line.whole)
    return found[1].translate(_PLAIN) if found else ""


def _next(line: Line) -> str:
    mark = _mark(line)
    return str(int(mark) + 1) if mark.isdigit() else mark + "*"


def _is_below(line: Line, lines: Sequence[Line], body: float) -> bool:
    """Whether no text of the page stands below a line in its column."""
    here = line.piece
    return not any(
        other.piece.y < here.y
        and other.piece.size > _TEXT * body
        and other.piece.x < here.end
        and other.piece.end > here.x
        for other in lines
    )


def _is_ruled(line: Line, rules: Sequence[Rect]) -> bool:
    """Whether a short rule stands right above a line, from where that begins."""
    here = line.piece
    return any(
        0 < rule.bottom - here.y < _RULE_ABOVE * here.size
        and abs(rule.left - here.x) < 1.5 * here.size
        and 2 * here.size < rule.width < 30 * here.size
        for rule in rules
    )


def _uncalled(line: Line, numbers: set[str]) -> Line:
    if not any(sign in line.text for sign in SUPERSCRIPT):
        return line
    cells = tuple(_bare(cell, numbers) for cell in line.cells)
    return replace(line, piece=replace(line.piece, text=_bare(line.text, numbers)), cells=cells)


def _bare(text: str, numbers: set[str]) -> str:
    def call(found: re.Match[str]) -> str:
        told = re.sub(r"[,\s]+", " ", found[0].translate(_PLAIN)).split()
        return "" if numbers.issuperset(told) else found[0]

    return _AFTER_WORD.sub(r" \1", _CALLED.sub(call, text))
