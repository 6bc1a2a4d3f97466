"""The shapes of a slide with their places on it, those in groups too."""

from collections.abc import Iterable, Iterator
from typing import Any

from documents.alternative import written
from documents.model import Box
from documents.slides import Shape

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def shapes_of(slide: Any, size: tuple[int, int]) -> list[Shape[Any]]:
    """The shapes of a slide that hold something, each with its place in shares of the slide's size."""
    _choose(slide.shapes._spTree)
    return list(_placed(slide.shapes, _Frame(0, 0, 1 / size[0], 1 / size[1])))


def ink_of(slide: Any, size: tuple[int, int]) -> float:
    """The share of a slide's area that its pictures cover, 1 for all of it; more where they overlap."""
    return sum(
        abs((box.right - box.left) * (box.bottom - box.top))
        for shape, box in places_of(slide, size)
        if str(shape._element.tag).endswith("}pic")
    )


def places_of(slide: Any, size: tuple[int, int]) -> Iterator[tuple[Any, Box]]:
    """Each shape of a slide, whatever it holds, with its place in shares of the slide's size."""
    yield from _leaves(slide.shapes, _Frame(0, 0, 1 / size[0], 1 / size[1]))


def _leaves(shapes: Iterable[Any], frame: "_Frame") -> Iterator[tuple[Any, Box]]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _leaves(shape.shapes, frame.inside(shape))
        else:
            yield shape, frame.box(shape.left or 0, shape.top or 0, shape.width or 0, shape.height or 0)


def _choose(tree: Any) -> None:
    """Put one of each pair of alternatives in their place: python-pptx leaves such shapes out.

    The fallback is a picture or says only that a newer program is wanted: the other is taken if it tells
    anything.
    """
    for pair in list(tree.iter(f"{_MARKUP}AlternateContent")):
        choice, fallback = pair.find(f"{_MARKUP}Choice"), pair.find(f"{_MARKUP}Fallback")
        parent = pair.getparent()
        chosen = choice if (choice is not None and _tells(choice)) or fallback is None else fallback
        if parent is None or chosen is None:
            continue
        at = parent.index(pair)
        parent[at : at + 1] = list(chosen)


def _tells(element: Any) -> bool:
    words = any((each.text or "").strip() for each in element.iter(f"{_A}t"))
    return words or any("chart" in str(each.tag) or "relIds" in str(each.tag) for each in element.iter())


class _Frame:
    """How the coordinates of a group's shapes become shares of the slide."""

    def __init__(self, left: float, top: float, across: float, down: float) -> None:
        self.left, self.top, self.across, self.down = left, top, across, down

    def box(self, left: float, top: float, wide: float, high: float) -> Box:
        x, y = self.left + left * self.across, self.top + top * self.down
        return Box(x, y, x + wide * self.across, y + high * self.down)

    def inside(self, group: Any) -> "_Frame":
        """The frame of a group's own coordinates; this one where it tells none."""
        form = group._element.grpSpPr.find(f"{_A}xfrm")
        told = {} if form is None else {part.tag.rsplit("}", 1)[-1]: _pair(part) for part in form}
        if not {"off", "ext", "chOff", "chExt"} <= set(told) or 0 in told["chExt"]:
            return self
        (x, y), (wide, high) = told["off"], told["ext"]
        (inner_x, inner_y), (inner_wide, inner_high) = told["chOff"], told["chExt"]
        across, down = wide / inner_wide, high / inner_high
        return _Frame(
            self.left + (x - inner_x * across) * self.across,
            self.top + (y - inner_y * down) * self.down,
            self.across * across,
            self.down * down,
        )


def _pair(part: Any) -> tuple[float, float]:
    names = ("x", "y") if part.get("x") is not None else ("cx", "cy")
    return float(part.get(names[0]) or 0), float(part.get(names[1]) or 0)


def _placed(shapes: Iterable[Any], frame: _Frame) -> Iterator[Shape[Any]]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            inner = tuple(_placed(shape.shapes, frame.inside(shape)))
            if inner:
                yield Shape(Box(0, 0, 0, 0), None, inner)
        else:
            place = (shape.left or 0, shape.top or 0, shape.width or 0, shape.height or 0)
            if _holds(shape):
                yield Shape(frame.box(*place), shape)


def _holds(shape: Any) -> bool:
    """Whether a shape may tell something: lines and empty boxes would only part what stands around them."""
    if shape.has_text_frame and shape.text_frame.text.strip():
        return True
    if str(shape._element.tag).endswith("}graphicFrame"):
        return True
    return any(written(each) for each in shape._element.xpath("./*/p:cNvPr/@descr | ./*/p:cNvPr/@title"))
