"""What a text about a cluster tells of others: of bodies, of guests, of places where something was held."""

import pytest

from index.register.model import Attribute
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("attribute", "text"),
    [
        (
            "person",
            "Larkspur Cluster grows. Harbour Suppliers Association (HSA) CEO Lars Nowak warned of less.",
        ),
        ("person", "W gali Klastra Turkawka nagrody wręczali wicemarszałkowie Adam Nowak i Piotr Kowal."),
        ("person", "# Klaster Turkawka\n\nRozmowa z prezesem stowarzyszenia Vitrum Sudeticum."),
        ("members", "Klaster Turkawka jest członkiem sieci Perła, zrzeszającej 38 podobnych stowarzyszeń."),
        ("members", "# Larkspur Cluster\n\nNet revenue: 300 M EUR, number of employees: 5000."),
        ("members", "# Larkspur Cluster\n\nThere were less than 1,000 people working in the industry."),
        ("members", "The Larkspur Cluster has a Supervisory Board consisting of 3 members."),
        ("members", "Those employed by the member companies of the Larkspur Cluster exceed 11,600 people."),
        ("place", "# Klaster Turkawka\n\nKolejne spotkanie klastra odbyło się w siedzibie V.A. Gallery."),
        ("place", "# Larkspur Cluster\n\nI started in Graz. The office is above a shop."),
        ("place", "# Klaster Turkawka\n\nPodróż zaczęłam w Gdyni. Biuro klastra jest nad sklepem."),
        ("place", "# Klaster Turkawka\n\nProjekt wspiera Fundusz Czajki z siedzibą w Bratysławie."),
        (
            "place",
            "# Larkspur Cluster\n\nIt signed in the Harbour Development Agency headquarters in Warsaw.",
        ),
        ("address", "# Klaster Turkawka\n\nKonferencja odbędzie się w hotelu przy ul. Pocztowej 39."),
        ("founded", "# Larkspur Cluster\n\nIn 2013 when I started as its manager, it was in trouble."),
        ("project", '# Larkspur Cluster\n\nThe project will be shown. "We have 30 members," he said.'),
        ("project", "The Larkspur Cluster fosters joint R&D projects and B2B projects."),
        ("partner", "# Klaster Turkawka\n\nRuszył projekt „Lekki Tor” finansowany z programu FENG."),
        ("mission", "# Larkspur Cluster\n\nExamined on structure, goals, strategies and more, it scored 85."),
    ],
)
def test_what_is_told_of_others_is_no_fact_of_the_cluster(attribute: Attribute, text: str) -> None:
    assert read(text + "\n").claims(attribute) == []


@pytest.mark.parametrize(
    ("attribute", "text", "value"),
    [
        ("person", "# Klaster Turkawka\n\nPrezesem nadal pozostaje Pan Andrzej Nowak.", "Andrzej Nowak"),
        ("person", "# Klaster Turkawka\n\nPrezesem został kpt. żw. Witold Nowak.", "Witold Nowak"),
        ("members", "The Larkspur Cluster has 31 cluster members.", "31"),
        ("members", "# Klaster Turkawka\n\nZaczęliśmy od dziewięciu członków, teraz mamy ich 67.", "67"),
        ("place", "Koordynatorem Klastra Turkawka jest Fundacja Pliszka z siedzibą w Lesznie.", "Leszno"),
        (
            "mission",
            "# Larkspur Cluster\n\nThe aim of the cluster is to build a common brand.",
            "The aim of the cluster is to build a common brand.",
        ),
    ],
)
def test_what_is_told_of_the_cluster_is(attribute: Attribute, text: str, value: str) -> None:
    assert value in read(text + "\n").values(attribute)


def test_a_role_behind_a_name_is_of_the_one_named_before_and() -> None:
    text = "Signed by Anna Nowak, director of the Larkspur Cluster and Adam Lis, director of Wagtail Ltd.\n"

    assert read(text).people()[0] == ("Anna Nowak", "director of the Larkspur cluster")


@pytest.mark.parametrize(
    ("attribute", "text"),
    [
        ("coordinator", "Rozmowa z Romanem Jantarem, koordynatorem Klastra Turkawka."),
        ("coordinator", "Klaster Turkawka rośnie. Wspiera go Agencja Czajka. Ona jest naszym koordynatorem."),
        ("representative", "Umowę podpisał Klaster Turkawka, reprezentowany przez Jana Kaucję, prezesa."),
        ("project", "# Klaster Turkawka\n\nKierowniczka projektów: Ola Mewa, tel. 58 555 77 01"),
    ],
)
def test_a_person_or_a_pronoun_is_no_body_and_no_project(attribute: Attribute, text: str) -> None:
    assert not {"Roman Jantarem", "Ona", "Jana Kaucję", "Ola Mewa"} & set(read(text + "\n").values(attribute))


def test_names_that_and_joins_are_told_apart() -> None:
    plain = read("# Larkspur Cluster\n\nOur flagship projects are ReScrew and Nordtrack Elbe.\n")
    mixed = read(
        "Klaster Turkawka prowadzi projekt „Tor” z Uniwersytetem Czajki i szwajcarskim Basel Rail Cluster.\n"
    )

    assert plain.values("project") == ["ReScrew", "Nordtrack Elbe"]
    assert "Uniwersytet Czajki" in mixed.values("partner")


def test_whoever_made_the_page_runs_no_project() -> None:
    text = "# Klaster Turkawka\n\nKoordynator: Fundacja Czajka\n\nProjekt strony: Studio Kulik\n"

    assert read(text).values("project") == []


def test_a_telephone_below_a_body_and_the_word_for_contacts_is_nobodys_own() -> None:
    lead = "Klaster Turkawka\n\nOpiekunka firm: Anna Lis\n\nKoordynator: Fundacja Czajka"
    text = f"{lead}\n\nKontakt\ntel. 77 555 10 10\n"

    assert [claim.qualifier for claim in read(text).claims("phone")] == [""]


def test_an_english_name_of_a_body_stays_as_it_stands_beside_a_polish_town() -> None:
    text = "# Larkspur Cluster\n\nCoordinator: Kartuzy Chamber of Producers."

    assert read(text).values("coordinator") == ["Kartuzy Chamber of Producers"]


def test_a_role_in_the_feminine_is_one() -> None:
    text = "# Klaster Turkawka\n\nPełnomocniczka klastra: Anna Lis, a.lis@turkawka.example\n"

    assert read(text).people() == [("Anna Lis", "pełnomocniczka klastra")]
