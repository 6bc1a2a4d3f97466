"""Pictures as files: pages that were scanned or photographed, read by OCR."""

from collections.abc import Iterator

from PIL import Image

from documents.errors import DamagedFileError, EmptyFileError, OverLimitError
from documents.limits import check_pages, limits, remaining
from documents.model import Reading, Sheet
from documents.ocr.opening import FAULTS, TooLargeError, opened, picture_of
from documents.ocr.recognition import recognised
from documents.ocr.scan import Scan
from documents.ocr.sizes import Sizes
from documents.ocr.telling import page_warnings
from documents.ocr.tesseract import INSTALL, OcrError, Tesseract, find_tesseract
from documents.print_blocks import face
from documents.printed.layout import read_lines
from documents.printed.over_pages import Leaf, blocks, carried
from documents.progress import each


def read(file: str, content: bytes) -> Reading:
    """The reading of a picture, each of its pages by OCR.

    Raises: EmptyFileError where OCR is not there; DamagedFileError; OverLimitError.
    """
    tesseract = find_tesseract() if limits().ocr == "auto" else None
    if tesseract is None:
        raise EmptyFileError(file, f"A picture is read by OCR only: {INSTALL}, and add it again.")
    try:
        with opened(content) as image:
            check_pages(file, getattr(image, "n_frames", 1))
            read = list(_scans(image, tesseract))
    except TooLargeError as fault:
        raise OverLimitError(file, "The picture has over 100 million pixels; save it smaller.") from fault
    except FAULTS as fault:
        raise DamagedFileError(file, "The picture is damaged or cut short.") from fault
    return _reading(read)


def _scans(image: Image.Image, tesseract: Tesseract) -> Iterator[tuple[Sheet, Scan]]:
    """Each page, with what there is to tell of it."""
    for number in each(range(1, getattr(image, "n_frames", 1) + 1)):
        image.seek(number - 1)
        try:
            if remaining() <= 0:
                raise OcrError(late=True)
            scan = recognised(tesseract, picture_of(image))
        except OcrError as fault:
            yield Sheet(number, reasons=("no_text", "no_time" if fault.late else "ocr_failed")), Scan()
            continue
        yield scan.sheet(number) if scan.boxes else Sheet(number, reasons=("no_text", "ocr_failed")), scan


def _reading(read: list[tuple[Sheet, Scan]]) -> Reading:
    sizes = Sizes()
    pages = [read_lines(sizes.settled(scan.pieces)) for _, scan in read]
    leaves = [Leaf(number, page) for number, page in enumerate(pages, start=1)]
    found, heads = blocks(leaves, face(pages))
    sheets = carried([sheet for sheet, _ in read], leaves, found)
    return Reading(
        tuple(found), cut=tuple(heads), pages=len(pages), sheets=sheets, warnings=tuple(page_warnings(sheets))
    )
