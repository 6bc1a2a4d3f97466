"""Pages judged: what a reader made of a file, with each page's verdict."""

from collections.abc import Sequence
from dataclasses import replace

from documents.model import Block, Reading, Sheet


def judged(reading: Reading) -> Reading:
    """The reading with a sheet for each page, in order, and its verdict."""
    told = {sheet.number: sheet for sheet in reading.sheets}
    pages: dict[int, list[Block]] = {number: [] for number in range(1, reading.pages + 1)}
    for block in reading.blocks:
        pages.setdefault(block.page or 1, []).append(block)
    sheets = (_sheet(told.get(number, Sheet(number)), blocks) for number, blocks in sorted(pages.items()))
    return replace(reading, sheets=tuple(sheets))


def _sheet(sheet: Sheet, blocks: Sequence[Block]) -> Sheet:
    words = sum(len(block.text.split()) for block in blocks)
    if not words:
        return replace(sheet, verdict="empty")
    return replace(sheet, words=words, verdict="ocr" if sheet.method == "ocr" else "clean")
