"""An answer as text: a line a statement, its markers at the end."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Answer, Citation, Kind, Statement
from assistant.text import WORD_JOINER, answer_text
from documents.model import Language

MARKERS = re.compile(r"(?:\[\d+\])+")


def citation(number: int) -> Citation:
    return Citation(number, "d", "a.txt", "A", None, None, "start", 0, 1, "x")


def answer(*statements: Statement, language: Language = "pl") -> Answer:
    cited = sorted({number for one in statements for number in one.citations})
    return Answer(language, "passage", statements, citations=tuple(map(citation, cited)))


def sentences(text: str) -> list[str]:
    """The sentences as a program takes them apart that knows no abbreviations."""
    return re.split(r"(?<=[.!?\]])\s+(?=[A-ZŁŚŻŹĆÓ„\"•-])|\n+", text.strip())


def test_a_statement_is_its_exact_words_its_framing_its_quote_and_its_markers() -> None:
    said = Statement((1, 2), exact="2009", framing="Klaster Ster:", quote="Powstał w 2009 roku.")

    assert answer_text(answer(said)) == "**2009** Klaster Ster: „Powstał w 2009 roku.” [1][2]"


def test_quotation_marks_are_those_of_the_answers_language() -> None:
    assert answer_text(answer(Statement((1,), quote="So it is."), language="en")) == "“So it is.” [1]"


def test_each_statement_has_a_line_of_its_own() -> None:
    text = answer_text(answer(Statement((1,), quote="Jeden."), Statement((2,), quote="Dwa.")))

    assert text.splitlines() == ["„Jeden.” [1]", "„Dwa.” [2]"]


def test_line_breaks_inside_a_quotation_become_spaces() -> None:
    assert answer_text(answer(Statement((1,), quote="Jeden\n\n  dwa."))) == "„Jeden dwa.” [1]"


def test_an_abstention_is_its_own_words() -> None:
    assert answer_text(Answer("en", "abstention", abstention="The library does not say.")) == (
        "The library does not say."
    )


@pytest.mark.parametrize(
    "quote",
    [
        "Klaster prowadzi prof. Żarnowski z Kłodzka od dawna.",
        "Biuro: ul. Portowa 7, por. Ńemen, godz. Łączności od rana.",
        "Founded by St. Marlow & Co. Ltd. in the U.S. and at home.",
        "Czy to działa? Tak! Działa zawsze i wszędzie bez wyjątku.",
        'Klaster im. "Żaglowy" ma [sic] – jak mówią – znak.',
        "Podział: 1. Łodzie żaglowe. 2. Jachty motorowe. • Kajaki.",
    ],
)
def test_every_sentence_of_the_text_carries_its_own_markers(quote: str) -> None:
    text = answer_text(answer(Statement((1,), quote=quote), Statement((2,), framing="Dr. Żak", quote=quote)))

    assert all(MARKERS.search(one) for one in sentences(text))


def test_a_quotation_with_one_abbreviation_stands_letter_by_letter_between_its_markers() -> None:
    quote = "Klaster prowadzi prof. Żarnowski z Kłodzka."

    assert answer_text(answer(Statement((1,), quote=quote))) == f"[1]: „{quote}” [1]"


def test_without_the_word_joiners_a_quotation_with_several_stands_letter_by_letter() -> None:
    quote = "Klaster prowadzi prof. Żarnowski, a zastępuje go dr. Łoś z ul. Żaglowej."
    text = answer_text(answer(Statement((1,), quote=quote)))

    assert WORD_JOINER in text
    assert quote in text.replace(WORD_JOINER, "")


QUOTES = st.one_of(
    st.text(min_size=1, max_size=80),
    st.lists(st.sampled_from(["prof.", "Żak", "[1]", "„a”", "\n", "- b", "U.S.", "?", "\u2028", "4."])).map(
        " ".join
    ),
)
STATEMENTS = st.builds(
    Statement,
    st.lists(st.integers(1, 5), min_size=1, max_size=3, unique=True).map(tuple),
    exact=st.sampled_from(["", "2009", "ul. Portowa 7"]),
    framing=st.sampled_from(["", "Dr. Żak:", "Ster"]),
    quote=QUOTES,
)


@given(st.lists(STATEMENTS, min_size=1, max_size=3), st.sampled_from(get_args(Language)))
def test_any_answer_has_markers_at_the_end_of_every_line(said: list[Statement], language: Language) -> None:
    lines = answer_text(answer(*said, language=language)).split("\n")

    assert len(lines) == len(said)
    assert all(MARKERS.search(line) for line in lines)


@given(st.lists(STATEMENTS, min_size=1, max_size=3))
def test_any_answer_taken_apart_by_a_program_keeps_its_markers(said: list[Statement]) -> None:
    assert all(MARKERS.search(one) for one in sentences(answer_text(answer(*said))))


@pytest.mark.parametrize("kind", [kind for kind in get_args(Kind) if kind != "abstention"])
def test_every_kind_of_answer_has_the_same_form(kind: Kind) -> None:
    said = Statement((1,), quote="Klaster działa.")

    assert answer_text(Answer("pl", kind, (said,), citations=(citation(1),))) == "„Klaster działa.” [1]"
