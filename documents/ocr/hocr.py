"""Lines and words out of Tesseract's hOCR, in the order in which it reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree

_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SURE = re.compile(r"\bx_wconf (-?[\d.]+)")
_BASE = re.compile(r"\bbaseline (-?[\d.]+) (-?[\d.]+)")
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
        words = tuple(_words(element))
        frame = _frame(told)
        if words and frame:
            turned, base = _ANGLE.search(told), _BASE.search(told)
            turn = round(float(turned[1]) / 90) % 4 if turned else 0
            yield Line(words, frame, turn, (float(base[1]), float(base[2])) if base and not turn else None)


def _words(line: Any) -> Iterator[Word]:
    for element in line.iter("{*}span"):
        if element.get("class") != "ocrx_word":
            continue
        told = element.get("title", "")
        text = "".join(element.itertext()).strip()
        frame, sure = _frame(told), _SURE.search(told)
        if text and frame and sure:
            yield Word(text, frame, min(1.0, max(0.0, float(sure[1]) / 100)))


def _frame(told: str) -> Frame | None:
    found = _BOX.search(told)
    return Frame(*map(float, found.groups())) if found else None
