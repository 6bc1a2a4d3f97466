"""Questions about one cluster that is described and not named, and what leads to a sentence."""

import pytest

from tests.assistant.shelf import Shelf

RESIN = """# Podlaski Klaster Żywic i Laminatów

Klaster powstał w 2014 roku w Łomży. Prezesem klastra jest Jan Wierzba.
Za suszarnię zapłacono 310 tys. zł.

Partnerzy założyciele
Nauka: Instytut Żywic
Miasta: Łomża, Kolno, Zambrów

Partnerzy zagraniczni z krajów: Litwa, Niemcy
"""
MINUTES = """# Notatka z narady sieci gospodarczej

Kto przyszedł:
- Klaster Wełny Runo - Adam Gil i Zofia Wąs
- Klaster Lin Szot - Piotr Hak
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    shelf.add("resin.md", RESIN)
    shelf.add("minutes.md", MINUTES)
    return shelf


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Kto jest prezesem klastra laminatów z Podlasia?", "Jan Wierzba"),
        ("Ile klaster laminatów zapłacił za suszarnię?", "310 tys."),
        ("Kto jest prezezem Podlaskiego Klastra Żywic i Laminatów?", "Jan Wierzba"),
        ("Jakie miasta były założycielami Podlaskiego Klastra Żywic i Laminatów?", "Zambrów"),
        ("Z jakich krajów są partnerzy Podlaskiego Klastra Żywic i Laminatów?", "Litwa"),
        ("Kto reprezentował Klaster Wełny Runo na naradzie?", "Zofia Wąs"),
    ],
)
def test_what_is_asked_of_one_cluster_is_told(told: Shelf, question: str, value: str) -> None:
    answer = told.answer(question)

    assert answer.kind in {"fact", "passage"}
    assert any(value in f"{one.exact} {one.quote}" for one in answer.statements)


@pytest.mark.parametrize(
    "question",
    [
        "Kto jest prezesem klastra szkła z Podlasia?",
        "Z jakich krajów są partnerzy Klastra Lin Szot?",
        "Kto jest skarbnikiem klastra laminatów?",
    ],
)
def test_what_no_such_cluster_is_told_of_is_no_answer(told: Shelf, question: str) -> None:
    assert told.answer(question).kind == "abstention"
