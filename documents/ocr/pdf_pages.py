"""Pages of a PDF, drawn by PDFium and read by OCR where their text does not do."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import pypdfium2 as pdfium

from documents.limits import limits
from documents.model import Reason, Sheet
from documents.ocr.choosing import Want, is_better, wanted
from documents.ocr.picture import DPI, Picture, fitting_scale
from documents.ocr.recognition import recognised
from documents.ocr.scan import Scan
from documents.ocr.sizes import Sizes
from documents.ocr.tesseract import OcrError, Tesseract, find_tesseract
from documents.typeset import Piece

_POINTS = 72.0


class PdfPages:
    """The pages of one PDF. Nothing is opened or looked for until the first is wanted."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._sizes = Sizes()

    def instead(self, sheet: Sheet, pieces: Sequence[Piece], area: float) -> tuple[Sheet, Scan | None]:
        """What OCR read of a page, whose area is in square points, where that is the better.

        With it, or without, what there is to tell of the page.
        """
        want = wanted(pieces, sheet.ink or 0.0, area)
        if want is None:
            return sheet, None
        if self._tesseract is None:
            return _unread(sheet, want, "no_ocr"), None
        try:
            scan = recognised(self._tesseract, self._picture(sheet.number))
        except OcrError as fault:
            return _unread(sheet, want, "no_time" if fault.late else "ocr_failed"), None
        if not is_better(scan, pieces, want):
            return _unread(sheet, want, "ocr_failed"), None
        text = " ".join(" ".join(piece.text for piece in pieces).split())
        settled = replace(scan, pieces=self._sizes.settled(scan.pieces))
        return scan.sheet(sheet.number, ink=sheet.ink, rejected=text), settled

    @cached_property
    def _tesseract(self) -> Tesseract | None:
        return find_tesseract() if limits().ocr == "auto" else None

    @cached_property
    def _pdf(self) -> pdfium.PdfDocument:
        return pdfium.PdfDocument(self._content)

    def _picture(self, number: int) -> Picture:
        try:
            page = self._pdf[number - 1]
            scale = fitting_scale(page.get_size(), DPI / _POINTS)
            if not scale:
                raise ValueError(scale)
            image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            page.close()
        except (pdfium.PdfiumError, ValueError, IndexError, MemoryError, OSError) as fault:
            raise OcrError(str(fault)) from fault
        return Picture(image, scale * _POINTS)


def _unread(sheet: Sheet, want: Want, reason: Reason) -> Sheet:
    """The sheet of a page that OCR did not read; of one that has text all the same, as it was."""
    return replace(sheet, reasons=(*sheet.reasons, reason)) if want in {"none", "rubbish"} else sheet
