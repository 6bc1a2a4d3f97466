"""Which numbers of a sentence count a cluster's members."""

import pytest

from assistant.answers.register.membership import member_numbers
from documents.model import Span
from index.model import StoredSentence


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Klaster liczy 34 członków.", ["34"]),
        ("The cluster has 57 members.", ["57"]),
        ("Jest nas 61.", ["61"]),
        ("By the end of June we were 93.", ["93"]),
        ("Three auditors interviewed members and read 31 files.", []),
        ("Sprawy członkowskie: Ada Wrzos, tel. 600 555 714.", []),
        ("W szkoleniu wzięło udział 45 członków.", []),
    ],
)
def test_a_number_counts_members_where_its_noun_or_verb_says_so(text: str, numbers: list[str]) -> None:
    sentence = StoredSentence(1, Span(0, len(text)), text)

    assert [text[one.start : one.end] for one in member_numbers(sentence)] == numbers


def test_of_a_row_the_number_in_the_column_of_members_counts_them() -> None:
    text = "3 | Klaster Wrzos | 48"
    sentence = StoredSentence(1, Span(0, len(text)), text, Span(0, 1), "Lp. | Klaster | Liczba członków")

    assert member_numbers(sentence) == (Span(20, 22),)


def test_the_number_that_answers_how_many_there_are_counts_members() -> None:
    text = "Dziś 58, dawniej mniej."
    sentence = StoredSentence(1, Span(0, len(text)), text)

    assert member_numbers(sentence, ["Ilu was jest?"]) == (Span(5, 7),)
    assert member_numbers(sentence, ["Ile kosztuje wstęp?"]) == ()
