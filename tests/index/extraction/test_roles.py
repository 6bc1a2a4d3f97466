"""What persons are said to do."""

import pytest

from index.extraction.people import people_in
from index.extraction.roles import role_of

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


def test_roles_are_known_in_the_nominative() -> None:
    assert role_of("Prezes")
    assert not role_of("fundacja")
