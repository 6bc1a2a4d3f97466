"""How many members a cluster had year by year, as tables tell it."""

import re
from collections.abc import Iterator
from datetime import date

from index.extraction.counts import whole_number
from index.extraction.labelled import label_kind
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.scene import Scene

YEAR = re.compile(r"\s*(?:19|20)(\d\d)(?:\s?r\.?|\s?roku)?\s*")


def by_year(scene: Scene) -> Iterator[Claim]:
    """The numbers of members below or beside years, in tables of a cluster's own."""
    for line in scene.lines:
        subject = scene.owner(line) if line.cells and not scene.named_in(line) else None
        if subject is None or not scene.is_sure(subject):
            continue
        for year, number, label in _numbers(line):
            said_on = date(year, 12, 31)
            yield scene.claim(line, subject, "members", number, qualifier=label, said_on=said_on)


def _numbers(line: Line) -> Iterator[tuple[int, str, str]]:
    """The years of a row with its numbers of members, and what counts them: a year in its first cell, or in
    the heads above its numbers."""
    first = line.cells[0]
    year = _year(first.text)
    for cell in line.cells[1:]:
        number = whole_number(cell.text)
        if number is None:
            continue
        if year is not None and label_kind(cell.head) == "members":
            yield year, str(number.value), cell.head
        head = _year(cell.head)
        if head is not None and year is None and label_kind(first.text) == "members":
            yield head, str(number.value), first.text


def _year(text: str) -> int | None:
    return int(re.sub(r"\D", "", text)) if YEAR.fullmatch(text) else None
