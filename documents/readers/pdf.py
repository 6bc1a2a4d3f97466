"""PDF, read with pypdf: the text of each page in its order, with headings, items and table rows."""

import logging
import re
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from documents.errors import DamagedFileError, EncryptedFileError
from documents.limits import check_pages, remaining
from documents.metadata import source_address, told_date
from documents.model import Block, Reading, Sheet
from documents.ocr.pdf_pages import PdfPages
from documents.ocr.telling import page_warnings
from documents.print_blocks import face
from documents.printed.drawn import Drawn, drawn
from documents.printed.fonts import Fonts
from documents.printed.layout import read_lines
from documents.printed.notes import parted
from documents.printed.outline import Outline, outline
from documents.printed.over_pages import Leaf, carried
from documents.printed.over_pages import blocks as document_blocks
from documents.printed.paint import Ground, Rect
from documents.printed.properties import Properties, properties
from documents.progress import each
from documents.running import running
from documents.typeset import Line
from documents.upright import upright
from documents.wanted import is_wanted

# What pypdf lets through on files whose objects are of another kind than the format wants.
_FAULTS = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, ArithmeticError,
    RecursionError, NotImplementedError, EOFError, zlib.error,
)  # fmt: skip
# A line of a table of contents: leaders up to a page number.
_CONTENTS = re.compile(r".*(?:[.…_] ?){5,}\s*(?:\|\s*)?(?P<page>\d{0,4})")
_TELLS = re.compile(r"xref|eof|trailer|broken|truncat|damag", re.IGNORECASE)
_TOP_BLOCKS = 15
_END = b"\nstartxref\n0\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read: its lines, how high it is, and what there is to tell of it."""

    lines: tuple[Line, ...]
    height: float
    sheet: Sheet
    hidden: str = ""
    rules: tuple[Rect, ...] = ()


def read(file: str, content: bytes) -> Reading:
    """The reading of a PDF. A file encrypted with an empty password is opened.

    A page without text has a sheet that says so, and so has every page of a file that has none.

    Raises: EncryptedFileError where a password is needed; DamagedFileError where no page can be read;
        OverLimitError where there are more pages than are read.
    """
    with _log() as log:
        reader = _opened(file, content)
        try:
            sheets = list(reader.pages)
        except _FAULTS as fault:
            raise DamagedFileError(file, "The PDF is damaged: its pages cannot be found.") from fault
        check_pages(file, len(sheets))
        fonts = Fonts()
        scans = PdfPages(content)
        pages = [_page(number, sheet, fonts, scans) for number, sheet in enumerate(each(sheets), start=1)]
        told = properties(reader, _FAULTS)
        listed = outline(reader, _FAULTS)
    if all("broken" in page.sheet.reasons for page in pages):
        raise DamagedFileError(file, "The PDF is damaged: none of its pages can be read.")
    warnings = list(page_warnings([page.sheet for page in pages]))
    if any(_TELLS.search(line) for line in log):
        warnings.insert(0, "the file is damaged; what could be read was kept")
    return _reading(pages, told, listed, tuple(warnings))


def _contents(lines: Sequence[Line]) -> set[int]:
    """The lines of a table of contents; in a list of prices the numbers are in no order."""
    found = {at: match["page"] for at, line in enumerate(lines) if (match := _CONTENTS.fullmatch(line.text))}
    pages = [int(page) for page in found.values() if page]
    return set(found) if pages == sorted(pages) else set()


def _reading(pages: Sequence[Page], told: Properties, listed: Outline, warnings: tuple[str, ...]) -> Reading:
    lines = [page.lines for page in pages]
    look = face(lines)
    edges = running(lines, [page.height for page in pages], look.body)
    leaves: list[Leaf] = []
    cut: list[Block] = []
    for page, edge in zip(pages, edges, strict=True):
        number = page.sheet.number
        edge = edge | _contents(page.lines)
        edge = {at for at in edge if not is_wanted(page.lines[at].whole)}
        foot = parted([line for at, line in enumerate(page.lines) if at not in edge], look.body, page.rules)
        leaves.append(Leaf(number, foot.text, foot.notes, listed.get(number, ())))
        cut += [Block(page.lines[at].whole, page=number) for at in sorted(edge)]
        cut += [Block(page.hidden, page=number)] if page.hidden else []
    blocks, heads = document_blocks(leaves, look)
    cut += heads
    addresses = (source_address(block.text) for block in (*blocks, *cut))
    return Reading(
        tuple(blocks),
        title=told.title,
        language=told.language,
        address=told.address or next((address for address in addresses if address), None),
        date=told_date(block.text for block in blocks[:_TOP_BLOCKS]) or told.made,
        pages=len(pages),
        cut=tuple(cut),
        warnings=warnings,
        authors=told.authors,
        modified=told.modified,
        sheets=carried([page.sheet for page in pages], leaves, blocks),
    )


def _page(number: int, sheet: PageObject, fonts: Fonts, scans: PdfPages) -> Page:
    """One page, read while there is time for it."""
    if remaining() <= 0:
        return Page((), 0.0, Sheet(number, reasons=("no_time",)))
    try:
        made = drawn(sheet, fonts)
        size = float(sheet.cropbox.width), float(sheet.cropbox.height)
        pieces, height = upright(made.pieces, size)
    except _FAULTS:
        return Page((), 0.0, Sheet(number, reasons=("broken",)))
    ink, ground = made.ground.ink, made.ground
    told = Sheet(number, ink=ink, reasons=("no_text",) if ink and not pieces else ())
    told, scan = scans.instead(told, pieces, size[0] * size[1])
    if scan:
        pieces, height, ground = list(scan.pieces), scan.height, Ground()
    return Page(read_lines(pieces, ground), height, told, _hidden(made), ground.across)


def _hidden(made: Drawn) -> str:
    """The text of a page that nobody sees on it, and what readers remarked."""
    unseen = "".join(each.piece.text for each in made.hidden)
    return " ".join(" ".join([unseen, *made.remarks]).split())


def _opened(file: str, content: bytes) -> PdfReader:
    try:
        reader = _reader(content)
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedFileError(
                file, "The PDF is encrypted: save it without a password and add it again."
            )
    except DependencyError as fault:
        raise EncryptedFileError(file, "The PDF is encrypted in an unknown way.") from fault
    except _FAULTS as fault:
        raise DamagedFileError(file, "The PDF is damaged or cut short.") from fault
    return reader


def _reader(content: bytes) -> PdfReader:
    """A reader of the file; one cut short gets an end, so that pypdf looks for the objects there are."""
    try:
        return PdfReader(BytesIO(content))
    except _FAULTS:
        return PdfReader(BytesIO(content + _END))


@contextmanager
def _log() -> Iterator[list[str]]:
    """What pypdf logs in this thread while it reads; nobody could act on it elsewhere."""
    logger = logging.getLogger("pypdf")
    logger.propagate = False
    if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
        logger.addHandler(logging.NullHandler())
    handler = _Kept(threading.get_ident())
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)


class _Kept(logging.Handler):
    def __init__(self, thread: int) -> None:
        super().__init__(logging.WARNING)
        self._thread = thread
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread and len(self.lines) < 100:
            self.lines.append(record.getMessage())
