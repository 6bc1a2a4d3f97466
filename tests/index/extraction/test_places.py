"""Where each cluster is and what it does."""

import pytest

from index.register.model import OFFICE
from tests.index.extraction.reading import read

TURKAWKA, DERKACZ = "Klaster Turkawka", "Klaster Derkacz"


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka z siedzibą w Rzeszowie skupia firmy.",
        "Siedziba Klastra Turkawka mieści się w Rzeszowie.",
        "Klaster Turkawka z Rzeszowa rośnie.",
        "Klaster Turkawka (Rzeszów) rośnie.",
        "Klaster Turkawka ma biuro w Rzeszowie.",
        "Rzeszowski Klaster Turkawka działa w Rzeszowie.",
        "# Klaster Turkawka\n\nSiedziba: Rzeszów\n",
        "# Klastry\n\n| Klaster | Miasto |\n|---|---|\n| Klaster Turkawka | Rzeszów |\n",
        "# Klaster Turkawka\n\nul. Modra 5, 35-001 Rzeszów\n",
    ],
)
def test_the_seat_is_told_in_many_ways(text: str) -> None:
    assert read(text).values("place") == ["Rzeszów"]


@pytest.mark.parametrize(
    "text",
    [
        "Lista:\n\n- Klaster Turkawka (woj. śląskie); Fundacja Wir\n- Klaster Derkacz (woj. łódzkie)\n",
        "Lista:\n\n- Klaster Turkawka, województwo śląskie\n- Klaster Derkacz, województwo łódzkie\n",
        "Lista:\n\n- Klaster Turkawka – woj. śląskie\n- Klaster Derkacz – woj. łódzkie\n",
    ],
)
def test_the_region_stands_beside_a_name_with_the_word_for_one(text: str) -> None:
    assert read(text).told("region") == [(TURKAWKA, "slaskie"), (DERKACZ, "lodzkie")]


@pytest.mark.parametrize(
    "text",
    [
        "The Larkspur Cluster is based in Rzeszów.",
        "The Larkspur Cluster has its seat in Rzeszów.",
        "Headquartered in Rzeszów, the Larkspur Cluster unites foundries.",
    ],
)
def test_the_seat_is_told_in_english(text: str) -> None:
    assert read(text).told("place") == [("Larkspur Cluster", "Rzeszów")]


def test_a_seat_that_no_gazetteer_has_is_told_by_the_words_before_it() -> None:
    assert read("Klaster Turkawka z siedzibą w Brzeźniakowie rośnie.").values("place") != []


def test_a_further_office_is_told_as_one() -> None:
    text = "# Klaster Turkawka\n\nBiuro: ul. Modra 5, 35-001 Rzeszów\n\nFilia: ul. Polna 2, 45-001 Opole\n"

    told = {claim.value: claim.qualifier for claim in read(text).claims("place")}
    assert told == {"Rzeszów": "", "Opole": OFFICE}


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka rośnie. Targi odbyły się w Rzeszowie.",
        "Klaster Turkawka współpracuje z Politechniką Rzeszowską.",
        "Przedstawiciele Klastra Turkawka pojechali do Rzeszowa.",
    ],
)
def test_a_town_named_in_passing_is_no_seat(text: str) -> None:
    assert read(text).values("place") == []


# Regions and countries


def test_the_heading_of_a_list_gives_its_clusters_their_region() -> None:
    text = (
        "# Klastry w regionach\n\n## Podkarpackie\n\n- Klaster Turkawka\n- Klaster Derkacz\n\n"
        "## Opolskie\n\n- Klaster Perkoz\n"
    )

    assert read(text).told("region") == [
        (TURKAWKA, "podkarpackie"),
        (DERKACZ, "podkarpackie"),
        ("Klaster Perkoz", "opolskie"),
    ]


def test_an_outer_item_with_a_colon_gives_its_clusters_their_region() -> None:
    text = (
        "# Klastry w regionach\n\n- Podkarpackie:\n  - Klaster Turkawka\n- Opolskie:\n  - Klaster Derkacz\n"
    )

    assert read(text).told("region") == [(TURKAWKA, "podkarpackie"), (DERKACZ, "opolskie")]


def test_an_outer_item_gives_its_clusters_their_region() -> None:
    text = "# Klastry w regionach\n\n- Podkarpackie\n  - Klaster Turkawka\n- Opolskie\n  - Klaster Derkacz\n"

    assert read(text).told("region") == [(TURKAWKA, "podkarpackie"), (DERKACZ, "opolskie")]


def test_the_heading_of_a_list_gives_its_clusters_their_country() -> None:
    text = "# Clusters abroad\n\n## Slovakia\n\n- Larkspur Cluster\n- Teasel Cluster\n"

    assert [cluster for cluster, value in read(text).told("country") if value == "SK"] == [
        "Larkspur Cluster",
        "Teasel Cluster",
    ]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Klaster Turkawka działa w województwie opolskim.", "opolskie"),
        ("# Klaster Turkawka\n\nWojewództwo: opolskie\n", "opolskie"),
        ("Opolski Klaster Turkawka rośnie.", "opolskie"),
        ("Klaster Turkawka działa na terenie Dolnego Śląska.", "dolnoslaskie"),
    ],
)
def test_a_region_is_told_by_names_labels_and_sentences(text: str, region: str) -> None:
    assert region in read(text).values("region")


def test_a_slovak_cluster_is_in_its_country() -> None:
    assert read("The Larkspur Cluster is a Slovak cluster of foundries.").values("country") == ["SK"]


# Sectors


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Mazurski Klaster Meblowy rośnie.", "furniture"),
        ("Klaster Turkawka zrzesza producentów mebli.", "furniture"),
        ("# Klaster Turkawka\n\nBranża: meblarstwo\n", "furniture"),
        ("# Klastry\n\n| Klaster | Branża |\n|---|---|\n| Klaster Turkawka | meble |\n", "furniture"),
        ("The Larkspur Furniture Cluster grows.", "furniture"),
    ],
)
def test_a_sector_is_told_by_names_labels_and_descriptions(text: str, sector: str) -> None:
    assert sector in read(text).values("sector")


def test_what_a_name_tells_of_the_sector_a_description_does_not_widen() -> None:
    text = "Mazurski Klaster Meblowy zrzesza firmy, które kupują oprogramowanie i drony."

    assert set(read(text).values("sector")) == {"furniture"}


def test_the_name_of_a_body_tells_no_sector() -> None:
    text = "Klaster Turkawka współpracuje z Instytutem Lotnictwa i zrzesza producentów mebli."

    assert "aerospace" not in read(text).values("sector")


def test_clusters_under_a_heading_that_says_where_clusters_are_are_in_its_region() -> None:
    found = read(
        "# Clusters in the Rzeszów Area\n\n## Pewter Lynx Cluster\n\nThe cluster unites tanners.\n\n"
        "## Tin Heron Cluster\n\nThe Tin Heron Cluster unites brewers.\n"
    )

    assert {(claim[0], claim[1]) for claim in found.told("region")} == {
        ("Pewter Lynx Cluster", "podkarpackie"),
        ("Tin Heron Cluster", "podkarpackie"),
    }


def test_a_fair_in_a_town_is_not_where_the_clusters_under_it_are() -> None:
    found = read("# Klastry na targach w Rzeszowie\n\n## Klaster Cynowa Czapla\n\nKlaster zrzesza browary.\n")

    assert not found.told("region")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Larkspur Cluster\n\nIt was founded in 2013 in Frýdek-Místek, Moravian-Silesian Region.\n", "CZ"),
        ("# Larkspur Cluster\n\nIts secretariat in Odense (Region of Southern Denmark) is small.\n", "DK"),
        ("The Larkspur Cluster, Tuttlingen, unites instrument makers.", "DE"),
        ("The Larkspur Cluster (Lithuania) has shrunk.", "LT"),
        ("# Neighbours\n\n## Lithuania: Larkspur Cluster\n\nIts members build lasers.\n", "LT"),
        ("# Neighbours\n\n## Larkspur Cluster (Lithuania)\n\nIts members build lasers.\n", "LT"),
        ("Maribor's Larkspur Cluster has shrunk.", "SI"),
        ("The Danish medical-device Larkspur Cluster has 74 members.", "DK"),
        ("Litewski Larkspur Cluster zrzesza 30 firm.", "LT"),
    ],
)
def test_a_cluster_abroad_is_of_the_country_that_its_town_heading_or_adjective_tells(
    text: str, told: str
) -> None:
    assert set(read(text).values("country")) == {told}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Klaster Turkawka to klaster żywności ekologicznej województwa łódzkiego.", "lodzkie"),
        ("The Larkspur Cluster is a chemical-industry cluster of Saxony-Anhalt.", "saxony-anhalt"),
        ("# Larkspur Cluster\n\nIt is based in Olomouc, Olomouc Region.\n", "olomouc-region"),
        ("The Larkspur Cluster brings together makers from Lower Silesia.", "dolnoslaskie"),
    ],
)
def test_a_region_is_told_in_prose(text: str, region: str) -> None:
    assert read(text).values("region") == [region]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Klaster Turkawka narodził się w Szczecinie w 2012 roku.", "Szczecin"),
        ("Klaster Turkawka zawiązano 12 października 2012 r. w Łodzi.", "Łódź"),
        ("# Klaster Turkawka\n\nBiuro przeniesiono do Suchego Lasu.\n", "Suchy Las"),
        ("# Klaster Turkawka\n\nGdzie macie siedzibę?\n\nW Krośnie, na rynku.\n", "Krosno"),
        ("| Rola | Kto |\n|---|---|\n| Lider | Klaster Turkawka (Włocławek) |\n", "Włocławek"),
    ],
)
def test_a_seat_is_told_in_prose_answers_and_cells(text: str, town: str) -> None:
    assert read(text).values("place") == [town]


@pytest.mark.parametrize(
    "text",
    [
        "# Larkspur Cluster\n\nVienna, 5 May 2025\n\nThe cluster unites firms.\n",
        "W maju Klaster Turkawka odwiedził Kopenhagę.",
        "In May the Larkspur Cluster visited Denmark.",
        "Partnerem Klastra Turkawka jest klaster z Danii.",
        "Delegacja z Danii odwiedziła Klaster Turkawka.",
        "The Larkspur Cluster sells to Germany and Sweden.",
        "Firmy z Mazowsza odwiedziły Klaster Turkawka.",
        "Wręczenie nagród Klastrowi Turkawka odbyło się w siedzibie Fundacji Otwarty Kod.",
        "# Klaster Turkawka\n\n## Członkowie\n\nPerkoz\n\nSupraśl\n\nDerkacz\n\nŁomża\n\nLis\n\nTykocin\n",
    ],
)
def test_a_place_of_a_visit_a_partner_a_date_or_a_member_is_not_the_clusters(text: str) -> None:
    found = read(text)

    assert [*found.values("place"), *found.values("country"), *found.values("region")] == []


def test_a_place_that_opens_a_clause_is_that_of_the_cluster_in_it() -> None:
    found = read(
        "W Pile tworzy się Klaster Turkawka, w Opolu Klaster Pliszka, a w Kielcach działa Klaster Rdest."
    )

    assert ("Klaster Turkawka", "Piła") in found.told("place")
    assert ("Klaster Turkawka", "Opole") not in found.told("place")
    assert ("Klaster Rdest", "Kielce") in found.told("place")


def test_the_seat_of_the_cluster_is_no_town_of_that_name() -> None:
    assert read("# Klaster Turkawka\n\nSiedzibą Klastra jest Gdynia.\n").told("place") == [
        ("Klaster Turkawka", "Gdynia")
    ]


@pytest.mark.parametrize(
    ("name", "sectors"),
    [
        ("Klaster Łodzi Motorowych Bąk", {"maritime"}),
        ("Dolina Baterii Bąk. Ten klaster rośnie", {"energy"}),
        ("Klaster Domów Drewnianych Bąk", {"wood", "construction"}),
        ("Klaster Precyzyjnej Hydrauliki", {"machinery"}),
        ("Klaster Wodny Bąk", {"environment"}),
        ("Klaster Ziół Bąk", {"agriculture"}),
        ("Klaster Igły i Nici", {"apparel", "textiles"}),
        ("Black Forest Surgical Instruments Cluster", {"medical-devices"}),
        ("Timber Home Cluster", {"wood", "construction"}),
        ("Offshore Wind Cluster", {"energy"}),
    ],
)
def test_a_name_tells_what_a_cluster_does_and_no_more(name: str, sectors: set[str]) -> None:
    assert set(read(f"{name} zrzesza 30 firm.\n").values("sector")) <= sectors
    assert sectors & set(read(f"{name} zrzesza 30 firm.\n").values("sector"))


def test_quoted_words_of_a_name_do_not_add_to_what_the_others_tell() -> None:
    assert read("Klaster Szkła „Meble Jutra” rośnie.").values("sector") == ["glass-ceramics"]


def test_a_line_of_places_above_a_cluster_is_of_the_one_it_announces() -> None:
    found = read(
        "# Notes\n\nCottbus, Brandenburg\n\nThe Teasel Cluster unites some hundred makers of cells."
        "\n\n"
        "Odense, island of Funen\n\nThe Larkspur Cluster has 61 members, mostly studios of computer games.\n"
    )

    assert set(found.told("country")) == {("Teasel Cluster", "DE"), ("Larkspur Cluster", "DK")}


def test_an_adjective_that_tells_which_cluster_is_meant_is_of_no_other() -> None:
    found = read(
        "# Labels\n\n- Moravian Larkspur Cluster (Czechia)\n- Teasel Cluster\n\nTeasel Cluster rejoiced. "
        "Its head greeted the Moravian cluster.\n"
    )

    assert ("Teasel Cluster", "CZ") not in found.told("country")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("- Klaster Turkawka (KT), Rzeszów. Kuźnie i odlewnie.\n", "Rzeszów"),
        ("1) Klaster Turkawka – Rzeszów. Kuźnie i odlewnie.\n", "Rzeszów"),
        ("Rzeszów jest siedzibą Klastra Turkawka.", "Rzeszów"),
        ("Linz, the steel city of Austria, is home to the Larkspur Cluster.", "Linz"),
        ("Across the Danube in Linz, Austria, the Larkspur Cluster unites 40 firms.", "Linz"),
        (
            "# Klastry\n\n| Klaster | Znak |\n|---|---|\n| Klaster Turkawka (KT), Rzeszów | złoty |\n",
            "Rzeszów",
        ),
        (
            "# Klaster Turkawka\n\n| Adres | ul. Modra 5, 35-001 Rzeszów |\n|---|---|\n| Tel. | 177 |\n",
            "Rzeszów",
        ),
        ("# Klaster Turkawka\n\nHead office: Rzeszów\n", "Rzeszów"),
        ("The Larkspur Cluster unites firms gathered around Rzeszów.", "Rzeszów"),
    ],
)
def test_the_seat_stands_beside_names_that_have_others_in_brackets(text: str, town: str) -> None:
    assert read(text).values("place") == [town]


def test_the_nearest_of_the_headings_above_tells_the_region() -> None:
    told = read(
        "# Pomorze i Kujawy\n\n- Województwo pomorskie\n  - Klaster Turkawka – drony\n"
        "- Województwo kujawsko-pomorskie\n  - Klaster Derkacz – gry wideo\n"
    )

    assert told.told("region") == [(TURKAWKA, "pomorskie"), (DERKACZ, "kujawsko-pomorskie")]


@pytest.mark.parametrize(
    "text",
    [
        "# Klaster Turkawka\n\nKlaster współpracuje z hutami w Brnie.\n",
        "# Larkspur Cluster\n\nThe cluster works with maltsters in Bavaria, Germany.\n",
        "# Larkspur Cluster\n\nIn 2022 the cluster opened a shop in Berlin.\n",
    ],
)
def test_where_others_are_the_cluster_is_not(text: str) -> None:
    told = read(text)

    assert told.values("place") == told.values("country") == told.values("region") == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Klaster Perkoz prowadzi projekt wspólnie z norweskim klastrem NorFyr.", {"NorFyr": "NO"}),
        ("The Larkspur Cluster works with the Danish materials cluster Fyn4D.", {"Fyn4D": "DK"}),
    ],
)
def test_an_adjective_before_a_partner_tells_where_that_is(text: str, countries: dict[str, str]) -> None:
    assert dict(read(text).told("country")) == countries


@pytest.mark.parametrize(
    "label", ["Miejsce podpisania", "Place of signature", "Miejsce spotkania", "Location of the event"]
)
def test_a_label_of_another_place_gives_no_seat(label: str) -> None:
    assert read(f"# Klaster Turkawka\n\nKlaster Turkawka rośnie.\n\n{label}: Kraków\n").values("place") == []


@pytest.mark.parametrize("label", ["Miejsce siedziby", "Siedziba", "Miasto", "Cluster location"])
def test_a_label_of_the_seat_gives_it(label: str) -> None:
    text = f"# Klaster Turkawka\n\nKlaster Turkawka rośnie.\n\n{label}: Kraków\n"

    assert read(text).values("place") == ["Kraków"]


def test_the_town_of_an_address_is_where_the_cluster_is() -> None:
    text = "# Klastry\n\n| Klaster | Adres |\n|---|---|\n| Klaster Turkawka | ul. Leśna 4, Legnica |\n"

    assert read(text).values("place") == ["Legnica"]


def test_a_group_from_a_town_is_there() -> None:
    text = "# Larkspur Cluster\n\nWe work with the Wagtail Cluster, a young group from Puck.\n"

    assert ("Wagtail Cluster", "Puck") in read(text).told("place")


def test_a_cluster_that_is_visited_in_a_town_is_there() -> None:
    text = "# Trip\n\nIn Vilnius we called on the Wagtail Cluster.\n"

    assert ("Wagtail Cluster", "Wilno") in read(text).told("place")


def test_mountains_in_a_name_that_lie_in_several_regions_tell_none() -> None:
    assert read("# Klaster Turkawka Sudety\n\nKlaster Turkawka Sudety łączy huty.\n").values("region") == []
