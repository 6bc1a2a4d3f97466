"""The days and months that a text tells without their year: 12 March, w lutym."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from documents.dates import month_names
from documents.durations import choice
from documents.moments import Moment, Written, flat

# A year behind a month, if of another calendar than ours, makes it no month of about now.
_OF_YEAR = r"(?!\.?,? ?[0-9])"


def yearless(plain: str, near: date) -> Iterator[Written]:
    """The days, and the months behind "w" or "in", that a `flat` text names without a year, in order: of the
    years those in which they are nearest to a day."""
    for found in _pattern().finditer(plain):
        day, month = (
            found["day"] or found["us_day"],
            found["month"] or found["us_month"] or found["only"] or found["in_only"],
        )
        years = (near.year - 1, near.year, near.year + 1)
        told = [one for year in years if (one := _moment(day, _forms()[month], year)) is not None]
        if told:
            yield Written(*found.span(), min(told, key=lambda one: abs((one.last - near).days)))


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
    months = choice(_forms())
    day = r"(?:0?[1-9]|[12][0-9]|3[01])"
    return re.compile(
        rf"(?<![\w.])(?:(?P<day>{day})(?:st|nd|rd|th)?\.? (?:of )?(?P<month>{months})\b{_OF_YEAR}"
        rf"|(?<![0-9] )(?P<us_month>{months}) (?P<us_day>{day})(?:st|nd|rd|th)?\b{_OF_YEAR}"
        rf"|(?<=\bw )(?P<only>{months})\b{_OF_YEAR}|(?<=\bin )(?P<in_only>{months})\b{_OF_YEAR})"
    )
