"""A page as OCR read it: its pieces of text where they stand, upright, and each word's box as it is shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from documents.model import Box, Reason, Sheet
from documents.ocr.hocr import Frame, Line, Word
from documents.ocr.keeping import SURE_PAGE, kept, sureness
from documents.ocr.levelling import Level, levelled
from documents.ocr.sizes import evened
from documents.typeset import Piece

_POINTS = 72.0
# From how many ems a gap is more than a blank, as in documents/typeset.py.
_GAP = 0.9
_Placed = tuple[Word, float, float]
_BULLET = "•"
# A bullet is read as a letter of its shape, but is smaller than one and hangs over the line.
_BULLET_HIGH, _BULLET_OVER = 0.45, 0.05


@dataclass(frozen=True, slots=True)
class Scan:
    """What OCR read on one page. Pieces are as those of a printed page: points from the lower left corner.

    `height` is that of the page once it is turned upright. `sure` is the mean confidence of the letters, in
    [0, 1].
    """

    pieces: tuple[Piece, ...] = ()
    height: float = 0.0
    boxes: tuple[tuple[str, Box], ...] = ()
    sure: float = 0.0

    @property
    def weight(self) -> float:
        """How much was read and how surely: letters, each by its confidence."""
        return self.sure * sum(len(word) for word, _ in self.boxes)

    @property
    def is_sure(self) -> bool:
        return self.sure >= SURE_PAGE

    def sheet(self, number: int, *, ink: float | None = None, rejected: str = "") -> Sheet:
        """What is told of the page, read in place of `rejected`, if it had text."""
        reasons: tuple[Reason, ...] = () if self.is_sure else ("ocr_unsure",)
        return Sheet(number, "ocr", ink, rejected=rejected, boxes=self.boxes, reasons=reasons)

    @property
    def text(self) -> str:
        return " ".join(word for word, _ in self.boxes)


def scan_of(
    lines: Sequence[Line],
    size: tuple[int, int],
    dpi: float,
    *,
    shown: Callable[[Frame], Frame] = lambda frame: frame,
) -> Scan:
    """The page of a picture of that width and height in pixels, out of its lines.

    `shown` tells where a frame is on the page as it is shown, if the picture read was another.
    """
    found = kept(lines)
    words = [word for line in found for word in line.words]
    if not words:
        return Scan()
    level, turn = levelled(found, size)
    points = _POINTS / dpi
    height = (size[0] if turn % 2 else size[1]) * points
    sizes = evened([line.size * points for line in level], [line.letters for line in level])
    pieces = tuple(
        piece
        for line, letters in zip(level, sizes, strict=True)
        for piece in _pieces(line, letters, points, height)
    )
    boxes = tuple((word.text, _box(shown(word.frame), size)) for word in words)
    return Scan(pieces, height, boxes, sureness(words))


def _box(frame: Frame, size: tuple[int, int]) -> Box:
    width, height = size
    left, top, right, bottom = frame
    return Box(
        max(0.0, left / width),
        max(0.0, top / height),
        min(1.0, right / width),
        min(1.0, bottom / height),
    )


def _pieces(line: Level, letters: float, points: float, height: float) -> Iterator[Piece]:
    """The pieces of a line, words that a blank parts in one; `letters` is their size in points."""
    y = height - line.base * points
    wide = _GAP * letters / points
    runs: list[list[_Placed]] = []
    for at, placed in enumerate(line.words):
        if at and placed[1] - line.words[at - 1][2] < wide:
            runs[-1].append(placed)
        else:
            runs.append([placed])
    for at, run in enumerate(runs):
        texts = [word.text for word, _, _ in run]
        if not at and _is_bullet(run[0][0], line):
            texts[0] = _BULLET
        start, end = run[0][1] * points, run[-1][2] * points
        yield Piece(" ".join(texts), start, y, letters, right=end)


def _is_bullet(word: Word, line: Level) -> bool:
    """Whether what opens a line and was read as a letter is a bullet: lower than one, and over the line."""
    frame = word.frame
    if len(word.text) > 1 or len(line.words) < 2 or not line.size:
        return False
    high, over = frame.bottom - frame.top, line.base - frame.bottom
    return high < _BULLET_HIGH * line.size and over > _BULLET_OVER * line.size and word.text not in "-–—"
