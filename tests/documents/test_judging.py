"""Every page has its verdict; rubbish is kept beside, never among the text."""

import string
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import IllegibleFileError
from documents.judging import judged
from documents.model import Block, Reading, Reason, Repair, Sheet, Span
from documents.read import read_document

_TEXT = (
    "Klaster powstał z inicjatywy czternastu odlewni i dwóch uczelni technicznych. Jego członkowie wspólnie "
    "kupują surowce i szkolą pracowników."
)
_SMALL = string.ascii_letters
_SHIFTED = _TEXT.translate(str.maketrans(_SMALL, _SMALL[1:] + _SMALL[:1]))
_CIPHER = "(cid:12)(cid:7)(cid:33)(cid:2)(cid:14)(cid:7)(cid:5)(cid:9)"


def _sheets(*blocks: Block, pages: int = 1, sheets: tuple[Sheet, ...] = ()) -> tuple[Sheet, ...]:
    return judged(Reading(blocks, pages=pages, sheets=sheets)).sheets


def test_a_page_as_it_should_be_is_clean() -> None:
    reading = judged(Reading((Block(_TEXT, page=1),)))

    assert reading.sheets == (Sheet(1, words=18),)
    assert reading.blocks == (Block(_TEXT, page=1),)


def test_a_page_of_rubbish_is_taken_out_and_kept_beside() -> None:
    reading = judged(Reading((Block(_TEXT, page=1), Block(_SHIFTED, page=2)), pages=2))

    assert [block.page for block in reading.blocks] == [1]
    assert reading.sheets[1] == Sheet(2, rejected=_SHIFTED, verdict="empty", reasons=("unreadable",))


def test_rubbish_among_text_goes_and_leaves_the_page_doubtful() -> None:
    reading = judged(Reading((Block("O nas"), Block(_CIPHER), Block(_TEXT))))

    assert [block.text for block in reading.blocks] == ["O nas", _TEXT]
    assert reading.sheets[0].rejected == _CIPHER
    assert (reading.sheets[0].verdict, reading.sheets[0].reasons) == ("doubtful", ("unreadable",))


def test_many_lines_each_too_short_to_tell_are_told_together() -> None:
    lines = [Block(word) for word in _SHIFTED.split()]

    assert judged(Reading(tuple(lines))).blocks == ()


def test_a_word_that_cannot_be_read_leaves_the_page_doubtful() -> None:
    (sheet,) = _sheets(Block(_TEXT + " Zakład \ue012\ue014x przyjmuje zamówienia."))

    assert (sheet.verdict, sheet.unsure, sheet.rejected) == ("doubtful", 1, "")


def test_a_title_that_is_rubbish_is_none() -> None:
    assert judged(Reading((Block(_TEXT),), title=_CIPHER)).title is None
    assert judged(Reading((Block(_TEXT),), title="Raport")).title == "Raport"


def test_pages_without_text_are_empty_and_say_what_is_known_of_them() -> None:
    told = (Sheet(2, ink=0.8, reasons=("no_ocr",)), Sheet(3, ink=0.0))

    sheets = _sheets(Block(_TEXT, page=1), pages=3, sheets=told)

    assert [sheet.verdict for sheet in sheets] == ["clean", "empty", "empty"]
    assert [sheet.reasons for sheet in sheets] == [(), ("no_ocr", "no_text"), ("blank",)]


def test_a_page_left_blank_is_no_scan() -> None:
    (sheet,) = _sheets(sheets=(Sheet(1, ink=0.0, reasons=("no_text",)),))

    assert (sheet.verdict, sheet.reasons) == ("empty", ("blank",))


@given(
    st.sampled_from([None, 0.0, 0.1, 1.0]),
    st.sets(st.sampled_from(get_args(Reason))),
    st.booleans(),
    st.booleans(),
)
def test_no_page_is_empty_without_a_reason(
    ink: float | None, told: set[Reason], hidden: bool, cut: bool
) -> None:
    given_sheet = Sheet(1, ink=ink, reasons=(*told, *(("hidden",) if hidden else ())))
    reading = Reading((), sheets=(given_sheet,), cut=(Block("3", page=1),) if cut else ())

    (sheet,) = judged(reading).sheets

    assert sheet.verdict == "empty" or "carried_on" in told
    assert set(sheet.reasons) - {"hidden"}


def test_what_was_all_cut_and_what_ends_a_paragraph_before_are_told_apart_from_blank_pages() -> None:
    told = (Sheet(2, reasons=("carried_on",)), Sheet(4, ink=0.01))
    cut = (Block("Kwartalnik", page=3), Block("Kwartalnik", page=1))

    sheets = judged(Reading((Block(_TEXT, page=1),), pages=5, sheets=told, cut=cut)).sheets

    assert [sheet.reasons for sheet in sheets] == [
        (),
        ("carried_on",),
        ("all_cut",),
        ("no_text",),
        ("blank",),
    ]
    assert [sheet.verdict for sheet in sheets] == ["clean", "clean", "empty", "empty", "empty"]


def test_signs_that_are_lost_in_a_drawing_do_not_take_the_text_with_them() -> None:
    reading = judged(Reading((Block("\ufffd \ufffd \ufffd"), Block("\ufffd\ufffd | \ufffd"), Block(_TEXT))))

    assert [block.text for block in reading.blocks] == [_TEXT]
    assert reading.sheets[0].verdict == "doubtful"


def test_a_picture_with_hardly_a_word_is_doubtful() -> None:
    (sheet,) = _sheets(Block("Rys. 3", page=1), sheets=(Sheet(1, ink=0.7),))

    assert (sheet.verdict, sheet.reasons) == ("doubtful", ("no_text",))


@pytest.mark.parametrize("ink", [None, 0.05])
def test_a_short_page_on_white_paper_is_clean(ink: float | None) -> None:
    (sheet,) = _sheets(Block("Rys. 3", page=1), sheets=(Sheet(1, ink=ink),))

    assert sheet.verdict == "clean"


def test_a_page_read_by_ocr_says_so_unless_it_is_in_doubt() -> None:
    sure, unsure = Sheet(1, method="ocr", ink=0.9), Sheet(2, method="ocr", reasons=("ocr_unsure",))

    sheets = _sheets(Block(_TEXT, page=1), Block(_TEXT, page=2), pages=2, sheets=(sure, unsure))

    assert [sheet.verdict for sheet in sheets] == ["ocr", "doubtful"]


def test_words_that_were_put_right_are_counted_whole() -> None:
    repairs = (Repair(Span(0, 3), "Kl@"), Repair(Span(3, 7), "ster"), Repair(Span(8, 15), "p", ("a", "b")))

    (sheet,) = _sheets(Block("Klaster powstał w Gdyni", repairs=repairs))

    assert (sheet.words, sheet.repaired, sheet.unsure, sheet.verdict) == (4, 1, 1, "doubtful")


def test_a_hidden_slide_is_no_worse_for_that() -> None:
    (sheet,) = _sheets(Block(_TEXT, page=1), sheets=(Sheet(1, reasons=("hidden",)),))

    assert (sheet.verdict, sheet.reasons) == ("clean", ("hidden",))


def test_a_file_of_nothing_but_rubbish_is_refused_with_its_reason() -> None:
    with pytest.raises(IllegibleFileError, match="stands for no words"):
        read_document("raport.txt", _SHIFTED.encode())
