"""The decisions of staff: how each stands, undone, and shown as text."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import index.review
from index.review.keys import fact_key
from tests.web.staff.conftest import StaffHouse
from tests.web.staff.two_clusters import clusters, ref, text
from web.i18n import texts
from web.pages.staff import fact_form


def test_decisions_say_what_became_of_what_they_are_about(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    staff.post("/staff/facts", data={"confirm": ref(house, "place")})
    staff.post("/staff/facts", data={"reject": ref(house, "coordinator")})
    assert text(staff.get("/staff/decisions").text).count("holds") == 3

    house.add("a.txt", "Klaster Zorkanit\n\nKlaster Zorkanit działa dalej i ma się dobrze.")
    lost = text(staff.get("/staff/decisions?stands=lost").text)
    assert lost.count("no longer found in the document") == 2
    assert "Fundacja Nurt" in lost
    assert "Opole" in text(staff.get("/staff/decisions?stands=kept").text)

    house.store.remove(library["a"], by="Stefan")
    assert "document removed" in text(staff.get("/staff/decisions").text)


@pytest.mark.parametrize("decisions", ["7", "", "x", "1.2", "9" * 40])
def test_undoing_what_was_not_decided_is_a_404(staff: TestClient, decisions: str) -> None:
    assert staff.post("/staff/decisions/undo", data={"decisions": decisions}).status_code == 404


def test_a_decision_leads_back_to_no_other_site(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    given = {"confirm": ref(house, "place"), "back": "//evil.example/x"}

    assert staff.post("/staff/facts", data=given).headers["location"].startswith("/?done=")


def test_markup_in_names_and_quotes_is_text(house: StaffHouse, staff: TestClient) -> None:
    house.add(
        "x.txt", "Klaster Zorkanit\n\nKlaster Zorkanit ma siedzibę w Opolu <script>alert(1)</script> tak."
    )
    staff.post("/staff/clusters/zorkanit/called", data={"name": "<b>Klaster</b> {{ 7*7 }}"})
    key = fact_key(next(one for one in clusters(house)["<b>Klaster</b> {{ 7*7 }}"].facts))
    pages = [
        staff.get(address).text
        for address in (
            "/staff/facts",
            "/staff/clusters/zorkanit",
            "/staff/decisions",
            f"/staff/clusters/zorkanit/facts/{key}",
        )
    ]

    assert all("<script>alert" not in page and "<b>Klaster</b>" not in page for page in pages)
    assert any("&lt;script&gt;alert" in page for page in pages)


def test_all_that_may_be_wrong_with_a_decision_has_its_words() -> None:
    sources = [*Path(index.review.__file__).parent.glob("*.py"), Path(fact_form.__file__)]
    found = {
        pair
        for path in sources
        for pair in re.findall(r'DecisionError\("(\w+)", "(\w+)"\)', path.read_text("utf-8"))
    }

    assert len(found) > 15
    assert {f"review.fault.{field}_{fault}" for field, fault in found} <= texts("pl").names()
