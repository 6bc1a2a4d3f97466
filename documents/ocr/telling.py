"""What people are told of pages that OCR was to read."""

from collections.abc import Iterator, Sequence

from documents.model import Reason, Sheet
from documents.ocr.tesseract import INSTALL
from documents.page_numbers import page_numbers

_TOLD: dict[Reason, str] = {
    "no_ocr": f"no text to be read without OCR; {INSTALL}, then run klastrownik rebuild --read",
    "ocr_failed": "a picture in which OCR found no text",
    "ocr_unsure": "read by OCR, which is not sure of it",
    "broken": "cannot be read",
    "no_time": "not read, for the time was over",
}


def page_warnings(sheets: Sequence[Sheet], unit: str = "page") -> Iterator[str]:
    """A warning for each reason why pages are not read as they are, with their numbers."""
    for reason, told in _TOLD.items():
        numbers = [sheet.number for sheet in sheets if reason in sheet.reasons]
        if numbers:
            yield f"{page_numbers(numbers, unit)}: {told}"
