"""The order in which what stands on a slide is read: columns one after another, rows from the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from documents.model import Box

T = TypeVar("T")
# Boxes are drawn by hand: they overlap a little, and those of one row begin at about the same height.
_OVERLAP = 0.015
_SAME_ROW = 0.04
# Columns are about as wide as each other and stand apart; labels beside what they name are narrow, and the
# cells of a table drawn of boxes touch. Chosen by looking at layouts of Office and of decks of clusters.
_ALIKE, _GUTTER, _FOR_COLUMNS = 0.6, 0.02, 2.0

# A slide of more is a drawing; looking for its columns takes time that grows with their square.
_MOST_SHAPES = 300


@dataclass(frozen=True, slots=True, eq=False)
class Shape(Generic[T]):
    """Something on a slide, or a group of such, with its place in shares of the slide's size."""

    box: Box
    content: T | None = None
    inner: tuple["Shape[T]", ...] = ()


def ordered(shapes: Sequence[Shape[T]]) -> list[T]:
    """What the shapes hold in reading order.

    A group is read as one where nothing else stands in it. Where a gap over the whole width and one over
    the whole height would both part the shapes, the wider one does, as what belongs together stands closer;
    between columns of one width a gap half as wide is enough.
    """
    grouped = [_closed(shape) for shape in shapes]
    free = [part for shape in grouped for part in _opened(shape, grouped)]
    return [content for shape in _read(free) for content in _contents(shape)]


def _contents(shape: Shape[T]) -> list[T]:
    if shape.inner:
        return ordered(shape.inner)
    return [] if shape.content is None else [shape.content]


def _closed(shape: Shape[T]) -> Shape[T]:
    """A group with the box that its shapes fill, whatever it says of itself."""
    if not shape.inner:
        return shape
    inner = tuple(_closed(one) for one in shape.inner)
    return Shape(around([one.box for one in inner]), None, inner)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all the boxes."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _opened(shape: Shape[T], beside: Sequence[Shape[T]]) -> list[Shape[T]]:
    """A group's shapes where another stands among them, else the group."""
    others = [other for other in beside if other is not shape]
    if shape.inner and any(_holds_middle(shape.box, other.box) for other in others):
        return [part for one in shape.inner for part in _opened(one, [*shape.inner, *others])]
    return [shape]


def _holds_middle(box: Box, other: Box) -> bool:
    x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    return box.left < x < box.right and box.top < y < box.bottom


def _read(shapes: list[Shape[T]]) -> list[Shape[T]]:
    if len(shapes) < 2:
        return shapes
    if len(shapes) > _MOST_SHAPES:
        return _by_rows(shapes)
    left = _left_column(shapes)
    if left:
        return _read(left) + _read([shape for shape in shapes if shape not in left])
    bands = _joined_bands(_bands(shapes))
    if len(bands) > 1:
        return [shape for band in bands for shape in _read(band)]
    return _by_rows(shapes)


def _left_column(shapes: Sequence[Shape[T]]) -> list[Shape[T]]:
    """What stands left of the gap that parts columns; nothing where the shapes are to be read by rows."""
    across = _widest_gap([(shape.box.left, shape.box.right) for shape in shapes])
    if across is None:
        return []
    down = _widest_gap([(shape.box.top, shape.box.bottom) for shape in shapes])
    left = [shape for shape in shapes if shape.box.right <= across[1] + _OVERLAP]
    alike = across[0] >= _GUTTER and _are_columns(shapes, left)
    if len(left) == len(shapes) or (down and down[0] >= across[0] * (_FOR_COLUMNS if alike else 1.0)):
        return []
    return left


def _bands(shapes: Sequence[Shape[T]]) -> list[list[Shape[T]]]:
    """The shapes parted wherever a gap goes over the whole width, from the top."""
    first, *others = sorted(shapes, key=lambda shape: shape.box.top)
    bands, reach = [[first]], first.box.bottom
    for shape in others:
        if shape.box.top - reach > -_OVERLAP:
            bands.append([])
        bands[-1].append(shape)
        reach = max(reach, shape.box.bottom)
    return bands


def _joined_bands(bands: Sequence[list[Shape[T]]]) -> list[list[Shape[T]]]:
    """Bands one under another put together where the same columns go through them."""
    joined: list[list[Shape[T]]] = []
    for band in bands:
        if joined and _left_column([*joined[-1], *band]):
            joined[-1] = [*joined[-1], *band]
        else:
            joined.append(band)
    return joined


def _are_columns(shapes: Sequence[Shape[T]], left: Sequence[Shape[T]]) -> bool:
    """Whether the widest shapes on both sides of a gap are about as wide."""
    widths = [0.0, 0.0]
    for shape in shapes:
        side = shape in left
        widths[side] = max(widths[side], shape.box.right - shape.box.left)
    return min(widths) >= _ALIKE * max(widths)


def _parted(shapes: list[Shape[T]], first: list[bool]) -> list[Shape[T]]:
    before = [shape for shape, is_first in zip(shapes, first, strict=True) if is_first]
    after = [shape for shape, is_first in zip(shapes, first, strict=True) if not is_first]
    return _read(before) + _read(after) if before and after else _by_rows(shapes)


def _widest_gap(sides: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """How wide the widest gap is that no side reaches over, below 0 if it overlaps a little; its start."""
    found: tuple[float, float] | None = None
    order = sorted(sides)
    reach = order[0][1]
    for start, end in order[1:]:
        gap = start - reach
        if gap > -_OVERLAP and (found is None or gap > found[0]):
            found = (gap, reach)
        reach = max(reach, end)
    return found


def _by_rows(shapes: list[Shape[T]]) -> list[Shape[T]]:
    """Shapes that stand over one another from the top, those of one height from the left."""
    rows: list[list[Shape[T]]] = []
    for shape in sorted(shapes, key=lambda shape: (shape.box.top, shape.box.left)):
        if rows and shape.box.top - rows[-1][0].box.top <= _SAME_ROW:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return [shape for row in rows for shape in sorted(row, key=lambda shape: shape.box.left)]
