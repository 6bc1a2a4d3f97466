"""What readers are told of what is kept, and what they can do about it."""

import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import House, visiting


def asked(client: TestClient) -> str:
    """The address of a conversation of one question."""
    answer = client.post("/ask", data={"question": "Kto koordynuje Minatech?"})
    return answer.headers["location"].partition("#")[0]


@pytest.mark.parametrize("page", ["/", "/about"])
@pytest.mark.parametrize(
    ("days", "language", "said"),
    [
        (90, "en", "Questions are kept for 90 days, without name or address."),
        (1, "en", "Questions are kept for 1 day, without name or address."),
        (0, "en", "Questions are not kept."),
        (90, "pl", "Pytania są przechowywane przez 90 dni, bez nazwiska i\xa0adresu."),
    ],
)
def test_what_is_kept_is_said_near_the_box_and_on_the_page_about_us(
    page: str, days: int, language: str, said: str
) -> None:
    with visiting(House(keep_days=days)) as client:
        assert said in client.get(page, headers={"Accept-Language": language}).text


def test_a_conversation_is_downloaded_and_deleted_by_whoever_has_its_address(client: TestClient) -> None:
    talk = asked(client)
    asks = client.get(f"{talk}/removal")
    file = client.get(f"{talk}/conversation.json").json()
    gone = client.post(f"{talk}/removal")

    assert f'action="{talk}/removal"' in asks.text
    assert file["turns"][0]["question"] == "Kto koordynuje Minatech?"
    assert file["turns"][0]["answer"]
    assert (gone.status_code, gone.headers["location"]) == (303, "/removed")
    assert client.get("/removed").status_code == 200
    assert client.get(talk).status_code == 404


def test_programs_read_and_delete_a_conversation_by_its_id(client: TestClient) -> None:
    talk = client.post("/api/v1/ask", json={"question": "Kto?"}).json()["conversation"]
    read = client.get(f"/api/v1/conversations/{talk}")
    answers = [client.delete(f"/api/v1/conversations/{talk}").status_code for _ in range(2)]

    assert [turn["question"] for turn in read.json()["turns"]] == ["Kto?"]
    assert answers == [204, 404]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/c/nobody/removal"),
        ("POST", "/c/nobody/removal"),
        ("GET", "/c/nobody/conversation.json"),
        ("GET", "/api/v1/conversations/nobody"),
        ("DELETE", "/api/v1/conversations/nobody"),
    ],
)
def test_an_unknown_conversation_cannot_be_deleted_or_had(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code == 404


def test_a_form_of_another_site_deletes_nothing(client: TestClient) -> None:
    talk = asked(client)
    answer = client.post(f"{talk}/removal", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert client.get(talk).status_code == 200


def test_where_nothing_is_kept_no_opinion_is_asked_for_and_one_that_is_sent_is_refused() -> None:
    with visiting(House(keep_days=0)) as client:
        talk = asked(client)
        page = client.get(talk).text
        sent = {"conversation": talk.removeprefix("/c/"), "turn": 1, "useful": False}
        answer = client.post("/api/v1/feedback", json=sent)
        form = client.post("/feedback", data={**sent, "turn": "1", "useful": "no"})

    assert "Nothing is kept here, and so no opinion either." in page
    assert 'value="no"' not in page
    assert (answer.status_code, form.status_code) == (409, 409)
    assert answer.json()["type"] == "urn:klastrownik:problem:not-kept"
