"""Pages whose text was printed sideways or upside down, turned so that it can be read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from documents.typeset import Piece

_ASLANT = 0.1


@dataclass(frozen=True, slots=True)
class Turned:
    """A piece of text where the page has it, and the direction (across, up) in which its letters stand.

    `long` is how far it reaches in points, whichever way it is turned.
    """

    piece: Piece
    across: float
    up: float
    long: float | None = None

    def turn(self) -> int | None:
        """By how many quarters to the left its letters are turned; None for those that stand aslant."""
        across, up = self.across, self.up
        if across == 0.0 and up > 0.0:
            return 0
        if min(abs(across), abs(up)) > _ASLANT * max(abs(across), abs(up)):
            return None
        if abs(up) >= abs(across):
            return 0 if up > 0 else 2
        return 1 if across < 0 else 3


def upright(pieces: Sequence[Turned], page: tuple[float, float]) -> tuple[list[Piece], float]:
    """The pieces of a page of that width and height, turned upright, and its height then.

    Those turned as most letters of the page are come first. What stands aslant, a watermark, is left out.
    """
    turns = [(each.turn(), each) for each in pieces]
    letters: Counter[int] = Counter()
    for turn, piece in turns:
        if turn is not None:
            letters[turn] += len(piece.piece.text)
    order = [turn for turn, _ in letters.most_common()]
    found = [_placed(piece, turn, page) for turn in order for each, piece in turns if each == turn]
    return found, page[0] if order and order[0] % 2 else page[1]


def _placed(turned: Turned, turn: int, page: tuple[float, float]) -> Piece:
    piece = turned.piece
    width, height = page
    x, y = (
        (piece.x, piece.y),
        (piece.y, width - piece.x),
        (width - piece.x, height - piece.y),
        (height - piece.y, piece.x),
    )[turn]
    right = None if turned.long is None else x + turned.long
    return Piece(piece.text, x, y, piece.size, piece.bold, piece.fixed, right, piece.edge)
