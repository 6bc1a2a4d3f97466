"""A text and a deck made as staff make them, with the lines that must be read out of them in order."""

from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.documents.office import saved

PARAGRAPHS = (
    "Klaster Młynów Dolnego Fenlandu łączy czterdziestu dwóch młynarzy, dwie szkoły i piekarnię, która "
    "działa od 1998 roku w Żarnowie nad kanałem.",
    "Koordynatorem jest Spółdzielnia Wiatrak, a jej prezeską od 3 maja 2021 r. – Anna Młynarz, która "
    "zastąpiła Jana Żarnę; współpracę wspiera gmina.",
    "W roku 2031 klaster podpisał umowę o wartości 1,2 mln zł na remont ośmiu wiatraków, czterech "
    "młynów wodnych i jednej kaszarni w Mące Górnej.",
    "Zgłoszenia przyjmuje biuro klastra w Żarnowie przy ul. Mącznej 7, w dni robocze od 8.00 do 16.00, oraz "
    "telefonicznie pod numerem 600 000 000.",
)
STEPS = ("wypełnij wniosek,", "dołącz opis młyna:", "podpisz umowę,", "wpłać składkę.")
PARTS = ("z mocą w kilowatach,", "z rokiem budowy,")
TABLE = (
    ("Runda", "Klaster", "Status ważny do", "Reprezentant"),
    ("I", "Klaster Młynów", "31 grudnia 2031 r.", "Spółdzielnia Wiatrak"),
    ("I", "Klaster Pieców", "30 czerwca 2032 r.", "Fundacja Chleb"),
    ("II", "Klaster Kanałów", "15 marca 2033 r.", "Stowarzyszenie Śluza"),
)
CARD = (("Nazwa:", "Klaster Młynów"), ("Siedziba:", "Żarnów"), ("Rok założenia:", "1998"), ("Firmy:", "42"))


def _row(cells: tuple[str, ...]) -> str:
    return " | ".join(cells)


def _numbering(made: Any) -> None:
    """A list of two levels, "1." and "a)", as number 77."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for at, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "%2)")))
    )
    root = made.part.numbering_part.element
    form = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
    root.insert(0, parse_xml(f"{form}{levels}</w:abstractNum>"))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _numbered(made: Any, text: str, level: int) -> None:
    paragraph = made.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    )


def _table(made: Any, rows: tuple[tuple[str, ...], ...]) -> Any:
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for y, cells in enumerate(rows):
        for x, text in enumerate(cells):
            table.cell(y, x).text = text
    return table


def article() -> tuple[bytes, list[str]]:
    """A Word file with headings, lists of two levels, two tables, columns, a header and a footer."""
    made, lines = Document(), list[str]()

    def say(text: str, style: str | None = None, sign: str = "") -> None:
        made.add_paragraph(text, style=style)
        lines.append(f"{sign}{text}")

    say("Młyny Dolnego Fenlandu", "Title")
    say("Kto tworzy klaster", "Heading 1")
    say(PARAGRAPHS[0])
    say(PARAGRAPHS[1])
    say("Jak przystąpić", "Heading 2")
    say("Kolejno:")
    _numbering(made)
    signs = iter(("1. ", "2. ", "a) ", "b) ", "3. ", "4. "))
    for step in STEPS:
        _numbered(made, step, 0)
        lines.append(f"{next(signs)}{step}")
        for part in PARTS if step.endswith(":") else ():
            _numbered(made, part, 1)
            lines.append(f"{next(signs)}{part}")
    say("Statusy", "Heading 1")
    table = _table(made, TABLE)
    table.cell(2, 0).text = ""
    table.cell(1, 0).merge(table.cell(2, 0))
    lines.extend(map(_row, TABLE))
    say("Karta klastra", "Heading 2")
    _table(made, CARD)
    lines.extend(map(_row, CARD))
    columns = made.add_section(WD_SECTION.CONTINUOUS)
    columns._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2" w:space="720"/>'))
    say("Co dalej", "Heading 1")
    say(PARAGRAPHS[2])
    for member in ("młyn wodny w Mące", "piekarnia w Żarnowie", "szkoła młynarska"):
        say(member, "List Bullet")
    say(PARAGRAPHS[3])
    made.sections[0].header.paragraphs[0].text = "Kwartalnik Fenlandzki"
    made.sections[0].footer.paragraphs[0].text = "Wydrukowano w spichrzu"
    return saved(made), lines


class _Deck:
    """A deck while it is made, and the lines that must be read out of it."""

    def __init__(self) -> None:
        self.made = Presentation()
        self.lines: list[str] = []

    def slide(self, layout: int, title: str) -> Any:
        one = self.made.slides.add_slide(self.made.slide_layouts[layout])
        one.shapes.title.text = title
        self.lines.append(title)
        return one


def deck() -> tuple[bytes, list[str]]:
    """A PowerPoint file with bullets, two columns, a group, a table, a chart, notes and a hidden slide."""
    one = _Deck()
    one.slide(0, "Młyny Dolnego Fenlandu").placeholders[1].text = "Przewodnik dla młynarzy"
    one.lines.append("Przewodnik dla młynarzy")
    for part in (_bullets, _columns, _group, _statuses, _chart, _hidden):
        part(one)
    return saved(one.made), one.lines


def _bullets(deck: _Deck) -> None:
    steps = deck.slide(1, "Jak przystąpić")
    frame = steps.placeholders[1].text_frame
    for at, text in enumerate(STEPS):
        paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
        paragraph.text, paragraph.level = text, at % 2
    steps.notes_slide.notes_text_frame.text = PARAGRAPHS[3]
    deck.lines += [*STEPS, PARAGRAPHS[3]]


def _columns(deck: _Deck) -> None:
    sides = deck.slide(3, "Za i przeciw")
    for side, texts in ((1, ("wspólne zakupy", "badania ziarna")), (2, ("składka", "czas ludzi"))):
        sides.placeholders[side].text_frame.text = "\n".join(texts)
        deck.lines += texts


def _group(deck: _Deck) -> None:
    group = deck.slide(5, "Trzy młyny").shapes.add_group_shape()
    for number, text in ((2, "Kaszarnia w Mące"), (0, "Wiatrak w Żarnowie"), (1, "Młyn nad kanałem")):
        place = (Inches(0.5 + 3 * number), Inches(3), Inches(2.6), Inches(1))
        group.shapes.add_textbox(*place).text_frame.text = text
    deck.lines += ["Wiatrak w Żarnowie", "Młyn nad kanałem", "Kaszarnia w Mące"]


def _statuses(deck: _Deck) -> None:
    place = (Inches(0.5), Inches(2), Inches(9), Inches(3))
    table = deck.slide(5, "Statusy").shapes.add_table(len(TABLE), 4, *place).table
    for y, cells in enumerate(TABLE):
        for x, text in enumerate(cells):
            table.cell(y, x).text = text
    deck.lines += map(_row, TABLE)


def _chart(deck: _Deck) -> None:
    figures = CategoryChartData()  # type: ignore[no-untyped-call]
    figures.categories = ["2030", "2031"]
    figures.add_series("firmy", (40, 42.5))  # type: ignore[no-untyped-call]
    figures.add_series("szkoły", (1, 2))  # type: ignore[no-untyped-call]
    place = (Inches(1), Inches(2), Inches(7), Inches(4))
    shapes = deck.slide(5, "Wzrost").shapes
    chart = shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, figures).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Liczba członków"
    deck.lines += ["Liczba członków", "firmy | szkoły", "2030 | 40 | 1", "2031 | 42.5 | 2"]


def _hidden(deck: _Deck) -> None:
    hidden = deck.slide(1, "Ceny mąki")
    hidden.placeholders[1].text_frame.text = "Tylko dla członków klastra"
    hidden._element.set("show", "0")
    deck.lines.append("Tylko dla członków klastra")
