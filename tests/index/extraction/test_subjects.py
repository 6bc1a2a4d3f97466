"""What may be a cluster, and what proves it to be one."""

from tests.index.extraction.reading import read

"""Names told by where they stand: lists, tables, cards, headings, titles; and what may be a cluster."""


def test_a_network_of_which_nothing_tells_is_unsure() -> None:
    found = read("# Aktualności\n\nW spotkaniu wzięła udział Żeliwna Dolina.\n")

    assert found.clusters == []
    assert "Żeliwna Dolina" in found.unsure


def test_a_network_is_proven_by_two_facts_that_only_clusters_have() -> None:
    text = (
        "# O klastrach\n\nPiszemy o klastrach regionu.\n\n## Żeliwna Dolina\n\n"
        "Żeliwna Dolina zrzesza 40 firm. Żeliwna Dolina jest koordynowana przez Fundację Pliszka.\n"
    )

    assert read(text).clusters == ["Żeliwna Dolina"]


def test_a_noun_that_opens_the_sentence_is_no_part_of_a_network_s_name() -> None:
    found = read(
        "# O klastrach\n\nKlaster Turkawka śpi. Koordynatorem Żeliwnej Doliny jest Fundacja Pliszka.\n"
    )

    assert found.unsure == ["Żeliwna Dolina"]


def test_a_network_is_not_proven_in_a_text_that_does_not_speak_of_clusters() -> None:
    text = (
        "# O sieciach\n\n## Żeliwna Dolina\n\n"
        "Żeliwna Dolina zrzesza 40 firm. Koordynatorem Żeliwnej Doliny jest Fundacja Pliszka.\n"
    )

    assert read(text).clusters == []


def test_a_single_fact_proves_no_network() -> None:
    text = (
        "# O klastrach\n\nPiszemy o klastrach regionu.\n\nŻeliwna Dolina zrzesza 40 firm.\n\n"
        "Targi były udane.\n"
    )

    assert "Żeliwna Dolina" in read(text).unsure


def test_a_coined_word_is_at_most_unsure_and_short() -> None:
    found = read("# Aktualności\n\nNa targach pokazano FerroSas z Rzeszowa.\n")

    assert found.clusters == []
    assert found.names("FerroSas") == {"FerroSas": "short"}


def test_a_text_without_clusters_gives_nothing() -> None:
    found = read("# Pogoda\n\nJutro będzie padać w całym kraju.\n")

    assert found.extract.subjects == ()
    assert found.extract.claims == ()


def test_a_headline_in_capitals_names_the_title_in_quotation_marks_too() -> None:
    found = read('OPOLE GLASS CLUSTER "PERKOZ"\n\nBottles and jars from Nysa.\n')

    assert "Perkoz" in found.names("Opole Glass Cluster Perkoz")


def test_a_title_quoted_in_brackets_is_whole() -> None:
    assert "Perkoz" in read('Opole Glass Cluster ("PERKOZ")\n').names("Opole Glass Cluster")


def test_a_coined_word_before_a_dash_is_a_title_and_a_heading_s_word_is_none() -> None:
    assert "SzkłoNysa" in read("3. SzkłoNysa – Opole Glass Cluster\n").names("Opole Glass Cluster")
    assert read("Kontakt – Opole Glass Cluster\n").names("Opole Glass Cluster") == {
        "Opole Glass Cluster": "full"
    }


def test_a_section_s_cluster_is_not_another_that_shares_a_word_with_its_heading() -> None:
    text = "Śląski Klaster Wełny powstał w Żywcu.\n\nŚląski Klaster NANO działa w Katowicach.\n"
    found = read(f"# Śląski Klaster Wełny\n\n{text}")

    assert found.clusters == ["Śląski Klaster Wełny", "Śląski Klaster NANO"]


def test_a_company_headed_as_networks_are_is_no_network() -> None:
    found = read("# Klaster Turkawka\n\nGrupa Stawowa Sp. z o.o. poinformowała, że klaster liczy 40 firm.\n")

    assert found.clusters == ["Klaster Turkawka"]
    assert found.unsure == []


def test_a_partner_of_another_nation_is_no_other_name() -> None:
    text = (
        "Partner profiles\n\n--- COPPER LANTERN CLUSTER (Norway) ---\nSeat: Bergen. Members: 39. "
        "Polish partner: Szron.\n\n--- SALTMARSH CLUSTER (Norway) ---\nSeat: Oslo. Members: 27. "
        "Polish partner: Zrąb.\n"
    )
    found = read(text, "a.txt")

    assert len(found.clusters) == 2
    assert found.values("partner") == ["Szron", "Zrąb"]
    assert found.values("place") == ["Bergen", "Oslo"]


TABLE = (
    "# Klastry\n\n| Klaster | Firm |\n|---|---|\n| Klaster Maszyn Kilof | 20 |\n| Klaster Ziół Bosak | 30 |\n"
    "\n## Uwagi\n\n"
)


def test_a_title_that_opens_a_sentence_is_the_cluster_s_where_it_is_told_what_that_does() -> None:
    told = read(TABLE + "Bosak i Kilof współpracują od lat. Bosak realizuje projekt „Mięta”.\n")

    assert told.told("project") == [("Klaster Ziół Bosak", "Mięta")]
    assert ("Klaster Maszyn Kilof", "Klaster Ziół Bosak") in told.told("partner")


def test_a_title_that_the_text_has_as_a_common_word_names_nobody_at_a_sentence_s_beginning() -> None:
    told = read(TABLE + "Na zdjęciu jest stary bosak. Bosak realizuje projekt „Mięta”.\n")

    assert ("Klaster Ziół Bosak", "Mięta") not in told.told("project")
