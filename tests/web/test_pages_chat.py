"""The chat's pages: asking without a script, conversations, feedback, and what goes wrong."""

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.errors import FullDiskError
from tests.web.fake_library import HOSTILE
from tests.web.fakes import House, visiting

_PL = {"Accept-Language": "pl"}


def _ask(client: TestClient, question: str, conversation: str = "") -> str:
    answer = client.post("/ask", data={"question": question, "conversation": conversation})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def _full(*_: object, **__: object) -> None:
    raise FullDiskError(Path("library.sqlite"))


def test_asking_leads_to_the_turn_in_its_conversation(client: TestClient) -> None:
    address = _ask(client, "Kto koordynuje Minatech?")
    page = client.get(address)

    assert re.fullmatch(r"/c/[\w-]{16,}#turn-1", address)
    assert page.status_code == 200
    assert '<p class="exact">Politechnika Krakowska' in page.text
    assert "<mark>Politechnika Krakowska</mark>, która prowadzi biuro klastra.”" in page.text


def test_a_follow_up_stays_in_its_conversation(client: TestClient) -> None:
    first = _ask(client, "Kto koordynuje Minatech?")
    talk = first.removeprefix("/c/").partition("#")[0]
    second = _ask(client, "Czym jest klaster?", talk)
    page = client.get(second).text

    assert second == f"/c/{talk}#turn-2"
    assert page.index('id="turn-1"') < page.index('id="turn-2"')
    assert f'name="conversation" value="{talk}"' in page


def test_a_marker_opens_the_source_at_the_quoted_span(client: TestClient) -> None:
    page = client.get(_ask(client, "Kto koordynuje Minatech?")).text
    marker = re.search(r'<a class="marker" href="([^"]+)"', page)
    assert marker

    source = client.get(unescape(marker[1]))
    cited = re.search(r'<mark id="cited"[^>]*>(.*?)</mark>', source.text)
    assert cited
    assert cited[1] == "Projekt koordynuje Politechnika Krakowska, która prowadzi biuro klastra."


def test_the_start_page_has_examples_and_the_number_of_documents_in_both_languages(
    client: TestClient,
) -> None:
    english, polish = client.get("/").text, client.get("/", headers=_PL).text

    for page in (english, polish):
        assert '<button class="chip"' in page
    assert "4 documents in the library" in english
    assert "4 dokumenty w bibliotece" in unescape(polish).replace("\u00a0", " ")


@pytest.mark.parametrize("question", ["", "   ", "x" * 2001, "ż" * 100_000])
def test_a_wrong_question_is_kept_with_a_sentence_beside_the_box(client: TestClient, question: str) -> None:
    page = client.post("/ask", data={"question": question}, headers=_PL)

    assert page.status_code == 422
    assert f">\n{question}</textarea>" in page.text
    assert re.search(r'<p class="wrong" id="wrong" role="alert">[^<]*2000[^<]*</p>', page.text)
    assert 'aria-invalid="true"' in page.text
    assert 'aria-describedby="wrong hint"' in page.text


def test_a_wrong_follow_up_keeps_the_conversation_in_view(client: TestClient) -> None:
    talk = _ask(client, "kto").removeprefix("/c/").partition("#")[0]
    page = client.post("/ask", data={"question": "", "conversation": talk})

    assert page.status_code == 422
    assert 'id="turn-1"' in page.text


def test_a_question_that_begins_with_a_line_feed_comes_back_whole(client: TestClient) -> None:
    page = client.get("/", params={"question": "\n\nkto"})

    assert ">\n\n\nkto</textarea>" in page.text


@pytest.mark.parametrize("path", ["/c/nope", "/c/nope/turns/1/events", "/c/%00"])
def test_an_unknown_conversation_is_a_404_in_the_look_of_the_house(client: TestClient, path: str) -> None:
    page = client.get(path)

    assert page.status_code == 404
    assert "<h1>There is no such conversation</h1>" in page.text


@pytest.mark.parametrize("number", ["2", "0", "x"])
def test_an_unknown_turn_is_a_404(client: TestClient, number: str) -> None:
    talk = _ask(client, "kto").partition("#")[0]

    assert client.get(f"{talk}/turns/{number}/events").status_code == 404


def test_the_stream_carries_the_fragments_of_the_page(client: TestClient) -> None:
    address = _ask(client, "Które klastry mają status KKK?").partition("#")[0]
    page = client.get(address).text
    stream = client.get(f"{address}/turns/1/events")
    events = re.findall(r"event: (\w+)\n((?:data: ?.*\n)+)\n", stream.text)
    fragments = [re.sub(r"(?m)^data: ?", "", lines).strip() for name, lines in events if name == "part"]

    assert stream.headers["content-type"].startswith("text/event-stream")
    assert [name for name, _ in events] == ["turn", *["part"] * len(fragments), "done"]
    assert len(fragments) >= 4
    for fragment in fragments:
        assert " ".join(fragment.split()) in " ".join(page.split())


def test_a_script_is_told_where_the_answer_streams(client: TestClient) -> None:
    answer = client.post("/ask", data={"question": "kto"}, headers={"Accept": "application/json"})

    assert answer.status_code == 201
    assert client.get(answer.json()["events"]).status_code == 200


def test_a_script_gets_a_problem_with_the_sentence(client: TestClient) -> None:
    answer = client.post("/ask", data={"question": ""}, headers={"Accept": "application/json", **_PL})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["message"].startswith("Wpisz pytanie")


def test_an_abstention_looks_like_one_and_offers_what_is_near(client: TestClient) -> None:
    page = client.get(_ask(client, "Numer telefonu?"), headers=_PL).text

    assert '<article class="turn abstention"' in page
    assert 'class="abstained"' in page
    assert "Najbliższe fragmenty" in unescape(page)
    assert 'class="exact"' not in page


def test_only_cited_sources_are_shown_grouped_by_document(client: TestClient) -> None:
    page = client.get(_ask(client, "Które klastry mają status KKK?"), headers=_PL).text

    assert page.count('<li class="card">') == 1
    assert page.count('class="quoted"') == 5
    assert "litery przywrócone" in page


def test_items_of_which_only_the_name_is_known_are_a_plain_list(client: TestClient) -> None:
    page = client.get(_ask(client, "names")).text

    assert "<table" not in page
    assert re.findall(r"<li>([^<]+)<", page) == ["Śląski Klaster Lotniczy", "Łódzki Klaster Mody"]


def test_a_recommendation_is_ranked_cards_with_their_reasons(client: TestClient) -> None:
    page = client.get(_ask(client, "Which should I join?")).text

    assert page.count('<p class="reason">działa w Twojej branży</p>') == 2
    assert '<ol class="ranked">' in page


def test_a_list_can_be_sorted_by_its_address(client: TestClient) -> None:
    address = _ask(client, "Które klastry mają status KKK?").partition("#")[0]

    def names(sort: str) -> list[str]:
        page = client.get(f"{address}?sort={sort}").text
        return re.findall(r'<th scope="row" data-value="([^"]+)"', page)

    asked = names("")
    up, down = names("1.name"), names("1.-name")
    assert up == list(reversed(down))
    assert up == [
        "Dolina Lotnicza",
        "Łódzki Klaster Mody",
        "Śląski Klaster Lotniczy",
        "Zachodniopomorski Klaster Chemiczny",
    ]
    assert asked[0] == "Śląski Klaster Lotniczy"
    assert names("1.nothing") == names("x") == names("99999999999.name") == asked


def test_a_note_links_its_markers_and_leaves_others_as_text(client: TestClient) -> None:
    page = client.get(_ask(client, "hostile")).text
    notes = re.search(r'<ul class="notes">.*?</ul>', page, re.DOTALL)
    assert notes

    assert notes[0].count('class="marker"') == 1
    assert "[99]" in notes[0]


def test_markup_in_documents_answers_and_questions_is_text(client: TestClient) -> None:
    address = _ask(client, f"hostile {HOSTILE}").partition("#")[0]
    pages = [
        client.get(address).text,
        client.get(f"{address}/turns/1/events").text.partition("event: done")[0],
        client.get("/", params={"question": f"</textarea>{HOSTILE}"}).text,
        client.post("/ask", data={"question": f"</textarea>{HOSTILE}" * 40}).text,
    ]

    for page in pages:
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "49" not in re.sub(r"[0-9a-f]{12}", "", page)
        assert "javascript:" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_feedback_works_without_a_script(client: TestClient, house: House) -> None:
    talk = _ask(client, "kto").removeprefix("/c/").partition("#")[0]
    answer = client.post("/feedback", data={"conversation": talk, "turn": "1", "useful": "yes"})
    page = client.get(answer.headers["location"], headers=_PL)

    assert answer.status_code == 303
    assert house.assistant.rated == {(talk, 1): (True, "")}
    assert "Dziękujemy, zapisano." in page.text


@pytest.mark.parametrize("language", ["pl", "en"])
def test_whoever_found_an_answer_of_no_use_may_say_why_without_a_script(
    client: TestClient, house: House, language: str
) -> None:
    talk = _ask(client, "kto").removeprefix("/c/").partition("#")[0]
    down = {"conversation": talk, "turn": "1", "useful": "no"}
    asked = client.get(
        client.post("/feedback", data=down).headers["location"], headers={"Accept-Language": language}
    )
    form = asked.text.partition('<form class="say-why"')[2].partition("</form>")[0]
    assert not form.partition(">")[0].strip().endswith("hidden")
    assert '<label for="why-1">' in form
    assert house.assistant.rated == {(talk, 1): (False, "")}

    said = client.post("/feedback", data={**down, "comment": " Brak telefonu.\r\n"})
    assert "why=1" not in said.headers["location"]
    assert house.assistant.rated == {(talk, 1): (False, "Brak telefonu.")}


def test_nobody_is_asked_why_before_they_have_said_so(client: TestClient) -> None:
    page = client.get(_ask(client, "kto").partition("#")[0]).text

    assert page.partition('<form class="say-why"')[2].partition(">")[0].strip().endswith("hidden")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"conversation": "nope", "turn": "1", "useful": "no", "comment": "x" * 2_001}, 422),
        ({"conversation": "nope", "turn": "1", "useful": "yes"}, 404),
        ({"conversation": "nope", "turn": "x", "useful": "yes"}, 422),
        ({"conversation": "nope", "turn": "0", "useful": "yes"}, 422),
        ({"conversation": "nope", "turn": "1", "useful": "perhaps"}, 422),
        ({"conversation": "x" * 300, "turn": "1", "useful": "yes"}, 422),
        ({}, 422),
    ],
)
def test_wrong_feedback_is_refused(client: TestClient, form: dict[str, str], status: int) -> None:
    assert client.post("/feedback", data=form).status_code == status


def test_while_it_warms_up_the_question_is_kept_and_the_page_says_so() -> None:
    with visiting(House(held_back=True)) as client:
        start = client.get("/")
        asked = client.post("/ask", data={"question": "Kto?"})

    assert start.status_code == 200
    assert 'id="warmth"' in start.text
    assert asked.status_code == 503
    assert ">\nKto?</textarea>" in asked.text
    assert "still being loaded" in asked.text
    assert asked.headers["retry-after"]


def test_a_file_in_place_of_the_question_is_told_beside_the_box(client: TestClient) -> None:
    page = client.post("/ask", data={"question": "x"}, files={"question": ("a.txt", b"x")}, headers=_PL)

    assert page.status_code == 422
    assert "<h1" in page.text
    assert re.search(r'<p class="wrong" id="wrong" role="alert">Twoje.pytanie: [^<]+</p>', page.text)


def test_a_line_feed_counts_once_however_the_browser_sends_it(client: TestClient, house: House) -> None:
    question = "a\n" * 500 + "b" * 503
    answer = client.post("/ask", data={"question": question.replace("\n", "\r\n")})

    assert answer.status_code == 303, answer.text
    assert house.assistant.asked[0][0] == question


@pytest.mark.parametrize("talk", ["nope", "x" * 300])
def test_a_question_in_an_unknown_conversation_is_kept_for_a_new_one(client: TestClient, talk: str) -> None:
    page = client.post("/ask", data={"question": "kto koordynuje", "conversation": talk})

    assert page.status_code == 404
    assert ">\nkto koordynuje</textarea>" in page.text
    assert "Your next question begins a new one." in unescape(page.text).replace("\u00a0", " ")
    assert talk not in page.text


def test_an_empty_question_in_an_unknown_conversation_comes_back_with_the_box(client: TestClient) -> None:
    page = client.post("/ask", data={"question": "", "conversation": "nope"})

    assert page.status_code == 422
    assert '<p class="wrong" id="wrong" role="alert">Write a question' in page.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"--x\r\n\r\nbroken", "multipart/form-data; boundary=y", 400),
        (b"question=kto", "multipart/form-data", 400),
        (
            b'--x\r\nContent-Disposition: form-data; name="question"\r\n\r\nkto \\ud800\r\n--x--\r\n',
            "multipart/form-data; boundary=x; charset=unicode_escape",
            303,
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="question"\r\n\r\n\xff\xff\r\n--x--\r\n',
            "multipart/form-data; boundary=x; charset=undefined",
            400,
        ),
    ],
)
def test_a_form_that_is_broken_or_oddly_encoded_is_no_defect(
    client: TestClient, body: bytes, kind: str, status: int
) -> None:
    assert client.post("/ask", content=body, headers={"Content-Type": kind}).status_code == status


def test_a_fault_of_the_store_keeps_the_question_in_its_box(
    client: TestClient, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.assistant, "ask", _full)
    page = client.post("/ask", data={"question": "kto koordynuje"})

    assert page.status_code == 503
    assert ">\nkto koordynuje</textarea>" in page.text
    assert "the disk is full" in unescape(page.text).replace("\u00a0", " ")


def test_a_fault_of_the_store_is_told_before_a_stream_begins(
    client: TestClient, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = _ask(client, "kto").partition("#")[0]
    monkeypatch.setattr(house.library, "document", _full)

    assert client.get(f"{address}/turns/1/events").status_code == 503
