"""Statuses in time: a bar from the beginning to the end of each, those that end last first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from documents.moments import Moment
from web.api.standing import Standing
from web.i18n import Texts

# What a telephone's width has room for.
_TICKS = 7
_STEPS = (1, 2, 5, 10, 20, 50)
# More than these nobody looks through; the table has them all.
MOST_BARS = 60
# In pixels: lengths along the time are in percent, so that letters keep their size at any width.
_TOP, _HEADING, _BAR, _FOOT = 52, 34, 30, 6
_LETTERS = 52
# How far a bar fades out towards an end that is not known; more would look as if it had lasted so long.
_FADE = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A status of a cluster, for its bar; what is not known of its beginning or its end is None."""

    name: str
    label: str
    address: str
    since: Moment | None
    until: Moment | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: `left` and `width` in percent, `top` in pixels. `fades` names the end that is not known."""

    name: str
    label: str
    period: str
    address: str
    left: float
    width: float
    top: int
    standing: Standing
    fades: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The end that the bars below it share, and how many they are."""

    until: str
    count: int
    top: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Tick:
    """A year's first day, in percent of the width."""

    at: float
    year: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing; `day` is where the marked day stands, `dated` statuses have any date."""

    template: ClassVar[str] = "parts/timeline.html"
    height: int
    ticks: tuple[Tick, ...]
    headings: tuple[Heading, ...]
    bars: tuple[Bar, ...]
    day: float
    day_words: str
    dated: int
    undated: int


def timeline(statuses: Sequence[Lasting], day: date, day_words: str, t: Texts) -> Timeline | None:
    """The drawing with one day marked, or None where no status has a date."""
    dated = sorted((one for one in statuses if one.since or one.until), key=_order)
    if not dated:
        return None
    shown = dated[:MOST_BARS]
    axis = _Axis.of(shown, day)
    headings, bars, top = [], [], _TOP
    for _, group in groupby(shown, key=_end):
        ending = list(group)
        until = ending[0].until
        words = t("clusters.until", day=until.words(t.language)) if until else t("clusters.endless")
        headings.append(Heading(words, len(ending), top, ending[0].standing))
        top += _HEADING
        for one in ending:
            bars.append(_bar(one, axis, top, t))
            top += _BAR
    return Timeline(
        top + _FOOT,
        axis.ticks(),
        tuple(headings),
        tuple(bars),
        axis.at(day),
        day_words,
        len(dated),
        len(statuses) - len(dated),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Whole years from the first day to the last."""

    first: date
    last: date

    @staticmethod
    def of(statuses: Iterable[Lasting], day: date) -> "_Axis":
        days = [day]
        for one in statuses:
            days += [one.since.first] if one.since else []
            days += [one.until.last] if one.until else []
            # Room for a beginning or an end that is not known.
            days += [one.until.last - _FADE] if one.until and not one.since else []
            days += [one.since.first + _FADE] if one.since and not one.until else []
        return _Axis(date(min(days).year, 1, 1), date(max(days).year, 12, 31))

    def at(self, day: date) -> float:
        """Where a day stands, in percent."""
        return round((day - self.first).days * 100 / ((self.last - self.first).days + 1), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Round years, as many as there is room for."""
        years = range(self.first.year, self.last.year + 1)
        step = next((one for one in _STEPS if len(years) / one <= _TICKS), _STEPS[-1])
        return tuple(Tick(self.at(date(year, 1, 1)), str(year)) for year in years if year % step == 0)


def _bar(one: Lasting, axis: _Axis, top: int, t: Texts) -> Bar:
    first = one.since.first if one.since else one.until.last - _FADE if one.until else axis.first
    last = one.until.last if one.until else first + _FADE
    left, right = axis.at(first), axis.at(last + timedelta(days=1))
    fades = "" if one.since and one.until else "start" if one.until else "end"
    return Bar(
        _cut(one.name),
        one.label,
        period(one.since, one.until, t),
        one.address,
        left,
        # A status of a day still has to be seen.
        round(max(right - left, 0.6), 2),
        top,
        one.standing,
        fades,
    )


def period(since: Moment | None, until: Moment | None, t: Texts) -> str:
    """A validity in words: od 18 listopada 2022 do 17 grudnia 2025; "" where nothing is said."""
    begun = t("clusters.since", day=since.words(t.language)) if since else ""
    ends = t("clusters.until", day=until.words(t.language)) if until else ""
    return f"{begun} {ends}".strip()


def _end(one: Lasting) -> str:
    return one.until.iso if one.until else ""


def _order(one: Lasting) -> tuple[int, str, str]:
    # Those without an end stand last.
    return (-one.until.last.toordinal() if one.until else 0, _end(one), one.name.casefold())


def _cut(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"
