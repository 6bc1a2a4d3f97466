"""Clusters that head sections and cards."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ = "Klaster Turkawka", "Klaster Derkacz"


def test_a_heading_and_the_name_its_section_goes_on_with_are_one_cluster() -> None:
    text = (
        "# Clusters\n\n## Klaster Szklarzy Pogórza\n\n"
        "SGC Cluster is a network of glassworks. It has 30 members.\n\n"
        "## Klaster Derkacz\n\nDerkacz has 20 members.\n"
    )
    found = read(text)

    assert set(found.names("SGC Cluster")) == {"Klaster Szklarzy Pogórza", "SGC Cluster"}
    assert found.told("members") == [("Klaster Szklarzy Pogórza", "30"), (DERKACZ, "20")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Klaster Derkacz powstał w 2010 roku.",
        "Klaster Derkacz zrzesza 30 firm.",
        "Klaster Derkacz działa obok.",
    ],
)
def test_another_cluster_named_below_a_heading_stays_another(sentence: str) -> None:
    found = read(f"# Klaster Turkawka\n\nKlaster Turkawka rośnie. {sentence}\n")

    assert found.clusters == [TURKAWKA, DERKACZ]


def test_a_cluster_alone_below_another_s_heading_stays_another() -> None:
    found = read("# Klaster Turkawka\n\nKlaster Derkacz zrzesza 30 firm.\n")

    assert found.clusters == [TURKAWKA, DERKACZ]
    assert found.told("members") == [(DERKACZ, "30")]


def test_sections_of_clusters_are_headed_by_clusters_without_the_word_too() -> None:
    text = (
        "# Klastry regionu\n\n## Klaster Turkawka\n\nLiczy 30 firm.\n\n## Klaster Derkacz\n\n"
        "Liczy 20 firm.\n\n"
        "## Modra Sasanka\n\nLiczy 10 firm.\n"
    )

    assert read(text).clusters == [TURKAWKA, DERKACZ, "Modra Sasanka"]


def test_a_heading_behind_a_country_is_a_cluster_among_others() -> None:
    text = (
        "# Four clusters beyond the border\n\n## Czechia: Elbe Glass Cluster\n\nIt has 47 members.\n\n"
        "## Slovakia: Tatra Tool Cluster\n\nIt has 24 members.\n\n"
        "## Austria: Holzring Graz\n\nIt has 33 members.\n"
    )

    assert read(text).told("members") == [
        ("Elbe Glass Cluster", "47"),
        ("Tatra Tool Cluster", "24"),
        ("Holzring Graz", "33"),
    ]


def test_a_directory_s_entries_are_clusters_where_others_like_them_are() -> None:
    text = (
        "# Who clusters where\n\nElbe Glass Cluster, Liberec.\n\nRun by: Glass Institute\n\n"
        "Tatra Tool Cluster (TTC), Ostrava.\n\nForges and foundries.\n\n"
        "Tagus Yarn Cluster, Porto.\n\nSpinners.\n\n"
        "Vilnius Fintech Guild, Vilnius.\n\nBanks. Chaired by Rokas Petrulaitis. 64 members.\n"
    )

    assert "Vilnius Fintech Guild" in read(text).clusters
    assert ("Vilnius Fintech Guild", "64") in read(text).told("members")


def test_a_section_of_a_newsletter_opens_with_a_cluster_as_the_others_do() -> None:
    text = (
        "# Listy\n\n## Szkło\n\nKlaster Turkawka śpi.\n\n## Żeliwo\n\nKlaster Derkacz rośnie.\n\n"
        "## Drewno\n\nKlaster Perkoz tnie.\n\n## Gościna\n\nSieć Górskich Gospód ma 26 pensjonatów.\n\n"
        "## Biuro\n\nW biurze był też Hub Modelarzy.\n"
    )

    assert set(read(text).clusters) == {TURKAWKA, DERKACZ, "Klaster Perkoz", "Sieć Górskich Gospód"}


def test_headings_of_projects_are_no_clusters() -> None:
    text = (
        "# Projekty klastrów w realizacji\n\n## Szkło w Obiegu\n\nKlaster Turkawka uczy huty.\n\n"
        "Lider projektu: Fundacja Pliszka\n"
    )

    assert read(text).clusters == [TURKAWKA]


CARDS = """# {title}

## {first}

{label}: Poland
Members: 40
Website: www.teasel.example

## RUSTIC BELL SOUND

{label}: Sweden
Members: 75
Website: www.bell.example
"""


@pytest.mark.parametrize(
    ("title", "first", "label"),
    [
        ("Export of profiles", "TEASEL WINE CLUSTER", "Country"),
        ("European clusters at a glance", "SILENT HEATH MOTION", "Country"),
        ("Profile export", "SILENT HEATH MOTION", "Cluster seat"),
    ],
)
def test_cards_that_label_the_same_facts_are_each_of_the_cluster_in_their_heading(
    title: str, first: str, label: str
) -> None:
    found = read(CARDS.format(title=title, first=first, label=label))

    assert [cluster.lower() for cluster in found.clusters] == [first.lower(), "rustic bell sound"]
    assert [(one.lower(), value) for one, value in found.told("members")] == [
        (first.lower(), "40"),
        ("rustic bell sound", "75"),
    ]


def test_cards_of_firms_are_of_no_clusters() -> None:
    text = CARDS.format(title="Firms of the fair", first="SILENT HEATH MOTION", label="Country")

    assert read(text).clusters == []


@pytest.mark.parametrize(
    "said",
    [
        "A forestry cluster in Umeå, Sweden.",
        "One of the oldest glass clusters of Bohemia.",
        "Szwedzki klaster leśny z Umeå, założony w 2015 roku.",
        "Klaster drzewny z północy Szwecji.",
    ],
)
def test_what_stands_below_a_name_says_that_it_is_a_cluster(said: str) -> None:
    assert "Lumenor Wood Shift" in read(f"# Guests\n\n## Lumenor Wood Shift\n\n{said}\n").clusters


@pytest.mark.parametrize(
    "said",
    ["A good cluster is a group of firms.", "Klaster działa od lat.", "A Teasel Cluster member in Umeå."],
)
def test_a_sentence_on_clusters_below_a_heading_makes_it_none(said: str) -> None:
    assert "Lumenor Wood Shift" not in read(f"# Guests\n\n## Lumenor Wood Shift\n\n{said}\n").clusters


def test_names_that_head_sections_beside_a_cluster_s_are_clusters_but_no_bodies() -> None:
    text = "# Neighbours\n\n## {}\n\nIt has 30 firms.\n\n## Teasel Glass Cluster\n\nIt has 40 firms.\n"

    assert len(read(text.format("Glasnetz Lausitz")).clusters) == 2
    assert read(text.format("Technical University of Turów")).clusters == ["Teasel Glass Cluster"]


@pytest.mark.parametrize(
    "text",
    [
        "Ogłoszono wyniki. Krajowymi Klastrami Kluczowymi w VIII rundzie zostały Klaster Turkawka i Klaster "
        "Derkacz.",
        "CLUSTERS OF POLAND: A HANDBOOK FOR BUYERS Issued by the Trade Desk. Klaster Turkawka is in it.",
        "Klaster Turkawka. Summary: Derkacz Cluster: solid wood from the Tuchola Forest.\nMembers: 5",
    ],
)
def test_rounds_headlines_and_summaries_name_no_clusters(text: str) -> None:
    assert {TURKAWKA, DERKACZ, "Derkacz Cluster"} >= set(read(f"# Przegląd\n\n{text}\n").clusters)


@pytest.mark.parametrize("title", ["DOLINA TURKAWKI – KONTAKT", "Dolina Turkawki | O nas"])
def test_a_page_is_of_the_network_before_what_its_title_says_it_is_of(title: str) -> None:
    found = read(f"# {title}\n\nKoordynator: Fundacja Gniazdo\n")

    assert found.told("coordinator") == [("Dolina Turkawki", "Fundacja Gniazdo")]


def test_a_title_that_is_a_network_s_name_goes_before_a_cluster_named_below() -> None:
    text = (
        "# Jutland Wind Alliance\n\n## Projects\n\n- Partner: Turkawka Cluster\n\n"
        "## People\n\nhey@jwa.example\n"
    )

    assert read(text).told("email") == [("Jutland Wind Alliance", "hey@jwa.example")]


def test_two_names_beside_a_stroke_head_one_section_numbered_or_not() -> None:
    text = (
        "# Clusters of the uplands\n\n## 1. Upland Bell Cluster / Wyżynny Klaster Dzwonów\n\nSeat: Opole. "
        "Members: 12.\n\n"
        "## 2. Fen Cheese Ring / Bagienny Krąg Serowarski\n\nSeat: Elbląg. Members: 30.\n"
    )
    found = read(text)

    assert found.told("members") == [("Upland Bell Cluster", "12"), ("Fen Cheese Ring", "30")]
    assert "Bagienny Krąg Serowarski" in found.names("Fen Cheese Ring")


def test_a_headline_with_a_verb_names_no_cluster() -> None:
    text = (
        "# Wieści z klastrów\n\n## ODBLASK REZYGNUJE\n\nSzklarze oddali status Krajowego Klastra Kluczowego. "
        "Sam klaster się nie rozwiązuje.\n"
    )

    assert read(text).clusters == []
