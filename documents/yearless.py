"""The days and months that a text tells without their year: 12 March, w lutym."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from documents.dates import date_words, month_names
from documents.durations import choice
from documents.moments import Moment, Written, flat

# What was is told oftener than what will be: a day ahead is taken for twice as far.
_AHEAD = 2


def yearless(plain: str, near: date) -> Iterator[Written]:
    """The days, and the months behind a preposition, that a `flat` text names without a year, in order: of
    the years those in which they are nearest to a day, those before it before those after."""
    for found in _pattern().finditer(plain):
        day = found["day"] or found["us_day"]
        month = found["month"] or found["us_month"] or found["only"]
        years = (near.year - 1, near.year, near.year + 1)
        told = [one for year in years if (one := _moment(day, _forms()[month], year)) is not None]
        if told:
            yield Written(*found.span(), min(told, key=lambda one: _distance(one, near)))


def _distance(moment: Moment, near: date) -> int:
    days = (moment.last - near).days
    return days * _AHEAD if days > 0 else -days


def _moment(day: str | None, month: int, year: int) -> Moment | None:
    try:
        return Moment.day(date(year, month, int(day))) if day else Moment.month(year, month)
    except ValueError:  # 31 June
        return None


@cache
def _forms() -> dict[str, int]:
    return {flat(form): number for form, number in month_names().items()}


@cache
def _pattern() -> re.Pattern[str]:
    months, told = choice(_forms()), date_words("yearless")
    ends = ("" if word.endswith("-") else " " for word in told["before"])
    behind = "|".join(rf"(?<=\b{word}{end})" for word, end in zip(told["before"], ends, strict=True))
    no_street = "".join(rf"(?<!{re.escape(word)} )" for word in told["streets"])
    # A year behind a month, if of another calendar than ours, makes it no month of about now.
    of_year = rf"(?!\.?,? ?(?:[0-9]|(?:of )?(?:{'|'.join(told['which'])})\b))"
    day = r"(?:0?[1-9]|[12][0-9]|3[01])"
    return re.compile(
        rf"(?<![\w.]){no_street}(?:(?P<day>{day})(?:st|nd|rd|th)?\.? (?:of )?(?P<month>{months})\b{of_year}"
        rf"|(?<![0-9] )(?P<us_month>{months}) (?P<us_day>{day})(?:st|nd|rd|th)?\b{of_year}"
        rf"|(?:{behind})(?P<only>{months})\b{of_year})"
    )
