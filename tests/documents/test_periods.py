"""Until, since, on, during, before, after, between: what a text says of a time."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.moments import Moment, flat
from documents.periods import Period, periods

_TODAY = date(2026, 3, 15)


def _said(text: str, today: date | None = None) -> list[tuple[str, ...]]:
    return [_told(text, period) for period in periods(text, today=today)]


def _told(text: str, period: Period) -> tuple[str, ...]:
    words = text[period.span.start : period.span.end]
    ends = [moment.iso for moment in (period.moment, period.other) if moment]
    return (words, period.relation, *ends)


_CASES = [
    ("w 2019 roku albo później", ("w 2019 roku albo później", "since", "2019")),
    ("set up in 2016 or later", ("in 2016 or later", "since", "2016")),
    ("w 2010 r. lub wcześniej", ("w 2010 r. lub wcześniej", "until", "2010")),
    ("in 2010 and elsewhere", ("in 2010", "during", "2010")),
    ("status do 31 grudnia 2024", ("do 31 grudnia 2024", "until", "2024-12-31")),
    ("do końca 2024", ("do końca 2024", "until", "2024-12-31")),
    ("do końca roku 2024", ("do końca roku 2024", "until", "2024-12-31")),
    ("do końca marca 2024 r.", ("do końca marca 2024 r.", "until", "2024-03-31")),
    ("do końca I kwartału 2025", ("do końca I kwartału 2025", "until", "2025-03-31")),
    ("until 2025", ("until 2025", "until", "2025")),
    ("KKK do 2025", ("do 2025", "until", "2025")),
    ("through 2026", ("through 2026", "until", "2026")),
    ("no later than 2025", ("no later than 2025", "until", "2025")),
    ("valid thru 17.12.2025", ("thru 17.12.2025", "until", "2025-12-17")),
    ("ważny do: 17.12.2025", ("do: 17.12.2025", "until", "2025-12-17")),
    ("ważny do | 17.12.2025", ("do | 17.12.2025", "until", "2025-12-17")),
    ("termin ważności: 17.12.2025", ("termin ważności: 17.12.2025", "until", "2025-12-17")),
    ("status ważny 17.12.2025", ("ważny 17.12.2025", "until", "2025-12-17")),
    ("wygasa 17.12.2025 r.", ("wygasa 17.12.2025 r.", "until", "2025-12-17")),
    ("wygasa z końcem 2025", ("wygasa z końcem 2025", "until", "2025-12-31")),
    ("it expires on 17 December 2025", ("expires on 17 December 2025", "until", "2025-12-17")),
    ("kończy się w 2025", ("kończy się w 2025", "until", "2025")),
    ("by the end of 2024", ("by the end of 2024", "until", "2024-12-31")),
    ("valid: 2025-12-17", ("valid: 2025-12-17", "until", "2025-12-17")),
    ("until at least 2025", ("until at least 2025", "until", "2025")),
    ("nie później niż w 2025", ("nie później niż w 2025", "until", "2025")),
    ("do połowy 2025 r.", ("do połowy 2025 r.", "until", "2025")),
    ("nie wcześniej niż w 2025", ("nie wcześniej niż w 2025", "since", "2025")),
    ("od 21.10.2016", ("od 21.10.2016", "since", "2016-10-21")),
    ("since 2015", ("since 2015", "since", "2015")),
    ("począwszy od 2015 r.", ("począwszy od 2015 r.", "since", "2015")),
    ("od początku 2024", ("od początku 2024", "since", "2024-01-01")),
    ("w marcu 2024", ("w marcu 2024", "during", "2024-03")),
    ("w 2015 roku", ("w 2015 roku", "during", "2015")),
    ("kkk 2025", ("2025", "during", "2025")),
    ("valid on 1 June 2025", ("on 1 June 2025", "on", "2025-06-01")),
    ("on Friday, 17 December 2025", ("on Friday, 17 December 2025", "on", "2025-12-17")),
    ("ważny na dzień 1 czerwca 2025", ("na dzień 1 czerwca 2025", "on", "2025-06-01")),
    ("1 czerwca 2025 r.", ("1 czerwca 2025 r.", "on", "2025-06-01")),
    ("wygasł przed 2024", ("przed 2024", "before", "2024")),
    ("przed końcem 2024", ("przed końcem 2024", "before", "2024-12-31")),
    ("starsze niż 2015", ("starsze niż 2015", "before", "2015")),
    ("after 2025", ("after 2025", "after", "2025")),
    ("po 2025 roku", ("po 2025 roku", "after", "2025")),
    ("between 2023 and 2025", ("between 2023 and 2025", "between", "2023", "2025")),
    ("między 2023 a 2025", ("między 2023 a 2025", "between", "2023", "2025")),
    ("w latach 2013-2016", ("w latach 2013-2016", "between", "2013", "2016")),
    ("PO IR 2014-2020", ("2014-2020", "between", "2014", "2020")),
    ("od 2020 do 2023", ("od 2020 do 2023", "between", "2020", "2023")),
    ("od 1 do 5 marca 2024", ("od 1 do 5 marca 2024", "between", "2024-03-01", "2024-03-05")),
    (
        "od 21 października 2016 r. do końca 2024 r.",
        ("od 21 października 2016 r. do końca 2024 r.", "between", "2016-10-21", "2024-12-31"),
    ),
    ("1.01.2023 – 31.12.2024", ("1.01.2023 – 31.12.2024", "between", "2023-01-01", "2024-12-31")),
]


@pytest.mark.parametrize(("text", "told"), _CASES)
def test_a_period_is_read_with_the_words_that_tell_it(text: str, told: tuple[str, ...]) -> None:
    assert _said(text) == [told]


@pytest.mark.parametrize(("text", "told"), _CASES)
@pytest.mark.parametrize("change", [flat, str.upper, lambda text: text.replace(" ", "\u00a0")])
def test_letters_case_and_spaces_do_not_matter(
    text: str, told: tuple[str, ...], change: Callable[[str], str]
) -> None:
    [period] = periods(change(text))

    assert _told(text, period) == told


def test_several_periods_of_one_sentence_stay_apart() -> None:
    text = "Od 2016 r. w programie, status do 31 stycznia 2024, a w 2025 koniec."

    assert [period[1:] for period in _said(text)] == [
        ("since", "2016"),
        ("until", "2024-01-31"),
        ("during", "2025"),
    ]


def test_a_stretch_may_end_today() -> None:
    assert _said("od 2016 do dziś", _TODAY) == [("od 2016 do dziś", "between", "2016", "2026-03-15")]


def test_a_beginning_and_an_end_with_an_and_between_are_two_periods() -> None:
    assert [period[1] for period in _said("since 2016 and until 2025")] == ["since", "until"]


def test_a_unit_that_begins_the_next_period_is_not_taken_by_the_one_before() -> None:
    assert _said("2024 rok temu", _TODAY) == [("2024", "during", "2024"), ("rok temu", "on", "2025-03-15")]


def test_an_end_before_its_beginning_makes_no_stretch() -> None:
    assert [period[1] for period in _said("od 2024 do 2020")] == ["since", "until"]


@pytest.mark.parametrize("text", ["do 500 osób", "do 2500 firm", "od 50 do 100 członków", "ISO 9001:2015"])
def test_a_count_after_a_preposition_is_no_period(text: str) -> None:
    assert periods(text, today=_TODAY) == ()


@pytest.mark.parametrize(
    "word", ["obecnie", "Aktualnie", "dzis", "w tej chwili", "currently", "now", "as of today", "do dziś"]
)
def test_a_word_for_now_means_the_day_given(word: str) -> None:
    [period] = periods(f"kto ma KKK {word}?", today=_TODAY)

    assert (period.relation, period.moment) == ("now", Moment.day(_TODAY))


@pytest.mark.parametrize("text", ["obecnie", "w zeszłym roku", "do końca roku", "za rok", "within 12 months"])
def test_what_is_told_from_today_is_left_out_without_a_today(text: str) -> None:
    assert periods(text) == ()


@given(
    first=st.dates(min_value=date(1900, 1, 1), max_value=date(2098, 12, 31)),
    days=st.integers(1, 300),
    words=st.sampled_from(
        [("od ", " do "), ("", " – "), ("from ", " to "), ("between ", " and "), ("między ", " a ")]
    ),
)
def test_any_two_days_that_are_joined_are_one_stretch(first: date, days: int, words: tuple[str, str]) -> None:
    last = date.fromordinal(first.toordinal() + days)

    [period] = periods(f"ważny {words[0]}{first.isoformat()}{words[1]}{last:%d.%m.%Y} r.")

    assert (period.relation, period.moment, period.other) == ("between", Moment.day(first), Moment.day(last))


_PIECES = [
    "do",
    "od",
    "końca",
    "2024",
    "roku",
    "5",
    "maja",
    "-",
    "między",
    "a",
    "now",
    "za",
    "3",
    "lata",
    "r.",
    ":",
    "31",
    "br.",
]


@given(
    st.text(max_size=80) | st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join),
    st.none() | st.dates(),
)
def test_any_text_gives_periods_in_order_that_do_not_overlap(text: str, today: date | None) -> None:
    spans = [period.span for period in periods(text, today=today)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_word_of_time_with_a_capital_behind_another_is_of_a_name() -> None:
    assert _said("prowadzi Fundacja Apteka Jutra", _TODAY) == []
    assert _said("prowadzi od jutra", _TODAY) == [("od jutra", "since", "2026-03-16")]
