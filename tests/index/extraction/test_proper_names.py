"""What a document calls clusters by for short, and so tells to others."""

import pytest

from documents.read import read_document
from index.extraction.extract import extract


def told(text: str) -> dict[str, str]:
    return dict(extract(read_document("a.txt", text.encode())).told)


@pytest.mark.parametrize(
    ("cluster", "proper"),
    [
        ("Klaster Szkutniczy Bosak", "Bosak"),
        ("Kaszubski Klaster Szkutniczo-Żeglarski Bosak", "Bosak"),
        ("Klaster Edukacji Morskiej Bosak", "Bosak"),
        ("Klaster Szkutniczy Herbarium", "Herbarium"),
        ("Klaster Gliniany Kłosy i Dzban", "Kłosy i Dzban"),
        ("Klaster Chłodniczy HYDROTEX", "HYDROTEX"),
        ("Warpex Shipbuilding Cluster", "Warpex"),
        ("Silverbirch Timber Cluster", "Silverbirch"),
    ],
)
def test_the_title_of_a_cluster_is_its_proper_name(cluster: str, proper: str) -> None:
    assert told(f"{cluster} zrzesza 40 firm.") == {proper: cluster}


@pytest.mark.parametrize(
    "cluster",
    [
        "Klaster Szkutniczy",  # A trade
        "Podlaski Klaster Szkutniczy",
        "Klaster Obróbki Metali Elbląg",  # A town
        "Klaster Szkutniczy Wieprza",  # A river, or whose it is
        "Śląski Klaster ICT",  # A trade for short
        "Pomeranian Timber Cluster",
    ],
)
def test_a_trade_or_a_place_is_none(cluster: str) -> None:
    assert told(f"{cluster} zrzesza 40 firm.") == {}


def test_what_is_not_said_to_be_a_cluster_tells_no_name() -> None:
    assert told("Stowarzyszenie Bosak zrzesza 40 firm. Prezesem Bosaka jest Jan Nowak.") == {}


def test_the_noun_of_a_title_is_one_too() -> None:
    assert set(told("Klaster Gliniany Złoty Bosak zrzesza 40 firm.")) == {"Złoty Bosak", "Bosak"}
    assert set(told("Klaster Gliniany Złota Dolina zrzesza 40 firm.")) == {"Złota Dolina"}
