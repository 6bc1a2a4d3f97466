"""Who stands behind the clusters of a list."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ = "Klaster Turkawka", "Klaster Derkacz"

LISTED = """# Klastry regionu

{lead}

- Klaster Turkawka – Fundacja Pliszka
- Klaster Derkacz – Stowarzyszenie Modraszek
"""


@pytest.mark.parametrize(
    ("lead", "attribute"),
    [
        ("Klastry i ich koordynatorzy:", "coordinator"),
        ("Klastry i podmioty, które je reprezentują:", "representative"),
    ],
)
def test_pairs_of_a_list_are_what_the_line_above_says(lead: str, attribute: str) -> None:
    found = read(LISTED.format(lead=lead))

    told = [
        (found.cluster(claim), claim.value) for claim in found.extract.claims if claim.attribute == attribute
    ]
    assert told == [(TURKAWKA, "Fundacja Pliszka"), (DERKACZ, "Stowarzyszenie Modraszek")]


def test_pairs_of_a_list_are_nothing_where_no_line_above_says_what() -> None:
    found = read(LISTED.format(lead="Klastry, o których piszemy:"))

    assert found.told("coordinator") == found.told("representative") == []


def test_a_region_or_a_town_may_stand_between_a_cluster_and_its_body() -> None:
    text = (
        "# Klastry i ich koordynatorzy\n\n- Klaster Keja, woj. podlaskie – Stowarzyszenie Skrzydło\n"
        "- Klaster Bąk, Łomża – Fundacja Wątek\n"
    )

    assert read(text).told("coordinator") == [
        ("Klaster Keja", "Stowarzyszenie Skrzydło"),
        ("Klaster Bąk", "Fundacja Wątek"),
    ]
