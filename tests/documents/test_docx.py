"""What is read out of Word files, made here with python-docx."""

from contextlib import suppress
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.errors import (
    DamagedFileError,
    DocumentError,
    EmptyFileError,
    EncryptedFileError,
    OverLimitError,
)
from documents.limits import Limits, within
from documents.model import Reading
from documents.read import read_document
from documents.readers.docx import read
from tests.documents.office import bomb, changed, old_office, saved, told

PROSE = "The Windmill Cluster of Lower Fenland brings together forty millers, two schools and a bakery."


def document(*lines: tuple[str, str]) -> Any:
    """A document of lines, each with the name of its style."""
    made = Document()
    for style, text in lines:
        made.add_paragraph(text, style=style)
    return made


def grid(made: Any, *rows: tuple[str, ...]) -> Any:
    """A table at the end of the document."""
    table = made.add_table(len(rows), len(rows[0]))
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    return table


def test_headings_have_the_level_of_their_style() -> None:
    made = document(
        ("Title", "Windmills"), ("Heading 1", "Members"), ("Heading 2", "Millers"), ("Normal", PROSE)
    )

    blocks = read("a.docx", saved(made)).blocks

    assert [(block.kind, block.level) for block in blocks] == [
        ("title", 0),
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_a_style_based_on_a_heading_is_one() -> None:
    made = document()
    style = made.styles.add_style("Rozdział", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Heading 2"]
    made.add_paragraph("Członkowie", style="Rozdział")

    [block] = read("a.docx", saved(made)).blocks

    assert (block.kind, block.level) == ("heading", 2)


def test_an_outline_level_makes_a_heading_whatever_the_style_is_called() -> None:
    made = document(("Normal", "Członkowie"), ("Normal", PROSE))
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    made.paragraphs[0]._p.get_or_add_pPr().append(level)

    block = read("a.docx", saved(made)).blocks[0]

    assert (block.kind, block.level) == ("heading", 2)


def test_a_short_line_all_bold_is_a_heading_and_a_bold_sentence_is_none() -> None:
    made = document()
    made.add_paragraph().add_run("How to join").bold = True
    made.add_paragraph().add_run("Write to us.").bold = True

    assert told(read("a.docx", saved(made)).blocks) == [
        ("heading", "How to join"),
        ("paragraph", "Write to us."),
    ]


def test_list_styles_and_numbering_make_items_with_their_level() -> None:
    made = document(
        ("List Bullet", "flour"), ("List Bullet 2", "rye"), ("List Number", "ask"), ("Normal", "numbered")
    )
    mark = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    made.paragraphs[3]._p.get_or_add_pPr().append(mark)

    blocks = read("a.docx", saved(made)).blocks

    assert [(block.text, block.level) for block in blocks if block.kind == "item"] == [
        ("flour", 0),
        ("rye", 1),
        ("1. ask", 0),
        ("numbered", 1),
    ]


def test_a_bullet_typed_by_hand_is_an_item() -> None:
    assert told(read("a.docx", saved(document(("Normal", "• flour"), ("Normal", "- bread")))).blocks) == [
        ("item", "flour"),
        ("item", "bread"),
    ]


def test_tables_stand_where_they_were_between_paragraphs() -> None:
    made = document(("Normal", "Before."))
    grid(made, ("Cluster", "Until"), ("Windmill", "2031"))
    made.add_paragraph("After.")

    assert told(read("a.docx", saved(made)).blocks) == [
        ("paragraph", "Before."),
        ("head", "Cluster | Until"),
        ("row", "Windmill | 2031"),
        ("paragraph", "After."),
    ]


def test_a_cell_merged_over_rows_is_said_in_each_and_one_merged_over_columns_once() -> None:
    made = document()
    table = grid(made, ("Round", "Cluster", "Until"), ("I", "Windmill", "2031"), ("", "Watermill", ""))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2))

    assert told(read("a.docx", saved(made)).blocks)[1:] == [
        ("row", "I | Windmill | 2031"),
        ("row", "I | Watermill"),
    ]


def test_a_table_of_one_column_only_lays_text_out() -> None:
    made = document()
    grid(made, ("Windmills",), (PROSE,))

    assert told(read("a.docx", saved(made)).blocks) == [("paragraph", "Windmills"), ("paragraph", PROSE)]


def test_the_text_of_a_link_is_kept_and_deleted_text_is_not() -> None:
    made = document(("Normal", "See "))
    made.paragraphs[0]._p.append(
        parse_xml(f"<w:hyperlink {nsdecls('w')}><w:r><w:t>fenland.example</w:t></w:r></w:hyperlink>")
    )
    made.paragraphs[0]._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>old</w:delText><w:t> gone</w:t></w:r></w:del>")
    )

    assert told(read("a.docx", saved(made)).blocks) == [("paragraph", "See fenland.example")]


def test_text_in_a_content_control_is_read() -> None:
    made = document(("Normal", "Before."))
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Inside.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made.paragraphs[0]._p.addnext(control)

    assert [block.text for block in read("a.docx", saved(made)).blocks] == ["Before.", "Inside."]


def test_text_in_a_box_is_read_once_after_its_paragraph() -> None:
    made = document(("Normal", "Before."))
    made.paragraphs[0]._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )

    assert [block.text for block in read("a.docx", saved(made)).blocks] == ["Before.", "Boxed."]


def test_page_headers_and_footers_are_cut() -> None:
    made = document(("Normal", PROSE))
    made.sections[0].header.paragraphs[0].text = "Fenland Quarterly"
    made.sections[0].footer.paragraphs[0].text = "Printed in the granary"

    reading = read("a.docx", saved(made))

    assert [block.text for block in reading.cut] == ["Fenland Quarterly", "Printed in the granary"]
    assert told(reading.blocks) == [("paragraph", PROSE)]


def test_a_table_of_contents_is_cut() -> None:
    made = document()
    made.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    made.add_paragraph("Members ..... 3", style="toc 1")
    made.add_paragraph(PROSE)

    reading = read("a.docx", saved(made))

    assert [block.text for block in reading.cut] == ["Members ..... 3"]
    assert told(reading.blocks) == [("paragraph", PROSE)]


def test_properties_and_the_source_line_tell_title_language_and_address() -> None:
    made = document(("Normal", PROSE), ("Normal", "Źródło: https://fenland.example/mills"))
    made.core_properties.title, made.core_properties.language = "Mills of the Fen", "en"

    reading = read("a.docx", saved(made))

    assert (reading.title, reading.language, reading.address) == (
        "Mills of the Fen",
        "en",
        "https://fenland.example/mills",
    )


def test_a_title_that_a_program_wrote_is_none() -> None:
    made = document(("Normal", PROSE))
    made.core_properties.title = "Dokument1"

    assert read("a.docx", saved(made)).title is None


def test_a_package_without_its_main_part_is_damaged() -> None:
    content = changed(saved(document(("Normal", PROSE))), "_rels/.rels", b"officeDocument", b"nothing")

    with pytest.raises(DamagedFileError):
        read("a.docx", content)


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read("a.docx", saved(document()))


def test_a_document_that_needs_a_password_is_refused() -> None:
    with pytest.raises(EncryptedFileError, match="password"):
        read_document("a.docx", old_office("EncryptionInfo", "EncryptedPackage"))


def test_a_package_that_would_fill_the_disk_is_refused() -> None:
    with within(Limits(unpacked_mb=10)), pytest.raises(OverLimitError, match="unpacks to more"):
        read("a.docx", bomb(saved(document(("Normal", PROSE))), 20_000_000))


SMALL = saved(document(("Heading 1", "Members"), ("Normal", PROSE)))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_reading_or_an_error_of_ours(data: st.DataObject) -> None:
    content = bytearray(SMALL[: data.draw(st.integers(1, len(SMALL)))])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[at] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        assert isinstance(read("a.docx", bytes(content)), Reading)


def test_figures_above_the_line_do_not_become_part_of_the_number_before_them() -> None:
    made = document(("Normal", "Founded in 2019"))
    made.paragraphs[0].add_run("1").font.superscript = True
    made.paragraphs[0].add_run(", as 2")
    made.paragraphs[0].add_run("nd").font.superscript = True

    assert [block.text for block in read("a.docx", saved(made)).blocks] == ["Founded in 2019¹, as 2nd"]
