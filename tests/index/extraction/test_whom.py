"""Whom a line is about."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ, PERKOZ = "Klaster Turkawka", "Klaster Derkacz", "Klaster Perkoz"


def test_lines_below_a_heading_are_about_its_cluster() -> None:
    text = "# Klastry\n\n## Klaster Turkawka\n\nZrzesza 30 firm.\n\n## Klaster Derkacz\n\nZrzesza 20 firm.\n"

    assert read(text).told("members") == [(TURKAWKA, "30"), (DERKACZ, "20")]


def test_cards_one_after_another_keep_to_their_own_cluster() -> None:
    text = (
        "# Katalog klastrów\n\nKlaster Turkawka\n\nSiedziba: Rzeszów\n\nKoordynator: Fundacja Pliszka\n\n"
        "Klaster Derkacz\n\nSiedziba: Opole\n\nKoordynator: Stowarzyszenie Modraszek\n"
    )
    found = read(text)

    assert found.told("place") == [(TURKAWKA, "Rzeszów"), (DERKACZ, "Opole")]
    assert found.told("coordinator") == [
        (TURKAWKA, "Fundacja Pliszka"),
        (DERKACZ, "Stowarzyszenie Modraszek"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Zrzesza on 30 firm.",
        "Należy do niego 30 firm.",
        "Obecnie zrzesza 30 firm.",
        "Klaster zrzesza 30 firm.",
    ],
)
def test_a_sentence_that_goes_on_is_about_the_cluster_named_before(sentence: str) -> None:
    text = f"# Aktualności\n\nKlaster Derkacz śpi.\n\n## Zmiany\n\nKlaster Turkawka rośnie. {sentence}\n"

    assert read(text).told("members") == [(TURKAWKA, "30")]


def test_it_is_the_cluster_named_before() -> None:
    text = (
        "# News\n\nThe Teasel Cluster rests.\n\n## Growth\n\nThe Larkspur Cluster grows. It has 30 members.\n"
    )

    assert read(text).told("members") == [("Larkspur Cluster", "30")]


def test_we_are_the_cluster_of_the_page() -> None:
    text = (
        "# Klaster Turkawka\n\nWspółpracujemy z Klastrem Derkacz. Zrzeszamy 30 firm. Działamy od 2012 roku.\n"
    )
    found = read(text)

    assert found.told("members") == [(TURKAWKA, "30")]
    assert found.told("founded") == [(TURKAWKA, "2012")]


def test_what_another_body_that_opens_the_clause_does_is_not_the_cluster_s() -> None:
    text = "# Klaster Turkawka\n\nFundacja Pliszka zrzesza 300 firm, a klaster zrzesza 30 firm.\n"

    assert read(text).told("members") == [(TURKAWKA, "30")]


def test_the_last_cluster_named_before_a_number_is_what_it_counts() -> None:
    text = "Klaster Turkawka zrzesza 30 firm, a Klaster Derkacz zrzesza 20 firm."

    assert read(text).told("members") == [(TURKAWKA, "30"), (DERKACZ, "20")]


def test_a_cluster_named_in_passing_is_not_what_a_text_is_about() -> None:
    text = (
        "# Uniwersytet Rzeszowski\n\nUczelnia kształci inżynierów. Jej prezesem honorowym jest Jan Lis.\n\n"
        "Ma 12 wydziałów. Jej partnerem jest Klaster Turkawka.\n\n## Kontakt\n\ntel. 17 111 22 33\n"
    )

    assert TURKAWKA not in {cluster for cluster, _ in read(text).told("phone")}


def test_a_contact_below_a_page_of_one_cluster_is_its_own() -> None:
    text = "# Klaster Turkawka\n\nKlaster Turkawka rośnie.\n\n## Kontakt\n\ntel. 17 111 22 33\n"

    assert read(text).told("phone") == [(TURKAWKA, "+48171112233")]


def test_a_line_that_names_no_cluster_has_the_line_above_in_scope() -> None:
    found = read("# Klastry\n\n## Klaster Turkawka\n\nZrzesza 30 firm.\n\n## Klaster Derkacz\n\nŚpi.\n")
    (claim,) = found.claims("members")

    assert [found.document.quote(span) for span in claim.scope] == [TURKAWKA]


def test_a_line_that_names_its_cluster_needs_no_scope() -> None:
    (claim,) = read("# Klastry\n\n## Klaster Turkawka\n\nKlaster Turkawka zrzesza 30 firm.\n").claims(
        "members"
    )

    assert claim.scope == ()


def test_a_sentence_on_clusters_in_general_is_about_none() -> None:
    text = "# Klaster Turkawka\n\nKlaster Turkawka rośnie. Polskie klastry zrzeszają 4000 firm.\n"

    assert read(text).told("members") == []


def test_a_line_that_introduces_other_clusters_is_not_about_the_one_before() -> None:
    text = (
        "# Klastry\n\nWojewództwo podkarpackie:\n\n- Klaster Turkawka\n\nWojewództwo opolskie:\n\n"
        "- Klaster Derkacz\n"
    )

    assert set(read(text).told("region")) == {(TURKAWKA, "podkarpackie"), (DERKACZ, "opolskie")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Na wybrzeżu działa Klaster Derkacz. Obok rośnie Sieć Rybacka Zalew, którą założono w Ustce. "
            "Sieć liczy 45 członków.",
            [("Sieć Rybacka Zalew", "45")],
        ),
        (
            "The Kattegat Wind Alliance met the Larkspur Cluster. The alliance now counts 118 members.",
            [("Kattegat Wind Alliance", "118")],
        ),
        (
            "# News of clusters\n\nThe Saimaa Hub welcomed the Larkspur Cluster. The hub has 56 members.",
            [("Saimaa Hub", "56")],
        ),
        ("Klaster Derkacz rośnie. Grupa ekspertów z 12 firm oceniła wnioski.", []),
    ],
)
def test_a_head_noun_takes_up_the_name_it_heads(text: str, told: list[tuple[str, str]]) -> None:
    assert read(text).told("members") == told


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Derkacz rośnie. Koordynuje go Fundacja Pliszka. Powstała ona w 2004 roku.",
        "Klaster Derkacz rośnie. Prowadzi go Izba Szklarska. Powstała w 2004 roku.",
        "Klaster Derkacz rośnie. Prowadzi go Iławskie Towarzystwo Szkutnicze. Powstało w 2004 roku.",
    ],
)
def test_a_verb_of_the_coordinator_s_gender_is_not_said_of_the_cluster(text: str) -> None:
    assert read(text).told("founded") == []


@pytest.mark.parametrize(
    ("text", "cluster"),
    [
        ("Klaster Turkawka rośnie. Koordynuje go Fundacja Pliszka. Powstał w 2004 roku.", TURKAWKA),
        ("Klaster Szkła Perkozja rośnie. Powstała w 2004 roku.", "Klaster Szkła Perkozja"),
        ("Klaster Turkawka rośnie. Powstał on w 2004 roku.", TURKAWKA),
    ],
)
def test_a_verb_of_the_cluster_s_gender_goes_on_about_it(text: str, cluster: str) -> None:
    assert read(text).told("founded") == [(cluster, "2004")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was founded in 2012, and its partner is Klaster Derkacz.",
        "The cluster began in 2012 after talks with Klaster Derkacz.",
        "Jego początki sięgają 2012 roku, a wspierał go Klaster Derkacz.",
    ],
)
def test_who_opens_with_a_pronoun_goes_on_about_the_one_before(sentence: str) -> None:
    found = read(f"# Visits\n\n## Klaster Turkawka\n\nKlaster Turkawka makes glass. {sentence}\n")

    assert all(cluster == TURKAWKA for cluster, _ in found.told("founded"))


@pytest.mark.parametrize("there", ["Tam szefuje", "Tamtym zarządza", "There the person in charge is"])
def test_what_is_said_of_elsewhere_is_not_of_the_cluster_that_speaks(there: str) -> None:
    text = (
        "# Rozmowa z Klastrem Turkawka\n\nKlaster Turkawka liczy 30 firm.\n\nMylą nas z Klastrem Derkacz.\n\n"
        f"To nie my.\n\n{there} Halina Jurczyk, a koordynuje Fundacja Pliszka.\n"
    )
    found = read(text)

    assert TURKAWKA not in dict(found.told("coordinator"))
    assert TURKAWKA not in dict(found.told("person"))


@pytest.mark.parametrize(
    "said",
    [
        "Kotwica, which unites 45 firms, impressed the board.",
        "In 2020 Kotwica had 45 members.",
        "Kotwica zrzesza 45 firm.",
        "Do „Kotwicy” należy 45 firm.",
    ],
)
def test_a_title_names_its_cluster_without_the_word(said: str) -> None:
    polish = "zrzesza" in said or "należy" in said
    opening = (
        "Klaster Kotwica i Klaster Derkacz rosną." if polish else "Klaster Kotwica and the Wren Cluster grow."
    )
    found = read(f"# {'Przegląd roku' if polish else 'The year in review'}\n\n{opening} {said}\n")

    assert found.told("members") == [("Klaster Kotwica", "45")]


def test_a_title_that_is_a_common_word_elsewhere_names_none() -> None:
    text = (
        "# Przegląd\n\nKlaster Kotwica i Klaster Derkacz od lat spotykają się wiosną w porcie rzecznym na "
        "targach stoczni.\n\n## Statki\n\nKotwica statku waży dziesięć ton i robi ją co roku 45 firm.\n"
    )

    assert read(text).told("members") == []


@pytest.mark.parametrize(
    "said", ["Oni mają 120 firm, my mniej.", "They have 120 firms.", "Tam pracuje 120 firm i należy do nich."]
)
def test_they_are_the_others_who_were_named_last(said: str) -> None:
    text = f"# Rozmowa\n\nRozmawiamy z prezeską Klastra Turkawka.\n\nStarszy jest Klaster Derkacz. {said}\n"

    assert TURKAWKA not in dict(read(text).told("members"))


def test_a_network_that_a_sentence_begins_with_keeps_what_is_told_of_it() -> None:
    text = (
        "# Along the river\n\nThe first is Klaster Turkawka of Szczecin: 12 operators. The second, Oder "
        "Barge Alliance, counts 22 firms.\n"
    )

    assert read(text).told("members") == [(TURKAWKA, "12"), ("Oder Barge Alliance", "22")]


def test_another_name_beside_a_cluster_is_not_who_coordinates_it() -> None:
    text = "# Clusters and their coordinators\n\n- Upland Salt Cluster (Wyżynny Klaster Soli): Rada Soli\n"

    assert "Wyżynny Klaster Soli" not in read(text).values("coordinator")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Klaster Derkacz z Zabrza i Klaster Perkoz z Gliwic podpisały umowę. Zabrzańska sieć to dziś 61 "
            "podmiotów. Gliwicki klaster zrzesza 12 firm.",
            [("Klaster Derkacz", "61"), ("Klaster Perkoz", "12")],
        ),
        (
            "The Plymouth Yacht Cluster and the Zadar Boat Cluster (Croatia) met. The Croatian cluster has "
            "30 members. The Plymouth network counts 77 firms.",
            [("Zadar Boat Cluster", "30"), ("Plymouth Yacht Cluster", "77")],
        ),
        (
            "# Spotkanie\n\nKlaster Automatyki Podhale gościł Košice IT Valley. Słowacki klaster liczy 60 "
            "firm. Klaster z Podhala ma 20 członków.\n",
            [("Košice IT Valley", "60"), ("Klaster Automatyki Podhale", "20")],
        ),
        (
            "# Klaster Derkacz\n\n- 2023 – współpraca z Klastrem Lotnictwa Lekkiego; 38 członków\n",
            [("Klaster Derkacz", "38")],
        ),
        (
            "# Lists\n\nGalway MedTech Cluster – 60 members.\nSwansea Steel Futures – 18 members.\n",
            [("Galway MedTech Cluster", "60")],
        ),
        (
            "# Robot Cluster Gyeonggi\n\nHost: Techno Board\nNo. of members: 312\n"
            "International partners: Odense Robotics Cluster; Klaster Perkoz\n",
            [("Robot Cluster Gyeonggi", "312")],
        ),
    ],
)
def test_a_cluster_called_by_its_place_or_beside_another_keeps_its_own_facts(
    text: str, counts: list[tuple[str, str]]
) -> None:
    found = read(text).told("members")

    assert [(name, value) for name, value in found if name != "Swansea Steel Futures"] == counts


def test_a_meeting_of_a_cluster_with_guests_is_about_that_cluster() -> None:
    text = (
        "PROTOKÓŁ NR 3\n\nz posiedzenia Rady Klastra Meblarskiego\n\nObecni: Marek Sudoł (przewodniczący), "
        "goście z Klastra Szkła.\n\nNa koniec roku do klastra należało 57 firm. Koordynatorem pozostaje Izba "
        "Rzemiosła.\n"
    )

    assert read(text).told("members") == [("Klaster Meblarski", "57")]
    assert read(text).told("coordinator") == [("Klaster Meblarski", "Izba Rzemiosła")]


def test_what_a_chamber_does_is_not_its_clusters() -> None:
    text = "Izba jest członkiem Klastra Derkacz. W 2023 roku izba zrealizowała projekt EksportPlus."

    assert read(text).told("project") == []


def test_whoever_leads_a_project_of_a_cluster_does_not_coordinate_it() -> None:
    text = "# Klaster Derkacz\n\n## Projekty\n\nRuszają „Ule 5G” – liderem jest Politechnika Rzeszowska.\n"

    assert read(text).told("coordinator") == []


def test_a_pronoun_behind_a_name_is_none_of_it() -> None:
    assert read("On behalf of the Porto Cork Cluster I would like to invite you.").clusters == [
        "Porto Cork Cluster"
    ]
