"""The exact words that answer."""

from assistant.answers.exact import exact_words
from tests.assistant.shelf import Shelf


def exact(shelf: Shelf, question: str, chosen: str) -> str:
    material = shelf.material(question, chosen)
    assert material.chosen is not None
    return exact_words(material.question, material.found.query, material.chosen)


def said(shelf: Shelf, text: str, question: str) -> str:
    shelf.add("a.md", f"# Klaster Ster\n\n{text}\n")
    return exact(shelf, question, "Ster")


def test_the_one_date_of_a_sentence_is_the_answer_to_when(library: Shelf) -> None:
    assert exact(library, "Do kiedy ważny jest status Bursztynowego Steru?", "ważny do") == "30 czerwca 2027"


def test_of_two_dates_none_is_plainly_meant(shelf: Shelf) -> None:
    assert said(shelf, "Klaster Ster działał od 2009 do 2014 roku.", "Kiedy działał Klaster Ster?") == ""


def test_the_same_date_twice_is_one_answer(shelf: Shelf) -> None:
    assert (
        said(shelf, "Ster założono 2 maja 2009, a 2 maja 2009 był piątek.", "Kiedy założono Ster?")
        == "2 maja 2009"
    )


def test_of_several_numbers_the_one_that_counts_what_is_asked_is_meant(shelf: Shelf) -> None:
    text = "Ster skupia 48 firm szkutniczych, 2 uczelnie oraz 7 instytutów."

    assert said(shelf, text, "Ile uczelni skupia Ster?") == "2 uczelnie"


def test_a_date_the_question_names_itself_is_no_answer(shelf: Shelf) -> None:
    assert said(shelf, "W 2009 roku klaster Ster działał.", "W którym roku, 2009, działał Ster?") == ""


def test_where_several_things_are_asked_for_no_one_word_is_the_answer(library: Shelf) -> None:
    assert exact(library, "Jakie lata działania ma Bursztynowy Ster?", "w 2009") == ""


def test_a_reason_is_more_than_the_word_that_gives_it_away(shelf: Shelf) -> None:
    assert said(shelf, "Ster powstał, aby budować łodzie.", "Dlaczego powstał Ster?") == ""


def test_a_date_beside_the_name_that_is_of_something_else_is_no_answer(shelf: Shelf) -> None:
    text = "Klaster Ster odwiedziła 3 maja 2011 delegacja."

    assert said(shelf, text, "Kiedy rozwiązano umowę założycielską klastra Ster?") == ""


TABLE = """# Wykaz

| Klaster | Siedziba | Firmy |
|---|---|---|
| Lniana Nić | Żyrardów | 17 |
| Mgła | Ustka | 9 |
"""


def test_in_a_table_the_cell_under_the_head_asked_for_is_the_answer(shelf: Shelf) -> None:
    shelf.add("a.md", TABLE)

    assert exact(shelf, "Gdzie ma siedzibę Lniana Nić?", "Lniana") == "Żyrardów"
    assert exact(shelf, "Ile firm ma Mgła?", "Mgła") == "9"
