"""Names that share a title, in whichever language, and those that only seem to."""

import pytest

from index.register.register import Register
from tests.index.told import names_of, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klaster Uzdrowiskowy Solanka", "Solanka Spa Cluster"),
        ("Warmiński Klaster Jachtowy Ciche Zatoki", "klaster jachtowy Ciche Zatoki"),
        ("Opolski Klaster Szkła Perkoz", "Perkoz Glass Cluster"),
        ("Klaster „Perkoz”", "Klaster Szklarski Perkoz"),
    ],
)
def test_names_with_one_title_and_one_trade_are_one(one: str, other: str) -> None:
    assert len(names_of(told(one, by="a"), told(other, by="b"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kaliski Klaster Oświetleniowy Perkoz", "Klaster Winiarski Perkoz"),
        ("Opolski Klaster Szkła Perkoz", "Pomeranian Glass Cluster Perkoz"),
        ("Klaster Szkła Biały Perkoz", "Klaster Szkła Czarny Perkoz"),
    ],
)
def test_a_title_of_two_trades_or_places_is_two_clusters(one: str, other: str) -> None:
    assert len(names_of(told(one, by="a"), told(other, by="b"))) == 2


def test_a_title_in_translation_is_the_same_cluster_s_in_the_same_town() -> None:
    polish = told("Pomorski Klaster Offshore Bałtycki Wiatr", by="a", facts=[("place", "Ustka")])

    assert len(names_of(polish, told("Baltic Wind Cluster", by="b", facts=[("place", "Ustka")]))) == 1
    assert len(names_of(polish, told("Baltic Wind Cluster", by="b", facts=[("place", "Gdynia")]))) == 2


def test_a_trade_and_a_town_tell_what_no_table_translates() -> None:
    polish = told("Klaster Optyczny Pryzmat", by="a", facts=[("place", "Nysa")])
    same = told("Prism Optics Cluster", by="b", facts=[("place", "Nysa")])
    other = told("Golden Optics Cluster", by="b", facts=[("place", "Nysa")])

    assert len(names_of(polish, same)) == 1
    assert len(names_of(polish, other)) == 2


def test_a_body_is_the_same_without_its_legal_form_and_with_its_other_name() -> None:
    polish = told("Klaster Wełny Perkoz", by="a", facts=[("coordinator", "Fundacja Runo sp. z o.o.")])
    english = told("Grebe Wool Cluster", by="b", facts=[("coordinator", "Fleece Foundation (Fundacja Runo)")])

    assert len(names_of(polish, english)) == 1


def test_a_name_in_a_headline_in_capitals_is_a_name() -> None:
    headline = told("Perkoz Glass Cluster", by="b", kinds={"Perkoz Glass Cluster": "short"})

    assert len(names_of(told("Klaster Szklarski Perkoz", by="a"), headline)) == 1


def test_a_town_with_the_form_of_another_word_is_that_town() -> None:
    assert len(names_of(told("Radomski Klaster Metalowy", by="a"), told("Radom Metal Cluster", by="b"))) == 1


def test_a_cluster_goes_by_the_name_that_says_it_is_one() -> None:
    clusters = Register((told("Perkoz", by="a"), told("Klaster Szklarski Perkoz", by="b"))).clusters

    assert [one.name for one in clusters] == ["Klaster Szklarski Perkoz"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klaster Zielona Energia", "Śląski Klaster Zielona Energia"),
        ("Klaster Nowe Technologie", "Lubelski Klaster Nowe Technologie"),
    ],
)
def test_common_words_alone_are_no_title_of_two_where_one_says_a_region(one: str, other: str) -> None:
    assert len(names_of(told(one, by="a"), told(other, by="b"))) == 2


def test_an_adjective_that_is_none_of_the_cluster_is_a_title() -> None:
    polish, english = told("Klaster Gospodarki Wodnej Sina", by="a"), told("Sina Water Cluster", by="b")

    assert len(names_of(polish, english)) == 1
