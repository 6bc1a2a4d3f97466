"""PDF, read with pypdf: the text of each page in its order, with headings, items and table rows."""

import logging
import re
import threading
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from math import hypot
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from documents.errors import DamagedFileError, EmptyFileError, EncryptedFileError, UnreadableError
from documents.metadata import source_address, told_date
from documents.model import Block, Language, Reading
from documents.print_blocks import face, open_table, page_blocks
from documents.running import running
from documents.titles import own_title
from documents.typeset import Line, Piece, page_lines
from documents.upright import Turned, upright

# What pypdf lets through on files whose objects are of another kind than the format wants.
_FAULTS = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, ArithmeticError,
    RecursionError, NotImplementedError, EOFError, zlib.error,
)  # fmt: skip
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|sfbx|ecbx", re.IGNORECASE)
_FIXED = re.compile(r"mono|courier|consol|typewriter|cmtt|sftt", re.IGNORECASE)
# Ligatures as their letters; line ends are blanks; reportlab's standard fonts give their bullet as 7F.
_LETTERS = str.maketrans(
    {
        "\x00": "",
        "\n": " ",
        "\x7f": "•",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "ft",
        "ﬆ": "st",
    }
)
_FIXED_PITCH, _FORCE_BOLD, _BOLD_WEIGHT = 1, 1 << 18, 600
# A line of a table of contents: leaders up to a page number.
_CONTENTS = re.compile(r".*(?:[.…_] ?){5,}\s*\d{0,4}")
_TELLS = re.compile(r"xref|eof|trailer|broken|truncat|damag", re.IGNORECASE)
_TOP_BLOCKS = 15
_END = b"\nstartxref\n0\n%%EOF\n"


def read(file: str, content: bytes) -> Reading:
    """The reading of a PDF. A file encrypted with an empty password is opened.

    Raises: EncryptedFileError where a password is needed; DamagedFileError where no page can be read;
        EmptyFileError where no page has text.
    """
    with _log() as log:
        reader = _opened(file, content)
        try:
            sheets = list(reader.pages)
        except _FAULTS as fault:
            raise DamagedFileError(file, "The PDF is damaged: its pages cannot be found.") from fault
        pages, heights, warnings = _pages(sheets)
        told = _told(reader)
    if not any(pages):
        raise _nothing(file, warnings)
    if any(_TELLS.search(line) for line in log):
        warnings.insert(0, "the file is damaged; what could be read was kept")
    return _reading(pages, heights, told, tuple(warnings))


def _nothing(file: str, warnings: Sequence[str]) -> UnreadableError:
    """The error of a file none of whose pages gave text."""
    if any("no text" in warning for warning in warnings):
        return EmptyFileError(file, "No page has text; the pages are probably scans.")
    return DamagedFileError(file, "The PDF is damaged: none of its pages can be read.")


def _reading(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], told: dict[str, str], warnings: tuple[str, ...]
) -> Reading:
    look = face(pages)
    edges = running(pages, heights, look.body)
    blocks: list[Block] = []
    cut: list[Block] = []
    table: list[Line] = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), start=1):
        edge = edge | {at for at, line in enumerate(page) if _CONTENTS.fullmatch(line.text)}
        kept = [line for at, line in enumerate(page) if at not in edge]
        cut += [Block(f"{page[at].sign} {page[at].text}".strip(), page=number) for at in sorted(edge)]
        blocks += page_blocks(kept, look, number, continued=table)
        table = open_table(kept)
    return Reading(
        tuple(blocks),
        title=own_title(told.get("/Title", "")),
        language=_language(told),
        address=_address(told, [*blocks, *cut]),
        date=_date(told, blocks),
        pages=len(pages),
        cut=tuple(cut),
        warnings=warnings,
    )


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


def _pages(sheets: Sequence[PageObject]) -> tuple[list[tuple[Line, ...]], list[float], list[str]]:
    """The lines of each page, the heights of the pages, and a warning for each page without text."""
    pages: list[tuple[Line, ...]] = []
    heights: list[float] = []
    warnings: list[str] = []
    for number, sheet in enumerate(sheets, start=1):
        try:
            pieces, height = _pieces(sheet)
            if not pieces:
                warnings.append(f"page {number}: no text, probably a scan")
        except _FAULTS:
            pieces, height = [], 0.0
            warnings.append(f"page {number}: cannot be read")
        pages.append(page_lines(pieces))
        heights.append(height)
    return pages, heights, warnings


def _pieces(sheet: PageObject) -> tuple[list[Piece], float]:
    """The pieces of text in the order the page shows them, a space kept with the next; the page's height."""
    pieces: list[Turned] = []
    space = ""
    left, bottom, right, top = (float(side) for side in sheet.mediabox)

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        nonlocal space
        text = unicodedata.normalize("NFC", text.translate(_LETTERS))
        if not text.strip():
            space = text[:1]
            return
        across, up = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        piece = Piece(space + text, x - left, y - bottom, abs(size) * hypot(across, up), *_look(font))
        pieces.append(Turned(piece, across, up))
        space = ""

    sheet.extract_text(visitor_text=visit)
    return upright([each for each in pieces if each.piece.size > 0.5], (right - left, top - bottom))


def _look(font: Any) -> tuple[bool, bool]:
    """Whether a font is bold, and whether all its letters have one width."""
    if not font:
        return False, False
    name = str(font.get("/BaseFont", ""))
    under = font.get("/DescendantFonts")
    holder = under.get_object()[0].get_object() if under else font
    descriptor = holder.get("/FontDescriptor")
    told = descriptor.get_object() if descriptor else {}
    flags, weight = int(told.get("/Flags", 0)), float(told.get("/FontWeight", 0))
    bold = _BOLD.search(name) or flags & _FORCE_BOLD or weight >= _BOLD_WEIGHT
    return bool(bold), bool(_FIXED.search(name) or flags & _FIXED_PITCH)


def _told(reader: PdfReader) -> dict[str, str]:
    """What the file's properties say, by name; nothing where they cannot be read."""
    try:
        properties = {str(name): str(value) for name, value in (reader.metadata or {}).items()}
        made = reader.metadata.creation_date if reader.metadata else None
        language = str(reader.root_object.get("/Lang", ""))
    except _FAULTS:
        return {}
    return properties | {"made": made.date().isoformat() if made else "", "language": language}


def _language(told: dict[str, str]) -> Language | None:
    languages: dict[str, Language] = {"pl": "pl", "en": "en"}
    return languages.get(told.get("language", "")[:2].lower())


def _address(told: dict[str, str], blocks: Sequence[Block]) -> str | None:
    lines = [told.get("/Subject", ""), *(block.text for block in blocks)]
    return next((address for line in lines if (address := source_address(line))), None)


def _date(told: dict[str, str], blocks: Sequence[Block]) -> date | None:
    made = told.get("made")
    return told_date(block.text for block in blocks[:_TOP_BLOCKS]) or (
        date.fromisoformat(made) if made else None
    )


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
