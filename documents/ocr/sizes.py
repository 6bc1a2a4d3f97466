"""How large the letters of lines that OCR read are, so that headings are told from text."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from documents.typeset import Piece

# Heights over the line and depths under it in ems, about those of common faces (Arial, Times, Lato, DejaVu).
_SMALL, _TALL, _MARKED, _MARKED_CAPITAL = 0.53, 0.72, 0.76, 0.92
_DEEP, _COMMA = 0.21, 0.13
_WITHOUT = frozenset("acemnorsuvwxząę")
_UNDER = frozenset("gjpqyąęQ")
# Lines whose sizes differ by less than this are of one size: it is what single lines err by.
_ALIKE = 1.09


def text_height(text: str) -> float:
    """How high a word's letters reach together, in ems; 0 without a letter or figure."""
    signs = [sign for sign in text if sign.isalnum()]
    if not signs:
        return 0.0
    under = _DEEP if any(sign in _UNDER for sign in text) else _COMMA if set(text) & set(",;()[]") else 0.0
    return max(map(_over, signs)) + under


def _over(sign: str) -> float:
    if sign in _WITHOUT:
        return _SMALL
    marked = len(unicodedata.normalize("NFD", sign)) > 1 and sign not in "ĄĘ"
    if marked:
        return _MARKED_CAPITAL if sign.isupper() else _MARKED
    return _SMALL if sign in "gpqy" else _TALL


def line_size(words: Sequence[tuple[str, float]]) -> float:
    """The size of letters, out of a line's words and how high each is shown, in that unit; 0 if unknown."""
    told = [(height / text_height(text), len(text)) for text, height in words if text_height(text)]
    return median([size for size, letters in told for _ in range(letters)]) if told else 0.0


def evened(sizes: Sequence[float], weights: Sequence[int]) -> list[float]:
    """The sizes, those that are alike replaced by what most of their letters have, to half a point.

    Sizes are grouped from the one most letters have: what is within the error of measuring is of its group.
    """
    left = set(range(len(sizes)))
    found = list(sizes)
    while left:
        heaviest = _heaviest(sizes, weights, left)
        group = {at for at in left if heaviest / _ALIKE <= sizes[at] <= heaviest * _ALIKE}
        size = _middle([(sizes[at], weights[at]) for at in group])
        for at in group:
            found[at] = round(size * 2) / 2
        left -= group
    return found


def _heaviest(sizes: Sequence[float], weights: Sequence[int], left: set[int]) -> float:
    """The size about which most letters stand."""

    def about(at: int) -> int:
        return sum(
            weights[other] for other in left if sizes[at] / _ALIKE <= sizes[other] <= sizes[at] * _ALIKE
        )

    return sizes[max(sorted(left), key=about)]


def _middle(told: Sequence[tuple[float, int]]) -> float:
    return median([size for size, weight in told for _ in range(max(1, weight))])


class Sizes:
    """The sizes of letters in a document, so that text is of one size on all its pages."""

    def __init__(self) -> None:
        self._known: list[float] = []

    def settled(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces, each in a size that was there before if one is alike."""
        sizes = {piece.size: self._size(piece.size) for piece in pieces}
        return tuple(replace(piece, size=sizes[piece.size]) for piece in pieces)

    def _size(self, size: float) -> float:
        near = min(self._known, key=lambda known: abs(known - size), default=0.0)
        if near and near / _ALIKE <= size <= near * _ALIKE:
            return near
        self._known.append(size)
        return size
