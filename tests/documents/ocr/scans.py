"""Pages that are printed and scanned here, for the tests of OCR."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import font_lato
import pypdfium2
import pytest
from fpdf import FPDF
from PIL import Image

from documents.ocr.tesseract import find_tesseract

_FILES = Path(font_lato.__file__).parent / "files"
_FOUND = find_tesseract()

needs_tesseract = pytest.mark.skipif(
    _FOUND is None or "pol" not in _FOUND.languages,
    reason="no Tesseract with Polish: apt install tesseract-ocr tesseract-ocr-pol",
)


class Print(FPDF):
    """A page in letters that Polish can be written in."""

    def __init__(self) -> None:
        super().__init__()
        for style, name in (("", "Regular"), ("B", "Bold")):
            self.add_font("Lato", style, _FILES / f"Lato-{name}.ttf")
        self.set_font("Lato", size=11)
        self.add_page()

    def write_text(self, text: str, size: int = 11, style: str = "") -> None:
        self.set_font("Lato", style, size)
        self.multi_cell(0, size * 0.55, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)


def scanned(write: Callable[[Print], None], dpi: int = 200) -> Image.Image:
    """The picture of a page."""
    paper = Print()
    write(paper)
    page = pypdfium2.PdfDocument(bytes(paper.output()))[0]
    return page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")  # type: ignore[no-any-return]


def bound(pictures: Iterable[Image.Image | None], *, foot: str = "") -> bytes:
    """A PDF of the pictures, each filling its page; None for a blank one. `foot` is text under the last."""
    paper = FPDF()
    paper.set_auto_page_break(False)
    for picture in pictures:
        wide = bool(picture and picture.width > picture.height)
        paper.add_page("landscape" if wide else "portrait")
        if picture:
            paper.image(picture, 0, 0, paper.w, paper.h)
    if foot:
        paper.set_font("Helvetica", size=8)
        paper.text(10, paper.h - 7, foot)
    return bytes(paper.output())


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """A picture file of that kind."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
