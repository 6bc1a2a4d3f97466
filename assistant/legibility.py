"""Citations told how their words were read: repaired, or by OCR."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.model import Answer, Citation
from documents.model import Span
from index.sheets import Cited, Flaws


class Sheets(Protocol):
    def flaws(self, cited: Sequence[Cited]) -> tuple[Flaws, ...]:
        """What is to be told of each of these spans."""


def as_read(answer: Answer, sheets: Sheets) -> Answer:
    """The answer, each citation saying whether letters were put back in it and whether OCR read it."""
    if not answer.citations:
        return answer
    spans = [Cited(one.document, Span(one.start, one.end), one.page) for one in answer.citations]
    pairs = zip(answer.citations, sheets.flaws(spans), strict=True)
    return replace(answer, citations=tuple(_told(citation, flaws) for citation, flaws in pairs))


def _told(citation: Citation, flaws: Flaws) -> Citation:
    return replace(citation, repaired=flaws.repaired, ocr=flaws.ocr) if any(flaws) else citation
