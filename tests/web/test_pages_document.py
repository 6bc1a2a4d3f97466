"""A document's page: pages of PDFs with their pictures, slides as cards, what was repaired."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from documents.imaging.slides import libreoffice
from tests.web.fakes import House, visiting
from tests.web.paper import CITED, damaged, held_deck, held_pdf, span_of

_PL = {"Accept-Language": "pl"}


def _leaf(page: str, number: int) -> str:
    """The section of one page or slide."""
    found = re.search(rf'<section class="leaf[^>]*id="page-{number}".*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def test_a_pdf_is_shown_page_by_page_each_with_its_picture_and_its_text(
    client: TestClient, house: House
) -> None:
    page = client.get(f"/documents/{held_pdf(house)}").text

    assert page.count('class="leaf-picture"') == 3
    assert "Chapter 2" in _leaf(page, 2)
    assert "Chapter 2" not in _leaf(page, 1) + _leaf(page, 3)
    assert 'src="/documents/mills.pdf/pages/2.png?width=960"' in _leaf(page, 2)
    assert 'aria-describedby="text-2"' in _leaf(page, 2)
    assert 'id="text-2"' in _leaf(page, 2)


def test_the_cited_words_are_marked_in_the_text_and_on_the_picture(client: TestClient, house: House) -> None:
    document = held_pdf(house)
    page = client.get(f"/documents/{document}?{span_of(document, CITED, house)}").text
    marks = [tuple(map(int, one)) for one in re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)"', page)]

    assert "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page)) == CITED
    assert page.count('id="cited"') == 1
    assert page.count("<rect") == _leaf(page, 2).count("<rect") == 2
    # 72 points of 595 from the left, the lines 150 and 165 points from above.
    assert all(abs(x - 1000 * 72 / 595) < 8 for x, *_ in marks)
    assert [round(y * 595 / 1000) // 15 for _, y, _ in marks] == [9, 10]


def test_a_long_document_is_shown_a_part_at_a_time_with_ways_to_the_rest(
    client: TestClient, house: House
) -> None:
    document = held_pdf(house, 45)
    first, last = client.get(f"/documents/{document}"), client.get(f"/documents/{document}?page=41")

    assert first.text.count('class="leaf-picture"') == 20
    assert 'href="/documents/mills.pdf?page=21#page-21">Pages 21–40<' in first.text
    assert last.text.count('class="leaf-picture"') == 5
    assert "Pages 21–40" in last.text
    assert "Pages 61" not in last.text


def test_a_citation_is_kept_while_its_document_is_leafed_through(client: TestClient, house: House) -> None:
    document = held_pdf(house, 45)
    asked = span_of(document, CITED, house)
    page = unescape(client.get(f"/documents/{document}?{asked}").text)

    assert f'href="/documents/mills.pdf?{asked}&page=21#page-21"' in page


@pytest.mark.parametrize("page", ["0", "4", "-1", "x", "²", "1.5", "99999999999999999999", "1 OR 1"])
def test_a_page_that_is_not_there_is_a_404(client: TestClient, house: House, page: str) -> None:
    answer = client.get(f"/documents/{held_pdf(house)}", params={"page": page}, headers=_PL)

    assert answer.status_code == 404
    assert "<h1>Nie ma takiej strony</h1>" in answer.text


def test_a_pdf_that_cannot_be_drawn_is_still_shown_as_text(client: TestClient, house: House) -> None:
    document = held_pdf(house)
    read, _ = house.library.files[document]
    house.library.hold(read, b"%PDF-1.4 nothing of it is left")
    page = client.get(f"/documents/{document}?{span_of(document, CITED, house)}")

    assert page.status_code == 200
    assert "leaf-picture" not in page.text
    assert CITED in page.text


def test_slides_are_cards_with_their_structure(client: TestClient, house: House) -> None:
    page = client.get(f"/documents/{held_deck(house)}").text

    assert "Slide 2 <span" in _leaf(page, 2)
    assert re.search(r"<h3[^>]*>Members</h3>", _leaf(page, 2))
    assert '<li class="level-0">millers</li>' in _leaf(page, 2)
    assert '<li class="level-1">of rye</li>' in _leaf(page, 2)
    assert '<th scope="col">Mill</th><th scope="col">Year</th>' in _leaf(page, 3)
    assert "<td>Granary</td><td>2003</td>" in _leaf(page, 3)


def test_notes_of_a_slide_are_set_apart_and_can_be_cited(client: TestClient, house: House) -> None:
    document = held_deck(house)
    page = client.get(f"/documents/{document}?{span_of(document, 'Say who they are.', house)}").text
    spoken = re.search(r'<aside class="spoken".*?</aside>', _leaf(page, 2), re.DOTALL)

    assert spoken
    assert '<mark id="cited" tabindex="-1">Say who they are.</mark>' in spoken[0]
    assert "slide 2, notes" in page


def test_markup_in_notes_repairs_and_rejected_text_is_text(client: TestClient, house: House) -> None:
    held_deck(house)
    damaged(house)
    for path in ("/documents/mills.pptx", "/documents/mills.pdf", "/documents/mills.pdf/reading"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "alert(1)" in page


def test_what_was_repaired_is_marked_with_what_stood_there(client: TestClient, house: House) -> None:
    page = unescape(client.get(f"/documents/{damaged(house)}").text)

    assert re.search(r'<span class="mended" id="(mended-\d+)" data-was="gra\ufffdary [^>]*>', page)
    assert re.search(r'<span class="unsure" id="mended-\d+" data-was="bake / take">bake</span>', page)
    assert re.search(r'<li><a href="#mended-\d+">granary</a>.*?<s>gra\ufffdary', page, re.DOTALL)
    assert "2 places that are damaged in the file" in page


def test_pages_that_were_not_read_as_clean_text_say_so(client: TestClient, house: House) -> None:
    page = client.get(f"/documents/{damaged(house)}", headers=_PL).text

    assert "flag" not in _leaf(page, 1)
    assert "tekst poprawiony" in _leaf(page, 2)
    assert "tekst wątpliwy" in _leaf(page, 3)


def test_without_libreoffice_there_is_no_choice_of_pictures(client: TestClient, house: House) -> None:
    page = client.get(f"/documents/{held_deck(house)}?view=picture").text

    assert 'class="views"' not in page
    assert "millers" in page


@pytest.fixture
def drawing(tmp_path: Path) -> Iterator[tuple[TestClient, House]]:
    """A client of a house that keeps pictures of slides."""
    if libreoffice() is None:
        pytest.skip("no LibreOffice: install it with `apt-get install libreoffice-impress`")
    house = House(pictures=tmp_path / "pictures")
    with visiting(house) as client:
        yield client, house


def test_slides_become_pictures_apart_from_the_request_and_go_with_their_document(
    drawing: tuple[TestClient, House],
) -> None:
    client, house = drawing
    document = held_deck(house)
    asked = f"/documents/{document}?view=picture&{span_of(document, 'of rye', house)}"
    first = client.get(asked).text
    slides = client.app.state.desk.gallery._slides  # type: ignore[attr-defined]
    slides._worker.submit(lambda: None).result(90)
    second = client.get(asked).text

    assert "Pictures of the slides are being made" in first
    assert "millers" in first
    assert second.count('class="leaf-picture"') == 3
    assert "<rect" in _leaf(second, 2)
    assert client.get("/documents/mills.pptx/pages/2.png?width=480").content.startswith(b"\x89PNG")
    assert len(list((house.pictures or Path()).iterdir())) == 1
    client.delete(f"/api/v1/documents/{document}", headers={"Authorization": "Bearer staff-token"})
    assert list((house.pictures or Path()).iterdir()) == []
