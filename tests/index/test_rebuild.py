"""Another model: made beside the one in use, then in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embedding import stamp
from index.ingest import Ingest
from index.rebuild import embed_missing, rebuild, remake_words
from index.store import Store
from index.words import lemma
from tests.fakes import HashingEncoder

TEXTS = ("Klaster lotniczy powstał w Rzeszowie.", "Pogoda w górach zmienia się szybko.")
OTHER = HashingEncoder("other", 16)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    ingest = Ingest(made, HashingEncoder())
    for number, text in enumerate(TEXTS):
        ingest.add_bytes(f"{number}.txt", text.encode())
    yield made
    made.close()


def test_documents_of_another_model_are_embedded_anew(store: Store) -> None:
    assert embed_missing(store, OTHER) == 2

    for held in store.documents():
        found = store.vectors_of(held.id, stamp(OTHER))
        assert found is not None
        assert found[1].shape == (held.sentences, 16)
        assert store.vectors_of(held.id, stamp(HashingEncoder())) is None


def test_a_library_that_has_its_vectors_is_left_alone(store: Store) -> None:
    encoder = HashingEncoder()

    assert embed_missing(store, encoder) == 0
    assert encoder.embedded == []


def test_stopped_in_the_middle_it_goes_on_where_it_was(store: Store) -> None:
    first, _ = store.documents()
    texts = [one.text for passage in store.document_passages(first.id) for one in passage.sentences]
    store.put_vectors(first.id, first.generation, OTHER.embed_passages(texts), model=stamp(OTHER))

    assert embed_missing(store, OTHER) == 1


def test_embedding_all_anew_embeds_what_is_there_already(store: Store) -> None:
    encoder = HashingEncoder()
    embed_missing(store, encoder)

    assert list(rebuild(store, encoder, Ingest(store, encoder), read=False)) == []
    assert len(encoder.embedded) == store.counts().sentences


def test_words_made_in_another_way_are_made_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    remake_words(store)
    monkeypatch.setattr("index.words.RECIPE", 0)
    before = store.generation()

    assert remake_words(store) == 2
    assert remake_words(store) == 0
    assert store.generation() == before + 1
    assert store.frequencies([lemma("górach")]) == {lemma("górach"): 1}
