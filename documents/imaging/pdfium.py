"""PDFium, by way of pypdfium2: pictures of pages, and their words with where they stand.

Not safe to use from several threads, nor on strangers' files in a process that matters: `Darkroom` runs it in
one of its own.
"""

import ctypes
import io
from collections.abc import Callable, Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from documents.imaging.errors import NoPageError, UndrawableError
from documents.imaging.words import Word, words_of
from documents.model import Box

# 6 bytes a pixel while it is drawn and written down: 60 MB.
MOST_PIXELS = 10_000_000
# Of a page with more letters only these can be found.
MOST_LETTERS = 60_000
MOST_PAGES = 20_000
# Page coordinates become whole numbers of these steps, to be divided into shares.
_STEPS = 1_000_000
_BLANKS = frozenset({0x00, 0x09, 0x0A, 0x0D, 0x20, 0xA0})
# Fonts tell how high their lines are; some tell nonsense.
_MOST_LOOSE = 5


class Sheaf:
    """The pages of one PDF. Raises: UndrawableError, in every method too; NoPageError."""

    def __init__(self, content: bytes) -> None:
        try:
            self._pdf = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as fault:
            raise UndrawableError(f"The PDF cannot be opened to be drawn: {fault}.") from fault

    def close(self) -> None:
        self._pdf.close()

    def sizes(self) -> list[tuple[float, float]]:
        """Each page's width and height as it is shown, in points; 0 by 0 where a page tells none."""
        return [self._size(number) for number in range(min(len(self._pdf), MOST_PAGES))]

    def picture(self, page: int, width: int) -> bytes:
        """Page `page`, from 1, as a PNG of that width in pixels, or narrower where it is very long."""
        across, up = self._size(self._known(page))
        if not (across > 0 and up > 0):
            raise UndrawableError(f"Page {page} has no size.")
        # A page like a ribbon would be millions of lines long.
        # PDFium draws the broken part of a pixel too.
        scale = min((width - 0.01) / across, (MOST_PIXELS / (across * up)) ** 0.5)
        if across * scale < 1 or up * scale < 1:
            raise UndrawableError(f"Page {page} is too long and thin to be drawn.")
        file = io.BytesIO()
        try:
            bitmap = self._page(page).render(scale=scale)
            bitmap.to_pil().save(file, "PNG")
        except (pdfium.PdfiumError, MemoryError, ValueError, OSError) as fault:
            raise UndrawableError(f"Page {page} cannot be drawn.") from fault
        return file.getvalue()

    def words(self, page: int) -> list[Word]:
        """The words of a page in the file's order, with where each stands."""
        sheet = self._page(page)
        try:
            letters = sheet.get_textpage()
        except pdfium.PdfiumError as fault:
            raise UndrawableError(f"The words of page {page} cannot be read.") from fault
        return [word for run in _runs(letters, _placing(sheet)) for word in run]

    def _known(self, page: int) -> int:
        if not 1 <= page <= len(self._pdf):
            raise NoPageError(f"There is no page {page}; the PDF has {len(self._pdf)}.")
        return page - 1

    def _size(self, index: int) -> tuple[float, float]:
        try:
            width, height = self._pdf.get_page_size(index)
        except pdfium.PdfiumError:
            return 0.0, 0.0
        return float(width), float(height)

    def _page(self, page: int) -> pdfium.PdfPage:
        try:
            return self._pdf[self._known(page)]
        except pdfium.PdfiumError as fault:
            raise UndrawableError(f"Page {page} cannot be read.") from fault


_Place = Callable[[float, float], tuple[float, float]]


def _placing(page: pdfium.PdfPage) -> _Place:
    """Where a point of the page's own coordinates is shown: turned as the page is, within its crop box."""
    x, y = ctypes.c_int(), ctypes.c_int()

    def place(left: float, bottom: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, _STEPS, _STEPS, 0, left, bottom, x, y)
        return x.value / _STEPS, y.value / _STEPS

    return place


def _runs(letters: pdfium.PdfTextPage, place: _Place) -> Iterator[list[Word]]:
    """What stands between two blanks, each time as a list of words."""
    text, at = "", 0
    for at in range(min(letters.count_chars(), MOST_LETTERS)):
        sign = raw.FPDFText_GetUnicode(letters, at)
        if sign in _BLANKS:
            if text:
                yield _run(letters, text, at - len(text), place)
            text = ""
        else:
            # Half of a sign of two (UTF-16), or none at all, is a letter that is not known.
            text += "\ufffd" if 0xD800 <= sign < 0xE000 or sign > 0x10FFFF else chr(sign)
    if text:
        yield _run(letters, text, at + 1 - len(text), place)


def _run(letters: pdfium.PdfTextPage, text: str, start: int, place: _Place) -> list[Word]:
    """A run's words, as high as their font, unless that tells nonsense; then as high as they are drawn."""
    loose = [_loose(letters, start + at, place) for at in range(len(text))]
    tight = [_tight(letters, start + at, place) for at in range(len(text))]
    sane = _height(loose) <= _MOST_LOOSE * _height(tight) and all(b.right > b.left for b in loose)
    return words_of(text, loose if sane and _height(loose) > 0 else tight)


def _height(boxes: Sequence[Box]) -> float:
    return max(box.bottom - box.top for box in boxes)


def _loose(letters: pdfium.PdfTextPage, at: int, place: _Place) -> Box:
    found = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(letters, at, found)
    return _shown(place(found.left, found.bottom), place(found.right, found.top))


def _tight(letters: pdfium.PdfTextPage, at: int, place: _Place) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(letters, at, left, right, bottom, top)
    return _shown(place(left.value, bottom.value), place(right.value, top.value))


def _shown(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
