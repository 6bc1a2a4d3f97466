"""Lines that OCR read on a page that was scanned turned or askew, as they stand once it is upright."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import StatisticsError, linear_regression, median

from documents.ocr.hocr import Frame, Line, Word
from documents.ocr.sizes import line_size

# A line of fewer words tells its slope badly.
_TELLING_WORDS = 3


@dataclass(frozen=True, slots=True)
class Level:
    """A line on the upright page: where each word begins and ends, on what height it stands, how large it is.

    All in pixels of the upright page, `base` from its top.
    """

    words: tuple[tuple[Word, float, float], ...]
    base: float
    size: float

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word, _, _ in self.words)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A line turned upright, not levelled yet."""

    line: Line
    frame: Frame
    words: tuple[Frame, ...]


def levelled(lines: Sequence[Line], size: tuple[int, int]) -> tuple[tuple[Level, ...], int]:
    """The lines of a picture of that width and height, and by how many quarters the page is turned.

    Lines turned as most letters are come first, all others after them as if the page were turned for them.
    """
    found: list[Level] = []
    order = _turns(lines)
    for turn in order:
        turned = [_turned(line, size) for line in lines if line.turn == turn]
        slope = _slope(turned)
        found += (_level(each, slope) for each in turned)
    return tuple(found), order[0] if order else 0


def askew(lines: Sequence[Line], size: tuple[int, int]) -> float:
    """How far the page's text goes down for each step to the right, once it is upright."""
    order = _turns(lines)
    return _slope([_turned(line, size) for line in lines if line.turn == order[0]]) if order else 0.0


def _turns(lines: Sequence[Line]) -> list[int]:
    """By how many quarters lines are turned, the turn of most letters first."""
    letters: Counter[int] = Counter()
    for line in lines:
        letters[line.turn] += sum(len(word.text) for word in line.words)
    return [turn for turn, _ in letters.most_common()]


def _turned(line: Line, size: tuple[int, int]) -> _Turned:
    words = tuple(_upright(word.frame, line.turn, size) for word in line.words)
    return _Turned(line, _upright(line.frame, line.turn, size), words)


def _upright(frame: Frame, turn: int, size: tuple[int, int]) -> Frame:
    """Where a frame stands once the picture is turned so that its letters stand upright."""
    (left, top, right, bottom), (width, height) = frame, size
    return (
        frame,
        Frame(height - bottom, left, height - top, right),
        Frame(width - right, height - bottom, width - left, height - top),
        Frame(top, width - right, bottom, width - left),
    )[turn]


def _slope(lines: Sequence[_Turned]) -> float:
    """How far the page's lines go down for each step to the right, by its long lines."""
    told = [
        (slope, round(line.frame.right - line.frame.left))
        for line in lines
        if (slope := _told(line)) is not None
    ]
    return median([slope for slope, width in told for _ in range(1 + width // 50)]) if told else 0.0


def _told(line: _Turned) -> float | None:
    if len(line.words) < _TELLING_WORDS:
        return None
    if line.line.base:
        return line.line.base[0]
    middles = [((each.left + each.right) / 2, (each.top + each.bottom) / 2) for each in line.words]
    try:
        return linear_regression(*zip(*middles, strict=True)).slope
    except StatisticsError:
        return None


def _level(turned: _Turned, slope: float) -> Level:
    """A line with its page's slope taken out of it."""
    words = []
    heights = []
    for word, frame in zip(turned.line.words, turned.words, strict=True):
        shift = slope * (frame.top + frame.bottom) / 2
        words.append((word, frame.left + shift, frame.right + shift))
        heights.append((word.text, frame.bottom - frame.top - abs(slope) * (frame.right - frame.left)))
    return Level(tuple(words), _base(turned, slope), line_size(heights))


def _base(turned: _Turned, slope: float) -> float:
    """The height the letters stand on, once the slope is taken out."""
    frame, base = turned.frame, turned.line.base
    if base:
        middle = (frame.left + frame.right) / 2
        return frame.bottom + base[1] + base[0] * (middle - frame.left) - slope * middle
    # Most words have no letter that goes under the line.
    return median(each.bottom - slope * (each.left + each.right) / 2 for each in turned.words)
