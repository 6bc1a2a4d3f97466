"""Earlier versions: kept whole when a document is replaced, and nowhere else to be found."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.errors import UnknownDocumentError, UnknownVersionError
from index.store import Store
from index.versions import KEPT
from tests.fakes import MODEL, make_document, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def test_what_is_replaced_is_kept_with_who_added_and_who_replaced_it(store: Store) -> None:
    put(store, make_document("a.txt", "Stare zdanie.", title="Stary tytuł"), by="Ada")
    held = put(store, make_document("a.txt", "Nowe zdanie."), by="Stefan")

    present, earlier = store.versions.of(held.id)

    assert (present.number, present.added_by, present.replaced_at) == (2, "Stefan", None)
    assert (earlier.number, earlier.title, earlier.added_by) == (1, "Stary tytuł", "Ada")
    assert earlier.replaced_by == "Stefan"
    assert earlier.replaced_at == present.added_at
    assert store.versions.text(held.id, 1) == "Stare zdanie."
    assert store.versions.content(held.id, 1) == b"Stare zdanie."
    assert store.versions.text(held.id, 2) == "Nowe zdanie."


def test_what_was_made_of_a_version_is_kept_as_it_was(store: Store) -> None:
    document = make_document("a.txt", "Klaster powstał.\nMa firmy.", "Drugi akapit.", heading="Nagłówek")
    held = put(store, document)
    sentences = store.vectors_of(held.id, MODEL)
    put(store, make_document("a.txt", "Nowe zdanie."))

    kept = store.versions.kept(held.id, 1)

    assert kept.document == document
    assert sentences is not None
    assert kept.vectors is not None
    np.testing.assert_array_equal(kept.vectors, sentences[1])


def test_reading_the_same_bytes_anew_keeps_no_version_and_changes_nobody_s_name(store: Store) -> None:
    document = make_document("a.txt", "Zdanie.")
    first = put(store, document, by="Ada")
    store.mark_outdated(first.id, by="Ada", reason="nowy spis")
    again = put(store, document, by="command line")

    assert len(store.versions.of(first.id)) == 1
    assert (again.added_by, again.added_at) == ("Ada", first.added_at)
    assert again.outdated is not None


def test_only_the_last_versions_are_kept_and_their_numbers_stay(store: Store) -> None:
    for number in range(KEPT + 3):
        held = put(store, make_document("a.txt", f"Zdanie numer {number}."))

    numbers = [one.number for one in store.versions.of(held.id)]

    assert numbers == list(range(KEPT + 3, 2, -1))
    with pytest.raises(UnknownVersionError, match="no version 2"):
        store.versions.text(held.id, 2)


def test_an_earlier_version_is_in_no_search_and_no_count(store: Store) -> None:
    put(store, make_document("a.txt", "Klaster wodny."))
    put(store, make_document("a.txt", "Klaster lotniczy."))

    assert store.match(["wodny"], ["wodny"], 10) == ()
    assert store.counts().documents == store.counts().passages == 1


def test_versions_of_what_is_not_held_are_not_told(store: Store) -> None:
    held = put(store, make_document("a.txt", "Stare zdanie."))
    put(store, make_document("a.txt", "Nowe zdanie."))
    store.remove(held.id, by="Ada")

    for read in (store.versions.text, store.versions.content, store.versions.facts, store.versions.kept):
        with pytest.raises(UnknownDocumentError):
            read(held.id, 1)
    with pytest.raises(UnknownDocumentError):
        store.versions.of(held.id)


def test_new_bytes_lift_the_mark_of_a_source_that_was_out_of_date(store: Store) -> None:
    held = put(store, make_document("a.txt", "Stare zdanie."))
    store.mark_outdated(held.id, by="Ada", reason="nowy spis")
    put(store, make_document("a.txt", "Nowe zdanie."))

    present, earlier = store.versions.of(held.id)

    assert store.document(held.id).outdated is None
    assert present.outdated is None
    assert earlier.outdated is not None
    assert earlier.outdated.reason == "nowy spis"


def test_every_change_is_written_down_with_who_did_it(store: Store) -> None:
    held = put(store, make_document("a.txt", "Stare zdanie."), by="Ada")
    put(store, make_document("a.txt", "Nowe zdanie."), by="Stefan")
    store.mark_outdated(held.id, by="Ewa")
    store.mark_outdated(held.id, by="Ewa")
    store.lift_outdated(held.id, by="Ewa")
    store.remove(held.id, by="Ola")

    told = [(one.action, one.by) for one in reversed(store.audit.records())]

    assert told == [
        ("document.added", "Ada"),
        ("document.replaced", "Stefan"),
        ("document.marked_out_of_date", "Ewa"),
        ("document.mark_lifted", "Ewa"),
        ("document.removed", "Ola"),
    ]


def test_how_much_wording_stayed_is_known_of_a_new_version(store: Store) -> None:
    words = " ".join(f"słowo{at}" for at in range(60))
    put(store, make_document("a.txt", words))
    near = put(store, make_document("a.txt", f"{words} i jeszcze jedno"))
    far = put(store, make_document("a.txt", " ".join(f"inne{at}" for at in range(60))))

    assert near.likeness is not None
    assert near.likeness > 0.8
    assert far.likeness == 0
