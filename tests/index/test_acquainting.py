"""Documents that speak of clusters by names which only others tell, read again with these names."""

from collections.abc import Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from documents.model import Document
from index.acquainting import acquaint, known_names
from index.extraction.apart import FactsRoom
from index.extraction.extract import extract
from index.extraction.model import Extract, Pairs
from index.ingest import Ingest
from index.register.present import RegisterOf
from index.store import Store
from tests.fakes import HashingEncoder

LIST = """Klaster Szkutniczy Bosak – koordynator: Fundacja Kil
Klaster Chłodniczy Warpex – koordynator: Fundacja Lód
"""
NEWS = (
    "Wieści o klastrach\n\nBosak rośnie. Do Bosaka należy już 45 firm. Od maja Warpex prowadzi Izba Szronu.\n"
)
NOTE = "Kalendarz klastrów\n\nZa rok do Bosaka dołączy szkoła. Prezesem Warpexa jest Jan Nowak.\n"
TEXTS = {"list.txt": LIST, "news.txt": NEWS, "note.txt": NOTE}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def add(store: Store, name: str, text: str) -> str:
    outcome = Ingest(store, HashingEncoder()).add_bytes(name, text.encode())
    assert outcome.document is not None
    return outcome.document


def said(store: Store) -> set[tuple[str, str, str]]:
    """What the register says of clusters, but what their names and lists tell."""
    register = RegisterOf(store).now()
    return {
        (cluster.name, fact.attribute, fact.value)
        for cluster in register.clusters
        for fact in cluster.facts
        if fact.attribute in {"members", "person", "coordinator"}
    }


MEMBERS = ("Klaster Szkutniczy Bosak", "members", "45")
COORDINATED = ("Klaster Chłodniczy Warpex", "coordinator", "Izba Szronu")
PERSON = ("Klaster Chłodniczy Warpex", "person", "Jan Nowak")


def test_what_a_document_says_by_the_names_of_others_is_their_clusters(store: Store) -> None:
    for name, text in TEXTS.items():
        add(store, name, text)
    before = said(store)
    read = acquaint(store, extract)

    assert before.isdisjoint({MEMBERS, COORDINATED, PERSON})
    assert read == 2
    assert said(store) >= {MEMBERS, COORDINATED, PERSON}
    assert len(RegisterOf(store).now().clusters) == 2


@pytest.mark.parametrize("names", list(permutations(TEXTS)))
def test_the_order_in_which_documents_come_does_not_matter(store: Store, names: tuple[str, ...]) -> None:
    for name in names:
        add(store, name, TEXTS[name])
        acquaint(store, extract)

    assert said(store) == {
        ("Klaster Szkutniczy Bosak", "coordinator", "Fundacja Kil"),
        ("Klaster Chłodniczy Warpex", "coordinator", "Fundacja Lód"),
        MEMBERS,
        COORDINATED,
        PERSON,
    }


def test_where_the_document_that_told_a_name_is_removed_nothing_is_said_by_it(store: Store) -> None:
    teller = add(store, "list.txt", LIST)
    for name in ("news.txt", "note.txt"):
        add(store, name, TEXTS[name])
    alone = {one.name for one in store.documents()} - {"list.txt"}
    acquaint(store, extract)
    store.remove(teller, by="ada")

    assert acquaint(store, extract) == len(alone)
    assert said(store) == set()
    assert RegisterOf(store).now().clusters == ()


def test_where_the_document_that_told_a_name_is_replaced_the_new_name_counts(store: Store) -> None:
    add(store, "list.txt", LIST)
    add(store, "news.txt", NEWS)
    acquaint(store, extract)
    add(store, "list.txt", LIST.replace("Szkutniczy Bosak", "Morski Bosak"))
    acquaint(store, extract)

    assert ("Klaster Morski Bosak", "members", "45") in said(store)


def test_nothing_is_read_again_without_a_reason(store: Store) -> None:
    read: list[str] = []

    def reading(document: Document, given: Pairs) -> Extract:
        read.append(document.file)
        return extract(document, given)

    add(store, "list.txt", LIST)
    add(store, "news.txt", NEWS)
    acquaint(store, reading)
    add(store, "other.txt", "Klaster Drzewny Sęk zrzesza 12 tartaków.\n")
    acquaint(store, reading)
    generation = store.generation()
    acquaint(store, reading)

    assert read == ["news.txt"]
    assert store.generation() == generation


def test_the_register_is_made_of_what_is_read_with_names(store: Store) -> None:
    registers = RegisterOf(store)
    registers.prepare_with(lambda put: acquaint(store, extract, put))
    registers.now()
    teller = add(store, "list.txt", LIST)
    add(store, "news.txt", NEWS)
    facts = {fact.value for cluster in registers.now().clusters for fact in cluster.facts}
    store.remove(teller, by="ada")

    assert facts >= {"45", "Izba Szronu"}
    assert registers.now().clusters == ()


def test_a_name_of_two_clusters_is_neither_s() -> None:
    told = (
        (("Bosak", "Śląski Klaster Lotniczy Bosak"),),
        (("Bosak", "Pomorski Klaster Rybny Bosak"),),
        (("Warpex", "Klaster Warpex"), ("WARPEX", "Klaster Chłodniczy Warpex")),
    )

    assert known_names(told) == {"Warpex": "Klaster Chłodniczy Warpex"}


def test_names_are_given_to_the_process_that_reads_apart(store: Store) -> None:
    source = store.source(add(store, "news.txt", NEWS))
    with closing(FactsRoom()) as room:
        found = room.extract(source, given=(("Warpex", "Klaster Chłodniczy Warpex"),))

    assert [one.value for one in found.claims if one.attribute == "coordinator"] == ["Izba Szronu"]
