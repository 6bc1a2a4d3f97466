"""Documents in pages and slides, really read, for the tests of their pages."""

from dataclasses import replace
from io import BytesIO

from fpdf import FPDF
from pptx import Presentation

from documents.model import Document, Repair, Sheet, Span
from documents.read import read_document
from tests.web.fake_library import HOSTILE
from tests.web.fakes import House

# On the second page, in two lines.
CITED = "The office stands in an old granary beside the canal, and its members grind and bake there daily."


def pdf(pages: int = 3) -> bytes:
    """A PDF; its second page holds the cited words, the others a sentence with their number."""
    made = FPDF(unit="pt", format="A4")
    for number in range(1, pages + 1):
        made.add_page()
        made.set_font("Helvetica", "B", 20)
        made.text(72, 90, f"Chapter {number}")
        made.set_font("Helvetica", size=12)
        made.text(72, 130, f"This is what page {number} tells of the mills and of those who keep them.")
        if number == 2:
            made.text(72, 150, CITED[:61])
            made.text(72, 165, CITED[61:].strip())
    return bytes(made.output())


def deck() -> bytes:
    """Three slides: a title, nested bullets with notes, and a table."""
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "Mills"
    second = made.slides.add_slide(made.slide_layouts[1])
    second.shapes.title.text = "Members"
    frame = second.placeholders[1].text_frame
    frame.text = "millers"
    below = frame.add_paragraph()
    below.text, below.level = "of rye", 1
    second.notes_slide.notes_text_frame.text = f"Say who they are. {HOSTILE}"
    third = made.slides.add_slide(made.slide_layouts[5])
    third.shapes.title.text = "Years"
    table = third.shapes.add_table(2, 2, 914400, 1828800, 5486400, 914400).table
    for at, text in enumerate(("Mill", "Year", "Granary", "2003")):
        table.cell(at // 2, at % 2).text = text
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def held_pdf(house: House, pages: int = 3) -> str:
    """The id of the PDF in the house."""
    return house.library.hold(read_document("mills.pdf", pdf(pages)), pdf(pages))


def held_deck(house: House) -> str:
    return house.library.hold(read_document("mills.pptx", deck()), deck())


def damaged(house: House) -> str:
    """The id of the PDF as if letters of its second page had been lost, and its third were a scan."""
    read = read_document("mills.pdf", pdf())
    at = read.text.index("granary")
    either = read.text.index("bake")
    repairs = (
        Repair(Span(at, at + 7), f"gra\ufffdary {HOSTILE}"),
        Repair(Span(either, either + 4), "bake", ("bake", "take")),
    )
    sheets = (
        Sheet(1, words=16),
        Sheet(
            2, verdict="repaired", reasons=("lost_letters", "unsure_words"), words=40, repaired=1, unsure=1
        ),
        Sheet(3, verdict="doubtful", reasons=("unreadable",), words=16, rejected=HOSTILE),
    )
    return house.library.hold(replace(read, repairs=repairs, sheets=sheets, cut=(HOSTILE,)), pdf())


def span_of(document: Document | str, words: str, house: House) -> str:
    """The query that marks words of a document that the house holds."""
    text = house.library.text(document) if isinstance(document, str) else document.text
    at = text.index(words)
    return f"start={at}&end={at + len(words)}"
