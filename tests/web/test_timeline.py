"""Statuses as bars in time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from documents.moments import Moment
from web.i18n import texts
from web.picture.timeline import MOST_BARS, Lasting, timeline

_T = texts("en")
_TODAY = date(2026, 11, 22)
_DAYS = some.dates(date(1990, 1, 1), date(2060, 12, 31))


def _lasting(name: str, since: date | None, until: date | None) -> Lasting:
    begun = Moment.day(since) if since else None
    ends = Moment.day(until) if until else None
    return Lasting(name, "KKK", f"/{name}", begun, ends, "holds")


def test_bars_stand_in_groups_of_one_end_the_latest_first() -> None:
    early, late = date(2024, 6, 30), date(2028, 3, 31)
    drawn = timeline(
        [_lasting("b", None, early), _lasting("c", None, late), _lasting("a", None, early)],
        _TODAY,
        "today",
        _T,
    )

    assert drawn
    assert [bar.name for bar in drawn.bars] == ["c", "a", "b"]
    assert [(one.until.replace("\u00a0", " "), one.count) for one in drawn.headings] == [
        ("until 31 March 2028", 1),
        ("until 30 June 2024", 2),
    ]
    assert [bar.top for bar in drawn.bars] == sorted(bar.top for bar in drawn.bars)


def test_what_is_not_known_fades() -> None:
    drawn = timeline(
        [
            _lasting("no beginning", None, date(2028, 3, 31)),
            _lasting("no end", date(2020, 1, 1), None),
            _lasting("both", date(2020, 1, 1), date(2028, 3, 31)),
        ],
        _TODAY,
        "today",
        _T,
    )

    assert drawn
    assert {bar.name: bar.fades for bar in drawn.bars} == {
        "no beginning": "start",
        "no end": "end",
        "both": "",
    }


def test_a_bar_whose_beginning_is_not_known_does_not_look_as_long_as_the_drawing() -> None:
    long, unknown = date(2000, 1, 1), date(2026, 3, 31)
    drawn = timeline(
        [_lasting("long", long, unknown), _lasting("unknown", None, unknown)], _TODAY, "today", _T
    )

    assert drawn
    widths = {bar.name: bar.width for bar in drawn.bars}
    assert widths["unknown"] < widths["long"] / 5


def test_a_status_without_any_date_is_counted_and_not_drawn() -> None:
    drawn = timeline([_lasting("dated", None, _TODAY), _lasting("undated", None, None)], _TODAY, "today", _T)

    assert drawn
    assert [bar.name for bar in drawn.bars] == ["dated"]
    assert (drawn.dated, drawn.undated) == (1, 1)
    assert timeline([_lasting("undated", None, None)], _TODAY, "today", _T) is None


def test_of_very_many_those_that_end_last_are_drawn() -> None:
    many = [_lasting(f"c{year}", None, date(year, 1, 1)) for year in range(1990, 1990 + MOST_BARS + 9)]
    drawn = timeline(many, _TODAY, "today", _T)

    assert drawn
    assert len(drawn.bars) == MOST_BARS
    assert drawn.bars[0].name == "c2058"
    assert drawn.dated == MOST_BARS + 9


@given(some.lists(some.tuples(_DAYS, _DAYS), min_size=1, max_size=8), _DAYS)
def test_every_bar_and_the_day_lie_within_the_drawing(ends: list[tuple[date, date]], day: date) -> None:
    drawn = timeline(
        [_lasting(str(at), min(pair), max(pair)) for at, pair in enumerate(ends)], day, "today", _T
    )

    assert drawn
    assert 0 <= drawn.day <= 100
    assert 0 < len(drawn.ticks) <= 7
    for bar in drawn.bars:
        assert 0 <= bar.left <= 100
        assert bar.width > 0
        # A bar of a day at the very end is made wide enough to be seen.
        assert bar.left + bar.width <= 101
        assert bar.top < drawn.height


@pytest.mark.parametrize(("length", "shown"), [(52, "x" * 52), (53, "x" * 51 + "…")])
def test_a_name_longer_than_a_telephone_is_wide_is_cut(length: int, shown: str) -> None:
    drawn = timeline([_lasting("x" * length, None, _TODAY)], _TODAY, "today", _T)

    assert drawn
    assert drawn.bars[0].name == shown
