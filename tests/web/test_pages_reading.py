"""How a document was read, as people and programs are told."""

import re
from dataclasses import replace
from html import unescape

import pytest
from fastapi.testclient import TestClient

from documents.model import Sheet
from tests.web.fake_library import HOSTILE
from tests.web.fakes import House
from tests.web.paper import damaged, held_deck

_PL = {"Accept-Language": "pl"}


def test_every_page_has_its_verdict_with_reasons_and_counts(client: TestClient, house: House) -> None:
    page = client.get(f"/documents/{damaged(house)}/reading", headers=_PL).text.replace("\u00a0", " ")
    rows = re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", page, re.DOTALL)

    assert len(rows) == 3
    assert "tekst czysty" in rows[0]
    assert "tekst poprawiony" in rows[1]
    assert "Przywrócono litery, których plik nie podaje." in rows[1]
    assert "tekst wątpliwy" in rows[2]


def test_repairs_are_shown_before_and_after_in_their_line(client: TestClient, house: House) -> None:
    page = unescape(client.get(f"/documents/{damaged(house)}/reading").text)

    assert re.search(r"in an old <del>gra\ufffdary [^\n]*</del> beside the canal", page)
    assert "in an old <ins>granary</ins> beside the canal" in page
    assert "grind and <b>bake</b> there" in page
    assert "bake / take" in page


def test_a_change_leads_to_its_place_in_the_text(client: TestClient, house: House) -> None:
    page = client.get(f"/documents/{damaged(house)}/reading").text
    link = re.findall(r'class="there"><a href="([^"]+)"', page)[0]

    assert '<mark id="cited"' in client.get(unescape(link)).text


def test_what_was_rejected_and_cut_is_shown_as_text(client: TestClient, house: House) -> None:
    page = client.get(f"/documents/{damaged(house)}/reading").text

    assert "<script>alert" not in page
    assert unescape(page).count(HOSTILE) >= 2
    assert "1 line was left out" in page


def test_slides_are_called_slides(client: TestClient, house: House) -> None:
    assert "Slide 3" in client.get(f"/documents/{held_deck(house)}/reading").text


@pytest.mark.parametrize("path", ["/documents/nope/reading", "/api/v1/documents/nope/reading"])
def test_a_document_that_is_not_held_is_a_404(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_programs_are_told_the_same(client: TestClient, house: House) -> None:
    document = damaged(house)
    told = client.get(f"/api/v1/documents/{document}/reading").json()
    text = client.get(f"/api/v1/documents/{document}/text").text
    first, second, third = told["pages"]

    assert (first["verdict"], first["reasons"], first["repairs"]) == ("clean", [], [])
    assert second["reasons"] == ["lost_letters", "unsure_words"]
    repair, left = second["repairs"]
    assert text[repair["start"] : repair["end"]] == repair["text"] == "granary"
    assert (left["original"], left["readings"]) == ("bake", ["bake", "take"])
    assert third["rejected"] == HOSTILE
    assert told["cut"] == [HOSTILE]


def test_a_document_read_before_that_was_kept_says_how_to_have_it(client: TestClient, house: House) -> None:
    document = damaged(house)
    read, content = house.library.files[document]
    house.library.hold(replace(read, sheets=()), content)
    page = client.get(f"/documents/{document}/reading").text

    assert "rebuild --read" in page


def test_many_clean_pages_in_a_row_are_told_of_in_one_line(client: TestClient, house: House) -> None:
    document = damaged(house)
    read, content = house.library.files[document]
    clean = tuple(Sheet(number, words=10) for number in range(1, 1900))
    last = Sheet(1900, verdict="doubtful", reasons=("no_time",), words=3)
    document = house.library.hold(
        replace(read, repairs=(), cut=(), sheets=(*clean, last), pages=1900), content
    )
    page = client.get(f"/documents/{document}/reading").text

    assert len(page) < 50_000
    assert re.search(r"Pages 1–1,?899</a>", page)
    assert "18,990" in page
    assert re.search("Page 1,?900", page)
