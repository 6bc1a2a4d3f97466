"""Ligatures, unseen signs and letters of another alphabet are put as the letters they stand for."""

import pytest

from documents.mending.print_signs import mend
from documents.model import Block, Repair, Span


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("eﬁcient ﬂota oﬃcer", "eficient flota officer"),
        ("konku\u00adrencyjność", "konkurencyjność"),
        ("przed\u00ad siębiorstw", "przedsiębiorstw"),
        ("Kla\u200bster", "Klaster"),
        ("rok \uf732\uf730\uf732\uf734 \uf6de to", "rok 2024 — to"),
        ("Кlaster lоtniczy", "Klaster lotniczy"),
        ("со to jest", "co to jest"),
        ("Μinister", "Minister"),
    ],
)
def test_signs_become_the_letters_they_stand_for(read: str, meant: str) -> None:
    assert mend([Block(read)])[0].text == meant


@pytest.mark.parametrize(
    "text", ["Москва и Київ", "Δx = 5 μm, α-pinen, Ω", "Klaster со с Мариной", "Αθήνα", "efficient"]
)
def test_other_alphabets_are_let_be(text: str) -> None:
    block = Block(text)

    assert mend([block])[0] is block


def test_the_word_is_what_was_put_right() -> None:
    assert mend([Block("w konku\u00adrencji")])[0].repairs == (Repair(Span(2, 13), "konku\u00adrencji"),)
