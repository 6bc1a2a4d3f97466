"""A PDF made of a source in one of three ways, because PDFs of different makers read differently."""

import subprocess
import tempfile
from pathlib import Path
from typing import Any

import font_lato
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Spacer, Table

from tools.library import word
from tools.library.source import Part, Source, groups

FONTS = Path(font_lato.__file__).parent / "files"
INK = "#1f3a5f"
BODY = ParagraphStyle("body", fontName="Lato", fontSize=10.5, leading=15, spaceAfter=6)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=12, spaceAfter=0)
HEADS = {
    size: ParagraphStyle(
        f"head{size}",
        BODY,
        fontName="Lato-Bold",
        fontSize=size,
        leading=size * 1.3,
        textColor=INK,
        spaceBefore=8,
    )
    for size in (12, 15, 22)
}


def make(source: Source, target: Path) -> None:
    """Writes the PDF with the maker its source names."""
    makers = {"platypus": with_platypus, "fpdf": with_fpdf, "office": with_office}
    makers[source.fields["maker"]](source, target)
    describe(source, target)


def describe(source: Source, target: Path) -> None:
    """Writes what the file says of itself; the source's day counts, not the day it was made."""
    writer = PdfWriter(clone_from=target)
    day = source.date()
    writer.metadata = {
        "/Title": source.fields["title"],
        "/Author": source.fields["footer"],
        "/Subject": source.fields.get("source", ""),
        **({"/CreationDate": day.strftime("D:%Y%m%d")} if day else {}),
    }
    writer.root_object[NameObject("/Lang")] = TextStringObject(source.fields["language"])
    writer.root_object.pop("/Metadata", None)
    writer.write(target)


def with_office(source: Source, target: Path) -> None:
    """Writes the PDF that LibreOffice makes of the Word document."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / f"{target.stem}.docx"
        word.make(source, draft)
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(target.parent), str(draft)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def with_platypus(source: Source, target: Path) -> None:
    """Writes the PDF with reportlab."""
    for name in ("Lato-Regular", "Lato-Bold"):
        pdfmetrics.registerFont(TTFont(name.removesuffix("-Regular"), str(FONTS / f"{name}.ttf")))
    fields = source.fields
    flow: list[Flowable] = [Paragraph(fields["title"], HEADS[22]), Spacer(1, 6)]
    for group in groups(source.parts):
        flow += flowables(group)
    document = SimpleDocTemplate(
        str(target), pagesize=A4, invariant=1, leftMargin=25 * mm, rightMargin=25 * mm
    )

    def edges(canvas: Any, page: Any) -> None:
        canvas.setFont("Lato", 8)
        canvas.drawString(25 * mm, 285 * mm, f"{fields['footer']} | {fields['title']}")
        canvas.drawCentredString(105 * mm, 12 * mm, str(page.page))

    document.build(flow, onFirstPage=edges, onLaterPages=edges)


def flowables(group: list[Part]) -> list[Flowable]:
    """What reportlab lays out for parts of one kind."""
    first = group[0]
    if first.kind == "heading":
        return [Paragraph(escaped(first.text), HEADS[15 if first.level == 2 else 12])]
    if first.kind == "row":
        rows = [[Paragraph(escaped(cell), CELL) for cell in part.cells()] for part in group]
        grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.grey)
        frame = [grid, ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
        return [Table(rows, style=frame, repeatRows=1), Spacer(1, 8)]
    if first.kind in ("bullet", "number"):
        items = [ListItem(Paragraph(escaped(part.text), BODY)) for part in group]
        kind = {"bulletType": "bullet", "start": "•"} if first.kind == "bullet" else {"bulletType": "1"}
        return [ListFlowable(items, leftIndent=14, **kind)]
    return [Paragraph(escaped(first.text), BODY)]


def escaped(text: str) -> str:
    """The text with the signs that reportlab reads as markup written out."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


class Sheet(FPDF):
    """A page with the library's header and a page number at its foot."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        for name, style in (("Lato-Regular", ""), ("Lato-Bold", "B")):
            self.add_font("Lato", style, str(FONTS / f"{name}.ttf"))

    def header(self) -> None:
        self.set_font("Lato", "", 8)
        fields = self.source.fields
        self.cell(0, 8, f"{fields['footer']} – {fields['title']}", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Lato", "", 8)
        self.cell(0, 8, f"Page {self.page_no()} of {{nb}}", align="C")

    def line_of(self, text: str, size: float, style: str = "") -> None:
        """Writes one paragraph in its own font size."""
        self.set_font("Lato", style, size)
        self.multi_cell(0, size * 0.55, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(2)


def with_fpdf(source: Source, target: Path) -> None:
    """Writes the PDF with fpdf2."""
    sheet = Sheet(source)
    sheet.add_page()
    sheet.line_of(source.fields["title"], 20, "B")
    for group in groups(source.parts):
        write(sheet, group)
    sheet.output(str(target))


def write(sheet: Sheet, group: list[Part]) -> None:
    """Writes parts of one kind."""
    first = group[0]
    if first.kind == "row":
        sheet.set_font("Lato", "", 10)
        with sheet.table(headings_style=FontFace(emphasis="BOLD")) as table:
            for part in group:
                table.row(part.cells())
        sheet.ln(3)
        return
    for number, part in enumerate(group, start=1):
        mark = {"bullet": "• ", "number": f"{number}. "}.get(part.kind, "")
        size = {2: 15.0, 3: 12.0}.get(part.level, 11.0) if part.kind == "heading" else 11.0
        sheet.line_of(mark + part.text, size, "B" if part.kind == "heading" else "")
