"""Versions on the pages for staff: the list, what changed, the way back."""

import time

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import StaffHouse

OLD = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."
NEW = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Morze."


@pytest.fixture
def document(house: StaffHouse, staff: TestClient) -> str:
    """A document in its second version."""
    house.add("a.txt", OLD)
    return house.add("a.txt", NEW)


def test_versions_are_listed_with_what_can_be_done(staff: TestClient, document: str) -> None:
    page = staff.get(f"/staff/documents/{document}/versions").text

    assert page.index("Version 2") < page.index("Version 1")
    assert f"/staff/documents/{document}/differences?from=1&amp;to=2" in page
    assert f"/staff/documents/{document}/versions/1/back" in page
    assert f"/staff/documents/{document}/versions/2/back" not in page


def test_what_changed_is_marked_in_words_and_facts(staff: TestClient, document: str) -> None:
    page = staff.get(f"/staff/documents/{document}/differences?from=1&to=2").text

    assert "<del>Fala</del><ins>Morze</ins>" in page
    assert "No longer stated" in page
    assert "Fundacja Morze" in page.partition("Newly stated")[2]


def test_without_numbers_the_present_version_is_compared_with_that_before(
    staff: TestClient, document: str
) -> None:
    assert "<del>Fala</del>" in staff.get(f"/staff/documents/{document}/differences").text


def test_two_documents_are_compared(house: StaffHouse, staff: TestClient, document: str) -> None:
    other = house.add("b.txt", NEW.replace("2003", "2004"))
    page = staff.get(f"/staff/documents/{document}/differences?with={other}").text

    assert "<del>2003</del><ins>2004</ins>" in page
    assert staff.get(f"/staff/documents/{document}/differences?with=0123456789ab").status_code == 404


def test_going_back_holds_the_earlier_bytes_and_says_who_did_it(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    answer = staff.post(f"/staff/documents/{document}/versions/1/back")
    again = staff.post(f"/staff/documents/{document}/versions/1/back")
    held = house.store.document(document)

    assert answer.headers["location"] == f"/staff/documents/{document}/versions?said=back"
    assert again.headers["location"] == f"/staff/documents/{document}/versions?said=unchanged"
    assert (held.version, held.added_by) == (3, "Stefan")
    assert house.store.content(document) == OLD.encode()
    assert house.store.audit.records()[0].action == "document.went_back"


def test_going_back_to_what_another_document_holds_says_which(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    house.add("b.txt", OLD)

    answer = staff.post(f"/staff/documents/{document}/versions/1/back")

    assert answer.status_code == 409
    assert "b.txt holds the same bytes" in answer.text


def test_the_file_of_a_version_is_downloaded_and_never_shown(staff: TestClient, document: str) -> None:
    answer = staff.get(f"/staff/documents/{document}/versions/1/original")

    assert answer.content == OLD.encode()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("number", ["0", "7", "x", "-1", "1.0", "99999999999999999999"])
def test_a_version_there_is_none_of_is_a_404(staff: TestClient, document: str, number: str) -> None:
    assert staff.get(f"/staff/documents/{document}/differences?from={number}").status_code == 404
    assert staff.get(f"/staff/documents/{document}/versions/{number}/original").status_code == 404
    assert staff.post(f"/staff/documents/{document}/versions/{number}/back").status_code == 404


def test_earlier_versions_are_for_staff_alone(cast: dict[str, TestClient], document: str) -> None:
    for name in ("stranger", "reader"):
        for path in ("versions", "versions/1/original", "differences"):
            answer = cast[name].get(f"/staff/documents/{document}/{path}")
            assert answer.status_code in (303, 403)
            assert "Fala" not in answer.text


def test_a_file_of_any_name_becomes_the_next_version(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    files = {"file": ("nowy spis.txt", NEW.replace("2003", "2005").encode())}
    sent = staff.post(f"/staff/documents/{document}/replace", files=files)
    page = staff.get(sent.headers["location"]).text
    deadline = time.monotonic() + 30
    while "held, as version 3" not in page and time.monotonic() < deadline:
        assert "is being read" in page
        time.sleep(0.1)
        page = staff.get(sent.headers["location"]).text

    held = house.store.document(document)
    assert sent.headers["location"].startswith(f"/staff/documents/{document}?job=")
    assert (held.version, held.added_by, held.name) == (3, "Stefan", "a.txt")


def test_replacing_without_a_file_says_so(house: StaffHouse, staff: TestClient, document: str) -> None:
    answer = staff.post(f"/staff/documents/{document}/replace", data={"file": ""})

    assert answer.status_code == 422
    assert "No file was chosen" in answer.text
    assert staff.post("/staff/documents/0123456789ab/replace", data={"file": ""}).status_code == 404


def test_a_job_of_something_else_tells_nothing_on_a_document_s_page(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    other = house.store.jobs.receive("b.txt", OLD.encode(), by="Ada")

    for job in (other.id, "x"):
        page = staff.get(f"/staff/documents/{document}?job={job}").text
        assert "new version is" not in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (NEW, "what is held already; nothing was changed"),
        ("Pogoda w górach zmienia się szybko.", "b.txt holds the same bytes"),
    ],
)
def test_bytes_that_are_held_already_are_said_on_the_document_s_page(
    house: StaffHouse, staff: TestClient, document: str, text: str, said: str
) -> None:
    house.add("b.txt", "Pogoda w górach zmienia się szybko.")
    sent = staff.post(f"/staff/documents/{document}/replace", files={"file": ("x.txt", text.encode())})
    deadline = time.monotonic() + 30
    page = staff.get(sent.headers["location"]).text
    while "is being read" in page and time.monotonic() < deadline:
        time.sleep(0.1)
        page = staff.get(sent.headers["location"]).text

    assert said in page
    assert house.store.document(document).version == 2
