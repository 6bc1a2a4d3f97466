"""A decision whose words the document lost: readers can read them still, staff see that they want a look."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from index.review.keys import fact_key
from tests.web.staff.conftest import StaffHouse
from tests.web.staff.two_clusters import fact, text

SEAT = "Klaster Zorkanit ma siedzibę w Opolu."
REST = "Koordynatorem Klastra Zorkanit jest Fundacja Nurt. Tajny dopisek z poprzedniej wersji."
LONG = "\n\n".join(f"Akapit {n}. {'Tekst. ' * 40}" for n in range(3))
FIRST = f"Klaster Zorkanit\n\n{SEAT}\n\n{REST}\n\n{LONG}"
SECOND = "Klaster Zorkanit\n\nKlaster Zorkanit liczy 40 firm."


@pytest.fixture
def document(house: StaffHouse, staff: TestClient) -> str:
    """A document whose new version has lost the sentence that staff corrected."""
    house.add("a.txt", FIRST)
    corrected = {"value": "Nysa"}
    found = staff.post(f"/staff/clusters/zorkanit/facts/{fact_key(fact(house, 'place'))}", data=corrected)
    assert found.status_code == 303
    return house.add("a.txt", SECOND)


def test_a_reader_opens_the_words_in_the_version_that_had_them(
    house: StaffHouse, stranger: TestClient, document: str
) -> None:
    asked = stranger.post(
        "/api/v1/ask", json={"question": "Gdzie ma siedzibę Klaster Zorkanit?", "language": "pl"}
    ).json()
    (cited,) = [one for one in asked["citations"] if one["version"]]
    assert "Nysa" in asked["answer"]
    assert (cited["version"], cited["quote"], cited["review"]) == (1, SEAT, "corrected")
    assert any("już tego nie mówi" in note for note in asked["notes"])

    chat = stranger.get(f"/c/{asked['conversation']}?language=pl")
    (address,) = set(re.findall(r'href="(/documents/[^"]*earlier[^"]*)"', chat.text))
    page = stranger.get(unescape(address))
    assert page.status_code == 200
    assert f'<mark id="cited" tabindex="-1">{SEAT}</mark>' in page.text
    assert 'class="notice"' in page.text
    assert f"/c/{asked['conversation']}#turn-1" in page.text
    # What stood around it, not the whole of what was replaced.
    assert "Akapit 2" not in page.text


def test_the_page_of_the_cluster_says_that_an_earlier_version_said_it(
    stranger: TestClient, document: str
) -> None:
    page = text(stranger.get("/clusters/zorkanit").text)

    assert "Nysa" in page
    assert "from an earlier version" in page


@pytest.mark.parametrize(
    "address",
    [
        "/documents/{id}/earlier/1?start=0&end=16",
        "/documents/{id}/earlier/1",
        "/documents/{id}/earlier/1?start=x&end=1",
        "/documents/{id}/earlier/2?start={start}&end={end}",
        "/documents/{id}/earlier/0?start={start}&end={end}",
        "/documents/{id}/earlier/first?start={start}&end={end}",
        "/documents/nothing/earlier/1?start={start}&end={end}",
    ],
)
def test_nothing_else_of_an_earlier_version_is_shown(
    house: StaffHouse, cast: dict[str, TestClient], document: str, address: str
) -> None:
    start, end = fact(house, "place").source.span
    for visitor in cast.values():
        page = visitor.get(address.format(id=document, start=start, end=end))
        assert page.status_code == 404
        assert "Tajny dopisek" not in page.text


def test_the_words_are_shown_no_more_once_the_decision_is_undone(
    house: StaffHouse, stranger: TestClient, staff: TestClient, document: str
) -> None:
    start, end = fact(house, "place").source.span
    address = f"/documents/{document}/earlier/1?start={start}&end={end}"
    assert stranger.get(address).status_code == 200
    staff.post("/staff/decisions/undo", data={"decisions": "1"})

    assert stranger.get(address).status_code == 404


def test_staff_see_what_stands_only_in_an_earlier_version_and_say_that_it_is_still_true(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    assert "1 decision stands on words" in text(staff.get("/staff/facts").text)
    listed = staff.get("/staff/decisions?stands=kept")
    (ref,) = re.findall(r'name="confirm" value="([^"]+)"', listed.text)
    assert "only in an earlier version" in text(listed.text)

    staff.post("/staff/facts", data={"confirm": unescape(ref)})
    assert "stands on words" not in text(staff.get("/staff/facts").text)
    assert fact(house, "place").value == "Nysa"
    assert 'name="confirm"' not in staff.get("/staff/decisions?stands=kept").text


def test_staff_reject_what_the_new_version_rightly_says_no_more(
    house: StaffHouse, staff: TestClient, stranger: TestClient, document: str
) -> None:
    listed = staff.get("/staff/decisions?stands=kept")
    (ref,) = re.findall(r'name="reject" value="([^"]+)"', listed.text)
    staff.post("/staff/facts", data={"reject": unescape(ref)})

    assert "Nysa" not in stranger.get("/clusters/zorkanit").text
    assert "stands on words" not in text(staff.get("/staff/facts").text)


def test_programs_are_told_of_the_version(house: StaffHouse, stranger: TestClient, document: str) -> None:
    facts = stranger.get("/api/v1/clusters/zorkanit").json()["facts"]
    (seat,) = [one for one in facts if one["attribute"] == "place"]
    assert (seat["value"], seat["source"]["version"], seat["source"]["quote"]) == ("Nysa", 1, SEAT)

    token = house.store.tokens.create("program", "staff", by="command line")
    bearer = {"Authorization": f"Bearer {token}"}
    kept = stranger.get("/api/v1/decisions?stands=kept", headers=bearer).json()
    assert [one["kind"] for one in kept["decisions"]] == ["corrected"]


def test_words_of_an_earlier_version_do_not_tell_of_which_cluster_words_of_this_one_are(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    house.add(
        "a.txt", f"Klaster Wydmiak\n\nKlaster Wydmiak liczy 40 firm.\n\n{LONG}\n\nKlaster Zorkanit rośnie."
    )
    start = FIRST.index(SEAT)
    form = staff.get(f"/staff/documents/{document}/fact?start={start}&end={start + 20}")

    assert '<option value="wydmiak" selected>' in form.text
    assert '<option value="zorkanit">' in form.text
