"""Days, months, quarters and years as texts write them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.moments import Moment, flat, moments, word_lists

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def _months(kind: str) -> list[str]:
    return [str(name) for name in word_lists()["months"][kind]]


def _said(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], moment.iso) for span, moment in moments(text)]


@given(
    day=_DAYS,
    style=st.sampled_from(
        [
            "{d.day} {pl} {d.year}",
            "{d.day} {flat} {d.year}",
            "{d.day}\u00a0{pl}\u00a0{d.year}",
            "{d.day} {upper} {d.year}",
            "{d.day}. {pl} {d.year}",
            "{d.day} {en} {d.year}",
            "{d.day}th of {en} {d.year}",
            "{d.day}-{en}-{d.year}",
            "{en} {d.day}, {d.year}",
            "{d.day} {roman} {d.year}",
            "{d.day}.{roman}.{d.year}",
            "{d:%d.%m.}{d.year}",
            "{d.day}/{d.month}/{d.year}",
            "{d:%d-%m-}{d.year}",
            "{d.year}-{d:%m-%d}",
        ]
    ),
    around=st.sampled_from(
        [("", ""), ("do ", " r."), ("(", ")"), ("od ", "r., a potem"), ("Stan: ", ", godz. 12")]
    ),
)
def test_a_day_is_read_back_however_it_is_written(day: date, style: str, around: tuple[str, str]) -> None:
    pl, en = _months("pl_of")[day.month - 1], _months("en")[day.month - 1]
    names = {"pl": pl, "flat": flat(pl), "upper": pl.upper(), "en": en, "roman": _ROMAN[day.month - 1]}
    written = style.format(d=day, **names)

    assert _said(f"{around[0]}{written}{around[1]}") == [(written, day.isoformat())]


@given(year=st.integers(1900, 2100), month=st.integers(1, 12), kind=st.sampled_from(["pl", "pl_of", "en"]))
def test_a_month_is_read_back(year: int, month: int, kind: str) -> None:
    written = f"{_months(kind)[month - 1]} {year}"

    assert _said(f"w klastrze, {written} roku") == [(written, f"{year}-{month:02}")]


@given(_DAYS, _DAYS)
def test_what_iso_says_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for moment in (
        Moment(first, last),
        Moment.day(first),
        Moment.month(first.year, first.month),
        Moment.quarter(first.year, (first.month + 2) // 3),
        Moment.year(first.year),
    ):
        assert Moment.from_iso(moment.iso) == moment


@given(_DAYS, st.sampled_from(["pl", "en"]))
def test_the_words_of_a_moment_are_read_back(day: date, language: str) -> None:
    for moment in (
        Moment.day(day),
        Moment.month(day.year, day.month),
        Moment.quarter(day.year, (day.month + 2) // 3),
        Moment.year(day.year),
    ):
        words = moment.words("pl" if language == "pl" else "en")

        assert _said(words) == [(words, moment.iso)]


@pytest.mark.parametrize(
    ("iso", "polish", "english"),
    [
        ("2025-12-17", "17 grudnia 2025", "17 December 2025"),
        ("2025-12", "grudzień 2025", "December 2025"),
        ("2025-Q2", "II kwartał 2025", "Q2 2025"),
        ("2025", "2025", "2025"),
        ("2022-11-07/2022-11-08", "7 listopada 2022 – 8 listopada 2022", "7 November 2022 – 8 November 2022"),
    ],
)
def test_a_moment_is_worded_in_both_languages(iso: str, polish: str, english: str) -> None:
    moment = Moment.from_iso(iso)

    assert (moment.words("pl"), moment.words("en")) == (polish, english)


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-Q5", "12", "marzec", "", "2025-12-17/2025-12-01", "2025-1-1-1"]
)
def test_what_is_no_moment_cannot_be_made(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Moment.from_iso(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("od 1 do 5 marca 2024", ("1 do 5 marca 2024", "2024-03-01/2024-03-05")),
        ("od poniedziałku 1 do piątku 5 marca 2024", ("1 do piątku 5 marca 2024", "2024-03-01/2024-03-05")),
        ("targi 7–8 listopada 2022 r.", ("7–8 listopada 2022", "2022-11-07/2022-11-08")),
        ("28 lutego – 3 marca 2024", ("28 lutego – 3 marca 2024", "2024-02-28/2024-03-03")),
        ("May 5-7, 2024", ("May 5-7, 2024", "2024-05-05/2024-05-07")),
        ("7-8.11.2022", ("7-8.11.2022", "2022-11-07/2022-11-08")),
        ("styczeń-luty 2024", ("styczeń-luty 2024", "2024-01-01/2024-02-29")),
        ("w latach 2013–2016", ("2013–2016", "2013-01-01/2016-12-31")),
        ("perspektywa 2021-27", ("2021-27", "2021-01-01/2027-12-31")),
        ("rok szkolny 2023/2024", ("2023/2024", "2023-01-01/2024-12-31")),
        ("w I kwartale 2024 r.", ("I kwartale 2024", "2024-Q1")),
        ("the third quarter of 2024", ("third quarter of 2024", "2024-Q3")),
        ("Q1 2024", ("Q1 2024", "2024-Q1")),
        ("H2 2023", ("H2 2023", "2023-07-01/2023-12-31")),
        ("ważne do 03.2024", ("03.2024", "2024-03")),
        ("stan: 2024-03", ("2024-03", "2024-03")),
        ("2025r.", ("2025", "2025")),
        ("kkk 2025", ("2025", "2025")),
        ("w 2024 firmy dołączyły", ("2024", "2024")),
        ("31 czerwca 2024", ("czerwca 2024", "2024-06")),
        ("nr 9-3 maja 2022", ("3 maja 2022", "2022-05-03")),
    ],
)
def test_less_than_a_day_and_more_than_one_are_read(text: str, said: tuple[str, str]) -> None:
    assert _said(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "do 500 osób",
        "do 2500 firm",
        "do 2000 firm",
        "2000 nowych miejsc pracy",
        "up to 2000 members",
        "2050 zł",
        "z 2000 członkami",
        "zatrudnia 2000+",
        "1900-2000 osób",
        "ponad 2000",
        "od 50 do 100 członków",
        "2 000 osób",
        "wersja 2.3.3",
        "110 kV",
        "ISO 9001:2015",
        "PN-EN ISO 14001:2015-09",
        "Dz.U. 2015 poz. 378",
        "Dz. U. z 2015 r. poz. 378",
        "rozporządzenie (UE) 2019/2088",
        "rozporządzenie (UE) nr 651/2014",
        "tel. 48 345 2019",
        "tel. +48 22 2019 345",
        "program Horyzont 2020",
        "uchwała nr 12/2024",
        "NIP 7642019345",
    ],
)
def test_what_counts_or_numbers_something_is_no_time(text: str) -> None:
    assert _said(text) == []


@given(st.text(max_size=80) | st.text(alphabet="0123456789./- –IVXr", max_size=40))
def test_any_text_is_read_without_error_and_in_order(text: str) -> None:
    spans = [span for span, _ in moments(text)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text())
def test_a_flat_text_is_as_long_as_the_text(text: str) -> None:
    assert len(flat(text)) == len(text)
