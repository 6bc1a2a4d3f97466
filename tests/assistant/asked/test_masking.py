"""What is struck out of questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.asked.masking import masked


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
