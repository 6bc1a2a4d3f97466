"""Names of persons and their roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.people import is_given_name, opens_with_person, people_in, role_of

TOLD = [
    ("prezes Anna Nowak", "Anna Nowak", "prezes"),
    ("Jan Kowalski – Przewodniczący Klastra", "Jan Kowalski", "przewodniczący Klastra"),
    ("dyrektor zarządzający Kazimierz M. powiedział", "Kazimierz M.", "dyrektor zarządzający"),
    ("funkcję koordynatora pełni dr Ewa Zielińska.", "Ewa Zielińska", "koordynator"),
    ("Jan Kowalski, prezes zarządu, otworzył", "Jan Kowalski", "prezes zarządu"),
    ("Klastrem kieruje Piotr Lis.", "Piotr Lis", "kierujący"),
    ("Radzie przewodniczy prof. dr hab. inż. Maria Wójcik.", "Maria Wójcik", "przewodniczący"),
    ("The cluster is chaired by John Smith since 2010.", "John Smith", "chair"),
    ("Cluster manager: Kate Brown, tel. 12 345 67 89", "Kate Brown", "cluster manager"),
    ("Managing director Dr. Hans Müller of Alfa", "Hans Müller", "managing director"),
    ("Prezesem Stowarzyszenia Zdrój jest Tomasz Wilk.", "Tomasz Wilk", "prezes Stowarzyszenia Zdrój"),
    ("Rozmawialiśmy z Anną Nowak, koordynatorką klastra.", "Anna Nowak", "koordynatorka klastra"),
    ("Spotkanie z Markiem Lisem (wiceprezes zarządu).", "Marek Lis", "wiceprezes zarządu"),
    ("Prezes Zarządu | Adam Sowa | 600 100 200", "Adam Sowa", "prezes Zarządu"),
    (
        "Jan Lis, director of the Green Hills Association, said",
        "Jan Lis",
        "director of the Green Hills Association",
    ),
    ("Zdaniem Jana Brzęczykiewicza, prezesa Klastra Wody, tak", "Jan Brzęczykiewicz", "prezes Klastra Wody"),
    ("Pełnomocnik Zarządu ds. Klastra Karolina Bąk", "Karolina Bąk", "pełnomocnik Zarządu ds. Klastra"),
    ("Jan Kowalski is the president of the board.", "Jan Kowalski", "president of the board"),
    ("Koordynator klastra: mgr inż. Paweł Dudek", "Paweł Dudek", "koordynator klastra"),
]


@pytest.mark.parametrize(("text", "name", "role"), TOLD)
def test_a_role_is_read_on_either_side_of_the_name(text: str, name: str, role: str) -> None:
    assert [(one.name, one.role) for one in people_in(text)] == [(name, role)]


def test_two_persons_keep_their_own_roles() -> None:
    found = people_in("Prezesem jest Tomasz Wilk, dyrektorem biura – Ewa Kot.")

    assert [(one.name, one.role) for one in found] == [
        ("Tomasz Wilk", "prezes"),
        ("Ewa Kot", "dyrektor biura"),
    ]


def test_a_person_without_a_told_role_has_none() -> None:
    found = people_in("Anna Nowak, Jan Lis i Ewa Kot weszli do rady.")

    assert [(one.name, one.role, one.role_span) for one in found] == [
        ("Anna Nowak", None, None),
        ("Jan Lis", None, None),
        ("Ewa Kot", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "name"), [("Kontakt: p. Zielińska", "Zielińska"), ("Mr Smith said", "Smith")]
)
def test_a_title_makes_a_surname_alone_a_person(text: str, name: str) -> None:
    assert [one.name for one in people_in(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Dolina Lotnicza i Politechnika Krakowska w Nowej Hucie",
        "Uniwersytet Jana Kochanowskiego",
        "biuro przy ul. Adama Mickiewicza 5",
        "plac Jana Pawła II",
        "Klastrem zarządza Fundacja Zdrój.",
        "Kraków School of Data",
        "",
    ],
)
def test_places_streets_and_institutions_are_no_persons(text: str) -> None:
    assert people_in(text) == ()


def test_spans_hold_the_name_without_title_and_the_role_as_written() -> None:
    text = "Klaster prowadzi prezes zarządu dr Ewa Zielińska."
    (person,) = people_in(text)

    assert text[slice(*person.span)] == "Ewa Zielińska"
    assert person.role_span is not None
    assert text[slice(*person.role_span)] == "prezes zarządu"


def test_a_person_opens_a_text_after_titles_too() -> None:
    assert opens_with_person("dr hab. Anny Nowak z Krakowa", 0) == 18
    assert opens_with_person("Fundacja Anny Nowak", 0) is None


def test_given_names_and_roles_are_known_by_the_dictionary_and_the_lists() -> None:
    assert is_given_name("Annie")
    assert is_given_name("Jürgen")
    assert not is_given_name("Klaster")
    assert role_of("Prezes")
    assert not role_of("fundacja")


@given(st.text(max_size=80) | st.text(alphabet="JanKot prezs:,–.|MA\n", max_size=60))
def test_persons_of_any_text_lie_in_order_within_it(text: str) -> None:
    at = 0
    for one in people_in(text):
        assert at <= one.span.start < one.span.end <= len(text)
        at = one.span.end
