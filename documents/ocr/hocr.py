"""Lines and words out of Tesseract's hOCR, in the order in which it reads them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from lxml import etree

from documents.raised import RAISED

_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SURE = re.compile(r"\bx_wconf (-?[\d.]+)")
_BASE = re.compile(r"\bbaseline (-?[\d.]+) (-?[\d.]+)")
_SIGN_BOX = re.compile(r"\bx_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
# A raised figure ends so far above the letters before it, and is so much smaller, in heights of those.
_BARE = re.compile(r"[0-9]")
_RAISED, _SMALLER = 0.25, 0.85
_ANGLE = re.compile(r"\btextangle (-?[\d.]+)")


class Frame(NamedTuple):
    """A rectangle in pixels, from the upper left corner of a picture."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands on the picture; `sure` is in [0, 1]."""

    text: str
    frame: Frame
    sure: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line. `turn` counts the quarters to the left by which its letters are turned.

    `base` is the slope of the line its letters stand on, downwards positive, and its height above the lower
    left corner of `frame`, as a negative number; None for lines that are turned.
    """

    words: tuple[Word, ...]
    frame: Frame
    turn: int = 0
    base: tuple[float, float] | None = None


def lines_of(hocr: bytes) -> tuple[Line, ...]:
    """The lines that have words; none of what cannot be read as hOCR."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    try:
        root = etree.fromstring(hocr, parser)
    except etree.XMLSyntaxError:
        return ()
    return () if root is None else tuple(_lines(root))


def _lines(root: Any) -> Iterator[Line]:
    for element in root.iter("{*}span"):
        if not str(element.get("class", "")).startswith("ocr_"):
            continue
        told = element.get("title", "")
        turned, base = _ANGLE.search(told), _BASE.search(told)
        turn = round(float(turned[1]) / 90) % 4 if turned else 0
        words = tuple(_words(element, upright=not turn))
        frame = _frame(told)
        if words and frame:
            yield Line(words, frame, turn, (float(base[1]), float(base[2])) if base and not turn else None)


def _words(line: Any, *, upright: bool) -> Iterator[Word]:
    for element in line.iter("{*}span"):
        if element.get("class") != "ocrx_word":
            continue
        told = element.get("title", "")
        text = _text(element, upright=upright)
        frame, sure = _frame(told), _SURE.search(told)
        if text and frame and sure:
            yield Word(text, frame, min(1.0, max(0.0, float(sure[1]) / 100)))


def _text(word: Any, *, upright: bool) -> str:
    """The text of a word; figures that stand above its line at its end, as they call a note, made so."""
    signs = [each for each in word.iter("{*}span") if each.get("class") == "ocrx_cinfo"]
    texts = ["".join(each.itertext()) for each in signs]
    if not signs:
        return "".join(word.itertext()).strip()
    boxes = [_SIGN_BOX.search(each.get("title", "")) for each in signs]
    if upright and all(boxes):
        frames = [Frame(*map(float, box.groups())) for box in boxes if box]
        at = len(texts)
        while at > 1 and _BARE.fullmatch(texts[at - 1]) and _is_raised(frames[at - 1], frames[: at - 1]):
            at -= 1
        texts[at:] = [text.translate(RAISED) for text in texts[at:]]
    return "".join(texts).strip()


def _is_raised(sign: Frame, before: Sequence[Frame]) -> bool:
    high = median(each.bottom - each.top for each in before)
    stands = median(each.bottom for each in before)
    return stands - sign.bottom > _RAISED * high and sign.bottom - sign.top < _SMALLER * high


def _frame(told: str) -> Frame | None:
    found = _BOX.search(told)
    return Frame(*map(float, found.groups())) if found else None
