"""What a page shows apart from text: rules, coloured areas and pictures, and how much of it is inked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from documents.printed.matrix import Matrix, placed
from documents.printed.state import State
from documents.upright import Turned

# A page is counted out in so many squares a side to tell how much of it is inked.
_SQUARES = 64
_THIN = 3.0
# Bullets that are drawn and not written are so high.
_DOT = (1.5, 12.0)
_WHITE = 0.97
_MOST_POINTS = 4000
_MOST_AREAS = 4000


class Rect(NamedTuple):
    """A rectangle in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def meets(self, other: "Rect") -> bool:
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Ground:
    """A page without its text: its rules, its boxes, the share of it that something is drawn on."""

    across: tuple[Rect, ...] = ()
    upright: tuple[Rect, ...] = ()
    boxes: tuple[Rect, ...] = ()
    ink: float = 0.0
    pictures: tuple[Rect, ...] = ()
    dots: tuple[Rect, ...] = ()


def colour(kind: str, operands: Sequence[Any]) -> str:
    """`white`, `dark`, or `unknown` where only the file's own tables would tell."""
    if kind == "space":
        return "dark"
    shares = [each for each in operands if isinstance(each, float)]
    if len(shares) != len(operands) or not shares:
        return "unknown"
    if kind == "cmyk" or (kind == "any" and len(shares) == 4):
        return "white" if sum(shares) < 1 - _WHITE else "dark"
    if kind == "any" and len(shares) == 1:
        return "unknown"
    return "white" if min(shares) > _WHITE else "dark"


class Paint:
    """Follows the operations that draw no text."""

    def __init__(self, page: Rect) -> None:
        self._page = page
        self._subpaths: list[list[tuple[float, float]]] = []
        self._rects: list[Rect] = []
        self._curved = False
        self._across: list[Rect] = []
        self._upright: list[Rect] = []
        self._boxes: list[Rect] = []
        self._areas: list[tuple[Rect, bool]] = []
        self._pictures: list[Rect] = []
        self._dots: list[Rect] = []
        self._rows = [0] * _SQUARES

    def step(self, operator: bytes, operands: Sequence[Any], now: State) -> None:
        """Takes in one operation; those it does not know do nothing."""
        try:
            if operator in _BUILDS:
                self._build(operator, operands, now.ctm)
            elif operator in _PAINTS:
                self._close(operator, now)
            elif operator == b"sh":
                self._area(self._page, dark=True)
        except (ValueError, TypeError, IndexError, OverflowError):
            self._subpaths, self._rects, self._curved = [], [], False

    def _build(self, operator: bytes, operands: Sequence[Any], ctm: Matrix) -> None:
        if operator == b"re":
            x, y, width, height = (float(each) for each in operands[-4:])
            self._rects.append(_box([placed(ctm, x, y), placed(ctm, x + width, y + height)]))
            return
        point = placed(ctm, float(operands[-2]), float(operands[-1]))
        if operator == b"m" or not self._subpaths:
            self._subpaths.append([point])
        elif len(self._subpaths[-1]) < _MOST_POINTS:
            self._subpaths[-1].append(point)
        self._curved = self._curved or operator in {b"c", b"v", b"y"}

    def _close(self, operator: bytes, now: State) -> None:
        """Paints the path that was built."""
        fills, strokes = operator in _FILLS, operator in _STROKES
        for rect in self._rects:
            self._rect(rect, now, fills=fills, strokes=strokes)
        for points in self._subpaths:
            self._path(points, now, fills=fills, strokes=strokes)
        self._subpaths, self._rects, self._curved = [], [], False

    def _path(self, points: Sequence[tuple[float, float]], now: State, *, fills: bool, strokes: bool) -> None:
        box = _box(points)
        if (fills and now.fill != "white") or (strokes and now.stroke != "white"):
            self._dot(box)
        if self._curved:
            if fills or strokes:
                self._inked(box)
            if fills:
                self._area(box, dark=now.fill != "white")
            return
        corners = {(round(x, 1), round(y, 1)) for x, y in points}
        if len(corners) == 4 and len({x for x, _ in corners}) == 2 == len({y for _, y in corners}):
            self._rect(box, now, fills=fills, strokes=strokes)
        elif strokes:
            for first, second in pairwise(points):
                self._rule(_box([first, second]))
            if len(points) > 2:
                self._inked(box)
        elif fills:
            self._area(box, dark=now.fill != "white")
            if min(box.width, box.height) < _THIN:
                self._rule(box)

    def _rect(self, rect: Rect, now: State, *, fills: bool, strokes: bool) -> None:
        if strokes:
            left, bottom, right, top = rect
            for side in (
                Rect(left, bottom, right, bottom),
                Rect(left, top, right, top),
                Rect(left, bottom, left, top),
                Rect(right, bottom, right, top),
            ):
                self._rule(side)
            self._boxed(rect)
        if fills:
            self._area(rect, dark=now.fill != "white")
            self._rule(rect)
            if now.fill != "white":
                self._boxed(rect)
                self._dot(rect)

    def _rule(self, rect: Rect) -> None:
        if len(self._across) + len(self._upright) > _MOST_AREAS:
            return
        if rect.height < _THIN < rect.width:
            self._across.append(rect)
        elif rect.width < _THIN < rect.height:
            self._upright.append(rect)

    def _dot(self, rect: Rect) -> None:
        if _DOT[0] < rect.height < _DOT[1] and 0.6 < rect.width / rect.height < 1.7 and len(self._dots) < 500:
            self._dots.append(rect)

    def _boxed(self, rect: Rect) -> None:
        if min(rect.width, rect.height) > 4 * _THIN and len(self._boxes) < _MOST_AREAS:
            self._boxes.append(rect)

    def _area(self, rect: Rect, *, dark: bool) -> None:
        if len(self._areas) < _MOST_AREAS and min(rect.width, rect.height) > _THIN:
            self._areas.append((rect, dark))

    def picture(self, ctm: Matrix) -> None:
        """Takes in a picture, which fills the unit square."""
        rect = _box([placed(ctm, x, y) for x in (0, 1) for y in (0, 1)])
        self._pictures.append(rect)
        self._area(rect, dark=True)
        self._inked(rect)

    def text(self, piece: Turned) -> None:
        """Takes in where a piece of text stands."""
        at, long, high = piece.piece, piece.long or 0.0, 0.7 * piece.piece.size
        x, y = at.x + self._page.left, at.y + self._page.bottom
        quarter = piece.turn()
        if quarter == 0:
            self._inked((x, y, x + long, y + high))
        elif quarter == 1:
            self._inked((x - high, y, x, y + long))
        elif quarter == 2:
            self._inked((x - long, y - high, x, y))
        elif quarter == 3:
            self._inked((x, y - long, x + high, y))

    def _inked(self, rect: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = self._page
        width, height = right - left, top - bottom
        if width <= 0 or height <= 0:
            return
        if not (rect[0] <= right and left <= rect[2] and rect[1] <= top and bottom <= rect[3]):
            return
        bits = (1 << (_square((rect[2] - left) / width) + 1)) - (1 << _square((rect[0] - left) / width))
        rows = self._rows
        for row in range(_square((rect[1] - bottom) / height), _square((rect[3] - bottom) / height) + 1):
            rows[row] |= bits

    def is_dark(self, x: float, y: float) -> bool:
        """Whether white letters can be seen at a place: what was last painted there is not white."""
        return next((dark for rect, dark in reversed(self._areas) if rect.holds(x, y)), False)

    def ground(self) -> Ground:
        """All of it, moved so that the page's lower left corner is the origin."""
        by = self._page
        ink = sum(row.bit_count() for row in self._rows) / _SQUARES**2
        return Ground(
            _shifted(self._across, by), _shifted(self._upright, by), _shifted(self._boxes, by), ink,
            _shifted(self._pictures, by), _shifted(self._dots, by),
        )  # fmt: skip


_BUILDS = {b"m", b"l", b"c", b"v", b"y", b"re"}
_FILLS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_STROKES = {b"S", b"s", b"B", b"B*", b"b", b"b*"}
_PAINTS = _FILLS | _STROKES | {b"n"}


def _shifted(rects: Sequence[Rect], by: Rect) -> tuple[Rect, ...]:
    return tuple(
        Rect(each.left - by.left, each.bottom - by.bottom, each.right - by.left, each.top - by.bottom)
        for each in rects
    )


def _square(share: float) -> int:
    at = int(share * _SQUARES)
    return 0 if at < 0 else min(at, _SQUARES - 1)


def _box(points: Sequence[tuple[float, float]]) -> Rect:
    across, up = [x for x, _ in points], [y for _, y in points]
    return Rect(min(across), min(up), max(across), max(up))
