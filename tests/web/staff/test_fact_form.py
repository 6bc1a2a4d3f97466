"""Staff correct facts and add them; readers see what they decided."""

import pytest
from fastapi.testclient import TestClient

from index.review.keys import fact_key
from tests.web.staff.conftest import StaffHouse
from tests.web.staff.two_clusters import fact


def test_a_correction_is_what_readers_and_answers_say(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    key = fact_key(fact(house, "status"))
    form = staff.get(f"/staff/clusters/zorkanit/facts/{key}")
    answer = staff.post(
        f"/staff/clusters/zorkanit/facts/{key}",
        data={"value": "KKK", "qualifier": "6", "since": "2023", "until": "2027-06-30"},
    )

    assert "<mark>Klaster Zorkanit ma status" in form.text
    assert answer.status_code == 303
    assert "30 June 2027" in stranger.get("/clusters/zorkanit").text
    assert "corrected by staff" in stranger.get("/clusters/zorkanit").text
    asked = stranger.post("/api/v1/ask", json={"question": "Do kiedy Klaster Zorkanit ma status KKK?"}).json()
    assert "30 czerwca 2027" in asked["answer"]
    assert [one["review"] for one in asked["citations"]] == ["corrected"]
    listed = stranger.get("/api/v1/clusters", params={"status": "KKK", "valid_on": "2027-01-01"}).json()
    assert [one["id"] for one in listed["clusters"]] == ["zorkanit"]
    assert "2027-06-30" in stranger.get("/clusters.csv").text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"value": ""}, "Give a value"),
        ({"value": "KKK", "until": "jutro"}, "Give a date as 2025, 2025-12 or 2025-12-17"),
        ({"value": "KKK", "since": "2026", "until": "2025"}, "cannot come before"),
        ({"value": "KKK", "qualifier": "first"}, "number of the round"),
        ({"value": "KKK", "to": "Klaster Nieznany"}, "no such cluster"),
    ],
)
def test_a_correction_that_cannot_be_is_told_at_its_field_and_what_was_typed_stays(
    house: StaffHouse, staff: TestClient, library: dict[str, str], given: dict[str, str], words: str
) -> None:
    key = fact_key(fact(house, "status"))
    answer = staff.post(f"/staff/clusters/zorkanit/facts/{key}", data=given)

    assert answer.status_code == 422
    assert words in answer.text
    assert all(f'value="{one}"' in answer.text for one in given.values() if one)
    assert house.store.review.decisions() == ()


def test_a_fact_is_corrected_to_be_another_cluster_s(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    key = fact_key(fact(house, "coordinator"))
    given = {"value": "Fundacja Nurt", "to": "klaster wydmiak"}
    staff.post(f"/staff/clusters/zorkanit/facts/{key}", data=given)

    assert fact(house, "coordinator", "Klaster Wydmiak").value == "Fundacja Nurt"


def test_a_fact_is_added_with_the_words_that_state_it(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    form = staff.get("/staff/clusters/zorkanit/add?attribute=region")
    answer = staff.post(
        "/staff/clusters/zorkanit/add",
        data={
            "attribute": "region",
            "value": "opolskie",
            "document": library["a"],
            "quote": "Firmy klastra  odlewają\nśruby okrętowe.",
        },
    )

    assert "opolskie" in form.text
    assert answer.status_code == 303
    made = fact(house, "region")
    held = house.store.text(library["a"])
    assert (made.review, held[slice(*made.source.span)]) == (
        "added",
        "Firmy klastra odlewają śruby okrętowe.",
    )
    assert "added by staff" in stranger.get("/clusters/zorkanit").text


def test_a_span_of_a_document_fills_the_form(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    start = house.store.text(library["a"]).index("odlewają śruby")
    address = f"/staff/clusters/zorkanit/add?attribute=mission&document={library['a']}"
    form = staff.get(f"{address}&start={start}&end={start + 14}")
    given = {"document": library["a"], "start": str(start), "end": str(start + 14), "quote": "odlewają śruby"}
    staff.post("/staff/clusters/zorkanit/add", data={"attribute": "mission", "value": "śruby", **given})

    assert "odlewają śruby</textarea>" in form.text
    assert fact(house, "mission").source.span.start == start


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"quote": "Tego tu nie ma."}, "does not hold these words"),
        ({"quote": " "}, "Give the words of the document"),
        ({"quote": "x" * 2_001}, "Quote less"),
        ({"quote": "Klaster Zorkanit", "document": "nobody"}, "Choose a document"),
        ({"quote": "Klaster Zorkanit", "value": "narnia"}, "Choose a value from the list"),
        ({"quote": "Tego", "start": "5", "end": "99999999999"}, "does not hold these words"),
    ],
)
def test_a_fact_without_a_source_or_a_value_is_not_added(
    house: StaffHouse, staff: TestClient, library: dict[str, str], given: dict[str, str], words: str
) -> None:
    whole = {"attribute": "region", "value": "opolskie", "document": library["a"], **given}
    answer = staff.post("/staff/clusters/zorkanit/add", data=whole)

    assert answer.status_code == 422
    assert words in answer.text
    assert house.store.review.decisions() == ()


@pytest.mark.parametrize("attribute", ["", "colour"])
def test_a_fact_of_no_kind_gets_the_choice_of_kinds(
    staff: TestClient, library: dict[str, str], attribute: str
) -> None:
    answer = staff.post("/staff/clusters/zorkanit/add", data={"attribute": attribute, "value": "x"})

    assert answer.status_code == 422
    assert '<select id="attribute"' in answer.text
