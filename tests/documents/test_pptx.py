"""What is read out of PowerPoint files, made here with python-pptx."""

from contextlib import suppress
from copy import deepcopy
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import SubElement
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from documents.errors import (
    DocumentError,
    EmptyFileError,
    EncryptedFileError,
    OverLimitError,
    UnknownFormatError,
)
from documents.limits import Limits, within
from documents.model import Reading, Sheet
from documents.read import read_document
from documents.readers.pptx import read
from tests.documents.office import bomb, old_office, saved, told

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TITLE, BULLETS, TWO_CONTENT, TITLE_ONLY, BLANK = 0, 1, 3, 5, 6
BOX = (Inches(1), Inches(2), Inches(6), Inches(1))


def add(deck: Any, layout: int, title: str = "") -> Any:
    """A new slide of the deck."""
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def box(slide: Any, text: str, top: float = 2, left: float = 1) -> Any:
    shape = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(0.5))
    shape.text_frame.text = text
    return shape


def deck_of_one(layout: int, title: str = "") -> tuple[Any, Any]:
    deck = Presentation()
    return deck, add(deck, layout, title)


def test_the_first_slides_title_is_the_title_and_the_others_are_headings() -> None:
    deck, _ = deck_of_one(TITLE, "Windmills")
    add(deck, BULLETS, "Members")

    blocks = read("a.pptx", saved(deck)).blocks

    assert told(blocks) == [("title", "Windmills"), ("heading", "Members")]
    assert [block.page for block in blocks] == [1, 2]


def test_bullets_keep_their_level() -> None:
    deck, slide = deck_of_one(BULLETS, "Members")
    frame = slide.placeholders[1].text_frame
    frame.text = "millers"
    below = frame.add_paragraph()
    below.text, below.level = "of rye", 1

    blocks = read("a.pptx", saved(deck)).blocks

    assert [(block.kind, block.level, block.text) for block in blocks[1:]] == [
        ("item", 0, "millers"),
        ("item", 1, "of rye"),
    ]


def test_a_text_box_is_a_paragraph_and_its_line_breaks_are_lines() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Kontakt")
    box(slide, "Anna Młynarz\vtel. 600 000 000")

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [
        ("paragraph", "Anna Młynarz"),
        ("paragraph", "tel. 600 000 000"),
    ]


def test_a_line_break_inside_a_sentence_only_wraps() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Kim jesteśmy")
    box(slide, "Klaster młynarzy, którzy\vpracują nad kanałem.")

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [
        ("paragraph", "Klaster młynarzy, którzy pracują nad kanałem.")
    ]


def test_shapes_are_read_from_the_top_and_from_the_left_whatever_order_they_were_drawn_in() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Order")
    for text, top, left in (("third", 5, 1), ("second", 2, 5), ("first", 2.1, 1)):
        box(slide, text, top, left)

    texts = [block.text for block in read("a.pptx", saved(deck)).blocks]

    assert texts == ["Order", "first", "second", "third"]


def test_a_short_line_at_the_top_is_the_heading_of_a_slide_without_a_title() -> None:
    deck, slide = deck_of_one(BLANK)
    box(slide, "Our mills", top=0.3)
    box(slide, "They stand beside the canal.", top=3)

    assert told(read("a.pptx", saved(deck)).blocks)[0] == ("heading", "Our mills")


def test_a_table_has_a_head_and_a_row_each_with_merged_cells_said_where_they_hold() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Until when")
    table = slide.shapes.add_table(3, 3, *BOX).table
    for y, row in enumerate(
        (("Round", "Cluster", "Until"), ("I", "Windmill", "2031"), ("", "Watermill", ""))
    ):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    table.cell(1, 0).merge(table.cell(2, 0))

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [
        ("head", "Round | Cluster | Until"),
        ("row", "I | Windmill | 2031"),
        ("row", "I | Watermill | –"),
    ]


@pytest.mark.parametrize(("first", "kind"), [("Cluster", "head"), ("2030", "row")])
def test_a_table_that_marks_no_head_has_one_if_its_first_row_has_no_figure(first: str, kind: str) -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Until when")
    table = slide.shapes.add_table(2, 1, *BOX).table
    table.first_row = False
    table.cell(0, 0).text, table.cell(1, 0).text = first, "2031"

    assert told(read("a.pptx", saved(deck)).blocks)[1] == (kind, first)


def test_grouped_shapes_are_read_at_any_depth() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Steps")
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_group_shape()
    inner.shapes.add_textbox(*BOX).text_frame.text = "Ask a miller"

    assert ("paragraph", "Ask a miller") in told(read("a.pptx", saved(deck)).blocks)


def test_notes_are_notes_of_their_slide() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Steps")
    slide.notes_slide.notes_text_frame.text = "Say who the miller is."

    assert told(read("a.pptx", saved(deck)).blocks)[-1] == ("note", "Say who the miller is.")


def test_a_chart_is_read_as_a_table() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Growth")
    figures = CategoryChartData()  # type: ignore[no-untyped-call]
    figures.categories = ["2030", "2031"]
    figures.add_series("members", (40, 43.5))  # type: ignore[no-untyped-call]
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, figures).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Members of the cluster"

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [
        ("paragraph", "Members of the cluster"),
        ("head", "– | members"),
        ("row", "2030 | 40"),
        ("row", "2031 | 43.5"),
    ]


def test_footers_and_slide_numbers_are_cut() -> None:
    deck, slide = deck_of_one(BULLETS, "Members")
    for placeholder in slide.slide_layout.placeholders:
        if placeholder.placeholder_format.type.name == "FOOTER":
            slide.shapes._spTree.append(placeholder._element)
    next(
        shape for shape in slide.placeholders if "Footer" in shape.name
    ).text_frame.text = "Fenland Quarterly"

    reading = read("a.pptx", saved(deck))

    assert [block.text for block in reading.cut] == ["Fenland Quarterly"]
    assert told(reading.blocks) == [("heading", "Members")]


def test_a_hidden_slide_is_kept_and_named() -> None:
    deck, slide = deck_of_one(BULLETS, "Members")
    slide._element.set("show", "0")

    reading = read("a.pptx", saved(deck))

    assert reading.warnings == ("slide 1: hidden in the show",)
    assert told(reading.blocks) == [("heading", "Members")]


def test_a_slide_without_text_is_named() -> None:
    deck, _ = deck_of_one(BULLETS, "Members")
    add(deck, BLANK)

    assert read("a.pptx", saved(deck)).warnings == ("slide 2: no text, perhaps a picture",)


def test_a_deck_without_text_is_empty() -> None:
    deck, _ = deck_of_one(BLANK)

    with pytest.raises(EmptyFileError):
        read("a.pptx", saved(deck))


def test_properties_tell_title_language_and_address() -> None:
    deck, _ = deck_of_one(BULLETS, "Members")
    core = deck.core_properties
    core.title, core.language, core.identifier = "Mills of the Fen", "pl-PL", "https://fenland.example/deck"

    reading = read("a.pptx", saved(deck))

    assert (reading.title, reading.language, reading.address) == (
        "Mills of the Fen",
        "pl",
        "https://fenland.example/deck",
    )


def test_a_deck_that_needs_a_password_is_refused() -> None:
    with pytest.raises(EncryptedFileError, match="password"):
        read_document("a.pptx", old_office("EncryptionInfo", "EncryptedPackage"))


def test_a_deck_of_the_old_format_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnknownFormatError, match="save it as PPTX"):
        read_document("a.pptx", old_office("PowerPoint Document"))


def test_a_package_that_would_fill_the_disk_is_refused() -> None:
    deck, _ = deck_of_one(BULLETS, "Members")

    with within(Limits(unpacked_mb=10)), pytest.raises(OverLimitError, match="unpacks to more"):
        read("a.pptx", bomb(saved(deck), 20_000_000))


def test_two_columns_of_boxes_are_read_one_after_the_other() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Pros and cons")
    for text, top, left in (("pro 1", 2, 1), ("con 1", 2, 5.5), ("pro 2", 3.2, 1), ("con 2", 3.3, 5.5)):
        box(slide, text, top, left)

    texts = [block.text for block in read("a.pptx", saved(deck)).blocks]

    assert texts == ["Pros and cons", "pro 1", "pro 2", "con 1", "con 2"]


def test_a_group_is_read_in_its_place_on_the_slide() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Steps")
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(0.5)).text_frame.text = "second"
    group.top = Inches(5)  # its shapes keep the coordinates they have inside
    box(slide, "first", 3)

    assert [block.text for block in read("a.pptx", saved(deck)).blocks] == ["Steps", "first", "second"]


def test_numbers_of_a_list_are_those_people_see() -> None:
    deck, slide = deck_of_one(BULLETS, "How to join")
    frame = slide.placeholders[1].text_frame
    frame.text = "ask\npay"
    for paragraph in frame.paragraphs:
        mark = SubElement(paragraph._p.get_or_add_pPr(), f"{DRAWING}buAutoNum")
        mark.set("type", "alphaLcParenR")
        mark.set("startAt", "3")

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [("item", "c) ask"), ("item", "d) pay")]


def test_a_layout_may_take_the_bullets_away() -> None:
    deck, slide = deck_of_one(BULLETS, "Members")
    slide.placeholders[1].text_frame.text = "Forty millers work here."
    style = next(slide.slide_layout.placeholders[1]._element.iter(f"{DRAWING}lstStyle"))
    SubElement(SubElement(style, f"{DRAWING}lvl1pPr"), f"{DRAWING}buNone")

    assert told(read("a.pptx", saved(deck)).blocks)[1] == ("paragraph", "Forty millers work here.")


def test_a_shape_with_a_fallback_is_read_once() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Steps")
    shape = box(slide, "Ask a miller")._element
    markup = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    pair = SubElement(slide.shapes._spTree, f"{markup}AlternateContent")
    SubElement(pair, f"{markup}Fallback").append(deepcopy(shape))
    SubElement(pair, f"{markup}Choice").append(shape)

    assert [block.text for block in read("a.pptx", saved(deck)).blocks] == ["Steps", "Ask a miller"]


def test_what_somebody_said_of_a_picture_is_a_note_and_its_file_name_is_not() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Our mill")
    for said in ("mill.png", "The mill beside the canal"):
        target = BytesIO()
        Image.new("RGB", (2, 2)).save(target, "PNG")
        picture = slide.shapes.add_picture(target, *BOX)
        picture._element.nvPicPr.cNvPr.set("descr", said)

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [("note", "The mill beside the canal")]


def test_a_chart_tells_its_axes_and_shares_as_per_cent() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Growth")
    figures = CategoryChartData(number_format="0%")  # type: ignore[no-untyped-call]
    figures.categories = ["2030"]
    figures.add_series("members", (0.4,))  # type: ignore[no-untyped-call]
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, figures).chart
    chart.category_axis.has_title = chart.value_axis.has_title = True
    chart.category_axis.axis_title.text_frame.text = "Year"
    chart.value_axis.axis_title.text_frame.text = "Share of firms"

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [
        ("paragraph", "Share of firms"),
        ("head", "Year | members"),
        ("row", "2030 | 40%"),
    ]


def test_points_of_a_chart_by_two_figures_are_rows_too() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Growth")
    figures = XyChartData()  # type: ignore[no-untyped-call]
    series = figures.add_series("mills")  # type: ignore[no-untyped-call]
    series.add_data_point(1.5, 1234567)
    slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *BOX, figures)

    assert told(read("a.pptx", saved(deck)).blocks)[1:] == [("head", "– | mills"), ("row", "1.5 | 1234567")]


def test_a_hidden_slide_is_told_by_its_sheet() -> None:
    deck, _ = deck_of_one(BULLETS, "Members")
    add(deck, BULLETS, "Prices")._element.set("show", "0")

    assert read("a.pptx", saved(deck)).sheets == (Sheet(1, ink=0), Sheet(2, ink=0, reasons=("hidden",)))


def test_properties_tell_authors_and_days() -> None:
    deck, _ = deck_of_one(BULLETS, "Members")
    core = deck.core_properties
    core.author, core.last_modified_by = "Anna Młynarz; Microsoft Office User", "Jan Żarna"
    core.created, core.modified = datetime(2031, 2, 3), datetime(2032, 4, 5)

    reading = read("a.pptx", saved(deck))

    assert reading.authors == ("Anna Młynarz",)
    assert (reading.date, reading.modified) == (date(2032, 4, 5), date(2032, 4, 5))


def test_a_damaged_slide_does_not_take_the_others_with_it() -> None:
    deck, _ = deck_of_one(BULLETS, "Members")
    group = box(add(deck, BULLETS, "Prices"), "of flour")._element
    group.spPr.xfrm.off.set("x", "wide")

    reading = read("a.pptx", saved(deck))

    assert told(reading.blocks) == [("heading", "Members")]
    assert reading.sheets[1].reasons == ("broken",)
    assert reading.warnings == ("slide 2: damaged, not read",)


def test_a_slide_covered_by_a_picture_tells_how_much_of_it_is() -> None:
    deck, slide = deck_of_one(TITLE_ONLY, "Our mill")
    target = BytesIO()
    Image.new("RGB", (2, 2)).save(target, "PNG")
    slide.shapes.add_picture(target, 0, 0, deck.slide_width, deck.slide_height)

    assert read("a.pptx", saved(deck)).sheets[0].ink == pytest.approx(1.0)


SMALL = saved(deck_of_one(BULLETS, "Members")[0])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_reading_or_an_error_of_ours(data: st.DataObject) -> None:
    content = bytearray(SMALL[: data.draw(st.integers(1, len(SMALL)))])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[at] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        assert isinstance(read("a.pptx", bytes(content)), Reading)


def test_figures_above_the_line_do_not_become_part_of_the_number_before_them() -> None:
    deck = Presentation()
    paragraph = box(add(deck, BLANK), "It grinds 10").text_frame.paragraphs[0]
    above, below = paragraph.add_run(), paragraph.add_run()
    above.text, below.text = "3", "1"
    above._r.get_or_add_rPr().set("baseline", "30000")
    below._r.get_or_add_rPr().set("baseline", "-25000")

    assert [block.text for block in read("a.pptx", saved(deck)).blocks] == ["It grinds 10³1"]
