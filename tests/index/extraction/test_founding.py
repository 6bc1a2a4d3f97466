"""When clusters were founded."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA = "Klaster Turkawka"
LARKSPUR = "Larkspur Cluster"


def test_a_cluster_is_founded_in_the_year_told_in_short_before_the_verb() -> None:
    assert read("W 2014 r. powstał Klaster Turkawka.").told("founded") == [(TURKAWKA, "2014")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Klaster Turkawka powstał w 2011 roku.", "2011"),
        ("Klaster Turkawka został założony 14 maja 2011 r.", "2011-05-14"),
        ("Klaster Turkawka działa od 2011 roku.", "2011"),
        ("W maju 2011 roku zawiązano Klaster Turkawka.", "2011-05"),
        ("# Klaster Turkawka\n\nRok założenia: 2011\n", "2011"),
        ("# Klaster Turkawka\n\nKlaster istnieje od 2011 roku.\n", "2011"),
        ("# Klastry\n\n| Klaster | Rok powstania |\n|---|---|\n| Klaster Turkawka | 2011 |\n", "2011"),
    ],
)
def test_a_cluster_is_founded_when_the_text_says(text: str, when: str) -> None:
    assert read(text).told("founded") == [(TURKAWKA, when)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Larkspur Cluster was founded in 2011.", "2011"),
        ("Established in May 2011, the Larkspur Cluster unites foundries.", "2011-05"),
        ("The Larkspur Cluster has been active since 2011.", "2011"),
    ],
)
def test_a_cluster_is_founded_when_an_english_text_says(text: str, when: str) -> None:
    assert read(text).told("founded") == [("Larkspur Cluster", when)]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka rośnie. Fundacja Pliszka powstała w 2004 roku.",
        "Klaster Turkawka otrzymał status KKK w 2011 roku.",
        "Laboratorium Klastra Turkawka powstało w 2011 roku.",
        "Koordynatorem Klastra Turkawka jest Fundacja Pliszka. Fundacja istnieje od 2004 roku.",
        "The Larkspur Cluster is growing. The Wagtail Foundation was established in 2004.",
    ],
)
def test_what_something_else_began_in_is_no_founding(text: str) -> None:
    assert read(text).told("founded") == []


def test_of_two_foundings_in_a_sentence_only_that_of_the_cluster_is_told() -> None:
    text = "# Klaster Turkawka\n\nFundacja istnieje od 2004 roku, sam klaster zawiązano w 2013 roku.\n"

    assert read(text).told("founded") == [(TURKAWKA, "2013")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Klaster Turkawka narodził się w 2011 roku.", "2011"),
        ("Klaster Turkawka formalnie ukonstytuował się w 2011 roku.", "2011"),
        ("Klaster Turkawka sięga korzeniami 2011 roku.", "2011"),
        ("Historia Klastra Turkawka zaczęła się w 2011 roku.", "2011"),
        ("Od 2011 roku Klaster Turkawka łączy odlewnie.", "2011"),
        ("Zawiązany w 2011 roku Klaster Turkawka skupia odlewnie.", "2011"),
        ("Klaster Turkawka (od 2011) skupia odlewnie.", "2011"),
        ("Klaster Turkawka uzyskał status KKK w 2016 roku, choć powstał dopiero w 2011.", "2011"),
        ("Umowę założycielską Klastra Turkawka podpisano 14 maja 2011 r.", "2011-05-14"),
        ("# Klaster Turkawka\n\nKlaster, funkcjonujący od 2011 r., zrzesza 52 podmioty.\n", "2011"),
        ("# Klaster Turkawka\n\nPoczątek: rok 2011, z inicjatywy siedmiu tartaków\n", "2011"),
        ("# Klaster Turkawka\n\nRacibórz, od 2011 roku\n", "2011"),
        ("# Klaster Turkawka\n\nKiedy powstał klaster?\n\nW 2011 roku, po przegranym przetargu.\n", "2011"),
        ("# Klaster Turkawka\n\nJak to się zaczęło?\n\nOd wspólnych zakupów w 2011 roku.\n", "2011"),
        ("# Klaster Turkawka\n\nRok założenia\n\n2011\n", "2011"),
        ("Klaster Turkawka świętował w 2021 roku dziesięciolecie.", "2011"),
    ],
)
def test_a_founding_is_told_in_many_ways(text: str, when: str) -> None:
    assert read(text).told("founded") == [(TURKAWKA, when)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Larkspur Cluster came into being in 2011.", "2011"),
        ("The Larkspur Cluster dates back to 2011.", "2011"),
        ("The Larkspur Cluster (est. 2011) unites foundries.", "2011"),
        ("The Larkspur Cluster began its work in 2011.", "2011"),
        ("Since 2011 the Larkspur Cluster has united foundries.", "2011"),
        ("The Larkspur Cluster was founded in 2011 and received the KKK status in 2016.", "2011"),
        ("Twelve foundries founded the Larkspur Cluster in 2011.", "2011"),
        ("The founding agreement of the Larkspur Cluster was signed on 14 May 2011.", "2011-05-14"),
        ("# Larkspur Cluster\n\nEst. 2011\n", "2011"),
        ("# Larkspur Cluster\n\nEst.\n\n2011\n", "2011"),
        ("# Larkspur Cluster\n\nWhen was it founded?\n\nIn 2011, after a lost tender.\n", "2011"),
        ("The Larkspur Cluster celebrated its 10th anniversary in 2021.", "2011"),
        ("The Larkspur Cluster was launched in 2011 at Wagtail University, founded in 1558.", "2011"),
    ],
)
def test_an_english_founding_is_told_in_many_ways(text: str, when: str) -> None:
    assert read(text).told("founded") == [(LARKSPUR, when)]


@pytest.mark.parametrize(
    "text",
    [
        "Koordynatorem Klastra Turkawka jest Izba Rzemiosła, która powstała w 1998 roku.",
        "Koordynatorem Klastra Turkawka jest założona w 1998 roku Izba Rzemiosła.",
        "Koordynatorem Klastra Turkawka jest Izba Rzemiosła (zał. 1998).",
        "Koordynator Klastra Turkawka działa od 1999 roku.",
        "The coordinator of the Larkspur Cluster was founded in 1999.",
        "The Larkspur Cluster is run by the Wagtail Foundation, a charity set up in 1998.",
        "Klaster Turkawka założył w 2022 roku spółkę.",
        "Klaster Turkawka powołał w 2019 roku radę naukową.",
        "The Larkspur Cluster set up a working group in 2019.",
        "The website of the Larkspur Cluster was launched in 2020.",
        "Od 2020 roku Klaster Turkawka ma nowego prezesa.",
        "Od 2016 roku Klaster Turkawka współpracuje z Politechniką Perkoza.",
        "Since 2020 the Larkspur Cluster has held the national label.",
        "Klaster Turkawka powstanie w 2027 roku.",
    ],
)
def test_what_the_cluster_or_another_body_began_is_no_founding(text: str) -> None:
    assert read(text).told("founded") == []


def test_the_day_of_the_law_is_not_that_of_the_founding() -> None:
    text = "Klaster Turkawka powstał na podstawie ustawy z dnia 7 kwietnia 1989 r. jako stowarzyszenie."

    assert read(text).told("founded") == []


def test_an_anniversary_of_several_is_not_that_of_each() -> None:
    text = "# Klaster Turkawka\n\nDwa klastry obchodziły dziesięciolecie: jeden w 2017 roku, drugi w 2020.\n"

    assert read(text).told("founded") == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "# Klaster Turkawka\n\nW maju 2009 roku siedmiu stolarzy postanowiło razem kupować drewno.\n",
            "2009-05",
        ),
        ("# Klaster Turkawka\n\nIn 2009 seven joiners agreed to buy timber together.\n", "2009"),
        ("# Klaster Turkawka\n\n- rok założenia:\n  2009\n- członkowie: 51 firm\n", "2009"),
        ("# Klaster Turkawka\n\nSet up: 2009\n", "2009"),
    ],
)
def test_those_who_decided_to_do_something_together_founded_it(text: str, when: str) -> None:
    assert read(text).values("founded") == [when]


def test_what_begins_with_it_is_not_told_of_a_partner_named_further_on() -> None:
    told = read(
        "# Notes\n\nThe Larkspur Cluster unites 40 firms. "
        "It was founded in 2012, and its partner is Klaster Turkawka.\n"
    )

    assert told.told("founded") == [(LARKSPUR, "2012")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1. Klaster Turkawka – Tychy – od 2009 r. – 41 firm\n", ["2009"]),
        ("- Klaster Turkawka, Tychy; rok 2009\n", ["2009"]),
        ("# Krajowe Klastry Kluczowe\n\n- Klaster Turkawka – od 2009 r.\n", []),
        ("# Klaster Turkawka\n\nPowstanie klastra datuje się na jesień 2009 r.\n", ["2009"]),
        ("# Larkspur Cluster\n\nIn 2021 it launched the project Owl.\n", []),
        ("# Larkspur Cluster\n\nIn 2021 it set up the regional training centre.\n", []),
    ],
)
def test_an_entry_tells_since_when_but_not_of_a_label(text: str, when: list[str]) -> None:
    assert read(text).values("founded") == when


@pytest.mark.parametrize(
    "text",
    [
        "# Klaster Turkawka\n\nNajstarsza firma działa od 1957 roku.\n",
        "# Larkspur Cluster\n\nThe oldest member was founded in 1957.\n",
    ],
)
def test_since_when_a_member_works_is_not_since_when_the_cluster_does(text: str) -> None:
    assert read(text).values("founded") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Piec w Głogowie ruszył 3 listopada 2025 roku.",
        "05.05.2026 – ruszyło badanie osadów w Bobrze.",
        "W 2025 roku zaczęliśmy rozmowy o wspólnym magazynie.",
        "Jeszcze w 2023 roku działało w nim 45 firm.",
    ],
)
def test_what_else_began_is_no_founding(sentence: str) -> None:
    assert read(f"# Klaster Turkawka\n\nKlaster Turkawka łączy huty. {sentence}\n").told("founded") == []


def test_the_year_of_founding_beside_an_anniversary_goes_before_what_that_tells() -> None:
    text = "Klaster Turkawka obchodzi dziesięciolecie: powołano go 14 czerwca 2015 r. w Sanoku."
    assert read(text).told("founded") == [(TURKAWKA, "2015-06-14")]
