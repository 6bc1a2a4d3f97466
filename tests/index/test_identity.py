"""One cluster, many names; and like names of clusters that are not one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.register.model import Attribute
from index.register.names import initials, read_name
from index.register.register import Register
from index.register.subject import StoredSubject
from tests.index.told import names_of, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klaster BrzaskTech Radom", "BrzaskTech Radom Cluster"),
        ("Klaster Tkanin Leśnych", "Klastra Tkanin Leśnych"),
        ("Klaster Tkanin Leśnych", "Klaster Tkanin Lesnych"),
        ("Klaster MgłaNet", "Klaster Mgła Net"),
        ("Klaster Rzemiosła i Sztuki", "Klaster „Rzemiosła i Sztuki”"),
        ("Klaster Wodno-Torfowy Bagno", "Klaster Wodno – Torfowy Bagno"),
        ("Wiatromed – Lubuska Sieć Aparatury Sennej", "Klaster Wiatromed"),
        ("Wiatromed – Lubuska Sieć Aparatury Sennej", "Lubuska Sieć Aparatury Sennej"),
        ("Opolski Klaster ICT Zorkanit", "Zorkanit"),
        ("Klaster Stoczniowo-Rybacki Wydma-Laguna", "SRWL"),
        ("Klaster SowaScience Płock", "KSSP"),
        ("Lubuski Klaster Szklarski", "Lubuski Klaster Szklarski Zorkanit"),
        ("Bełchatów Hydrogen Valley", "Bełchatowska Dolina Wodoru"),
    ],
)
def test_names_of_two_documents_are_one_clusters(one: str, other: str) -> None:
    assert len(names_of(told(one, by="a"), told(other, by="b"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lubuski Klaster Szklarski", "Lubuski Klaster NANO"),
        ("Klaster Zorkanit Wschód", "Klaster Zorkanit Zachód"),
        ("Klaster Zorkanit", "Klaster Zorkanit Zachód"),
        ("Polski Klaster Meblowy", "Polski Klaster Morski"),
        ("Podlaski Klaster Budowlany", "Lubelski Klaster Budowlany"),
        ("Klaster Budowlany", "Lubelski Klaster Budowlany"),
        ("Klaster Zorkanit 1", "Klaster Zorkanit 2"),
    ],
)
def test_like_names_stay_two_clusters(one: str, other: str) -> None:
    assert len(names_of(told(one, by="a"), told(other, by="b"))) == 2


def test_like_names_stay_two_even_where_a_document_takes_them_for_one() -> None:
    found = names_of(
        told("Lubuski Klaster Szklarski", "Lubuski Klaster NANO"), told("Lubuski Klaster NANO", by="b")
    )

    assert {"Lubuski Klaster NANO"} in found


def test_what_one_document_calls_by_two_names_is_one_in_all() -> None:
    found = names_of(
        told("Klaster Zorkanit", "Dolina Sów", by="a"), told("Dolina Sów", by="b"), told("Zorkanit", by="c")
    )

    assert len(found) == 1


@pytest.mark.parametrize(
    "name", ["Klaster", "the Cluster", "Klaster Energii", "Krajowy Klaster Kluczowy", "Polska"]
)
def test_what_any_cluster_may_be_called_is_no_name(name: str) -> None:
    assert names_of(told(name)) == []


def test_a_short_form_that_fits_two_is_neither() -> None:
    found = names_of(
        told("Pomorski Klaster Zorkanit", by="a"),
        told("Klaster Morski Zorkanit", by="b"),
        told("Zorkanit", by="c"),
    )

    assert len(found) == 3


def test_an_acronym_that_two_documents_give_to_two_clusters_joins_neither() -> None:
    kinds = {"KTW": "acronym"}

    found = names_of(
        told("Klaster Torfu Wysokiego", "KTW", by="a", kinds=kinds),
        told("Klaster Tkanin Wigierskich", "KTW", by="b", kinds=kinds),
        told("KTW", by="c", kinds=kinds),
    )

    assert len(found) == 3


def test_a_translated_name_is_the_same_cluster_where_a_fact_is_shared() -> None:
    polish = told("Klaster Czystej Energii", by="a", facts=[("website", "https://www.woda.example/")])
    english = told("Clean Energy Cluster", by="b", facts=[("website", "woda.example")])

    assert len(names_of(polish, english)) == 1


def test_a_translated_name_alone_makes_no_cluster_the_same() -> None:
    assert len(names_of(told("Klaster Czystej Energii", by="a"), told("Clean Energy Cluster", by="b"))) == 2


def test_a_part_without_a_name_in_it_is_the_same_cluster_where_a_fact_is_shared() -> None:
    facts: list[tuple[Attribute, str]] = [("email", "biuro@drewno.example")]

    found = names_of(
        told("Lubelski Klaster Przemysłu Drzewnego", by="a", facts=facts),
        told("Klaster Przemysłu Drzewnego", by="b", facts=facts),
    )

    assert len(found) == 1


def test_a_cluster_goes_by_the_name_most_documents_use_first() -> None:
    (cluster,) = Register(
        [
            told("Opolski Klaster Zorkanit", by="a"),
            told("Klaster Zorkanit", by="b"),
            told("Klaster Zorkanit", by="c"),
        ]
    ).clusters

    assert cluster.name == "Klaster Zorkanit"
    assert cluster.aliases == ("Opolski Klaster Zorkanit",)


def test_of_two_names_in_equal_use_the_polish_one_leads() -> None:
    (cluster,) = Register([told("Zorkanit Cluster", by="a"), told("Klaster Zorkanit", by="b")]).clusters

    assert cluster.name == "Klaster Zorkanit"


def test_an_acronym_counts_the_halves_of_compounds() -> None:
    assert "SRWL" in initials("Klaster Stoczniowo-Rybacki Wydma-Laguna")


def test_a_key_is_the_same_in_any_order() -> None:
    assert read_name("Klaster BrzaskTech Radom").key == read_name("Radom BrzaskTech Cluster").key


LIBRARY = (
    told("Opolski Klaster ICT Zorkanit", "Zorkanit", by="a"),
    told("Zorkanit", by="b"),
    told("Klaster Zorkanit Wschód", by="c"),
    told("Klaster Czystej Energii", by="a", facts=[("email", "a@woda.example")]),
    told("Clean Energy Cluster", by="d", facts=[("email", "a@woda.example")]),
    told("Klaster Stoczniowo-Rybacki Wydma-Laguna", by="b"),
    told("SRWL", by="e"),
    told("Lubuski Klaster NANO", by="e"),
    told("Lubuski Klaster Szklarski", "Lubuski Klaster NANO", by="f"),
    told("Wiatromed – Lubuska Sieć Aparatury Sennej", by="f"),
    told("Klaster Wiatromed", by="c"),
)


@given(st.permutations(LIBRARY))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_documents_came_changes_nothing(subjects: list[StoredSubject]) -> None:
    assert Register(subjects).clusters == Register(LIBRARY).clusters


@given(st.sets(st.sampled_from(range(len(LIBRARY)))))
@settings(max_examples=60, deadline=None)
def test_no_two_clusters_share_an_id_and_no_subject_is_lost(chosen: set[int]) -> None:
    clusters = Register([LIBRARY[at] for at in chosen]).clusters

    assert len({one.id for one in clusters}) == len(clusters)
    told_in = {document.document.id for one in clusters for document in one.mentions}
    assert told_in == {LIBRARY[at].mention.document.id for at in chosen}


def test_a_translation_that_says_where_a_cluster_is_names_the_same_cluster() -> None:
    assert len(names_of(told("Opolski Klaster Szklany", by="a"), told("Opole Glass Cluster", by="b"))) == 1


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Świętokrzyski Klaster Ceramiki", "Holy Cross Ceramics Cluster"),
        ("Dolnośląski Klaster Gier", "Lower Silesian Games Cluster"),
        ("Wielkopolski Klaster Pomp Ciepła", "Greater Poland Heat Pump Cluster"),
        ("Podkarpacki Klaster Obróbki Metali", "Subcarpathian Metalworking Cluster"),
        ("Jeleniogórski Klaster Mody", "Jelenia Góra Fashion Cluster"),
    ],
)
def test_several_words_may_translate_one(polish: str, english: str) -> None:
    assert len(names_of(told(polish, by="a"), told(english, by="b"))) == 1


def test_a_translation_of_a_cluster_in_another_town_is_another_cluster() -> None:
    one = told("Opolski Klaster Szklany", by="a", facts=[("place", "Rzeszów")])
    other = told("Opole Glass Cluster", by="b", facts=[("place", "Brzeg")])

    assert len(names_of(one, other)) == 2


def test_a_translation_in_the_same_town_is_the_same_cluster() -> None:
    one = told("Dolina Bursztynu", by="a", facts=[("place", "Rzeszów")])
    other = told("Amber Valley", by="b", facts=[("place", "Rzeszów")])

    assert len(names_of(one, other)) == 1


def test_a_name_cut_short_is_that_of_the_fuller_name() -> None:
    assert len(names_of(told("Klaster Turystyczny Leśny Szlak", by="a"), told("Leśny Szlak", by="b"))) == 1


def test_a_cluster_is_called_by_the_spelling_with_its_diacritics() -> None:
    subjects = [
        told("zaglebiowski klaster tkacki", by="a"),
        told("Zagłębiowski Klaster Tkacki", by="b"),
    ]

    assert Register(subjects).clusters[0].name == "Zagłębiowski Klaster Tkacki"


def test_where_a_cluster_comes_from_is_no_part_of_its_name() -> None:
    (cluster,) = Register([told("Zorkanit Valley z Nysy", by="a"), told("Zorkanit Valley", by="b")]).clusters

    assert cluster.name == "Zorkanit Valley"


def test_a_document_that_leaves_the_place_out_goes_on_about_the_same_cluster() -> None:
    assert (
        len(
            names_of(told("Opolski Klaster Czystych Szkieł", by="a"), told("Klaster Czystych Szkieł", by="a"))
        )
        == 1
    )


def test_a_short_form_of_the_beginnings_of_a_name_s_words_is_its_own() -> None:
    clusters = Register(
        [
            told("Zagłębiowski Klaster Medyczny", by="a"),
            told("Zagłębiowski Klaster Metalowy", by="b"),
            told("ZKMed", by="c", kinds={"ZKMed": "short"}),
        ]
    ).clusters

    assert sorted(len(one.names) for one in clusters) == [1, 2]
    assert {"ZKMed", "Zagłębiowski Klaster Medyczny"} in [set(one.names) for one in clusters]


SHORT = {"Perkoz": "short", "Stu Barw": "short"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Podkarpacki Klaster Tworzyw Perkoz", "Perkoz"), ("Klaster Tworzyw Podkarpacia", "Perkoz")),
        (("Wielkopolski Klaster Nasienny Perkoz", "Perkoz"), ("Poznański Klaster Nasienny Perkoz", "Perkoz")),
        (("Wielkopolski Klaster Nasienny Perkoz", "Perkoz"), ("Poznanski klaster nasienny Perkoz", "Perkoz")),
    ],
)
def test_names_that_share_a_title_and_a_region_are_one(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(names_of(told(*one, by="a", kinds=SHORT), told(*other, by="b", kinds=SHORT))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Klaster Szkła Perkoz", "Perkoz"), ("Klaster Wełny Perkoz", "Perkoz")),
        (("Śląski Klaster Szkła Perkoz", "Perkoz"), ("Opolski Klaster Szkła Perkoz", "Perkoz")),
        (("Kaliski Klaster Szkła Perkoz", "Perkoz"), ("Poznański Klaster Szkła Perkoz", "Perkoz")),
    ],
)
def test_names_that_share_a_title_alone_stay_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(names_of(told(*one, by="a", kinds=SHORT), told(*other, by="b", kinds=SHORT))) == 2


def test_a_translation_may_leave_the_title_out() -> None:
    polish = told("Opolski Klaster Przemysłów Kreatywnych Stu Barw", "Stu Barw", by="a", kinds=SHORT)

    assert len(names_of(polish, told("Opole Creative Industries Cluster", by="b"))) == 1


def test_a_translation_may_say_the_town_too() -> None:
    polish = told("Dolina Szkła", by="a", facts=[("place", "Rzeszów")])

    assert len(names_of(polish, told("Rzeszów Glass Valley", by="b"))) == 1
    assert len(names_of(polish, told("Opole Glass Valley", by="b"))) == 2


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Bałtycki Klaster Wiatrowy", "Baltic Wind Cluster"),
        ("Baltycki Klaster Wodorowy", "Baltic Hydrogen Cluster"),
        ("Karpacki Klaster Drzewny", "Carpathian Wood Cluster"),
        ("Klaster Lotniczy Dolina Wisłoki", "Wisłoka Valley Aviation Cluster"),
    ],
)
def test_a_sea_or_a_river_says_where_a_cluster_is(polish: str, english: str) -> None:
    assert len(names_of(told(polish, by="a"), told(english, by="b"))) == 1


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Lubelski Klaster Zielarski „Rumianek”", "Lublin Herbal Cluster Chamomile"),
        ("Kurpiowski Klaster Bursztynniczy „Łoś”", "Kurpie Amber Cluster Elk"),
        ("Warmiński Klaster Serowarski", "Warmian Cheese Cluster"),
        ("Podlaski Klaster Wikliny i Koszy", "Podlasie Wicker & Basket Cluster"),
        ("Klaster Młynarski Noteć", "Noteć Milling Cluster"),
        ("Śląski Klaster Sprzętu Ratunkowego", "Silesian Rescue Equipment Cluster"),
    ],
)
def test_a_name_translates_with_its_trade_its_title_and_its_land(polish: str, english: str) -> None:
    assert names_of(told(polish, by="a"), told(english, by="b")) == [{polish, english}]


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Lubelski Klaster Zielarski „Rumianek”", "Lublin Herbal Cluster Lavender"),
        ("Klaster Młynarski Noteć", "Warta Milling Cluster"),
        ("Podkarpacki Klaster Dronów", "Subcarpathian Helicopter Cluster"),
        ("Śląski Klaster Lotniczy", "Silesian Space Cluster"),
    ],
)
def test_a_name_that_says_another_trade_title_or_river_is_no_translation(polish: str, english: str) -> None:
    assert len(names_of(told(polish, by="a"), told(english, by="b"))) == 2


def test_a_word_that_no_table_translates_is_told_by_place_and_trade_where_no_third_fits() -> None:
    polish = told("Bydgoski Klaster Zgrzebiarek Metalowych", by="a")
    english = told("Bydgoszcz Metal Carder Cluster", by="b")
    third = told("Bydgoski Klaster Szpulek Metalowych", by="c")

    assert len(names_of(polish, english)) == 1
    assert len(names_of(polish, english, third)) == 3


def test_a_cluster_of_poland_is_shown_by_its_polish_name_and_another_by_what_most_call_it() -> None:
    names = "Torunian Games Cluster", "Toruński Klaster Gier"
    kinds = {names[1]: "translation"}
    said = [told(*names, by=by, kinds=kinds) for by in "ab"]
    abroad = [told(*names, by=by, kinds=kinds, facts=[("country", "CZ")]) for by in "ab"]

    assert [one.name for one in Register(said).clusters] == [names[1]]
    assert [one.name for one in Register(abroad).clusters] == [names[0]]


COORDINATED: list[tuple[Attribute, str]] = [("coordinator", "Izba Mebli"), ("sector", "maritime")]


@pytest.mark.parametrize(
    ("one", "other", "facts"),
    [
        ("Klaster Meblowy", "Pomorski Klaster Meblowy", [("coordinator", "Izba Mebli")]),
        ("Klaster Stalowy", "Podkarpacki Klaster Stalowy", [("place", "Nisko")]),
        ("Opolski Klaster Skórzany Rzemyk", "Rzemyk", []),
        ("Klaster Odzieżowy Nitka", "Klaster „Nitka”", []),
        ("Oder Shipping Cluster", "Nadodrzański Klaster Żeglugi", COORDINATED),
        ("Szkutnia Wschód", "Klaster Szkutnia Wschód", []),
    ],
)
def test_a_shorter_name_or_one_in_the_other_language_is_the_same_cluster_s_where_facts_agree(
    one: str, other: str, facts: list[tuple[Attribute, str]]
) -> None:
    assert len(names_of(told(one, by="a", facts=facts), told(other, by="b", facts=facts))) == 1


@pytest.mark.parametrize(
    ("one", "other", "facts"),
    [
        ("Klaster Stalowy", "Podkarpacki Klaster Stalowy", []),
        ("Baltic Shipping Cluster", "Klaster Meblowy Północ", COORDINATED),
        ("Klaster Meblowy Północ", "Klaster Drzewny Iglica", COORDINATED),
        ("Klaster Nitka Wschód", "Klaster Nitka Zachód", []),
    ],
)
def test_clusters_of_one_coordinator_stay_apart_where_their_names_differ(
    one: str, other: str, facts: list[tuple[Attribute, str]]
) -> None:
    assert len(names_of(told(one, by="a", facts=facts), told(other, by="b", facts=facts))) == 2


def test_what_no_document_says_to_be_a_cluster_stands_in_no_other_s_way() -> None:
    known, table = told("Klaster Odzieżowy Nitka", by="a"), told("Nitka", by="b")
    shop = replace(told("Salon Nitka", by="c"), sure=False)

    assert names_of(known, table, shop) == [{"Klaster Odzieżowy Nitka", "Nitka"}]


def test_a_name_with_the_adjective_of_a_town_is_one() -> None:
    assert names_of(told("Biały Pińczów")) == [{"Biały Pińczów"}]
