"""The register as it is now, also while many documents are added."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from documents.read import read_document
from index.arrival import Arrival
from index.extraction.extract import extract
from index.register.present import RegisterOf
from index.store import Store
from tests.fakes import MODEL, HashingEncoder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def add(store: Store, name: str) -> str:
    text = f"Klaster {name}\n\nKlaster {name} powstał w 2003 roku w Rzeszowie i skupia sto firm.\n".encode()
    read = read_document(f"{name}.txt", text)
    sentences = [read.quote(one.span) for passage in read.passages for one in passage.sentences]
    vectors = HashingEncoder().embed_passages(sentences)
    return store.add(
        read,
        text,
        name=f"{name}.txt",
        vectors=vectors,
        model=MODEL,
        extract=extract(read),
        arrival=Arrival("ala"),
    ).id


def named(registers: RegisterOf) -> set[str]:
    return {one.name for one in registers.now().clusters}


def test_what_was_added_is_in_the_register_next_asked_for(store: Store) -> None:
    registers = RegisterOf(store)
    before = named(registers)
    add(store, "Lotniczy")

    assert before == set()
    assert len(named(registers)) == 1


def test_while_many_are_added_the_register_is_that_of_before_and_at_the_end_it_has_all(store: Store) -> None:
    registers = RegisterOf(store)
    add(store, "Lotniczy")
    with registers.while_adding() as storing:
        seen = []
        for name in ("Morski", "Drzewny"):
            storing(1)
            add(store, name)
            seen.append(len(named(registers)))

    assert seen == [1, 1]
    assert len(named(registers)) == 3


def test_whoever_asks_while_the_register_is_made_anew_does_not_wait(store: Store) -> None:
    registers = RegisterOf(store)
    add(store, "Lotniczy")
    with registers.while_adding() as storing:
        storing(1)
        add(store, "Morski")
        with registers._changing:
            asking = threading.Thread(target=registers.now, daemon=True)
            asking.start()
            asking.join(10)
            waited = asking.is_alive()

    assert not waited


def test_what_is_removed_meanwhile_is_gone_from_the_register_at_once(store: Store) -> None:
    registers = RegisterOf(store)
    gone = add(store, "Lotniczy")
    with registers.while_adding() as storing:
        storing(1)
        add(store, "Morski")
        store.remove(gone, by="ala")
        seen = named(registers)

    assert not any("Lotniczy" in one for one in seen)
    assert len(seen) == 1
