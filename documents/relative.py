"""The times that texts tell from today: next year, dwa lata temu, do końca roku, w ciągu 12 miesięcy."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from documents.dates import month_names
from documents.durations import UNIT_MONTHS, add_months, amount, choice, numbers, units
from documents.moments import Moment, Written, flat, word_lists

_DAYS = {"week": 7, "day": 1}


def relative(plain: str, today: date) -> Iterator[Written]:
    """What a `flat` text tells from today, in order; a stretch from or to today has both ends."""
    if not _likely().search(plain):
        return
    for found in _pattern().finditer(plain):
        try:
            first, *others = _told(found, today)
        except (ValueError, OverflowError):  # 31 June of this year; a day past the calendar
            continue
        yield Written(found.start(), found.end(), first, others[0] if others else None)


@cache
def now_words() -> re.Pattern[str]:
    """A pattern for a word that means this day, in a `flat` text."""
    return re.compile(rf"\b(?:{choice(word_lists()['relative']['now'])})\b")


def _told(found: re.Match[str], today: date) -> tuple[Moment, ...]:
    if found["day"]:
        return (Moment.day(today + timedelta(days=_days()[found["day"]])),)
    if found["ago_unit"]:
        return (Moment.day(_moved(today, found["ago_unit"], -amount(found["ago"] or "1"))),)
    if found["point_unit"]:
        return (Moment.day(_moved(today, found["point_unit"], amount(found["point"] or found["in"] or "1"))),)
    if found["stretch_unit"]:
        return _stretch(found, today)
    if found["edge_unit"]:
        whole = _calendar(today, units()[found["edge_unit"]], 0)
        return (Moment.day(whole.last if found["ending"] else whole.first),)
    shift = -1 if found["last"] else 1 if found["next"] else 0
    if found["month"]:
        return (_dated(found, today.year + shift),)
    return (_calendar(today, units()[found["unit"]] if found["unit"] else "year", shift),)


def _stretch(found: re.Match[str], today: date) -> tuple[Moment, Moment]:
    length = amount(found["stretch"] or found["alone"] or found["plainly"] or "1")
    if found["backward"] or found["backward_number"]:
        return Moment.day(_moved(today, found["stretch_unit"], -length)), Moment.day(today)
    return Moment.day(today), Moment.day(_moved(today, found["stretch_unit"], length))


def _dated(found: re.Match[str], year: int) -> Moment:
    month = _month_forms()[found["month"]]
    return Moment.day(date(year, month, int(found["of"]))) if found["of"] else Moment.month(year, month)


def _moved(today: date, name: str, length: float) -> date:
    unit = units()[name]
    if unit in UNIT_MONTHS:
        return add_months(today, round(length * UNIT_MONTHS[unit]))
    return today + timedelta(days=round(length * _DAYS[unit]))


def _calendar(today: date, unit: str, shift: int) -> Moment:
    """The year, quarter, month, week or day that today is in, or one before or after it."""
    if unit == "year":
        return Moment.year(today.year + shift)
    if unit in _DAYS:
        first = today - timedelta(days=today.weekday() if unit == "week" else 0)
        first += timedelta(days=shift * _DAYS[unit])
        return Moment(first, first + timedelta(days=_DAYS[unit] - 1))
    day = add_months(today.replace(day=1), shift * UNIT_MONTHS[unit])
    if unit == "quarter":
        return Moment.quarter(day.year, (day.month + 2) // 3)
    return Moment.month(day.year, day.month)


@cache
def _days() -> dict[str, int]:
    return {word: int(days) for days, words in word_lists()["days"].items() for word in words}


@cache
def _month_forms() -> dict[str, int]:
    return {flat(form): number for form, number in month_names().items()}


@cache
def _likely() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{choice(_days())}|{choice(units())}|b\. ?r\b|br\b)\b")


@cache
def _pattern() -> re.Pattern[str]:
    lists = word_lists()["relative"]
    unit, number = choice(units()), rf"[0-9]{{1,3}}|{choice(numbers())}"
    words = {name: "|".join(patterns) for name, patterns in lists.items()}
    last, first = map(choice, (word_lists()["edge"]["last"], word_lists()["edge"]["first"]))
    month = rf"(?:(?P<of>[0-9]{{1,2}})(?:st|nd|rd|th)?\.? )?(?P<month>{choice(_month_forms())}),? (?:of )?"
    which = (
        rf"(?:(?:(?P<last>{words['last']})|(?:{words['this']})|(?P<next>{words['next']})) (?P<unit>{unit})"
        rf"|(?:{words['this_year']})\.?)"
    )
    onward = rf"(?:{words['stretch_next']}|(?P<backward>{words['stretch_last']}))"
    counted = rf"(?:{words['with_number_next']}|(?P<backward_number>{words['with_number_last']}))"
    direction = rf"(?:{onward}(?: (?P<stretch>{number}))?|{counted} (?P<alone>{number}))"
    return re.compile(
        rf"\b(?:(?P<day>{choice(_days())})"
        rf"|(?:(?P<ago>{number}) )?(?P<ago_unit>{unit}) (?:{words['ago']})"
        rf"|(?:za(?: (?P<point>{number}))?|in (?P<in>{number})) (?P<point_unit>{unit})"
        rf"|(?:(?:{words['ahead']}|{words['ahead_with_direction']}) {direction}"
        rf"|(?:{words['ahead']})(?: (?P<plainly>{number}))?) (?P<stretch_unit>{unit})"
        rf"|(?:(?P<ending>{last})|(?:{first}))(?: the)? (?P<edge_unit>{unit})"
        rf"|(?:{month})?{which}"
        r")\b(?! ?[0-9])"
    )
