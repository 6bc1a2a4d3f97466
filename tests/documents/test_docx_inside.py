"""What stands inside Word's paragraphs and tables: fields, changes, numbers, notes, boxes."""

from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from documents.readers.docx import read
from tests.documents.office import saved, told

_W = nsdecls("w")
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def document(*paragraphs: str) -> Any:
    """A document of paragraphs, each the XML inside of one."""
    made = Document()
    for inside in paragraphs:
        made.element.body.insert(-1, parse_xml(f"<w:p {_W}>{inside}</w:p>"))
    return made


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def blocks(made: Any) -> list[tuple[str, str]]:
    return told(read("a.docx", saved(made)).blocks)


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}"
        f"{result}{mark.format('end')}"
    )


def numbered(text: str, level: int, name: int = 90) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr></w:pPr>{run(text)}'


def with_list(made: Any, *levels: tuple[str, str], names: tuple[str, ...] = ("",)) -> Any:
    """The document with a form of list, and lists of that form from number 90 on with their overrides."""
    told = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    root = made.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="90">{told}</w:abstractNum>'))
    for at, override in enumerate(names):
        root.append(
            parse_xml(f'<w:num {_W} w:numId="{90 + at}"><w:abstractNumId w:val="90"/>{override}</w:num>')
        )
    return made


def with_notes(made: Any, **notes: str) -> Any:
    """The document with footnotes by their id."""
    held = "".join(
        f'<w:footnote w:id="{name[1:]}"><w:p>{run(text)}</w:p></w:footnote>' for name, text in notes.items()
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        _NOTES,
        f"<w:footnotes {_W}>{held}</w:footnotes>".encode(),
        made.part.package,
    )
    made.part.relate_to(part, RELATION.FOOTNOTES)
    return made


def test_numbers_of_a_list_are_those_people_see() -> None:
    made = document(numbered("ask", 0), numbered("whom", 1), numbered("when", 1), numbered("pay", 0))

    assert blocks(with_list(made, ("decimal", "%1."), ("lowerLetter", "%2)"))) == [
        ("item", "1. ask"),
        ("item", "a) whom"),
        ("item", "b) when"),
        ("item", "2. pay"),
    ]


def test_a_number_of_several_levels_names_them_all() -> None:
    made = document(numbered("ask", 0), numbered("whom", 1))

    assert blocks(with_list(made, ("upperRoman", "%1"), ("decimal", "%1.%2.")))[1] == ("item", "I.1. whom")


def test_a_list_told_to_begin_anew_does() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = document(numbered("ask", 0), numbered("pay", 0), numbered("wait", 0, 91), numbered("go", 0, 91))

    texts = [text for _, text in blocks(with_list(made, ("decimal", "%1."), names=("", anew)))]

    assert texts == ["1. ask", "2. pay", "1. wait", "2. go"]


def test_a_numbered_heading_has_its_number() -> None:
    made = document(numbered("Members", 0).replace("<w:pPr>", '<w:pPr><w:pStyle w:val="Heading1"/>'))

    assert blocks(with_list(made, ("decimal", "%1."))) == [("heading", "1. Members")]


def test_a_list_without_bullets_or_numbers_is_paragraphs() -> None:
    made = document(numbered("Come in.", 0))

    assert blocks(with_list(made, ("none", ""))) == [("paragraph", "Come in.")]


def test_a_footnote_stands_after_its_paragraph_and_not_within_its_sentence() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = document(f"{run('Forty millers')}{mark}{run(' work here.')}", run("After them come the bakers."))

    assert blocks(with_notes(made, n2="In 2031.")) == [
        ("paragraph", "Forty millers work here."),
        ("note", "In 2031."),
        ("paragraph", "After them come the bakers."),
    ]


def test_a_footnote_within_a_list_stands_after_the_list() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = document(run("Members:"), numbered("mills", 0) + mark, numbered("kilns", 0), run("Others follow."))
    with_list(made, ("bullet", "•"))

    assert [kind for kind, _ in blocks(with_notes(made, n2="Of rye."))] == [
        "paragraph",
        "item",
        "item",
        "note",
        "paragraph",
    ]


def test_a_table_of_contents_made_by_a_field_is_cut_whatever_its_style() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = f"{mark.format('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{mark.format('separate')}"
    made = document(
        begin + run("Members 3"), run("Mills 4"), mark.format("end"), run("Forty millers work here.")
    )

    reading = read("a.docx", saved(made))

    assert told(reading.blocks) == [("paragraph", "Forty millers work here.")]
    assert [block.text for block in reading.cut] == ["Members 3", "Mills 4"]


def test_of_a_field_its_text_is_read_and_not_its_code() -> None:
    inner = field(" PAGE ", run("7"))
    code = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{inner}'
    whole = (
        f'{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("the mill")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert blocks(document(run("See ") + whole + run("."))) == [("paragraph", "See the mill.")]


def test_inserted_text_is_read_and_deleted_or_moved_away_text_is_not() -> None:
    made = document(
        run("Forty")
        + f"<w:ins>{run(' two')}</w:ins><w:del><w:r><w:delText> three</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run(' four')}</w:moveFrom><w:moveTo>{run(' millers')}</w:moveTo>"
    )

    assert blocks(made) == [("paragraph", "Forty two millers")]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    made = document(f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Forty millers ')}", run("work here."))

    assert blocks(made) == [("paragraph", "Forty millers work here.")]


def test_hidden_text_is_left_out_unless_it_is_shown_again() -> None:
    made = document(run("Seen") + run(" hidden", "<w:vanish/>") + run(" again", '<w:vanish w:val="0"/>'))

    assert blocks(made) == [("paragraph", "Seen again")]


def test_a_prompt_of_an_empty_content_control_is_left_out() -> None:
    inside = f"<w:sdtContent>{run('Click here')}</w:sdtContent>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{inside}</w:sdt>"

    assert blocks(document(run("Name: Mill ") + prompt)) == [("paragraph", "Name: Mill")]


def test_signs_of_pictures_fonts_are_read_as_they_look() -> None:
    made = document(run("Fen ") + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + run(" Mill"))

    assert blocks(made) == [("paragraph", "Fen → Mill")]


def test_a_box_with_a_fallback_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Boxed.')}</w:p></w:txbxContent>"
    inside = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert blocks(document(run("Before.") + inside)) == [("paragraph", "Before."), ("paragraph", "Boxed.")]


def test_what_somebody_said_of_a_picture_is_a_note() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="Picture 1" descr="The mill beside the canal"/></wp:inline></w:drawing></w:r>'
    )  # fmt: skip

    assert blocks(document(run("Our mill.") + picture))[1] == ("note", "The mill beside the canal")


@pytest.mark.parametrize("name", ["Nagłówek 2", "Nagłówek2", "Heading 2"])
def test_headings_are_known_by_the_names_of_other_languages(name: str) -> None:
    made = Document()
    made.styles.element.append(
        parse_xml(f'<w:style {_W} w:type="paragraph" w:styleId="N2"><w:name w:val="{name}"/></w:style>')
    )
    made.element.body.insert(
        -1, parse_xml(f'<w:p {_W}><w:pPr><w:pStyle w:val="N2"/></w:pPr>{run("Członkowie")}</w:p>')
    )

    [block] = read("a.docx", saved(made)).blocks

    assert (block.kind, block.level) == ("heading", 2)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def with_table(*rows: str) -> Any:
    made = Document()
    made.element.body.insert(-1, parse_xml(f"<w:tbl {_W}>{''.join(rows)}</w:tbl>"))
    return made


def test_a_table_nested_in_another_is_read_in_its_place() -> None:
    inner = f"<w:tbl>{row(cell('A'), cell('B'))}{row(cell('1'), cell('2'))}</w:tbl>"
    outer = f"<w:tc>{inner}<w:p/></w:tc>"

    assert blocks(with_table(row(cell("Left."), outer), row(cell("x"), cell("y"))))[:3] == [
        ("paragraph", "Left."),
        ("head", "A | B"),
        ("row", "1 | 2"),
    ]


def test_rows_in_content_controls_are_read_and_deleted_ones_are_not() -> None:
    control = f"<w:sdt><w:sdtContent>{row(cell('Mill'), cell('2031'))}</w:sdtContent></w:sdt>"
    made = with_table(
        row(cell("Cluster"), cell("Until")), control, row(cell("Kiln"), cell("2"), properties="<w:del/>")
    )

    assert blocks(made) == [("head", "Cluster | Until"), ("row", "Mill | 2031")]


def test_two_rows_marked_as_heads_are_one() -> None:
    marked, wide = "<w:tblHeader/>", '<w:gridSpan w:val="2"/>'
    made = with_table(
        row(cell("Cluster", '<w:vMerge w:val="restart"/>'), cell("2031", wide), properties=marked),
        row(cell("", "<w:vMerge/>"), cell("firms"), cell("schools"), properties=marked),
        row(cell("Mill"), cell("40"), cell("2")),
    )  # fmt: skip

    assert blocks(made) == [("head", "Cluster | 2031 / firms | 2031 / schools"), ("row", "Mill | 40 | 2")]
