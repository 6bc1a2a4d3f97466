"""Definitions side by side."""

from assistant.answers.definition import SOURCES, defines, definition_answer
from tests.assistant.shelf import Shelf


def defining(shelf: Shelf, question: str) -> list[str]:
    material = shelf.material(question)
    return [c.sentence.text for c in material.candidates if defines(c, material.found.query)]


def test_the_sentence_that_starts_with_the_thing_and_goes_on_with_is_defines_it(library: Shelf) -> None:
    assert defining(library, "Co to jest stępka?") == [
        "Stępka to belka, na której opiera się cały kadłub łodzi."
    ]


def test_an_english_sentence_defines_in_the_same_way(library: Shelf) -> None:
    assert defining(library, "What is a keel?") == [
        "A keel is the beam on which the whole hull of a boat rests."
    ]


def test_a_sentence_that_only_speaks_of_the_thing_does_not_define_it(library: Shelf) -> None:
    assert defining(library, "Co to jest kadłub?") == []


def test_a_question_defines_nothing(shelf: Shelf) -> None:
    shelf.add("a.md", "# Pytania\n\nStępka to jest co takiego?\n")

    assert defining(shelf, "Co to jest stępka?") == []


def test_a_definition_is_quoted_under_its_documents_title(library: Shelf) -> None:
    answer = definition_answer(library.material("What is a keel?"))

    assert answer is not None
    assert answer.kind == "definition"
    assert [(one.framing, one.quote[:6]) for one in answer.statements] == [
        ("Words of boat builders", "A keel")
    ]


def test_definitions_of_several_sources_stand_side_by_side(shelf: Shelf) -> None:
    shelf.add("a.md", "# Pierwszy\n\nStępka to belka pod kadłubem.\n")
    shelf.add("b.md", "# Drugi\n\nStępka to grzbiet każdej łodzi.\n")

    answer = definition_answer(shelf.material("Co to jest stępka?", level=True))
    assert answer is not None
    assert {one.framing for one in answer.statements} == {"Pierwszy", "Drugi"}


def test_of_one_source_the_sentence_about_the_thing_itself_defines_it(shelf: Shelf) -> None:
    shelf.add("a.md", "# Słownik\n\nStępka boczna to listwa na burcie łodzi. Stępka to belka pod kadłubem.\n")

    answer = definition_answer(shelf.material("Co to jest stępka?", level=True))
    assert answer is not None
    assert [one.quote for one in answer.statements] == ["Stępka to belka pod kadłubem."]


def test_each_source_is_quoted_once_and_only_so_many(shelf: Shelf) -> None:
    for n in range(SOURCES + 2):
        shelf.add(f"{n}.md", f"# Słownik {n}\n\nStępka to belka numer {n}. Stępka to także grzbiet {n}.\n")

    answer = definition_answer(shelf.material("Co to jest stępka?", level=True))
    assert answer is not None
    assert len({one.document for one in answer.citations}) == len(answer.statements) == SOURCES


def test_sources_in_the_questions_language_come_first(shelf: Shelf) -> None:
    shelf.add("a.md", "# English words\n\nA kuter is a boat that is used by those who fish in the bay.\n")
    shelf.add("b.md", "# Polskie słowa\n\nKuter to łódź, której używają rybacy na zatoce.\n")

    answer = definition_answer(shelf.material("Co to jest kuter?", level=True))
    assert answer is not None
    assert [one.framing for one in answer.statements] == ["Polskie słowa", "English words"]
    assert answer.notes == ("Cytaty podano w języku źródła.",)


def test_where_an_author_is_asked_about_their_definition_is_quoted(shelf: Shelf) -> None:
    shelf.add("a.md", "# Pierwszy\n\nStępka to belka pod kadłubem. Tak pisał Żarnowski.\n")
    shelf.add("b.md", "# Drugi\n\nStępka to grzbiet każdej łodzi. Tak pisała Wodnicka.\n")

    answer = definition_answer(shelf.material("Jak zdefiniowała stępkę Wodnicka?"))
    assert answer is not None
    assert [one.framing for one in answer.statements] == ["Drugi"]


def test_another_question_gets_no_definition(library: Shelf) -> None:
    assert definition_answer(library.material("Gdzie jest stępka?")) is None


def test_where_nothing_answers_there_is_no_definition(library: Shelf) -> None:
    assert definition_answer(library.material("Co to jest stępka?", sure=False)) is None


def test_a_label_is_defined_where_its_acronym_opens_the_sentence_and_no_longer_name_does(
    shelf: Shelf,
) -> None:
    shelf.add(
        "a.md",
        "# Wieści\n\nUzyskanie statusu Krajowego Klastra Kluczowego to spory wysiłek dla całego zespołu.\n",
    )
    shelf.add("b.md", "# Słowniczek\n\nKKK to klastry o dużym znaczeniu dla gospodarki kraju.\n")
    shelf.add("c.md", "# Słownik\n\nKlaster kolejowy – gromada wytwórni taboru i szkół kolejarzy.\n")
    shelf.add("d.md", "# Pomorze\n\nPomorski Klaster Kolejowy – jeden z większych, działa od 2011 roku.\n")

    assert shelf.answer("Co to znaczy Krajowy Klaster Kluczowy?").statements[0].quote.startswith("KKK to")
    told = definition_answer(shelf.material("Co to jest klaster kolejowy?", "gromada"))
    assert told is not None
    assert [one.quote for one in told.statements] == [
        "Klaster kolejowy – gromada wytwórni taboru i szkół kolejarzy."
    ]
