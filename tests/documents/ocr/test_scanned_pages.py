"""Scans from end to end: what Tesseract reads, and what the same code as for printed pages makes of it."""

import random

import pytest
from PIL import Image

from documents.errors import DamagedFileError, EmptyFileError, OverLimitError
from documents.limits import Limits, within
from documents.model import Reading
from documents.read import read_document
from documents.readers import image, pdf
from tests.documents.ocr.scans import Print, bound, encoded, needs_tesseract, scanned

PROSE = (
    "Klaster Młynarski Dolnych Żuław skupia czterdziestu młynarzy, dwie szkoły i piekarnię. Założyło go "
    "trzech sąsiadów, a prowadzi się go ze spichlerza nad kanałem. Pisz na adres biuro@mlyny.example.pl."
)
ROWS = (("Młyn", "Do kiedy", "Siedziba"), ("Wiatrak", "2031", "Gdańsk"), ("Żarna", "2030", "Słupsk"))
WITH_OCR = Limits(ocr="auto")


def letter(page: Print) -> None:
    page.write_text("Młyny i wiatraki", 20, "B")
    page.write_text(PROSE)
    page.write_text("• mąka żytnia")
    with page.table() as table:
        for row in ROWS:
            table.row(row)


def note(page: Print) -> None:
    page.write_text("The mills are open to visitors on every second Sunday of the month.")
    page.write_text("Nobody has to book beforehand, and children are welcome as well.")


def slide(page: Print) -> None:
    page.write_text("How a mill grinds", 24, "B")
    page.write_text("Two stones lie one on the other, and the upper one is turned by the wind.", 18)


def photo() -> Image.Image:
    """Grain and shades, and nothing that is text."""
    dice = random.Random(7)
    small = Image.new("L", (40, 56))
    for x in range(small.width):
        for y in range(small.height):
            small.putpixel((x, y), dice.randrange(60, 190))
    return small.resize((600, 840), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def scan() -> Reading:
    """A letter, a note sideways and askew, a blank page, a photo, and a picture with a foot of text."""
    askew = scanned(note).rotate(1.5, Image.Resampling.BICUBIC, fillcolor=255)
    sideways = askew.transpose(Image.Transpose.ROTATE_90)
    pages = (scanned(letter), sideways, None, photo(), scanned(slide, 150))
    with within(WITH_OCR):
        return pdf.read("scan.pdf", bound(pages, foot="Fenland"))


def on_page(reading: Reading, number: int) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in reading.blocks if block.page == number]


@needs_tesseract
def test_a_scanned_letter_has_its_heading_paragraph_item_and_table(scan: Reading) -> None:
    assert on_page(scan, 1) == [
        ("heading", "Młyny i wiatraki"),
        ("paragraph", PROSE),
        ("item", "mąka żytnia"),
        ("head", "Młyn | Do kiedy | Siedziba"),
        ("row", "Wiatrak | 2031 | Gdańsk"),
        ("row", "Żarna | 2030 | Słupsk"),
    ]


@needs_tesseract
def test_a_page_scanned_sideways_and_askew_is_read(scan: Reading) -> None:
    assert "open to visitors on every second Sunday" in " ".join(text for _, text in on_page(scan, 2))


@needs_tesseract
def test_blank_pages_and_photos_give_no_text_and_only_photos_are_told_of(scan: Reading) -> None:
    assert (on_page(scan, 3), on_page(scan, 4)) == ([], [])
    assert [scan.sheets[at].reasons for at in (2, 3)] == [(), ("no_text", "ocr_failed")]
    assert scan.warnings == ("page 4: a picture in which OCR found no text",)


@needs_tesseract
def test_a_page_that_is_a_picture_with_a_foot_of_text_is_read_by_ocr(scan: Reading) -> None:
    assert scan.sheets[4].method == "ocr"
    assert scan.sheets[4].rejected == "Fenland"
    assert "the upper one is turned by the wind" in " ".join(text for _, text in on_page(scan, 5))


@needs_tesseract
def test_each_word_has_its_box_in_the_order_of_reading(scan: Reading) -> None:
    words, boxes = zip(*scan.sheets[0].boxes, strict=True)

    assert words[:5] == ("Młyny", "i", "wiatraki", "Klaster", "Młynarski")
    assert all(0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1 for box in boxes)
    assert boxes[0].left == pytest.approx(0.054, abs=0.01)
    assert boxes[0].top == pytest.approx(0.043, abs=0.02)


@needs_tesseract
def test_words_of_a_page_that_lies_on_its_side_have_their_boxes_as_it_is_shown(scan: Reading) -> None:
    box = next(box for word, box in scan.sheets[1].boxes if word == "visitors")

    # Its lines run upwards along the left edge.
    assert box.right < 0.15
    assert box.bottom - box.top > box.right - box.left


def test_a_page_without_text_is_named_and_the_others_are_read() -> None:
    reading = pdf.read("scan.pdf", bound((photo(), None), foot="The mills of Fenland are open on Sundays."))

    assert [sheet.reasons for sheet in reading.sheets] == [("no_text", "no_ocr"), ()]
    assert reading.warnings[0].startswith("page 1: no text to be read without OCR; install Tesseract")
    assert on_page(reading, 2) == [("paragraph", "The mills of Fenland are open on Sundays.")]


def test_a_file_of_scans_is_refused_without_ocr_with_what_to_install() -> None:
    with pytest.raises(EmptyFileError, match=r"install Tesseract .*tesseract-ocr-pol"):
        read_document("scan.pdf", bound((photo(),)))


def test_a_picture_is_refused_without_ocr_with_what_to_install() -> None:
    with pytest.raises(EmptyFileError, match=r"install Tesseract .*tesseract-ocr-pol"):
        read_document("scan.png", encoded(photo(), "PNG"))


def test_where_tesseract_is_not_installed_it_is_as_if_ocr_were_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with within(WITH_OCR):
        reading = pdf.read("scan.pdf", bound((photo(),)))

    assert reading.sheets[0].reasons == ("no_text", "no_ocr")


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_a_document_of_one_page(kind: str) -> None:
    with within(WITH_OCR):
        document = read_document("letter", encoded(scanned(note), kind))

    assert (document.format, document.pages, document.sheets[0].verdict) == ("image", 1, "ocr")
    assert "every second Sunday of the month. Nobody has" in document.text.replace("\n\n", " ")


@needs_tesseract
def test_each_picture_of_a_tiff_is_a_page() -> None:
    pages = encoded(scanned(note), "TIFF", save_all=True, append_images=[photo()], compression="tiff_lzw")
    with within(WITH_OCR):
        reading = image.read("letter.tiff", pages)

    assert reading.pages == 2
    assert [sheet.reasons for sheet in reading.sheets] == [(), ("no_text", "ocr_failed")]


@needs_tesseract
def test_a_picture_that_is_cut_short_is_damaged() -> None:
    content = encoded(scanned(note), "PNG")
    with within(WITH_OCR), pytest.raises(DamagedFileError, match="picture is damaged"):
        image.read("letter.png", content[: len(content) // 2])


@needs_tesseract
def test_a_picture_of_very_many_pixels_is_refused_before_it_is_unpacked() -> None:
    bomb = encoded(Image.new("1", (20_000, 20_000)), "PNG")
    with within(WITH_OCR), pytest.raises(OverLimitError, match="100 million pixels"):
        image.read("bomb.png", bomb)
