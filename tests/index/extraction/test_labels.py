"""What a status is called, its rounds, and the labels of facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.read import read_document
from index.extraction.extract import extract
from index.extraction.labelled import exact_kind, label_kind, labelled
from index.extraction.labels import canonical_round, label_name, labels_in, roman, rounds_in
from index.extraction.lines import lines


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("status Krajowego Klastra Kluczowego", "KKK"),
        ("jest KKK od lat", "KKK"),
        ("Krajowe Klastry Kluczowe", "KKK"),
        ("a National Key Cluster", "KKK"),
        ("złota odznaka jakości", "Gold Label"),
        ("the Gold Label of ECEI", "Gold Label"),
        ("ECEI Silver Label", "Silver Label"),
        ("Srebrny Certyfikat", "Silver Label"),
        ("brązowy znak ESCA", "Bronze Label"),
        ("Regionalny Klaster Kluczowy", "Regionalny Klaster Kluczowy"),
        ("regional key cluster", "Regionalny Klaster Kluczowy"),
    ],
)
def test_a_label_is_known_however_it_is_worded(text: str, key: str) -> None:
    assert [label.key for label in labels_in(text)] == [key]


@pytest.mark.parametrize(
    "text", ["złoty medal", "gold mine", "kluczowy partner klastra", "status prawny", ""]
)
def test_other_words_are_no_label(text: str) -> None:
    assert labels_in(text) == ()


def test_several_labels_are_given_in_their_order() -> None:
    found = labels_in("Srebrna odznaka, potem Gold Label, wreszcie KKK")

    assert [label.key for label in found] == ["Silver Label", "Gold Label", "KKK"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("w V rundzie", "V"),
        ("runda 5", "V"),
        ("w 5. rundzie", "V"),
        ("piąta runda", "V"),
        ("w siódmej edycji", "VII"),
        ("IX edycja", "IX"),
        ("runda nr 8", "VIII"),
        ("round 4", "IV"),
        ("the 6th call", "VI"),
        ("the third round", "III"),
        ("konkurs nr 11", "XI"),
    ],
)
def test_a_round_is_a_roman_numeral_however_it_is_written(text: str, number: str) -> None:
    assert [found for _, found in rounds_in(text)] == [number]


@pytest.mark.parametrize(
    "text", ["runda 0", "konkurs 20 mln zł", "round table", "edycja IIX", "nabór trwa", "V"]
)
def test_a_number_that_counts_no_round_is_none(text: str) -> None:
    assert list(rounds_in(text)) == []


@given(st.integers(1, 37) | st.just(39))
def test_a_number_and_its_numeral_are_the_same_round(number: int) -> None:
    assert canonical_round(str(number)) == canonical_round(roman(number).lower()) == roman(number)


def test_the_longest_numeral_is_a_round_too() -> None:
    assert canonical_round(roman(38)) == "XXXVIII"


@pytest.mark.parametrize("written", ["0", "40", "IIII", "VX", "", "piąta", "-3"])
def test_what_is_no_round_has_no_numeral(written: str) -> None:
    assert canonical_round(written) == ""


@pytest.mark.parametrize(
    ("key", "polish", "english"),
    [
        ("KKK", "Krajowy Klaster Kluczowy", "National Key Cluster"),
        ("Gold Label", "Gold Label", "Gold Label"),
        ("Znak Perkoza", "Znak Perkoza", "Znak Perkoza"),
    ],
)
def test_a_label_has_a_name_in_both_languages(key: str, polish: str, english: str) -> None:
    assert (label_name(key, "pl"), label_name(key, "en")) == (polish, english)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Koordynator", "coordinator"),
        ("KOORDYNATOR KLASTRA", "coordinator"),
        ("Coordinating body", "coordinator"),
        ("Reprezentant", "representative"),
        ("Liczba członków", "members"),
        ("No. of members", "members"),
        ("Rok założenia", "founded"),
        ("Valid until", "until"),
        ("KKK do", "until"),
        ("Runda", "round"),
        ("Siedziba klastra (miasto)", "place"),
        ("Województwo", "region"),
        ("Branża", "sector"),
        ("E-mail", "email"),
        ("Strona WWW", "website"),
        ("Prezes zarządu", "person"),
        ("Partnerzy", "partner"),
        ("Misja", "mission"),
        ("Nazwa angielska", "alias"),
    ],
)
def test_a_label_announces_the_kind_of_its_fact(label: str, kind: str) -> None:
    assert label_kind(label) == kind


@pytest.mark.parametrize(
    "label", ["", "Uwagi", "Lp.", "Kolor dachu", "To jest bardzo długie zdanie o koordynatorze"]
)
def test_an_unknown_label_announces_nothing(label: str) -> None:
    assert label_kind(label) == ""


def test_only_the_very_words_are_an_exact_label() -> None:
    assert exact_kind("koordynator") == "coordinator"
    assert exact_kind("koordynator regionalny") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Koordynator: Fundacja Pliszka", [("coordinator", "Fundacja Pliszka")]),
        ("Siedziba – Rzeszów", [("place", "Rzeszów")]),
        ("Siedziba: Rzeszów; członków: 12", [("place", "Rzeszów"), ("members", "12")]),
        ("Siedziba: Rzeszów | Branża: meble", [("place", "Rzeszów"), ("sector", "meble")]),
        (
            "Koordynator: Fundacja Pliszka; członków: 12",
            [("coordinator", "Fundacja Pliszka"), ("members", "12")],
        ),
        ("Perkoz (koordynator: Fundacja Pliszka) działa", [("coordinator", "Fundacja Pliszka")]),
        ("Strona: https://perkoz.example/a", [("website", "https://perkoz.example/a")]),
        ("Uwagi: koordynator się zmienił", []),
    ],
)
def test_a_line_is_taken_apart_at_its_labels(text: str, found: list[tuple[str, str]]) -> None:
    (line,) = lines(read_document("x.txt", text.encode()))

    assert [(one.kind, one.text) for one in labelled(line)] == found


def test_a_labelled_value_begins_where_it_says() -> None:
    (line,) = lines(read_document("x.txt", "Koordynator: Fundacja Pliszka; członków: 12".encode()))

    assert [line.text[one.start :][: len(one.text)] for one in labelled(line)] == ["Fundacja Pliszka", "12"]


TABLES = """# Klaster Iskra – profil

Klaster Iskra ma status KKK od 2016 roku i skupia odlewnie.

## Status i funkcje w sieciach

| Od kiedy | Funkcja |
|---|---|
| 2016 | Krajowy Klaster Kluczowy |
| 2022 | Biuro sieci odlewniczej |

## Sąsiedzi

| Klaster | Od kiedy | Siedziba |
|---|---|---|
| Klaster Żar | 2011 | Radom |
"""


def test_a_time_under_since_is_of_what_stands_beside_it() -> None:
    document = read_document("x.md", TABLES.encode())
    told = {
        (one.attribute, one.value, one.since and one.since.first.year)
        for one in extract(document).claims
        if one.attribute in {"status", "founded"}
    }

    assert told == {("status", "KKK", 2016), ("founded", "2011", None)}


def test_a_gold_badge_is_a_label_only_where_it_says_of_what() -> None:
    assert labels_in("Members of the network received a gold badge at the sports day.") == ()
    assert [one.key for one in labels_in("a gold cluster badge")] == ["Gold Label"]
