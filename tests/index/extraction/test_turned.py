"""Tables whose columns are clusters."""

import pytest

from tests.index.extraction.reading import read

POLISH = """
| Cecha | Klaster Perkoz | Lubuski Klaster Szybowcowy | Sowia Dolina Optyki |
|---|---|---|---|
| Rok założenia | 2014 | 2009 | 2021 |
| Koordynator | Politechnika Perkozka | Fundacja Szybowce | Sowia Optyka sp. z o.o. |
| Status KKK | do 31.10.2027 | brak | do 14 maja 2028 |
| Liczba członków | 34 | 71 | 18 |
| E-mail | biuro@perkoz.example | – | kontakt@sowia.example |
"""
ENGLISH = """
<table><tr><th></th><th>Larkspur Cluster</th><th>Copper Valley Cluster</th></tr>
<tr><th>Coordinator</th><td>Larkspur Foundation</td><td>Copper Chamber</td></tr>
<tr><th>Members</th><td>45 companies</td><td>12 companies</td></tr></table>
"""


def test_each_column_tells_of_the_cluster_at_its_head() -> None:
    found = read(POLISH)

    assert found.told("founded") == [
        ("Klaster Perkoz", "2014"),
        ("Lubuski Klaster Szybowcowy", "2009"),
        ("Sowia Dolina Optyki", "2021"),
    ]
    assert dict(found.told("members"))["Lubuski Klaster Szybowcowy"] == "71"
    assert dict(found.told("email")) == {
        "Klaster Perkoz": "biuro@perkoz.example",
        "Sowia Dolina Optyki": "kontakt@sowia.example",
    }


def test_a_status_and_the_lack_of_one_are_told_apart_by_column() -> None:
    assert {(name, until) for name, _, _, _, until in read(POLISH).statuses()} == {
        ("Klaster Perkoz", "2027-10-31"),
        ("Sowia Dolina Optyki", "2028-05-14"),
    }


def test_what_stands_under_a_clusters_name_is_no_cluster() -> None:
    assert "Politechnika Perkozka" not in read(POLISH).clusters


def test_every_quote_is_the_row_as_far_as_the_cell() -> None:
    found = read(POLISH)

    quotes = [found.document.quote(claim.span) for claim in found.claims("members")]
    assert quotes == ["Liczba członków | 34", "Liczba członków | 34 | 71", "Liczba członków | 34 | 71 | 18"]


def test_a_table_of_a_page_is_read_alike() -> None:
    assert read(ENGLISH, file="table.html").told("coordinator") == [
        ("Larkspur Cluster", "Larkspur Foundation"),
        ("Copper Valley Cluster", "Copper Chamber"),
    ]


@pytest.mark.parametrize(
    "heads", ["Nazwa | Klaster | Uwagi", "Rok | Klaster Perkoz | Uwagi", "Rok | Perkoz | Szybowce"]
)
def test_heads_that_are_no_names_of_clusters_turn_nothing(heads: str) -> None:
    text = f"| {heads} |\n|---|---|---|\n| Koordynator | Fundacja Lis | Fundacja Żuk |\n"

    assert read(text).told("coordinator") == []
