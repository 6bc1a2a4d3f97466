"""What was read out of a document, for staff."""

from fastapi.testclient import TestClient

from tests.web.fake_library import HOSTILE
from tests.web.paper import deck, pdf
from tests.web.staff.conftest import StaffHouse

PAGE = """
<html><head><title>Klaster Młynarski</title></head><body>
<nav><a href="/">Strona główna</a> <a href="/k">Kontakt</a></nav>
<article><h1>Klaster Młynarski</h1>
<p>Klaster Młynarski z siedzibą w Kielcach skupia młyny. Koordynatorem klastra jest Fundacja Żarna.</p>
<p>Klaster powstał w 2011 roku i prowadzi laboratorium mąki, z którego korzystają wszystkie piekarnie.</p>
</article>
<footer>Koordynator klastra: Fundacja Żarna. Wszelkie prawa zastrzeżone.</footer>
</body></html>
"""


def _held(house: StaffHouse) -> str:
    return house.add("mlyn.html", PAGE)


def test_the_document_stands_beside_its_passages_sentences_and_facts(
    house: StaffHouse, staff: TestClient
) -> None:
    page = staff.get(f"/staff/documents/{_held(house)}/read").text

    assert page.count("Koordynatorem klastra jest Fundacja Żarna.") >= 2
    assert 'class="stated"' in page
    assert "Wszelkie prawa zastrzeżone." in page


def test_a_question_is_answered_by_this_document_alone(house: StaffHouse, staff: TestClient) -> None:
    house.add("inny.txt", "Klaster Wełniany powstał w Łodzi. Koordynatorem klastra jest Fundacja Kądziel.")
    document = _held(house)
    here = staff.get(
        f"/staff/documents/{document}/read", params={"q": "Kto koordynuje Klaster Młynarski?"}
    ).text
    elsewhere = staff.get(
        f"/staff/documents/{document}/read", params={"q": "Kto koordynuje Klaster Wełniany?"}
    ).text

    assert "Fundacja Żarna" in here.partition('id="answer"')[2].partition("</section>")[0]
    assert "Kądziel" not in elsewhere
    with house.store.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM turns").fetchone()[0] == 0


def test_a_question_too_long_is_said_so_on_the_page(house: StaffHouse, staff: TestClient) -> None:
    answer = staff.get(f"/staff/documents/{_held(house)}/read", params={"q": "x" * 5_000})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_line_that_was_cut_comes_back_and_is_cut_again(house: StaffHouse, staff: TestClient) -> None:
    document = _held(house)
    (line,) = (one for one in house.store.cut(document) if "prawa" in one)
    back = staff.post(f"/staff/documents/{document}/lines", data={"keep": line})
    kept = house.store.text(document)
    again = staff.post(f"/staff/documents/{document}/lines", data={"drop": line})

    assert back.headers["location"].endswith("?done=1#cut")
    assert line in kept
    assert again.status_code == 303
    assert line not in house.store.text(document)
    told = house.store.audit.records(by="Stefan", about="document")
    assert [one.action.partition(".")[2] for one in told] == [
        *("read_again", "lines_cut"),
        *("read_again", "lines_kept"),
    ]


def test_no_line_and_a_line_that_is_none_are_refused(house: StaffHouse, staff: TestClient) -> None:
    document = _held(house)
    nothing = staff.post(f"/staff/documents/{document}/lines")
    foreign = staff.post(f"/staff/documents/{document}/lines", data={"keep": "Nie ma takiego."})

    assert (nothing.status_code, foreign.status_code) == (422, 422)
    assert house.store.wanted.of(document) == ()


def test_an_unknown_document_is_a_404(staff: TestClient) -> None:
    assert staff.get("/staff/documents/nothing/read").status_code == 404
    assert staff.post("/staff/documents/nothing/lines", data={"keep": "x"}).status_code == 404


def test_pages_have_their_pictures_and_slides_their_text(house: StaffHouse, staff: TestClient) -> None:
    outcomes = [
        house.app.state.desk.engine().keeper.add(name, content, by="Stefan")
        for name, content in (("mills.pdf", pdf(25)), ("mills.pptx", deck()))
    ]
    pages, slides = (staff.get(f"/staff/documents/{one.document}/read").text for one in outcomes)
    later = staff.get(f"/staff/documents/{outcomes[0].document}/read?page=21").text

    assert f"/documents/{outcomes[0].document}/pages/2.png" in pages
    assert 'href="?page=21"' in pages
    assert "what page 24 tells" in later
    assert 'id="page-2"' in slides
    assert "of rye" in slides
    assert staff.get(f"/staff/documents/{outcomes[0].document}/read?page=77").status_code == 404


def test_markup_in_a_document_is_text_here_too(house: StaffHouse, staff: TestClient) -> None:
    document = house.add(
        "hostile.txt", f"{HOSTILE}\n\nThe secret is {HOSTILE} indeed.\n\n• {HOSTILE}\n• a | b"
    )
    page = staff.get(f"/staff/documents/{document}/read", params={"q": HOSTILE}).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "{{ 7 * 7 }}" in page
