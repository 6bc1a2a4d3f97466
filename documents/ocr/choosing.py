"""Which pages OCR is to read, though they may have text, and whether what it read is the better."""

import re
from collections.abc import Sequence
from typing import Literal

from documents.legible import rubbish
from documents.ocr.scan import Scan
from documents.typeset import Piece

Want = Literal["none", "rubbish", "damaged", "little"]

# Repair puts right 95 damaged words in 100, and OCR reads 995 of 1000 from a page that a program drew: it is
# the better where more than one word in ten is damaged, and it takes seconds.
_DAMAGED_SHARE, _DAMAGED_WORDS = 0.1, 5
_DAMAGED = re.compile(
    r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff](?=\w)|(?<=\w)[\ufffd\ue000-\uf8ff]|\(cid:\d+\)"
)
# A page with text enough is not looked at: a photo beside a text says nothing.
_LITTLE_LETTERS, _OTHER_INK = 400, 0.25
_LETTERS_HIGH = 0.7
# What was read must be more than the text by this much, for the text's own words are sure.
_MORE_SHARE, _MORE_WORDS = 1.3, 3


def wanted(pieces: Sequence[Piece], ink: float, area: float) -> Want | None:
    """Why OCR is to read a page, whose area is in square points; None where its text does.

    `ink` is the share of the page that something is drawn on, its text too.
    """
    text = " ".join(piece.text for piece in pieces)
    if not any(map(str.isalnum, text)):
        return "none" if ink > 0 else None
    if rubbish(text):
        return "rubbish"
    damaged = sum(1 for word in text.split() if _DAMAGED.search(word))
    if damaged >= _DAMAGED_WORDS and damaged > _DAMAGED_SHARE * len(text.split()):
        return "damaged"
    written = (
        sum((piece.end - piece.x) * _LETTERS_HIGH * piece.size for piece in pieces) / area if area else 1.0
    )
    return "little" if len(text) < _LITTLE_LETTERS and ink - written > _OTHER_INK else None


def is_better(scan: Scan, pieces: Sequence[Piece], want: Want) -> bool:
    """Whether what OCR read of a page tells more than its text."""
    had, read = sum(len(piece.text.split()) for piece in pieces), len(scan.boxes)
    if want in {"none", "rubbish"}:
        return read > 0
    if want == "damaged":
        # Words that lost letters are often torn in two.
        return scan.is_sure and read >= had / 2
    return scan.is_sure and read >= _MORE_SHARE * had + _MORE_WORDS
