"""What is taken from a page's drawing: what is seen, once, in words."""

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NumberObject

from documents.readers.pdf import read
from tests.documents.printed.written import blocks, font, name, pdf, text

LINE = "The millers of the fen keep forty mills"


def test_letters_placed_one_by_one_are_words() -> None:
    program = "BT /F 10 Tf 50 700 Td [(T)20(h)(e)-300(m)(i)(l)15(l)] TJ (s) Tj ET"

    assert blocks(program) == [("paragraph", "The mills")]


def test_a_gap_between_two_strings_is_a_blank_though_none_is_written() -> None:
    assert blocks(text(50, 700, "millers") + text(86, 700, "grind")) == [("paragraph", "millers grind")]


@pytest.mark.parametrize("hidden", ["3 Tr", "1 g", "1 1 1 rg", "0 0 0 0 k"])
def test_text_that_nobody_sees_is_cut(hidden: str) -> None:
    reading = read("a.pdf", pdf(text(50, 700, LINE) + f"{hidden} " + text(50, 650, "obey")))

    assert [block.text for block in reading.blocks] == [LINE]
    assert [block.text for block in reading.cut] == ["obey"]


def test_white_text_on_a_dark_ground_is_read() -> None:
    program = "0 0 1 rg 40 640 300 30 re f 1 g " + text(50, 650, LINE)

    assert blocks(program) == [("paragraph", LINE)]


def test_text_off_the_page_is_cut() -> None:
    assert blocks(text(50, 700, LINE) + text(50, -200, "out of sight")) == [("paragraph", LINE)]


def test_text_drawn_twice_for_its_shadow_is_read_once() -> None:
    program = (
        text(50, 700, LINE) + text(50.6, 699.5, LINE) + text(50, 650, "Mills") + text(50.3, 650, "Mills")
    )

    assert [told for _, told in blocks(program)] == [LINE, "Mills"]


def test_marks_say_which_text_stands_for_what_is_drawn() -> None:
    program = "/Span << /ActualText (fish) >> BDC " + text(50, 700, "xy") + text(62, 700, "z") + " EMC"

    assert blocks(program) == [("paragraph", "fish")]


def test_a_letter_that_the_font_does_not_tell_leaves_a_sign_that_it_was_there() -> None:
    codes = ArrayObject([NumberObject(97), name("a"), name("g17"), name("c")])
    widths = ArrayObject([NumberObject(500)] * 3)
    told = font(
        "Odd",
        Encoding=DictionaryObject({name("Type"): name("Encoding"), name("Differences"): codes}),
        FirstChar=NumberObject(97),
        LastChar=NumberObject(99),
        Widths=widths,
    )

    assert blocks(text(50, 700, "abc", face="O"), fonts={"O": told}) == [("paragraph", "a\ufffdc")]


def test_text_in_a_font_that_is_missing_leaves_as_many_signs() -> None:
    assert blocks(text(50, 700, "abc", face="X")) == [("paragraph", "\ufffd\ufffd\ufffd")]


def test_ink_is_the_share_of_the_page_that_is_drawn_on() -> None:
    empty, full = read("a.pdf", pdf("", "600 0 0 800 0 0 cm BI /W 1 /H 1 ID x EI")).sheets

    assert (empty.ink, "no_text" in empty.reasons) == (0, False)
    assert (full.ink, "no_text" in full.reasons) == (1, True)


def test_white_text_is_seen_in_a_rounded_box_whose_edge_is_drawn_after_it_was_filled() -> None:
    curve = "40 640 m 200 630 300 630 340 640 c 345 650 345 660 340 670 c 200 680 100 680 40 670 c h "

    assert blocks(f"0 0 1 rg {curve} f {curve} S 1 g " + text(50, 650, LINE)) == [("paragraph", LINE)]
