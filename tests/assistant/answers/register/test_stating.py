"""What documents say of a cluster and no attribute of the register holds, by its kind and whose it is."""

import pytest

from tests.assistant.shelf import Shelf

WICKER = """# Klaster Wikliny Nadpilica i uczelnia

Klaster Wikliny Nadpilica działa nad Pilicą. W spotkaniu wzięło udział 14 pracowni.
Porozumienie zawarto 7 maja 2022 r. Komisja przyznała mu 91 punktów.
"""
WOOL = """# Tarn Wool Cluster

Tarn Wool Cluster began as an association of weavers. In 2009 it was transformed into a cluster.
Its budget for 2024 was EUR 310,000. The open day of the cluster drew 260 visitors.
"""
MILL = """# 23 firmy złożyły podpisy pod statutem Klastra Młynarskiego Zaborze

Uroczystość odbyła się w remizie. Młynarze przyszli z rodzinami.
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    for file, text in (("wicker.md", WICKER), ("wool.md", WOOL), ("mill.md", MILL)):
        shelf.add(file, text)
    return shelf


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Ile punktów dostał Klaster Wikliny Nadpilica?", "91"),
        ("Kiedy Klaster Wikliny Nadpilica podpisał porozumienie?", "7 maja 2022"),
        ("ile pracowni przyszlo na spotkanie Klastra Wikliny Nadpilica", "14"),
        ("When did Klaster Wikliny Nadpilica sign the agreement?", "7 maja 2022"),
        ("Kiedy Tarn Wool Cluster przekształcił się w klaster?", "2009"),
        ("When did Tarn Wool Cluster become a cluster?", "2009"),
        ("Jaki budżet miał Tarn Wool Cluster w 2024 roku?", "310,000"),
        ("How many visitors came to the open day of Tarn Wool Cluster?", "260"),
        ("Ile firm podpisało statut Klastra Młynarskiego Zaborze?", "23"),
    ],
)
def test_the_sentence_with_a_value_of_the_kind_asked_for_answers(
    told: Shelf, question: str, value: str
) -> None:
    answer = told.answer(question)

    assert answer.kind in {"fact", "passage"}
    assert value in answer.statements[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Ile punktów dostał Tarn Wool Cluster?",
        "Jaki budżet ma Klaster Wikliny Nadpilica?",
        "Ile wynosi składka w Tarn Wool Cluster?",
        "How many looms does Tarn Wool Cluster own?",
        "When did Klaster Młynarski Zaborze sign the agreement?",
        "Jaki budżet miał Tarn Wool Cluster w 2019 roku?",
    ],
)
def test_a_value_of_something_else_of_another_cluster_or_another_year_is_no_answer(
    told: Shelf, question: str
) -> None:
    assert told.answer(question).kind == "abstention"


def test_what_is_asked_next_without_a_name_is_asked_of_the_same_cluster(told: Shelf) -> None:
    first = told.ask("Kiedy Klaster Wikliny Nadpilica podpisał porozumienie?")
    second = told.ask("A ile punktów dostał?", first.conversation)
    third = told.ask("When was Tarn Wool Cluster transformed?")
    fourth = told.ask("And how many visitors did its open day have?", third.conversation)

    assert "91" in second.answer.statements[0].quote
    assert "260" in fourth.answer.statements[0].quote


def test_the_name_alone_asks_the_same_of_another_cluster(told: Shelf) -> None:
    first = told.ask("When did Tarn Wool Cluster sign the agreement?")
    second = told.ask("And Klaster Wikliny Nadpilica?", first.conversation)

    assert first.answer.kind == "abstention"
    assert "7 maja 2022" in second.answer.statements[0].quote


LETTER = """# Z Beskidów piszą

Klaster Gontu Cisowa ma siedzibę w Żywcu. Spis z maja: 38 warsztatów zrzeszonych.
Prowadzi go Cech Cieśli, a kierownikiem jest Jan Sośnicki. Sala na Zapiecku należy do Klastra Gontu Cisowa.

Second, the Fell Slate Cluster near Keswick. It was begun in 2011 by Lakes Stone Ltd.
Twelve quarries test a saw there under a scheme called "Quiet Blade". It has 57 member firms.
"""


@pytest.mark.parametrize(
    ("question", "cluster"),
    [
        ("Which cluster tests the Quiet Blade scheme?", "Fell Slate Cluster"),
        ("W którym klastrze sprawdzają piłę „Quiet Blade”?", "Fell Slate Cluster"),
        ("Do którego klastra należy sala na Zapiecku?", "Klaster Gontu Cisowa"),
    ],
)
def test_which_cluster_it_is_stands_beside_the_sentence_that_speaks_of_it(
    shelf: Shelf, question: str, cluster: str
) -> None:
    shelf.add("letter.md", LETTER)

    answer = shelf.answer(question)
    assert answer.statements[0].exact == cluster
    assert all(shelf.store.text(one.document)[one.start : one.end] == one.quote for one in answer.citations)


HALL = """# Klaster Pił Ustronie otwiera halę

Halę otwarto 4 maja 2023 r. Jej budowa kosztowała 2,3 mln zł. Bilety na pokazy są po 15 zł.
W grudniu Klaster Pił Ustronie podpisał umowę z Fell Saw Cluster. Wśród naukowców rozdano 30 kalendarzy.
Brzeszczoty są po 20 GBP. Szlif liczy 40 złożonych pism.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ile kosztowała budowa hali Klastra Pił Ustronie?", "2,3 mln"),
        ("ile kosztuja bilety na pokazy klastra Pił Ustronie", "15 zł"),
        ("Ile kosztują brzeszczoty Klastra Pił Ustronie?", "20 GBP"),
        ("Z kim Klaster Pił Ustronie podpisał umowę?", "Fell Saw Cluster"),
    ],
)
def test_sums_and_whoever_is_on_the_other_side_are_told(shelf: Shelf, question: str, told: str) -> None:
    shelf.add("hall.md", HALL)
    shelf.add("letter.md", LETTER)

    answer = shelf.answer(question)
    assert told in f"{answer.statements[0].exact} {answer.statements[0].quote}"


@pytest.mark.parametrize(
    "question",
    [
        "Kto otworzył halę Klastra Pił Ustronie?",
        "Ile pił ma Klaster Pił Ustronie?",
        "Ilu naukowców ma Klaster Pił Ustronie?",
        "Jaka jest kwota za szlif w Klastrze Pił Ustronie?",
        "Ile sal otwarto w klastrze Cisowa?",
        "Ile wynosi budulec Klastra Pił Ustronie?",
    ],
)
def test_a_sentence_without_a_value_of_the_kind_is_not_shown_for_one(shelf: Shelf, question: str) -> None:
    shelf.add("hall.md", HALL)
    shelf.add("letter.md", LETTER)

    assert shelf.answer(question).kind == "abstention"


def test_of_those_compared_a_sentence_says_what_the_register_lacks(shelf: Shelf) -> None:
    shelf.add("letter.md", LETTER)
    shelf.add(
        "other.md", "# Wizyta\n\nBractwo Dachówki leży w Bielsku. Liczy 21 członków, głównie cegielni.\n"
    )

    answer = shelf.answer("Kto ma więcej członków, Fell Slate Cluster czy Bractwo Dachówki?")
    assert answer.kind == "comparison"
    said = " ".join(f"{one.exact} {one.framing} {one.quote}" for one in answer.statements)
    assert "57" in said
    assert "21 członków" in said
