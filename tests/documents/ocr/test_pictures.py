"""Slides that are pictures of text."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Inches

from documents.errors import EmptyFileError
from documents.limits import Limits, within
from documents.read import read_document
from documents.readers.pptx import read
from tests.documents.ocr.scans import Print, encoded, needs_tesseract, scanned

BLANK, TITLED = 6, 5


def mill(page: Print) -> None:
    page.write_text("How a mill grinds", 24, "B")
    page.write_text("Two stones lie one on the other, and the upper one is turned by the wind.", 18)


def deck(*titles: str) -> Any:
    """A deck with a slide for each title, empty for none, filled by the same picture on each."""
    made = Presentation()
    picture = encoded(scanned(mill, 100).crop((0, 0, 820, 400)), "PNG")
    for title in titles:
        slide = made.slides.add_slide(made.slide_layouts[TITLED if title else BLANK])
        if title:
            slide.shapes.title.text = title
        slide.shapes.add_picture(BytesIO(picture), Inches(1), Inches(2), Inches(8), Inches(4))
        slide.notes_slide.notes_text_frame.text = "Said aloud"
    return made


def saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


@needs_tesseract
def test_a_slide_with_a_picture_of_text_says_what_stands_on_it_before_its_notes_and_once() -> None:
    with within(Limits(ocr="auto")):
        reading = read("a.pptx", saved(deck("Mills", "")))

    texts = [block.text for block in reading.blocks if block.page == 1]
    assert (texts[0], texts[1], texts[-1]) == ("Mills", "How a mill grinds", "Said aloud")
    assert "the upper one is turned by the wind" in texts[2]
    assert [sheet.method for sheet in reading.sheets] == ["ocr", "text"]
    # It fills the slide from a tenth of the width on, and from a quarter of the height.
    assert all(0.1 <= box.left < box.right <= 0.9 and box.top > 0.26 for _, box in reading.sheets[0].boxes)


@needs_tesseract
def test_a_word_document_of_scanned_pages_is_read() -> None:
    made = Document()
    made.add_picture(BytesIO(encoded(scanned(mill, 100), "JPEG")), Inches(6))
    with within(Limits(ocr="auto")):
        document = read_document("a.docx", saved(made))

    assert (document.sheets[0].method, document.sheets[0].boxes) == ("ocr", ())
    assert "the upper one is turned by the wind" in document.text


def test_without_ocr_slides_that_are_pictures_are_named() -> None:
    reading = read("a.pptx", saved(deck("", "Mills")))

    assert [sheet.reasons for sheet in reading.sheets] == [("no_text", "no_ocr"), ()]
    assert reading.warnings[0].startswith("slide 1: no text to be read without OCR; install Tesseract")


def test_a_deck_of_pictures_is_refused_without_ocr_with_what_to_install() -> None:
    made = deck("")
    made.slides[0].notes_slide.notes_text_frame.text = ""

    with pytest.raises(EmptyFileError, match="install Tesseract"):
        read_document("a.pptx", saved(made))
