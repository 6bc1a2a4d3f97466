"""Entries that begin alike, whether they have the word "klaster" or not."""

from tests.index.extraction.reading import read

STANDS = """TARGI MASZYN, OPOLE, 4 MAJA 2026
Katalog wystawców, pawilon klastrów

B1  TARNINA – soki i nalewki. Lublin. Liczba członków: 31. tel. 81 555 20 11

B2  MODRA ISKRA – oświetlenie. Kielce. Na stoisku: Anna Lis, dyrektor.

B3  LNIANA GRUPA POŁUDNIE – tkaniny. Bielsko-Biała. Liczba członków: 17.
"""

NOTE = """# Note for visitors

**Copper Haven** (Legnica). Foundries and toolmakers. The network has 83 members.

**Węzeł Wschód** (Chełm). Hauliers. 57 companies. The Chełm Transport Foundation coordinates it.

**Lubuski Klaster Miodowy** (Żary). Beekeepers. 12 firms.
"""


def test_stands_of_a_catalogue_of_clusters_may_be_clusters_each_with_its_own_facts() -> None:
    found = read(STANDS, "a.txt")

    assert {"Tarnina", "Modra Iskra", "Lniana Grupa Południe"} <= {*found.clusters, *found.unsure}
    assert found.told("members") == [("Tarnina", "31"), ("Lniana Grupa Południe", "17")]


def test_a_stand_may_have_the_letter_of_hydrogen() -> None:
    text = STANDS.replace("B1", "H20").replace("B2", "H21").replace("B3", "H22")

    assert read(text, "a.txt").told("members") == [("Tarnina", "31"), ("Lniana Grupa Południe", "17")]


def test_paragraphs_that_begin_like_that_of_a_cluster_are_each_of_the_name_they_begin_with() -> None:
    found = read(NOTE, "note.md").told("members")

    assert found == [("Copper Haven", "83"), ("Węzeł Wschód", "57"), ("Lubuski Klaster Miodowy", "12")]


def test_what_a_cluster_offers_is_no_entry() -> None:
    text = (
        "# Klaster Turkawka – oferta\n\n- Doradztwo – pomagamy w eksporcie\n- Szkolenia – dla członków\n"
        "- Biuro – ul. Lipowa 2, Rzeszów\n"
    )

    found = read(text, "oferta.md")

    assert (found.clusters, found.unsure) == (["Klaster Turkawka"], [])


def test_entries_of_a_text_that_does_not_speak_of_clusters_are_none() -> None:
    text = "Targi Maszyn\n\nA1  TARNINA – soki.\n\nA2  MODRA ISKRA – lampy.\n\nA3  GŁÓG – oleje.\n"

    found = read(text, "a.txt")

    assert (found.clusters, "Tarnina" in found.unsure) == ([], False)


def test_what_stands_below_the_number_of_a_cluster_is_told_of_it_until_the_next_number() -> None:
    text = """Wykaz klastrów regionu

1. Klaster Turkawka
koordynator: Fundacja Pliszka
ul. Leśna 4, 45-005 Opole, tel. 77 555 10 10, czynne we wszystkie dni powszednie
rok powstania: 2009  |  członkowie: 46

2. Klaster Derkacz
koordynator: Fundacja Modraszek
ul. Polna 7, 35-010 Rzeszów, tel. 17 555 10 10, czynne we wszystkie dni powszednie
rok powstania: 2011  |  członkowie: 31

3. Klaster Perkoz
koordynator: Izba Perkoza
ul. Wodna 1, 10-001 Olsztyn, tel. 89 555 10 10, czynne we wszystkie dni powszednie
rok powstania: 2014  |  członkowie: 22

Brakuje kogoś? W bazie jest 900 firm.
"""
    found = read(text, "a.txt")

    assert found.told("founded") == [
        ("Klaster Turkawka", "2009"),
        ("Klaster Derkacz", "2011"),
        ("Klaster Perkoz", "2014"),
    ]
    assert [value for _, value in found.told("members")] == ["46", "31", "22"]
