"""Numbers of lists as people see them."""

import pytest

from documents.numbering import Counter, Form, shown


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(3, "1", "3"), (3, "a", "c"), (28, "A", "BB"), (4, "i", "iv"), (1999, "I", "MCMXCIX"), (0, "i", "0")],
)
def test_a_number_is_shown_in_its_form(number: int, form: Form, text: str) -> None:
    assert shown(number, form) == text


def test_inner_levels_begin_anew_under_each_outer_one() -> None:
    counter = Counter()
    seen = []
    for level in (0, 1, 1, 0, 1):
        counter.next(level, 1)
        seen.append((counter.at(0), counter.at(1)))

    assert seen == [(1, 1), (1, 1), (1, 2), (2, 1), (2, 1)]


def test_a_level_can_be_told_to_go_on_at_a_number() -> None:
    counter = Counter()
    counter.set(0, 5)
    counter.next(0, 1)

    assert counter.at(0) == 5
