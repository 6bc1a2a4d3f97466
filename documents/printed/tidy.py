"""Pieces of a page put right before lines are made of them: doubles, drawn bullets, letters of an opening."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from documents.printed.paint import Rect
from documents.typeset import Line, Piece

# How far apart a text and its shadow stand, in ems: less than two letters of one kind do.
_SHADOW, _SHADOW_OF_WORD, _WORD = 0.14, 0.35, 4
# No shadow is further away, in points.
_SQUARE = 8.0
_BULLET_GAP = 3.0
_OPENING, _ONE_LETTER_WORDS = 1.8, "aiouwz"


def once(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those drawn again on the same place, as for bold type or a shadow."""
    seen: defaultdict[str, defaultdict[tuple[int, int], list[Piece]]] = defaultdict(
        partial(defaultdict, list)
    )
    found: list[Piece] = []
    for piece in pieces:
        alike = seen[piece.text.strip()]
        if alike and _is_there(piece, alike):
            continue
        alike[int(piece.x / _SQUARE), int(piece.y / _SQUARE)].append(piece)
        found.append(piece)
    return found


def _is_there(piece: Piece, alike: Mapping[tuple[int, int], Sequence[Piece]]) -> bool:
    """Whether one of those with the same text, by their squares, stands where the piece does."""
    near = min(_SQUARE, (_SHADOW if len(piece.text.strip()) < _WORD else _SHADOW_OF_WORD) * piece.size)
    up = range(int((piece.y - near) / _SQUARE), int((piece.y + near) / _SQUARE) + 1)
    for x in range(int((piece.x - near) / _SQUARE), int((piece.x + near) / _SQUARE) + 1):
        for y in up:
            if (x, y) in alike and any(_is_double(piece, other, near) for other in alike[x, y]):
                return True
    return False


def _is_double(piece: Piece, other: Piece, near: float) -> bool:
    same = abs(piece.x - other.x) < near and abs(piece.y - other.y) < near
    return same and abs(piece.size - other.size) < 0.1 * piece.size


def with_bullets(pieces: Sequence[Piece], dots: Iterable[Rect]) -> list[Piece]:
    """The pieces, a bullet before each that a small drawn dot stands before on its line."""
    before: dict[int, Rect] = {}
    for dot in dots:
        height = (dot.bottom + dot.top) / 2
        near = [
            at
            for at, piece in enumerate(pieces)
            if 0 <= piece.x - dot.right < _BULLET_GAP * piece.size
            and 0 < height - piece.y < 0.8 * piece.size
            and 0.1 * piece.size < dot.height < 0.8 * piece.size
        ]
        if near:
            before[min(near, key=lambda at: pieces[at].x)] = dot
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at in before:
            dot = before[at]
            found.append(replace(piece, text="•", x=dot.left, right=dot.right, bold=False))
        found.append(piece)
    return found


def with_openings(lines: Sequence[Line]) -> list[Line]:
    """The lines, a large first letter that goes down beside several of them put before the first of those."""
    found = list(lines)
    words = Counter(word for line in lines for word in line.text.lower().split())
    for cap in [line for line in lines if len(line.text) == 1 and line.text.isupper()]:
        beside = [at for at, line in enumerate(found) if _is_opened(cap.piece, line.piece)]
        if beside:
            at = max(beside, key=lambda each: found[each].piece.y)
            line = found[at]
            text = _opened(cap.text, line.text, words)
            found[at] = replace(line, piece=replace(line.piece, text=text, x=cap.piece.x), inner=cap.piece.x)
            found.remove(cap)
    return found


def _is_opened(cap: Piece, line: Piece) -> bool:
    right = cap.end - 0.3 * line.size <= line.x < cap.end + 2 * line.size
    level = cap.y - 0.3 * line.size <= line.y <= cap.y + 0.9 * cap.size
    return right and level and cap.size > _OPENING * line.size


def _opened(letter: str, text: str, words: Counter[str]) -> str:
    """The letter with the line's first word; as a word of its own, where the page has that word so."""
    first = text.split(" ", 1)[0].lower()
    alone = letter.lower() in _ONE_LETTER_WORDS and words[first] > 1 and not words[letter.lower() + first]
    return f"{letter} {text}" if alone else letter + text
