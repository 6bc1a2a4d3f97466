"""Who looks after a cluster, by whatever word a text has for it."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Siedzibą Klastra Turkawka jest Leszno, koordynatorem zaś Fundacja Pliszka.",
        "Rolę animatora Klastra Turkawka pełni Fundacja Pliszka.",
        "W Lesznie działa Klaster Turkawka, któremu przewodzi Fundacja Pliszka.",
        "Klaster Turkawka rośnie. Sprawami wspólnymi zajmuje się Fundacja Pliszka.",
        "Podmiotem wiodącym Klastra Turkawka jest Fundacja Pliszka.",
        "Wniosek złożyła Fundacja Pliszka, która pełni funkcję koordynatora Klastra Turkawka.",
        "Fundacja Pliszka, będąca koordynatorem Klastra Turkawka, ogłosiła nabór.",
        "Za funkcjonowanie Klastra Turkawka odpowiada Fundacja Pliszka.",
        "Obsługę organizacyjną Klastra Turkawka zapewnia Fundacja Pliszka.",
        "Klaster Turkawka działa przy Fundacji Pliszka, która nim zarządza.",
        "Opiekę nad Klastrem Turkawka sprawuje Fundacja Pliszka.",
        "Zarządzanie Klastrem Turkawka powierzono Fundacji Pliszka.",
        "Klaster Turkawka ma 30 członków. Prowadzenie sekretariatu klastra należy do Fundacji Pliszka.",
        "Klaster Turkawka\n\nInstytucja zarządzająca: Fundacja Pliszka. Członkowie: 47. Branża: kolej.",
    ],
)
def test_a_polish_text_says_by_many_words_who_coordinates(text: str) -> None:
    assert read(text + "\n").told("coordinator") == [("Klaster Turkawka", "Fundacja Pliszka")]


@pytest.mark.parametrize(
    "text",
    [
        "The Larkspur Cluster is hosted by the Friends of Rivers Foundation.",
        "The Larkspur Cluster is young. Its legal home is the Friends of Rivers Foundation.",
        "The Friends of Rivers Foundation is the organisation behind the Larkspur Cluster.",
        "The Larkspur Cluster. The cluster is managed from Leeds by the Friends of Rivers Foundation.",
        "In 2016 the Larkspur Cluster will work under the coordination of the Friends of Rivers Foundation.",
        "The running of the Larkspur Cluster is entrusted to the Friends of Rivers Foundation.",
        "Since 2015 the Friends of Rivers Foundation has hosted and managed the Larkspur Cluster.",
        "The Friends of Rivers Foundation, which hosts the Larkspur Cluster, moved its office.",
    ],
)
def test_an_english_text_says_by_many_words_who_coordinates(text: str) -> None:
    assert read(text + "\n").told("coordinator") == [("Larkspur Cluster", "Friends of Rivers Foundation")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka koordynuje prace Instytutu Czajki w Lesznie.",
        "Klaster Turkawka jest koordynatorem projektu, w którym bierze udział Politechnika Czajki.",
        "Klaster Turkawka podpisał umowę z Fundacją Pliszka, która prowadzi muzeum.",
        "W spotkaniu z koordynatorem Klastra Turkawka wzięła udział Agencja Czajka.",
        "Działania Klastra Turkawka wspiera Urząd Marszałkowski w Poznaniu.",
        "Opiekę nad uczniami z Klastra Turkawka sprawuje Technikum Kolejowe w Lesznie.",
        "Klastrem Turkawka kieruje Anna Lis, prezes Fundacji Pliszka.",
        "Klaster Turkawka\n\nBierzemy udział w projekcie „Lekki Tor”. Liderem jest spółka Czajka z Leszna.",
        "Klaster Turkawka otrzymał decyzję.\nSprawę prowadzi: Departament Polityki, tel. 22 555 01 90.",
        "The Larkspur Cluster was visited by the Ministry of Transport, which manages the rail fund.",
        "The conference of the Larkspur Cluster was hosted by the Leeds University of Technology.",
        "The Leeds Development Agency operates a fund for the Larkspur Cluster.",
        "The Larkspur Cluster runs a training centre with the Leeds University of Technology.",
    ],
)
def test_who_works_for_with_or_beside_a_cluster_does_not_coordinate_it(text: str) -> None:
    assert read(text + "\n").told("coordinator") == []


def test_a_clause_without_a_subject_goes_on_about_the_body_before_it() -> None:
    text = "Fundacja Pliszka jest założycielem, a do marca 2021 r. była liderem Klastra Turkawka.\n"
    (claim,) = read(text).claims("coordinator")

    assert (claim.value, claim.until.iso if claim.until else "") == ("Fundacja Pliszka", "2021-03")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Larkspur Cluster is run by the Oak and Ash Guild.", "Oak and Ash Guild"),
        (
            "The coordinator of the Larkspur Cluster is the Harbour Industrial and Technological Park.",
            "Harbour Industrial and Technological Park",
        ),
    ],
)
def test_words_that_and_joins_before_the_noun_of_a_body_are_of_its_name(text: str, name: str) -> None:
    assert read(text + "\n").values("coordinator") == [name]


def test_a_body_named_like_its_cluster_coordinates_it_too() -> None:
    text = (
        "Klaster Turkawka rośnie. Wniosek złożyła Fundacja Turkawka, która pełni rolę koordynatora klastra.\n"
    )

    assert read(text).values("coordinator") == ["Fundacja Turkawka"]


@pytest.mark.parametrize(
    "text",
    [
        "Uczelnię reprezentował Prorektor Politechniki Czajki. Klaster Turkawka rośnie.",
        "Zarządzane przez Państwa klastry rosną. Klaster Turkawka rośnie.",
        "Konkurs, w którym status otrzymał Klaster Turkawka, prowadzi Polska Agencja Czajek.",
    ],
)
def test_an_office_a_reader_or_who_runs_a_call_stands_behind_no_cluster(text: str) -> None:
    found = read(text + "\n")

    assert found.values("coordinator") + found.values("representative") == []
