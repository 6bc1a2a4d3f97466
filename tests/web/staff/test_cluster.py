"""Staff decide on clusters and their names; readers see what they decided."""

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import StaffHouse
from tests.web.staff.two_clusters import clusters, fact, text


def test_two_clusters_are_merged_and_both_addresses_lead_to_it(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    answer = staff.post("/staff/clusters/zorkanit/joined", data={"other": "Klaster Wydmiak"})

    assert answer.status_code == 303
    for one in ("zorkanit", "wydmiak"):
        page = text(stranger.get(f"/clusters/{one}", follow_redirects=True).text)
        assert "Fundacja Nurt" in page
        assert "Radom" in page


def test_merged_clusters_are_split_again(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    before = clusters(house)
    staff.post("/staff/clusters/zorkanit/joined", data={"other": "wydmiak"})
    (merged,) = clusters(house).values()
    page = staff.get(f"/staff/clusters/{merged.id}").text
    staff.post(f"/staff/clusters/{merged.id}/parted", data={"name": "Klaster Wydmiak"})

    assert 'value="Klaster Wydmiak"> Klaster Wydmiak' in page
    assert clusters(house) == before


def test_a_document_that_means_another_cluster_is_moved_to_it(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    other = house.add("c.txt", "Klaster Zorkanit\n\nKlaster Zorkanit liczy 12 firm.")
    staff.post("/staff/clusters/zorkanit/moved", data={"document": other, "to": "Klaster Zorkanit Nysa"})

    assert fact(house, "members", "Klaster Zorkanit Nysa").value == "12"
    assert not clusters(house)["Klaster Zorkanit"].of("members")


def test_a_cluster_is_shown_by_the_name_chosen(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    staff.post("/staff/clusters/zorkanit/called", data={"name": "Opolski Klaster Zorkanit"})

    assert "<h1>Opolski Klaster Zorkanit</h1>" in stranger.get("/clusters/zorkanit").text


def test_what_is_no_cluster_goes_from_the_list_and_comes_back(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    answer = staff.post("/staff/clusters/wydmiak/dismissed")
    gone = stranger.get("/clusters/wydmiak").status_code
    page = staff.get(answer.headers["location"])
    staff.post("/staff/decisions/undo", data={"decisions": "1", "back": "/staff/decisions"})

    assert gone == 404
    assert "No cluster" in page.text
    assert stranger.get("/clusters/wydmiak").status_code == 200


@pytest.mark.parametrize(
    ("what", "given", "words"),
    [
        ("joined", {"other": "Klaster Nieznany"}, "There is no such cluster"),
        ("joined", {"other": "zorkanit"}, "another cluster than this one"),
        ("joined", {}, "There is no such cluster"),
        ("parted", {}, "Mark names of this cluster"),
        ("parted", {"name": "Klaster Zorkanit"}, "Leave the cluster a name"),
        ("parted", {"name": "Nie Jego"}, "Mark names of this cluster"),
        ("moved", {"document": "nobody", "to": "X"}, "Choose a document"),
        ("called", {"name": " "}, "Give a name"),
        ("called", {"name": "x" * 201}, "too long"),
    ],
)
def test_what_cannot_be_decided_of_names_is_said_beside_its_form(
    house: StaffHouse,
    staff: TestClient,
    library: dict[str, str],
    what: str,
    given: dict[str, str],
    words: str,
) -> None:
    answer = staff.post(f"/staff/clusters/zorkanit/{what}", data=given)

    assert answer.status_code == 422
    assert words in answer.text
    assert house.store.review.decisions() == ()


def test_a_document_is_not_moved_to_the_cluster_it_is_in_or_to_what_names_none(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    for to in ("Klaster Zorkanit", "Klaster", ""):
        given = {"document": library["a"], "to": to}
        assert staff.post("/staff/clusters/zorkanit/moved", data=given).status_code == 422


@pytest.mark.parametrize(
    "address",
    ["/staff/clusters/nobody", "/staff/clusters/nobody/add", "/staff/clusters/zorkanit/facts/nothing"],
)
def test_what_is_not_there_is_a_404(staff: TestClient, library: dict[str, str], address: str) -> None:
    assert staff.get(address).status_code == 404
