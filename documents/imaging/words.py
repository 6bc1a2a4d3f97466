"""Words of a page with where they stand, and the boxes that lines of them make."""

from collections.abc import Sequence
from typing import NamedTuple

from documents.model import Box

# A gap of more letters than these parts two cells or columns, and not two words of a line.
_GAP_LETTERS = 4
# Two words stand on one line if they share this of the lower one's height.
_SHARED = 0.5


class Word(NamedTuple):
    """What stands between two blanks, on one line; where a hyphen breaks a word, each part is one."""

    text: str
    box: Box


def words_of(text: str, boxes: Sequence[Box]) -> list[Word]:
    """A run of letters, each with its box, as a word; as several where it goes on in another line."""
    words: list[Word] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or _jumps(boxes[at - 1], boxes[at]):
            words.append(Word(text[start:at], around(boxes[start:at])))
            start = at
    return words


def lines_of(words: Sequence[Word]) -> tuple[Box, ...]:
    """One box for each line, or cell of a table, that the words stand in, in their order."""
    boxes = [word.box for word in words]
    letters = [len(word.text) for word in words]
    # In lines set sideways one word stands over the other, as wide as it.
    sideways = sum(map(_stacked, boxes, boxes[1:])) > sum(map(_level, boxes, boxes[1:]))
    if sideways:
        boxes = list(map(_transposed, boxes))
    lines: list[Box] = []
    for at, box in enumerate(boxes):
        if at and _goes_on(
            boxes[at - 1], box, max(_length(boxes[each]) / letters[each] for each in (at - 1, at))
        ):
            lines[-1] = around((lines[-1], box))
        else:
            lines.append(box)
    return tuple(map(_transposed, lines) if sideways else lines)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of these, as far as it is on the page."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(*(min(max(side, 0.0), 1.0) for side in (left, top, right, bottom)))


def shared(first: tuple[float, float], second: tuple[float, float]) -> float:
    """How much two stretches overlap, as a share in [0, 1] of the shorter one."""
    common = min(first[1], second[1]) - max(first[0], second[0])
    shorter = min(first[1] - first[0], second[1] - second[0])
    return max(common, 0.0) / shorter if shorter > 0 else 0.0


def _jumps(before: Box, after: Box) -> bool:
    """Whether two letters of a word stand on two lines; in a word set sideways one stands over another."""
    across = shared((before.left, before.right), (after.left, after.right))
    upright = shared((before.top, before.bottom), (after.top, after.bottom))
    wide = max(before.right - before.left, after.right - after.left)
    return across == upright == 0 and abs(after.left - before.left) > 2 * wide


def _goes_on(last: Box, box: Box, letter: float) -> bool:
    """Whether a word stands beside the last one on its line, `letter` being how wide theirs are."""
    gap = max(box.left - last.right, last.left - box.right)
    return _level(last, box) and gap < _GAP_LETTERS * letter


def _level(first: Box, second: Box) -> bool:
    return shared((first.top, first.bottom), (second.top, second.bottom)) >= _SHARED


def _stacked(first: Box, second: Box) -> bool:
    near = 0.1 * _length(first)
    same = abs(first.left - second.left) < near and abs(first.right - second.right) < near
    return same and not _level(first, second)


def _transposed(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _length(box: Box) -> float:
    return box.right - box.left
