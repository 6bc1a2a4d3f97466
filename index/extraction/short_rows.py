"""Rows of a table whose empty cells were left out, as where a list is printed without them: each cell that is
left is put under the head of a column that it fits."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from index import words
from index.extraction.contacts import contacts_in, telephones_in
from index.extraction.labelled import label_kind
from index.extraction.lines import SEPARATOR, Cell, Line
from index.extraction.organisations import organisations_in
from index.extraction.people import people_in
from index.gazetteer import lexicon
from index.taxonomy import places_in

# Rows of fewer cells, and tables of fewer columns whose heads are known, do not show what was left out.
FEWEST_CELLS, FEWEST_KNOWN = 3, 3
# More would take long, and are no list of clusters.
MOST_CELLS = 24
NUMBER = re.compile(r"\W{0,2}\d[\d \u00a0.,]*\W{0,2}")
DATED = re.compile(r"\b(?:1[89]|20)\d\d\b")
# How well a text fits a column: it is surely of its kind, or may be.
SURELY, MAYBE = 2, 1
# A way to put cells under columns: how well it fits, the columns, and whether another fits as well.
Way = tuple[int, tuple[int, ...], bool]


def filled(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, the cells of rows that lack some under their heads, where one way fits best."""
    return tuple(_under_heads(line) if _is_short(line) else line for line in lines)


def _is_short(line: Line) -> bool:
    return FEWEST_CELLS <= len(line.cells) <= MOST_CELLS and bool(line.leads) and not line.cells[0].head


def _under_heads(line: Line) -> Line:
    heads = [head.strip() for head in line.leads[0].text.split(SEPARATOR)]
    kinds = [label_kind(head) for head in heads]
    if not len(line.cells) < len(heads) <= MOST_CELLS or sum(kind != "" for kind in kinds) < FEWEST_KNOWN:
        return line
    way = _best([cell.text.strip() for cell in line.cells], kinds)
    if way is None or way[2]:
        return line
    put = zip(way[1], line.cells, strict=True)
    return replace(line, cells=tuple(Cell(heads[n], cell.text, cell.start) for n, cell in put))


def _best(texts: Sequence[str], kinds: Sequence[str]) -> Way | None:
    """The best way to put texts in order under columns, the first under the first; None if there is none."""
    ways: list[Way | None] = [(0, (), False)] + [None] * len(kinds)
    for at, text in enumerate(texts):
        found: list[Way | None] = [None] * (len(kinds) + 1)
        for column, kind in enumerate(kinds if at else kinds[:1]):
            fits, before = _fit(text, kind), ways[column] if at else ways[0]
            put = (before[0] + fits, (*before[1], column), before[2]) if fits and before else None
            found[column + 1] = _better(found[column], put)
        if not at:
            found[1:] = [found[1]] * len(kinds)
        ways = found
    return ways[-1]


def _better(one: Way | None, other: Way | None) -> Way | None:
    if one is None or other is None or one[0] != other[0]:
        return max((way for way in (one, other) if way), key=lambda way: way[0], default=None)
    return (*one[:2], True)


def _fit(text: str, kind: str) -> int:
    """How well a text fits a column: 0 where its shape shows it to be another thing."""
    if text.casefold() in lexicon("card_values.toml")["nothing"]:
        return MAYBE
    shown = SHOWN.get(kind)
    if shown is not None and shown(text):
        return SURELY
    if kind in UNMISTAKABLE or any(SHOWN[other](text) for other in UNMISTAKABLE):
        return 0
    return 0 if kind == "region" else MAYBE


def _is_contact(kind: str) -> Callable[[str], bool]:
    return lambda text: any(one.kind == kind for one in contacts_in(text))


def _is_phone(text: str) -> bool:
    return next(telephones_in(text), None) is not None


def _is_place(kind: str) -> Callable[[str], bool]:
    return lambda text: any(one.kind == kind for one in places_in(f"w {text}") or places_in(text))


def _is_body(text: str) -> bool:
    return any(found.span.start <= 1 for found in organisations_in(text))


def _is_person(text: str) -> bool:
    return bool(people_in(text)) and not _is_body(text)


def _is_count(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None and not _is_phone(text) and not DATED.fullmatch(text)


def _is_date(text: str) -> bool:
    return DATED.search(text) is not None and len(words.tokenize(text)) <= 4 and not _is_phone(text)


SHOWN: Mapping[str, Callable[[str], bool]] = {
    "email": _is_contact("email"),
    "website": _is_contact("website"),
    "phone": _is_phone,
    "members": _is_count,
    "founded": _is_date,
    "region": _is_place("region"),
    "place": _is_place("town"),
    "coordinator": _is_body,
    "representative": _is_body,
    "person": _is_person,
}
# Kinds whose values look like nothing else.
UNMISTAKABLE = ("email", "website", "phone", "members", "founded")
