"""Where clusters are, as entries and headings tell."""

import pytest

from tests.index.extraction.reading import read

CATALOGUE = """TARGI POMORZE 2031 – KLASTRY

1. KLASTER TURKAWKA
SŁUPSK, POMORSKIE | od 2018 | urządzenia chłodnicze
19 firm / koordynator: Izba Turkawek

2. LARKSPUR CLUSTER
KLAIPĖDA, LITWA | od 2014 | meble i drewno
35 firm / koordynator: Larkspur Sp. z o.o.

3. KLASTER ŻURAW
BYDGOSZCZ, KUJAWSKO-POMORSKIE | od 2020 | gospodarka wodna
27 firm / koordynator: Towarzystwo Żuraw
"""


def test_an_entry_begins_with_its_place_and_goes_on_with_its_year() -> None:
    found = read(CATALOGUE, "x.txt")

    assert {name.split()[-1]: town for name, town in found.told("place")} == {
        "Turkawka": "Słupsk",
        "Cluster": "Kłajpeda",
        "Żuraw": "Bydgoszcz",
    }
    assert found.values("founded") == ["2018", "2014", "2020"]


def test_a_heading_tells_no_region_of_a_cluster_that_is_said_to_be_elsewhere() -> None:
    regions = read(CATALOGUE, "x.txt").told("region")

    assert regions == [("Klaster Turkawka", "pomorskie"), ("Klaster Żuraw", "kujawsko-pomorskie")]


def test_the_town_in_a_partner_s_name_is_not_where_the_cluster_is() -> None:
    found = read("Our partners are the Larkspur Cluster in Estonia and the Valmiera School of Music.")

    assert found.told("place") == []
    assert found.told("country") == [("Larkspur Cluster", "EE")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka działa w całym województwie śląskim i opolskim.",
        "Oto Klaster Turkawka. Klaster, działający na terenie województw śląskiego i opolskiego, rośnie.",
        "Klaster Turkawka unites 73 organisations from the Silesia and Opole regions.",
    ],
)
def test_regions_in_a_row_are_all_told(text: str) -> None:
    assert read(text).values("region") == ["slaskie", "opolskie"]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka ma nowy dach. Biuro zostaje przy ul. Cichej 8 w Pile.",
        "Klaster Turkawka ma nowy dach. Nasz adres: w Pile, na Jana Bekasa 9.",
    ],
)
def test_a_town_beside_an_address_is_the_office_s(text: str) -> None:
    assert read(text).values("place") == ["Piła"]


def test_a_place_that_opens_a_paragraph_is_of_the_cluster_that_this_goes_on_about() -> None:
    told = read(
        "# Clusters\n\nThe Larkspur Cluster has 20 members.\n\n"
        "Ostrava. It was raining there. Heron Cluster would not say how many members it has.\n"
    )

    assert told.told("place") == [("Heron Cluster", "Ostrawa")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea zorganizował konferencję w hotelu przy ul. Cichej 8 w Pile.",
        "Klaster Kea zaprasza na konferencję w Poznaniu przy ul. Cichej 8.",
    ],
)
def test_the_town_of_a_meeting_s_address_is_not_the_cluster_s(text: str) -> None:
    assert read(text).values("place") == []


def test_what_is_called_like_a_street_is_no_address() -> None:
    assert read("Klaster Kea prowadził projekt Via Baltica 2.").values("address") == []


def test_where_a_cluster_is_said_not_to_be_it_is_not() -> None:
    assert read("Klaster Kea ma siedzibę w Tarnowie, nie w Tarnobrzegu.").values("place") == ["Tarnów"]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea działa w Krakowie. Pięciu naszych członków ma siedzibę w województwie lubuskim.",
        "Kea Cluster is based in Kraków. Ten of our members are based in Lower Silesia.",
    ],
)
def test_where_some_of_the_members_are_is_no_place_of_the_cluster(text: str) -> None:
    assert read(text).values("region") == []


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea liczy 40 zakładów i ma siedzibę w Krakowie.",
        "Klaster Kea skupiający 40 firm ma siedzibę w Krakowie.",
        "Kea Cluster brings together 40 of the finest companies and is based in Kraków.",
        "Kea Cluster unites several small firms and operates in Kraków.",
    ],
)
def test_a_cluster_that_counts_its_members_is_where_it_says(text: str) -> None:
    assert read(text, "x.txt").values("place") == ["Kraków"]
