"""Words set with a blank behind each letter are put together; lists of letters are not."""

import pytest

from documents.mending.letter_spacing import mend
from documents.model import Block, Repair, Span


def _mended(*lines: str) -> str:
    return mend([Block(line) for line in lines])[0].text


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("K L A S T R Y", "KLASTRY"),
        ("k l a s t r y   l o t n i c z e", "klastry lotnicze"),
        ("w i o s n a i l a t o", "wiosna i lato"),
        ("N E T W O R K O F I N N O V A T I O N", "NETWORK OF INNOVATION"),
        ("w K L A S T R Z E E N E R G I I od roku", "w KLASTRZE ENERGII od roku"),
        ("Spis t r e ś c i:", "Spis treści:"),
        ("D O   G Ó R Y", "DO GÓRY"),
        ("Z a r z ą d", "Zarząd"),
        ("Projekt B R Z E Ż A N K A", "Projekt BRZEŻANKA"),
    ],
)
def test_letters_that_make_words_are_put_together(torn: str, whole: str) -> None:
    assert _mended(torn) == whole


@pytest.mark.parametrize(
    "text",
    [
        "A B C D E",
        "a b c d",
        "P W Ś C P S N",
        "Warianty X Y Z W",
        "J. R. R. Nowak",
        "a b c d e f g h",
        "K L M N O P R S T",
        "A | B | C | D | E | F",
        "wektory a, b, c, d",
        "2 0 2 4",
        "T A K",
        "KLASTRY LOTNICZE",
    ],
)
def test_letters_that_make_none_stay(text: str) -> None:
    block = Block(text)

    assert mend([block])[0] is block


def test_a_name_of_the_document_is_one_word() -> None:
    assert _mended("P O L M O T E C H", "Firma Polmotech powstała w Lublinie.") == "POLMOTECH"


def test_the_original_stays_beside() -> None:
    assert mend([Block("O nas: K L A S T R Y!")])[0] == Block(
        "O nas: KLASTRY!", repairs=(Repair(Span(7, 14), "K L A S T R Y"),)
    )
