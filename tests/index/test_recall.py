"""The way back: earlier versions and removed documents are held again, with all that is made of them."""

import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from documents.errors import EmptyFileError
from documents.model import Document
from documents.read import read_document
from index.embedding import stamp
from index.errors import SameContentError, TakenPlaceError, UnknownRemovalError
from index.ingest import Ingest
from index.outcome import Outcome
from index.recall import Recall
from index.register.present import RegisterOf
from index.store import Store
from index.vectors import Vectors
from tests.fakes import HashingEncoder

OLD = "Klaster Wodny powstał w 2003 roku w Gdyni.\n\nKoordynatorem Klastra Wodnego jest Fundacja Fala.\n"
NEW = "Klaster Wodny powstał w 2004 roku w Gdyni.\n\nKoordynatorem Klastra Wodnego jest Fundacja Morze.\n"
OTHER = "Pogoda w górach zmienia się szybko.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


@pytest.fixture
def encoder() -> HashingEncoder:
    return HashingEncoder()


@pytest.fixture
def recall(store: Store, encoder: HashingEncoder) -> Recall:
    return Recall(store, encoder)


def add(store: Store, text: str, name: str = "a.txt", by: str = "Ada") -> Outcome:
    outcome = Ingest(store, HashingEncoder()).add_bytes(name, text.encode(), by=by)
    assert outcome.document is not None
    return outcome


def state(store: Store, document: str) -> tuple[object, ...]:
    """What is made of a document, without the numbers that no two contents share."""
    passages = store.document_passages(document)
    vectors = store.vectors_of(document, stamp(HashingEncoder()))
    assert vectors is not None
    facts = store.versions.facts(document, store.document(document).version)
    match = store.match(["fundacja"], ["fundacja"], 10)
    return (
        store.source(document),
        store.content(document),
        [one.text for one in passages],
        vectors[1].tobytes(),
        facts,
        [one.passage in {p.id for p in passages} for one in match],
    )


def test_going_back_makes_the_earlier_bytes_a_new_version(store: Store, recall: Recall) -> None:
    document = add(store, OLD).document or ""
    before = state(store, document)
    add(store, NEW)

    outcome = recall.version(document, 1, by="Stefan")

    assert (outcome.status, outcome.document, outcome.version) == ("replaced", document, 3)
    assert state(store, document) == before
    assert [one.number for one in store.versions.of(document)] == [3, 2, 1]
    assert store.versions.content(document, 2) == NEW.encode()
    assert store.document(document).added_by == "Stefan"


def test_going_back_reads_and_embeds_nothing_anew(
    store: Store, recall: Recall, encoder: HashingEncoder
) -> None:
    document = add(store, OLD).document or ""
    add(store, NEW)

    recall.version(document, 1, by="Stefan")

    assert encoder.embedded == []


def test_vectors_of_another_model_are_made_anew(store: Store) -> None:
    document = add(store, OLD).document or ""
    add(store, NEW)
    other = HashingEncoder("other", dimensions=16)

    Recall(store, other).version(document, 1, by="Stefan")

    found = store.vectors_of(document, stamp(other))
    assert found is not None
    assert found[1].shape[1] == 16


def test_going_back_to_what_is_held_changes_nothing_and_says_so(store: Store, recall: Recall) -> None:
    document = add(store, OLD).document or ""
    add(store, NEW)
    recall.version(document, 1, by="Stefan")
    before = store.generation()

    outcome = recall.version(document, 1, by="Stefan")

    assert (outcome.status, outcome.reason) == ("unchanged", "the same content is held already")
    assert store.generation() == before


def test_going_back_to_bytes_that_another_document_holds_is_refused(store: Store, recall: Recall) -> None:
    document = add(store, OLD).document or ""
    add(store, NEW)
    add(store, OLD, "b.txt")

    with pytest.raises(SameContentError, match=r"held as b\.txt"):
        recall.version(document, 1, by="Stefan")
    assert store.document(document).version == 2


def test_the_register_and_the_index_of_vectors_follow(store: Store, recall: Recall, tmp_path: Path) -> None:
    registers = RegisterOf(store)
    vectors = Vectors(store, model=stamp(HashingEncoder()), dimensions=32, folder=tmp_path)
    document = add(store, OLD).document or ""
    add(store, NEW)
    registers.now()
    vectors.refresh()

    recall.version(document, 1, by="Stefan")
    vectors.refresh()

    (cluster,) = registers.now().clusters
    assert [one.value for one in cluster.of("founded")] == ["2003"]
    held = store.vectors_of(document, stamp(HashingEncoder()))
    assert held is not None
    np.testing.assert_array_equal(vectors.search(held[1][0], 1)[0], held[0].sentences[:1])


def test_an_undone_removal_brings_back_all_under_the_same_id(store: Store, recall: Recall) -> None:
    document = add(store, OLD).document or ""
    add(store, NEW, by="Ewa")
    store.mark_outdated(document, by="Ewa", reason="nowy spis")
    before, held = state(store, document), store.document(document)
    versions = store.versions.of(document)
    store.remove(document, by="Ola")
    removal = store.removed.all()[0].id

    outcome = recall.removed(removal, by="Stefan")

    assert (outcome.status, outcome.document, outcome.version) == ("added", document, 2)
    assert state(store, document) == before
    assert store.versions.of(document) == versions
    again = store.document(document)
    assert (again.added_at, again.added_by, again.outdated) == (held.added_at, "Ewa", held.outdated)
    assert store.removed.all() == ()
    assert store.audit.records()[0].action == "document.put_back"
    with pytest.raises(UnknownRemovalError):
        recall.removed(removal, by="Stefan")


def test_a_name_that_was_taken_meanwhile_is_said_and_nothing_changes(store: Store, recall: Recall) -> None:
    document = add(store, OLD).document or ""
    store.remove(document, by="Ola")
    add(store, NEW)
    (removal,) = store.removed.all()

    with pytest.raises(TakenPlaceError, match=r"a\.txt: another document of this name"):
        recall.removed(removal.id, by="Stefan")

    assert store.content(document) == NEW.encode()
    assert store.removed.all() == (removal,)


def test_bytes_that_came_in_under_another_name_meanwhile_are_said(store: Store, recall: Recall) -> None:
    store.remove(add(store, OLD).document or "", by="Ola")
    add(store, OLD, "b.txt")
    (removal,) = store.removed.all()

    with pytest.raises(SameContentError, match=r"held as b\.txt"):
        recall.removed(removal.id, by="Stefan")

    assert store.removed.all() == (removal,)


def test_what_a_later_program_cannot_read_is_read_anew_from_the_bytes(store: Store) -> None:
    document = add(store, OLD).document or ""
    store.remove(document, by="Ola")
    with store.database.writing() as connection:
        connection.execute("UPDATE version_contents SET reading = ?", (_packed('{"of": "another time"}'),))
    read: list[str] = []

    def reader(file: str, content: bytes) -> Document:
        read.append(file)
        return read_document(file, content)

    outcome = Recall(store, HashingEncoder(), read=reader).removed(store.removed.all()[0].id, by="Ada")

    assert read == ["a.txt"]
    assert (outcome.status, store.content(document)) == ("added", OLD.encode())


def test_what_cannot_be_read_any_more_stays_where_it_is(store: Store) -> None:
    store.remove(add(store, OLD).document or "", by="Ola")
    with store.database.writing() as connection:
        connection.execute("UPDATE version_contents SET reading = ?", (_packed("{}"),))

    def reader(file: str, content: bytes) -> Document:
        raise EmptyFileError(file, "No text was found in this file.")

    outcome = Recall(store, HashingEncoder(), read=reader).removed(store.removed.all()[0].id, by="Ada")

    assert (outcome.status, outcome.reason) == ("refused", "No text was found in this file.")
    assert len(store.removed.all()) == 1


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode())
