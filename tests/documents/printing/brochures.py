"""Word documents laid out as brochures and reports are: columns, tables, lists, notes, boxes."""

from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.documents.printing.prose import HEAD, heading, paragraph, phrase, row, sentence

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def columns(number: int) -> bytes:
    """A title over the width of the page, then sections in that many columns, over several pages."""
    chance = Random(number)
    made = docx.Document()
    made.add_heading(f"Biuletyn klastrów w {number} kolumnach", 0)
    made.add_paragraph(paragraph(chance, 2))
    section = made.add_section(WD_SECTION.CONTINUOUS)
    told = section._sectPr.find(qn("w:cols"))
    if told is None:
        told = section._sectPr.append(OxmlElement("w:cols")) or section._sectPr.find(qn("w:cols"))
    told.set(qn("w:num"), str(number))
    told.set(qn("w:space"), "400")
    for _ in range(7):
        made.add_heading(heading(chance), 1)
        for _ in range(3):
            made.add_paragraph(paragraph(chance))
    return _saved(made)


def justified() -> bytes:
    """Narrow justified columns whose words a program hyphenates."""
    chance = Random(5)
    made = docx.Document(BytesIO(columns(2)))
    for each in made.paragraphs:
        if each.style is not None and each.style.name == "Normal":
            each.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    made.settings.element.append(parse_xml(f'<w:autoHyphenation {nsdecls("w")} w:val="1"/>'))
    made.styles["Normal"].element.get_or_add_rPr().append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="pl-PL" w:eastAsia="pl-PL" w:bidi="ar-SA"/>')
    )
    made.add_paragraph(paragraph(chance))
    return _saved(made)


def report() -> bytes:
    """Running heads, page numbers, lists within lists, captions, a table that runs over pages."""
    chance = Random(7)
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Raport roczny klastrów nad Nerem"
    _page_number(made.sections[0].footer.paragraphs[0])
    made.add_heading("Raport roczny", 0)
    for part in range(3):
        made.add_heading(heading(chance), 1)
        made.add_paragraph(paragraph(chance, 5))
        made.add_heading(heading(chance), 2)
        for _ in range(3):
            made.add_paragraph(phrase(chance), style="List Bullet")
            made.add_paragraph(sentence(chance), style="List Bullet 2")
            made.add_paragraph(phrase(chance), style="List Bullet 3")
        made.add_paragraph(paragraph(chance, 3))
        if part == 1:
            made.add_paragraph("Tabela 1. Budżety w kolejnych latach", style="Caption")
            _table(made, [row(chance) for _ in range(45)])
        for _ in range(4):
            made.add_paragraph(sentence(chance), style="List Number")
    return _saved(made)


def unruled() -> bytes:
    """Tables without rules, cells of several lines, some of them empty."""
    chance = Random(11)
    made = docx.Document()
    made.add_heading("Zestawienia", 0)
    for at in range(3):
        made.add_heading(heading(chance), 1)
        made.add_paragraph(paragraph(chance, 3))
        rows = [row(chance) for _ in range(8)]
        rows[3] = (rows[3][0], sentence(chance), "", rows[3][3])
        rows[5] = (rows[5][0], "", rows[5][2], rows[5][3])
        _table(made, rows, style="Table Grid" if at == 1 else None)
        made.add_paragraph(paragraph(chance, 2))
    return _saved(made)


def footnotes() -> bytes:
    """Notes under the text of several pages, called in the middle of sentences."""
    chance = Random(13)
    made = docx.Document()
    made.add_heading("O ocenie klastrów", 0)
    notes = []
    for _ in range(14):
        written = made.add_paragraph(f"{sentence(chance)} {sentence(chance)[:-1]}")
        notes.append(f"{sentence(chance)} {phrase(chance).capitalize()}.")
        _call(written, len(notes))
        written.add_run(f", {phrase(chance)}. {paragraph(chance, 2)}")
    body = "".join(_note(number, text) for number, text in enumerate(notes, start=1))
    content = f"<w:footnotes {nsdecls('w')}>{body}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, content, made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return _saved(made)


def sidebar() -> bytes:
    """A box beside the text, which is anchored where the text of the page ends."""
    chance = Random(17)
    made = docx.Document()
    made.add_heading("Jak działa klaster", 0)
    made.sections[0].right_margin = Pt(210)
    for _ in range(4):
        made.add_paragraph(paragraph(chance, 3))
    last = made.add_paragraph(paragraph(chance, 2))
    for text in ("W liczbach", sentence(chance), sentence(chance), sentence(chance)):
        framed = made.add_paragraph(text)
        framed._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:framePr {nsdecls("w")} w:w="2900" w:hSpace="140" w:wrap="around" w:vAnchor="page" '
                'w:hAnchor="page" w:x="8300" w:y="2400"/>'
            )
        )
    last.paragraph_format.space_after = Pt(6)
    return _saved(made)


def letter() -> bytes:
    """Plain pages whose paragraphs go on over their ends, in small type and long lines."""
    chance = Random(19)
    made = docx.Document()
    made.styles["Normal"].font.size = Pt(10)
    made.add_heading("Uchwała w sprawie przystąpienia", 0)
    for at in range(24):
        if at % 6 == 0:
            made.add_heading(f"§ {at // 6 + 1}. {heading(chance)}", 2)
        made.add_paragraph(paragraph(chance, 5))
    return _saved(made)


BROCHURES: dict[str, Callable[[], bytes]] = {
    "two columns": lambda: columns(2),
    "three columns": lambda: columns(3),
    "justified columns": justified,
    "report": report,
    "unruled tables": unruled,
    "footnotes": footnotes,
    "sidebar": sidebar,
    "letter": letter,
}


def _saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _table(made: Any, rows: Sequence[Sequence[str]], style: str | None = "Table Grid") -> None:
    table = made.add_table(rows=0, cols=len(HEAD), style=style)
    for cells in (HEAD, *rows):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _page_number(foot: Any) -> None:
    foot.add_run("Strona ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _call(written: Any, number: int) -> None:
    written.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
    written.runs[-1].font.superscript = True


def _note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:pPr>'
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="18"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
        "</w:footnote>"
    )
