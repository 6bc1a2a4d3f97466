"""Cards whose values are led up to by dots, "Seat ........ Graz": read as labels with a colon."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

_LED = re.compile(
    r"(?P<label>\s*[^\W\d_][^.:|]{0,90}?)\s*(?:\.{4,}|(?:\.\s){4,}|…{2,}|(?<=\s)(?:\.{3}|…)(?=\s))\s*(?P<value>\S.*)"
)
_PAGE = re.compile(r"\d{1,4}\s*")
_FEWEST = 2
# A page out of order is one of more than so many.
_SELDOM = 3


def unled(lines: Sequence[str]) -> list[str]:
    """The lines, those of cards with a colon for their dots; tables of contents, whose values are pages that
    rise but for one, as they are."""
    found: list[str] = []
    told = zip(lines, map(_LED.fullmatch, lines), strict=True)
    for _, block in groupby(told, key=lambda one: one[1] is not None):
        plain, matches = zip(*block, strict=True)
        led = [one for one in matches if one is not None]
        pages = [int(one["value"]) for one in led if _PAGE.fullmatch(one["value"])]
        falls = sum(later < page for page, later in pairwise(pages))
        card = len(led) >= _FEWEST and (len(pages) * 2 < len(led) or falls * _SELDOM >= len(pages))
        found += [f"{one['label']}: | {one['value']}" for one in led] if card else plain
    return found
