"""Cards of several clusters: what a line above a name is, whose a press officer is, and what is no house."""

from tests.index.extraction.reading import read

CONTACTS = """KLASTRY – KONTAKTY

Przędza
Podlaski Klaster Druku 3D
15-001 Białystok, ul. Tkacka 5
sekretariat: 85 555 40 12
Rzecznik prasowy: Anna Kowalska, 85 555 40 19

Glazura
Klaster Ceramiki i Szkła
59-700 Bolesławiec, ul. Garncarska 33
tel. 75 555 62 08
"""


def test_lines_that_are_but_a_name_above_whole_names_are_what_clusters_are_called() -> None:
    found = read(CONTACTS, file="kontakty.txt")

    assert found.names("Podlaski Klaster Druku 3D") == {
        "Podlaski Klaster Druku 3D": "full",
        "Przędza": "short",
    }
    assert "Glazura" in found.names("Klaster Ceramiki i Szkła")


def test_one_common_word_above_a_name_is_none() -> None:
    text = "Dane\nKlaster Ceramiki i Szkła\n59-700 Bolesławiec, ul. Garncarska 33\n"

    assert list(read(text, file="k.txt").names("Klaster Ceramiki i Szkła")) == ["Klaster Ceramiki i Szkła"]


def test_a_name_with_a_figure_is_no_street() -> None:
    assert read(CONTACTS, file="kontakty.txt").values("address")[0] == "15-001 Białystok, ul. Tkacka 5"


def test_the_press_officer_of_a_card_is_its_clusters() -> None:
    found = read(CONTACTS, file="kontakty.txt")

    assert ("Anna Kowalska", "Rzecznik prasowy") in found.people()
    assert "+48855554019" in found.values("phone")


ATLAS = """CLUSTER ATLAS

---------------------------------------------
Reed Timber Cluster
Country: Norway
Seat: Hamar
Members: 83
Management organisation: Innlandet Treforum
---------------------------------------------
Murmel Sensorik Ring e.V.
Country: Germany
Seat: Heilbronn
Members: 132
Management organisation: Murmel Sensorik Ring e.V.
---------------------------------------------
Haná Polymer Ring
Country: Czechia
Seat: Olomouc
Members: 61
Management organisation: Hanácká rozvojová agentura
---------------------------------------------
"""


def test_an_association_that_is_headed_as_networks_are_may_be_a_cluster() -> None:
    found = read(ATLAS, file="atlas.txt")

    assert ("Murmel Sensorik Ring", "132") in found.told("members")


def test_a_body_with_a_name_in_another_language_is_told_whole() -> None:
    assert "Hanácká rozvojová agentura" in read(ATLAS, file="atlas.txt").values("coordinator")
