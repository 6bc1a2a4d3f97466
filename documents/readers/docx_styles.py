"""A Word document's styles and list numbers, as they hold for one paragraph."""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from documents.joining import plain
from documents.numbering import Counter, Form, shown

_DEEPEST = 20
_FORMS: dict[str, Form] = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_LEVELS = 9


def value(element: Any, path: str) -> str | None:
    """The `w:val` at a path of steps under an element, "" where it has none, None without the element."""
    found = element.find("/".join(qn(step) for step in path.split("/"))) if element is not None else None
    return None if found is None else str(found.get(qn("w:val")) or "")


def is_on(element: Any, path: str) -> bool | None:
    """Whether a property that is on or off is on; None where it is not told."""
    told = value(element, path)
    return None if told is None else told not in {"0", "false", "off", "none"}


def number(element: Any, path: str) -> int | None:
    """The number at a path, None without one."""
    told = value(element, path)
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 9 else None


class Styles:
    """The styles of a document by their id."""

    def __init__(self, root: Any) -> None:
        found = root.iter(qn("w:style")) if root is not None else ()
        self._styles = {str(style.get(qn("w:styleId"))): style for style in found}
        defaults = (style for style in self._styles.values() if style.get(qn("w:default")) in {"1", "true"})
        self._default = next((style for style in defaults if style.get(qn("w:type")) == "paragraph"), None)

    def of(self, paragraph: Any) -> list[Any]:
        """The paragraph's style and those it is based on, nearest first."""
        return self.chain(value(paragraph, "w:pPr/w:pStyle"))

    def chain(self, name: str | None) -> list[Any]:
        """A style by its id, or the usual one, and those it is based on, nearest first."""
        style, found = self._styles.get(name or "", self._default), list[Any]()
        while style is not None and style not in found and len(found) < _DEEPEST:
            found.append(style)
            style = self._styles.get(value(style, "w:basedOn") or "")
        return found

    def run(self, run: Any, path: str) -> bool | None:
        """Whether a run's own properties or its character style say that something is on."""
        told = is_on(run, f"w:rPr/{path}")
        name = value(run, "w:rPr/w:rStyle")
        if told is None and name in self._styles:
            found = (is_on(style, f"w:rPr/{path}") for style in self.chain(name))
            return next((each for each in found if each is not None), None)
        return told


def names(styles: list[Any]) -> list[str]:
    """The names of styles, without the blanks around them."""
    return [(value(style, "w:name") or "").strip() for style in styles]


def setting(paragraph: Any, styles: list[Any], path: str) -> int | None:
    """A number among the paragraph's own properties, or else its styles'."""
    found = (number(element, f"w:pPr/{path}") for element in (paragraph, *styles))
    return next((each for each in found if each is not None), None)


@dataclass(frozen=True, slots=True)
class _List:
    """A list in use: its form's id, the levels of that form, and what it sets in their place."""

    form: str
    levels: dict[int, Any]
    starts: dict[int, int]


class Numbers:
    """The numbers before paragraphs, counted as they are asked for, from the top of the document."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._root, self._styles = root, styles
        self._lists: dict[int, _List | None] = {}
        self._counters: dict[str, Counter] = {}

    def next(self, name: int, level: int) -> str | None:
        """The next number of a list at a level from 0: "" for a bullet, None where nothing is drawn."""
        fresh = name not in self._lists
        used = self._lists.setdefault(name, self._list(name)) if fresh else self._lists[name]
        if used is None or level not in used.levels:
            return ""
        counter = self._counters.setdefault(used.form, Counter())
        for each, start in sorted(used.starts.items()) if fresh else ():
            counter.set(each, start)
        counter.next(level, self._start(used, level))
        return self._sign(used, level, counter)

    def _start(self, used: _List, level: int) -> int:
        told = number(used.levels.get(level), "w:start")
        return 1 if told is None else told

    def _sign(self, used: _List, level: int, counter: Counter) -> str | None:
        shape = used.levels[level]
        kind = value(shape, "w:numFmt") or "decimal"
        text = value(shape, "w:lvlText") or ""
        if kind == "bullet":
            return ""
        if not text:
            return None
        legal = is_on(shape, "w:isLgl")
        for each in range(_LEVELS):
            if f"%{each + 1}" in text:
                form = value(used.levels.get(each), "w:numFmt") or "decimal"
                at = counter.at(each, self._start(used, each))
                text = text.replace(f"%{each + 1}", _figure(at, "decimal" if legal else form))
        return plain(text)

    def _list(self, name: int) -> _List | None:
        own = self._find("w:num", "w:numId", str(name))
        form = value(own, "w:abstractNumId")
        abstract = self._find("w:abstractNum", "w:abstractNumId", form)
        linked = value(abstract, "w:numStyleLink")
        if linked:  # the form is told by a style, which names another list
            other = next(
                (number(style, "w:pPr/w:numPr/w:numId") for style in self._styles.chain(linked)), None
            )
            return self._list(other) if other is not None and other != name else None
        if abstract is None or form is None:
            return None
        levels = {_level(each): each for each in abstract.iterfind(qn("w:lvl"))}
        starts: dict[int, int] = {}
        for override in own.iterfind(qn("w:lvlOverride")):
            if (start := number(override, "w:startOverride")) is not None:
                starts[_level(override)] = start
            if (shape := override.find(qn("w:lvl"))) is not None:
                levels[_level(override)] = shape
        return _List(form, levels, starts)

    def _find(self, tag: str, attribute: str, wanted: str | None) -> Any:
        if self._root is None or wanted is None:
            return None
        return next(
            (each for each in self._root.iterfind(qn(tag)) if each.get(qn(attribute)) == wanted), None
        )


def _level(element: Any) -> int:
    told = element.get(qn("w:ilvl")) or "0"
    return int(told) if told.isdigit() and len(told) < 3 else 0


def _figure(number: int, form: str) -> str:
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02d}"
    return shown(number, _FORMS.get(form, "1"))
