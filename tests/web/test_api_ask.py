"""POST /api/v1/ask, GET /api/v1/search, POST /api/v1/feedback."""

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import House, visiting
from web.api.forms import AnswerForm, SearchForm


def _problem(answer: Any, status: int) -> dict[str, Any]:
    problem: dict[str, Any] = answer.json()
    assert answer.status_code == status, problem
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["type"].startswith("urn:klastrownik:problem:")
    assert problem["title"]
    assert problem["detail"]
    return problem


def test_an_answer_has_the_documented_shape_and_its_quotes_stand_in_the_text(client: TestClient) -> None:
    answer = client.post("/api/v1/ask", json={"question": "Kto koordynuje klaster Minatech?"}).json()

    AnswerForm.model_validate(answer, extra="forbid")
    citation = answer["citations"][0]
    text = client.get(f"/api/v1/documents/{citation['document']}/text").text
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert "[1]" in answer["answer"]


def test_everything_asked_for_reaches_the_assistant(client: TestClient, house: House) -> None:
    first = client.post("/api/v1/ask", json={"question": " who? ", "language": "en", "as_of": "2025-06-01"})
    talk = first.json()["conversation"]
    second = client.post("/api/v1/ask", json={"question": "kto?", "conversation": talk})

    assert second.json()["turn"] == 2
    assert house.assistant.asked == [("who?", None, "en", date(2025, 6, 1)), ("kto?", talk, None, None)]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": ""}, "question"),
        ({"question": " \n\t "}, "question"),
        ({"question": "x" * 2001}, "question"),
        ({"question": 5}, "question"),
        ({"question": None}, "question"),
        ({"question": ["kto"]}, "question"),
        ({"question": "kto", "language": "de"}, "language"),
        ({"question": "kto", "as_of": "17.12.2025"}, "as_of"),
        ({"question": "kto", "as_of": "2025-02-30"}, "as_of"),
        ({"question": "kto", "as_of": "2025-W01-1"}, "as_of"),
        ({"question": "kto", "as_of": 0}, "as_of"),
        ({"question": "kto", "conversation": 7}, "conversation"),
        ([], "body"),
        ("kto", "body"),
        (None, "body"),
    ],
)
def test_a_wrong_input_is_named_with_what_is_allowed(client: TestClient, body: object, field: str) -> None:
    problem = _problem(client.post("/api/v1/ask", json=body), 422)

    assert [one["field"] for one in problem["errors"]] == [field]
    assert (
        "allowed" in problem["detail"].lower()
        or "1 to 2,000" in problem["detail"]
        or "required" in problem["detail"]
    )


def test_half_of_a_surrogate_pair_is_no_text(client: TestClient) -> None:
    body = rb'{"question": "kto \ud800"}'
    answer = client.post("/api/v1/ask", content=body, headers={"Content-Type": "application/json"})

    assert _problem(answer, 422)["errors"][0]["field"] == "question"


@pytest.mark.parametrize("question", ["x" * 2000, "ż" * 2000, "  " + "x" * 2000 + "  "])
def test_a_question_of_two_thousand_characters_is_taken(client: TestClient, question: str) -> None:
    assert client.post("/api/v1/ask", json={"question": question}).status_code == 200


@pytest.mark.parametrize("body", ["{", "", '{"question": }', '{"question": "kto"'])
def test_broken_json_is_a_400(client: TestClient, body: str) -> None:
    answer = client.post("/api/v1/ask", content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code in ((400,) if body else (422,))
    assert answer.json()["errors"][0]["field"] == "body"


@pytest.mark.parametrize("body", [b"\xff\xfe{", b'{"question": "\xb3"}', b"[" * 100_000])
def test_bytes_that_are_no_text_or_nested_too_deeply_are_a_400_of_the_body(
    client: TestClient, body: bytes
) -> None:
    answer = client.post("/api/v1/ask", content=body, headers={"Content-Type": "application/json"})

    assert [one["field"] for one in _problem(answer, 400)["errors"]] == ["body"]


def test_an_unknown_conversation_is_a_404_that_names_it(client: TestClient) -> None:
    answer = client.post("/api/v1/ask", json={"question": "kto", "conversation": "nope"})

    assert _problem(answer, 404)["errors"][0]["field"] == "conversation"


def test_a_problem_is_worded_in_the_language_of_the_request(client: TestClient) -> None:
    by_field = client.post("/api/v1/ask", json={"question": "", "language": "pl"}).json()
    by_header = client.post(
        "/api/v1/ask", json={"question": ""}, headers={"Accept-Language": "de, pl;q=0.8, en;q=0.5"}
    ).json()

    assert by_field["title"] == by_header["title"] == "Zapytanie jest nieprawidłowe"


def test_a_body_too_large_is_a_413_whether_it_is_announced_or_not(client: TestClient) -> None:
    body = b'{"question": "' + b"x" * 1_000_100 + b'"}'
    announced = client.post("/api/v1/ask", content=body, headers={"Content-Type": "application/json"})
    streamed = client.post(
        "/api/v1/ask", content=iter([body[:9], body[9:]]), headers={"Content-Type": "application/json"}
    )

    assert _problem(announced, 413) == _problem(streamed, 413)


def test_while_it_warms_up_asking_and_searching_wait_with_a_503() -> None:
    with visiting(House(held_back=True)) as client:
        for answer in (
            client.post("/api/v1/ask", json={"question": "kto"}),
            client.get("/api/v1/search", params={"q": "kto"}),
        ):
            _problem(answer, 503)
            assert int(answer.headers["retry-after"]) > 0


def test_search_gives_hits_of_the_documented_shape(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "klaster", "limit": 2}).json()

    SearchForm.model_validate(found, extra="forbid")
    assert len(found["hits"]) == 2


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=%20", "q"),
        ("q=x&limit=0", "limit"),
        ("q=x&limit=101", "limit"),
        ("q=x&limit=a", "limit"),
    ],
)
def test_a_wrong_search_is_named(client: TestClient, query: str, field: str) -> None:
    problem = _problem(client.get(f"/api/v1/search?{query}"), 422)

    assert [one["field"] for one in problem["errors"]] == [field]


def test_feedback_is_kept(client: TestClient, house: House) -> None:
    talk = client.post("/api/v1/ask", json={"question": "kto"}).json()["conversation"]
    answer = client.post(
        "/api/v1/feedback", json={"conversation": talk, "turn": 1, "useful": False, "comment": "a"}
    )

    assert answer.status_code == 204
    assert house.assistant.rated == {(talk, 1): (False, "a")}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"conversation": "nope", "turn": 1, "useful": True}, 404),
        ({"conversation": "nope", "turn": 0, "useful": True}, 422),
        ({"conversation": "nope", "turn": "1", "useful": True}, 422),
        ({"conversation": "nope", "turn": 1, "useful": "yes"}, 422),
        ({"turn": 1, "useful": True}, 422),
    ],
)
def test_wrong_feedback_is_refused(client: TestClient, body: object, status: int) -> None:
    problem = _problem(client.post("/api/v1/feedback", json=body), status)

    assert problem["status"] == status


def test_a_turn_larger_than_the_database_can_count_is_named_with_what_is_allowed(client: TestClient) -> None:
    body = {"conversation": "nope", "turn": 10**30, "useful": True}
    problem = _problem(client.post("/api/v1/feedback", json=body), 422)

    assert [one["field"] for one in problem["errors"]] == ["turn"]
    assert "2,147,483,647" in problem["detail"]
