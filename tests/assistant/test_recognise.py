"""Words of the kind a question asks for."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Asked
from assistant.recognise import spans

FOUND: list[tuple[Asked, str, list[str]]] = [
    ("date", "Ważny do 30 czerwca 2027 roku.", ["30 czerwca 2027"]),
    ("date", "Valid until 1 October 2028.", ["1 October 2028"]),
    ("date", "On October 1, 2028 it ends.", ["October 1, 2028"]),
    ("date", "Od 12.05.2019 do 2020-01-31.", ["12.05.2019", "2020-01-31"]),
    ("date", "Powstał w 2009 roku.", ["2009 roku"]),
    ("date", "W latach 2014-2020 działał.", ["latach 2014-2020"]),
    ("date", "Zamek z XIV wieku.", ["XIV wieku"]),
    ("number", "Skupia 48 firm.", ["48"]),
    ("number", "Skupia ponad 1 200 firm.", ["ponad 1 200"]),
    ("number", "Skupia 1500 firm.", ["1500"]),
    ("number", "Dzwoń: tel. 600 555 714.", []),
    ("number", "Budżet to 2,5 mln złotych.", ["2,5 mln"]),
    ("number", "Wzrost o 12 %.", ["12 %"]),
    ("number", "Skupia siedem firm.", ["siedem"]),
    ("number", "It has sixty members.", ["sixty"]),
    ("number", "Dwadzieścia siedem firm i sto dwie osoby.", ["Dwadzieścia siedem", "sto dwie"]),
    ("number", "Forty-six members is not small.", ["Forty-six"]),
    ("number", "Powstał 3 maja 2009 roku.", []),
    ("number", "Powstał w 2015 roku.", []),
    ("number", "It was founded in 2015.", []),
    ("phone", "tel. 55 123 45 67", ["55 123 45 67"]),
    ("phone", "Call +48 600 700 800 now", ["+48 600 700 800"]),
    ("phone", "Skupia 48 firm", []),
    ("phone", "Last updated: 2025-09-30", []),
    ("phone", "w latach 1898-1902", []),
    ("email", "Pisz: biuro@ster.example.", ["biuro@ster.example"]),
    ("email", "biuro małpa ster", []),
    ("website", "Zob. https://ster.example/o-nas.", ["https://ster.example/o-nas"]),
    ("website", "Strona: www.ster.pl, zapraszamy", ["www.ster.pl"]),
    ("website", "Pisz: biuro@ster.pl", []),
    ("address", "Biuro: ul. Portowa 7, 82-300 Elbląg", ["ul. Portowa 7, 82-300 Elbląg"]),
    ("address", "Office: 12 Harbour Street", ["12 Harbour Street"]),
    ("address", "W ulicy nie było nikogo", []),
    ("person", "Klastrem kieruje Halina Wodnicka.", ["Halina Wodnicka"]),
    ("person", "nikt go nie reprezentuje", []),
    ("place", "Biuro mieści się w Elblągu.", ["Elblągu"]),
    ("place", "Its seat is in the Vistula Delta.", ["Vistula Delta"]),
    ("place", "w biurze klastra", []),
    ("reason", "Powstał, aby budować łodzie.", ["aby"]),
    ("reason", "It was founded in order to build boats.", ["in order to"]),
    ("definition", "Stępka to belka.", ["to"]),
    ("yes_no", "Powstał 3 maja 2009 roku w Elblągu.", []),
]


@pytest.mark.parametrize(("asked", "text", "expected"), FOUND)
def test_what_is_of_the_kind_is_found_and_nothing_else(asked: Asked, text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in spans(text, asked)] == expected


def test_a_capital_at_the_start_of_a_sentence_is_a_name_only_if_it_goes_on() -> None:
    assert spans("Dyrektor otworzył spotkanie.", "person") == ()
    assert spans("Dyrektor Żarnowski otworzył spotkanie.", "person") == ((0, 18),)


def test_a_stop_word_at_the_start_is_no_part_of_the_name() -> None:
    assert spans("The Lantern glows.", "person") == ((4, 11),)


def test_letters_that_fold_into_two_move_no_offset() -> None:
    text = "Straße ß: powstał, aby trwać"

    (span,) = spans(text, "reason")
    assert text[span.start : span.end] == "aby"


PIECES = st.sampled_from(
    [
        "tel. ",
        "55 123 45 67",
        "12 maja 2029",
        "w ",
        "Elblągu",
        "ul. Portowa 7",
        "48 ",
        "firm",
        "@",
        "a@b.pl",
        "aby ",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=8).map(" ".join))


@given(TEXTS, st.sampled_from(get_args(Asked)))
def test_spans_are_inside_the_text_and_not_empty(text: str, asked: Asked) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans(text, asked))


@given(TEXTS, st.sampled_from(get_args(Asked)))
def test_spans_are_in_order(text: str, asked: Asked) -> None:
    found = spans(text, asked)

    assert list(found) == sorted(found)
