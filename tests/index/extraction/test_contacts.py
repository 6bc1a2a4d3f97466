"""Addresses as texts write them."""

import pytest

from index.extraction.contacts import contacts_in
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Our address is Cicha 5, 34-500 Zakopane.", "Cicha 5, 34-500 Zakopane"),
        ("Its office is at Rua das Garças 88, 4050-262 Porto.", "Rua das Garças 88, 4050-262 Porto"),
        ("Reiherstraße 5, 01067 Dresden", "Reiherstraße 5, 01067 Dresden"),
        ("Krākļu iela 52, Valmiera", "Krākļu iela 52, Valmiera"),
        ("Žuvėdrų g. 14, Šilutė LT-99130", "Žuvėdrų g. 14, Šilutė LT-99130"),
        ("The office is in Turku, at Haukikatu 31.", "Haukikatu 31"),
        ("Biuro mamy w Pile, na Jana Bekasa 9.", "Jana Bekasa 9"),
        ("Write to 18 rue du Héron, 67000 Strasbourg, France.", "18 rue du Héron, 67000 Strasbourg"),
        ("The office is at 7 Curlew Quay, Galway.", "7 Curlew Quay, Galway"),
    ],
)
def test_an_address_needs_no_word_for_a_street(text: str, address: str) -> None:
    assert [one.value for one in contacts_in(text) if one.kind == "address"] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Prices went down via Amazon 5 times.",
        "In 2019 Silk Way opened.",
        "Brigade 5, Kielce",
        "Stoisko 12, Kielce",
        "Agenda 2030, Wrocław",
        "Pawilon 5, Poznań",
    ],
)
def test_a_number_and_a_town_are_no_address(text: str) -> None:
    assert contacts_in(text) == ()


def test_an_address_may_take_two_lines() -> None:
    told = read("Klaster Turkawka\n\nKontakt\nul. Cicha 8\n65-001 Zielona Góra\ntel. 68 444 11 00\n", "x.txt")

    assert told.values("address") == ["ul. Cicha 8, 65-001 Zielona Góra"]


def test_what_is_labelled_an_address_is_one() -> None:
    told = read("# Larkspur Cluster\n\n**Address:** 14 Heron Row, Ayr KA7 1AA\n")

    assert told.values("address") == ["14 Heron Row, Ayr KA7 1AA"]
