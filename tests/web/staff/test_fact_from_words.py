"""Staff mark words in a document and add the fact that they state, without JavaScript."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from index.register.present import RegisterOf
from tests.web.staff.conftest import StaffHouse

FOUNDRY = "Należą do niego głównie odlewnie i kuźnie."
ZORKANIT = f"Klaster Zorkanit\n\nKlaster Zorkanit ma siedzibę w Opolu. {FOUNDRY}"
WYDMIAK = "Klaster Wydmiak\n\nKlaster Wydmiak ma siedzibę w Radomiu."


@pytest.fixture
def document(house: StaffHouse, staff: TestClient) -> str:
    house.add("b.txt", WYDMIAK)
    return house.add("a.txt", ZORKANIT)


def address_of(page: str, words: str) -> str:
    """Where a page leads from a sentence to the form."""
    found = re.search(rf">{re.escape(words)}</a>.*?<a class=\"add-from\" href=\"([^\"]+)\"", page, re.DOTALL)
    assert found
    return unescape(found[1])


def test_each_sentence_leads_to_a_form_that_has_its_words(
    house: StaffHouse, staff: TestClient, document: str
) -> None:
    read = staff.get(f"/staff/documents/{document}/read").text
    address = address_of(read, FOUNDRY)
    form = staff.get(address).text
    assert FOUNDRY in form
    assert '<option value="zorkanit" selected>' in form

    chosen = staff.get(f"{address}&cluster=zorkanit&attribute=mission")
    assert chosen.status_code == 303
    last = staff.get(chosen.headers["location"])
    assert f">{FOUNDRY}</textarea>" in last.text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', last.text))
    added = {**hidden, "value": FOUNDRY, "document": document, "quote": FOUNDRY}
    done = staff.post(urlsplit(chosen.headers["location"]).path, data=added)
    assert done.status_code == 303
    (fact,) = [
        one
        for cluster in RegisterOf(house.store).now().clusters
        for one in cluster.facts
        if one.review == "added"
    ]
    assert (fact.value, fact.source.quote) == (FOUNDRY, FOUNDRY)


def test_another_cluster_can_be_named(staff: TestClient, document: str) -> None:
    query = "start=0&end=16&cluster=zorkanit&other=Klaster+Wydmiak&attribute=place"
    sent = staff.get(f"/staff/documents/{document}/fact?{query}")

    assert sent.headers["location"].startswith("/staff/clusters/wydmiak/add?attribute=place")


def test_the_place_is_kept_while_the_kind_of_fact_is_chosen_anew(staff: TestClient, document: str) -> None:
    place = f"document={document}&start=0&end=16"
    form = staff.get(f"/staff/clusters/zorkanit/add?attribute=place&{place}").text
    assert f'href="?{place.replace("&", "&amp;")}"' in form
    again = staff.get(f"/staff/clusters/zorkanit/add?{place}").text
    assert f'<input type="hidden" name="document" value="{document}">' in again


def test_the_document_s_page_leads_staff_and_nobody_else_there(
    cast: dict[str, TestClient], document: str
) -> None:
    found = {
        name: f"/staff/documents/{document}/fact?start=0"
        in who.get(f"/documents/{document}?start=0&end=16").text
        for name, who in cast.items()
    }

    assert found == {"stranger": False, "reader": False, "staff": True, "administrator": True}


def test_who_may_not_add_is_refused(cast: dict[str, TestClient], document: str) -> None:
    address = f"/staff/documents/{document}/fact?start=0&end=16"

    assert cast["stranger"].get(address).headers["location"].startswith("/sign-in")
    assert cast["reader"].get(address).status_code == 403


@pytest.mark.parametrize(
    "place",
    ["", "start=9&end=2", "start=x&end=5", "start=90000&end=90010", "start=0&end=9000"],
)
def test_a_place_without_words_is_said_so(staff: TestClient, document: str, place: str) -> None:
    page = staff.get(f"/staff/documents/{document}/fact?{place}")

    assert page.status_code == 422
    assert "Nothing stands at that place" in page.text


@pytest.mark.parametrize("given", ["cluster=nobody&attribute=place", "cluster=zorkanit&attribute=colour"])
def test_what_is_wrong_in_the_form_is_said_beside_it(staff: TestClient, document: str, given: str) -> None:
    page = staff.get(f"/staff/documents/{document}/fact?start=0&end=16&{given}")

    assert page.status_code == 422
    assert 'class="wrong"' in page.text


def test_a_document_that_is_not_held_is_a_404(staff: TestClient) -> None:
    assert staff.get("/staff/documents/nothing/fact?start=0&end=4").status_code == 404


def test_a_document_that_names_no_cluster_asks_for_one(house: StaffHouse, staff: TestClient) -> None:
    document = house.add("c.txt", "Skład rady: Lena Wałach.")
    page = staff.get(f"/staff/documents/{document}/fact?start=0&end=12")

    assert page.status_code == 200
    assert 'name="other"' in page.text
