"""Paragraphs of slides: their text, and the bullets and numbers that are drawn before them."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from documents.numbering import Counter, Form, shown
from documents.raised import raised
from documents.symbols import seen

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MARKS = ("buNone", "buChar", "buAutoNum", "buBlip")
_FORMS: tuple[tuple[str, Form], ...] = (
    ("alphaLc", "a"),
    ("alphaUc", "A"),
    ("romanLc", "i"),
    ("romanUc", "I"),
)


def text_of(paragraph: Any) -> str:
    """A paragraph's text, signs of pictures' fonts as they look, a vertical tab for a line break."""
    above = any(map(_is_raised, paragraph._p))
    if not above and not any("\uf000" <= each <= "\uf0ff" for each in paragraph.text):
        return str(paragraph.text)
    parts: list[str] = []
    for run in paragraph._p:
        if run.tag == f"{_A}br":
            parts.append("\v")
        fonts = [run.find(f"{_A}rPr/{_A}{name}") for name in ("sym", "latin")]
        font = next((str(each.get("typeface") or "") for each in fonts if each is not None), "")
        told = (seen(each.text or "", font) for each in run.iterfind(f"{_A}t"))
        parts += map(raised, told) if _is_raised(run) else told
    return "".join(parts)


def _is_raised(run: Any) -> bool:
    made = run.find(f"{_A}rPr")
    above = made.get("baseline") or "" if made is not None else ""
    return bool(above.strip("0%")) and not above.startswith("-")


class Bullets:
    """What is drawn before the paragraphs of one shape, asked for from its first to its last."""

    def __init__(self, shape: Any, *, otherwise: bool) -> None:
        self._otherwise = otherwise
        self._styles = list(_styles(shape, body=otherwise))
        self._counter = Counter()

    def next(self, paragraph: Any) -> str | None:
        """The number before a paragraph, "" for a bullet, None for a paragraph that is no item."""
        level = int(paragraph.level)
        mark = self._mark(paragraph._p.pPr, level)
        name = "" if mark is None else etree.QName(mark).localname
        if name == "buAutoNum" and mark is not None:
            return self._number(mark, level)
        if name == "buNone" or (not name and not (self._otherwise or level > 0)):
            self._counter.restart()
            return None
        self._counter.restart_at(level)
        return ""

    def _mark(self, own: Any, level: int) -> Any:
        """What marks a paragraph: its own, or the first told by its shape, the layout and the master."""
        places = [own, *(style.find(f"{_A}lvl{level + 1}pPr") for style in self._styles)]
        for place in places:
            for mark in place if place is not None else ():
                if isinstance(mark.tag, str) and etree.QName(mark).localname in _MARKS:
                    return mark
        return None

    def _number(self, mark: Any, level: int) -> str:
        start = mark.get("startAt") or "1"
        self._counter.next(level, int(start) if start.isdigit() and len(start) < 6 else 1)
        kind = mark.get("type") or ""
        form: Form = next((form for name, form in _FORMS if kind.startswith(name)), "1")
        number = shown(self._counter.at(level), form)
        if kind.endswith("ParenBoth"):
            return f"({number})"
        return f"{number})" if kind.endswith("ParenR") else number if kind.endswith("Plain") else f"{number}."


def _styles(shape: Any, *, body: bool) -> Iterator[Any]:
    """The list styles that hold for a shape, nearest first: its own, its layout's, its master's."""
    yield from shape._element.iter(f"{_A}lstStyle")
    if not shape.is_placeholder:
        return
    layout = getattr(shape, "_base_placeholder", None)
    for base in (layout, getattr(layout, "_base_placeholder", None)):
        if base is not None:
            yield from base._element.iter(f"{_A}lstStyle")
    if body:
        yield from shape.part.slide_layout.slide_master._element.iter(f"{_P}bodyStyle")
