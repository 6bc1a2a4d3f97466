"""What is said of a document's file and pages before its text: in the language of the page."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from documents.model import Format, Reason, Sheet
from index.model import StoredDocument
from tests.web.fakes import House
from tests.web.paper import damaged
from web.cautions import Caution, cautions
from web.i18n import texts


def _held(house: House, *warnings: str, form: Format = "pdf", pages: int = 1) -> StoredDocument:
    return replace(house.library.documents()[0], warnings=warnings, format=form, pages=pages)


def _sheets(*reasons: tuple[Reason, ...]) -> tuple[Sheet, ...]:
    return tuple(Sheet(number, reasons=each) for number, each in enumerate(reasons, start=1))


@pytest.mark.parametrize(
    ("reader", "polish", "english"),
    [
        (
            "the file is damaged; what could be read was kept",
            "Plik jest uszkodzony; zachowano to, co dało się odczytać.",
            "The file is damaged; what could be read was kept.",
        ),
        (
            "it holds macros, which are never run",
            "Plik zawiera makra, których nigdy się nie uruchamia.",
            "The file holds macros, which are never run.",
        ),
    ],
)
def test_what_a_reader_says_of_a_file_is_told_in_both_languages(
    house: House, reader: str, polish: str, english: str
) -> None:
    held = _held(house, reader)

    assert [one.words.replace("\u00a0", " ") for one in cautions(held, (), texts("pl"))] == [polish]
    assert [one.words for one in cautions(held, (), texts("en"))] == [english]


def test_pages_are_told_by_their_sheets_and_not_in_the_reader_s_words(house: House) -> None:
    held = _held(house, "pages 1-2, 4: a picture in which OCR found no text")
    sheets = _sheets(("no_text", "ocr_failed"), ("no_text", "ocr_failed"), (), ("no_text", "ocr_failed"))

    assert cautions(held, sheets, texts("en")) == (Caution("Pages 1–2, 4", texts("en")("reason.ocr_failed")),)
    assert [one.where for one in cautions(held, sheets, texts("pl"))] == ["Strony 1–2, 4"]


def test_slides_are_called_slides_and_a_text_of_one_page_has_none(house: House) -> None:
    sheets = _sheets((), ("hidden",))

    assert [one.where for one in cautions(_held(house, form="pptx"), sheets, texts("pl"))] == ["Slajd 2"]
    assert cautions(_held(house, form="text"), _sheets(("unreadable",)), texts("en"))[0].where == ""
    fed = _held(house, form="text", pages=2)
    assert cautions(fed, _sheets(("unreadable",), ()), texts("en"))[0].where == "Page 1"


def test_what_was_put_right_is_no_cause_for_caution(house: House) -> None:
    assert cautions(_held(house), _sheets(("lost_letters", "torn_words")), texts("pl")) == ()


def test_pages_read_before_sheets_were_kept_are_told_in_words_too(house: House) -> None:
    held = _held(house, "page 2: no text, probably a scan", "slide 7: hidden in the show")

    assert [one.where for one in cautions(held, (), texts("pl"))] == ["Strona 2", "Slajd 7"]
    assert [one.words for one in cautions(held, (), texts("en"))] == [
        "No text was read here; it may be a picture of text.",
        "The slide is hidden in the show.",
    ]


def test_a_line_nobody_knows_stands_as_it_is(house: House) -> None:
    assert cautions(_held(house, "page 2: <b>odd</b>"), (), texts("pl")) == (
        Caution("", "page 2: <b>odd</b>"),
    )


def test_a_document_s_page_tells_them_in_its_language(client: TestClient, house: House) -> None:
    path = f"/documents/{damaged(house)}"

    polish = client.get(path, headers={"Accept-Language": "pl"}).text.replace("\u00a0", " ")
    assert "<strong>Strona 3.</strong> Są znaki, które nie są literami" in polish
    assert "<strong>Page 3.</strong> There are signs that are no letters" in client.get(path).text
