"""Word, opened with python-docx: the body in order, its headings, lists, tables, text boxes and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from documents.errors import DamagedFileError, EmptyFileError
from documents.joining import typed_lines
from documents.model import Block, Reading
from documents.ocr.pictures import Pictures
from documents.ocr.telling import page_warnings
from documents.package import FAULTS, properties, reading
from documents.readers.docx_pictures import pictures_of
from documents.readers.docx_styles import Numbers, Styles, is_on, names, setting
from documents.readers.docx_table import grid_of, heads_of, rows_of
from documents.readers.docx_text import ALTERNATES, CHOICE, FALLBACK, Runs, Said
from documents.readers.drawing import drawn
from documents.stylenames import heading_level, is_contents, is_title, list_level
from documents.tables import Cell, cell_text, is_layout, told
from documents.typed import Found, line_block, settled
from documents.unpacking import openable

_INSIDE = frozenset(map(qn, ("w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag")))
_DELETED_MARK = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
_LARGE_CELL = 600
_DEEPEST = 60


def read(file: str, content: bytes) -> Reading:
    """The reading of a Word document; page headers and footers and the table of contents are cut.

    Raises: EncryptedFileError where a password is needed; DamagedFileError; EmptyFileError without text.
    """
    source = openable(file, content)
    try:
        document = Document(source)
        walk = _Walk(document.part)
        found = list(settled(walk.content(document.element.body)))
        edges = list(_edges(document.part, walk))
    except (*FAULTS, OpcError, PythonDocxError) as fault:
        raise DamagedFileError(file, "The document is damaged, or is not a Word file.") from fault
    blocks = [block for block, kept in found if kept]
    letters = sum(len(block.text) for block in blocks if block.kind != "note")
    pasted, sheet = Pictures().read(1, letters, list(pictures_of(document)))
    blocks += (replace(block, page=None) for block in pasted)
    if not blocks and sheet is None:
        raise EmptyFileError(file, "The document has no text; it may hold only pictures.")
    cut = [block for block, kept in found if not kept] + edges
    made = reading(blocks, properties(content), pages=1, cut=cut, warnings=())
    # Where a word stands on its picture is no place on a page: Word tells of none.
    sheets = (replace(sheet, boxes=()),) if sheet else ()
    return replace(made, sheets=sheets, warnings=tuple(page_warnings(sheets)))


def _related(part: Any, kind: str) -> Iterator[Any]:
    """The roots of the parts that a part is related to by relations of a kind; damaged ones are left out."""
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            try:
                yield etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            except etree.XMLSyntaxError:
                continue


def _edges(part: Any, walk: "_Walk") -> Iterator[Block]:
    """The lines of page headers and footers, each once."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for root in _related(part, kind):
            for line in walk.lines(root):
                if line not in seen:
                    seen.add(line)
                    yield Block(line)


class _Walk:
    """A document's content read in order: the numbers of its lists go on from block to block."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._styles = Styles(next(_related(part, "styles"), None))
        self._numbers = Numbers(next(_related(part, "numbering"), None), self._styles)
        self._runs = Runs(self._styles)
        self._notes = {
            (kind, str(note.get(qn("w:id")))): note
            for kind in ("footnote", "endnote")
            for root in _related(part, f"{kind}s")
            for note in root
            if note.get(qn("w:type")) in {None, "normal"}
        }
        self._held: Said | None = None  # of a paragraph whose mark was deleted: it goes on with the next
        self._depth = 0

    def content(self, parent: Any) -> Iterator[Found]:
        """The blocks under an element in their order, each with whether it is kept."""
        self._depth += 1
        if self._depth <= _DEEPEST:
            for child in parent:
                yield from self._element(child)
        self._depth -= 1

    def _element(self, child: Any) -> Iterator[Found]:
        if child.tag == qn("w:p"):
            yield from self._paragraph(child)
        elif child.tag == qn("w:tbl"):
            yield from self._table(child)
        elif child.tag == ALTERNATES:
            chosen = child.find(CHOICE)
            yield from self.content(child.find(FALLBACK) if chosen is None else chosen)
        elif child.tag == qn("w:sdt"):
            galleries = child.iterfind(f".//{qn('w:docPartGallery')}")
            contents = any("Contents" in str(each.get(qn("w:val"))) for each in galleries)
            inside = child.find(qn("w:sdtContent"))
            if inside is not None and not is_on(child, "w:sdtPr/w:showingPlcHdr"):
                yield from ((block, kept and not contents) for block, kept in self.content(inside))
        elif child.tag in _INSIDE:
            yield from self.content(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Found]:
        said = self._said(paragraph)
        if said is None:
            return
        styles = self._styles.of(paragraph)
        listing = said.listing or any(map(is_contents, names(styles)))
        lines = typed_lines(said.text)
        sign = self._sign(paragraph, styles) if lines else None
        for at, line in enumerate(lines):
            yield self._block(paragraph, line, said, sign if at == 0 else None), not listing
        yield from self._beside(said)

    def _said(self, paragraph: Any) -> Said | None:
        """What a paragraph says with what went before, None where its mark was deleted and it goes on."""
        said = self._runs.said(paragraph)
        if self._held is not None:
            held, self._held = self._held, None
            said.parts, said.bold = held.parts + said.parts, held.bold + said.bold
            said.drawn, said.notes = held.drawn + said.drawn, held.notes + said.notes
        following = paragraph.getnext()
        if paragraph.find(_DELETED_MARK) is not None and following is not None and following.tag == qn("w:p"):
            self._held = said
            return None
        return said

    def _beside(self, said: Said) -> Iterator[Found]:
        """What is drawn in a paragraph, and the notes to it."""
        for element in said.drawn:
            boxes = [
                box
                for box in element.iter(qn("w:txbxContent"))
                if not any(above.tag in {FALLBACK, qn("w:txbxContent")} for above in _above(box, element))
            ]
            for box in boxes:
                yield from self.content(box)
            if not boxes:
                yield from ((block, True) for block in drawn(self._part, element))
        for key in said.notes:
            if key in self._notes:
                yield from ((Block(line, "note"), True) for line in self.lines(self._notes[key]))

    def _sign(self, paragraph: Any, styles: Sequence[Any]) -> tuple[str, int] | None:
        """The number before an item, "" for a bullet, and its nesting from 0; None for other paragraphs."""
        name = setting(paragraph, list(styles), "w:numPr/w:numId")
        nesting = setting(paragraph, list(styles), "w:numPr/w:ilvl")
        named = next((level for each in names(list(styles)) if (level := list_level(each)) is not None), None)
        if name == 0 or (name is None and named is None):
            return None
        level = nesting if nesting is not None else named or 0
        sign = self._numbers.next(name, level) if name else ""
        # Where all items share one level, the names of their styles tell how they are nested.
        return None if sign is None else (sign, max(level, named or 0))

    def _block(self, paragraph: Any, line: str, said: Said, sign: tuple[str, int] | None) -> Block:
        styles = self._styles.of(paragraph)
        named = names(styles)
        if any(map(is_title, named)):
            return Block(line, "title")
        level = next((found for name in named if (found := heading_level(name))), 0)
        outline = setting(paragraph, styles, "w:outlineLvl")
        level = level or (outline + 1 if outline is not None and outline < 9 else 0)
        text = f"{sign[0]} {line}".strip() if sign else line
        if level:
            return Block(text, "heading", level)
        if sign is not None:
            return Block(text, "item", sign[1])
        return line_block(line, bold=said.is_bold)

    def lines(self, parent: Any) -> list[str]:
        """The lines of text under an element, without what is drawn in it."""
        return [
            line
            for paragraph in parent.iter(qn("w:p"))
            for line in typed_lines(self._runs.said(paragraph).text)
        ]

    def _table(self, table: Any) -> Iterator[Found]:
        """A table's rows, then the notes to them; one that only lays text out is read as text."""
        lines = rows_of(table)
        notes: list[tuple[str, str]] = []
        cells: dict[Any, Cell] = {}
        nested = any(True for _ in table.iterfind(f".//{qn('w:tbl')}"))
        grid = grid_of(lines, lambda tc: cells.setdefault(tc, self._cell(tc, notes))) if not nested else []
        if nested or is_layout(grid) or any(len(cell.text) > _LARGE_CELL for cell in cells.values()):
            for tc in (tc for line in lines for tc in line.cells if not line.goes_on(tc)):
                yield from self.content(tc)
            return
        for row in told(grid, heads=heads_of(lines)):
            yield Block(row.text, row.kind), True
        yield from self._beside(Said(notes=notes))

    def _cell(self, tc: Any, notes: list[tuple[str, str]]) -> Cell:
        texts: list[str] = []
        bold: list[bool] = []
        for paragraph in tc.iter(qn("w:p")):
            if any(above.tag == FALLBACK for above in _above(paragraph, tc)):
                continue
            said = self._runs.said(paragraph)
            lines = typed_lines(said.text)
            sign = self._sign(paragraph, self._styles.of(paragraph)) if lines else None
            texts.append(" ".join([*([sign[0]] if sign and sign[0] else []), *lines]))
            bold += said.bold
            notes += said.notes
        return Cell(cell_text(texts), bool(bold) and all(bold))


def _above(element: Any, top: Any) -> Iterator[Any]:
    """The elements above one, up to and without `top`."""
    for above in element.iterancestors():
        if above is top:
            return
        yield above
