"""/health, /ready, /metrics, and what holds for the whole interface."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.errors import DamagedModelError
from tests.web.fakes import House, visiting


def test_alive_at_once_and_ready_only_when_warm() -> None:
    house = House(held_back=True)
    with visiting(house) as client:
        assert client.get("/health").status_code == 200
        cold = client.get("/ready")
        house.released.set()
        client.app.state.desk.warmup.wait(10)  # type: ignore[attr-defined]
        warm = client.get("/ready")

    assert (cold.status_code, cold.json()["state"]) == (503, "warming")
    assert (warm.status_code, warm.json()["documents"]) == (200, 4)


def test_a_model_that_cannot_be_loaded_is_told_in_one_line_and_the_library_stays_readable() -> None:
    with visiting(House(failure=DamagedModelError("e5", "cut short"))) as client:
        ready = client.get("/ready")
        asked = client.post("/api/v1/ask", json={"question": "kto"})

        assert ready.json()["state"] == "failed"
        assert "embedding model e5: cut short" in ready.json()["detail"]
        assert asked.status_code == 503
        assert "embedding model e5: cut short" in client.get("/").text
        assert client.get("/documents/minatech").status_code == 200


def test_metrics_count_questions_by_kind_and_what_is_held(client: TestClient) -> None:
    client.post("/api/v1/ask", json={"question": "kto"})
    client.post("/api/v1/ask", json={"question": "xyz"})
    lines = client.get("/metrics").text.splitlines()

    assert 'klastrownik_questions_total{kind="fact"} 1.0' in lines
    assert 'klastrownik_questions_total{kind="abstention"} 1.0' in lines
    assert 'klastrownik_questions_total{kind="list"} 0.0' in lines
    assert "klastrownik_answer_seconds_count 2.0" in lines
    assert "klastrownik_documents 4.0" in lines
    assert "klastrownik_warm 1.0" in lines


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/ask", 405),
        ("PUT", "/health", 405),
        ("GET", "/api/", 404),
    ],
)
def test_unknown_routes_and_methods_are_problems_too(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_defect_is_a_problem_that_tells_nothing_of_the_inside(client: TestClient, house: House) -> None:
    house.library.texts["minatech"] = None  # type: ignore[assignment]
    answer = client.get("/api/v1/documents/minatech")

    assert answer.status_code == 500
    assert answer.json()["type"] == "urn:klastrownik:problem:defect"
    assert "Traceback" not in answer.text
    assert "TypeError" not in answer.text


def test_the_schema_documents_every_error_as_a_problem(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    answers = [
        (path, status, answer)
        for path, methods in schema["paths"].items()
        for one in methods.values()
        for status, answer in one["responses"].items()
        if int(status) >= 400
    ]

    assert {path for path, _, _ in answers} >= {
        "/api/v1/ask",
        "/api/v1/search",
        "/api/v1/documents",
        "/ready",
    }
    for path, status, answer in answers:
        assert list(answer["content"]) == ["application/problem+json"], (path, status)
    assert "HTTPValidationError" not in schema["components"]["schemas"]
    assert _references(schema) <= {f"#/components/schemas/{name}" for name in schema["components"]["schemas"]}


def test_the_schema_shows_no_pages_and_names_the_token(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()

    assert all(path.startswith(("/api/v1/", "/health", "/ready", "/metrics")) for path in schema["paths"])
    assert schema["paths"]["/api/v1/documents"]["post"]["security"]


def test_the_schema_says_what_the_day_of_an_answer_does(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    day = schema["components"]["schemas"]["AskForm"]["properties"]["as_of"]

    assert "in place of today" in day["description"]
    assert {"type": "string", "format": "date"} in day["anyOf"]


def _references(part: Any) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
        return own.union(*map(_references, part.values()))
    return set().union(*map(_references, part)) if isinstance(part, list) else set()


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/api/v1/documents", "get"),
        ("/api/v1/documents/{document}", "get"),
        ("/api/v1/documents/{document}/text", "get"),
        ("/api/v1/feedback", "post"),
    ],
)
def test_every_route_that_reads_or_writes_the_store_may_find_it_unusable(
    client: TestClient, path: str, method: str
) -> None:
    schema = client.get("/api/v1/openapi.json").json()

    assert "503" in schema["paths"][path][method]["responses"]
