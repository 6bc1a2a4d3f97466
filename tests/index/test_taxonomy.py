"""Places and sectors found in texts; all names of clusters and firms here are invented."""

import itertools

import pytest

from documents.dictionary import generated
from index.gazetteer import lexicon, rows
from index.taxonomy import (
    REGIONS,
    country_name,
    places_in,
    region_name,
    related,
    sector_keys,
    sector_name,
    sectors_in,
    town_name,
)
from index.words import fold


def regions(text: str, *, lenient: bool = False) -> list[str]:
    return [found.region for found in places_in(text, lenient=lenient) if found.region]


def keys(text: str, *, lenient: bool = False) -> list[str]:
    return [found.key for found in places_in(text, lenient=lenient)]


def sectors(text: str) -> set[str]:
    return {found.key for found in sectors_in(text)}


def adjective_forms(region: str) -> list[str]:
    """Every form of a voivodeship's adjective, made by the dictionary: "śląskiego", "śląskimi"."""
    first, _, last = region_name(region, "pl").removeprefix("województwo ").rpartition("-")
    lemma = last.removesuffix("e") if last.endswith("kie") else last
    made = generated(lemma)
    forms = {form for form, _, tag, *_ in made if tag.startswith("adj:")}
    return sorted(f"{first}-{form}" if first else form for form in forms)


@pytest.mark.parametrize("region", REGIONS)
def test_a_voivodeship_is_found_by_every_form_of_its_adjective(region: str) -> None:
    forms = adjective_forms(region)

    assert len(forms) >= 8
    assert [regions(f"klaster {form} działa") for form in forms] == [[region]] * len(forms)


@pytest.mark.parametrize("region", REGIONS)
def test_a_voivodeship_is_found_without_diacritics_and_in_capitals(region: str) -> None:
    forms = adjective_forms(region)

    assert {tuple(regions(f"klastry {fold(form)}", lenient=True)) for form in forms} == {(region,)}
    assert {tuple(regions(f"WOJ. {form.upper()}")) for form in forms} == {(region,)}


@pytest.mark.parametrize("region", REGIONS)
def test_every_phrase_of_a_voivodeship_names_it_alone(region: str) -> None:
    table = lexicon("regions.toml")[region]
    phrases = [one.lstrip("=") for one in table["polish"] + table["english"]]

    assert {one: regions(f"The cluster ({one})") for one in phrases} == {one: [region] for one in phrases}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("na Dolnym Śląsku", "dolnoslaskie"),
        ("z Górnego Śląska", "slaskie"),
        ("na Śląsku Opolskim", "opolskie"),
        ("the Lower Silesian firms", "dolnoslaskie"),
        ("in Upper Silesia", "slaskie"),
        ("na Pomorzu Zachodnim", "zachodniopomorskie"),
        ("in West Pomerania", "zachodniopomorskie"),
        ("the Pomeranian firms", "pomorskie"),
        ("na Warmii i Mazurach", "warminsko-mazurskie"),
        ("w Małopolsce", "malopolskie"),
        ("the Lublin voivodeship", "lubelskie"),
        ("Subcarpathian Region", "podkarpackie"),
        ("na Podkarpaciu", "podkarpackie"),
        ("w województwie świętokrzyskim", "swietokrzyskie"),
        ("Kuyavian-Pomeranian Voivodeship", "kujawsko-pomorskie"),
    ],
)
def test_the_longest_name_of_a_land_wins(text: str, region: str) -> None:
    assert regions(text) == [region]


def test_a_double_adjective_names_both_regions() -> None:
    assert regions("klaster małopolsko-podkarpacki") == ["malopolskie", "podkarpackie"]


def test_a_part_of_the_country_is_no_region() -> None:
    assert regions("południowa Polska, southern Poland, wschodni kraniec kraju") == []


@pytest.mark.parametrize(
    ("text", "town", "region"),
    [
        ("w Krakowie", "krakow", "malopolskie"),
        ("the Cracow area", "krakow", "malopolskie"),
        ("near Krakow", "krakow", "malopolskie"),
        ("z Rzeszowa", "rzeszow", "podkarpackie"),
        ("w Bielsku-Białej", "bielsko-biala", "slaskie"),
        ("Warsaw-based", "warszawa", "mazowieckie"),
        ("pod Nowym Sączem", "nowy-sacz", "malopolskie"),
        ("w Tarnowskich Górach", "tarnowskie-gory", "slaskie"),
        ("do Gorzowa Wielkopolskiego", "gorzow-wielkopolski", "lubuskie"),
        ("w Tomaszowie Mazowieckim", "tomaszow-mazowiecki", "lodzkie"),
        ("z Białej Podlaskiej", "biala-podlaska", "lubelskie"),
        ("w Łodzi", "lodz", "lodzkie"),
        ("w Kędzierzynie-Koźlu", "kedzierzyn-kozle", "opolskie"),
        ("rzeszowskie firmy", "rzeszow", "podkarpackie"),
        ("w Ostrowcu Świętokrzyskim", "ostrowiec-swietokrzyski", "swietokrzyskie"),
    ],
)
def test_a_town_is_found_in_its_cases_with_its_voivodeship(text: str, town: str, region: str) -> None:
    [found] = places_in(text)

    assert (found.kind, found.key, found.region, found.country) == ("town", town, region, "PL")


def test_every_town_in_the_list_is_found_by_its_name() -> None:
    names = [row for row in rows("towns.tsv") if row[2] == "PL"]
    missed = [row[0] for row in names if row[1] not in regions(f"Spotkanie odbyło się w: 00-950 {row[0]}")]

    assert missed == []
    assert {row[1] for row in names} == set(REGIONS)


@pytest.mark.parametrize(
    "text",
    [
        "Police zatrzymały ruch na drodze.",
        "Koło Gospodyń zaprasza.",
        "Nowe technologie i Nowe Centrum.",
        "Tych firm jest wiele.",
        "Piła się zepsuła.",
        "rozmowa z Jarosławem Nowakiem",
        "do września 2025",
        "ul. Krakowska 12",
        "przy ulicy Powstańców Śląskich",
        "Mazowiecka 25",
        "Tadeusz Mazowiecki",
        "biuro@krakow.pl, www.silesia-lublin.pl",
        "they polished the metal for us",
        "mówimy po polsku",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("zakład w Policach", "police"),
        ("siedziba w Kole", "kolo"),
        ("the plant in Piła", "pila"),
        ("72-010 Police", "police"),
        ("hala (Żary)", "zary"),
        ("firmy z Tychów", "tychy"),
        ("wyjazd na Hel", "hel"),
        ("w Jarosławiu", "jaroslaw"),
    ],
)
def test_a_town_that_is_also_a_word_is_found_where_a_place_is_meant(text: str, town: str) -> None:
    assert keys(text) == [town]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("klastry w krakowie", "krakow"),
        ("firmy z pily", "pila"),
        ("clusters near cracow", "krakow"),
        ("lotnicze na slasku", "slaskie"),
        ("polish clusters", "PL"),
        ("swietokrzyskie", "swietokrzyskie"),
        ("bielsku bialej", "bielsko-biala"),
    ],
)
def test_a_question_in_lower_case_names_a_place_only_leniently(text: str, key: str) -> None:
    assert keys(text, lenient=True) == [key]


def test_a_month_in_a_question_is_no_town() -> None:
    assert keys("status wazny od marca do wrzesnia 2025", lenient=True) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("w Niemczech", "DE"),
        ("czeskie klastry", "CZ"),
        ("the Slovak partners", "SK"),
        ("w Wielkiej Brytanii", "GB"),
        ("firms of the UK", "GB"),
        ("ze Stanów Zjednoczonych", "US"),
        ("w Bawarii", "DE"),
        ("from Vienna", "AT"),
        ("w Pradze", "CZ"),
        ("we Lwowie", "UA"),
    ],
)
def test_a_place_abroad_has_its_country_and_no_voivodeship(text: str, country: str) -> None:
    [found] = places_in(text)

    assert (found.country, found.region) == (country, "")


def test_a_hyphenated_pair_of_nations_names_both() -> None:
    assert keys("współpraca polsko-niemiecka") == ["PL", "DE"]


def test_a_span_is_exactly_the_words_found() -> None:
    text = "Firma – jak wiadomo – ma biuro w Nowym Sączu."
    [found] = places_in(text)

    assert text[found.span.start : found.span.end] == "Nowym Sączu"


SECTORS = [
    ("Zachodni Klaster Lotniczo-Kosmiczny", {"aerospace"}),
    ("Northern Drone Alliance", {"aerospace"}),
    ("Klaster Zielone Pola – hodowcy bydła i rolnicy", {"agriculture"}),
    ("Agri-Food Valley", {"agriculture", "food"}),
    ("Klaster Rolno-Spożywczy Dolina Wisły", {"agriculture", "food"}),
    ("prowadzę piekarnię i cukiernię", {"food"}),
    ("we run a small brewery", {"food"}),
    ("Nadmorska Grupa Rybacka", {"fishing", "maritime"}),
    ("Leśny Klaster Puszczy", {"forestry"}),
    ("jestem stolarzem", {"wood", "furniture"}),
    ("Klaster Drzewno-Meblarski", {"wood", "furniture"}),
    ("furniture makers of the north", {"furniture"}),
    ("producent opakowań z tektury", {"paper"}),
    ("mam drukarnię", {"printing"}),
    ("a printing house", {"printing"}),
    ("Klaster Tekstylny Przędza", {"textiles"}),
    ("szwalnia odzieży roboczej", {"apparel"}),
    ("a fashion start-up", {"apparel"}),
    ("producent obuwia", {"footwear-leather"}),
    ("leather goods", {"footwear-leather"}),
    ("produkujemy kosmetyki naturalne", {"chemicals"}),
    ("Green Chemistry Cluster", {"chemicals"}),
    ("przetwórstwo tworzyw sztucznych", {"plastics"}),
    ("injection moulding of polymers", {"plastics"}),
    ("firma biotechnologiczna, opracowujemy leki", {"biopharma"}),
    ("Life Science Valley", {"biopharma"}),
    ("producent wyrobów medycznych", {"medical-devices"}),
    ("medical device maker", {"medical-devices"}),
    ("prowadzimy prywatny szpital", {"health"}),
    ("prowadzę odlewnię żeliwa", {"metals", "metalworking"}),
    ("I run a foundry", {"metals", "metalworking"}),
    ("obróbka skrawaniem CNC", {"metalworking"}),
    ("Steel Valley", {"metals"}),
    ("kopalnia węgla", {"mining"}),
    ("the oil and gas suppliers", {"oil-gas"}),
    ("huta szkła artystycznego", {"glass-ceramics", "culture"}),
    ("ceramics makers", {"glass-ceramics"}),
    ("firma budowlana", {"construction"}),
    ("a construction company", {"construction"}),
    ("budowa maszyn i robotyka", {"machinery"}),
    ("industrial robots", {"machinery"}),
    ("producent kabli i transformatorów", {"electrical"}),
    ("Klaster Fotoniki i Światłowodów", {"electronics"}),
    ("semiconductor designers", {"electronics", "creative"}),
    ("mam software house", {"it"}),
    ("tworzymy aplikacje mobilne", {"it"}),
    ("klaster it", {"it"}),
    ("operator telekomunikacyjny", {"telecom"}),
    ("montujemy fotowoltaikę", {"energy"}),
    ("a wind farm developer", {"energy"}),
    ("recykling odpadów", {"environment"}),
    ("waste recycling", {"environment"}),
    ("części samochodowe", {"automotive"}),
    ("transport drogowy i spedycja", {"logistics"}),
    ("stocznia jachtowa", {"maritime"}),
    ("agroturystyka i hotele", {"agriculture", "tourism"}),
    ("Nordic Film Union", {"film"}),
    ("Stowarzyszenie Muzyków Północy", {"music"}),
    ("dziedzictwo kulturowe", {"culture"}),
    ("klaster przemysłów kreatywnych", {"creative"}),
    ("edukacja zawodowa", {"education"}),
    ("insurance brokers", {"finance"}),
    ("biuro rachunkowe", {"business-services"}),
    ("sieć sklepów spożywczych", {"retail", "food"}),
    ("Klaster Nanotechnologii i Kompozytów", {"new-materials"}),
]


@pytest.mark.parametrize(("text", "expected"), SECTORS)
def test_a_name_or_a_description_tells_its_sectors(text: str, expected: set[str]) -> None:
    assert sectors(text) == expected
    assert sectors(fold(text)) == expected


def test_every_sector_has_an_example_here() -> None:
    assert set(itertools.chain.from_iterable(expected for _, expected in SECTORS)) == set(sector_keys())


@pytest.mark.parametrize(
    "text",
    [
        "technologia i innowacja w przemyśle",
        "firma, produkcja, usługi, sieć, grupa",
        "business development and innovation network",
        "rozwój przedsiębiorstw i współpraca nauki z biznesem",
        "it is a good thing that it works",
        "adres poczty elektronicznej",
        "kultura innowacji",
        "firma ze Stalowej Woli",
        "w kolejnych latach, z kolei",
        "stały rozwój, stałe wsparcie",
        "szkolenia i dofinansowanie",
        "kontakt@film-energia.pl",
    ],
)
def test_general_words_tell_no_sector(text: str) -> None:
    assert sectors(text) == set()


def test_sectors_that_go_together_do_so_in_both_directions() -> None:
    pairs = {(one, other) for one in sector_keys() for other in related(one)}

    assert {("metals", "metalworking"), ("biopharma", "health"), ("it", "telecom")} <= pairs
    assert pairs == {(other, one) for one, other in pairs}
    assert all(one != other for one, other in pairs)


def test_every_key_has_a_name_in_both_languages() -> None:
    names = [(sector_name(key, "pl"), sector_name(key, "en")) for key in sector_keys()]
    lands = [(region_name(key, "pl"), region_name(key, "en")) for key in REGIONS]

    assert all(pl and en for pl, en in names + lands)
    assert (country_name("DE", "pl"), country_name("DE", "en")) == ("Niemcy", "Germany")
    assert (region_name("bavaria", "en"), town_name("nowy-sacz")) == ("Bavaria", "Nowy Sącz")
