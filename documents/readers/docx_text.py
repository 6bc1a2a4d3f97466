"""What a Word paragraph says: its runs and fields as they are shown, and what stands beside its text."""

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from documents.raised import raised
from documents.readers.docx_styles import Styles, is_on
from documents.symbols import seen, sign

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATES, CHOICE, FALLBACK = (f"{_MARKUP}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:rt"), qn("w:rPr"), qn("w:pPr")})
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_TABS = frozenset({qn("w:tab"), qn("w:ptab")})
_DRAWN = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})
_NOTES = frozenset({qn("w:footnoteReference"), qn("w:endnoteReference")})
_LISTING_FIELDS = ("TOC", "INDEX", "TOA")


@dataclass
class Said:
    """A paragraph's text in parts, which of them are bold, and what is drawn in it and noted to it."""

    parts: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    drawn: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # "footnote" or "endnote", and its id
    listing: bool = False  # part of a table of contents or an index

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def is_bold(self) -> bool:
        return bool(self.bold) and all(self.bold)


@dataclass
class _Field:
    code: str = ""
    shown: bool = False  # past its code, in the text it stands for


class Runs:
    """Reads paragraph after paragraph: a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[_Field] = []

    def said(self, paragraph: Any) -> Said:
        """What a paragraph says."""
        said = Said(listing=self._in_listing())
        told = (is_on(style, "w:rPr/w:vanish") for style in self._styles.of(paragraph))
        hidden = bool(next((each for each in told if each is not None), False))
        for child in paragraph:
            self._read(child, said, hidden=hidden)
        return said

    def _in_listing(self) -> bool:
        return any(each.code.split()[:1] and each.code.split()[0] in _LISTING_FIELDS for each in self._fields)

    def _read(self, element: Any, said: Said, *, hidden: bool, run: Any = None) -> None:
        tag = element.tag
        if tag in _DELETED or not isinstance(tag, str):
            return
        if tag == qn("w:r"):
            told = self._styles.run(element, "w:vanish")
            self._children(element, said, hidden=hidden if told is None else told, run=element)
        elif tag == ALTERNATES:
            chosen = element.find(CHOICE)
            self._children(element.find(FALLBACK) if chosen is None else chosen, said, hidden=hidden, run=run)
        elif tag == qn("w:sdt"):
            if not is_on(element, "w:sdtPr/w:showingPlcHdr"):
                self._children(element.find(qn("w:sdtContent")), said, hidden=hidden)
        elif tag in {qn("w:fldChar"), qn("w:instrText")}:
            self._field(element, said)
        elif not hidden and all(each.shown for each in self._fields):
            self._shown(element, said, run)

    def _children(self, parent: Any, said: Said, *, hidden: bool, run: Any = None) -> None:
        for child in parent if parent is not None else ():
            self._read(child, said, hidden=hidden, run=run)

    def _field(self, element: Any, said: Said) -> None:
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
            said.listing = said.listing or (self._in_listing() and not said.text.strip())
        elif kind == "end" and self._fields:
            self._fields.pop()
        elif kind is None and self._fields and not self._fields[-1].shown:
            self._fields[-1].code += element.text or ""

    def _shown(self, element: Any, said: Said, run: Any) -> None:
        tag = element.tag
        if tag in {qn("w:t"), _FORMULA}:
            text = seen((element.text or "").replace("\n", " "), _font(run))
            said.parts.append(raised(text) if _is_raised(run) else text)
            if text.strip():
                said.bold.append(bool(run is not None and self._styles.run(run, "w:b")))
        elif tag in _BREAKS:
            said.parts.append("\n")
        elif tag in _TABS:
            said.parts.append(" ")
        elif tag == qn("w:noBreakHyphen"):
            said.parts.append("-")
        elif tag == qn("w:sym"):
            code = element.get(qn("w:char")) or ""
            said.parts.append(_sign(code, element.get(qn("w:font")) or ""))
        elif tag in _NOTES:
            kind = "footnote" if tag == qn("w:footnoteReference") else "endnote"
            said.notes.append((kind, str(element.get(qn("w:id")))))
        elif tag in _DRAWN:
            said.drawn.append(element)
        else:
            self._children(element, said, hidden=False, run=run)


def _is_raised(run: Any) -> bool:
    place = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") if run is not None else None
    return place is not None and place.get(qn("w:val")) == "superscript"


def _font(run: Any) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") if run is not None else None
    return "" if fonts is None else str(fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or "")


def _sign(code: str, font: str) -> str:
    try:
        return sign(int(code, 16), font)
    except ValueError:
        return ""
