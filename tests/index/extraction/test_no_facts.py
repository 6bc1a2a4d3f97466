"""Lines that look like what tells of a cluster, and tell of something else."""

import pytest

from index.register.model import Attribute
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Klaster Perkoz zrzesza 30 firm.\n\nGlassex 2024, Poznań\nVitrum 2023, Mediolan\n", "address"),
        ("Klaster Perkoz zrzesza 30 firm.\n\nStoisko: Tarmex 12, Poznań\n", "address"),
        ("Klaster Perkoz zrzesza 30 firm.\n\nTargi Drewna 12, 25000 Gości\n", "address"),
        (
            "Protokół Klastra Perkoz\n\n1. Projekt\nOmówiono plan\n2. Partnerzy\nZaproszono trzy firmy\n",
            "project",
        ),
        (
            "Protokół Klastra Perkoz\n\n1. Projekt\nOmówiono plan\n2. Partnerzy\nZaproszono trzy firmy\n",
            "partner",
        ),
        ("Klaster Perkoz\n\nOddziały\nPuck | od 2015 | biuro\nSopot | od 2018 | magazyn\n", "founded"),
        ("Klaster Perkoz da Małopolsce nowe miejsca pracy.", "region"),
    ],
)
def test_nothing_is_told(text: str, attribute: Attribute) -> None:
    assert read(text, "a.txt").values(attribute) == []


def test_a_cause_leads_up_to_a_loss() -> None:
    text = (
        "Klaster Perkoz otrzymał status KKK w 2021 roku. Z powodu braku audytu doszło do cofnięcia statusu "
        "Klastrowi Perkoz 5 maja 2023 roku."
    )

    assert read(text).statuses()[-1] == ("Klaster Perkoz", "KKK", "withdrawn", "", "2023-05-05")


def test_another_new_date_is_no_end_of_a_status() -> None:
    text = "The Loon Cluster has held KKK status since 2021. The new date of its conference is 12 May 2025."

    assert read(text).statuses() == [("Loon Cluster", "KKK", "", "2021", "")]


def test_the_town_of_an_office_is_nobody_s_role() -> None:
    text = "| Cluster | Contact person | Office |\n|---|---|---|\n| Loon Cluster | Anna Nowak | Poznań |\n"

    assert read(text).people() == [("Anna Nowak", "Contact person")]


def test_what_a_project_is_not_takes_it_from_nobody() -> None:
    text = "Klaster Perkoz prowadzi projekt „Zielone Meble”, to nie jest projekt ministerstwa."

    assert read(text).values("project") == ["Zielone Meble"]
