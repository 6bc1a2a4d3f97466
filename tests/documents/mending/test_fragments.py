"""Words torn into pieces are put together in a document full of them, and nowhere else."""

import pytest

from documents.mending.edits import undone
from documents.mending.fragments import has_signs, mend
from documents.model import Block

_TORN = (
    "Huty z oko li cy Kros na ma ją wspólny za rząd, a współ pra ca z uczel nia mi trwa od lat.",
    "Przed się bior stwa ku pu ją ener gię ra zem; w re gio nie jest to gos po dar czo ważne.",
)


def _mended(*lines: str) -> list[str]:
    return [block.text for block in mend([Block(line) for line in lines])]


def test_pieces_become_the_words_that_the_dictionary_leaves() -> None:
    first, second = _mended(*_TORN)

    assert all(map(has_signs, _TORN))
    # "uczelnia mi" and "uczelniami" are words alike.
    assert "współpraca z uczel nia mi trwa od lat." in first
    assert second == "Przedsiębiorstwa kupują energię razem; w regionie jest to gospodarczo ważne."


def test_what_was_read_can_be_had_back() -> None:
    mended = mend([Block(line) for line in _TORN])

    assert [undone(block.text, block.repairs) for block in mended] == list(_TORN)


@pytest.mark.parametrize(
    "text",
    [
        "To jest wektor y, a to stud nie ma, bo w tym i na tym nic nie ma już od lat.",
        "Rosną a b c d e f, potem x y z, po nich de la van der oraz in en op.",
        "The re gio nal offi ce of the dis trict is not o pen to day.",
    ],
)
def test_a_strange_piece_or_two_are_let_be(text: str) -> None:
    assert _mended(text) == [text]
