"""Names of persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.people import is_given_name, opens_with_person, people_in
from tests.index.extraction.reading import read


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


def test_given_names_are_known_by_the_dictionary_and_the_list() -> None:
    assert is_given_name("Annie")
    assert is_given_name("Jürgen")
    assert not is_given_name("Klaster")


@given(st.text(max_size=80) | st.text(alphabet="JanKot prezs:,–.|MA\n", max_size=60))
def test_persons_of_any_text_lie_in_order_within_it(text: str) -> None:
    at = 0
    for one in people_in(text):
        assert at <= one.span.start < one.span.end <= len(text)
        at = one.span.end


def test_what_each_person_does_may_stand_in_another_column() -> None:
    text = (
        "# Klaster Turkawka\n\n| Dział | Osoba | Telefon |\n|---|---|---|\n"
        "| Dyrektor klastra | Tomasz Wilk | 87 555 30 11 |\n| Promocja | Ewa Lis | 87 555 30 12 |\n"
    )

    assert read(text).people() == [("Tomasz Wilk", "Dyrektor klastra"), ("Ewa Lis", "Promocja")]
