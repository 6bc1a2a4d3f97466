"""Staff decide on facts, names and clusters; readers see what they decided."""

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import index.review
from index.register.model import Cluster, Fact
from index.register.present import RegisterOf
from index.review.keys import fact_key
from tests.web.staff.conftest import NAMES, StaffHouse
from web.i18n import texts
from web.pages.staff import fact_form

ZORKANIT = (
    "Klaster Zorkanit\n\n"
    "Klaster Zorkanit ma siedzibę w Opolu. Koordynatorem Klastra Zorkanit jest Fundacja Nurt. "
    "Klaster Zorkanit ma status Krajowego Klastra Kluczowego do 17 grudnia 2025 r.\n\n"
    "Firmy klastra odlewają śruby okrętowe."
)
WYDMIAK = "Klaster Wydmiak\n\nKlaster Wydmiak ma siedzibę w Radomiu. Klaster Wydmiak liczy 40 firm."


def clusters(house: StaffHouse) -> dict[str, Cluster]:
    return {one.name: one for one in RegisterOf(house.store).now().clusters}


def fact(house: StaffHouse, attribute: str, name: str = "Klaster Zorkanit") -> Fact:
    return next(one for one in clusters(house)[name].facts if one.attribute == attribute)


def ref(house: StaffHouse, attribute: str) -> str:
    return f"{fact_key(fact(house, attribute))}:zorkanit"


@pytest.fixture
def library(house: StaffHouse, staff: TestClient) -> dict[str, str]:
    """The ids of two documents, of a cluster each."""
    return {"a": house.add("a.txt", ZORKANIT), "b": house.add("b.txt", WYDMIAK)}


def text(page: str) -> str:
    """What a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


# The queue


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


# Correcting and adding


def test_a_correction_is_what_readers_and_answers_say(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    key = fact_key(fact(house, "status"))
    form = staff.get(f"/staff/clusters/zorkanit/facts/{key}")
    answer = staff.post(
        f"/staff/clusters/zorkanit/facts/{key}",
        data={"value": "KKK", "qualifier": "6", "since": "2023", "until": "2027-06-30"},
    )

    assert "<mark>Klaster Zorkanit ma status" in form.text
    assert answer.status_code == 303
    assert "30 June 2027" in stranger.get("/clusters/zorkanit").text
    assert "corrected by staff" in stranger.get("/clusters/zorkanit").text
    asked = stranger.post("/api/v1/ask", json={"question": "Do kiedy Klaster Zorkanit ma status KKK?"}).json()
    assert "30 czerwca 2027" in asked["answer"]
    assert [one["review"] for one in asked["citations"]] == ["corrected"]
    listed = stranger.get("/api/v1/clusters", params={"status": "KKK", "valid_on": "2027-01-01"}).json()
    assert [one["id"] for one in listed["clusters"]] == ["zorkanit"]
    assert "2027-06-30" in stranger.get("/clusters.csv").text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"value": ""}, "Give a value"),
        ({"value": "KKK", "until": "jutro"}, "Give a date as 2025, 2025-12 or 2025-12-17"),
        ({"value": "KKK", "since": "2026", "until": "2025"}, "cannot come before"),
        ({"value": "KKK", "qualifier": "first"}, "number of the round"),
        ({"value": "KKK", "to": "Klaster Nieznany"}, "no such cluster"),
    ],
)
def test_a_correction_that_cannot_be_is_told_at_its_field_and_what_was_typed_stays(
    house: StaffHouse, staff: TestClient, library: dict[str, str], given: dict[str, str], words: str
) -> None:
    key = fact_key(fact(house, "status"))
    answer = staff.post(f"/staff/clusters/zorkanit/facts/{key}", data=given)

    assert answer.status_code == 422
    assert words in answer.text
    assert all(f'value="{one}"' in answer.text for one in given.values() if one)
    assert house.store.review.decisions() == ()


def test_a_fact_is_corrected_to_be_another_cluster_s(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    key = fact_key(fact(house, "coordinator"))
    given = {"value": "Fundacja Nurt", "to": "klaster wydmiak"}
    staff.post(f"/staff/clusters/zorkanit/facts/{key}", data=given)

    assert fact(house, "coordinator", "Klaster Wydmiak").value == "Fundacja Nurt"


def test_a_fact_is_added_with_the_words_that_state_it(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    form = staff.get("/staff/clusters/zorkanit/add?attribute=region")
    answer = staff.post(
        "/staff/clusters/zorkanit/add",
        data={
            "attribute": "region",
            "value": "opolskie",
            "document": library["a"],
            "quote": "Firmy klastra  odlewają\nśruby okrętowe.",
        },
    )

    assert "opolskie" in form.text
    assert answer.status_code == 303
    made = fact(house, "region")
    held = house.store.text(library["a"])
    assert (made.review, held[slice(*made.source.span)]) == (
        "added",
        "Firmy klastra odlewają śruby okrętowe.",
    )
    assert "added by staff" in stranger.get("/clusters/zorkanit").text


def test_a_span_of_a_document_fills_the_form(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    start = house.store.text(library["a"]).index("odlewają śruby")
    address = f"/staff/clusters/zorkanit/add?attribute=mission&document={library['a']}"
    form = staff.get(f"{address}&start={start}&end={start + 14}")
    given = {"document": library["a"], "start": str(start), "end": str(start + 14), "quote": "odlewają śruby"}
    staff.post("/staff/clusters/zorkanit/add", data={"attribute": "mission", "value": "śruby", **given})

    assert "odlewają śruby</textarea>" in form.text
    assert fact(house, "mission").source.span.start == start


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"quote": "Tego tu nie ma."}, "does not hold these words"),
        ({"quote": " "}, "Give the words of the document"),
        ({"quote": "x" * 2_001}, "Quote less"),
        ({"quote": "Klaster Zorkanit", "document": "nobody"}, "Choose a document"),
        ({"quote": "Klaster Zorkanit", "value": "narnia"}, "Choose a value from the list"),
        ({"quote": "Tego", "start": "5", "end": "99999999999"}, "does not hold these words"),
    ],
)
def test_a_fact_without_a_source_or_a_value_is_not_added(
    house: StaffHouse, staff: TestClient, library: dict[str, str], given: dict[str, str], words: str
) -> None:
    whole = {"attribute": "region", "value": "opolskie", "document": library["a"], **given}
    answer = staff.post("/staff/clusters/zorkanit/add", data=whole)

    assert answer.status_code == 422
    assert words in answer.text
    assert house.store.review.decisions() == ()


@pytest.mark.parametrize("attribute", ["", "colour"])
def test_a_fact_of_no_kind_gets_the_choice_of_kinds(
    staff: TestClient, library: dict[str, str], attribute: str
) -> None:
    answer = staff.post("/staff/clusters/zorkanit/add", data={"attribute": attribute, "value": "x"})

    assert answer.status_code == 422
    assert '<select id="attribute"' in answer.text


# Clusters and names


def test_two_clusters_are_merged_and_both_addresses_lead_to_it(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    answer = staff.post("/staff/clusters/zorkanit/joined", data={"other": "Klaster Wydmiak"})

    assert answer.status_code == 303
    for one in ("zorkanit", "wydmiak"):
        page = text(stranger.get(f"/clusters/{one}", follow_redirects=True).text)
        assert "Fundacja Nurt" in page
        assert "Radom" in page


def test_merged_clusters_are_split_again(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    before = clusters(house)
    staff.post("/staff/clusters/zorkanit/joined", data={"other": "wydmiak"})
    (merged,) = clusters(house).values()
    page = staff.get(f"/staff/clusters/{merged.id}").text
    staff.post(f"/staff/clusters/{merged.id}/parted", data={"name": "Klaster Wydmiak"})

    assert 'value="Klaster Wydmiak"> Klaster Wydmiak' in page
    assert clusters(house) == before


def test_a_document_that_means_another_cluster_is_moved_to_it(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    other = house.add("c.txt", "Klaster Zorkanit\n\nKlaster Zorkanit liczy 12 firm.")
    staff.post("/staff/clusters/zorkanit/moved", data={"document": other, "to": "Klaster Zorkanit Nysa"})

    assert fact(house, "members", "Klaster Zorkanit Nysa").value == "12"
    assert not clusters(house)["Klaster Zorkanit"].of("members")


def test_a_cluster_is_shown_by_the_name_chosen(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    staff.post("/staff/clusters/zorkanit/called", data={"name": "Opolski Klaster Zorkanit"})

    assert "<h1>Opolski Klaster Zorkanit</h1>" in stranger.get("/clusters/zorkanit").text


def test_what_is_no_cluster_goes_from_the_list_and_comes_back(
    house: StaffHouse, staff: TestClient, stranger: TestClient, library: dict[str, str]
) -> None:
    answer = staff.post("/staff/clusters/wydmiak/dismissed")
    gone = stranger.get("/clusters/wydmiak").status_code
    page = staff.get(answer.headers["location"])
    staff.post("/staff/decisions/undo", data={"decisions": "1", "back": "/staff/decisions"})

    assert gone == 404
    assert "No cluster" in page.text
    assert stranger.get("/clusters/wydmiak").status_code == 200


@pytest.mark.parametrize(
    ("what", "given", "words"),
    [
        ("joined", {"other": "Klaster Nieznany"}, "There is no such cluster"),
        ("joined", {"other": "zorkanit"}, "another cluster than this one"),
        ("joined", {}, "There is no such cluster"),
        ("parted", {}, "Mark names of this cluster"),
        ("parted", {"name": "Klaster Zorkanit"}, "Leave the cluster a name"),
        ("parted", {"name": "Nie Jego"}, "Mark names of this cluster"),
        ("moved", {"document": "nobody", "to": "X"}, "Choose a document"),
        ("called", {"name": " "}, "Give a name"),
        ("called", {"name": "x" * 201}, "too long"),
    ],
)
def test_what_cannot_be_decided_of_names_is_said_beside_its_form(
    house: StaffHouse,
    staff: TestClient,
    library: dict[str, str],
    what: str,
    given: dict[str, str],
    words: str,
) -> None:
    answer = staff.post(f"/staff/clusters/zorkanit/{what}", data=given)

    assert answer.status_code == 422
    assert words in answer.text
    assert house.store.review.decisions() == ()


def test_a_document_is_not_moved_to_the_cluster_it_is_in_or_to_what_names_none(
    house: StaffHouse, staff: TestClient, library: dict[str, str]
) -> None:
    for to in ("Klaster Zorkanit", "Klaster", ""):
        given = {"document": library["a"], "to": to}
        assert staff.post("/staff/clusters/zorkanit/moved", data=given).status_code == 422


@pytest.mark.parametrize(
    "address",
    ["/staff/clusters/nobody", "/staff/clusters/nobody/add", "/staff/clusters/zorkanit/facts/nothing"],
)
def test_what_is_not_there_is_a_404(staff: TestClient, library: dict[str, str], address: str) -> None:
    assert staff.get(address).status_code == 404


# Decisions


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
