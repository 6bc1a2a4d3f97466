"""What is read out of PDFs, made here as several programs make them."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.fonts import FontFace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from documents.errors import DamagedFileError, DocumentError, EmptyFileError, EncryptedFileError
from documents.model import Block, Reading
from documents.read import read_document
from documents.readers.pdf import read
from tests.documents.printed.written import blocks, lines, text

LIBRARY = Path(__file__).parents[2] / "documents" / "library"
PROSE = (
    "The Windmill Cluster of Lower Fenland brings together forty millers, two schools and a bakery. It was "
    "started by three neighbours and is led from an old granary beside the canal. Its members grind and bake."
)


class Paper(FPDF):
    """Pages with a running head and a page number, as a report has."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, "Fenland Quarterly", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()} of {{nb}}", align="C")

    def write_text(self, text: str, size: int = 11, style: str = "") -> None:
        self.set_font("Helvetica", style, size)
        self.multi_cell(0, size * 0.55, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)


def paper(*write: Callable[[Paper], None]) -> bytes:
    """A PDF with a page for each function that writes one."""
    made = Paper()
    for each in write:
        made.add_page()
        each(made)
    return bytes(made.output())


def texts(blocks: Sequence[Block], kind: str) -> list[str]:
    return [block.text for block in blocks if block.kind == kind]


def prose(page: Paper) -> None:
    page.write_text("Windmills", 18, "B")
    page.write_text(PROSE)


def blank(page: Paper) -> None:
    page.set_font("Helvetica", size=8)


def test_a_paragraph_broken_over_lines_is_one_block() -> None:
    assert PROSE in texts(read("a.pdf", paper(prose)).blocks, "paragraph")


def test_the_largest_line_at_the_top_is_the_title_and_larger_lines_are_headings() -> None:
    def page(made: Paper) -> None:
        prose(made)
        made.write_text("Members", 14, "B")
        made.write_text(PROSE)

    blocks = read("a.pdf", paper(page)).blocks

    assert texts(blocks, "title") == ["Windmills"]
    assert texts(blocks, "heading") == ["Members"]


def test_a_bold_line_of_the_texts_own_size_is_a_heading_below_the_larger_ones() -> None:
    def page(made: Paper) -> None:
        prose(made)
        made.write_text("How to join", 11, "B")
        made.write_text(PROSE)

    [heading] = [block for block in read("a.pdf", paper(page)).blocks if block.kind == "heading"]

    assert (heading.text, heading.level) == ("How to join", 2)


def test_running_heads_and_page_numbers_are_cut() -> None:
    reading = read("a.pdf", paper(prose, prose, prose))

    assert "Fenland Quarterly" not in " ".join(block.text for block in reading.blocks)
    assert [block.text for block in reading.cut if block.page == 2] == ["Fenland Quarterly", "Page 2 of 3"]


def test_a_line_that_stands_on_one_page_only_is_kept_though_it_stands_at_the_edge() -> None:
    def page(made: Paper) -> None:
        made.set_y(20)
        made.write_text("Printed in the granary.")
        prose(made)

    assert "Printed in the granary." in texts(read("a.pdf", paper(page, prose)).blocks, "paragraph")


def test_bullets_and_numbers_are_items() -> None:
    def page(made: Paper) -> None:
        prose(made)
        for line in ("- flour", "- bread", "1. ask a member", "2. write to the office"):
            made.write_text(line)

    items = texts(read("a.pdf", paper(page)).blocks, "item")

    assert items == ["flour", "bread", "1. ask a member", "2. write to the office"]


def test_a_lists_number_that_stands_apart_does_not_run_into_a_number_in_the_text() -> None:
    def page(made: Paper) -> None:
        prose(made)
        made.set_font("Helvetica", size=11)
        for number, line in (("1", "40 millers"), ("2", "179 bakers")):
            made.cell(5, 7, number)
            made.cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")

    assert texts(read("a.pdf", paper(page)).blocks, "item") == ["1. 40 millers", "2. 179 bakers"]


def test_a_table_has_its_head_and_a_block_for_each_row_also_where_cells_take_several_lines() -> None:
    long = "a society of millers, bakers and farmers that was founded beside the old canal"
    rows = (("Cluster", "Until", "Led by"), ("Windmill", "2031", long), ("Watermill", "2032", "a school"))

    def page(made: Paper) -> None:
        prose(made)
        with made.table(headings_style=FontFace(emphasis="BOLD")) as table:
            for row in rows:
                table.row(row)
        made.ln(4)
        made.write_text(PROSE)

    blocks = read("a.pdf", paper(page)).blocks

    assert texts(blocks, "head") == ["Cluster | Until | Led by"]
    assert texts(blocks, "row") == [f"Windmill | 2031 | {long}", "Watermill | 2032 | a school"]


def test_a_word_cut_at_the_end_of_a_line_is_put_together() -> None:
    def page(made: Paper) -> None:
        made.set_font("Helvetica", size=11)
        lines = (
            "The members of the cluster meet in the gran-",
            "ary every second month, when the canal is frozen.",
        )
        for line in lines:
            made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")

    assert any(
        "in the granary every second month" in block.text for block in read("a.pdf", paper(page)).blocks
    )


def test_a_blank_page_is_nothing_to_warn_of() -> None:
    writer = PdfWriter(clone_from=BytesIO(paper(prose)))
    writer.add_blank_page()

    reading = read("a.pdf", saved(writer))

    assert (reading.warnings, reading.sheets[1].reasons) == ((), ())
    assert (reading.pages, texts(reading.blocks, "title")) == (2, ["Windmills"])


def test_a_file_without_any_text_is_empty() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)

    reading = read("a.pdf", saved(writer))

    assert reading.blocks == ()
    with pytest.raises(EmptyFileError):
        read_document("a.pdf", saved(writer))


def test_a_file_encrypted_with_an_empty_password_is_opened() -> None:
    assert PROSE in texts(read("a.pdf", encrypted("")).blocks, "paragraph")


def test_a_file_that_needs_a_password_is_refused() -> None:
    with pytest.raises(EncryptedFileError, match="password"):
        read("a.pdf", encrypted("granary"))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00" * 500, b"no PDF at all"])
def test_what_is_no_pdf_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedFileError):
        read("a.pdf", content)


def test_a_file_whose_table_of_objects_is_gone_is_read_with_a_warning() -> None:
    content = paper(prose)
    reading = read("a.pdf", content[: content.rindex(b"startxref")])

    assert PROSE in texts(reading.blocks, "paragraph")
    assert reading.warnings == ("the file is damaged; what could be read was kept",)


def test_properties_tell_title_language_and_date() -> None:
    reading = read("a.pdf", with_properties("/Title", "Mills of the Fen"))

    assert (reading.title, reading.language, str(reading.date)) == ("Mills of the Fen", "en", "2031-05-04")


@pytest.mark.parametrize(
    "title", ["Microsoft Word - draft7.docx", "untitled", "Prezentacja programu PowerPoint"]
)
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    assert read("a.pdf", with_properties("/Title", title)).title is None


def test_the_line_that_names_the_source_gives_the_address_though_it_is_broken() -> None:
    address = "https://fenland.example/quarterly/2031/windmills-of-the-lower-fen-and-their-long-history-beside-canals.html"

    def page(made: Paper) -> None:
        prose(made)
        made.write_text(f"Source: {address}", 14)

    assert read("a.pdf", paper(page)).address == address


def test_a_deck_printed_to_pdf_keeps_wrapped_bullets_whole_and_columns_apart() -> None:
    def page(made: Paper) -> None:
        made.write_text("What the mills give", 28, "B")
        made.set_font("Helvetica", size=20)
        for x, column in (
            (15, ("- flour for all", "bakers of the", "country")),
            (110, ("- work for the", "young")),
        ):
            made.set_y(60)
            for line in column:
                made.set_x(x)
                made.cell(80, 10, line, new_y="NEXT")

    blocks = read("a.pdf", paper(page, prose)).blocks

    assert texts(blocks, "item") == ["flour for all bakers of the country", "work for the young"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_printed_sideways_is_read_like_one_that_is_not(angle: int) -> None:
    writer = PdfWriter(clone_from=BytesIO(paper(prose, prose)))
    for page in writer.pages:
        page.rotate(angle)
        page.transfer_rotation_to_content()

    assert read("a.pdf", saved(writer)).blocks == read("a.pdf", paper(prose, prose)).blocks


def test_a_watermark_across_the_page_is_left_out() -> None:
    def page(made: Paper) -> None:
        prose(made)
        with made.rotation(45, 100, 150):
            made.text(80, 150, "DRAFT")

    assert not any("DRAFT" in block.text for block in read("a.pdf", paper(page)).blocks)


PAPER = paper(prose, prose)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_bytes_give_a_reading_or_an_error_of_ours(data: st.DataObject) -> None:
    content = bytearray(PAPER[: data.draw(st.integers(0, len(PAPER)))])
    for at in data.draw(st.lists(st.integers(0, max(0, len(content) - 1)), max_size=20)) if content else []:
        content[at] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        assert isinstance(read("a.pdf", bytes(content)), Reading)


def with_properties(name: str, value: str) -> bytes:
    made = Paper()
    made.set_lang("en-GB")
    made.add_page()
    prose(made)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(bytes(made.output()))))
    writer.metadata = {name: value, "/CreationDate": "D:20310504"}
    return saved(writer)


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(paper(prose)))
    writer.encrypt(password, f"{password} miller", algorithm="AES-256")
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _leaders(*lines: tuple[str, int]) -> Callable[[Paper], None]:
    """Lines with dots that lead to a figure at the right margin, set apart from them."""

    def write(page: Paper) -> None:
        page.set_font("Helvetica", size=11)
        for words, figure in lines:
            page.cell(130, 7, words + " . . . . . . . . . . . . . .")
            page.cell(30, 7, str(figure), align="R", new_x="LMARGIN", new_y="NEXT")

    return write


def test_a_table_of_contents_is_cut_and_a_list_of_prices_is_read() -> None:
    contents = _leaders(("1. Milling", 2), ("2. Baking", 5), ("3. Selling", 9), ("4. Carting", 9))
    prices = _leaders(("Rye flour", 80), ("Oat flakes", 12), ("Bran", 45))

    blocks = read("a.pdf", paper(contents, lambda page: page.write_text(PROSE), prices)).blocks
    text = "\n".join(block.text for block in blocks)

    assert "Baking" not in text
    assert "Selling" not in text
    assert "Rye flour" not in text.split("Windmill")[0]
    assert "45" in text


def test_a_range_of_years_broken_by_a_line_stays_whole() -> None:
    told = "The plan of the old granary beside the canal is made for 2021-"

    assert [told for _, told in blocks(lines(50, 700, (told, "2022 and says what each mill does.")))] == [
        f"{told}2022 and says what each mill does."
    ]


def test_a_heading_wider_than_its_columns_does_not_make_their_lines_short() -> None:
    column = (
        "The millers meet when the canal is",
        "frozen, and talk of flour and of W.",
        "Grinder, who led them once.",
    )
    program = text(50, 760, "The Windmill Cluster of Lower Fenland", size=24) + lines(50, 700, column)

    assert blocks(program)[1] == ("paragraph", " ".join(column))


def test_the_lines_of_a_card_stay_apart() -> None:
    card = (
        "Fenland Windmill Cluster",
        "ul. Mill Lane 7, 12-345 Fenland upon the Water",
        "tel. 18 555 01 02",
        "mill@fen.example",
    )

    assert [told for _, told in blocks(lines(50, 700, card))] == list(card)


def test_the_date_at_the_other_margin_of_a_letter_stands_apart() -> None:
    program = (
        text(50, 760, "Fenland Windmill Cluster")
        + text(400, 760, "Fenland, 8 March 2031")
        + text(50, 748, "7 Mill Lane")
    )

    assert [told for _, told in blocks(program)] == [
        "Fenland Windmill Cluster",
        "Fenland, 8 March 2031",
        "7 Mill Lane",
    ]


def test_a_figure_stays_with_its_label_however_far_it_stands() -> None:
    assert blocks(text(50, 700, "Together") + text(500, 700, "1,200")) == [("paragraph", "Together 1,200")]


def test_sentences_set_as_large_as_headings_are_no_heading() -> None:
    told = "The mills are open on Sundays. Come and see how flour is made."
    program = text(50, 760, told, size=14) + lines(
        50, 700, ("The millers of the fen grind", "wheat and rye in winter.")
    )

    assert blocks(program)[0] == ("paragraph", told)


def test_numbers_under_a_head_of_their_own_are_cells_without_rules_too() -> None:
    rows = (
        ("No.", "Mill", "Since"),
        ("1.", "Old Fen", "2019"),
        ("2.", "Wold", "2021"),
        ("3.", "Carr", "2023"),
    )
    program = "".join(
        text(x, 700 - 20 * at, cell)
        for at, row in enumerate(rows)
        for x, cell in zip((50, 80, 300), row, strict=True)
    )

    assert [told for _, told in blocks(program)] == [" | ".join(row) for row in rows]
