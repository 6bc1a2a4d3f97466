"""How documents were read is kept with them, and told of what is cited."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents.model import Box, Document, Repair, Sheet, Span
from index.errors import UnknownDocumentError
from index.sheets import Cited, Flaws
from index.store import Store
from tests.fakes import make_document, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


def read() -> Document:
    return replace(
        make_document("deck.pdf", "Klaster zrzesza siły.", "Spółki z Łodzi."),
        authors=("Anna Lis", "Jan Kos"),
        modified=date(2024, 5, 6),
        pages=3,
        repairs=(
            Repair(Span(16, 20), "si y"),
            Repair(Span(22, 28), "Sp�łki", readings=("Spółki", "Spałki")),
        ),
        sheets=(
            Sheet(1, ink=0.25, verdict="repaired", reasons=("lost_letters",), words=3, repaired=1),
            Sheet(2, method="ocr", boxes=(("Łodzi", Box(0.1, 0.2, 0.3, 0.25)),), verdict="ocr", words=3),
            Sheet(3, rejected="(cid:3)(cid:9)", verdict="doubtful", reasons=("unreadable",)),
        ),
    )


def test_sheets_and_repairs_come_out_as_they_went_in(store: Store) -> None:
    document = read()

    held = put(store, document)

    assert store.source(held.id) == document
    assert (store.sheets(held.id), store.repairs(held.id)) == (document.sheets, document.repairs)
    assert (held.repairs, held.unclear) == (2, 3)


def test_what_is_cited_without_a_page_was_read_by_ocr_only_if_the_whole_file_was(store: Store) -> None:
    one, more = Sheet(1, method="ocr", verdict="ocr"), Sheet(2)
    picture = put(store, replace(make_document("tablica.png", "Klaster Perkoz."), sheets=(one,)))
    deck = put(store, replace(make_document("deck.pdf", "Klaster Turkawka."), sheets=(one, more)))

    flaws = store.flaws([Cited(held.id, Span(0, 7), None) for held in (picture, deck)])

    assert [each.ocr for each in flaws] == [True, False]


def test_what_is_cited_out_of_repaired_words_or_read_by_ocr_is_told(store: Store) -> None:
    held = put(store, read())
    sound, repaired, unsure = Span(0, 7), Span(8, 21), Span(22, 37)

    cited = [Cited(held.id, sound, 1), Cited(held.id, repaired, 1), Cited(held.id, unsure, 2)]
    flaws = store.flaws([*cited, Cited("x", sound, 1)])

    assert flaws == (Flaws(False, False), Flaws(True, False), Flaws(False, True), Flaws(False, False))


def test_nothing_of_a_document_that_is_removed_or_replaced_is_left(store: Store) -> None:
    held = put(store, read())

    put(store, make_document("deck.pdf", "Klaster ma firmy."))

    assert store.sheets(held.id) == ()
    assert store.repairs(held.id) == ()
    store.remove(held.id, by="staff")
    with pytest.raises(UnknownDocumentError):
        store.sheets(held.id)
