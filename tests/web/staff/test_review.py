"""Staff look through facts and confirm or reject them; readers see what they decided."""

import pytest
from fastapi.testclient import TestClient

from index.review.keys import fact_key
from tests.web.staff.conftest import NAMES, StaffHouse
from tests.web.staff.two_clusters import clusters, fact, ref, text


def test_the_facts_nobody_checked_are_listed_statuses_first(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    page = staff.get("/staff/facts")

    assert page.status_code == 200
    assert page.text.index("National Key Cluster") < page.text.index("Fundacja Nurt")
    assert "facts have not been checked yet" in page.text


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ("attribute=place", "Radom", "Fundacja Nurt"),
        ("q=wydm", "Radom", "Opole"),
        ("cluster=zorkanit", "Opole", "Radom"),
        ("state=checked", "There is nothing to check here", "Opole"),
        ("state=nonsense&attribute=colour&page=x", "Opole", "There is nothing"),
        ("page=999999", "Opole", "There is nothing"),
    ],
)
def test_facts_are_found_by_what_they_are_of(
    staff: TestClient, library: dict[str, str], query: str, there: str, absent: str
) -> None:
    shown = text(staff.get(f"/staff/facts?{query}").text)

    assert there in shown
    assert absent not in shown


def test_the_facts_of_one_document_are_found(staff: TestClient, library: dict[str, str]) -> None:
    shown = text(staff.get(f"/staff/facts?document={library['b']}").text)

    assert "Radom" in shown
    assert "Fundacja Nurt" not in shown


def test_a_fact_is_confirmed_and_readers_see_it(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    answer = staff.post("/staff/facts", data={"confirm": ref(house, "place"), "back": "/staff/facts?q=zor"})

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/staff/facts?q=zor&done=confirmed&decisions=")
    assert "1 fact confirmed" in staff.get(answer.headers["location"]).text
    assert "checked by staff" in stranger.get("/clusters/zorkanit").text
    assert house.store.audit.records()[0].by == NAMES["staff"]


def test_several_facts_are_rejected_at_once_and_that_is_undone(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    refs = [ref(house, "place"), ref(house, "coordinator")]
    answer = staff.post("/staff/facts", data={"marked": "rejected", "fact": refs})
    gone = text(stranger.get("/clusters/zorkanit").text)
    decisions = answer.headers["location"].partition("decisions=")[2]
    staff.post("/staff/decisions/undo", data={"decisions": decisions})

    assert "Fundacja Nurt" not in gone
    assert "Opole" not in gone
    assert "Fundacja Nurt" in text(stranger.get("/clusters/zorkanit").text)


@pytest.mark.parametrize(
    "case",
    [
        ("coordinator", "Kto koordynuje Klaster Zorkanit?", "Nurt"),
        ("coordinator", "Who coordinates Klaster Zorkanit?", "Nurt"),
        ("status", "Do kiedy Klaster Zorkanit ma status KKK?", "2025"),
        ("status", "Jaki status ma Klaster Zorkanit?", "17 grudnia"),
        ("place", "Gdzie ma siedzibę Klaster Zorkanit?", "Opol"),
    ],
)
def test_what_was_rejected_is_told_by_no_quotation_either(
    house: StaffHouse, staff: TestClient, library: dict[str, str], case: tuple[str, str, str]
) -> None:
    attribute, question, said = case

    def answer() -> str:
        return str(staff.post("/api/v1/ask", json={"question": question}).json()["answer"])

    assert said in answer()
    staff.post("/staff/facts", data={"reject": ref(house, attribute)})
    assert said not in answer()
    staff.post("/staff/decisions/undo", data={"decisions": "1"})
    assert said in answer()


def test_a_sentence_of_which_one_fact_was_rejected_still_tells_the_others(
    house: StaffHouse, staff: TestClient
) -> None:
    house.add("a.txt", "Klaster Zorkanit\n\nKlaster Zorkanit z siedzibą w Opolu liczy 40 firm.")
    place = next(one for one in clusters(house)["Klaster Zorkanit"].facts if one.attribute == "place")
    staff.post("/staff/facts", data={"reject": f"{fact_key(place)}:zorkanit"})

    asked = staff.post("/api/v1/ask", json={"question": "Ile firm liczy Klaster Zorkanit?"}).json()
    assert "40" in asked["answer"]


@pytest.mark.parametrize("given", [{}, {"marked": "confirmed"}, {"marked": "burnt", "fact": "x:zorkanit"}])
def test_a_form_that_names_no_fact_decides_nothing(
    house: StaffHouse, staff: TestClient, library: dict[str, str], given: dict[str, str]
) -> None:
    assert staff.post("/staff/facts", data=given).status_code == 303
    assert house.store.review.decisions() == ()


@pytest.mark.parametrize("wrong", ["x:zorkanit", "x:nobody", "", ":", "zorkanit"])
def test_a_fact_that_is_not_there_is_said_so_and_nothing_is_decided(
    house: StaffHouse, staff: TestClient, library: dict[str, str], wrong: str
) -> None:
    refs = [ref(house, "place"), wrong]
    answer = staff.post("/staff/facts", data={"marked": "confirmed", "fact": refs})

    assert answer.status_code == 409
    assert "That fact is not there" in answer.text
    assert house.store.review.decisions() == ()


@pytest.mark.parametrize("who", ["stranger", "reader"])
def test_nobody_else_decides(
    house: StaffHouse, cast: dict[str, TestClient], library: dict[str, str], who: str
) -> None:
    visitor, key = cast[who], fact_key(fact(house, "place"))
    posts = [
        ("/staff/facts", {"confirm": ref(house, "place")}),
        ("/staff/decisions/undo", {"decisions": "1"}),
        (f"/staff/clusters/zorkanit/facts/{key}", {"value": "Nysa"}),
        ("/staff/clusters/zorkanit/add", {"attribute": "place", "value": "Nysa"}),
        ("/staff/clusters/zorkanit/joined", {"other": "wydmiak"}),
        ("/staff/clusters/zorkanit/called", {"name": "X"}),
        ("/staff/clusters/zorkanit/dismissed", {}),
    ]

    assert {visitor.post(address, data=given).status_code for address, given in posts} <= {401, 403}
    assert house.store.review.decisions() == ()
    assert visitor.get("/staff/clusters/zorkanit").status_code in (303, 403)


def test_readers_are_offered_no_way_to_decide(
    stranger: TestClient, staff: TestClient, library: dict[str, str]
) -> None:
    assert "/staff/clusters/zorkanit" not in stranger.get("/clusters/zorkanit").text
    assert "/staff/clusters/zorkanit" in staff.get("/clusters/zorkanit").text
