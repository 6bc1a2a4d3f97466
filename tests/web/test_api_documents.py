"""/api/v1/documents and /api/v1/jobs."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import READER, STAFF, House
from web.api.forms import DocumentForm, DocumentsForm, JobForm

_STAFF = {"Authorization": f"Bearer {STAFF}"}


def _over(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    for _ in range(200):
        now: dict[str, Any] = client.get(f"/api/v1/jobs/{job['id']}").json()
        if now["state"] not in ("waiting", "working"):
            return now
        time.sleep(0.01)
    raise AssertionError(now)


def test_documents_are_listed_and_found_one_by_one(client: TestClient) -> None:
    listed = client.get("/api/v1/documents").json()
    one = client.get("/api/v1/documents/minatech").json()

    DocumentsForm.model_validate(listed, extra="forbid")
    DocumentForm.model_validate(one, extra="forbid")
    assert one in listed["documents"]


@pytest.mark.parametrize("path", ["documents/nope", "documents/nope/text", "jobs/nope", "documents/%00"])
def test_an_unknown_document_or_job_is_a_404(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_staff_add_a_document_and_the_job_says_what_became_of_it(client: TestClient) -> None:
    answer = client.post("/api/v1/documents", files={"file": ("nowy.txt", b"Tekst.")}, headers=_STAFF)
    job = _over(client, answer.json())

    assert answer.status_code == 202
    assert answer.headers["location"] == f"/api/v1/jobs/{job['id']}"
    JobForm.model_validate(job, extra="forbid")
    assert (job["state"], job["status"]) == ("done", "added")
    assert client.get(f"/api/v1/documents/{job['document']}/text").text == "Tekst."


def test_a_job_whose_file_is_refused_says_why(client: TestClient) -> None:
    answer = client.post("/api/v1/documents", files={"file": ("pusty.txt", b"")}, headers=_STAFF)

    job = _over(client, answer.json())
    assert job["state"] == "refused"
    assert job["reason"] == "No text was found in this file."


def test_a_job_that_fails_says_so_and_the_next_one_goes_on(client: TestClient) -> None:
    broken = client.post("/api/v1/documents", files={"file": ("zly.txt", b"\xff")}, headers=_STAFF)
    good = client.post("/api/v1/documents", files={"file": ("dobry.txt", b"Tak.")}, headers=_STAFF)

    assert _over(client, broken.json())["state"] == "failed"
    assert _over(client, good.json())["state"] == "done"


def test_a_path_in_a_file_name_is_cut_to_its_last_part(client: TestClient) -> None:
    answer = client.post("/api/v1/documents", files={"file": ("..\\..\\etc/x.txt", b"A.")}, headers=_STAFF)

    assert answer.json()["file"] == "x.txt"


def test_a_file_over_the_limit_is_a_413(client: TestClient) -> None:
    answer = client.post("/api/v1/documents", files={"file": ("big.txt", b"x" * 40_000)}, headers=_STAFF)

    assert answer.status_code == 413


def test_staff_remove_a_document(client: TestClient, house: House) -> None:
    assert client.delete("/api/v1/documents/kkk", headers=_STAFF).status_code == 204
    assert client.delete("/api/v1/documents/kkk", headers=_STAFF).status_code == 404

    assert house.library.removed == ["kkk"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Authorization": f"Basic {STAFF}"}, 401),
        ({"Authorization": f"Bearer {READER}"}, 403),
    ],
)
def test_nobody_else_adds_or_removes(
    client: TestClient, house: House, headers: dict[str, str], status: int
) -> None:
    added = client.post("/api/v1/documents", files={"file": ("a.txt", b"A.")}, headers=headers)
    removed = client.delete("/api/v1/documents/kkk", headers=headers)

    assert (added.status_code, removed.status_code) == (status, status)
    assert house.library.removed == []
    assert "a.txt" not in house.library.texts


def test_a_stranger_s_file_is_refused_before_it_is_taken_in(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        yield b"x"
        raise AssertionError("the body was read")

    answer = client.post(
        "/api/v1/documents", content=endless(), headers={"Content-Type": "multipart/form-data; boundary=x"}
    )

    assert answer.status_code == 401


@pytest.mark.parametrize(
    "content_type", ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_body_that_is_no_form_is_a_4xx(client: TestClient, content_type: str) -> None:
    headers = {**_STAFF, "Content-Type": content_type}
    answer = client.post("/api/v1/documents", content=b"--y nonsense", headers=headers)

    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_form_without_a_file_names_the_field(client: TestClient) -> None:
    answer = client.post("/api/v1/documents", data={"other": "x"}, headers=_STAFF)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "file"
