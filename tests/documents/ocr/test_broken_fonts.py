"""Pages that show well and whose fonts tell wrong letters: OCR reads what is seen."""

import re
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from documents.limits import Limits, within
from documents.model import Document
from documents.read import read_document
from tests.documents.ocr.scans import Print, needs_tesseract

PROSE = (
    "Młynarze z Żuław mielą żyto i pszenicę, a wiatraki stoją tuż nad kanałem. Spółka dzierżawi łąki i pięć "
    "spichlerzy; każdy członek płaci składkę."
)


def broken(letters: str) -> bytes:
    """A PDF whose font says that it does not know some of its letters."""
    paper = Print()
    paper.write_text(PROSE)
    writer = PdfWriter(clone_from=BytesIO(bytes(paper.output())))
    for entry in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        font = entry.get_object()
        told = font["/ToUnicode"].get_object().get_data().decode("latin-1")
        for letter in letters:
            told = re.sub(rf"(<\w+>\s*)<{ord(letter):04X}>", r"\1<FFFD>", told, flags=re.IGNORECASE)
        stream = StreamObject()
        stream.set_data(told.encode("latin-1"))
        font[NameObject("/ToUnicode")] = stream
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def read(letters: str, limits: Limits) -> Document:
    with within(limits):
        return read_document("broken.pdf", broken(letters))


@needs_tesseract
def test_a_page_with_many_lost_letters_is_read_by_ocr_and_keeps_what_it_said() -> None:
    document = read("łąęśćżóŻ", Limits(ocr="auto"))

    assert document.text == PROSE
    assert (document.sheets[0].verdict, document.repairs) == ("ocr", ())
    assert "M\ufffdynarze" in document.sheets[0].rejected


@pytest.mark.parametrize(
    ("letters", "limits"),
    [("łąęśćżóŻ", Limits(ocr="off")), ("ó", Limits(ocr="auto"))],
    ids=["no OCR", "few lost"],
)
def test_without_ocr_and_where_few_letters_are_lost_they_are_put_back(letters: str, limits: Limits) -> None:
    document = read(letters, limits)

    assert document.sheets[0].method == "text"
    assert any("Spółka" in document.quote(repair.span) for repair in document.repairs)
