"""One picture read by OCR, and read once more where it lies askew or is grainy."""

from collections.abc import Callable
from math import atan, degrees

from documents.limits import begin_ocr, remaining
from documents.ocr.hocr import Frame, Line, lines_of
from documents.ocr.keeping import kept
from documents.ocr.levelling import askew
from documents.ocr.picture import Picture
from documents.ocr.scan import Scan, scan_of
from documents.ocr.tesseract import OcrError, Tesseract

# A page takes two to four seconds; a picture of grain and nothing else takes for ever.
_PAGE_S = 40.0
# From half a degree on Tesseract confuses letters and columns; what slopes more than 20 degrees is no page.
_ASKEW, _NO_PAGE = 0.008, 0.36


def recognised(tesseract: Tesseract, picture: Picture) -> Scan:
    """What stands on a picture; nothing where no word is read. Raises: OcrError, late where time is over."""
    begin_ocr()
    picture = picture.scaled()
    scan = _read(tesseract, picture)
    if scan.is_sure:
        return scan
    again = _read(tesseract, picture.cleared())
    return again if again.weight > scan.weight else scan


def _read(tesseract: Tesseract, picture: Picture) -> Scan:
    # It finds nothing at all on some pages that lie askew, which it takes for drawings.
    lines = _lines(tesseract, picture) or _lines(tesseract, picture, scattered=True)
    scan = _scan(lines, picture, lambda frame: frame)
    slope = askew(kept(lines), picture.image.size)
    if not _ASKEW < abs(slope) < _NO_PAGE:
        return scan
    angle = degrees(atan(slope))
    straight = picture.rotated(angle)
    again = _scan(_lines(tesseract, straight), straight, lambda frame: picture.back(frame, angle))
    return again if again.weight > scan.weight else scan


def _scan(lines: tuple[Line, ...], picture: Picture, shown: Callable[[Frame], Frame]) -> Scan:
    return scan_of(lines, picture.image.size, picture.dpi, shown=shown)


def _lines(tesseract: Tesseract, picture: Picture, *, scattered: bool = False) -> tuple[Line, ...]:
    seconds = min(_PAGE_S, remaining())
    if seconds <= 0:
        raise OcrError(late=True)
    hocr = tesseract.read(picture.pgm(), dpi=round(picture.dpi), timeout_s=seconds, scattered=scattered)
    return lines_of(hocr)
