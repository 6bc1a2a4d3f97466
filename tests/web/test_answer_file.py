"""The items of an answer, taken away."""

import csv
import io
import json

import pytest
from fastapi.testclient import TestClient


def _ask(client: TestClient, question: str) -> str:
    return client.post("/ask", data={"question": question}).headers["location"].partition("#")[0]


def test_an_answer_s_items_are_a_file_with_their_sources(client: TestClient) -> None:
    address = _ask(client, "Które klastry mają status KKK?")
    answer = client.get(f"{address}/1.csv", headers={"Accept-Language": "pl"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert [row["Klaster"] for row in rows][:2] == ["Śląski Klaster Lotniczy", "Dolina Lotnicza"]
    assert {row["Ważny do"] for row in rows} == {"2025-12-17"}
    assert rows[0]["Źródła"].startswith("Gala Krajowych Klastrów Kluczowych 2023, section 1: ")


def test_as_json_the_file_says_of_how_many_they_are(client: TestClient) -> None:
    told = json.loads(client.get(f"{_ask(client, 'Which have KKK status?')}/1.json").text)

    assert told["coverage"] == {"found": 4, "of": 20}
    assert told["question"] == "Which have KKK status?"
    assert told["items"][0]["name"] == "Śląski Klaster Lotniczy"


def test_as_markdown_it_is_one_table_whatever_the_words_hold(client: TestClient) -> None:
    lines = client.get(f"{_ask(client, 'hostile')}/1.md").text.splitlines()

    assert len(lines) == 3
    assert "<script>" not in lines[2]


@pytest.mark.parametrize("path", ["/1.exe", "/2.csv", "/0.csv", "/x.csv"])
def test_a_file_that_is_none_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(_ask(client, "status") + path).status_code == 404


def test_an_answer_without_items_and_an_unknown_conversation_have_no_file(client: TestClient) -> None:
    assert client.get(f"{_ask(client, 'Kto koordynuje?')}/1.csv").status_code == 404
    assert client.get("/c/nobody/1.csv").status_code == 404


def test_a_list_offers_its_files(client: TestClient) -> None:
    address = _ask(client, "status")
    page = client.get(address).text

    for form in ("csv", "md", "json"):
        assert f'href="{address}/1.{form}"' in page
