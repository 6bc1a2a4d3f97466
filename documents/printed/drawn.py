"""What a page of a PDF draws: pieces of text with their places, rules, coloured areas and pictures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from documents.printed.annotations import Overlay, among, overlays, remarks, typed
from documents.printed.content import Name, operations, said
from documents.printed.fonts import Fonts, Letters, resolved
from documents.printed.matrix import IDENTITY, matrix_of, moved, placed, times
from documents.printed.paint import Ground, Paint, Rect, colour
from documents.printed.state import State
from documents.typeset import Piece
from documents.upright import Turned

# A gap in a line from which on two stretches of text are pieces of their own, in ems.
_APART = 0.12
_DEEPEST = 12
_MOST_OPERATIONS = 3_000_000
_INVISIBLE = 3
_SMALLEST = 0.5
_SPACES = "   "


@dataclass(slots=True)
class Drawn:
    """What one page draws, and what its readers remarked.

    `hidden` holds text that nobody sees: in no ink, or in the paper's own colour.
    """

    pieces: list[Turned] = field(default_factory=list)
    hidden: list[Turned] = field(default_factory=list)
    ground: Ground = field(default_factory=Ground)
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Marked:
    """A stretch of content marked as one: `instead` is the text it stands for, said once."""

    tag: str
    edge: bool = False
    instead: str | None = None
    said: bool = False


def drawn(page: PageObject, fonts: Fonts) -> Drawn:
    """What a page draws, in the order in which it does."""
    left, bottom, right, top = (float(side) for side in page.cropbox)
    pen = _Pen(fonts, Rect(left, bottom, right, top), page.pdf)
    content = page.get("/Contents")
    if content is not None:
        data = ContentStream(content, page.pdf, "bytes").get_data()
        pen.draw(data, _resources(page), 0)
    pen.lay_over(overlays(page))
    made = pen.finished()
    made.remarks = remarks(page)
    return made


def _resources(holder: Mapping[str, Any]) -> Mapping[str, Any]:
    """The resources of a page, which it may have from those above it."""
    at: Any = holder
    for _ in range(50):
        if at is None:
            break
        found = resolved(at.get("/Resources"))
        if isinstance(found, DictionaryObject):
            return found
        at = resolved(at.get("/Parent"))
    return {}


class _Pen:
    """Follows the operations of a page's content."""

    def __init__(self, fonts: Fonts, page: Rect, pdf: Any) -> None:
        self._fonts, self._pdf = fonts, pdf
        self._page = page
        self._now = State()
        self._kept: list[State] = []
        self._text = self._line = IDENTITY
        self._drawn = Drawn()
        self._paint = Paint(page)
        self._resources: Mapping[str, Any] = {}
        self._faces: dict[object, Letters | None] = {}  # by the names that the resources give them
        self._inkless: list[Turned] = []
        self._blank = ""  # drawn by itself: it goes with what comes next
        self._marks: list[_Marked] = []
        self._depth = 0
        self._left = _MOST_OPERATIONS

    def finished(self) -> Drawn:
        """What was drawn. Text in no ink over a picture, before it or after, is what OCR read there."""
        made = self._drawn
        made.ground = self._paint.ground()
        for each in self._inkless:
            x, y = each.piece.x + 0.3 * each.piece.size, each.piece.y + 0.3 * each.piece.size
            read = any(picture.holds(x, y) for picture in made.ground.pictures)
            (made.pieces if read else made.hidden).append(each)
        return made

    def draw(self, data: bytes, resources: Mapping[str, Any], depth: int) -> None:
        outer = self._resources, self._faces, self._depth
        self._resources, self._faces, self._depth = resources, {}, depth
        kept, self._kept = self._kept, []
        for operator, operands in operations(data):
            self._left -= 1
            if self._left < 0:
                break
            step = _STEPS.get(operator)
            if step is None:
                self._paint.step(operator, operands, self._now)
                continue
            try:
                step(self, operands)
            except (IndexError, TypeError, ValueError, OverflowError):
                continue
        self._kept = kept
        self._resources, self._faces, self._depth = outer

    def lay_over(self, told: Iterable[Overlay]) -> None:
        """Draws fields and typed text, which go with what stands beside them."""
        under, self._drawn.pieces = self._drawn.pieces, []
        for each in told:
            self._now = State(ctm=each.matrix)
            if each.form is not None:
                self._form(each.form)
            elif each.text:
                self._drawn.pieces.append(typed(each, self._page))
        self._drawn.pieces = among(under, self._drawn.pieces)

    # Graphics state

    def save(self, _: Sequence[Any]) -> None:
        self._kept.append(replace(self._now))

    def restore(self, _: Sequence[Any]) -> None:
        if self._kept:
            self._now = self._kept.pop()

    def concat(self, operands: Sequence[Any]) -> None:
        self._now.ctm = times(matrix_of(operands), self._now.ctm)

    def look(self, operands: Sequence[Any]) -> None:
        states = resolved(self._resources.get("/ExtGState")) or {}
        told = resolved(states.get(f"/{operands[0]}")) or {}
        if "/ca" in told:
            self._now.seen = float(told["/ca"]) > 0.02
        if "/Font" in told:
            font, size = told["/Font"]
            self._now.size = float(size)
            self._now.font = self._fonts.named({"/Font": DictionaryObject({"/F": font})}, "F")

    # Text

    def begin(self, _: Sequence[Any]) -> None:
        self._text = self._line = IDENTITY

    def face(self, operands: Sequence[Any]) -> None:
        name = operands[0]
        if name not in self._faces:
            self._faces[name] = self._fonts.named(self._resources, name)
        self._now.font = self._faces[name]
        self._now.size = float(operands[1])

    def move(self, operands: Sequence[Any]) -> None:
        self._text = self._line = moved(self._line, float(operands[0]), float(operands[1]))

    def move_and_lead(self, operands: Sequence[Any]) -> None:
        self._now.leading = -float(operands[1])
        self.move(operands)

    def place(self, operands: Sequence[Any]) -> None:
        self._text = self._line = matrix_of(operands)

    def next_line(self, _: Sequence[Any]) -> None:
        self.move((0.0, -self._now.leading))

    def show(self, operands: Sequence[Any]) -> None:
        self._show([operands[-1]])

    def show_next(self, operands: Sequence[Any]) -> None:
        self.next_line(())
        self._show([operands[-1]])

    def show_spaced(self, operands: Sequence[Any]) -> None:
        self._now.after_blank, self._now.between = float(operands[0]), float(operands[1])
        self.show_next(operands)

    def show_all(self, operands: Sequence[Any]) -> None:
        self._show(operands[-1])

    def _show(self, parts: Sequence[Any]) -> None:
        now = self._now
        if now.font is None or not isinstance(parts, list):
            self._lost(parts)
            return
        text, start, x, end = "", 0.0, 0.0, 0.0
        size, stretch = now.size, now.stretch
        for part in parts:
            if isinstance(part, float):
                gap = -part / 1000 * size * stretch
                if text and abs(gap) > _APART * abs(size * stretch):
                    self._piece(text, start, end)
                    text, start = "", x + gap
                elif not text:
                    start = x + gap
                x += gap
                continue
            if not isinstance(part, bytes):
                continue
            for code, letter, wide in now.font.shown(part):
                if letter != " ":
                    if text.endswith(_SPACES):
                        self._piece(text, start, end)
                        text, start = "", x
                    end = x + wide * size * stretch
                text += letter
                blank = now.after_blank if code == 32 and not now.font.wide else 0.0
                x += (wide * size + now.between + blank) * stretch
        if text:
            self._piece(text, start, end)
        self._text = moved(self._text, x, 0.0)

    def _lost(self, parts: Sequence[Any]) -> None:
        """What is shown in a font that is not there: as many letters as bytes, which nothing tells."""
        count = sum(len(part) for part in parts if isinstance(part, bytes))
        if count:
            self._piece("\ufffd" * count, 0.0, count * 0.5 * self._now.size)

    def _piece(self, text: str, start: float, end: float) -> None:
        now = self._now
        matrix = times(self._text, now.ctm)
        font = now.font
        across, up = matrix[2], matrix[3]
        x, y = placed(matrix, start, now.rise)
        size = abs(now.size) * hypot(across, up) * (font.em if font else 1.0)
        text = self._instead(text)
        if not text.strip():
            self._blank = text[:1] or self._blank
            return
        text, self._blank = self._blank + text, ""
        long = abs(end - start) * hypot(matrix[0], matrix[1])
        bold = bool(font and font.bold) or now.mode == 2
        sign = -1.0 if now.size < 0 else 1.0
        piece = Piece(
            text,
            x - self._page.left,
            y - self._page.bottom,
            size,
            bold=bold,
            fixed=bool(font and font.fixed),
            edge=bool(self._marks) and any(mark.edge for mark in self._marks),
        )
        turned = Turned(piece, across * sign, up * sign, long)
        self._heap(x, y, size).append(turned)
        self._paint.text(turned)

    def _heap(self, x: float, y: float, size: float) -> list[Turned]:
        """Where text at a place belongs: what is seen, in no ink, or off the page or white on white."""
        now = self._now
        left, bottom, right, top = self._page
        if not (left - size <= x <= right + size and bottom - size <= y <= top + size) or size < _SMALLEST:
            return self._drawn.hidden
        if now.mode == _INVISIBLE or not now.seen:
            return self._inkless
        ink = now.stroke if now.mode == 1 else now.fill
        if ink == "white" and not self._paint.is_dark(x + 0.3 * size, y + 0.3 * size):
            return self._drawn.hidden
        return self._drawn.pieces

    def _instead(self, text: str) -> str:
        """The text, or what the marks around it say that it stands for, once."""
        for mark in self._marks:
            if mark.instead is not None:
                if mark.said:
                    return ""
                mark.said = True
                return mark.instead
        return text

    # Other content

    def mark(self, operands: Sequence[Any]) -> None:
        self._marks.append(_Marked(str(operands[0]) if operands else ""))

    def mark_with(self, operands: Sequence[Any]) -> None:
        tag, told = str(operands[0]), operands[-1]
        if isinstance(told, Name):
            lists = resolved(self._resources.get("/Properties")) or {}
            told = {str(key)[1:]: value for key, value in (resolved(lists.get(f"/{told}")) or {}).items()}
        told = told if isinstance(told, dict) else {}
        kind = str(resolved(told.get("Type")) or "").strip("/")
        instead = resolved(told.get("ActualText"))
        self._marks.append(
            _Marked(tag, tag == "Artifact" and kind == "Pagination", said(instead), said=False)
        )

    def unmark(self, _: Sequence[Any]) -> None:
        if self._marks:
            self._marks.pop()

    def object(self, operands: Sequence[Any]) -> None:
        """Draws a picture, or a form, whose content is drawn like the page's."""
        forms = resolved(self._resources.get("/XObject")) or {}
        form = resolved(forms.get(f"/{operands[0]}"))
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self._paint.picture(self._now.ctm)
        elif form.get("/Subtype") == "/Form" and self._depth < _DEEPEST:
            self._form(form)

    def _form(self, form: StreamObject) -> None:
        """Draws a form, whose own resources hold, if it has any."""
        self.save(())
        matrix = form.get("/Matrix")
        if isinstance(matrix, ArrayObject):
            self._now.ctm = times(matrix_of([float(each) for each in matrix]), self._now.ctm)
        text, line = self._text, self._line
        own = resolved(form.get("/Resources"))
        used = own if isinstance(own, DictionaryObject) else self._resources
        self.draw(form.get_data(), used, self._depth + 1)
        self._text, self._line = text, line
        self.restore(())

    def inline(self, _: Sequence[Any]) -> None:
        self._paint.picture(self._now.ctm)


def _set(name: str, scale: float = 1.0) -> Callable[[_Pen, Sequence[Any]], None]:
    def step(pen: _Pen, operands: Sequence[Any]) -> None:
        setattr(pen._now, name, float(operands[0]) * scale)

    return step


def _coloured(part: str, kind: str) -> Callable[[_Pen, Sequence[Any]], None]:
    def step(pen: _Pen, operands: Sequence[Any]) -> None:
        setattr(pen._now, part, colour(kind, operands))

    return step


def _mode(pen: _Pen, operands: Sequence[Any]) -> None:
    pen._now.mode = int(operands[0])


_STEPS: dict[bytes, Callable[[_Pen, Sequence[Any]], None]] = {
    b"q": _Pen.save,
    b"Q": _Pen.restore,
    b"cm": _Pen.concat,
    b"gs": _Pen.look,
    b"BT": _Pen.begin,
    b"Tf": _Pen.face,
    b"Td": _Pen.move,
    b"TD": _Pen.move_and_lead,
    b"Tm": _Pen.place,
    b"T*": _Pen.next_line,
    b"Tj": _Pen.show,
    b"'": _Pen.show_next,
    b'"': _Pen.show_spaced,
    b"TJ": _Pen.show_all,
    b"Tc": _set("between"),
    b"Tw": _set("after_blank"),
    b"Tz": _set("stretch", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _mode,
    b"BMC": _Pen.mark,
    b"BDC": _Pen.mark_with,
    b"EMC": _Pen.unmark,
    b"Do": _Pen.object,
    b"BI": _Pen.inline,
    b"g": _coloured("fill", "grey"),
    b"rg": _coloured("fill", "rgb"),
    b"k": _coloured("fill", "cmyk"),
    b"cs": _coloured("fill", "space"),
    b"sc": _coloured("fill", "any"),
    b"scn": _coloured("fill", "any"),
    b"G": _coloured("stroke", "grey"),
    b"RG": _coloured("stroke", "rgb"),
    b"K": _coloured("stroke", "cmyk"),
    b"CS": _coloured("stroke", "space"),
    b"SC": _coloured("stroke", "any"),
    b"SCN": _coloured("stroke", "any"),
}
