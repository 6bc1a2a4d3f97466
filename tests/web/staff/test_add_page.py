"""The page on which staff add: files, folders, addresses, and what became of them."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from limits import parse

from documents.progress import GivenUp
from index.store import Store
from index.work import Fetched
from tests.fakes import HashingEncoder
from tests.web.staff.conftest import StaffHouse
from web.app import create_app
from web.opening import open_backend
from web.settings import Settings

TEXT = b"Klaster Lotniczy skupia firmy z Podkarpacia.\n"


def test_files_that_staff_send_become_documents(staff: TestClient, house: StaffHouse) -> None:
    files = [("file", ("a.txt", TEXT)), ("file", ("b.txt", TEXT + b"Drugi.\n"))]

    sent = staff.post("/staff/add", files=files)
    page = staff.get(sent.headers["location"])
    house.settle()

    assert (sent.status_code, sent.headers["location"]) == (303, "/staff/add?taken=2")
    assert "2 files were taken in" in page.text
    assert {one.name for one in house.store.documents()} == {"a.txt", "b.txt"}
    assert house.store.audit.records(about="file.received")[0].by == "Stefan"


def test_a_folder_keeps_the_ways_to_its_files(staff: TestClient, house: StaffHouse) -> None:
    files = [
        ("folder", ("teczka/index.txt", TEXT)),
        ("folder", ("teczka/rok/../2024/index.txt", TEXT + b"Drugi.\n")),
        ("file", ("C:\\fakepath\\c.txt", TEXT + b"Trzeci.\n")),
    ]

    staff.post("/staff/add", files=files)
    house.settle()

    assert {one.name for one in house.store.documents()} == {"index.txt", "rok/2024/index.txt", "c.txt"}


def test_the_script_is_told_in_json(staff: TestClient, house: StaffHouse) -> None:
    json = {"Accept": "application/json"}

    taken = staff.post("/staff/add", files={"file": ("a.txt", TEXT)}, headers=json)
    bad = staff.post("/staff/add", files={"file": ("a" * 300, TEXT)}, headers=json)

    assert (taken.status_code, taken.json()) == (202, {"taken": 1})
    assert bad.status_code == 422
    assert bad.json()["type"] == "urn:klastrownik:problem:file-name"


def test_a_file_that_is_not_taken_is_named_and_the_others_are_taken(
    staff: TestClient, house: StaffHouse
) -> None:
    files = [("file", ("dobry.txt", TEXT)), ("file", ("z" * 300 + ".txt", TEXT))]

    page = staff.post("/staff/add", files=files)

    assert page.status_code == 422
    assert "1 file was taken in" in page.text
    assert "The file needs a name of 1 to 255 printable characters" in page.text


def test_a_form_without_a_file_says_so(staff: TestClient) -> None:
    page = staff.post("/staff/add", files={"file": ("", b"")})

    assert page.status_code == 422
    assert "No file was chosen" in page.text


@pytest.mark.parametrize(("language", "reason"), [("pl", "Plik jest pusty."), ("en", "The file is empty.")])
def test_a_refused_file_says_why_in_the_language_of_the_page(
    staff: TestClient, house: StaffHouse, language: str, reason: str
) -> None:
    staff.post("/staff/add", files={"file": ("pusty.txt", b"")})
    house.settle()

    page = staff.get("/staff/add", headers={"Accept-Language": language})

    assert reason in page.text
    assert 'class="job refused"' in page.text


def test_a_job_that_is_done_leads_to_its_document(staff: TestClient, house: StaffHouse) -> None:
    staff.post("/staff/add", files={"file": ("a.txt", TEXT)})
    house.settle()
    (held,) = house.store.documents()

    assert f'href="/documents/{held.id}"' in staff.get("/staff/add/jobs").text


def test_the_part_that_is_asked_for_again_is_the_one_that_the_page_has(
    staff: TestClient, house: StaffHouse
) -> None:
    staff.post("/staff/add", files={"file": ("a.txt", b"")})
    house.settle()

    part = staff.get("/staff/add/jobs").text

    assert part.strip() in staff.get("/staff/add").text
    assert "<html" not in part


def test_a_name_with_markup_in_it_is_text(staff: TestClient, house: StaffHouse) -> None:
    house.store.jobs.receive("<img src=x onerror=alert(1)>.txt", b"", by="<b>Ala</b>")

    page = staff.get("/staff/add").text

    assert "<img" not in page
    assert "<b>" not in page
    assert "&lt;img src=x" in page


def test_jobs_are_cancelled_and_tried_again(staff: TestClient, house: StaffHouse) -> None:
    staff.post("/staff/add", files={"file": ("a.txt", b"")})
    house.settle()
    (job,) = house.store.jobs.listed()

    again = staff.post(f"/staff/add/{job.id}/retry")
    house.settle()
    late = staff.post(f"/staff/add/{job.id}/cancel")

    assert (again.status_code, again.headers["location"]) == (303, "/staff/add")
    assert house.store.jobs.find(job.id).attempt == 2
    assert late.status_code == 409


def test_all_that_is_on_its_way_is_cancelled_and_tried_again_at_once(
    staff: TestClient, reader: TestClient, house: StaffHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing is worked on, so that all of them wait.
    monkeypatch.setattr("index.jobs.Jobs.take", lambda _: None)
    staff.post("/staff/add", files=[("file", (f"{n}.txt", TEXT)) for n in range(3)])
    before = staff.get("/staff/add?show=open").text

    assert reader.post("/staff/add/cancel").status_code == 403
    given_up = staff.post("/staff/add/cancel")
    after = house.store.jobs.counts()
    tried = staff.get("/staff/add?show=not_added").text
    staff.post("/staff/add/retry")

    assert "Cancel all 3" in before
    assert (given_up.status_code, after["cancelled"]) == (303, 3)
    assert "Try all again" in tried
    assert house.store.jobs.counts()["waiting"] == 3
    assert len(house.store.audit.records(about="job.cancelled")) == 3


def test_what_is_in_work_stands_first_and_older_ones_a_page_further(
    staff: TestClient, house: StaffHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.jobs.Jobs.take", lambda _: None)
    jobs = [house.store.jobs.receive(f"{n}.txt", TEXT, by="Stefan") for n in range(60)]
    with house.store.database.writing() as connection:
        connection.execute("UPDATE jobs SET state = 'working' WHERE number = ?", (jobs[0].number,))

    page = staff.get("/staff/add/jobs").text

    assert page.index('class="job-name">0.txt<') < page.index('class="job-name">59.txt<')
    assert f"before={jobs[10].number}" in page


def test_forms_of_files_and_addresses_are_counted(
    staff: TestClient, house: StaffHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.rates._ADDING", parse("2/minute"))
    for sent in (staff.post("/staff/add"), staff.post("/staff/add/addresses")):
        assert sent.status_code == 422

    slowed = staff.post("/staff/add", files={"file": ("a.txt", TEXT)}, headers={"Accept": "application/json"})

    assert (slowed.status_code, slowed.json()["status"]) == (429, 429)
    assert 1 <= int(slowed.headers["retry-after"]) <= 60
    assert staff.post("/staff/add/addresses", data={"addresses": "a.pl"}).status_code == 429
    assert house.store.jobs.listed() == ()


@pytest.mark.parametrize("deed", ["cancel", "retry"])
def test_a_job_that_is_none_is_a_404(staff: TestClient, deed: str) -> None:
    assert staff.post(f"/staff/add/nope/{deed}").status_code == 404


@pytest.mark.parametrize("query", ["show=some", "before=x", "before=0", f"before={10**20}", "taken=-1"])
def test_a_bad_address_of_the_page_is_a_422(staff: TestClient, query: str) -> None:
    assert staff.get(f"/staff/add?{query}").status_code == 422


def test_older_jobs_are_a_page_further(staff: TestClient, house: StaffHouse) -> None:
    with house.store.database.writing() as connection:
        connection.executemany(
            "INSERT INTO jobs (id, name, by, state, size, created_at, changed_at) "
            "VALUES (?, ?, 'x', 'cancelled', 0, '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00')",
            [(f"id-{number}", f"name-{number:03}.txt") for number in range(60)],
        )

    first = staff.get("/staff/add?show=not_added").text
    older = staff.get("/staff/add?show=not_added&before=11").text

    assert "name-059.txt" in first
    assert "name-009.txt" not in first
    assert "before=11" in first
    assert "name-009.txt" in older
    assert "There is none of these" in staff.get("/staff/add?show=ready").text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/staff/add"),
        ("GET", "/staff/add/jobs"),
        ("POST", "/staff/add"),
        ("POST", "/staff/add/addresses"),
        ("POST", "/staff/add/x/cancel"),
        ("POST", "/staff/add/x/retry"),
    ],
)
def test_nobody_but_staff_and_administrators_gets_there(
    cast: dict[str, TestClient], house: StaffHouse, method: str, path: str
) -> None:
    stranger = cast["stranger"].request(method, path)

    assert stranger.status_code == (303 if method == "GET" else 401)
    assert cast["reader"].request(method, path).status_code == 403
    for name in ("staff", "administrator"):
        assert cast[name].request(method, path).status_code in (200, 404, 422), name
    assert house.store.jobs.listed() == ()


def test_a_file_larger_than_is_taken_is_a_413(staff: TestClient, house: StaffHouse) -> None:
    large = {"Content-Length": "300000000", "Content-Type": "multipart/form-data; boundary=x"}

    assert staff.post("/staff/add", content=b"", headers=large).status_code == 413


# Addresses


@pytest.fixture
def fetched() -> list[str]:
    return []


@pytest.fixture
def fetching(tmp_path: Path, fetched: list[str]) -> Iterator[TestClient]:
    """Staff of a house whose addresses are fetched by a stand-in."""

    def fetch(address: str, _: GivenUp) -> Fetched:
        fetched.append(address)
        return Fetched(address, TEXT)

    settings = Settings(home=tmp_path / "home", models=tmp_path / "models")
    app = create_app(open_backend(settings, empty=True, encoder=HashingEncoder(), fetch=fetch))
    with closing(Store(settings.database)) as store, TestClient(app, follow_redirects=False) as client:
        store.accounts.make("Stefan", "staff", by="command line")
        client.cookies.set("session", store.sessions.begin("Stefan"))
        app.state.desk.warmup.wait(30)
        client.headers["Authorization"] = ""
        yield client


def test_addresses_are_fetched_and_held_under_themselves(fetching: TestClient, fetched: list[str]) -> None:
    sent = fetching.post("/staff/add/addresses", data={"addresses": "example.org/a.txt\n\nexample.org/a.txt"})
    for _ in range(1_000):
        if "/documents/" in fetching.get("/staff/add/jobs").text:
            break
        time.sleep(0.01)

    assert sent.headers["location"] == "/staff/add?fetching=1"
    assert fetched == ["https://example.org/a.txt"]
    assert "1 address is being fetched" in fetching.get(sent.headers["location"]).text
    (held,) = fetching.get("/api/v1/documents").json()["documents"]
    assert held["name"] == held["address"] == "https://example.org/a.txt"


def test_an_address_that_is_none_stays_in_the_box_with_the_reason(
    staff: TestClient, house: StaffHouse
) -> None:
    typed = {"addresses": "ftp://example.org/<b>"}

    page = staff.post("/staff/add/addresses", data=typed, headers={"Accept-Language": "pl"})

    assert page.status_code == 422
    assert "Pobiera się tylko adresy, które zaczynają się od http" in page.text.replace("\u00a0", " ")
    assert "ftp://example.org/&lt;b&gt;</textarea>" in page.text
    assert house.store.jobs.listed() == ()


def test_no_address_at_all_says_so(staff: TestClient) -> None:
    page = staff.post("/staff/add/addresses", data={"addresses": " \n"})

    assert page.status_code == 422
    assert "Paste an address first" in page.text


def test_this_machine_is_not_fetched_from(staff: TestClient, house: StaffHouse) -> None:
    staff.post("/staff/add/addresses", data={"addresses": "http://127.0.0.1:8000/staff"})
    house.settle()

    page = staff.get("/staff/add").text

    assert "inside this network" in page


def test_programs_have_an_address_fetched(house: StaffHouse, stranger: TestClient) -> None:
    bearer = {"Authorization": f"Bearer {house.store.tokens.create('t', 'staff', by='command line')}"}
    path = "/api/v1/documents/addresses"

    asked = stranger.post(path, json={"address": "http://127.0.0.1/"}, headers=bearer)
    refused = stranger.post(path, json={"address": "file:///etc/passwd"}, headers=bearer)

    assert asked.status_code == 202
    assert asked.json()["stage"] is None
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "address"
    assert stranger.post(path, json={"address": "http://127.0.0.1/"}).status_code == 401
