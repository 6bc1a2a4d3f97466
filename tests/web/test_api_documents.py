"""/api/v1/documents and /api/v1/jobs."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from index.errors import ModelError
from tests.web.fakes import READER, STAFF, House, visiting
from web.api.forms import DocumentForm, DocumentsForm, JobForm

_STAFF = {"Authorization": f"Bearer {STAFF}"}


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


def test_what_staff_send_is_kept_as_a_job_and_the_intake_is_woken(client: TestClient, house: House) -> None:
    answer = client.post("/api/v1/documents", files={"file": ("nowy.txt", b"Tekst.")}, headers=_STAFF)

    job = house.store.jobs.find(answer.json()["id"])
    assert answer.status_code == 202
    assert answer.headers["location"] == f"/api/v1/jobs/{job.id}"
    JobForm.model_validate(answer.json(), extra="forbid")
    assert (answer.json()["state"], answer.json()["stage"]) == ("waiting", "received")
    assert house.store.jobs.content(job) == b"Tekst."
    assert house.intake.woken == 1


def test_a_file_that_comes_while_it_warms_up_waits() -> None:
    house = House(held_back=True)
    with visiting(house) as client:
        answer = client.post("/api/v1/documents", files={"file": ("a.txt", b"A.")}, headers=_STAFF)

    assert answer.status_code == 202
    assert house.store.jobs.counts()["waiting"] == 1


def test_no_file_is_taken_where_nobody_would_ever_work_on_it() -> None:
    house = House(failure=ModelError("model", "gone"))
    with visiting(house) as client:
        answer = client.post("/api/v1/documents", files={"file": ("a.txt", b"A.")}, headers=_STAFF)

    assert answer.status_code == 503
    assert house.store.jobs.counts()["waiting"] == 0


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
    assert house.store.jobs.listed() == ()


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
