"""The library's pages."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from tests.web.fake_library import HOSTILE, TEXTS
from tests.web.fakes import House, visiting

_PL = {"Accept-Language": "pl"}


def test_the_library_lists_every_document(client: TestClient) -> None:
    page = unescape(client.get("/documents").text)

    for title, *_ in TEXTS.values():
        assert title in page
    assert "4 documents" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [("MINATECH", 1), ("slaskich", 0), ("wojewodztw", 1), ("gala 2023", 1), ("example.org", 3)],
)
def test_the_filter_ignores_case_and_diacritics(client: TestClient, words: str, found: int) -> None:
    page = client.get("/documents", params={"q": words}).text

    assert page.count("<h2") == found


def test_a_filter_that_finds_nothing_says_so_and_is_shown_as_text(client: TestClient) -> None:
    page = client.get("/documents", params={"q": HOSTILE + "x"}).text

    assert "No document matches" in page
    assert "<script>alert" not in page


def test_of_very_many_documents_the_first_are_listed(client: TestClient, house: House) -> None:
    for number in range(600):
        house.library.texts[f"d{number}"] = (f"Title {number}", "en", f"{number}.txt", "Text.")
    page = client.get("/documents", params={"q": "title"}).text

    assert page.count("<h2") == 500
    assert "600 documents" in page
    assert "The first 500 are shown" in page


def test_an_empty_library_says_so() -> None:
    with visiting(House(empty=True)) as client:
        assert "The library is empty." in client.get("/documents").text


def test_a_document_reads_as_an_article(client: TestClient) -> None:
    page = client.get("/documents/minatech", headers=_PL).text

    assert re.search(r'<article class="paper" lang="pl">', page)
    assert '<h2 id="at-' in page
    assert '<li class="level-0">województwo małopolskie,</li>' in page
    assert "<td>Koordynator</td><td>Politechnika Krakowska</td>" in page
    assert "9\u00a0stycznia\u00a02023" in page


def test_a_heading_that_repeats_the_title_is_left_out_unless_it_is_cited(client: TestClient) -> None:
    plain = client.get("/documents/minatech").text
    cited = client.get("/documents/minatech", params={"start": 0, "end": 8}).text

    assert 'id="at-0"' not in plain
    assert '<h2 id="at-0"><mark id="cited"' in cited


def test_numbered_items_keep_their_numbers_and_get_no_second_sign(client: TestClient, house: House) -> None:
    house.library.texts["steps"] = ("Steps", "en", "steps.txt", "Steps\n\n1. Ask.\n2. Read.\n• Rest.")
    page = client.get("/documents/steps").text

    assert '<li class="level-0 numbered">1. Ask.</li>' in page
    assert '<li class="level-0">Rest.</li>' in page


def test_a_cited_span_over_several_lines_has_one_place_to_scroll_to(client: TestClient) -> None:
    page = client.get("/documents/minatech", params={"start": 10, "end": 400}).text

    assert page.count("<mark") > 2
    assert page.count('id="cited"') == 1


@pytest.mark.parametrize(
    ("start", "end"), [("5", "2"), ("0", "999999"), ("x", "y"), ("-1", "5"), ("", "5"), ("²", "5")]
)
def test_a_span_that_the_text_has_not_is_told_and_the_text_shown(
    client: TestClient, start: str, end: str
) -> None:
    page = client.get("/documents/minatech", params={"start": start, "end": end})

    assert page.status_code == 200
    assert 'class="notice"' in page.text
    assert "<mark" not in page.text


@pytest.mark.parametrize("path", ["/documents/nope", "/documents/nope/original"])
def test_an_unknown_document_is_a_404(client: TestClient, path: str) -> None:
    page = client.get(path, headers=_PL)

    assert page.status_code == 404
    assert "<h1>Nie ma takiego dokumentu</h1>" in page.text


def test_an_answers_citations_can_be_walked(client: TestClient) -> None:
    talk = client.post("/ask", data={"question": "Które klastry mają status KKK?"}).headers["location"]
    page = client.get(talk).text
    second = unescape(re.findall(r'<a class="quoted" href="([^"]+)"', page)[1])
    source = client.get(second).text
    before = re.search(r'rel="prev" href="([^"]+)"', source)
    after = re.search(r'rel="next" href="([^"]+)"', source)

    assert "Citation 2 of 5" in source
    assert before
    assert after
    assert "Citation 1 of 5" in client.get(unescape(before[1])).text
    assert "Citation 3 of 5" in client.get(unescape(after[1])).text
    assert talk in source


@pytest.mark.parametrize("turn", ["nope.1", "x", ".", "nope.99", "a.b.c"])
def test_a_source_shared_without_its_conversation_still_opens(client: TestClient, turn: str) -> None:
    page = client.get("/documents/kkk", params={"start": 0, "end": 4, "turn": turn})

    assert page.status_code == 200
    assert 'id="cited"' in page.text


def test_warnings_of_a_document_are_shown(client: TestClient) -> None:
    assert "Litery w pliku były uszkodzone" in client.get("/documents/kkk").text


def test_markup_in_a_document_is_text(client: TestClient) -> None:
    for page in (client.get("/documents/hostile").text, client.get("/documents").text):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "javascript:" not in page
        assert "{{ 7 * 7 }}" in unescape(page)


def test_the_original_is_downloaded_and_never_shown(client: TestClient) -> None:
    answer = client.get("/documents/hostile/original")

    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename=\"a__strange__name__.txt\"; filename*=UTF-8''a%20%22")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.content == TEXTS["hostile"][3].encode()


@pytest.mark.parametrize("text", ["Minatech\n\n" + "Zupełnie inne słowa. " * 40, "Minatech\n\nKrótko."])
def test_a_document_replaced_after_it_was_cited_marks_nothing_and_says_so(
    client: TestClient, house: House, text: str
) -> None:
    talk = client.post("/ask", data={"question": "Kto koordynuje Minatech?"}).headers["location"]
    link = unescape(re.findall(r'<a class="marker" href="([^"]+)"', client.get(talk).text)[0])
    title, language, file, _ = house.library.texts["minatech"]
    house.library.texts["minatech"] = (title, language, file, text)
    english, polish = client.get(link), client.get(link, headers=_PL)

    for page in (english, polish):
        assert page.status_code == 200
        assert "<mark" not in page.text
        assert talk in page.text
    assert "has been replaced since this answer" in english.text
    assert "zmieniono po udzieleniu tej odpowiedzi" in polish.text
