"""The register over the interface, over invented clusters."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import House, visiting
from tests.web.invented import invented

_LIST = "/api/v1/clusters"


@pytest.fixture
def house() -> House:
    return invented(House())


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    with visiting(house) as visitor:
        yield visitor


def test_all_clusters_are_given_with_what_counts_of_each(client: TestClient) -> None:
    told = client.get(_LIST).json()
    drones = next(one for one in told["clusters"] if one["id"] == "dron-slaski")

    assert (told["found"], told["of"], told["day"]) == (20, 20, "2026-11-22")
    assert drones["aliases"] == ["Silesian Drone Cluster"]
    assert drones["status"]["valid_until"] == "2026-01-31"
    assert drones["status"]["holds"] is False
    assert drones["coordinator"] == "Izba Nowych Skrzydeł"
    assert drones["members"] == 64


def test_conditions_must_hold_together_on_the_day_that_is_asked_for(client: TestClient) -> None:
    asked = {"status": "KKK", "valid_on": "2023-05-01", "region": "slaskie"}
    told = client.get(_LIST, params=asked).json()

    assert {one["name"] for one in told["clusters"]} == {"Klaster Kolei Górskich", "Śląski Klaster Dronów"}
    assert all(one["status"]["holds"] for one in told["clusters"])
    assert told["day"] == "2023-05-01"


def test_pages_of_the_list_join_to_all_of_it(client: TestClient) -> None:
    parts = [client.get(_LIST, params={"limit": 7, "offset": at}).json() for at in (0, 7, 14, 21)]
    ids = [one["id"] for part in parts for one in part["clusters"]]

    assert [len(part["clusters"]) for part in parts] == [7, 7, 6, 0]
    assert len(set(ids)) == 20
    assert {part["found"] for part in parts} == {20}


def test_wrong_values_are_all_named_with_those_that_are_allowed(client: TestClient) -> None:
    asked = {"status": "XYZ", "sector": "magic", "region": "atlantis", "valid_on": "soon", "q": "x" * 201}
    answer = client.get(_LIST, params=asked)
    told = {one["field"]: one["message"] for one in answer.json()["errors"]}

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert told.keys() == asked.keys()
    assert "KKK" in told["status"]
    assert "aerospace" in told["sector"]
    assert "slaskie" in told["region"]
    assert "YYYY-MM-DD" in told["valid_on"]


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "offset=-1", "limit=x"])
def test_a_page_that_cannot_be_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{_LIST}?{query}").status_code == 422


def test_each_fact_has_its_source_whose_quote_stands_there(client: TestClient, house: House) -> None:
    told = client.get(f"{_LIST}/dron-slaski").json()

    assert {"status", "coordinator", "members", "email"} <= {fact["attribute"] for fact in told["facts"]}
    for fact in told["facts"]:
        source = fact["source"]
        text = client.get(f"/api/v1/documents/{source['document']}/text").text
        assert text[source["start"] : source["end"]] == source["quote"]
        for line in source["scope"]:
            assert text[line["start"] : line["end"]] == line["text"]


def test_keys_are_given_in_words_too(client: TestClient) -> None:
    facts = client.get(f"{_LIST}/dron-slaski", headers={"Accept-Language": "pl"}).json()["facts"]
    labels = {(fact["attribute"], fact["value"]): fact["label"] for fact in facts}

    assert labels["region", "slaskie"] == "województwo śląskie"
    assert labels["status", "KKK"] == "Krajowy Klaster Kluczowy"


def test_an_unknown_cluster_is_a_problem(client: TestClient) -> None:
    answer = client.get(f"{_LIST}/nobody")

    assert answer.status_code == 404
    assert answer.json()["type"] == "urn:klastrownik:problem:cluster"
    assert answer.json()["errors"][0]["field"] == "cluster"


def test_what_is_given_is_what_the_description_says(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    forms = schema["components"]["schemas"]
    given = {
        "ClustersForm": (whole := client.get(_LIST).json()),
        "ClusterRowForm": next(one for one in whole["clusters"] if one["status"]),
        "StatusForm": next(one["status"] for one in whole["clusters"] if one["status"]),
        "ClusterForm": (one := client.get(f"{_LIST}/dron-slaski").json()),
        "FactForm": one["facts"][0],
        "SourceForm": one["facts"][0]["source"],
    }

    assert {name: set(value) for name, value in given.items()} == {
        name: set(forms[name]["properties"]) for name in given
    }
    assert {"404", "422", "503"} <= schema["paths"]["/api/v1/clusters/{cluster}"]["get"]["responses"].keys()
