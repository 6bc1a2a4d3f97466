"""Dates as Polish and English texts write them."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources

from documents.model import Span

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = {name: at for at, name in enumerate(_NUMERALS, 1)}


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    source = resources.files("documents") / "data" / "dates.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def date_words(kind: str) -> dict[str, list[str]]:
    """The words of one kind around dates, as data/dates.toml lists them."""
    return _lists()[kind]


@cache
def month_names() -> dict[str, int]:
    """The number of each month by every form of its name, lower case, Polish and English."""
    return {form: int(number) for number, forms in _lists()["months"].items() for form in forms}


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    day, year = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:19|20)\d\d"
    return re.compile(
        rf"\b(?P<iso_y>{year})[-/.](?P<iso_m>0?[1-9]|1[0-2])[-/.](?P<iso_d>{day})(?!\d)"
        rf"|\b(?P<num_d>{day})\s?[-/.]\s?(?P<num_m>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<num_y>{year})\b"
        rf"|\b(?P<day>{day})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>{month})\b\.?,?\s+(?P<year>{year})\b"
        rf"|\b(?P<rom_d>{day})\.?\s?(?P<rom_m>XI{{0,2}}|IX|IV|VI{{0,3}}|I{{1,3}})\.?\s?(?P<rom_y>{year})\b"
        rf"|\b(?P<us_m>{month})\b\.?\s+(?P<us_d>{day})(?:st|nd|rd|th)?,?\s+(?P<us_y>{year})\b",
        re.IGNORECASE,
    )


def dates(text: str) -> Iterator[tuple[Span, date]]:
    """The full dates in `text` in order: 2024-03-12, 12.03.2024, 12 marca 2024, March 12, 2024.

    Numbers alone are read day first, as both Poland and Britain write them.
    """
    for found in _pattern().finditer(text):
        parts = {name: value for name, value in found.groupdict().items() if value}
        day, month, year = _order(parts)
        number = month_names().get(month.lower()) or _ROMAN.get(month.upper()) or int(month)
        try:
            yield Span(*found.span()), date(int(year), number, int(day))
        except ValueError:  # 31 June: not a date, whatever it looks like
            continue


def _order(parts: dict[str, str]) -> tuple[str, str, str]:
    for day, month, year in (
        ("iso_d", "iso_m", "iso_y"),
        ("num_d", "num_m", "num_y"),
        ("day", "month", "year"),
        ("rom_d", "rom_m", "rom_y"),
    ):
        if day in parts:
            return parts[day], parts[month], parts[year]
    return parts["us_d"], parts["us_m"], parts["us_y"]


@cache
def said_words(kind: str) -> re.Pattern[str]:
    """A pattern for the words that announce the date of publication, of change, or the source's address."""
    words = "|".join(sorted(map(re.escape, _lists()["said"][kind]), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
