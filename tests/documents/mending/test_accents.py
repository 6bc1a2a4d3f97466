"""Accents apart from their letters are put on them where that makes a word."""

import pytest

from documents.mending.accents import mend
from documents.model import Block


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("wspo´łpraca przedsie˛biorco´w", "współpraca przedsiębiorców"),
        ("s ́ciana", "ściana"),
        ("´sciana", "ściana"),
        ("Ł´od´z", "Łódź"),
        ("wojewo ´dztwo", "województwo"),
        ("Z˙ywność i z˙ycie", "Żywność i życie"),
        ("´Sl˛ask", "Śląsk"),
        ("mie ˛dzy nami", "między nami"),
    ],
)
def test_accents_are_put_on_their_letters(read: str, meant: str) -> None:
    assert mend([Block(read)])[0].text == meant


@pytest.mark.parametrize("text", ["don´t, let´s", "12´ 5˙", "Mu´zeum", "rock´n´roll", "´", "współpraca"])
def test_accents_that_make_no_word_stay(text: str) -> None:
    block = Block(text)

    assert mend([block])[0] is block


def test_names_follow_the_words_of_their_document() -> None:
    blocks = [Block("cz˛e´s´c i pi˛e´c pyta´n, tre´s´c"), Block("Mi´skiewicz i Wo´zny-Dul˛eba")]

    assert [block.text for block in mend(blocks)] == [
        "część i pięć pytań, treść",
        "Miśkiewicz i Woźny-Dulęba",
    ]


def test_an_accent_that_fits_one_letter_alone_is_put_on_it() -> None:
    assert mend([Block("Der Z¨ahler darf die Mu¨nze ¨ubrigens nicht erf¨ullen")])[0].text == (
        "Der Zähler darf die Münze übrigens nicht erfüllen"
    )
