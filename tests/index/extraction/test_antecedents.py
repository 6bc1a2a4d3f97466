"""Whose a role, a number or a contact is where another body was spoken of, or a pronoun stands for one."""

import pytest

from tests.index.extraction.reading import read

KEA = "Klaster Kea"


@pytest.mark.parametrize(
    "text",
    [
        "Zmianie przyglądała się Izba Portowa, zrzeszająca 410 firm. – Trzymamy kciuki – mówi jej "
        "prezes Jan Lis.",
        "Muzeum Zabawy ma wiele eksponatów, a jego dyrektorka Anna Lis zna je wszystkie.",
        "Instytut Szkła zatrudnia 75 osób i kieruje nim prof. Irena Wolska.",
        "Izba Portowa (230 firm, przewodniczący: Jan Lis) ogłosiła prognozę.",
        "Izba ma 120 członków i odrębny zarząd, któremu przewodniczy Jan Lis.",
        "Podlaska Izba Kupiecka wybrała władze. Prezesem został Jan Lis.",
        "Zebranie otworzyła Anna Lis, przewodnicząca zebrania.",
        "Speaker: Anna Lis, head of trade finance at the bank.",
    ],
)
def test_who_heads_another_body_or_a_meeting_heads_no_cluster(text: str) -> None:
    assert read(f"# {KEA}\n\n{KEA} działa w Opolu.\n\n{text}\n").people() == []


def test_whoever_heads_the_coordinator_speaks_for_the_cluster() -> None:
    text = f"# {KEA}\n\nKoordynatorem klastra jest Fundacja Kea. Jej prezesem jest Jan Lis.\n"

    assert [name for name, _ in read(text).people()] == ["Jan Lis"]


def test_sides_are_the_clusters_of_their_countries() -> None:
    text = (
        "The Moravian Cooling Cluster and Poland's Lubuski Klaster Chłodniczy signed.\n\nThe Czech side was "
        "founded in 2009 and has 83 members.\n\nThe Polish side is younger. Registered in 2021, it counts 36 "
        "members.\n"
    )

    assert read(text).told("members") == [
        ("Moravian Cooling Cluster", "83"),
        ("Lubuski Klaster Chłodniczy", "36"),
    ]


def test_a_bracket_tells_of_the_name_before_it() -> None:
    text = (
        "# Kea Cluster\n\nKea Cluster works with the Emu Cluster, Denmark (chaired by Mads Toft; "
        "29 members).\n"
    )

    assert read(text).told("members") == [("Emu Cluster", "29")]


def test_it_takes_up_what_the_sentence_before_is_about_and_not_the_heading() -> None:
    text = (
        "# Kea Cluster\n\nKea Cluster has 76 members. The Emu Cluster was created in 2016. It has held the "
        "National Key Cluster status since 1 July 2024.\n"
    )

    assert [one[0] for one in read(text).statuses()] == ["Emu Cluster"]


def test_an_item_tells_of_the_item_it_stands_within() -> None:
    text = (
        "# Spis\n\n- **Klaster Kea**\n  - siedziba: Opole\n  - partnerzy\n    - Klaster Emu\n"
        "  - prezes: Jan Lis\n    - tel. 68 555 31 20\n- **Klaster Emu**\n  - siedziba: Sanok\n"
    )
    found = read(text)

    assert found.told("person") == [("Klaster Kea", "Jan Lis")]
    assert [cluster for cluster, _ in found.told("phone")] == ["Klaster Kea"]


def test_a_card_under_the_name_of_another_body_is_of_no_cluster() -> None:
    text = (
        "### KLASTER KEA\n\nRok powstania: 2013 · Siedziba: Opole\n\n### INKUBATOR „KOPUŁA”\n\nRok "
        "powstania: "
        "2015 · Siedziba: Siedlce\n\n### KLASTER EMU\n\nRok powstania: 2018 · Siedziba: Sanok\n"
    )

    assert read(text).values("founded") == ["2013", "2018"]


@pytest.mark.parametrize(
    "text",
    [
        "Reklama: Drukarnia Hektograf – katalogi od 50 sztuk. Tel. 22 555 00 11",
        "Stronę wykonało studio Trzy Kreski, kontakt@kreski.example.",
        "Zgłoś poprawkę: katalog@akademia.example, tel. 41 555 90 01",
        "Biuletyn Podlasia, redaktor: S. Waszczuk, biuletyn@bgp.example.",
    ],
)
def test_contacts_of_adverts_makers_and_editors_are_no_clusters(text: str) -> None:
    found = read(f"# {KEA}\n\n{KEA} działa w Opolu.\n\n{text}\n")

    assert found.values("phone") == found.values("email") == []


def test_a_number_behind_a_colon_is_a_telephone_by_its_shape() -> None:
    text = f"# {KEA}\n\nBiuro klastra mieści się w Opolu. Numer telefonu się nie zmienił: 87 555 43 43.\n"

    assert read(text).values("phone") == ["+48875554343"]


def test_what_says_something_of_a_name_makes_it_no_cluster() -> None:
    text = (
        "# Klaster Kea\n\nUczelnia prowadzi projekt BIO-FOLIA, do którego klaster nie przystąpił. Jubileusz: "
        "klaster powstał 3 kwietnia 2014 r. Jan Lis – prezes Fundacji Bezpieczny Kod, reprezentuje klaster.\n"
    )

    assert read(text).clusters == ["Klaster Kea"]


def test_figures_that_call_notes_are_no_part_of_values() -> None:
    text = (
        "| Klaster | Siedziba | Rok powstania | Członkowie |\n|---|---|---|---|\n"
        "| Klaster Kea | Poznań⁵ | 2019³ | 95² |\n| Klaster Emu | Sanok | 2011 | 40 |\n"
    )
    found = read(text)

    assert found.values("members") == ["95", "40"]
    assert found.values("founded") == ["2019", "2011"]
    assert found.values("place")[0] == "Poznań"


def test_energy_clusters_are_named_only_with_more_than_the_legal_term() -> None:
    text = "Klaster Energii Tomaszów i Zgorzelecki Klaster Energii działają. Klaster Energii to porozumienie."

    assert read(text).clusters == ["Klaster Energii Tomaszów", "Zgorzelecki Klaster Energii"]


def test_roles_of_neighbours_are_roles_and_their_names_stay() -> None:
    text = (
        "# Moravský klastr Kea\n\nHana Vlčková, manažerka, Moravský klastr Kea\n\nRui "
        "Castanheira, Cluster Manager\n"
    )

    assert [name for name, _ in read(text).people()] == ["Hana Vlčková", "Rui Castanheira"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Klaster Kea to porozumienie garncarzy i hut z Dolnego Śląska.", "dolnoslaskie"),
        ("Klaster Kea zrzesza 64 członków, głównie huty, z województwa lubelskiego.", "lubelskie"),
        ("Jesteśmy z Kielc (woj. świętokrzyskie).", "swietokrzyskie"),
    ],
)
def test_whom_a_cluster_unites_from_a_region_tells_where_it_is(text: str, region: str) -> None:
    assert read(f"# {KEA}\n\n{text}\n").values("region") == [region]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea współpracuje z Muzeum Żeglugi. W 2020 r. jego prezesem został Jan Lis.",
        "**Jan Lis**\n\nPrezes klastra, tel. 601 222 333\n",
    ],
)
def test_who_is_told_beside_a_body_or_in_bold_is_the_cluster_s(text: str) -> None:
    assert [name for name, _ in read(f"# {KEA}\n\n{text}\n").people()] == ["Jan Lis"]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea korzysta ze wsparcia Krajowego Klastra Kluczowego Emu.",
        "Klaster Kea dysponuje listą Krajowych Klastrów Kluczowych.",
    ],
)
def test_who_uses_something_else_holds_no_status(text: str) -> None:
    assert [one for one in read(text).statuses() if one[0] == KEA] == []


def test_contacts_of_a_cluster_of_printers_are_its_own() -> None:
    text = (
        "Reklama i opakowania, kontakt z Klastrem Poligraficznym Kea: biuro@kea.example, tel. 41 222 33 44."
    )

    assert read(f"# Klaster Poligraficzny Kea\n\n{text}\n").values("email") == ["biuro@kea.example"]


def test_a_sum_is_no_telephone() -> None:
    text = f"# {KEA}\n\nStrona: kea.example. Zrealizowaliśmy projekty o wartości: 555 222 333.\n"

    assert read(text).values("phone") == []


def test_who_was_authorised_to_sign_and_did_has_made_partners() -> None:
    text = f"# {KEA}\n\nUpoważniony prezes podpisał umowę o współpracy z Klastrem Emu.\n"

    assert (KEA, "Klaster Emu") in read(text).told("partner")
