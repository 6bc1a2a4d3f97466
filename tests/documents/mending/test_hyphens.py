"""Words cut at a line's end are whole again, with the hyphen where it is theirs."""

import pytest

from documents.mending.hyphens import mend
from documents.model import Block


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("konkuren- cyjność firm", "konkurencyjność firm"),
        ("KONKUREN- CYJNOŚĆ", "KONKURENCYJNOŚĆ"),
        ("manage- ment of clusters", "management of clusters"),
        ("projekt polsko- niemiecki", "projekt polsko-niemiecki"),
        ("rozwój społeczno- gospodarczy", "rozwój społeczno-gospodarczy"),
        ("cele krótko- terminowe", "cele krótkoterminowe"),
    ],
)
def test_a_cut_word_is_put_together(cut: str, whole: str) -> None:
    assert mend([Block(cut)])[0].text == whole


@pytest.mark.parametrize(
    "text",
    [
        "dwu- i trzyletni",
        "mikro- oraz małe firmy",
        "Klaster- to jest sieć",
        "e- mail",
        "Warszawa- Kraków",
        "5- 7",
    ],
)
def test_a_hyphen_that_cuts_no_word_stays(text: str) -> None:
    block = Block(text)

    assert mend([block])[0] is block


def test_the_document_itself_tells_how_it_writes_a_word() -> None:
    blocks = [Block("Klaster Mazo- bit działa."), Block("Mazo-bit ma dziesięciu członków.")]

    assert mend(blocks)[0].text == "Klaster Mazo-bit działa."
