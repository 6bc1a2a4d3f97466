"""Nearly equal documents: pointed out both ways, and only while both are held."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.alike import FEWEST, NEARLY, share, signature
from index.rebuild import remake_signatures
from index.store import Store
from tests.fakes import make_document, put

WORDS = [f"słowo{at}" for at in range(400)]
TEXT = " ".join(WORDS)
CHANGED = " ".join(word if at % 40 else f"inne{at}" for at, word in enumerate(WORDS))
OTHER = " ".join(f"obce{at}" for at in range(400))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def test_nearly_equal_documents_know_of_each_other(store: Store) -> None:
    first = put(store, make_document("a.txt", TEXT, title="Pierwszy"))
    second = put(store, make_document("b.txt", CHANGED))
    put(store, make_document("c.txt", OTHER))

    (near,) = store.alike.near(second.id)

    assert (near.document, near.name, near.title) == (first.id, "a.txt", "Pierwszy")
    assert NEARLY <= near.share < 1
    assert [one.document for one in store.alike.near(first.id)] == [second.id]
    assert store.alike.all().keys() == {first.id, second.id}


def test_the_same_words_in_other_bytes_are_wholly_alike(store: Store) -> None:
    put(store, make_document("a.txt", TEXT))
    held = put(store, make_document("b.txt", TEXT.upper()))

    assert [one.share for one in store.alike.near(held.id)] == [1.0]


def test_a_document_that_goes_or_changes_is_nobody_s_neighbour_any_more(store: Store) -> None:
    first = put(store, make_document("a.txt", TEXT))
    second = put(store, make_document("b.txt", CHANGED))
    third = put(store, make_document("c.txt", f"{TEXT} {TEXT} i koniec"))
    store.remove(first.id, by="Ola")
    put(store, make_document("c.txt", OTHER))

    assert store.alike.near(second.id) == ()
    assert store.alike.near(third.id) == ()


def test_a_library_of_an_earlier_version_is_told_of_once(store: Store) -> None:
    first = put(store, make_document("a.txt", TEXT))
    put(store, make_document("b.txt", CHANGED))
    put(store, make_document("c.txt", "Krótkie zdanie."))
    with store.database.writing() as connection:
        for table in ("signatures", "bands", "alike"):
            connection.execute(f"DELETE FROM {table}")

    assert remake_signatures(store) == 3
    assert remake_signatures(store) == 0
    assert [one.name for one in store.alike.near(first.id)] == ["b.txt"]


def test_a_text_too_short_to_tell_is_like_no_other() -> None:
    assert signature("Klaster powstał w 2003 roku.") is None


@given(st.integers(0, 100_000), st.integers(0, 60))
def test_the_share_is_near_what_counting_finds(seed: int, changed: int) -> None:
    chance = random.Random(seed)
    one = [str(chance.random()) for _ in range(200)]
    other = [word if chance.random() > changed / 100 else f"{word}x" for word in one]
    first, second = ({tuple(words[at : at + 3]) for at in range(198)} for words in (one, other))
    counted = len(first & second) / len(first | second)

    made = [signature(" ".join(words).replace(".", "")) for words in (one, other)]

    assert made[0] is not None
    assert made[1] is not None
    assert len(one) > FEWEST
    assert abs(share(made[0], made[1]) - counted) < 0.25
