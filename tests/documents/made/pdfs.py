"""PDFs as programs write them, made with fpdf2 in a font that has Polish letters."""

from io import BytesIO
from pathlib import Path

import font_lato
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.documents.made.prose import JOINING, MILLS, WINDMILLS, YEARS

_FONTS = Path(font_lato.__file__).parent / "files"


class Sheet(FPDF):
    """A PDF whose text is Lato."""

    def __init__(self) -> None:
        super().__init__()
        self.add_font("Lato", "", _FONTS / "Lato-Regular.ttf")
        self.add_font("Lato", "B", _FONTS / "Lato-Bold.ttf")
        self.set_margin(20)

    def say(self, text: str, size: int = 11, style: str = "", width: float = 0) -> None:
        self.set_font("Lato", style, size)
        self.multi_cell(width, size * 0.5, text, align="L", new_x="LEFT", new_y="NEXT")
        self.ln(3)


class Headed(Sheet):
    """Pages with a running head and a page number."""

    def header(self) -> None:
        self.set_font("Lato", "", 8)
        self.cell(0, 8, "Kwartalnik Młynarski 2/2024", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Lato", "", 8)
        self.cell(0, 8, f"Strona {self.page_no()} z {{nb}}", align="C")


def plain() -> bytes:
    sheet = Sheet()
    sheet.add_page()
    sheet.say("Młyny Doliny Żółtej", 20, "B")
    sheet.say(MILLS)
    sheet.say("Jak wstąpić", 14, "B")
    sheet.say(JOINING)
    return bytes(sheet.output())


def two_columns() -> bytes:
    """The left column, then the right one, whatever stands at the same height."""
    sheet = Sheet()
    sheet.add_page()
    sheet.say("Dwie szpalty", 20, "B")
    top = sheet.get_y()
    for left, texts in ((20, (MILLS, JOINING)), (110, (YEARS, WINDMILLS))):
        sheet.set_xy(left, top)
        for text in texts:
            sheet.set_x(left)
            sheet.say(text, 10, width=80)
    return bytes(sheet.output())


def sidebar() -> bytes:
    """A box beside the text, drawn before it."""
    sheet = Sheet()
    sheet.add_page()
    sheet.set_fill_color(230, 240, 230)
    sheet.rect(145, 55, 48, 90, style="F")
    for at, line in enumerate(
        ("Kontakt", "Młyn nad Kanałem", "ul. Młyńska 7, 12-345 Żółte", "tel. 18 555 01 02")
    ):
        sheet.set_xy(148, 60 + 8 * at)
        sheet.say(line, 8, width=44)
    sheet.set_xy(20, 30)
    sheet.say("Broszura młynarza", 20, "B", width=120)
    for text in (MILLS, JOINING, YEARS):
        sheet.set_x(20)
        sheet.say(text, 10, width=115)
    return bytes(sheet.output())


def chapter_heads() -> bytes:
    """The name of the chapter, another on each page, stands beside the page's number."""
    sheet = Sheet()
    for name, text in (("Młyny", MILLS), ("Wstąpienie", JOINING), ("Lata", YEARS), ("Wiatraki", WINDMILLS)):
        sheet.add_page()
        sheet.set_font("Lato", "", 8)
        sheet.text(20, 12, f"Rozdział o tym: {name}")
        sheet.text(185, 12, str(sheet.page_no() + 6))
        sheet.say(text)
    return bytes(sheet.output())


def footnotes() -> bytes:
    """A note under a short rule, called by a raised figure."""
    sheet = Sheet()
    sheet.add_page()
    sheet.say(MILLS)
    sheet.set_font("Lato", "", 11)
    sheet.write(6, "Spichlerz odnowiono w roku 2021")
    sheet.char_vpos = "SUP"
    sheet.write(6, "1")
    sheet.char_vpos = "LINE"
    sheet.write(6, " za pieniądze gminy.")
    sheet.set_y(20)
    sheet.line(20, 262, 60, 262)
    sheet.set_xy(20, 264)
    sheet.set_font("Lato", "", 8)
    sheet.char_vpos = "SUP"
    sheet.write(4, "1")
    sheet.char_vpos = "LINE"
    sheet.write(4, " Uchwała rady gminy Żółte z 3 marca.")
    return bytes(sheet.output())


def table_over_pages() -> bytes:
    """A numbered table over two pages, its heads of two rows repeated on the second."""
    sheet = Sheet()
    sheet.add_page()
    sheet.say("Lista wniosków", 16, "B")
    sheet.set_font("Lato", "", 10)
    with sheet.table(num_heading_rows=2, col_widths=(10, 50, 30, 30)) as drawn:
        top, low = drawn.row(), drawn.row()
        for cell, rows, columns in (("Lp.", 2, 1), ("Młyn", 2, 1), ("Kwota w złotych", 1, 2)):
            top.cell(cell, rowspan=rows, colspan=columns)
        for cell in ("wnioskowana", "przyznana"):
            low.cell(cell)
        for at in range(1, 41):
            row = drawn.row()
            for cell in (f"{at}.", f"Młyn Żytni {at}", f"{at + 10} 000", f"{at + 5} 000"):
                row.cell(cell)
    return bytes(sheet.output())


def running_heads() -> bytes:
    sheet = Headed()
    for text in (MILLS, JOINING, YEARS):
        sheet.add_page()
        sheet.say(text)
    return bytes(sheet.output())


def table() -> bytes:
    sheet = Sheet()
    sheet.add_page()
    sheet.say("Członkowie", 16, "B")
    sheet.set_font("Lato", "", 10)
    with sheet.table() as drawn:
        for cells in (
            ("Młyn", "Gmina", "Rok wstąpienia"),
            ("Pod Lipą", "Żółte", "2019"),
            ("Nad Kanałem", "Świerki", "2021"),
            ("Stary Wiatrak", "Łąki", "2023"),
        ):
            row = drawn.row()
            for cell in cells:
                row.cell(cell)
    return bytes(sheet.output())


def bullets() -> bytes:
    sheet = Sheet()
    sheet.add_page()
    sheet.say("Członkowie klastra", 16, "B")
    sheet.say("Do klastra należą:")
    for indent, text in ((25, "młyny żytnie"), (35, "w gminie Żółte"), (25, "piekarnie")):
        sheet.set_x(indent)
        sheet.say(f"• {text}")
    return bytes(sheet.output())


def empty_between() -> bytes:
    """A page with nothing on it between two with text."""
    sheet = Sheet()
    sheet.add_page()
    sheet.say(MILLS)
    sheet.add_page()
    sheet.add_page()
    sheet.say(JOINING)
    return bytes(sheet.output())


def pages_without_text() -> bytes:
    """Pages with no text of their own, each for another reason: contents, white, the end of a sentence."""
    sheet = Sheet()
    for what in ("text", "contents", "white", "broken off", "its end"):
        sheet.add_page()
        if what == "text":
            sheet.say(MILLS)
        elif what == "contents":
            sheet.say("\n".join(f"{part} {'.' * 60} {at}" for at, part in enumerate(("Młyny", "Rada"), 3)))
        elif what == "broken off":
            sheet.set_y(250)
            sheet.say(YEARS + " A potem rada postanowiła, że każdy młyn, który miele zboże dla piekarni,")
        elif what == "its end":
            sheet.say("dostanie nowy kamień.")
    return bytes(sheet.output())


def no_text() -> bytes:
    sheet = Sheet()
    sheet.add_page()
    sheet.rect(20, 20, 100, 100)
    return bytes(sheet.output())


def scan() -> bytes:
    """A page that is a picture of text."""
    font = ImageFont.truetype(str(_FONTS / "Lato-Regular.ttf"), 44)
    picture = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(("Klaster Młynów", "skupia czterdzieści młynów", "i dwie szkoły nad kanałem.")):
        draw.text((160, 200 + 80 * at), line, font=font, fill=0)
    sheet = Sheet()
    sheet.add_page()
    sheet.image(picture, 0, 0, 210, 297)
    return bytes(sheet.output())


def encrypted() -> bytes:
    return _locked("klucz")


def owner_locked() -> bytes:
    """It may not be printed or copied, but opens without a password."""
    return _locked("")


def truncated() -> bytes:
    """Cut in the middle of its only page's text."""
    return plain()[:1500]


def cut_short() -> bytes:
    """Its end, with the table of its objects, was lost."""
    whole = running_heads()
    return whole[: whole.rindex(b"xref")]


def with_junk_before() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + plain()


def many_pages() -> bytes:
    """2,001 pages, one more than are read."""
    writer = PdfWriter()
    page = PdfReader(BytesIO(plain())).pages[0]
    kept = writer.add_page(page)
    for _ in range(2_000):
        writer.add_page(kept)
    return _written(writer)


def script() -> bytes:
    """A script that runs when it is opened, an attached file, and a form's field."""
    writer = PdfWriter(clone_from=BytesIO(plain()))
    runs = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('skrypt w pliku');")}
    action = DictionaryObject({NameObject(name): value for name, value in runs.items()})
    writer.root_object[NameObject("/OpenAction")] = action
    writer.add_attachment("zalacznik.txt", "Treść załącznika nie należy do dokumentu.".encode())
    return _written(writer)


def _locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(plain()))
    writer.encrypt(password, "wlasciciel", algorithm="AES-256")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
