"""Trade words and figurative names that tell a sector, and everyday sentences that tell none."""

import pytest

from index.taxonomy import sectors_in
from index.words import fold

TRADES = [
    ("montaż kotłów i palników", "energy"),
    ("pompy ciepła dla domów", "energy"),
    ("we build boilers", "machinery"),
    ("turbiny parowe", "machinery"),
    ("switchgear plant", "electrical"),
    ("prywatna przychodnia", "health"),
    ("diagnostyka i rehabilitacja", "health"),
    ("therapists of the valley", "health"),
    ("mleczarnia spod lasu", "food"),
    ("milk and cheese", "food"),
    ("mleko od rolnika", "agriculture"),
    ("stare odmiany, nasze sady", "agriculture"),
    ("orchard keepers", "agriculture"),
    ("młyn i kasze", "food"),
    ("grain growers", "agriculture"),
    ("miód z pasieki", "agriculture"),
    ("tłocznia oleju", "food"),
    ("olej jadalny tłoczony na zimno", "food"),
    ("honey makers", "food"),
    ("lotnicze cargo", "logistics"),
    ("przeładunek kontenerów", "logistics"),
    ("powierzchnie magazynowe", "logistics"),
    ("freight forwarders", "logistics"),
    ("a fleet of trucks", "logistics"),
    ("zakład kamieniarski", "construction"),
    ("kamień budowlany", "construction"),
    ("produkcja okien", "construction"),
    ("windows and doors", "construction"),
    ("natural stone", "construction"),
    ("granite quarry", "mining"),
    ("lakiernia proszkowa", "metalworking"),
    ("narzędziownia i tłocznia", "metalworking"),
    ("powder coating line", "metalworking"),
    ("farby, lakiery i żywice", "chemicals"),
    ("varnish and resin", "chemicals"),
    ("wtryskownia", "plastics"),
    ("packaging film", "plastics"),
    ("stretch film", "plastics"),
    ("karoserie i autobusy", "automotive"),
    ("gearboxes", "automotive"),
    ("skrzynie biegów", "automotive"),
    ("łodzie i żagle", "maritime"),
    ("prom do Szwecji", "maritime"),
    ("sailmakers", "maritime"),
    ("witraże i kafle", "glass-ceramics"),
    ("glassblowers", "glass-ceramics"),
    ("lampy LED", "electrical"),
    ("home appliances", "electrical"),
    ("mikrochipy", "electronics"),
    ("chipmakers", "electronics"),
    ("studio gier", "it"),
    ("game dev studio", "creative"),
    ("usługi chmurowe", "it"),
    ("animacja komputerowa", "film"),
    ("visual effects", "film"),
    ("nauczanie dorosłych", "education"),
    ("driving school", "education"),
    ("prowadzimy mały hotel", "tourism"),
    ("hotelarze znad jeziora", "tourism"),
    ("a family hotel", "tourism"),
    ("lutnik i gitary", "music"),
    ("luthiers", "music"),
    ("haft i dywany", "textiles"),
    ("swetry i koszule", "apparel"),
    ("torebki i walizki", "footwear-leather"),
    ("materace i fotele", "furniture"),
    ("fornir i tarcica", "wood"),
    ("sitodruk", "printing"),
    ("paperboard", "paper"),
    ("kompostownia", "environment"),
    ("anteny", "telecom"),
    ("reinsurance brokerage", "finance"),
    ("doradca podatkowy", "business-services"),
    ("drogeria", "retail"),
    ("metamaterials", "new-materials"),
]

NAMES = [
    ("Podniebne Skrzydła", {"aerospace"}),
    ("Wings of the Valley", {"aerospace"}),
    ("Smaki Doliny", {"food"}),
    ("Flavours of the Hills", {"food"}),
    ("Kuźnia nad Potokiem", {"metalworking"}),
    ("The Northern Forge", {"metalworking"}),
    ("Złota Pszczoła", {"agriculture"}),
    ("Dorodny Kłos", {"agriculture"}),
    ("Biały Żagiel", {"maritime"}),
    ("Czerwona Nić", {"textiles"}),
    ("Wielka Nuta", {"music"}),
    ("Zielony Piksel", {"it", "creative"}),
]

EVERYDAY = [
    "wspólne zakupy i udział w targach",
    "szkolenia dla firm i instytucji",
    "uczestnicy nocowali w hotelu, w którym odbyło się spotkanie",
    "the meeting took place at a hotel",
    "złom i woda",
    "port w umowie",
    "firmy chcą rozwinąć skrzydła",
    "forging partnerships across borders",
    "we forge new links",
    "współpraca zaczyna przynosić owoce",
    "współpraca zaowocowała umową",
    "the work will bear fruit",
    "a stepping stone to growth",
    "wspólny zakup energii elektrycznej i gazu",
    "joint purchase of energy",
    "joint purchase of raw materials",
    "nowa kuźnia kompetencji",
    "kopalnia wiedzy dla członków",
    "wiatr w żagle młodych przedsiębiorców",
    "diagnostyka potrzeb członków",
    "dni drzwi otwartych",
    "animacja współpracy i animator klastra",
    "cluster animation activities",
    "obejrzyj film z konferencji",
    "materiały reklamowe i upominki",
    "kolacja w restauracji dla gości",
    "dinner at the restaurant",
    "koszty transportu pokrywa uczestnik",
    "travel costs are refunded",
    "as a last resort",
    "resort rozwoju ogłosił nabór",
    "concrete steps were agreed",
    "a blue chip board",
    "składki na ubezpieczenia społeczne",
    "koncert noworoczny i występ artystyczny",
    "biuro: ul. Lotnicza 12",
    "spotkanie przy ulicy Szpitalnej",
    "otwieramy drzwi do współpracy",
    "śledź nas, nic nie przegap",
    "dojazd autobusem, parking dla autobusów",
    "ciasto i kawa w przerwie",
    "matryca kompetencji i algorytm oceny",
    "transfer from the airport",
    "bending the rules",
    "they make good terms and win together",
]


@pytest.mark.parametrize(("text", "sector"), TRADES)
def test_a_trade_word_tells_its_sector(text: str, sector: str) -> None:
    assert sector in {found.key for found in sectors_in(text)}
    assert sector in {found.key for found in sectors_in(fold(text).upper())}


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_figurative_name_tells_one_trade(text: str, expected: set[str]) -> None:
    assert {found.key for found in sectors_in(text)} == expected


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_everyday_sentence_tells_no_sector(text: str) -> None:
    assert {found.key for found in sectors_in(text)} == set()


def test_a_hotel_as_a_customer_makes_no_tourism() -> None:
    assert {found.key for found in sectors_in("meble dla hoteli i biur")} == {"furniture"}
