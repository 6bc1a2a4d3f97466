"""Names of organisations: where they begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.organisations import organisation_at, organisations_in

# The name stands between the marks "⟦" and "⟧".
ENDING = [
    "przez ⟦Centrum Kooperacji Ślusarzy – not for profit Sp. z o.o.⟧, a od 2020 roku",
    "przez ⟦Fundację Rozwoju Beskidów⟧ od 2013",
    "przez ⟦Katowicką Strefę Technologii S.A.⟧ w latach",
    "Koordynator: ⟦Park Naukowo-Technologiczny Delta Sp. z o.o.⟧ Tel. 12 345",
    "Koordynator: ⟦Stowarzyszenie Producentów Mebli⟧, prezes Jan Lis",
    "przez ⟦Politechnikę Lubuską⟧ i Uniwersytet Alfa",
    "przez ⟦Uniwersytet Rolniczy w Olsztynie⟧.",
    "przez firmę ⟦Metalux Sp. z o. o.⟧ z siedzibą w Kielcach",
    "przez spółkę ⟦Nowak i Synowie Sp. z o.o. Sp. k.⟧ oraz inne",
    "przez ⟦Metalux S.A.⟧ Klaster powstał",
    "przez ⟦Izbę Przemysłowo-Handlową w Tarnowie⟧, która",
    "przez ⟦Stowarzyszenie na rzecz rozwoju Podlasia⟧, działające",
    "przez ⟦Fundację „Zielony Kłos”⟧ oraz gminę",
    "przez ⟦Instytut Technologii Szkła i Ceramiki⟧ (ITSC)",
    "przez ⟦Polską Izbę Technologii Kosmicznych⟧ | 2020",
    "przez ⟦Agencję Rozwoju Regionalnego S. A.⟧ w Suwałkach",
    "przez ⟦Izbę Hutników, Odlewników i Kowali⟧; koordynator",
    "przez ⟦Centrum badań i rozwoju Omega⟧ do 2025 roku",
    "przez ⟦Urząd Marszałkowski Województwa Opolskiego⟧ jest",
    "przez ⟦Urząd Marszałkowski województwa opolskiego⟧ jest",
    "przez ⟦Minatech⟧, który",
    "przez ⟦Krajowe Towarzystwo Naukowe i Techniczne⟧ od",
    "przez ⟦Centrum Transferu Technologii Politechniki Lubuskiej⟧",
    "przez ⟦Akademię Morską im. Jana Żeglarza⟧ w ramach",
    "przez ⟦Departament ds. Innowacji⟧ x",
    "przez ⟦Regionalne Biuro ds. Energii⟧ odpowiada",
    "przez ⟦Akademię Górniczo – Hutniczą⟧ od",
    "przez ⟦Wyższą Szkołę Zarządzania w Rybniku⟧ prowadzi",
    "is coordinated by the ⟦Silesian University of Design⟧ in 2015",
    "is coordinated by the ⟦Institute of Metals and Glass⟧ based in Gdynia",
    "is coordinated by ⟦Alfa Robotics Ltd.⟧, a company",
    "is coordinated by ⟦Alfa Robotics, Inc.⟧ since 2010",
    "is coordinated by the ⟦Foundation for Mountain Research⟧ since 2011",
    "is coordinated by ⟦Chamber of Commerce and Industry in Ostrava⟧ and others",
    "is coordinated by the ⟦Regional Development Agency⟧ which",
    "is coordinated by the ⟦Kraków School of Data⟧ (KSD)",
    "is coordinated by ⟦Smith & Sons GmbH⟧ from",
    "is coordinated by the ⟦Baltic Ocean Council⟧. It",
    "is coordinated by the ⟦University of Life Sciences in Lublin⟧ and Beta S.A.",
    "is coordinated by the ⟦Centre for Advanced Welding⟧ of",
    "is coordinated by ⟦Nordic Foods a.s.⟧ with",
    "Lider | ⟦Beta Nano Sp. z o.o.⟧ | Rzeszów",
    "Koordynator – ⟦Grupa Azymut S.A.⟧ – lider",
    "reprezentowany przez ⟦Zakłady Chemiczne Bór S.A.⟧;",
    "reprezentowany przez ⟦Związek Pracodawców Warmii i Mazur⟧ do 31 grudnia",
    "reprezentowany przez ⟦INNO-MAR sp. z o.o.⟧. Klaster",
    "reprezentowany przez ⟦Spółdzielnię Mleczarską Łąka⟧ oraz Gminę Lis",
    "reprezentowany przez ⟦Towarzystwo Przyjaciół Nauki „Atom” Sp. z o.o.⟧, ul. Długa 3",
    "reprezentowany przez ⟦Krajowe Stowarzyszenie Klaster Wodny⟧.",
    "Koordynator: ⟦Fundacja Halicz⟧ Prezes: Anna",
    "Koordynator: ⟦Fundacja Halicz⟧ e-mail: x@y.pl",
    "Koordynator: ⟦Fundacja Halicz⟧ www.halicz.pl",
    "przez ⟦eMobility Hub Sp. z o.o.⟧ na",
    "przez ⟦Ministerstwo Rozwoju, Pracy i Technologii⟧ w 2020",
    "przez ⟦Lubelską Fundację Innowacji w Zdrowiu⟧ jako",
    "koordynatorem jest ⟦Bractwo Kowali⟧, a",
    "is run by the non-profit ⟦Green Hills Association⟧, located",
    "przez ⟦Spółdzielnię Socjalną „Krok”⟧ z Krosna",
    "przez ⟦Towarową Giełdę Energii SA⟧, potem",
    "przez ⟦Park Przemysłowy Euro-Hub Sp. z o.o.⟧ (dawniej X)",
    "przez ⟦Stowarzyszenie Inżynierów i Techników Przemysłu⟧ ma",
    "przez ⟦Izbę Rolniczą w Bełzie⟧ i Fundację X",
]


def _unmarked(marked: str) -> tuple[str, int, str]:
    start, end = marked.index("⟦"), marked.index("⟧")
    return marked.replace("⟦", "").replace("⟧", ""), start, marked[start + 1 : end]


@pytest.mark.parametrize("marked", ENDING)
def test_a_name_ends_where_a_reader_ends_it(marked: str) -> None:
    text, start, name = _unmarked(marked)

    span = organisation_at(text, start)

    assert span is not None
    assert text[span.start : span.end] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Institute of Glass", "Institute of Glass"),
        ("firmę Metalux, która", "Metalux"),
        ("spółkę Metalux Sp. z o.o. od 2013", "Metalux Sp. z o.o."),
        ("Firma „Beton” S.A.", "„Beton” S.A."),
    ],
)
def test_an_article_or_a_word_for_a_firm_is_no_part_of_the_name(text: str, name: str) -> None:
    span = organisation_at(text, 0)

    assert span is not None
    assert text[span.start : span.end] == name


@pytest.mark.parametrize(
    "text", ["Jana Kowalskiego, prezesa", "dr Annę Nowak", "który działa", "kilka firm", "", "2013 roku"]
)
def test_no_organisation_begins_at_a_person_or_a_common_word(text: str) -> None:
    assert organisation_at(text, 0) is None


def test_a_firm_may_be_called_after_a_person() -> None:
    assert organisation_at("Jan Kowalski Sp. z o.o., Kielce", 0) == (0, 23)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Klaster Wody reprezentuje Fundacja Zdrój z Torunia, a Krajowa Izba Tekstyliów jest partnerem.",
            ["Fundacja Zdrój", "Krajowa Izba Tekstyliów"],
        ),
        (
            "Partnerami są: Politechnika Lubuska, Metalux Sp. z o.o. oraz Nowak i Synowie S.A.",
            ["Politechnika Lubuska", "Metalux Sp. z o.o.", "Nowak i Synowie S.A."],
        ),
        (
            "Silesian University of Design and the Baltic Chamber of Commerce own Alfa Robotics Ltd. alone.",
            ["Silesian University of Design", "Baltic Chamber of Commerce", "Alfa Robotics Ltd."],
        ),
        (
            "Od 2015 roku stowarzyszenie „Zielony Szlak” prowadzi fundacja Halicz.",
            ["Stowarzyszenie „Zielony Szlak”", "Fundacja Halicz"],
        ),
        ("Umowę podpisano z Akademią Górniczą w Katowicach.", ["Akademia Górnicza w Katowicach"]),
        ("Patronem jest Uniwersytet Jana Kota w Kielcach.", ["Uniwersytet Jana Kota w Kielcach"]),
    ],
)
def test_the_organisations_of_a_sentence_are_named_in_the_nominative(text: str, names: list[str]) -> None:
    assert [found.name for found in organisations_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Stowarzyszenia mogą wnioskować o dotację.",
        "Centrum miasta jest piękne.",
        "Śląski Klaster Wodny działa od 2010 roku.",
        "Zarząd Klastra spotkał się z Radą Klastra.",
        "Rozmawiał Jan Kowalski.",
        "The institute and its park are open.",
        "Nasza Fundacja wspiera rozwój.",
    ],
)
def test_common_nouns_clusters_their_organs_and_persons_are_no_organisations(text: str) -> None:
    assert organisations_in(text) == ()


@given(st.text(max_size=80) | st.text(alphabet="Fundacja S.A. „”,–iw zoo.\n|", max_size=60))
def test_what_is_found_in_any_text_lies_in_order_within_it(text: str) -> None:
    found = organisations_in(text)
    at = 0
    for one in found:
        assert at <= one.span.start < one.span.end <= len(text)
        at = one.span.end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wspiera go E-Park Pliszka.", "E-Park Pliszka"),
        ("It is run by the University da Garça.", "University da Garça"),
    ],
)
def test_a_name_is_whole_with_compounds_and_small_words_of_other_languages(text: str, name: str) -> None:
    assert [one.name for one in organisations_in(text)] == [name]
