"""Lines that were stretched to both margins: their wide gaps are blanks, and part no cells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.typeset import Piece, beside, raised

# In ems: wider gaps part cells even where they are alike; gaps of one line differ by rounding alone.
_WIDEST, _ALIKE, _GAP = 3.5, 0.15, 0.12
_EDGE = 1.5


@dataclass(slots=True)
class _Row:
    """Pieces drawn one after the other on one line, and whether the gaps between them are alike."""

    pieces: list[Piece]
    even: bool = False

    def ends_as(self, other: "_Row") -> bool:
        mine, others = self.pieces, other.pieces
        return abs(mine[0].x - others[0].x) < _EDGE and abs(mine[-1].end - others[-1].end) < _EDGE


def closed_up(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page, those of a stretched line as one.

    In such a line all gaps are alike and most words begin small; one of two words is told by a neighbour
    between the same margins.
    """
    rows: list[_Row] = []
    for piece in pieces:
        if rows and _follows(rows[-1].pieces[-1], piece):
            rows[-1].pieces.append(piece)
        else:
            rows.append(_Row([piece]))
    for row in rows:
        row.even = _is_even(row.pieces)
    alone = [
        row
        for at, row in enumerate(rows)
        if len(row.pieces) == 2
        and any(
            near.even and row.ends_as(near) for near in (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2])
        )
    ]
    for row in alone:
        row.even = True
    return [piece for row in rows for piece in ([_whole(row.pieces)] if row.even else row.pieces)]


def _follows(first: Piece, second: Piece) -> bool:
    if first.right is None or not beside(first, second):
        return False
    return -0.3 * second.size < second.x - first.right < _WIDEST * second.size


def _is_even(pieces: Sequence[Piece]) -> bool:
    gaps = [(second.x - first.end) / second.size for first, second in pairwise(pieces)]
    wide = [gap for gap in gaps if gap > _GAP]
    if len(wide) < 2 or max(wide) - min(wide) > _ALIKE:
        return False
    words = [word for piece in pieces for word in piece.text.split()]
    return 2 * sum(word[0].islower() for word in words) >= len(words)


def _whole(pieces: Sequence[Piece]) -> Piece:
    text = pieces[0].text
    for first, second in pairwise(pieces):
        wide = second.x - first.end > _GAP * second.size
        text += " " + second.text if wide else raised(first, second)
    return replace(
        pieces[0],
        text=text,
        right=pieces[-1].right,
        bold=all(piece.bold for piece in pieces if piece.text.strip()),
    )
