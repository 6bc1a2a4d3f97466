"""Partners, projects and members that running text tells of."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (
            "Partnerami Klastra Turkawka są: Politechnika Czajki, Bank Spółdzielczy w Lesznie i Torpol S.A.",
            ["Politechnika Czajki", "Bank Spółdzielczy w Lesznie"],
        ),
        ("Umowę o partnerstwie zawarły Klaster Turkawka oraz Politechnika Czajki.", ["Politechnika Czajki"]),
        ("Do grona partnerów Klastra Turkawka dołączyła Politechnika Czajki.", ["Politechnika Czajki"]),
        ("Zaplecze naukowe Klastra Turkawka stanowi Politechnika Czajki.", ["Politechnika Czajki"]),
        (
            "The memorandum was signed by the Larkspur Cluster and the Harbour Institute.",
            ["Harbour Institute"],
        ),
    ],
)
def test_a_partner_is_told_by_many_words(text: str, partners: list[str]) -> None:
    told = read(text + "\n").values("partner")

    assert set(partners) <= set(told)


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka rozmawia z Politechniką Czajki o współpracy.",
        "Do grona laureatów Klastra Turkawka dołączyła Politechnika Czajki.",
        "Zaplecze hotelowe dla Klastra Turkawka stanowi Hotel Czajka.",
    ],
)
def test_who_talks_wins_or_lodges_is_no_partner(text: str) -> None:
    assert read(text + "\n").values("partner") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klaster Turkawka zakończył projekt pn. „Cichy Tor”.", "Cichy Tor"),
        ("Przedsięwzięciem Klastra Turkawka jest program „Akademia Maszynisty”.", "Akademia Maszynisty"),
        ('The Larkspur Cluster is running an initiative called "Quiet Rails".', "Quiet Rails"),
    ],
)
def test_what_a_cluster_runs_under_a_name_is_its_project_and_no_cluster(text: str, name: str) -> None:
    found = read(text + "\n")

    assert found.values("project") == [name]
    assert name not in [*found.clusters, *found.unsure]


def test_the_programme_that_pays_is_no_project() -> None:
    assert read("Klaster Turkawka skorzystał z programu „Nowa Energia”.\n").values("project") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("W ciągu dekady Klastrowi Turkawka udało się skupić 437 podmiotów.", "437"),
        ("Liczba członków Klastra Turkawka wzrosła z 34 w 2015 r. do 61 w 2023 r.", "61"),
        ("The Larkspur Cluster has grown from 12 founding members to over 90 companies today.", "90"),
    ],
)
def test_the_number_that_a_cluster_came_to_is_that_of_its_members(text: str, number: str) -> None:
    assert read(text + "\n").values("members")[-1:] == [number]


def test_who_took_a_task_over_coordinates_from_then_on() -> None:
    text = (
        "Do 31 grudnia 2024 r. Klaster Turkawka był koordynowany przez Fundację Pliszka. "
        "Od 1 stycznia 2025 r. zadanie to przejęło Stowarzyszenie Czajka.\n"
    )
    told = {(one.value, one.since.iso if one.since else "") for one in read(text).claims("coordinator")}

    assert ("Stowarzyszenie Czajka", "2025-01-01") in told


def test_an_aim_behind_its_label_is_told_once() -> None:
    text = "# Klaster Turkawka\n\nCel: wspólne suszarnie dla wszystkich tartaków regionu\n"

    assert read(text).values("mission") == ["wspólne suszarnie dla wszystkich tartaków regionu"]


def test_what_a_text_is_based_on_is_no_website_of_the_cluster() -> None:
    assert read("# Klaster Turkawka\n\nNa podstawie: www.gazeta.example\n").values("website") == []
