"""/api/v1/jobs with a real library behind it: what became of a file, cancelling, trying again."""

import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import StaffHouse
from web.api.forms import JobForm, JobsForm

TEXT = b"Klaster Lotniczy skupia firmy z Podkarpacia.\n"


@pytest.fixture
def bearer(house: StaffHouse) -> dict[str, str]:
    secret = house.store.tokens.create("loader", "staff")
    return {"Authorization": f"Bearer {secret}"}


def over(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    for _ in range(1_000):
        now: dict[str, Any] = client.get(f"/api/v1/jobs/{job['id']}").json()
        if now["state"] not in ("waiting", "working"):
            return now
        time.sleep(0.01)
    raise AssertionError(now)


def send(client: TestClient, name: str, content: bytes, bearer: dict[str, str]) -> dict[str, Any]:
    answer = client.post("/api/v1/documents", files={"file": (name, content)}, headers=bearer)
    assert answer.status_code == 202
    sent: dict[str, Any] = answer.json()
    return sent


def test_a_file_that_was_sent_can_be_read_and_found_once_its_job_is_done(
    stranger: TestClient, bearer: dict[str, str]
) -> None:
    job = over(stranger, send(stranger, "nowy.txt", TEXT, bearer))

    JobForm.model_validate(job, extra="forbid")
    assert (job["state"], job["status"], job["stage"], job["progress"]) == ("done", "added", "ready", 1.0)
    assert stranger.get(f"/api/v1/documents/{job['document']}/text").text.strip() == TEXT.decode().strip()
    hits = stranger.get("/api/v1/search", params={"q": "klaster lotniczy"}).json()["hits"]
    assert hits[0]["document"] == job["document"]


def test_a_refused_file_says_why_and_the_next_one_goes_on(
    stranger: TestClient, bearer: dict[str, str]
) -> None:
    bad = send(stranger, "pusty.txt", b"", bearer)
    good = send(stranger, "dobry.txt", TEXT, bearer)

    refused = over(stranger, bad)

    assert (refused["state"], refused["reason"]) == ("refused", "The file is empty.")
    assert refused["can_retry"]
    assert over(stranger, good)["state"] == "done"


def test_who_sent_a_file_is_told_to_staff_alone(
    stranger: TestClient, house: StaffHouse, bearer: dict[str, str]
) -> None:
    job = send(stranger, "a.txt", TEXT, bearer)

    assert "by" not in stranger.get(f"/api/v1/jobs/{job['id']}").json()
    assert stranger.get(f"/api/v1/jobs/{job['id']}", headers=bearer).json()["by"] == "token loader"
    assert house.store.audit.records(about="file.received")[0].by == "token loader"


def test_staff_list_jobs_by_state_and_strangers_do_not(stranger: TestClient, bearer: dict[str, str]) -> None:
    done = over(stranger, send(stranger, "a.txt", TEXT, bearer))
    refused = over(stranger, send(stranger, "b.txt", b"", bearer))

    listed = stranger.get("/api/v1/jobs", headers=bearer).json()
    some = stranger.get("/api/v1/jobs", params={"state": "refused"}, headers=bearer).json()
    older = stranger.get("/api/v1/jobs", params={"before": refused["number"]}, headers=bearer).json()

    JobsForm.model_validate(listed, extra="forbid")
    assert [one["id"] for one in listed["jobs"]] == [refused["id"], done["id"]]
    assert [one["id"] for one in some["jobs"]] == [refused["id"]]
    assert [one["id"] for one in older["jobs"]] == [done["id"]]
    assert (listed["counts"]["done"], listed["counts"]["refused"]) == (1, 1)
    assert stranger.get("/api/v1/jobs").status_code == 401
    assert stranger.get("/api/v1/jobs", params={"state": "sleeping"}, headers=bearer).status_code == 422


def test_a_refused_job_is_tried_again(stranger: TestClient, bearer: dict[str, str]) -> None:
    job = over(stranger, send(stranger, "a.txt", b"", bearer))

    again = stranger.post(f"/api/v1/jobs/{job['id']}/retry", headers=bearer)
    after = over(stranger, job)

    assert again.status_code == 202
    assert (after["state"], after["attempt"]) == ("refused", 2)


def test_a_job_that_is_over_is_neither_cancelled_nor_tried_again(
    stranger: TestClient, bearer: dict[str, str]
) -> None:
    job = over(stranger, send(stranger, "a.txt", TEXT, bearer))

    cancelled = stranger.post(f"/api/v1/jobs/{job['id']}/cancel", headers=bearer)
    retried = stranger.post(f"/api/v1/jobs/{job['id']}/retry", headers=bearer)

    assert (cancelled.status_code, retried.status_code) == (409, 409)
    assert cancelled.json()["type"] == "urn:klastrownik:problem:job-over"
    assert retried.json()["type"] == "urn:klastrownik:problem:job-fine"


@pytest.mark.parametrize("deed", ["cancel", "retry"])
def test_only_staff_cancel_and_retry_and_only_what_there_is(
    cast: dict[str, TestClient], house: StaffHouse, bearer: dict[str, str], deed: str
) -> None:
    reader = {"Authorization": f"Bearer {house.store.tokens.create('r', 'reader')}"}
    stranger = cast["stranger"]

    assert stranger.post(f"/api/v1/jobs/nope/{deed}").status_code == 401
    assert stranger.post(f"/api/v1/jobs/nope/{deed}", headers=reader).status_code == 403
    assert stranger.post(f"/api/v1/jobs/nope/{deed}", headers=bearer).status_code == 404
