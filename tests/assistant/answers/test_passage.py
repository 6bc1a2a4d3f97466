"""Answers that quote sentences."""

from assistant.answers.passage import passage_answer
from assistant.model import Answer, Citation
from tests.assistant.shelf import Shelf


def quoted(shelf: Shelf, question: str, chosen: str, *, level: bool = False) -> Answer:
    answer = passage_answer(shelf.material(question, chosen, level=level))
    assert answer is not None
    return answer


def cited(answer: Answer) -> list[str]:
    return [one.file for one in answer.citations]


def test_where_no_sentence_answers_there_is_no_answer(library: Shelf) -> None:
    assert passage_answer(library.material("Kto reprezentuje Bursztynowy Ster?", sure=False)) is None


def test_the_sentence_that_answers_is_quoted_first_with_its_words_marked(library: Shelf) -> None:
    answer = quoted(library, "Kiedy powstał Klaster Bursztynowy Ster?", "w 2009")

    first = answer.statements[0]
    assert first.quote == "Klaster Bursztynowy Ster powstał w 2009 roku w Elblągu."
    assert [first.quote[mark.start : mark.end] for mark in first.marks] == ["2009 roku"]


def test_an_answer_with_its_exact_words_is_a_fact(library: Shelf) -> None:
    answer = quoted(library, "Kiedy powstał Klaster Bursztynowy Ster?", "w 2009")

    assert (answer.kind, answer.statements[0].exact) == ("fact", "2009 roku")


def test_an_answer_without_exact_words_is_a_passage(library: Shelf) -> None:
    answer = quoted(library, "Jaka jest misja klastra Bursztynowy Ster?", "Misją")

    assert (answer.kind, answer.statements[0].exact) == ("passage", "")


def test_the_heading_is_said_where_the_sentence_does_not_name_what_it_is_about(library: Shelf) -> None:
    answer = quoted(library, "Jaka jest misja klastra Bursztynowy Ster?", "Misją")

    assert answer.statements[0].framing == "Klaster Bursztynowy Ster"


def test_an_item_answers_with_the_date_of_the_line_above_it(library: Shelf) -> None:
    answer = quoted(library, "Do kiedy Klaster Wiklinowy Most ma status wschodni?", "Wiklinowy")

    assert [one.quote for one in answer.statements] == [
        "Status klastra wschodniego do 3 lutego 2026 roku mają:",
        "Klaster Wiklinowy Most",
    ]
    assert answer.statements[0].exact == "3 lutego 2026"


def test_where_the_line_above_a_list_is_chosen_the_item_asked_about_is_quoted_too(library: Shelf) -> None:
    answer = quoted(library, "Do kiedy Klaster Lniana Nić ma status wschodni?", "12 maja 2029")

    assert [one.quote for one in answer.statements][1:] == ["Klaster Lniana Nić"]


def test_a_number_in_the_line_above_is_not_the_items(shelf: Shelf) -> None:
    shelf.add(
        "a.md",
        "# Nagrody\n\nNagrodę dostało 12 klastrów:\n\n- Klaster Lniana Nić, wiele firm\n- Klaster Mgła\n",
    )

    answer = quoted(shelf, "Ile firm ma Klaster Lniana Nić?", "Lniana")
    assert all(one.exact == "" for one in answer.statements)


def test_complaint_1_the_quote_is_the_text_between_its_offsets(library: Shelf) -> None:
    answer = quoted(library, "Do kiedy Klaster Wiklinowy Most ma status wschodni?", "Wiklinowy")

    def between(one: Citation) -> str:
        return library.store.text(one.document)[one.start : one.end]

    assert all(between(one) == one.quote for one in answer.citations)


def test_complaint_4_only_what_is_cited_is_listed(library: Shelf) -> None:
    answer = quoted(library, "Ile firm skupia Klaster Bursztynowy Ster?", "Skupia 48")

    used = {number for one in answer.statements for number in one.citations}
    assert used == {one.number for one in answer.citations}


def test_two_sources_that_say_the_same_are_one_statement_with_two_citations(shelf: Shelf) -> None:
    said = "Klaster Bursztynowy Ster skupia 48 firm szkutniczych oraz dwie uczelnie."
    shelf.add("a.md", f"# Bursztynowy Ster\n\n{said}\n")
    shelf.add("b.md", f"# Almanach\n\n{said.replace('oraz', 'i')}\n")

    answer = quoted(shelf, "Ile firm szkutniczych skupia Klaster Bursztynowy Ster?", "48", level=True)
    assert [one.citations for one in answer.statements] == [(1, 2)]
    assert sorted(cited(answer)) == ["a.md", "b.md"]


def test_sources_that_say_different_numbers_are_two_statements(shelf: Shelf) -> None:
    said = "Klaster Bursztynowy Ster skupia {} firm szkutniczych oraz dwie uczelnie."
    shelf.add("a.md", f"# Bursztynowy Ster\n\n{said.format(48)}\n")
    shelf.add("b.md", f"# Bursztynowy Ster\n\n{said.format(52)}\n")

    answer = quoted(shelf, "Ile firm szkutniczych skupia Klaster Bursztynowy Ster?", "48", level=True)
    assert [one.citations for one in answer.statements] == [(1,), (2,)]


def test_beside_a_telephone_number_stand_only_telephone_numbers(library: Shelf) -> None:
    answer = quoted(library, "Jaki telefon ma Bursztynowy Ster?", "55 123")

    assert all("55 123 45 67" in one.quote for one in answer.statements)


def test_a_question_in_a_text_is_not_quoted_beside_an_answer(shelf: Shelf) -> None:
    shelf.add("a.md", "# Pytania\n\nCzy misją Steru jest handel?\n\nMisją Steru jest budowa łodzi.\n")

    answer = quoted(shelf, "Jaka jest misja Steru?", "budowa", level=True)
    assert [one.quote for one in answer.statements] == ["Misją Steru jest budowa łodzi."]


def test_another_item_of_the_list_is_not_quoted_beside_an_item(shelf: Shelf) -> None:
    shelf.add(
        "a.md", "# Gala\n\nWyróżniono:\n\n- klaster żeglarski za nagrodę\n- klaster żeglarski za medal\n"
    )

    answer = quoted(shelf, "Kto ma nagrodę z klastrów żeglarskich?", "nagrodę", level=True)
    assert [one.quote for one in answer.statements if "medal" in one.quote] == []


def test_quotations_of_another_language_are_announced(library: Shelf) -> None:
    answer = quoted(library, "Kto reprezentuje Copper Lantern Cluster?", "Edwin Marlow")

    assert answer.notes == ("Cytaty podano w języku źródła.",)


def test_quotations_of_the_questions_language_need_no_note(library: Shelf) -> None:
    assert quoted(library, "Who represents Copper Lantern?", "Edwin Marlow").notes == ()


def test_what_points_back_in_one_language_does_not_in_the_other(shelf: Shelf) -> None:
    shelf.add(
        "a.md", "# The Wren Yard\n\nEvery workshop has a key. To join the Wren Yard, bring a plank of ash.\n"
    )

    answer = quoted(shelf, "How does one join the Wren Yard?", "To join")
    assert [one.quote for one in answer.statements] == ["To join the Wren Yard, bring a plank of ash."]
