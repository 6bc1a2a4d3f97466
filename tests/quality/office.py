"""Writes the office files among the documents: python tests/quality/office.py FOLDER."""

import sys
from pathlib import Path

import docx
import pptx
from pptx.util import Inches

RULES = "Regulamin przyjmowania członków do Klastra Siwa Wełna"
STEPS = (
    "Kandydat wypełnia deklarację na stronie klastra.",
    "Biuro sprawdza deklarację w ciągu 10 dni roboczych.",
    "Dwóch członków klastra składa pisemną rekomendację.",
    "Rada Bacówki głosuje nad przyjęciem zwykłą większością głosów.",
    "Kandydat podpisuje umowę i wpłaca wpisowe w wysokości 250 zł.",
)
FEES = (
    ("Rodzaj członka", "Składka roczna", "Termin wpłaty"),
    ("gospodarstwo", "90 zł", "31 marca"),
    ("przędzalnia", "1500 zł", "30 kwietnia"),
    ("jednostka naukowa", "600 zł", "30 czerwca"),
)


def write_rules(path: Path) -> None:
    """The rules of a cluster: sections, numbered steps, a table."""
    file = docx.Document()
    file.core_properties.title = RULES
    file.add_heading(RULES, 0)
    file.add_paragraph("Przyjęty uchwałą Rady Bacówki nr 7/2020 z dnia 16 czerwca 2020 r.")
    file.add_heading("§ 1. Postanowienia ogólne", 1)
    file.add_paragraph(
        "Klaster Siwa Wełna działa od 2012 roku na Podhalu i Spiszu. Jego celem jest ratowanie rodzimej "
        "wełny owczej przed spalaniem. Koordynację klastra powierzono Spółdzielni Gazdów Podhala."
    )
    file.add_heading("§ 2. Jak zostać członkiem", 1)
    file.add_paragraph("Przyjęcie nowego członka przebiega następująco:")
    for step in STEPS:
        file.add_paragraph(step, style="List Number")
    file.add_heading("§ 3. Składki", 1)
    table = file.add_table(rows=0, cols=3)
    for row in FEES:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file.add_heading("§ 4. Wykluczenie", 1)
    file.add_paragraph(
        "Członka, który zalega ze składką dłużej niż pół roku, wyklucza się z klastra. Od decyzji "
        "o wykluczeniu przysługuje odwołanie do Sądu Koleżeńskiego w terminie 21 dni."
    )
    file.save(str(path))


SLIDES = (
    (
        "Czym jest Kuźnia Jutra",
        (
            "Program Kuźnia Jutra to krajowy program dotacji na wspólne próby technologii w klastrach",
            "Operatorem programu jest Agencja Kowadło",
            "Program trwa od 2020 do 2027 roku",
        ),
    ),
    (
        "Kto może dostać dotację",
        (
            "koordynator klastra liczącego co najmniej 20 członków",
            "konsorcjum trzech firm i jednej uczelni",
            "gmina, która udostępni teren prób",
        ),
    ),
    (
        "Jak złożyć wniosek",
        (
            "Załóż konto w systemie MIECH",
            "Dołącz list intencyjny z podpisami wszystkich partnerów",
            "Wyślij wniosek do ostatniego dnia lutego",
        ),
    ),
)
BUDGET = (
    ("Rok", "Budżet (mln zł)", "Liczba umów"),
    ("2021", "45", "18"),
    ("2022", "60", "27"),
    ("2023", "52", "22"),
)


def write_deck(path: Path) -> None:
    """A programme's slides: bullets, a table, a note."""
    deck = pptx.Presentation()
    opening = deck.slides.add_slide(deck.slide_layouts[0])
    opening.shapes.title.text = "Program Kuźnia Jutra"
    opening.placeholders[1].text = "Spotkanie informacyjne, Radom, 12 stycznia 2024"
    for title, bullets in SLIDES:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(bullets)
    slide.notes_slide.notes_text_frame.text = "Wnioski papierowe zwracamy bez rozpatrzenia."
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Budżet programu w latach"
    size = (Inches(1), Inches(2), Inches(8), Inches(2))
    table = slide.shapes.add_table(len(BUDGET), len(BUDGET[0]), *size).table
    for row, texts in enumerate(BUDGET):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    ending = deck.slides.add_slide(deck.slide_layouts[5])
    ending.shapes.title.text = "Pytania: infolinia 22 800 70 60, kuznia@kowadlo.example"
    deck.save(str(path))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write_rules(folder / "regulamin-siwa-welna.docx")
    write_deck(folder / "kuznia-jutra.pptx")
