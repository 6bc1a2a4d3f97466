"""What people asked, as staff see it."""

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from tests.web.staff.conftest import StaffHouse

QUESTION = "Kto koordynuje Klaster Bursztynowy?"
ANSWER = "Klaster Bursztynowy\n\nKlaster Bursztynowy koordynuje Fundacja Złota Mewa z Ustki.\n"
PAGES = ("/staff/questions", "/staff/questions/missing", "/staff/questions/missing.csv")


def asked(visitor: TestClient, *questions: str) -> list[str]:
    """The ids of their conversations."""
    answers = [visitor.post("/ask", data={"question": one}) for one in questions or (QUESTION,)]
    return [answer.headers["location"].removeprefix("/c/").partition("#")[0] for answer in answers]


def group_on(page: str) -> str:
    """The address of the first group on a page."""
    found = re.search(r"/staff/questions/\d+", page)
    assert found, page
    return found[0]


def tried(house: StaffHouse) -> None:
    assert not house.app.state.desk.retrials.wait(60).running


def test_a_question_without_an_answer_is_seen_with_what_came_nearest(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    house.add("klaster.txt", "Klaster Lipowy\n\nKlaster Lipowy koordynuje Fundacja Lipa.\n")
    asked(stranger)
    page = staff.get("/staff/questions")
    group = staff.get(group_on(page.text))

    assert QUESTION in page.text
    assert "1 time not answered" in page.text
    assert "What came nearest" in group.text
    assert "Klaster Lipowy" in group.text


def test_an_answer_rated_down_is_seen_with_its_comment_and_personal_data_is_not(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    house.add("klaster.txt", ANSWER)
    (talk,) = asked(stranger, f"{QUESTION} Piszcie: jan@poczta.example")
    said = {"conversation": talk, "turn": 1, "useful": False, "comment": "źle, tel. 600 700 800"}
    stranger.post("/api/v1/feedback", json=said)
    page = staff.get("/staff/questions?kind=down").text
    group = staff.get(group_on(page)).text

    assert "1 time rated down" in page
    assert "źle, tel. [nr]" in group
    assert "jan@" not in page + group
    assert "600 700" not in page + group


def test_now_answered_shows_what_was_answered_and_what_is_side_by_side(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    (talk,) = asked(stranger)
    group = group_on(staff.get("/staff/questions").text)
    before = stranger.get(f"/c/{talk}").text
    house.add("klaster.txt", ANSWER)
    tried(house)
    answer = staff.post(f"{group}/retry")
    tried(house)
    page = staff.get(group).text

    assert (answer.status_code, answer.headers["location"]) == (303, f"{group}#now")
    assert "answered now" in page
    assert "Fundacja Złota Mewa" in page
    assert house.store.kept_conversations.count() == 1
    assert "Fundacja Złota Mewa" not in stranger.get(f"/c/{talk}").text
    assert "Not in the library" in before
    assert "1 open question is answered now." in staff.get("/staff/questions").text


def test_all_open_questions_are_tried_again_and_the_log_tells_how_many_and_no_words(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    asked(stranger, QUESTION, "Kiedy powstał Klaster Bursztynowy?")
    answer = staff.post("/staff/questions/retry")
    tried(house)
    told = [one for one in house.store.audit.records() if one.action == "questions.tried"]

    assert answer.status_code == 303
    assert [(one.by, one.subject, dict(one.details)) for one in told] == [
        ("Stefan", "open", {"questions": 2})
    ]
    assert "Bursztynow" not in str(house.store.audit.records())


def test_after_a_document_is_added_open_questions_are_tried_of_themselves(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    asked(stranger)
    staff.get("/staff/questions")
    tried(house)
    house.add("klaster.txt", ANSWER)
    first = staff.get("/staff")
    tried(house)

    assert first.status_code == 200
    assert "1 open question is answered now." in staff.get("/staff").text


def test_a_group_is_settled_with_a_note_and_opens_when_it_comes_again(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    asked(stranger)
    group = group_on(staff.get("/staff/questions").text)
    answer = staff.post(f"{group}/settle", data={"as": "not_ours", "note": "to nie klaster"})
    open_page, settled = staff.get("/staff/questions").text, staff.get("/staff/questions?state=settled").text
    asked(stranger)

    assert (answer.status_code, answer.headers["location"]) == (303, group)
    assert QUESTION not in open_page
    assert "not for this library" in settled
    assert "to nie klaster" in staff.get(group).text
    assert QUESTION in staff.get("/staff/questions").text
    assert "so it is open" in staff.get(group).text


def test_the_list_is_narrowed_by_reason_words_and_day(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    asked(
        stranger,
        QUESTION,
        "telefon Klastra Lipowego",
        "Telefon klastra Lipowego?",
        "telefon klastra lipowego",
    )

    def shown(query: str) -> tuple[bool, bool]:
        text = staff.get(f"/staff/questions?{query}").text
        return QUESTION in text, "telefon Klastra Lipowego" in text

    assert shown("") == (True, True)
    assert shown("kind=often") == (False, True)
    assert shown("q=LIPOW") == (False, True)
    assert shown("q=bursztynowy+koord") == (True, False)
    assert shown("since=2999-01-01") == (False, False)


def test_what_is_missing_is_told_and_taken_away_as_a_file(
    house: StaffHouse, stranger: TestClient, staff: TestClient
) -> None:
    house.add("klaster.txt", "Klaster Lipowy\n\nKlaster Lipowy koordynuje Fundacja Lipa.\n")
    asked(stranger, QUESTION, "Jaki jest numer telefonu Klastra Lipowego?")
    page = staff.get("/staff/questions/missing").text
    file = staff.get("/staff/questions/missing.csv")
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))

    assert "Bursztynowy" in page
    assert file.headers["content-disposition"] == 'attachment; filename="missing.csv"'
    assert len(rows) == 3
    assert any("Lipow" in row[1] and "elephone" in row[2] for row in rows[1:]), rows


@pytest.mark.parametrize(
    "path",
    [
        "/staff/questions?kind=all",
        "/staff/questions?state=none",
        "/staff/questions?since=tomorrow",
    ],
)
def test_a_filter_that_is_not_valid_is_said_so(staff: TestClient, path: str) -> None:
    assert staff.get(path).status_code == 422


@pytest.mark.parametrize("group", ["7", "x", "1" * 30, "-1"])
def test_a_group_that_is_not_there_is_a_404(staff: TestClient, group: str) -> None:
    answers = (
        staff.get(f"/staff/questions/{group}"),
        staff.post(f"/staff/questions/{group}/retry"),
        staff.post(f"/staff/questions/{group}/settle", data={"as": "added"}),
    )

    assert [one.status_code for one in answers] == [404] * 3
    assert all("There is no such group of questions" in one.text for one in answers)


@pytest.mark.parametrize("form", [{}, {"as": "gone"}, {"as": "added", "note": "x" * 1_001}])
def test_a_bad_form_settles_nothing(
    house: StaffHouse, stranger: TestClient, staff: TestClient, form: dict[str, str]
) -> None:
    asked(stranger)
    group = group_on(staff.get("/staff/questions").text)
    answer = staff.post(f"{group}/settle", data=form)

    assert answer.status_code == 422
    assert QUESTION in staff.get("/staff/questions").text


@pytest.mark.parametrize("page", PAGES)
def test_neither_a_stranger_nor_a_reader_sees_what_others_asked(
    cast: dict[str, TestClient], page: str
) -> None:
    answers = {name: visitor.get(page) for name, visitor in cast.items()}

    assert answers["stranger"].headers["location"].startswith("/sign-in?next=")
    assert answers["reader"].status_code == 403
    assert answers["staff"].status_code == answers["administrator"].status_code == 200


def test_a_form_of_another_site_does_nothing(stranger: TestClient, staff: TestClient) -> None:
    asked(stranger)
    group = group_on(staff.get("/staff/questions").text)
    foreign = {"Sec-Fetch-Site": "cross-site"}

    assert staff.post(f"{group}/settle", data={"as": "added"}, headers=foreign).status_code == 403
    assert staff.post("/staff/questions/retry", headers=foreign).status_code == 403
    assert QUESTION in staff.get("/staff/questions").text


def test_only_an_administrator_removes_all_conversations(
    house: StaffHouse, stranger: TestClient, cast: dict[str, TestClient]
) -> None:
    asked(stranger, QUESTION, "telefon Klastra Lipowego")
    refused = [
        cast[name].post("/staff/questions/removal").status_code for name in ("stranger", "reader", "staff")
    ]
    page = cast["administrator"].get("/staff/questions/removal")
    kept = house.store.kept_conversations.count()
    answer = cast["administrator"].post("/staff/questions/removal")

    assert refused == [401, 403, 403]
    assert kept == 2
    assert "2 conversations are kept." in page.text
    assert answer.status_code == 303
    assert house.store.kept_conversations.count() == 0
    assert QUESTION not in cast["staff"].get("/staff/questions").text


def test_a_conversation_deleted_by_its_person_is_gone_for_staff_too(
    stranger: TestClient, staff: TestClient
) -> None:
    (talk,) = asked(stranger)
    group = group_on(staff.get("/staff/questions").text)
    stranger.post(f"/c/{talk}/removal")

    assert staff.get(group).status_code == 404
    assert QUESTION not in staff.get("/staff/questions?state=all").text


def test_markup_in_a_question_is_text(stranger: TestClient, staff: TestClient) -> None:
    asked(stranger, "<script>alert(1)</script> {{ 7 * 7 }} Klaster?")
    page = staff.get("/staff/questions").text

    assert "<script>alert" not in page + staff.get(group_on(page)).text
    assert "&lt;script&gt;alert(1)" in page


def test_programs_of_staff_see_the_groups_and_try_them_again(house: StaffHouse, stranger: TestClient) -> None:
    headers = {"Authorization": f"Bearer {house.store.tokens.create('kiosk', 'staff')}"}
    asked(stranger, QUESTION, QUESTION)
    told = stranger.get("/api/v1/questions", headers=headers).json()
    (group,) = told["groups"]
    house.add("klaster.txt", ANSWER)
    answer = stranger.post(f"/api/v1/questions/{group['id']}/retry", headers=headers)
    tried(house)
    (after,) = stranger.get("/api/v1/questions", headers=headers).json()["groups"]

    assert (told["found"], group["count"], group["not_answered"], group["now"]) == (1, 2, 2, None)
    assert (answer.status_code, answer.json()["begun"], answer.json()["total"]) == (202, True, 1)
    assert (after["now"], after["count"]) == ("answered", 2)


def test_programs_are_told_what_is_wrong(house: StaffHouse, stranger: TestClient) -> None:
    reader = {"Authorization": f"Bearer {house.store.tokens.create('kiosk', 'reader')}"}
    staff = {"Authorization": f"Bearer {house.store.tokens.create('desk', 'staff')}"}
    statuses = [
        stranger.get("/api/v1/questions").status_code,
        stranger.get("/api/v1/questions", headers=reader).status_code,
        stranger.get("/api/v1/questions?since=x", headers=staff).status_code,
        stranger.get("/api/v1/questions?kind=x", headers=staff).status_code,
        stranger.post("/api/v1/questions/7/retry", headers=staff).status_code,
        stranger.post("/api/v1/questions/x/retry", headers=staff).status_code,
        stranger.post("/api/v1/questions/7/retry", headers=reader).status_code,
    ]

    assert statuses == [401, 403, 422, 422, 404, 404, 403]
