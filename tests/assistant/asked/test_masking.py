"""What is struck out of questions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.asked.masking import masked
from assistant.asked.persons import Known
from documents.model import Span


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("mój mail to jan.kowalski+x@poczta.example.pl, proszę", "mój mail to [e-mail], proszę"),
        ("zadzwońcie 600 700 800", "zadzwońcie [nr]"),
        ("tel. +48 600-700-800?", "tel. [nr]?"),
        ("tel. (12) 345 67 89", "tel. [nr]"),
        ("PESEL 44051401458", "PESEL [nr]"),
        ("NIP 123-456-32-18", "NIP [nr]"),
        ("NIP PL 1234563218", "NIP [nr]"),
        ("dowód ABC123456", "dowód [nr]"),
        ("konto PL61 1090 1014 0000 0712 1981 2874", "konto [nr]"),
        ("https://jan:haslo@strona.example/x", "https://[…]@strona.example/x"),
        ("https://jan@firma.example@strona.example/x", "https://[…]@strona.example/x"),
    ],
)
def test_what_leads_to_a_person_is_struck_out(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Nazywam się Anna Nowak, gdzie jest klaster?", "Nazywam się [N. N.], gdzie jest klaster?"),
        ("telefon do Piotra Zielińskiego", "telefon do [N. N.]"),
        ("czy anna nowak pracuje w klastrze", "czy [N. N.] pracuje w klastrze"),
        ("Mam na imię Ola i pytam o KKK", "Mam na imię [N. N.] i pytam o KKK"),
        ("who is John Smith of the Amber Cluster", "who is [N. N.] of the Amber Cluster"),
        ("My name is Kowalski, hello", "My name is [N. N.], hello"),
        ("Jan Kowalski i Anna Nowak pytają", "[N. N.] i [N. N.] pytają"),
    ],
)
def test_people_whom_the_library_does_not_name_are_struck_out(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "Kim jest Lena Wałach?",
        "telefon do Leny Wałach",
        "Kto koordynuje Klaster Jana Pawła?",
        "Co robi Uniwersytet Adama Mickiewicza?",
        "Zielona Chemia koordynator",
        "klaster lotniczy w Nowej Rudzie",
        "czyja jest marka lisa",
    ],
)
def test_people_and_clusters_that_the_library_names_stay(typed: str) -> None:
    clusters = re.compile(r"Klaster Jana Pawła")
    known = Known(
        {"lena walach"}.__contains__, lambda text: [Span(*one.span()) for one in clusters.finditer(text)]
    )

    assert masked(typed, known) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Ile klastrów miało status KKK w latach 2019-2023?",
        "status od 17.12.2022 do 2025-12-17",
        "budżet 1 500 000 zł",
        "klastry powyżej 250 firm, runda VII, 2016, 2017 i 2018",
        "https://klaster.example/kontakt",
    ],
)
def test_years_dates_sums_and_addresses_of_pages_stay(typed: str) -> None:
    assert masked(typed) == typed


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@given(st.emails())
def test_no_plain_address_of_mail_comes_through(address: str) -> None:
    assert address not in masked(f"napiszcie na {address} dziś")
