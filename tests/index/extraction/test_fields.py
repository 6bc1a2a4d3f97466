"""What is no cluster of firms, and names that say the same in other words."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Zarządzasz klastrem AWS EKS? Kubernetes i DevOps. Aktualizacja węzłów, serwerów, kontenerów.",
        "The Hyades Cluster holds 200 stars. Telescopes show the galaxy, its stars and a nebula.",
        "Klaster Zakażeń w szpitalu. Sanepid bada pacjentów, wirus, ogniska epidemii i kwarantannę.",
        "Everything in the Cluster Power E-Shop, and Cluster Power Hosting.",
    ],
)
def test_clusters_of_other_fields_are_none(text: str) -> None:
    found = read(text)
    assert (found.clusters, found.unsure) == ([], []) or found.clusters == []


def test_a_cluster_of_firms_that_work_with_computers_is_one() -> None:
    text = "ICT Cluster Nord has 40 member companies. We train members in DevOps, Kubernetes, AWS and Docker."
    assert read(text).clusters == ["ICT Cluster Nord"]


def test_words_that_only_begin_like_those_of_another_field_tell_nothing() -> None:
    text = (
        "Eksperci oceniają na podstawie ekspertyz. Podsumowanie: starszy ekspert, ekspozycja, podstawy.\n\n"
        "Klaster Bursztyn powstał w 2012 r."
    )
    assert read(text).clusters == ["Klaster Bursztyn"]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        (
            "S T A T U T\n\nBAŁTYCKI KLASTER LATARNI\n\n"
            "2. Stowarzyszenie może używać nazwy angielskiej: The Baltic Lighthouse Cluster\n",
            "Bałtycki Klaster Latarni",
            "Baltic Lighthouse Cluster",
        ),
        (
            "S T A T U T\n\nKLASTER ŻEGLUGI DELTA\n\n1. Stowarzyszenie nosi nazwę: KLASTER ŻEGLUGI DELTA – "
            "DELTA SHIPPING CLUSTER\n2. Stowarzyszenie może używać nazwy angielskiej: The River Cluster\n",
            "Klaster Żeglugi Delta",
            "River Cluster",
        ),
        (
            "Metal Processing Cluster\n\nMetalworking Cluster (MWC) began operations in 2006.\n",
            "Metal Processing Cluster",
            "Metalworking Cluster",
        ),
    ],
)
def test_another_name_of_the_same_cluster_is_kept_with_it(text: str, name: str, other: str) -> None:
    assert other in read(text, "x.txt").names(name)


@pytest.mark.parametrize(
    "text",
    [
        "Nowy zarząd Klastra Bursztyn. Siedzibą klastra będzie Akademia Morska w Gdyni.",
        "The Amber Cluster met. The seat of the cluster is the Maritime University in Gdynia.",
    ],
)
def test_the_body_that_is_the_seat_tells_the_town(text: str) -> None:
    assert "Gdynia" in read(text).values("place")


def test_a_body_that_only_took_part_tells_no_town() -> None:
    assert read("Klaster Bursztyn spotkał się z Akademią Morską w Gdyni.").values("place") == []
