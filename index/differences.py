"""What changed between two texts: lines, and in lines that were changed the words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

Kind = Literal["same", "gone", "new", "changed"]

# Unchanged lines shown around what changed.
AROUND = 1
# Lines of the one text times lines of the other: more takes seconds and hundreds of megabytes.
MOST_COMPARED = 400_000_000
# As much for the words of two lines.
MOST_WORDS = 40_000_000
# Lines that share less are two lines, not one that was changed.
ALIKE = 50
# Changed lines that are looked at for their likes; beyond, they are told as gone and new.
MOST_PAIRED = 400
# Of an unchanged stretch within a line, so many words stay at either end.
KEPT_WORDS = 12
ELLIPSIS = " … "
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `kind` is never `changed`."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of either text; one that was changed holds what is gone and what is new of it."""

    kind: Kind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that follow each other; `skipped` unchanged ones stand before them and are left out."""

    skipped: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed, in order; `gone`, `new` and `changed` count lines. Where the texts are too long to be
    laid beside each other (`coarse`), lines that only moved are not told, and no unchanged ones shown."""

    hunks: tuple[Hunk, ...]
    skipped_after: int
    gone: int
    new: int
    changed: int
    coarse: bool = False


def difference(before: str, after: str, *, most_compared: int = MOST_COMPARED) -> Difference:
    """What changed from one text to the other."""
    old, new = _lines(before), _lines(after)
    coarse = len(old) * len(new) > most_compared
    lines = list(_coarse(old, new) if coarse else _compared(old, new))
    counts = Counter(line.kind for line in lines)
    hunks, skipped_after = _hunks(lines)
    return Difference(hunks, skipped_after, counts["gone"], counts["new"], counts["changed"], coarse)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _whole(kind: Kind, line: str) -> Line:
    return Line(kind, (Piece(kind, line),))


def _coarse(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    there, here = Counter(old), Counter(new)
    yield from (_whole("gone", line) for line, count in there.items() if count > here[line])
    yield from (_whole("new", line) for line, count in here.items() if count > there[line])


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    gone: list[str] = []
    come: list[str] = []
    for edit in Indel.opcodes(old, new):
        if edit.tag == "equal":
            yield from _changed(gone, come)
            gone, come = [], []
            yield from (_whole("same", line) for line in old[edit.src_start : edit.src_end])
        gone += old[edit.src_start : edit.src_end] if edit.tag == "delete" else []
        come += new[edit.dest_start : edit.dest_end] if edit.tag == "insert" else []
    yield from _changed(gone, come)


def _changed(gone: Sequence[str], come: Sequence[str]) -> Iterator[Line]:
    """Lines that stand in each other's place: each that is gone beside the next new one that is like it."""
    at = 0
    for line in gone:
        like = next((n for n in range(at, min(len(come), at + 20)) if _alike(line, come[n])), None)
        if like is None or len(gone) > MOST_PAIRED or len(come) > MOST_PAIRED:
            yield _whole("gone", line)
            continue
        yield from (_whole("new", one) for one in come[at:like])
        yield _reworded(line, come[like])
        at = like + 1
    yield from (_whole("new", one) for one in come[at:])


def _alike(one: str, other: str) -> bool:
    return len(one) * len(other) <= MOST_WORDS and fuzz.ratio(one, other, score_cutoff=ALIKE) > 0


def _reworded(one: str, other: str) -> Line:
    old, new = _WORDS.findall(one), _WORDS.findall(other)
    pieces: list[Piece] = []
    for edit in Indel.opcodes(old, new):
        if edit.tag == "equal":
            pieces.append(Piece("same", _shortened(old[edit.src_start : edit.src_end])))
        elif edit.tag == "delete":
            pieces.append(Piece("gone", "".join(old[edit.src_start : edit.src_end])))
        else:
            pieces.append(Piece("new", "".join(new[edit.dest_start : edit.dest_end])))
    return Line("changed", tuple(_joined(pieces)))


def _shortened(words: Sequence[str]) -> str:
    if len(words) <= 4 * KEPT_WORDS:
        return "".join(words)
    return "".join(words[: 2 * KEPT_WORDS]).rstrip() + ELLIPSIS + "".join(words[-2 * KEPT_WORDS :]).lstrip()


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; blanks that stayed between two changes are taken into them, what is gone before the new."""
    gone = new = ""
    for at, piece in enumerate(pieces):
        between = piece.kind == "same" and not piece.text.strip() and 0 < at < len(pieces) - 1
        if piece.kind == "same" and not between:
            yield from _pair(gone, new)
            gone = new = ""
            yield piece
            continue
        gone += piece.text if piece.kind != "new" else ""
        new += piece.text if piece.kind != "gone" else ""
    yield from _pair(gone, new)


def _pair(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece("gone", gone)
    if new:
        yield Piece("new", new)


def _hunks(lines: Sequence[Line]) -> tuple[tuple[Hunk, ...], int]:
    near = {
        at + beside
        for at, line in enumerate(lines)
        if line.kind != "same"
        for beside in range(-AROUND, AROUND + 1)
    }
    hunks: list[Hunk] = []
    shown: list[Line] = []
    skipped = 0
    for at, line in enumerate(lines):
        if at in near:
            shown.append(line)
            continue
        if shown:
            hunks.append(Hunk(skipped, tuple(shown)))
            shown, skipped = [], 0
        skipped += 1
    if shown:
        return (*hunks, Hunk(skipped, tuple(shown))), 0
    return tuple(hunks), skipped
