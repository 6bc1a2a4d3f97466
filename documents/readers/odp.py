"""Slides of LibreOffice and OpenOffice (ODP): on each its title, text, tables, charts and notes."""

import re
from collections.abc import Iterator
from typing import Any

from documents.decks import Slide, deck_of
from documents.errors import DamagedFileError
from documents.joining import plain
from documents.limits import check_pages
from documents.model import Block, BlockKind, Box, Reading
from documents.package import FAULTS
from documents.readers.odf import Styles, on, opened, told
from documents.readers.odf_text import DRAWN, Walk
from documents.slides import Shape, ordered
from documents.typed import Found, settled

_EDGES = frozenset({"header", "footer", "date-time", "page-number"})
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|pc|px)?")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96, None: 1.0}
_MOVED = re.compile(r"translate\s*\(\s*(\S+?)[\s,]+(\S+?)\s*\)")
_USUAL_SIZE = (28.0, 15.75)
_TITLE_AT_MOST = 100


def read(file: str, content: bytes) -> Reading:
    """The reading of a deck; a hidden slide is kept and told by its sheet.

    Raises: EncryptedFileError where a password is needed; DamagedFileError; EmptyFileError without text.
    """
    try:
        package, root, styles = opened(file, content)
        deck = _Deck(Walk(package, styles, deck=True), styles, _size(styles, package.part("styles.xml")))
        pages = list(next(root.iter(on("office:presentation"))).iter(on("draw:page")))
        properties = told(package)
    except (*FAULTS, StopIteration) as fault:
        raise DamagedFileError(file, "The presentation is damaged, or is not an OpenDocument one.") from fault
    check_pages(file, len(pages), "slides")
    return deck_of(file, [deck.read(page, number) for number, page in enumerate(pages, 1)], properties)


def _is_hidden(page: Any, styles: Styles) -> bool:
    return (
        styles.value("drawing-page", page.get(on("draw:style-name")), "presentation:visibility") == "hidden"
    )


def _size(styles: Styles, shared: Any) -> tuple[float, float]:
    """Width and height of the slides in centimetres."""
    for each in shared.iter(on("style:page-layout-properties")) if shared is not None else ():
        width, height = _length(each.get(on("fo:page-width"))), _length(each.get(on("fo:page-height")))
        if width > height > 0:  # the notes' pages stand upright
            return width, height
    return _USUAL_SIZE


def _length(text: str | None) -> float:
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _CENTIMETRES[found[2]] if found else 0.0


class _Deck:
    def __init__(self, walk: Walk, styles: Styles, size: tuple[float, float]) -> None:
        self._walk, self._styles, self._size = walk, styles, size

    def read(self, page: Any, number: int) -> Slide:
        """One slide; a damaged one does not take the others with it."""
        try:
            ink = sum(self._area(frame) for frame in page.iter(on("draw:frame")))
            return Slide(tuple(self.slide(page, number)), _is_hidden(page, self._styles), ink)
        except FAULTS:
            return Slide(broken=True)

    def _area(self, frame: Any) -> float:
        box = self._box(frame)
        pictured = frame.find(on("draw:image")) is not None and frame.find(on("draw:object")) is None
        return abs((box.right - box.left) * (box.bottom - box.top)) if pictured else 0.0

    def slide(self, page: Any, number: int) -> Iterator[Found]:
        """The blocks of one slide, each with whether it is kept."""
        shapes = [self._shape(each) for each in page if each.tag in DRAWN]
        elements = ordered(shapes)
        title = self._title(elements)
        if title is not None:
            kind: BlockKind = "title" if number == 1 and _is_opening(elements) else "heading"
            yield Block(plain(" ".join(self._walk.lines(title))), kind, 1), True
        for element in elements:
            if element is not title:
                edge = _class(element) in _EDGES
                for block, kept in settled(self._walk.drawn(element)):
                    yield block, kept and not edge
        for notes in page.iter(on("presentation:notes")):
            for frame in notes.iter(on("draw:frame")):
                if _class(frame) == "notes":
                    yield from ((Block(line, "note"), True) for line in self._walk.lines(frame))

    def _shape(self, element: Any) -> Shape[Any]:
        if element.tag == on("draw:g"):
            inner = tuple(self._shape(each) for each in element if each.tag in DRAWN)
            if inner:
                return Shape(Box(0, 0, 0, 0), None, inner)
        return Shape(self._box(element), element)

    def _box(self, element: Any) -> Box:
        x, y = _length(element.get(on("svg:x"))), _length(element.get(on("svg:y")))
        if moved := _MOVED.search(element.get(on("draw:transform")) or ""):
            x, y = _length(moved[1]), _length(moved[2])
        wide, high = _length(element.get(on("svg:width"))), _length(element.get(on("svg:height")))
        width, height = self._size
        return Box(x / width, y / height, (x + wide) / width, (y + high) / height)

    def _title(self, elements: list[Any]) -> Any:
        """The shape of the slide's title: marked as such, or a short line at the top over other text."""
        texts = [each for each in elements if self._walk.lines(each)]
        for element in texts:
            if _class(element) == "title":
                return element
        first = next((each for each in texts if _class(each) not in _EDGES), None)
        if first is None or len(elements) < 2 or self._box(first).top > 1 / 4:
            return None
        if (
            _class(first) in {"outline", "subtitle"}
            or next(first.iter(on("table:table"), on("text:list-item")), None) is not None
        ):
            return None
        lines = self._walk.lines(first)
        return first if len(lines) == 1 and len(lines[0]) <= _TITLE_AT_MOST else None


def _class(element: Any) -> str | None:
    value = element.get(on("presentation:class"))
    return None if value is None else str(value)


def _is_opening(elements: list[Any]) -> bool:
    """Whether a slide is laid out as a deck's title slide."""
    return any(_class(each) == "subtitle" for each in elements)
