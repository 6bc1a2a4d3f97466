"""Staff's list of documents, a document's state, and marking it."""

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import StaffHouse

WORDS = " ".join(f"słowo{at}" for at in range(60))
CLUSTER = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."


def test_the_list_shows_each_document_with_its_state(house: StaffHouse, staff: TestClient) -> None:
    first = house.add("a.txt", WORDS)
    house.add("b.txt", f"{WORDS} i koniec")
    house.add("c.txt", CLUSTER)
    house.store.mark_outdated(first, by="Ada")

    page = staff.get("/staff/documents").text

    assert page.count("nearly equal, ") == 2
    assert "out of date since" in page
    assert "nearly equal to another (2)" in page
    assert "out of date (1)" in page


@pytest.mark.parametrize(
    ("show", "found"),
    [("outdated", ["a.txt"]), ("alike", ["a.txt", "b.txt"]), ("uncited", ["a.txt", "b.txt", "c.txt"])],
)
def test_the_list_shows_only_those_asked_for(
    house: StaffHouse, staff: TestClient, show: str, found: list[str]
) -> None:
    first = house.add("a.txt", WORDS)
    house.add("b.txt", f"{WORDS} i koniec")
    house.add("c.txt", CLUSTER)
    house.store.mark_outdated(first, by="Ada")

    page = staff.get("/staff/documents", params={"show": show, "sort": "title"}).text

    assert [name for name in ("a.txt", "b.txt", "c.txt") if f"· {name} ·" in page] == found


def test_a_document_that_was_cited_is_no_longer_among_those_never_cited(
    house: StaffHouse, staff: TestClient
) -> None:
    house.add("c.txt", CLUSTER)
    staff.post("/ask", data={"question": "Kto koordynuje Klaster Wodny?"})

    assert "· c.txt ·" not in staff.get("/staff/documents?show=uncited").text


def test_words_narrow_the_list_and_anything_else_asked_for_is_taken_for_all(
    house: StaffHouse, staff: TestClient
) -> None:
    house.add("wodny.txt", CLUSTER)
    house.add("b.txt", WORDS)

    page = staff.get("/staff/documents", params={"q": "WODNY", "show": "x", "sort": "y"}).text

    assert "wodny.txt" in page
    assert "· b.txt ·" not in page


def test_a_document_s_page_says_how_it_is_and_what_is_like_it(house: StaffHouse, staff: TestClient) -> None:
    first = house.add("a.txt", WORDS)
    second = house.add("b.txt", f"{WORDS} i koniec")
    page = staff.get(f"/staff/documents/{first}").text

    assert f"/staff/documents/{first}/differences?with={second}" in page
    assert "Nearly equal documents" in page


def test_a_version_that_is_another_document_is_pointed_out(house: StaffHouse, staff: TestClient) -> None:
    house.add("a.txt", WORDS)
    document = house.add("a.txt", CLUSTER * 2)

    assert "hardly any wording in common" in staff.get(f"/staff/documents/{document}").text


def test_marking_shows_everywhere_and_can_be_lifted(house: StaffHouse, staff: TestClient) -> None:
    document = house.add("c.txt", CLUSTER)
    form = {"since": "2024-05-01", "reason": "  nowy   spis "}
    marked = staff.post(f"/staff/documents/{document}/outdated", data=form)
    asked = staff.post("/ask", data={"question": "Kto koordynuje Klaster Wodny?"}, follow_redirects=True)
    page = staff.get(f"/documents/{document}").text
    shown = staff.get(f"/api/v1/documents/{document}").json()["outdated"]
    listed = staff.get("/documents").text
    lifted = staff.post(f"/staff/documents/{document}/outdated/lift")

    assert marked.headers["location"] == f"/staff/documents/{document}?said=marked"
    assert shown == {"since": "2024-05-01", "reason": "nowy spis"}
    assert "nieaktualne od" in asked.text or "out of date since" in asked.text
    assert "marked as out of date since 1 May 2024: nowy spis" in page.replace("\u00a0", " ")
    assert "out of date since" in listed
    assert lifted.headers["location"] == f"/staff/documents/{document}?said=lifted"
    assert house.store.document(document).outdated is None
    assert {one.by for one in house.store.audit.records() if "mark" in one.action} == {"Stefan"}


@pytest.mark.parametrize(
    "form", [{"since": "", "reason": ""}, {"since": "jutro"}, {"since": "2024-05-01", "reason": "x" * 301}]
)
def test_a_bad_form_comes_back_with_what_is_wrong(
    house: StaffHouse, staff: TestClient, form: dict[str, str]
) -> None:
    document = house.add("c.txt", CLUSTER)

    answer = staff.post(f"/staff/documents/{document}/outdated", data=form)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert house.store.document(document).outdated is None


def test_a_document_that_is_not_held_is_a_404(staff: TestClient) -> None:
    for path in ("", "/versions", "/differences", "/remove", "/versions/1/original"):
        assert staff.get(f"/staff/documents/0123456789ab{path}").status_code == 404
    for path in ("/outdated", "/outdated/lift", "/remove", "/versions/1/back"):
        assert staff.post(f"/staff/documents/0123456789ab{path}").status_code == 404


def test_markup_in_a_document_is_text(house: StaffHouse, staff: TestClient) -> None:
    house.add("<b>a.txt", f"<script>alert(1)</script> {WORDS}")
    document = house.add("<b>a.txt", f"<script>alert(2)</script> {WORDS} i koniec")
    house.store.mark_outdated(document, by="Ada", reason="<i>x</i>")

    for path in ("", "/versions", "/differences", "/remove"):
        page = staff.get(f"/staff/documents/{document}{path}").text
        assert "<script>alert" not in page
        assert "<b>a.txt" not in page
        assert "<i>x" not in page


def test_a_marked_source_answers_behind_another_that_answers_as_well(
    house: StaffHouse, staff: TestClient
) -> None:
    house.add("a.md", "# Ustka\n\nPogoda w Ustce jest wietrzna.")
    house.add("b.md", "# Ustka\n\nPogoda w Ustce jest wietrzna.\n\n## Ceny\n\nCeny w sklepach rosną.")

    def first() -> str:
        asked = staff.post("/api/v1/ask", json={"question": "Jaka jest pogoda w Ustce?"}).json()
        return str(asked["citations"][0]["document"])

    before = first()
    house.store.mark_outdated(before, by="Ada")

    assert first() != before


def test_what_only_a_marked_source_says_is_still_answered_with_a_note(
    house: StaffHouse, staff: TestClient
) -> None:
    document = house.add("a.txt", "Pogoda w Ustce jest wietrzna.")
    house.store.mark_outdated(document, by="Ada", reason="nowsza prognoza")

    asked = staff.post("/api/v1/ask", json={"question": "Jaka jest pogoda w Ustce?"}).json()

    assert [one["document"] for one in asked["citations"]] == [document]
    assert len(asked["citations"][0]["outdated"]) == len("2024-05-01")
    assert any("nieaktualne" in note and "nowsza prognoza. [1]" in note for note in asked["notes"])
