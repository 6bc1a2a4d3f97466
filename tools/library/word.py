"""A Word document made of a source, with heading, list and table styles, a header and page numbers."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tools.library.deck import properties
from tools.library.source import Part, Source, groups


def make(source: Source, target: Path) -> None:
    """Writes the document."""
    document = Document()
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(11)
    document.add_heading(source.fields["title"], level=0)
    for group in groups(source.parts):
        add(document, group)
    edges(document.sections[0], source.fields["footer"])
    properties(document.core_properties, source)
    document.save(str(target))


def add(document: Any, group: list[Part]) -> None:
    """Adds parts of one kind."""
    kind = group[0].kind
    if kind == "heading":
        document.add_heading(group[0].text, level=group[0].level - 1)
    elif kind == "row":
        table(document, group)
    else:
        style = {"bullet": "List Bullet", "number": "List Number"}.get(kind, "Normal")
        for part in group:
            document.add_paragraph(part.text, style=style)


def table(document: Any, rows: list[Part]) -> None:
    """Adds a table whose first row is repeated on each page."""
    cells = [row.cells() for row in rows]
    grid = document.add_table(len(rows), len(cells[0]), style="Light Grid Accent 1")
    for y, row in enumerate(cells):
        for x, text in enumerate(row):
            grid.cell(y, x).text = text
    mark = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(mark)
    document.add_paragraph()


def edges(section: Any, text: str) -> None:
    """Sets the page header, and the page number at the foot."""
    section.header.paragraphs[0].text = text
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._p.append(number)
