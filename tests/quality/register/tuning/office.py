# ruff: noqa: E501
"""Write the office files of this corpus (two Word files, two decks, one PDF) into documents/.

Needs python-docx, python-pptx and reportlab; run it from anywhere: python office.py
"""

import datetime
import pathlib

from docx import Document
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

OUT = pathlib.Path(__file__).parent / "documents"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

CARDS = """\
KATALOG BRANŻOWY: karty informacyjne
Aktualizacja: 17 stycznia 2026

Nazwa: Klaster Meblowy Dąb i Buk
Koordynator: Cech Stolarzy Kalwaryjskich
Siedziba: Kalwaria Zebrzydowska
Województwo: małopolskie
Rok założenia: 2008
Liczba członków: 47
Prezes: Bolesław Nidecki
E-mail: cech@dabibuk.example
Telefon: 33 555 62 90
Status KKK: nie

Nazwa: Podlaski Klaster Meblarski
Koordynator: Hajnowska Izba Drzewna
Siedziba: Hajnówka
Województwo: podlaskie
Rok założenia: 2010
Liczba członków: 63
Osoba do kontaktu: Wiera Sawicka, sekretarz
E-mail: sekretarz@podlaskiemeble.example
Telefon: 85 555 17 33
Status KKK: był (VI runda), wygasł 15.11.2025

Nazwa: Podhalański Klaster Budownictwa Drewnianego
Koordynator: Cech Cieśli Podhalańskich
Siedziba: Nowy Targ
Województwo: małopolskie
Rok założenia: 2015
Liczba członków: 38
WWW: www.domyzbali.example
Cel: zachowanie ciesielskich złączy i wspólne suszarnie drewna
Status KKK: nie

Nazwa: Sieć Bug-Cargo
Koordynator: Wschodnia Izba Spedytorów
Siedziba: Biała Podlaska
Województwo: lubelskie
Rok założenia: 2017
Liczba członków: 31
Branża: logistyka, przeładunek kolejowy
Telefon: 83 555 20 06
Status KKK: nie
"""


def resolution():
    doc = Document()
    doc.core_properties.title = "Uchwała nr 41/2025"
    doc.core_properties.created = datetime.datetime(2025, 11, 6)
    doc.add_heading("Uchwała nr 41/2025 Rady do spraw Klastrów", 1)
    doc.add_paragraph("z dnia 6 listopada 2025 r.")
    doc.add_paragraph("w sprawie przedłużenia okresu obowiązywania statusu Krajowego Klastra Kluczowego")
    doc.add_paragraph(
        "Na wniosek Żywieckiego Inkubatora Spedycji Sp. z o.o., reprezentującego Beskidzki Klaster Logistyczny, "
        "Rada postanawia, co następuje:"
    )
    doc.add_paragraph(
        "§ 1. Status Krajowego Klastra Kluczowego nadany w VI rundzie Beskidzkiemu Klastrowi Logistycznemu, "
        "obowiązujący do 15 listopada 2025 r., przedłuża się do 15 maja 2026 r."
    )
    doc.add_paragraph("§ 2. Przedłużenie ma charakter jednorazowy i nie stanowi odnowienia statusu.")
    doc.add_paragraph("§ 3. Uchwała wchodzi w życie z dniem podjęcia.")
    doc.add_heading("Uzasadnienie", 2)
    doc.add_paragraph(
        "Powódź z września zniszczyła archiwum klastra w Żywcu, dlatego wniosek o odnowienie nie mógł zostać złożony "
        "w terminie. Klaster zrzesza 61 uczestników, w tym 48 przewoźników. Dyrektorem klastra jest Paweł Suchoń."
    )
    doc.save(OUT / "05_uchwala_przedluzenie.docx")


def report():
    doc = Document()
    doc.core_properties.title = "Podkarpacie i Lubelszczyzna: klastry w liczbach"
    doc.add_heading("Podkarpacie i Lubelszczyzna: klastry w liczbach", 1)
    doc.add_paragraph("Raport z badania terenowego, stan na 30 września 2021 r.")
    doc.add_paragraph(
        "Największym z badanych zrzeszeń okazał się krośnieński Klaster Skrzydła Karpat. Tworzy go 88 firm, które razem "
        "zatrudniają 9,4 tys. osób. Nieco skromniej wypadła Stalowa Wola: w Klastrze Hutniczym Stalowy Krąg naliczyliśmy "
        "54 firmy, a jego koordynatorem jest Agencja Rozwoju Hutnictwa S.A. Hutnicy zawiązali klaster w 2009 roku."
    )
    doc.add_paragraph(
        "W Sanoku ankieterzy rozmawiali z Klastrem Turystycznym Bieszczadzki Szlak, założonym w 2018 r. Należało do niego "
        "wówczas 30 podmiotów: schroniska, stadniny, wypożyczalnie rowerów i jedna destylarnia olejku jodłowego."
    )
    doc.add_paragraph(
        "Na Lubelszczyźnie uwagę zwraca Klaster Smaki Roztocza z Zamościa. Powstał w 2014 roku, zrzesza 41 producentów "
        "żywności, a prowadzi go Fundacja Roztoczańska Spiżarnia, której prezesem jest Sylwia Kostrubiec. Celem klastra "
        "jest wspólna sprzedaż kasz, olejów i miodu pod jedną marką. Biuro: spizarnia@smakiroztocza.example, "
        "tel. 84 555 30 77."
    )
    doc.add_paragraph(
        "Sieć Bug-Cargo z Białej Podlaskiej liczyła 24 członków, o siedmiu więcej niż w roku startu. Najmłodsza kadra "
        "pracuje w Lubelskiej Grupie Owocowej; średnia wieku plantatora wynosi tam 37 lat."
    )
    doc.add_heading("Współpraca z nauką", 2)
    table = doc.add_table(rows=1, cols=3)
    for cell, text in zip(
        table.rows[0].cells, ("Klaster", "Partner naukowy", "Wspólne projekty"), strict=True
    ):
        cell.text = text
    for row in (
        ("Klaster Smaki Roztocza", "Zamojska Szkoła Rolnicza", "KASZA+"),
        ("Klaster Hutniczy Stalowy Krąg", "Instytut Żużla w Stalowej Woli", "ŻUŻEL-BETON"),
        ("Klaster Turystyczny Bieszczadzki Szlak", "brak", "brak"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    doc.save(OUT / "16_raport_wschod_2021.docx")


def slide(deck, title, lines):
    page = deck.slides.add_slide(deck.slide_layouts[1])
    page.shapes.title.text = title
    frame = page.placeholders[1].text_frame
    frame.text = lines[0]
    for line in lines[1:]:
        frame.add_paragraph().text = line
    return page


def grid(page, rows, top):
    shape = page.shapes.add_table(
        len(rows), len(rows[0]), Inches(0.5), Inches(top), Inches(9), Inches(0.4 * len(rows))
    )
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            shape.table.cell(r, c).text = text


def galicia():
    deck = Presentation()
    deck.core_properties.title = "Klaster Cyfrowy Galicja"
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = "Klaster Cyfrowy Galicja"
    cover.placeholders[1].text = "Galicia Digital Cluster (GDC)\nTarnów, styczeń 2026"
    slide(
        deck,
        "W skrócie",
        [
            "Rok założenia: 2012",
            "146 firm i 5 uczelni",
            "Koordynator: Tarnowski Park Technologii Cyfrowych S.A.",
            "Misją klastra jest cyfryzacja małych gmin oprogramowaniem pisanym na miejscu",
        ],
    )
    page = slide(deck, "Statusy i znaki jakości", ["Dwa krajowe tytuły i jeden europejski"])
    grid(
        page,
        [
            ("Tytuł", "Runda", "Ważny do"),
            ("Krajowy Klaster Kluczowy", "VI", "15.11.2025"),
            ("Krajowy Klaster Kluczowy", "VIII", "15.11.2028"),
            ("ESCA Bronze Label", "–", "31.05.2027"),
        ],
        3,
    )
    page = slide(deck, "Zarząd i biuro", ["Do kogo z czym"])
    grid(
        page,
        [
            ("Osoba", "Funkcja", "E-mail", "Telefon"),
            ("dr Iwona Strzelczyk", "prezes", "i.strzelczyk@galicjacyfrowa.example", "14 555 60 01"),
            ("Maksymilian Rataj", "kierownik projektów", "m.rataj@galicjacyfrowa.example", "14 555 60 05"),
        ],
        3,
    )
    page = slide(
        deck,
        "Projekty",
        ["GMINA W CHMURZE: wspólna serwerownia jedenastu gmin", "CZUJNIK: szkolenia z internetu rzeczy"],
    )
    page.notes_slide.notes_text_frame.text = (
        "Powiedzieć, że w projekcie CZUJNIK partnerem jest Tatra IT Valley z Żyliny."
    )
    deck.save(OUT / "09_galicja_cyfrowa.pptx")


def heat():
    deck = Presentation()
    deck.core_properties.title = "Ciepło z południa: dwa klastry energetyczne"
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = "Ciepło z południa"
    cover.placeholders[
        1
    ].text = "Dwa klastry producentów urządzeń energetycznych\nOpole, 22 października 2025 r."
    slide(
        deck,
        "Klaster Pomp Ciepła Opolszczyzna",
        [
            "powstał w 2019 r. w Opolu",
            "53 członków, z tego 6 instytutów",
            "prezes: Adrian Kolasa",
            "cel: żeby co druga pompa ciepła w kraju miała sprężarkę z Opolskiego",
            "kontakt: pompy@cieplozziemi.example, tel. 77 555 81 12",
        ],
    )
    slide(
        deck,
        "Klaster Kotłów i Turbin",
        [
            "Racibórz, od 2007 roku",
            "27 firm: kotły parowe, łopatki turbin, armatura",
            "koordynator: Raciborska Agencja Energetyki Sp. z o.o.",
            "dyrektor: Ewelina Mokrosz, mokrosz@kotlyturbiny.example",
            "status KKK wygasł 30 czerwca 2024 r.",
        ],
    )
    page = slide(deck, "Co nas łączy", ["Wspólne przedsięwzięcia"])
    grid(
        page,
        [
            ("Projekt", "Prowadzi", "Partner"),
            ("SUCHY WĘZEŁ", "Klaster Kotłów i Turbin", "Klaster Pomp Ciepła Opolszczyzna"),
            ("CIEPŁO BEZ GRANIC", "Klaster Pomp Ciepła Opolszczyzna", "Košice Energy Equipment Cluster"),
        ],
        3,
    )
    deck.save(OUT / "22_cieplo_z_poludnia.pptx")


def cards():
    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    canvas = Canvas(str(OUT / "11_karty_branzowe.pdf"), pagesize=A4, invariant=1)
    canvas.setTitle("Katalog branżowy: karty informacyjne")
    text = canvas.beginText(60, 790)
    text.setFont("DejaVu", 10)
    text.setLeading(14)
    for number, block in enumerate(CARDS.split("\n\n")):
        if number == 3:
            canvas.drawText(text)
            canvas.showPage()
            text = canvas.beginText(60, 790)
            text.setFont("DejaVu", 10)
            text.setLeading(14)
        for line in block.strip().split("\n"):
            text.textLine(line)
        text.textLine("")
    canvas.drawText(text)
    canvas.save()


if __name__ == "__main__":
    for write in (resolution, report, galicia, heat, cards):
        write()
