"""The lines of a list answer: a table that can be sorted, or ranked cards."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import quote

from assistant.model import Coverage, Item, Turn
from documents.moments import Moment
from web.i18n import Texts
from web.pages.marker import Marker, markers_of
from web.pages.sheet import FORMS
from web.whole import whole

_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_ORDER = {letter: chr(0x100 + 2 * place) for place, letter in enumerate(_ALPHABET)}
# The name itself, in an address that sorts.
NAME = "name"


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column the items of which turn are sorted."""

    turn: int
    key: str
    down: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head: its words, the address that sorts by it, and how it is sorted now."""

    label: str
    address: str
    order: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is shown and, in `value`, as it is kept and sorted by; `iso_day` where it is a day."""

    label: str
    text: str
    iso_day: str
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """An item; `rank` from 1 in the answer's own order, `address` its cluster's page, if it is one."""

    rank: int
    name: str
    address: str
    aliases: tuple[str, ...]
    cells: tuple[Cell, ...]
    reason: str
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """All of them; `ranked` where their order is the answer. `files` are forms and addresses to keep them."""

    template: ClassVar[str] = "parts/items.html"
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    ranked: bool
    coverage: str
    files: tuple[tuple[str, str], ...]


def items_of(turn: Turn, sort: Sort | None, markers: Mapping[int, Marker], t: Texts) -> Items:
    """The items of a turn in the order asked for, the answer's own when none is."""
    items = turn.answer.items
    keys = detail_keys(items)
    rows = [(item, _row(rank, item, keys, (markers, t))) for rank, item in enumerate(items, 1)]
    mine = sort if sort and sort.turn == turn.number and sort.key in (NAME, *keys) else None
    if mine:
        rows = _sorted(rows, mine)
    return Items(
        columns=tuple(_column(key, turn, mine, t) for key in (NAME, *keys)),
        rows=tuple(row for _, row in rows),
        ranked=turn.answer.kind == "recommendation",
        coverage=_coverage(turn.answer.coverage, t),
        files=tuple((form, f"/c/{turn.conversation}/{turn.number}.{form}") for form in FORMS),
    )


def detail_keys(items: Sequence[Item]) -> list[str]:
    """What is known of some of the items, in the order it comes."""
    return list(dict.fromkeys(key for item in items for key in item.details))


def detail_label(key: str, t: Texts) -> str:
    """What a detail is called."""
    return t.get(f"detail.{key}") or key.replace("_", " ")


def parse_sort(value: str) -> Sort | None:
    """What `3.valid_until` or `3.-valid_until` in an address asks for, or None."""
    turn, _, key = value.partition(".")
    number = whole(turn)
    if number is None or not key:
        return None
    return Sort(number, key.removeprefix("-"), key.startswith("-"))


def collation(text: str) -> str:
    """A key that sorts as a Polish dictionary does, in either language."""
    return "".join(_ORDER.get(letter, letter) for letter in text.casefold())


def _sorted(rows: Sequence[tuple[Item, Row]], sort: Sort) -> list[tuple[Item, Row]]:
    def value(item: Item) -> str:
        return item.name if sort.key == NAME else item.details.get(sort.key, "")

    there = [pair for pair in rows if value(pair[0])]
    missing = [pair for pair in rows if not value(pair[0])]
    # What is not known stays below, whichever way the column is sorted.
    return [*sorted(there, key=lambda pair: _weight(value(pair[0])), reverse=sort.down), *missing]


def _weight(value: str) -> str:
    """A key that sorts numbers in a text by their size."""
    return collation(re.sub(r"\d+", lambda found: found[0].zfill(12), value))


def _row(rank: int, item: Item, keys: Sequence[str], words: tuple[Mapping[int, Marker], Texts]) -> Row:
    markers, t = words
    cells = tuple(_cell(key, item.details.get(key, ""), t) for key in keys)
    address = f"/clusters/{quote(item.cluster, safe='')}" if item.cluster else ""
    cited = markers_of(item.citations, markers)
    return Row(rank, item.name, address, item.aliases, cells, item.reason, cited)


def _cell(key: str, value: str, t: Texts) -> Cell:
    cell = Cell(detail_label(key, t), value, "", value)
    if not re.fullmatch(r"\d{4}-(\d\d(-\d\d)?|Q\d)(/\d{4}-\d\d-\d\d)?", value, re.ASCII):
        return cell
    try:
        moment = Moment.from_iso(value)
    except ValueError:
        return cell
    if moment.first == moment.last:
        return replace(cell, text=t.day(moment.first), iso_day=value)
    return replace(cell, text=moment.words(t.language))


def _column(key: str, turn: Turn, sort: Sort | None, t: Texts) -> Column:
    present = sort is not None and sort.key == key
    down = present and sort is not None and not sort.down
    order = ("descending" if sort and sort.down else "ascending") if present else ""
    by = quote(f"{turn.number}.{'-' if down else ''}{key}")
    address = f"/c/{turn.conversation}?sort={by}#turn-{turn.number}"
    return Column(detail_label(key, t), address, order)


def _coverage(coverage: Coverage | None, t: Texts) -> str:
    if coverage is None:
        return ""
    return t("answer.coverage", found=coverage.found, of=coverage.of, n=coverage.documents)
