"""Contacts in a text: e-mail, telephone, website, address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.contacts import contacts_in


def _values(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in contacts_in(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tel. 12 345 67 89", "+48123456789"),
        ("+48 17 850 11 22", "+48178501122"),
        ("tel./fax (32) 339 11 22", "+48323391122"),
        ("kom. 600-100-200", "+48600100200"),
        ("Tel.: 0048 22 123 45 67", "+48221234567"),
        ("tel. 017 850 11 22", "+48178501122"),
        ("phone: +44 20 7946 0958", "+442079460958"),
        ("Adam Sowa | 600 100 200", "+48600100200"),
        ("Kontakt: Jan Lis, 600 100 200", "+48600100200"),
    ],
)
def test_a_telephone_is_digits_with_the_country(text: str, value: str) -> None:
    assert _values(text) == [("phone", value)]


def test_a_word_for_telephone_counts_for_each_number_after_it() -> None:
    assert _values("tel. 12 345 67 89, 600 100 200") == [("phone", "+48123456789"), ("phone", "+48600100200")]


@pytest.mark.parametrize(
    "text",
    [
        "NIP 676-10-20-300, REGON 123456785, KRS 0000123456",
        "konto 12 1020 3040 0000 5060 7080 9010",
        "dnia 12-05-2013 i w latach 2014-2020",
        "budżet 123 456 789 zł, kontakt z biurem",
        "zatrudnia 12 345 osób w 2013",
        "mapa 50.0614300, 19.9365800",
        "od 1 000 000 do 2 000 000 osób",
        "fax: 12 345 67 90",
        "ISO 9001:2015, PN-EN 12 345",
        "Kod 31-000",
        "the textile industry.It grows",
    ],
)
def test_numbers_of_other_kinds_are_no_telephones(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jan.Kot@Alfa.com.pl.", "jan.kot@alfa.com.pl"),
        ("biuro (at) zielony-szlak.pl", "biuro@zielony-szlak.pl"),
        ("biuro[at]alfa[dot]pl", "biuro@alfa.pl"),
    ],
)
def test_an_email_is_read_when_its_sign_is_spelled_too(text: str, value: str) -> None:
    assert _values(text) == [("email", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("strona www.alfa.pl.", "www.alfa.pl"),
        ("(https://beta.eu/kontakt?x=1)", "https://beta.eu/kontakt?x=1"),
        ("oraz gamma-park.org", "gamma-park.org"),
    ],
)
def test_a_website_ends_before_the_sentence_does(text: str, value: str) -> None:
    assert _values(text) == [("website", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fundacja Zdrój, ul. Długa 5/7, 31-000 Kraków, tel.", "ul. Długa 5/7, 31-000 Kraków"),
        ("al. Jana Pawła II 12A, 00-001 Warszawa", "al. Jana Pawła II 12A, 00-001 Warszawa"),
        ("Siedziba: 40-001 Katowice, ul. 3 Maja 15", "40-001 Katowice, ul. 3 Maja 15"),
        ("Rynek Główny 12, 31-042 Kraków", "Rynek Główny 12, 31-042 Kraków"),
        ("Kraków, ul. Wodna 3", "Kraków, ul. Wodna 3"),
        ("12 Long Street, Oxford", "12 Long Street, Oxford"),
        ("31-000 Kraków", "31-000 Kraków"),
    ],
)
def test_an_address_is_street_and_town(text: str, value: str) -> None:
    assert _values(text) == [("address", value)]


@given(st.text(max_size=80) | st.text(alphabet="tel.+48 ()-/@wul,5aA", max_size=60))
def test_contacts_of_any_text_lie_in_order_within_it(text: str) -> None:
    at = 0
    for one in contacts_in(text):
        assert at <= one.span.start < one.span.end <= len(text)
        at = one.span.end
