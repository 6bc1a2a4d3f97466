"""A chart as text: what it is called, what its axes measure, and its figures as a table."""

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.joining import plain
from documents.model import Block
from documents.package import row

# A chart of more points is one of measurements, of which none is worth a sentence.
_MOST_ROWS = 60
_DAY_ZERO = datetime.date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its name, and its value at each category, "" where it has none."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. `across` and `up` are the titles of its axes, "" where they have none."""

    title: str
    across: str
    up: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]


def blocks(chart: Chart) -> Iterator[Block]:
    """The titles as paragraphs, then the names of the series as heads over a row for each category."""
    yield from (Block(plain(text)) for text in (chart.title, chart.up) if text.strip())
    if not chart.series or not chart.categories or len(chart.categories) > _MOST_ROWS:
        return
    yield Block(row([plain(chart.across), *(plain(each.name) for each in chart.series)]), "head")
    for at, category in enumerate(chart.categories):
        values = [each.values[at] if at < len(each.values) else "" for each in chart.series]
        if category or any(values):
            yield Block(row([plain(category), *values]), "row")


def figure(value: str, form: str = "") -> str:
    """A number as people write it: whole, or with its decimals, a share as per cent, a day as a date."""
    try:
        number = float(value)
    except ValueError:
        return plain(value)
    if not math.isfinite(number):
        return ""
    if "%" in form:
        return f"{_short(round(number * 100, 6))}%"
    if _is_day(form) and 0 < number < 100_000:
        return (_DAY_ZERO + datetime.timedelta(days=int(number))).isoformat()
    return _short(number)


def _short(number: float) -> str:
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else f"{number:.10g}"


def _is_day(form: str) -> bool:
    low = form.lower()
    return "yy" in low and not any(sign in low for sign in '#0"')


def by_column(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Series, ...]:
    """The series of a table whose first column holds the categories."""
    return tuple(
        Series(name, tuple(line[at] if at < len(line) else "" for line in rows))
        for at, name in enumerate(heads[1:], start=1)
    )
