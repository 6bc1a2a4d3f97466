"""Pictures in Office files that stand for text: a slide or a letter that was pasted in as a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from documents.limits import limits
from documents.model import Block, Box, Reason, Sheet
from documents.ocr.opening import FAULTS, TooLargeError, opened, picture_of
from documents.ocr.recognition import recognised
from documents.ocr.scan import Scan
from documents.ocr.tesseract import OcrError, Tesseract, find_tesseract
from documents.print_blocks import face
from documents.printed.layout import read_lines
from documents.printed.over_pages import Leaf
from documents.printed.over_pages import blocks as document_blocks
from documents.typed import Found

# Pages with more letters say themselves what they are about; smaller pictures are logos and photos.
_LITTLE_LETTERS, _LARGE, _MUCH = 400, 0.1, 0.25
# What a photo beside a title is read as, where it is read as anything.
_FEW_WORDS = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture file and where on its page it is shown."""

    content: bytes
    box: Box

    @property
    def area(self) -> float:
        """The share of the page that it fills."""
        left, top, right, bottom = self.box
        return max(0.0, min(1.0, right) - max(0.0, left)) * max(0.0, min(1.0, bottom) - max(0.0, top))


class Pictures:
    """The pictures of one file, each read once: what is on every slide says nothing of one."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def read(
        self, number: int, letters: int, placed: Sequence[Placed]
    ) -> tuple[tuple[Block, ...], Sheet | None]:
        """What stands on the pictures of page `number`, which has so many letters without them.

        And what there is to tell of the page; None where its pictures are not looked at.
        """
        large = [one for one in placed if one.area >= _LARGE and self._is_new(one)]
        if letters > _LITTLE_LETTERS or sum(one.area for one in large) < _MUCH:
            return (), None
        if self._tesseract is None:
            return (), None if letters else Sheet(number, reasons=("no_text", "no_ocr"))
        why: Reason = "ocr_failed"
        read: list[tuple[Placed, Scan]] = []
        try:
            for one in large:
                read.append((one, _scan(one.content, self._tesseract)))
        except OcrError as fault:
            why = "no_time" if fault.late else why
        kept = [(one, scan) for one, scan in read if _is_text(scan, alone=not letters)]
        if not kept:
            return (), None if letters else Sheet(number, reasons=("no_text", why))
        return tuple(_blocks(kept, number)), _sheet(kept, number)

    def beside(
        self, number: int, found: Sequence[Found], placed: Sequence[Placed]
    ) -> tuple[list[Found], Sheet | None]:
        """The blocks of slide `number` with what stands on its pictures, before its notes; and its sheet."""
        notes = [each for each in found if each[0].kind == "note"]
        rest = [each for each in found if each[0].kind != "note"]
        letters = sum(len(block.text) for block, kept in rest if kept)
        blocks, sheet = self.read(number, letters, placed)
        return [*rest, *((block, True) for block in blocks), *notes] if blocks else list(found), sheet

    def _is_new(self, one: Placed) -> bool:
        digest = sha256(one.content).digest()
        new = digest not in self._seen
        self._seen.add(digest)
        return new

    @cached_property
    def _tesseract(self) -> Tesseract | None:
        return find_tesseract() if limits().ocr == "auto" else None


def _is_text(scan: Scan, *, alone: bool) -> bool:
    """Whether what was read is to be kept; of a page that says something without it, only if it is sure."""
    return bool(scan.boxes) if alone else scan.is_sure and len(scan.boxes) >= _FEW_WORDS


def _scan(content: bytes, tesseract: Tesseract) -> Scan:
    """What stands on a picture; nothing where it cannot be opened, as a drawing. Raises: OcrError."""
    try:
        with opened(content) as image:
            picture = picture_of(image)
    except (*FAULTS, TooLargeError):
        return Scan()
    return recognised(tesseract, picture)


def _blocks(read: Sequence[tuple[Placed, Scan]], number: int) -> Iterator[Block]:
    for _, scan in read:
        lines = read_lines(scan.pieces)
        yield from document_blocks([Leaf(number, lines)], face([lines]))[0]


def _sheet(read: Sequence[tuple[Placed, Scan]], number: int) -> Sheet:
    boxes = tuple((word, _on_page(box, one.box)) for one, scan in read for word, box in scan.boxes)
    sure = all(scan.is_sure for _, scan in read)
    return Sheet(number, "ocr", boxes=boxes, reasons=() if sure else ("ocr_unsure",))


def _on_page(box: Box, of: Box) -> Box:
    """Where on the page something is that is in a picture there."""
    wide, high = of.right - of.left, of.bottom - of.top
    return Box(
        of.left + box.left * wide,
        of.top + box.top * high,
        of.left + box.right * wide,
        of.top + box.bottom * high,
    )
