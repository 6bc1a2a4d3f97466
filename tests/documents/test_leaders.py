"""Cards whose values are led up to by dots."""

import pytest

from documents.read import read_document


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Holzring Murtal\n\nCountry ........ Austria\nCity ........... Leoben\nMembers ........ 36\n",
            "City: Leoben",
        ),
        ("Klaster Sum\n\nSiedziba........Iława\nPrezes..........Jan Nowak\n", "Siedziba: Iława"),
    ],
)
def test_dots_before_a_value_are_a_colon(text: str, line: str) -> None:
    assert line in read_document("a.txt", text.encode()).text


def test_a_table_of_contents_is_no_card() -> None:
    text = "Spis\n\nWstęp ........ 3\nO klastrach ........ 7\nWnioski ........ 12\n"
    assert "Wstęp:" not in read_document("a.txt", text.encode()).text


def test_numbers_that_do_not_rise_are_no_pages() -> None:
    text = "Skład\n\n  huty ........ 24\n  szkoły ...... 8\n  gminy ....... 11\n"
    assert "szkoły: 8\n" in read_document("a.txt", text.encode()).text


def test_one_page_out_of_order_makes_no_card_of_a_table_of_contents() -> None:
    text = "Spis\n\nWstęp .... 3\nZałączniki .... 40\nCzłonkowie .... 12\nRok założenia .... 14\n"

    assert "Członkowie:" not in read_document("a.txt", text.encode()).text
