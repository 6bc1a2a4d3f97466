"""Who takes part in a project, out of a page that is one of a project."""

import pytest

from tests.index.extraction.reading import read

SECTIONS = """# GULLWING: better nets for small boats

GULLWING runs from 2025 to 2027.

## Consortium

### Turkawka Cluster (lead partner)

Founded in 2008.

### Derkacz Cluster

Its 58 members make nets.

### University of Nets

Responsible for measurement.
"""
LISTED = """# GULLWING – Consortium

GULLWING develops nets.

## Partners

- Turkawka Cluster, Vigo, Spain – lead partner
- Derkacz Cluster, Gdynia, Poland
- University of Nets, Porto, Portugal
"""
NUMBERED = """# GULLWING – who we are

The project GULLWING runs for three years.

P1 – Turkawka Cluster (ES), leader.

P2 – Derkacz Cluster (PL).

P3 – University of Nets (PT).
"""


@pytest.mark.parametrize("text", [SECTIONS, LISTED])
def test_a_project_s_page_tells_who_takes_part_and_with_whom(text: str) -> None:
    found = read(text)

    assert set(found.told("project")) == {("Turkawka Cluster", "GULLWING"), ("Derkacz Cluster", "GULLWING")}
    assert set(found.told("partner")) == {
        ("Turkawka Cluster", "Derkacz Cluster"),
        ("Turkawka Cluster", "University of Nets"),
        ("Derkacz Cluster", "Turkawka Cluster"),
    }


def test_numbered_participants_take_part() -> None:
    found = read(NUMBERED)

    assert {cluster for cluster, _ in found.told("project")} == {"Turkawka Cluster", "Derkacz Cluster"}


def test_those_tied_on_a_project_s_page_have_the_project_and_the_leader_coordinates_none() -> None:
    found = read(
        "# Projekt „Cichy Tor”\n\nLiderem jest Klaster Turkawka, partnerami są Politechnika Sudecka i "
        "Klaster Derkacz.\n"
    )

    assert set(found.told("project")) == {("Klaster Turkawka", "Cichy Tor"), ("Klaster Derkacz", "Cichy Tor")}
    assert found.told("coordinator") == []


@pytest.mark.parametrize(
    "title", ["Turkawka Cluster – Partners", "Nasi goście", "Fundacja Gniazdo: partnerzy"]
)
def test_a_page_of_a_cluster_or_of_another_body_is_none_of_a_project(title: str) -> None:
    text = (
        f"# {title}\n\nRośniemy.\n\n## Partners\n\n- Derkacz Cluster, Gdynia\n- University of Nets, Porto\n"
    )

    assert read(text).told("project") == []


def test_whoever_leads_a_project_may_be_told_beside_the_list_of_partners() -> None:
    text = (
        "# Project INNOLEATHER\n\nINNOLEATHER is an Interreg project.\n\nLead partner: Tuscan "
        "Leather Cluster (Italy)\n\n"
        "Partners:\n\n- Klaster Derkacz (Poland)\n- University of Northampton (UK)\n"
    )
    found = set(read(text).told("partner"))

    assert found == {
        ("Tuscan Leather Cluster", "Klaster Derkacz"),
        ("Tuscan Leather Cluster", "University of Northampton"),
        ("Klaster Derkacz", "Tuscan Leather Cluster"),
    }
