"""How long a text says that something lasts, and days counted on by months."""

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date
from functools import cache

from documents.model import Span
from documents.moments import flat, word_lists

UNIT_MONTHS = {"year": 12, "quarter": 3, "month": 1}


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it is shorter; never past the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def durations(text: str) -> Iterator[tuple[Span, int]]:
    """The lengths of time in `text`, in months, in order: "na trzy lata", "five-year", "36 miesięcy".

    A time told from today ("dwa lata temu", "za rok") is none, nor is a rhythm ("co dwa lata").
    """
    plain = flat(text)
    if not _LIKELY.search(plain):
        return
    for found in _pattern().finditer(plain):
        months = round(_many(found) * UNIT_MONTHS[_unit(found)])
        if months:
            yield Span(*found.span()), months


def amount(number: str) -> float:
    """What a number says, in figures or in words."""
    return float(number) if number.isdecimal() else numbers()[number]


@cache
def numbers() -> dict[str, float]:
    """The value of each number that has a word."""
    return {form: float(value) for value, forms in word_lists()["numbers"].items() for form in forms}


@cache
def units() -> dict[str, str]:
    """The unit (year, quarter, month, week, day) of each form of its name."""
    return {form: unit for unit, forms in word_lists()["units"].items() for form in forms}


def choice(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _many(found: re.Match[str]) -> float:
    if found["compound"]:
        return _compounds()[found["compound"]]
    number = found["adjective_number"] or found["number"]
    return (amount(number) if number else 1) + (0.5 if found["half"] else 0)


def _unit(found: re.Match[str]) -> str:
    if found["adjective"]:
        return "year" if found["adjective"].startswith("letn") else "month"
    return units()[found["unit"] or found["one"]]


@cache
def _compounds() -> dict[str, int]:
    return {form: int(value) for value, forms in word_lists()["compounds"].items() for form in forms}


_LIKELY = re.compile(r"rok|lat[ a]?|letn|mies|kwarta|year|month|quarter")


@cache
def _pattern() -> re.Pattern[str]:
    """Number and unit; number or number's stem and adjective; or the unit alone after a word for how long."""
    unit = choice(form for form, name in units().items() if name in UNIT_MONTHS)
    number = choice(form for form, value in numbers().items() if form not in ("a", "an", "half"))
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<compound>{choice(_compounds())})|(?P<adjective_number>[0-9]{{1,3}})[ -]?)"
        r"(?P<adjective>letni\w*|miesieczn\w+)"
        rf"|(?<![\w.,/-])(?<!\bza )(?<!\bco )(?<!\bin )(?<!\bevery )(?P<number>[0-9]{{1,3}}|{number})"
        rf"(?P<half> i pol| and a half)?[ -](?P<unit>{unit})\b(?! (?:temu|ago|wstecz)\b)(?! [12][0-9]{{3}}\b)"
        rf"|\b(?:na|o|for|by)(?: kolejn\w+| nastepn\w+| dalsz\w+| okres| an?)* (?P<one>{unit})\b(?! ?[0-9])"
    )
