"""Compounds, words of neighbours, and English names as English has them."""

import pytest

from index.extraction.naming import names_in
from tests.index.extraction.reading import read


def named(text: str) -> list[str]:
    return [mention.name for mention in names_in(text) if not mention.generic]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Holzcluster Tirol was set up in 2004.", "Holzcluster Tirol"),
        ("Papiercluster Moorviertel was set up in 2004.", "Papiercluster Moorviertel"),
        ("Fundacja Rola i AgroFoodCluster Fundacja Rola.", "AgroFoodCluster"),
        ("The members of Optoklastr meet in Brno.", "Optoklastr"),
        ("Fundacja Rola prowadzi NanoFoodCluster.", "NanoFoodCluster"),
        ("Umowę z Ekoklastrem podpisano w maju.", "Ekoklaster"),
        ("The Metall-Cluster unites 40 firms.", "Metall-Cluster"),
        ("Guests came from Klastr HYDRA.", "Klastr HYDRA"),
        ("Jihočeský sklářský klastr has 12 members.", "Jihočeský sklářský klastr"),
    ],
)
def test_compounds_and_words_of_neighbours_name_clusters(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "A Supercluster of galaxies was found.",
        "The Eurocluster call closed in May.",
        "Ponadto klastr podporuje inovace.",
        "ClusterPower sells servers.",
    ],
)
def test_compounds_for_other_things_name_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A memorandum was signed with Lviv IT Cluster in May.", "Lviv IT Cluster"),
        ("The KORONA Glass Cluster has 20 members.", "KORONA Glass Cluster"),
        ("The Textile Cluster of Lapland was set up in 2009.", "Textile Cluster of Lapland"),
        ("The Vistula Cluster of Toruń was set up in 2009.", "Vistula Cluster"),
    ],
)
def test_english_names_are_read_as_they_stand(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "It was paid for by the NORTH DG Cluster programme.",
        '"We are 30," the manager of the Cluster Jiří Dvořák said.',
    ],
)
def test_programmes_and_people_of_clusters_are_none(text: str) -> None:
    assert named(text) == []


def test_in_a_table_with_names_of_people_the_clusters_are_those_of_their_own_column() -> None:
    found = read(
        "Members:\n\n"
        "Country | Name | Cluster organisation\n---|---|---\nAustria | Hans Huber | WE BUILD STEEL\n"
        "Latvia | Janis Ozols | Koka Tīkls\nNorway | Kari Lie | NORD.NET\n",
        "x.txt",
    )
    assert sorted(found.clusters) == ["Koka Tīkls", "NORD.NET", "We Build Steel"]
    assert sorted(found.values("country")) == ["AT", "LV", "NO"]
