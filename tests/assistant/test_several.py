"""Questions that ask two things."""

import pytest

from assistant.model import Answer, Citation, Statement
from assistant.question import understand
from assistant.several import joined, parts_of


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "When and where was Tarn Mill founded?",
            ("When was Tarn Mill founded?", "where was Tarn Mill founded?"),
        ),
        (
            "Kiedy powstał Młyn Zaborze i gdzie?",
            ("Kiedy powstał Młyn Zaborze?", "gdzie powstał Młyn Zaborze?"),
        ),
        ("Kiedy był kiermasz i kto go otworzył?", ("Kiedy był kiermasz?", "i kto go otworzył?")),
        ("What is the address, and who is the keeper?", ("What is the address?", "and who is the keeper?")),
        ("Ile kół ma młyn i od kiedy?", ("Ile kół ma młyn?", "i od kiedy?")),
        (
            "By how much will it cut its losses, and by when?",
            ("By how much will it cut its losses?", "by when will it cut its losses?"),
        ),
    ],
)
def test_two_question_words_make_two_questions(question: str, parts: tuple[str, str]) -> None:
    found = parts_of(understand(question))

    assert found is not None
    assert tuple(one.text for one in found) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Kto prowadzi Klaster Wikliny i Trzciny?",
        "Który młyn ma koło i które go straciły?",
        "Czy młyn ma biuro i gdzie?",
        "Who runs the mill and the bakery?",
        "Kto mełł w młynie i co najmniej jednej stodole?",
    ],
)
def test_any_other_question_stays_whole(question: str) -> None:
    assert parts_of(understand(question)) is None


def cited(number: int, start: int, quote: str) -> Citation:
    return Citation(number, "d", "fair.txt", "Fair", None, None, "start", start, start + len(quote), quote)


def said(start: int, quote: str, exact: str) -> Answer:
    statement = Statement((1,), exact=exact, quote=quote)
    return Answer("en", "fact", (statement,), citations=(cited(1, start, quote),))


BOTH = (understand("When was the fair?"), understand("Who opened it?"))
SILENT = Answer("en", "abstention", abstention="The library does not say.")


def test_both_answers_are_given_with_their_own_citations() -> None:
    answer = joined((said(0, "It was in June.", "June"), said(50, "Ada Reed opened it.", "Ada Reed")), BOTH)

    assert answer is not None
    assert [(one.exact, one.citations) for one in answer.statements] == [("June", (1,)), ("Ada Reed", (2,))]
    assert [one.quote for one in answer.citations] == ["It was in June.", "Ada Reed opened it."]


def test_one_sentence_that_answers_both_is_quoted_once() -> None:
    quote = "Ada Reed opened it in June."
    answer = joined((said(0, quote, "June"), said(0, quote, "Ada Reed")), BOTH)

    assert answer is not None
    assert [(one.exact, one.quote) for one in answer.statements] == [("June; Ada Reed", quote)]
    assert len(answer.citations) == 1


def test_a_part_without_an_answer_is_named() -> None:
    answer = joined((said(0, "It was in June.", "June"), SILENT), BOTH)

    assert answer is not None
    assert "Who opened it?" in answer.notes[0]


def test_two_parts_without_an_answer_are_none() -> None:
    assert joined((SILENT, SILENT), BOTH) is None
