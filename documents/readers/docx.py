"""Word, read with python-docx: the body in order, its headings, lists, tables, text boxes and footnotes."""

import re
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from documents.errors import DamagedFileError, EmptyFileError
from documents.joining import typed_lines
from documents.model import Block, Reading
from documents.package import FAULTS, checked, properties, reading, row

_HEADING = re.compile(r"heading (\d)")
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?")
_TYPED_BULLET = re.compile(r"(?:[•●▪■◦‣·\uf0b7\uf0a7]|[-–—](?=\s))\s*(?=\S)")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), _FALLBACK}
_BOLD_HEADING_LEVEL, _BOLD_HEADING_AT_MOST = 3, 90


def read(file: str, content: bytes) -> Reading:
    """The reading of a Word document; page headers and footers and the table of contents are cut.

    Raises: EncryptedFileError where a password is needed; DamagedFileError; EmptyFileError without text.
    """
    source = checked(file, content)
    try:
        document = Document(source)
        found = list(_content(document.element.body, document))
        notes = list(_footnotes(document))
        edges = list(_edges(document))
    except (*FAULTS, OpcError, PythonDocxError) as fault:
        raise DamagedFileError(file, "The document is damaged, or is not a Word file.") from fault
    blocks = [block for block, kept in found if kept] + notes
    if not blocks:
        raise EmptyFileError(file, "The document has no text; it may hold only pictures.")
    cut = [block for block, kept in found if not kept] + edges
    return reading(blocks, properties(content), pages=1, cut=cut, warnings=())


def _content(parent: Any, document: Any) -> Iterator[tuple[Block, bool]]:
    """The blocks under an element in their order, each with whether it is kept."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield from _paragraph(Paragraph(child, document), document)
        elif child.tag == qn("w:tbl"):
            yield from _table(Table(child, document), document)
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")}:
            contents = any(
                "Contents" in str(each.get(qn("w:val"))) for each in child.iter(qn("w:docPartGallery"))
            )
            yield from ((block, kept and not contents) for block, kept in _content(child, document))


def _paragraph(paragraph: Paragraph, document: Any) -> Iterator[tuple[Block, bool]]:
    names = [(style.name or "").lower() for style in _styles(paragraph)]
    contents = any(name.startswith(("toc ", "table of figures")) for name in names)
    for at, line in enumerate(typed_lines(_text(paragraph._p))):
        yield _block(paragraph, names, line, first=at == 0), not contents
    for box in paragraph._p.iter(qn("w:txbxContent")):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _content(box, document)


def _block(paragraph: Paragraph, names: list[str], line: str, *, first: bool) -> Block:
    if "title" in names:
        return Block(line, "title")
    if level := _heading(paragraph, names):
        return Block(line, "heading", level)
    item = _item(paragraph, names)
    if item is not None and first:
        return Block(line, "item", item)
    if typed := _TYPED_BULLET.match(line):
        return Block(line[typed.end() :], "item")
    bold = first and len(line) <= _BOLD_HEADING_AT_MOST and line[-1] not in ".,;" and _all_bold(paragraph)
    return Block(line, "heading", _BOLD_HEADING_LEVEL) if bold else Block(line)


def _styles(paragraph: Paragraph) -> list[ParagraphStyle]:
    """The paragraph's style and those it is based on, nearest first."""
    styles: list[ParagraphStyle] = []
    style = paragraph.style
    while isinstance(style, ParagraphStyle) and len(styles) < 20:
        styles.append(style)
        base = style.base_style
        style = base if isinstance(base, ParagraphStyle) else None
    return styles


def _heading(paragraph: Paragraph, names: list[str]) -> int:
    """A heading's level from 1, by its style's name or its outline level; 0 for text."""
    for name in names:
        if found := _HEADING.fullmatch(name):
            return int(found[1])
    level = _property(paragraph, "w:outlineLvl")
    return level + 1 if level is not None and level < 9 else 0


def _item(paragraph: Paragraph, names: list[str]) -> int | None:
    """An item's nesting from 0, None for a paragraph that is none."""
    number = _property(paragraph, "w:numPr/w:numId")
    named = next((found for name in names if (found := _LIST.fullmatch(name))), None)
    if number == 0 or not (number or named):
        return None
    nesting = _property(paragraph, "w:numPr/w:ilvl")
    return nesting if nesting is not None else int(named[1] or 1) - 1 if named else 0


def _property(paragraph: Paragraph, path: str) -> int | None:
    """A number among the paragraph's own properties, or else its styles'."""
    for element in (paragraph._p, *(style.element for style in _styles(paragraph))):
        value = element.find("/".join(qn(step) for step in f"w:pPr/{path}".split("/")))
        if value is not None and str(value.get(qn("w:val"))).isdigit():
            return int(value.get(qn("w:val")))
    return None


def _all_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _text(element: Any) -> str:
    """The text under an element as it is shown: with links and fields, without what was deleted or boxed."""
    parts: list[str] = []
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            parts.append("\n")
        elif child.tag == qn("w:tab"):
            parts.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        else:
            parts.append(_text(child))
    return "".join(parts)


def _table(table: Table, document: Any) -> Iterator[tuple[Block, bool]]:
    """A table's rows; one that has a single row or column only lays text out, and is read as text."""
    grid = [list(each.cells) for each in table.rows]
    if len(grid) < 2 or max(len({id(cell._tc) for cell in cells}) for cells in grid) < 2:
        for tc in dict.fromkeys(cell._tc for cells in grid for cell in cells):
            yield from _content(tc, document)
        return
    for at, cells in enumerate(grid):
        texts = [_cell(tc) for tc in dict.fromkeys(cell._tc for cell in cells)]
        if any(texts):
            yield Block(row(texts), "head" if at == 0 and _has_head(table, texts) else "row"), True


def _cell(tc: Any) -> str:
    """A cell's paragraphs in one line."""
    parts = [" ".join(typed_lines(_text(each))) for each in tc.iter(qn("w:p"))]
    text = ""
    for part in filter(None, parts):
        text = f"{text}{'; ' if text[-1:].isalnum() else ' '}{part}" if text else part
    return text


def _has_head(table: Table, texts: list[str]) -> bool:
    """Whether the first row holds column heads: marked as such, or without a figure."""
    marked = table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    return marked or not any(map(str.isdigit, "".join(texts)))


def _footnotes(document: Any) -> Iterator[Block]:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/footnotes", "/endnotes")):
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            for note in root:
                lines = typed_lines(_text(note)) if note.get(qn("w:type")) is None else []
                yield from (Block(line, "note") for line in lines)


def _edges(document: Any) -> Iterator[Block]:
    """The lines of page headers and footers, each once."""
    seen: set[str] = set()
    for section in document.sections:
        for edge in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if edge.is_linked_to_previous:
                continue
            for line in (line for paragraph in edge.paragraphs for line in typed_lines(_text(paragraph._p))):
                if line not in seen:
                    seen.add(line)
                    yield Block(line)
