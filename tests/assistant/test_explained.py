"""What a thing is, or how it goes, where a document explains it in a sentence that leans on others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from tests.assistant.shelf import Shelf

YARD = """# Kronika stoczni Wrzos

Trzy szkutnie kupiły wspólnie prasę do żagli. Szyjący płaci tylko za prąd i sznurek. Taki układ nazywa się
u nas „igła na słowo”.

Zarządza nim Feliks Olszyna.

Dorosły jest warsztat, który:

- ma własny dach,
- nie boi się zimy.
"""
GUIDE = """# A guide to the Wren Yard

Every workshop leaves one plank in the common shed. It is called the “winter share”.
"""


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path_factory.mktemp("explained"), encoder)
    shelf.add("kronika.md", YARD)
    shelf.add("guide.md", GUIDE)
    yield shelf
    shelf.store.close()


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Na czym polega „igła na słowo”?", "płaci tylko za prąd", "Taki układ"),
        ("Wyjaśnij, co to „igła na słowo”", "płaci tylko za prąd", "Taki układ"),
        ("What is a “winter share”?", "leaves one plank", "It is called"),
    ],
)
def test_a_sentence_that_points_back_is_quoted_with_what_it_points_at(
    chronicle: Shelf, question: str, first: str, second: str
) -> None:
    said = [one.quote for one in chronicle.answer(question).statements]

    assert said[0].startswith(second)
    assert first in said[1]


def test_every_quote_has_a_citation_of_its_own(chronicle: Shelf) -> None:
    answer = chronicle.answer("Na czym polega „igła na słowo”?")

    assert all(one.citations for one in answer.statements)
    for one in answer.citations:
        assert chronicle.store.text(one.document)[one.start : one.end] == one.quote


def test_what_a_list_explains_is_told_with_its_items(chronicle: Shelf) -> None:
    answer = chronicle.answer("Co to znaczy dorosły warsztat?")

    assert [item.name for item in answer.items] == ["ma własny dach,", "nie boi się zimy."]


NEIGHBOURS = """# O klastrach wschodu

Siedzibą Klastra Dębowy Próg jest Ełk, koordynatorem zaś, jak mówią, wdowa po kowalu.

Klaster Dębowy Próg integruje stolarzy z całej okolicy.

Klaster Dębowy Próg skupia 60 warsztatów.
"""


def test_who_leads_is_not_answered_by_the_sentences_after_the_one_that_says_so(
    tmp_path: Path, encoder: Encoder
) -> None:
    shelf = Shelf(tmp_path, encoder)
    shelf.add("wschod.md", NEIGHBOURS)
    said = " ".join(one.quote for one in shelf.answer("Kto koordynuje Klaster Dębowy Próg?").statements)
    shelf.store.close()

    assert "wdowa po kowalu" in said
    assert "stolarzy" not in said
    assert "60" not in said
