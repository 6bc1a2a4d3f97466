"""Lines taken apart as names of organisations are read."""

import pytest

from index.extraction.pieces import MOST_PIECES, is_head, legal_form, pieces_of


@pytest.mark.parametrize(
    "form",
    ["Sp. z o.o.", "sp. z o. o.", "SP. Z O.O.", "S.A.", "S. A.", "SA", "sp. k.", "Ltd", "GmbH", "s.r.o."],
)
def test_a_legal_form_is_one_piece_however_it_is_spaced(form: str) -> None:
    (alfa, legal) = list(pieces_of(f"Alfa {form}", 0))[:2]

    assert (alfa.text, legal.kind, legal.text) == ("Alfa", "legal", form)


def test_two_legal_forms_after_one_another_are_one() -> None:
    match = legal_form().match("Sp. z o.o. Sp. k.")

    assert match is not None
    assert match.group() == "Sp. z o.o. Sp. k."


@pytest.mark.parametrize("word", ["sa", "ag", "se", "as"])
def test_a_common_word_is_no_legal_form(word: str) -> None:
    assert legal_form().match(word) is None


def test_a_quotation_is_one_piece_and_a_bracket_ends_the_line() -> None:
    kinds = [one.kind for one in pieces_of("Fundacja „Zielony Kłos” (ZK)", 0)]

    assert kinds == ["word", "quoted", "stop"]


def test_a_long_line_is_read_only_as_far_as_a_name_goes() -> None:
    assert len(list(pieces_of("słowo " * 500, 0))) == MOST_PIECES


def test_a_head_is_known_in_every_case_and_in_english() -> None:
    assert is_head("Fundacją")
    assert is_head("University")
    assert not is_head("Klaster")
