"""PDFs made for these tests, and words set on an invented page."""

from collections.abc import Callable, Sequence
from io import BytesIO

from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from documents.imaging.words import Word
from documents.model import Box

LINES = (
    "The Mill Cluster of Lower Fenland was founded in 2003 by forty millers and two schools.",
    "Its office stands in an old granary beside the canal, and its members grind and bake there.",
    "Since 2011 it has been led by the Granary Foundation, which keeps its seventeen windmills.",
)


def printed(write: Callable[[FPDF], None], pages: int = 1) -> bytes:
    """A PDF of A4 pages, each written alike."""
    made = FPDF(unit="pt", format="A4")
    made.set_auto_page_break(False)
    for _ in range(pages):
        made.add_page()
        made.set_font("Helvetica", size=12)
        write(made)
    return bytes(made.output())


def plain(page: FPDF) -> None:
    """The lines from 100 points below the upper edge on, 20 points apart, 72 from the left."""
    for at, line in enumerate(LINES):
        page.text(72, 100 + 20 * at, line)


def turned(content: bytes, angle: int = 0, crop: tuple[float, float, float, float] | None = None) -> bytes:
    """The PDF with its pages turned to the right, and cut to a box (left, bottom, right, top) in points."""
    writer = PdfWriter()
    for page in PdfReader(BytesIO(content)).pages:
        if crop:
            page.cropbox = RectangleObject(crop)
        writer.add_page(page.rotate(angle) if angle else page)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def set_words(lines: Sequence[str], *, top: float = 0.1, left: float = 0.1) -> list[Word]:
    """Words set in lines, each letter a hundredth of the page wide, each line 0.02 high and 0.03 apart."""
    words: list[Word] = []
    for row, line in enumerate(lines):
        at = left
        for text in line.split(" "):
            y = top + 0.03 * row
            words.append(Word(text, Box(at, y, at + 0.01 * len(text), y + 0.02)))
            at += 0.01 * (len(text) + 1)
    return words
