"""The text of an OpenDocument file in its order: paragraphs, lists, tables, frames and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from documents.alternative import written
from documents.joining import plain, typed_lines
from documents.model import Block, BlockKind
from documents.numbering import Counter, Form, shown
from documents.raised import raised
from documents.readers.odf import Package, Styles, level_of, on
from documents.readers.odf_chart import chart
from documents.stylenames import heading_level, is_title, list_level
from documents.tables import MOST_COLUMNS, Cell, cell_text, is_layout, spread, told
from documents.typed import Found, line_block

_LEFT_OUT = frozenset(
    map(
        on,
        (
            "office:annotation",
            "office:forms",
            "text:ruby-text",
            "text:tracked-changes",
            "text:hidden-text",
            "text:script",
            "text:note-citation",
            "text:sequence-decls",
            "text:variable-decls",
            "text:user-field-decls",
            "svg:title",
            "svg:desc",
        ),
    )
)
_CONTENTS = frozenset(
    on(f"text:{name}-index") for name in ("illustration", "table", "object", "user", "alphabetical")
) | {on("text:table-of-content")}
_SHAPES = (
    "frame text-box g a custom-shape rect ellipse circle polygon regular-polygon path polyline line "
    "connector caption measure"
)
DRAWN = frozenset(on(f"draw:{name}") for name in _SHAPES.split())
_LARGE_CELL = 600
_DEEPEST = 60
_MOST_REPEATED = 100


@dataclass
class _Said:
    """What a paragraph holds: its text, all of it bold or not, and what stands in it beside its text."""

    parts: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    drawn: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)

    def add(self, text: str | None, bold: bool) -> None:
        if text:
            self.parts.append(text.replace("\n", " "))
            self.bold += [bold] if text.strip() else []


class Walk:
    """The content of one document read in order: the numbers of its lists go on from call to call."""

    def __init__(self, package: Package, styles: Styles, *, deck: bool = False) -> None:
        self._package, self._styles, self._deck = package, styles, deck
        self._numbers: dict[str, Counter] = {}
        self._outline = Counter()
        self._depth = 0

    def blocks(self, parent: Any) -> Iterator[Found]:
        """The blocks under an element, each with whether it is kept."""
        self._depth += 1
        if self._depth <= _DEEPEST:
            for child in parent:
                yield from self._element(child)
        self._depth -= 1

    def _element(self, child: Any) -> Iterator[Found]:
        if child.tag in _LEFT_OUT or child.get(on("text:display")) == "none":
            return
        if child.tag in {on("text:p"), on("text:h")}:
            yield from self._paragraph(child)
        elif child.tag == on("text:list"):
            yield from self._list(child, 0, None)
        elif child.tag == on("table:table"):
            yield from self._table(child)
        elif child.tag in _CONTENTS:
            yield from ((block, False) for block, _ in self.blocks(child))
        elif child.tag in DRAWN:
            yield from self.drawn(child)
        else:  # sections, index bodies, list of changes' places
            yield from self.blocks(child)

    def drawn(self, element: Any) -> Iterator[Found]:
        """The blocks of a frame, a shape or a group: its text, table or chart, else what is said of it."""
        found = list(self._drawn(element))
        if not found:
            said = (element.findtext(on("svg:desc")) or "", element.findtext(on("svg:title")) or "")
            text = next((line for each in said if (line := written(each))), None)
            found = [(Block(text, "note"), True)] if text else []
        yield from found

    def _drawn(self, element: Any) -> Iterator[Found]:
        objects = [child for child in element if child.tag == on("draw:object")]
        for child in objects:
            yield from ((block, True) for block in chart(self._package, child))
        if not objects:
            yield from self.blocks(element)

    def _paragraph(self, element: Any, *, item: tuple[str, int] | None = None) -> Iterator[Found]:
        said = self.said(element)
        blocks = [
            self._block(element, line, said, item if not at else None)
            for at, line in enumerate(typed_lines("".join(said.parts)))
        ]
        yield from ((block, True) for block in blocks)
        for drawn in said.drawn:
            yield from self.drawn(drawn)
        for note in said.notes:
            yield from ((Block(line, "note"), True) for line in self.lines(note))

    def _block(self, element: Any, line: str, said: _Said, item: tuple[str, int] | None) -> Block:
        names = [
            str(style.get(on("style:display-name")) or style.get(on("style:name")) or "")
            for style in self._styles.chain("paragraph", element.get(on("text:style-name")))
        ]
        if any(map(is_title, names)):
            return Block(line, "title")
        level = self._heading(element, names)
        if level:
            sign = item[0] if item else self._outline_number(element, level)
            return Block(f"{sign} {line}".strip(), "heading", level)
        if item is not None:
            # Each level may be a list of its own; then the names of their styles tell how they are nested.
            named = max((list_level(name) or 0 for name in names), default=0)
            return Block(f"{item[0]} {line}".strip(), "item", max(item[1], named))
        bold = bool(said.bold) and all(said.bold) and not self._deck
        return line_block(line, bold=bold)

    def _heading(self, element: Any, names: Sequence[str]) -> int:
        if element.tag == on("text:h"):
            return _number(element.get(on("text:outline-level")), 1)
        for style in self._styles.chain("paragraph", element.get(on("text:style-name"))):
            if level := _number(style.get(on("style:default-outline-level")), 0):
                return level
        return next((level for name in names if (level := heading_level(name))), 0)

    def _outline_number(self, element: Any, level: int) -> str:
        marked = level_of(self._styles.outline, level - 1)
        if element.tag != on("text:h") or element.get(on("text:is-list-header")) == "true":
            return ""
        self._outline.next(level - 1, 1)
        return _sign(marked, level - 1, self._outline)

    def _list(self, element: Any, level: int, style: str | None) -> Iterator[Found]:
        style = element.get(on("text:style-name")) or style
        counter = self._numbers.setdefault(style or "", Counter())
        goes_on = element.get(on("text:continue-numbering")) == "true" or element.get(
            on("text:continue-list")
        )
        if level == 0 and not goes_on:
            counter.restart()
        for entry in element:
            if entry.tag in {on("text:list-item"), on("text:list-header")}:
                yield from self._entry(entry, level, style)

    def _entry(self, entry: Any, level: int, style: str | None) -> Iterator[Found]:
        counter = self._numbers[style or ""]
        marked = self._styles.list_level(style, level)
        told = any(child.tag in {on("text:p"), on("text:h")} for child in entry)
        item: tuple[str, int] | None = None
        if told and entry.tag == on("text:list-item"):
            if (start := entry.get(on("text:start-value"))) and start.isdigit():
                counter.set(level, int(start))
            counter.next(level, _number(marked.get(on("text:start-value")), 1) if marked is not None else 1)
            item = (_sign(marked, level, counter), level)
        if self._unmarked(marked):
            item = None
        for child in entry:
            if child.tag == on("text:list"):
                yield from self._list(child, level + 1, style)
            elif child.tag in {on("text:p"), on("text:h")}:
                yield from self._paragraph(child, item=item)
                item = ("", level + 1) if item else None
            else:
                yield from self._element(child)

    def _unmarked(self, marked: Any) -> bool:
        """Whether neither bullet nor number is drawn: on slides every line of a frame stands in a list."""
        return (
            marked is not None
            and marked.tag == on("text:list-level-style-number")
            and not marked.get(on("style:num-format"))
        )

    def _table(self, table: Any) -> Iterator[Found]:
        lines = list(_rows(table))
        heads = sum(is_head for _, is_head in lines)
        read = [[self._cell(cell) for cell in _cells(line)] for line, _ in lines]
        grid = spread([[(cell, across, down) for cell, across, down, _, _ in line] for line in read])
        large = any(len(cell.text) > _LARGE_CELL for line in grid for cell in line)
        if is_layout(grid) or large or table.find(f".//{on('table:table')}") is not None:
            for line in read:
                for *_, element, _ in line:
                    yield from self.blocks(element)
            return
        for row in told(grid, heads=heads or None):
            yield Block(row.text, row.kind), True
        for line in read:
            for *_, notes in line:
                yield from ((Block(text, "note"), True) for note in notes for text in self.lines(note))

    def _cell(self, element: Any) -> tuple[Cell, int, int, Any, list[Any]]:
        texts: list[str] = []
        said = _Said()
        for paragraph in element.iter(on("text:p"), on("text:h")):
            if any(
                above.tag in _LEFT_OUT or above.tag == on("text:note") for above in paragraph.iterancestors()
            ):
                continue
            one = self.said(paragraph)
            texts.append(" ".join(typed_lines("".join(one.parts))))
            said.bold += one.bold
            said.notes += one.notes
        cell = Cell(cell_text(texts), bool(said.bold) and all(said.bold))
        across = _number(element.get(on("table:number-columns-spanned")), 1)
        down = _number(element.get(on("table:number-rows-spanned")), 1)
        return cell, across, down, element, said.notes

    def lines(self, parent: Any) -> list[str]:
        """The lines of text under an element, without what is drawn in it."""
        found: list[str] = []
        for paragraph in parent.iter(on("text:p"), on("text:h")):
            found += typed_lines("".join(self.said(paragraph).parts))
        return found

    def said(self, paragraph: Any) -> _Said:
        """What a paragraph says; nothing where it is hidden."""
        said = _Said()
        name = paragraph.get(on("text:style-name"))
        hidden = self._styles.value("paragraph", name, "text:display") == "none"
        hidden |= any(
            each.get(on("text:is-hidden")) == "true" for each in paragraph.iter(on("text:hidden-paragraph"))
        )
        if not hidden:
            bold = self._styles.own("paragraph", name, "fo:font-weight") == "bold"
            self._inline(paragraph, said, bold)
        return said

    def _inline(self, element: Any, said: _Said, bold: bool) -> None:
        said.add(element.text, bold)
        for child in element:
            self._run(child, said, bold)
            said.add(child.tail, bold)

    def _run(self, child: Any, said: _Said, bold: bool) -> None:
        if child.tag in _LEFT_OUT:
            return
        if child.tag == on("text:s") or child.tag == on("text:tab"):
            said.parts.append(" ")
        elif child.tag == on("text:line-break"):
            said.parts.append("\n")
        elif child.tag == on("text:note"):
            said.notes += child.findall(on("text:note-body"))
        elif child.tag in DRAWN:
            said.drawn.append(child)
        elif child.tag == on("text:span"):
            name = child.get(on("text:style-name"))
            if self._styles.value("text", name, "text:display") != "none":
                weight = self._styles.value("text", name, "fo:font-weight")
                begins = len(said.parts)
                self._inline(child, said, bold if weight is None else weight == "bold")
                if (self._styles.value("text", name, "style:text-position") or "").startswith("super"):
                    said.parts[begins:] = map(raised, said.parts[begins:])
        else:
            self._inline(child, said, bold)


def _sign(marked: Any, level: int, counter: Counter) -> str:
    """The number before an item or heading, with what stands around it; empty for a bullet."""
    form = marked.get(on("style:num-format")) if marked is not None else None
    if form not in {"1", "a", "A", "i", "I"}:
        return ""
    told: Form = form
    outer = level + 1 - _number(marked.get(on("text:display-levels")), 1)
    numbers = [str(counter.at(each)) for each in range(max(0, outer), level)]
    numbers.append(shown(counter.at(level), told))
    before, after = marked.get(on("style:num-prefix")) or "", marked.get(on("style:num-suffix")) or ""
    return plain(f"{before}{'.'.join(numbers)}{after}")


def _rows(table: Any) -> Iterator[tuple[Any, bool]]:
    """The rows of a table, each with whether it is marked as a head."""
    for child in table:
        if child.tag == on("table:table-row"):
            repeated = _number(child.get(on("table:number-rows-repeated")), 1)
            filled = any(True for _ in child.iter(on("text:p")))
            yield from [(child, False)] * (min(repeated, _MOST_REPEATED) if filled else 1)
        elif child.tag == on("table:table-header-rows"):
            yield from ((row, True) for row, _ in _rows(child))
        elif child.tag in {on("table:table-rows"), on("table:table-row-group")}:
            yield from _rows(child)


def _cells(line: Any) -> Iterator[Any]:
    """The cells of a row, without the places that others cover."""
    for child in line:
        if child.tag == on("table:table-cell"):
            repeated = _number(child.get(on("table:number-columns-repeated")), 1)
            yield from [child] * min(repeated, MOST_COLUMNS)


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else otherwise


def headed(kind: BlockKind, lines: Sequence[str], page: int) -> list[Block]:
    """A title's lines as one block of that kind."""
    return [Block(plain(" ".join(lines)), kind, 1, page)] if lines else []
