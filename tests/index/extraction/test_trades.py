"""What names of clusters, labels and sentences tell of their trade and their aim."""

import pytest

from index.taxonomy import sectors_in
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Klaster Dachów i Kominków", "construction"),
        ("Dolina Akustyki", "music"),
        ("Klaster Rowerowy", "automotive"),
        ("Klaster Krzeseł", "furniture"),
        ("Door and Window Cluster", "construction"),
        ("Data Cluster", "it"),
        ("Salt Cluster", "mining"),
    ],
)
def test_an_everyday_word_in_a_name_tells_its_trade(name: str, sector: str) -> None:
    assert sector in {found.key for found in sectors_in(name, named=True)}
    assert not sectors_in(name)


@pytest.mark.parametrize(
    ("name", "sectors"),
    [
        ("Klaster Recyklingu Baterii", {"environment"}),
        ("Data Centre Cooling and Software Cluster", {"it"}),
        ("Klaster Meblowy Dom i Dach", {"furniture"}),
    ],
)
def test_where_a_name_tells_a_trade_its_everyday_words_tell_none(name: str, sectors: set[str]) -> None:
    assert {found.key for found in sectors_in(name, named=True)} == sectors


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Klaster Opakowań „Druk i Farba” rośnie.", {"paper", "printing"}),
        ("Klaster Meblowy „Kuźnia Snów” rośnie.", {"furniture"}),
    ],
)
def test_a_quotation_in_a_name_adds_what_the_rest_has_to_do_with(text: str, sectors: set[str]) -> None:
    assert set(read(text).values("sector")) == sectors


@pytest.mark.parametrize(
    "label", ["Line of business", "Trade", "Branża", "Rodzaj działalności", "Field of activity"]
)
def test_a_trade_stands_under_many_labels(label: str) -> None:
    assert read(f"# Klaster Turkawka\n\n{label}: drzwi, dachy\n").values("sector") == ["construction"]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka chce, aby każda szkoła w powiecie miała własną pracownię.",
        "Klaster Turkawka powołano po to, by małe zakłady mogły razem sprzedawać.",
        "Klaster Turkawka stawia sobie za cel powrót rzemiosła do miasteczek.",
        "Klaster Turkawka istnieje po to, żeby nikt nie musiał wyjeżdżać za pracą.",
        "The Larkspur Cluster wants to turn village workshops into exporters.",
        "The Larkspur Cluster exists so that no apprentice has to leave the valley.",
        "The Larkspur Cluster strives to keep every order within the valley.",
    ],
)
def test_a_mission_is_what_a_cluster_wants(text: str) -> None:
    assert read(text).values("mission") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka prowadzi projekt Sowa. Celem projektu jest budowa nowej hali w powiecie.",
        "Klaster Turkawka zaprasza na targi. Spotkanie ma na celu wymianę wizytówek i rozmów.",
        "The Larkspur Cluster runs Owl. The project aims to build a hall in the valley by May.",
        "The Larkspur Cluster sent a trade mission to Oslo and came back with two orders.",
        "Klaster Turkawka chce zorganizować konferencję w maju przyszłego roku w hali.",
        "The Larkspur Cluster wants to hire a new manager before the end of the year.",
    ],
)
def test_what_a_project_or_an_event_is_for_is_no_mission(text: str) -> None:
    assert read(text).values("mission") == []


def test_of_the_items_below_why_we_exist_those_that_say_so_are_the_mission() -> None:
    told = read(
        "# Klaster Turkawka\n\n## Po co jesteśmy\n\n"
        "- celem klastra jest powrót cegły na elewacje\n- projekt Sowa\n"
    )

    assert told.values("mission") == ["celem klastra jest powrót cegły na elewacje"]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Po co wam klaster?", "Chodzi o szkołę w każdej gminie i o młodych fachowców."),
        ("What is the cluster for?", "To let small yards buy steel at the price of big ones."),
    ],
)
def test_who_asks_what_a_cluster_is_for_is_told_its_mission(asked: str, answer: str) -> None:
    assert read(f"# Klaster Turkawka\n\n## {asked}\n\n{answer}\n").values("mission") == [answer]


def test_a_capital_within_a_sentence_makes_a_name_and_no_trade() -> None:
    told = read("Klaster Turkawka ma 38 członków; Kuter – o połowę mniej, bo 19.")

    assert told.values("sector") == []
