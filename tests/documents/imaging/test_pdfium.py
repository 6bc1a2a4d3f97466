"""Pictures of pages, and where words stand on them as they are shown."""

from io import BytesIO

import pytest
from fpdf import FPDF
from PIL import Image, ImageOps, ImageStat

from documents.imaging.errors import NoPageError, UndrawableError
from documents.imaging.pdfium import MOST_PIXELS, Sheaf
from documents.imaging.placing import Quote, boxes
from documents.model import Box
from tests.documents.imaging.printed import LINES, plain, printed, turned


def _inked(content: bytes, box: Box) -> float:
    """The share of a page's ink that stands in a box, with a pixel's room."""
    picture = ImageOps.invert(Image.open(BytesIO(Sheaf(content).picture(1, 960))).convert("L"))
    across, down = picture.size
    left, top = int(box.left * across) - 1, int(box.top * down) - 1
    edges = (left, top, int(box.right * across) + 2, int(box.bottom * down) + 2)
    whole, part = (ImageStat.Stat(each).sum[0] for each in (picture, picture.crop(edges)))
    return part / whole


def test_a_page_is_drawn_as_wide_as_it_is_wanted() -> None:
    picture = Image.open(BytesIO(Sheaf(printed(plain)).picture(1, 480)))

    assert (picture.format, picture.width) == ("PNG", 480)
    assert picture.height == pytest.approx(480 * 842 / 595, abs=1)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 500, 595, 800)])
def test_a_box_holds_all_the_ink_of_what_it_is_of(
    angle: int, crop: tuple[float, float, float, float] | None
) -> None:
    content = turned(printed(lambda page: page.text(120, 200, LINES[0][:28])), angle, crop)
    (box,) = boxes(Sheaf(content).words(1), Quote(LINES[0][:28]))

    assert _inked(content, box) > 0.98
    assert (box.right - box.left) * (box.bottom - box.top) < 0.05


def test_each_line_of_a_sentence_has_its_own_box() -> None:
    words = Sheaf(printed(plain)).words(1)
    found = boxes(words, Quote(" ".join(LINES[1:])))

    assert [round(box.top * 842) // 20 for box in found] == [5, 6]


def test_a_page_that_is_not_there_is_named() -> None:
    sheaf = Sheaf(printed(plain, 2))

    for page in (0, 3, -1):
        with pytest.raises(NoPageError, match=f"no page {page}; the PDF has 2"):
            sheaf.picture(page, 480)
        with pytest.raises(NoPageError):
            sheaf.words(page)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%%EOF", b"no PDF at all"])
def test_what_is_no_pdf_cannot_be_drawn(content: bytes) -> None:
    with pytest.raises(UndrawableError):
        Sheaf(content)


def test_a_page_like_a_ribbon_is_drawn_small() -> None:
    ribbon = FPDF(unit="pt", format=(20, 14_000))
    ribbon.add_page()
    picture = Image.open(BytesIO(Sheaf(bytes(ribbon.output())).picture(1, 1440)))

    assert picture.width * picture.height <= 1.01 * MOST_PIXELS


def test_pages_tell_their_size_as_they_are_shown() -> None:
    ((width, height),) = Sheaf(turned(printed(plain), 90)).sizes()

    assert (round(width), round(height)) == (842, 595)
