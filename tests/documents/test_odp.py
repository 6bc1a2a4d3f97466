"""What is read out of OpenDocument slides."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.errors import DamagedFileError, DocumentError, EmptyFileError
from documents.model import Reading, Sheet
from documents.read import read_document
from documents.readers.odp import read
from tests.documents.office import changed, told
from tests.documents.open_document import frame, odp, page, root

TITLE = frame("Mills of the Fen", kind="title", y=1)
HIDDEN = (
    '<style:style style:name="dp1" style:family="drawing-page">'
    '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
)
MARKS = """<text:list-style style:name="L1">
<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="•"/>
</text:list-style>
<text:list-style style:name="L2">
<text:list-level-style-number text:level="1" style:num-format=""/>
</text:list-style>"""


def texts(content: bytes) -> list[str]:
    return [block.text for block in read("a.odp", content).blocks]


def test_the_first_slides_title_is_the_title_and_the_others_are_headings() -> None:
    first = page(TITLE, frame("A guide", kind="subtitle", y=4))

    found = read("a.odp", odp(first, page(frame("Members", kind="title", y=1)))).blocks

    assert told(found) == [("title", "Mills of the Fen"), ("paragraph", "A guide"), ("heading", "Members")]
    assert [block.page for block in found] == [1, 1, 2]


def test_a_short_line_at_the_top_is_the_heading_of_a_slide_without_a_title() -> None:
    deck = odp(page(frame("Our mills", y=1), frame("They stand beside the canal.", y=5)))

    assert told(read("a.odp", deck).blocks)[0] == ("heading", "Our mills")


def test_bullets_are_items_and_lines_of_a_list_without_marks_are_paragraphs() -> None:
    inner = "<text:list><text:list-item><text:p>of rye</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>millers</text:p>'
        f"{inner}</text:list-item></text:list>"
        '<text:list text:style-name="L2"><text:list-item><text:p>Come in.</text:p></text:list-item>'
        "</text:list>"
    )

    found = read("a.odp", odp(page(TITLE, frame(body, kind="outline")), styles=MARKS)).blocks

    assert [(block.kind, block.level, block.text) for block in found[1:]] == [
        ("item", 0, "millers"),
        ("item", 1, "of rye"),
        ("paragraph", 0, "Come in."),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    deck = page(
        TITLE,
        frame("right one", x=11, y=3),
        frame("left two", x=1, y=5),
        frame("left one", x=1, y=3),
        frame("right two", x=11, y=5),
    )

    assert texts(odp(deck)) == ["Mills of the Fen", "left one", "left two", "right one", "right two"]


def test_shapes_of_a_group_and_turned_ones_are_read_in_their_place() -> None:
    shape = (
        '<draw:custom-shape svg:x="1cm" svg:y="4cm" svg:width="5cm" svg:height="1cm">'
        "<text:p>second</text:p></draw:custom-shape>"
    )
    turned = shape.replace(
        'svg:x="1cm" svg:y="4cm"', 'draw:transform="rotate (0.3) translate (1cm 7cm)"'
    ).replace("second", "third")

    assert texts(odp(page(TITLE, turned, f"<draw:g>{shape}</draw:g>"))) == [
        "Mills of the Fen",
        "second",
        "third",
    ]


def test_notes_are_notes_of_their_slide() -> None:
    notes = f"<presentation:notes>{frame('Say who the miller is.', kind='notes')}</presentation:notes>"

    assert told(read("a.odp", odp(page(TITLE, notes))).blocks)[-1] == ("note", "Say who the miller is.")


def test_footers_and_page_numbers_are_cut() -> None:
    reading = read("a.odp", odp(page(TITLE, frame("Fenland Quarterly", kind="footer", y=9))))

    assert [block.text for block in reading.cut] == ["Fenland Quarterly"]
    assert texts(odp(page(TITLE, frame("7", kind="page-number", y=9)))) == ["Mills of the Fen"]


def test_a_hidden_slide_is_kept_and_told_by_its_sheet() -> None:
    reading = read("a.odp", odp(page(TITLE), page(frame("Prices"), style="dp1"), styles=HIDDEN))

    assert reading.sheets == (Sheet(1, ink=0), Sheet(2, ink=0, reasons=("hidden",)))
    assert reading.blocks[-1].text == "Prices"
    assert reading.warnings == ("slide 2: hidden in the show",)


def test_tables_of_slides_are_rows() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    line = f"<table:table-row>{cell}{cell}</table:table-row>"
    table = f"<table:table>{line.format('Cluster', 'Until')}{line.format('Windmill', '2031')}</table:table>"
    deck = odp(page(TITLE, f'<draw:frame svg:y="4cm">{table}</draw:frame>'))

    assert told(read("a.odp", deck).blocks)[1:] == [("head", "Cluster | Until"), ("row", "Windmill | 2031")]


def test_a_chart_is_read_out_of_its_own_part() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    value = cell.format(' office:value-type="float" office:value="43.5"', "43.5")
    chart = root(
        "document-content",
        "<chart:chart><chart:title><text:p>Members</text:p></chart:title><table:table>"
        f"<table:table-row>{cell.format('', '')}{cell.format('', 'firms')}</table:table-row>"
        f"<table:table-row>{cell.format('', '2031')}{value}</table:table-row></table:table></chart:chart>",
    )
    holder = '<draw:frame svg:y="4cm"><draw:object xlink:href="./Object 1"/></draw:frame>'

    found = read("a.odp", odp(page(TITLE, holder), parts={"Object 1/content.xml": chart})).blocks

    assert told(found)[1:] == [("paragraph", "Members"), ("head", "– | firms"), ("row", "2031 | 43.5")]


def test_places_of_a_deck_are_slides() -> None:
    document = read_document("a.odp", odp(page(TITLE, frame("Forty millers work beside the canal."))))

    assert (document.format, [(place.kind, place.number) for place in document.places]) == (
        "odp",
        [("slide", 1)],
    )


def test_a_deck_without_text_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read("a.odp", odp(page()))


def test_a_deck_without_its_slides_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        read("a.odp", changed(odp(page(TITLE)), "content.xml", b"office:presentation>", b"office:x>"))


SMALL = odp(page(TITLE, frame("Forty millers.")))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_reading_or_an_error_of_ours(data: st.DataObject) -> None:
    content = bytearray(SMALL[: data.draw(st.integers(1, len(SMALL)))])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[at] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        assert isinstance(read("a.odp", bytes(content)), Reading)
