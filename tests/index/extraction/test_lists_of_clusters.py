"""Lists and enumerations of clusters: unmarked, by countries, with flags, of entries alike."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        (
            "Three clusters that have received the Bronze label;\n\n"
            "Estonian wood and peat cluster\n\nEstonian stone cluster\n\nEstonian Supply Cluster\n\n"
            "For more, visit the ministry.\n",
            ["Estonian Supply Cluster", "Estonian stone cluster", "Estonian wood and peat cluster"],
        ),
        (
            "Do porozumienia przystąpiły klastry:\n\nDolina Smaku\n\nKlaster Drewniany\n\n"
            "Podpisano je w Pile.\n",
            ["Dolina Smaku", "Klaster Drewniany"],
        ),
    ],
)
def test_lines_that_a_line_on_clusters_introduces_are_items(text: str, clusters: list[str]) -> None:
    assert sorted(read(text, "x.txt").clusters) == clusters


def test_lines_below_a_line_on_something_else_are_none() -> None:
    assert read("We sell:\n\nSteel Valley doors\n\nOak cluster lamps\n", "x.txt").clusters == []


def test_each_of_a_sentences_organisations_is_one_with_the_country_behind_it() -> None:
    found = read(
        "The Cluster Organizations Auto-kw (Germany), Hessen Antrieb (Germany), "
        "the Clúster de la Indústria de "
        "Galicia (Spain), Ebro Automotive Cluster (Spain) and the Mosel Metall (Germany) have joined.\n"
    )
    assert dict(found.told("country")) == {
        "Auto-kw": "DE",
        "Hessen Antrieb": "DE",
        "Clúster de la Indústria de Galicia": "ES",
        "Ebro Automotive Cluster": "ES",
        "Mosel Metall": "DE",
    }


def test_clusters_in_the_bracket_behind_a_country_are_of_that_one() -> None:
    found = read(
        "A memorandum between the clusters of Georgia (Wine Cluster, Tourism Cluster), "
        "Moldova (Biomass Cluster) "
        "and Romania (Hydro Cluster) was signed.\n"
    )
    assert sorted(found.told("country")) == [
        ("Biomass Cluster", "MD"),
        ("Hydro Cluster", "RO"),
        ("Tourism Cluster", "GE"),
        ("Wine Cluster", "GE"),
    ]


def test_a_flag_tells_of_which_country_a_cluster_is() -> None:
    found = read(
        "# 3 clusters were approved\n\n## TREL – Tatra Electric Cluster 🇸🇰\n\nIt was set up.\n\n"
        "## Jutland Cluster 🇩🇰\n\nIt helps companies.\n\n## Fibrelac 🇫🇷\n\nFibrelac’s aim is quality.\n"
    )
    assert sorted(found.told("country"))[:2] == [("Fibrelac", "FR"), ("Jutland Cluster", "DK")]
    assert "TREL" in found.names("Tatra Electric Cluster")


def test_two_items_of_one_list_are_two_clusters_however_alike() -> None:
    found = read(
        "Klastry:\n\n- Klaster Technologii Wodnych\n- Mazurski Klaster Technologii Wodnych i Rzecznych\n"
    )
    assert len(found.clusters) == 2


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("Today Opal Glass Cluster has 20 members.", ["Opal Glass Cluster"]),
        ("In the beginning of June Tanning Cluster signed it.", ["Tanning Cluster"]),
        ("We celebrate 10 Years of Amber Cluster.", ["Amber Cluster"]),
        ("Home 2 Hub STONE CUTTING CLUSTER", ["Stone Cutting Cluster"]),
        ("A seminar “Towards EU - EaP cluster collaboration” was held.", []),
        ("Cluster-to-cluster meetings were held.", []),
        ("Cluster Success Story:", []),
        ("CLUSTER PROFILES", []),
        ("Cluster Managers and Cluster Websites", []),
    ],
)
def test_what_only_stands_beside_a_name_is_none_of_it(text: str, clusters: list[str]) -> None:
    assert read(text).clusters == clusters


def test_a_common_noun_with_a_capital_is_no_town() -> None:
    found = read("Klaster Sum zaprasza. Odległość od siedziby Koordynatora klastra to 10 km.")
    assert found.values("place") == []


def test_cards_with_dots_that_stand_one_below_the_other_are_each_of_its_own_cluster() -> None:
    found = read(
        "CLUSTER PROFILES\n\nCluster name .... Murtal Timber Circle\nCountry ......... Austria\n"
        "City ............ Leoben\nPartner clusters . H2Mur (SI)\n\nCluster name .... Jadran Stone Circle\n"
        "Country ......... Croatia\nCity ............ Split\n",
        "x.txt",
    )
    assert ("Jadran Stone Circle", "HR") in found.told("country")
    assert ("Murtal Timber Circle", "AT") in found.told("country")


def test_a_name_with_and_begins_behind_its_article() -> None:
    found = read("The Silver and Amber Craft Network is a cluster of 20 jewellers in Gdynia.")
    assert found.clusters == ["Silver and Amber Craft Network"]
