"""Whether two sentences say the same."""

import pytest

from assistant.answers.sameness import same_statement
from tests.assistant.shelf import Shelf

SAID = "Klaster Lniana Nić skupia 48 firm tkackich oraz dwie uczelnie z regionu."


def same(shelf: Shelf, one: str, other: str) -> bool:
    shelf.add("a.md", f"# Pierwszy\n\n{one}\n")
    shelf.add("b.md", f"# Drugi\n\n{other}\n")
    first, second = (next(c for c in shelf.candidates(t) if c.sentence.text == t) for t in (one, other))
    return same_statement(first, second) and same_statement(second, first)


@pytest.mark.parametrize(
    "other",
    [
        "Klaster Lniana Nić skupia 48 firm tkackich i dwie uczelnie z regionu.",
        "48 firm tkackich oraz dwie uczelnie z regionu skupia klaster Lniana Nić!",
        "W regionie klaster Lniana Nić skupiał 48 firm tkackich oraz dwie uczelnie.",
    ],
)
def test_the_same_words_in_another_order_or_form_say_the_same(shelf: Shelf, other: str) -> None:
    assert same(shelf, SAID, other)


@pytest.mark.parametrize(
    "other",
    [
        "Klaster Lniana Nić skupia 52 firmy tkackie oraz dwie uczelnie z regionu.",
        "Klaster Lniana Nić skupia 48 firm tkackich oraz 2 uczelnie z regionu.",
        "Klaster Lniana Nić skupia 48 firm tkackich.",
        "Klaster Dębowa Beczka skupia 48 firm bednarskich oraz dwie uczelnie z regionu.",
    ],
)
def test_another_number_or_other_words_say_something_else(shelf: Shelf, other: str) -> None:
    assert not same(shelf, SAID, other)
