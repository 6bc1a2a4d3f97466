"""What is read out of OpenDocument texts."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
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
from documents.readers.odt import read
from tests.documents.office import bomb, changed, told
from tests.documents.open_document import odt, root

NUMBERED = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>"""


def blocks(body: str, *, styles: str = "", shared: str = "") -> list[tuple[str, str]]:
    return told(read("a.odt", odt(body, styles=styles, shared=shared)).blocks)


def items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


def table(*lines: str) -> str:
    return f"<table:table>{''.join(lines)}</table:table>"


def line(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(text: str, spans: str = "") -> str:
    return f"<table:table-cell {spans}><text:p>{text}</text:p></table:table-cell>"


def note(text: str) -> str:
    body = f"<text:note-body><text:p>{text}</text:p></text:note-body>"
    return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"


def test_headings_have_their_level_and_the_title_its_style() -> None:
    found = read(
        "a.odt",
        odt(
            '<text:p text:style-name="Title">Mills</text:p><text:h text:outline-level="2">Members</text:h>'
            "<text:p>Forty millers.</text:p>",
            shared='<style:style style:name="Title" style:family="paragraph"/>',
        ),
    ).blocks

    assert [(block.kind, block.level) for block in found] == [("title", 0), ("heading", 2), ("paragraph", 0)]


def test_a_style_with_an_outline_level_makes_a_heading() -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:default-outline-level="3"/>'

    assert blocks('<text:p text:style-name="P1">Members</text:p>', styles=style) == [("heading", "Members")]


def test_nested_lists_keep_their_levels_and_their_numbers() -> None:
    inner = f"<text:list>{items('of wind', 'of water')}</text:list>"
    body = (
        '<text:list text:style-name="L1">'
        f"<text:list-item><text:p>mills</text:p>{inner}</text:list-item>{items('kilns')}</text:list>"
    )

    found = read("a.odt", odt(body, styles=NUMBERED)).blocks

    assert [(block.text, block.level) for block in found] == [
        ("1. mills", 0),
        ("a) of wind", 1),
        ("b) of water", 1),
        ("2. kilns", 0),
    ]


def test_a_list_that_goes_on_keeps_counting_and_another_begins_anew() -> None:
    body = "".join(
        f'<text:list text:style-name="L1" {more}>{items(text)}</text:list><text:p>Between.</text:p>'
        for more, text in (("", "ask"), ('text:continue-numbering="true"', "pay"), ("", "wait"))
    )

    assert [text for kind, text in blocks(body, styles=NUMBERED) if kind == "item"] == [
        "1. ask",
        "2. pay",
        "1. wait",
    ]


def test_numbered_headings_have_their_numbers() -> None:
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = "".join(f'<text:h text:outline-level="{n}">Part</text:h>' for n in (1, 2, 1))

    assert [text for _, text in blocks(body, shared=outline)] == ["1. Part", "1.1 Part", "2. Part"]


def test_tables_have_heads_rows_and_merged_cells() -> None:
    head = f"<table:table-header-rows>{line(cell('Round'), cell('Cluster'))}</table:table-header-rows>"
    body = table(
        head,
        line(cell("I", 'table:number-rows-spanned="2"'), cell("Windmill 2")),
        line("<table:covered-table-cell/>", cell("Watermill")),
    )

    assert blocks(body) == [
        ("head", "Round | Cluster"),
        ("row", "I | Windmill 2"),
        ("row", "I | Watermill"),
    ]


def test_a_table_around_tables_only_lays_them_out() -> None:
    inner = table(line(cell("A"), cell("B")), line(cell("1"), cell("2")))
    body = table(
        line(f"<table:table-cell>{inner}</table:table-cell>", cell("Beside.")), line(cell("x"), cell("y"))
    )

    assert blocks(body)[:3] == [("head", "A | B"), ("row", "1 | 2"), ("paragraph", "Beside.")]


def test_blanks_tabs_and_line_breaks_are_read_as_they_are_seen() -> None:
    body = '<text:p>Anna<text:s text:c="3"/>Miller<text:line-break/>tel.<text:tab/>600 000 000</text:p>'

    assert blocks(body) == [("paragraph", "Anna Miller"), ("paragraph", "tel. 600 000 000")]


def test_a_note_stands_after_its_paragraph_and_not_within_its_sentence() -> None:

    assert blocks(f"<text:p>Forty millers{note('In 2031.')} work here.</text:p><text:p>After.</text:p>") == [
        ("paragraph", "Forty millers work here."),
        ("note", "In 2031."),
        ("paragraph", "After."),
    ]


def test_a_note_to_an_item_does_not_part_the_list() -> None:
    body = f"<text:p>Members:</text:p><text:list>{items('mills' + note('Of rye.'), 'kilns')}</text:list>"

    assert [kind for kind, _ in blocks(body)] == ["paragraph", "item", "item", "note"]


def test_text_in_frames_is_read_after_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>"

    assert blocks(f"<text:p>Bef{box}ore.</text:p>") == [("paragraph", "Before."), ("paragraph", "Boxed.")]


def test_what_somebody_said_of_a_picture_is_a_note() -> None:
    picture = "<draw:frame><draw:image/><svg:desc>The mill beside the canal</svg:desc></draw:frame>"

    assert blocks(f"<text:p>Our mill.{picture}</text:p>")[1] == ("note", "The mill beside the canal")


def test_deleted_hidden_and_remarked_text_is_left_out() -> None:
    hidden = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Seen<text:span text:style-name="T1"> unseen</text:span>'
        "<office:annotation><text:p>Really?</text:p></office:annotation>.</text:p>"
        '<text:section text:display="none"><text:p>Secret.</text:p></text:section>'
    )

    assert blocks(body, styles=hidden) == [("paragraph", "Seen.")]


def test_the_table_of_contents_headers_and_footers_are_cut() -> None:
    contents = "<text:index-body><text:p>Members 3</text:p></text:index-body>"
    body = f"<text:table-of-content>{contents}</text:table-of-content><text:p>Text.</text:p>"
    header = "<style:header><text:p>Fenland Quarterly</text:p></style:header>"
    edge = f"<style:master-page>{header}</style:master-page>"

    reading = read("a.odt", odt(body, shared=edge))

    assert told(reading.blocks) == [("paragraph", "Text.")]
    assert [block.text for block in reading.cut] == ["Members 3", "Fenland Quarterly"]


def test_properties_tell_title_authors_days_and_language() -> None:
    meta = (
        "<dc:title>Mills of the Fen</dc:title><meta:initial-creator>Anna Miller</meta:initial-creator>"
        "<dc:creator>Jan Żarna</dc:creator><meta:creation-date>2031-02-03T10:00:00</meta:creation-date>"
        "<dc:date>2032-04-05T10:00:00</dc:date><dc:language>pl-PL</dc:language>"
    )

    reading = read("a.odt", odt("<text:p>Text.</text:p>", meta=meta))

    assert (reading.title, reading.authors, reading.language) == ("Mills of the Fen", ("Anna Miller",), "pl")
    assert (reading.date, reading.modified) == (date(2032, 4, 5), date(2032, 4, 5))


def test_a_text_without_words_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read("a.odt", odt("<text:p/>"))


def test_a_text_with_a_password_is_refused() -> None:
    content = odt("<text:p>Text.</text:p>")
    locked = changed(content, "styles.xml", b"", b"")
    manifest = root("document-meta", "<manifest:encryption-data xmlns:manifest='urn:x'/>").encode()
    with pytest.raises(EncryptedFileError, match="password"):
        read("a.odt", _with_part(locked, "META-INF/manifest.xml", manifest))


def _with_part(content: bytes, name: str, held: bytes) -> bytes:
    target = BytesIO(content)
    with ZipFile(target, "a") as package:
        package.writestr(name, held)
    return target.getvalue()


def test_a_package_that_would_fill_the_disk_is_refused() -> None:
    with within(Limits(unpacked_mb=10)), pytest.raises(OverLimitError):
        read("a.odt", bomb(odt("<text:p>Text.</text:p>"), 20_000_000))


def with_doctype(doctype: bytes) -> bytes:
    root = b"<office:document-content"
    return changed(odt("<text:p>Text.</text:p>"), "content.xml", root, doctype + root)


def test_a_file_that_declares_entities_is_refused() -> None:
    with pytest.raises(DamagedFileError, match="entities"):
        read("a.odt", with_doctype(b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'))


def test_a_document_type_as_old_programs_wrote_it_changes_nothing() -> None:
    content = with_doctype(b'<!DOCTYPE x PUBLIC "-//OpenOffice.org//DTD" "office.dtd">')

    assert told(read("a.odt", content).blocks) == [("paragraph", "Text.")]


def test_a_text_is_read_as_one_document() -> None:
    document = read_document(
        "a.odt", odt('<text:h text:outline-level="1">Mills</text:h><text:p>Forty millers.</text:p>')
    )

    assert (document.format, document.title, document.text) == ("odt", "Mills", "Mills\n\nForty millers.")


def test_a_text_without_its_content_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        read(
            "a.odt", changed(odt("<text:p>Text.</text:p>"), "content.xml", b"office:text", b"office:nothing")
        )


SMALL = odt(
    f'<text:h text:outline-level="1">Members</text:h><text:list>{items("mill")}</text:list>', styles=NUMBERED
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_reading_or_an_error_of_ours(data: st.DataObject) -> None:
    content = bytearray(SMALL[: data.draw(st.integers(1, len(SMALL)))])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[at] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        assert isinstance(read("a.odt", bytes(content)), Reading)


def test_figures_above_the_line_do_not_become_part_of_the_number_before_them() -> None:
    style = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
    )
    body = '<text:p>Founded in 2019<text:span text:style-name="T1">1</text:span>.</text:p>'

    assert blocks(body, styles=style)[0][1] == "Founded in 2019¹."


def test_lists_of_one_level_each_are_nested_as_their_styles_are_named() -> None:
    style = (
        '<style:style style:name="P2" style:family="paragraph" '
        'style:parent-style-name="List_20_Bullet_20_2"/>'
    )
    shared = (
        '<style:style style:name="List_20_Bullet_20_2" style:display-name="List Bullet 2" '
        'style:family="paragraph"/>'
    )
    inner = items("Bakers").replace("<text:p>", '<text:p text:style-name="P2">')
    body = f"<text:list>{items('Millers')}</text:list><text:list>{inner}</text:list>"

    found = read("a.odt", odt(body, styles=style, shared=shared)).blocks

    assert [(block.text, block.level) for block in found] == [("Millers", 0), ("Bakers", 1)]
