"""Make the office and PDF documents of this folder: python office.py (needs python-docx, python-pptx, reportlab)."""

# ruff: noqa: E501

import pathlib

from docx import Document
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

OUT = pathlib.Path(__file__).parent / "documents"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def slide(deck, title, lines):
    page = deck.slides.add_slide(deck.slide_layouts[1])
    page.shapes.title.text = title
    frame = page.placeholders[1].text_frame
    frame.text = lines[0]
    for line in lines[1:]:
        frame.add_paragraph().text = line
    return page


def helisa():
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Klaster Biotechnologiczny Helisa"
    first.placeholders[1].text = "Helix Biotechnology Cluster\nGdańsk, 12 lutego 2026"
    slide(
        deck,
        "Kim jesteśmy",
        [
            "Klaster założono w 2009 roku",
            "58 firm i 4 uczelnie",
            "Obszary: szczepionki, diagnostyka, biotechnologia morska",
            "Koordynator: Fundacja Helisa, Gdańsk",
        ],
    )
    slide(
        deck,
        "Cel",
        [
            "Celem klastra jest doprowadzenie do 2030 roku dziesięciu leków z Pomorza do badań klinicznych",
            "Status KKK: VII runda, do 30 września 2028 r.",
        ],
    )
    slide(
        deck,
        "Projekty i partnerzy",
        [
            "AlgaVax – szczepionki z glonów",
            "SzybkiWymaz – testy dla przychodni",
            "Partnerzy: Szpital Nadmorski w Gdyni, Zealand Medical Park",
        ],
    )
    page = slide(
        deck,
        "Kontakt",
        [
            "Joanna Malicka, dyrektor klastra",
            "j.malicka@helisa.example",
            "tel. 58 555 62 62",
            "www.helisa.example",
        ],
    )
    page.notes_slide.notes_text_frame.text = "Na koniec przypomnieć o śniadaniu klastrowym."
    deck.save(OUT / "k08-helisa-prezentacja.pptx")


def polimeria():
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Polimeria po zmianach"
    first.placeholders[1].text = "Kujawski Klaster Tworzyw Polimeria\nStan na 1 września 2026 r."
    slide(
        deck,
        "Nowy koordynator",
        [
            "Od 1 stycznia 2026 r. koordynatorem klastra jest Kujawskie Centrum Polimerów Sp. z o.o.",
            "Wcześniej klaster prowadziła Fundacja Polimeria",
            "Prezes spółki: Sylwia Tomczak",
        ],
    )
    page = deck.slides.add_slide(deck.slide_layouts[5])
    page.shapes.title.text = "Polimeria w tabeli"
    rows = [
        ("Firmy członkowskie", "67"),
        ("Siedziba", "Inowrocław"),
        ("Telefon", "52 555 61 00"),
        ("E-mail", "sekretariat@kcp.example"),
        ("Projekt", "DrugiGranulat"),
    ]
    table = page.shapes.add_table(len(rows), 2, Inches(1), Inches(2), Inches(8), Inches(3)).table
    for number, (left, right) in enumerate(rows):
        table.cell(number, 0).text = left
        table.cell(number, 1).text = right
    slide(
        deck,
        "Co dalej ze statusem?",
        [
            "Certyfikat KKK z VI rundy wygasł 30 czerwca 2026 r.",
            "Wniosek w VIII rundzie złożymy, gdy tylko ruszy nabór",
        ],
    )
    deck.save(OUT / "k15-polimeria-po-zmianach.pptx")


CARDS = [
    (
        "Klaster Meblowy Złoty Słój",
        [
            ("Koordynator", "Kępińskie Stowarzyszenie Stolarzy"),
            ("Siedziba", "Kępno"),
            ("Rok założenia", "2015"),
            ("Liczba członków", "41"),
            ("Branża", "meble skrzyniowe i tapicerowane"),
            ("Osoba do kontaktu", "Urszula Dębicz, sekretarz"),
            ("Telefon", "62 555 18 18"),
        ],
    ),
    (
        "Warmiński Klaster Meblowy",
        [
            ("Koordynator", "Stowarzyszenie Meblarze Warmii"),
            ("Siedziba", "Barczewo"),
            ("Rok założenia", "2016"),
            ("Liczba członków", "27"),
            ("Branża", "meble kuchenne i biurowe"),
            ("Prezes", "Henryk Sowul"),
            ("E-mail", "meble@warmia-kuchnie.example"),
        ],
    ),
    (
        "Mazowiecki Klaster Edukacyjny Tablica",
        [
            ("Koordynator", "Fundacja Otwarta Kreda"),
            ("Siedziba", "Płock"),
            ("Rok założenia", "2018"),
            ("Liczba członków", "28"),
            ("Branża", "edukacja, pomoce dydaktyczne, szkolenia nauczycieli"),
            ("Misja", "Chcemy, by każda szkoła na Mazowszu miała lekcje, które się pamięta."),
            ("WWW", "www.tablica.example"),
        ],
    ),
    (
        "Klaster Leśno-Drzewny Puszcza",
        [
            ("Koordynator", "Białostocka Fundacja Leśna"),
            ("Siedziba", "Białystok"),
            ("Województwo", "podlaskie"),
            ("Rok założenia", "2010"),
            ("Branża", "leśnictwo i przerób drewna"),
            ("Telefon", "85 555 31 31"),
            ("E-mail", "puszcza@fundacjalesna.example"),
        ],
    ),
]


def cards():
    document = Document()
    document.add_heading("Karty klastrów – teczka 3", level=1)
    document.add_paragraph("Aktualizacja: 30 listopada 2024 r.")
    for name, fields in CARDS:
        document.add_heading(name, level=2)
        for label, value in fields:
            paragraph = document.add_paragraph()
            paragraph.add_run(label + ": ").bold = True
            paragraph.add_run(value)
    document.save(OUT / "k10-karty-klastrow.docx")


TALK = [
    "Człuchów, 5 marca 2026 r.",
    "Rozmowa z Maciejem Lewińskim, prezesem Człuchowskiej Izby Drzewnej, która koordynuje Dolinę Jesionu.",
    "– Od czego się zaczęło?",
    "– Od jednej suszarni w 2007 roku. Pięć tartaków kupiło ją na spółkę i tak powstała Dolina Jesionu. Dziś jest nas siedemdziesiąt, dokładnie 70 firm.",
    "– Po co tartakom wspólna organizacja?",
    "– Naszym celem jest to, żeby deska z pomorskiego lasu wyjeżdżała stąd jako gotowa podłoga, a nie jako surowiec.",
    "– Certyfikat krajowy stracił ważność z końcem 2024 roku. Żałują Państwo?",
    "– Trochę. Nie wystartowaliśmy w następnych rundach, bo brakło nam drugiej jednostki naukowej. Mamy za to tytuł Pomorskiego Klastra Kluczowego, ważny do 31 marca 2029 roku.",
    "– Najbliższe plany?",
    "– Projekt Suszarnia 2.0 z Politechniką Kaszubską. I nowy numer telefonu do biura: 59 555 70 07.",
    "Rozmawiała Teresa Brzóska",
]


def talk():
    document = Document()
    document.add_heading("„Deska ma wyjeżdżać jako podłoga”", level=1)
    for line in TALK:
        document.add_paragraph(line)
    document.save(OUT / "k12-rozmowa-dolina-jesionu.docx")


REPORT = [
    ("t", "Polish clusters in numbers"),
    ("p", "Report of the Observatory of Networks, July 2026"),
    ("h", "The north"),
    (
        "p",
        "Growth on the coast has not stopped: Klaster Morski Kotwica now counts 126 members, among them eleven shipyards. In Szczecin the picture is "
        "the opposite, as Klaster Przemysłów Kreatywnych Neon has shrunk to 38 members, mostly designers, game studios and printers of posters. "
        "Warmiński Klaster Mleczny reports 41 dairies, farms and suppliers.",
    ),
    (
        "p",
        "Nadwiślański Klaster Wodny, which works on water treatment in Toruń, has 29 members; since April it no longer carries the "
        "national certificate.",
    ),
    ("h", "The centre"),
    (
        "p",
        "Klaster Fotoniki Promień of Warsaw unites 39 firms and is headed by Grzegorz Milewicz. Łódzki Klaster Recyklingu Obieg stays at 76 members. "
        "In its LightSafe project, Promień and the Vilnius Laser Ring test laser goggles together.",
    ),
    ("h", "The west and the east"),
    (
        "p",
        "Dolnośląski Klaster Szklarski is small, with 23 firms and two schools, yet two thirds of its glass goes abroad. "
        "At the other end of the country, Klaster Leśno-Drzewny Puszcza brings together 54 forestry and sawmill businesses around Białystok.",
    ),
    (
        "p",
        "The Observatory asked every coordinator for the figures between 1 and 30 May 2026. Clusters that did not reply are left out.",
    ),
]


def report():
    pdfmetrics.registerFont(TTFont("Sans", FONT))
    styles = {
        "t": ParagraphStyle("t", fontName="Sans", fontSize=20, leading=26, spaceAfter=10),
        "h": ParagraphStyle("h", fontName="Sans", fontSize=14, leading=18, spaceBefore=12, spaceAfter=6),
        "p": ParagraphStyle("p", fontName="Sans", fontSize=10.5, leading=15, spaceAfter=6),
    }
    flow = [Paragraph(text, styles[kind]) for kind, text in REPORT]
    flow.insert(1, Spacer(1, 8))
    SimpleDocTemplate(
        str(OUT / "k21-clusters-in-numbers.pdf"), pagesize=A4, title="Polish clusters in numbers"
    ).build(flow)


if __name__ == "__main__":
    for make in (helisa, polimeria, cards, talk, report):
        make()
