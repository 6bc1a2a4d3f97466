"""Halves of a letter that UTF-16 writes in two: no text with one can be stored or sent."""

import re
from dataclasses import replace

from documents.model import Block, Reading, Sheet

_HALF = re.compile("[\ud800-\udfff]")
_LOST = "\ufffd"


def whole(reading: Reading) -> Reading:
    """The reading with a sign for a lost letter in the place of each half; one without any as it is."""
    return replace(
        reading,
        blocks=tuple(map(_block, reading.blocks)),
        cut=tuple(map(_block, reading.cut)),
        title=reading.title and _text(reading.title),
        address=reading.address and _text(reading.address),
        warnings=tuple(map(_text, reading.warnings)),
        authors=tuple(map(_text, reading.authors)),
        sheets=tuple(map(_sheet, reading.sheets)),
    )


def _text(text: str) -> str:
    return text if text.isascii() else _HALF.sub(_LOST, text)


def _block(block: Block) -> Block:
    text = _text(block.text)
    return block if text == block.text else replace(block, text=text)


def _sheet(sheet: Sheet) -> Sheet:
    rejected = _text(sheet.rejected)
    return sheet if rejected == sheet.rejected else replace(sheet, rejected=rejected)
