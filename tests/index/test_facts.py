"""Facts in the store: with their document, gone with it, read anew when the way of reading changes."""

import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from documents.model import Document, Span
from documents.moments import Moment
from index.database import Database
from index.errors import LibraryError
from index.extraction.model import Claim, Extract, Name, Subject
from index.facts import Changes, State
from index.ingest import Ingest
from index.rebuild import remake_facts
from index.register.present import RegisterOf
from index.register.register import Register
from index.schema.first_library import FIRST_LIBRARY
from index.store import Store
from tests.fakes import HashingEncoder, make_document, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


def extract(document: Document) -> Extract:
    """Each paragraph's first two words are a cluster's name, its last one the name of its town."""
    subjects, claims = [], []
    for at, passage in enumerate(document.passages):
        words = document.quote(passage.span).split()
        name = " ".join(words[:2])
        start = passage.span.start
        subjects.append(Subject((Name(name, Span(start, start + len(name))),), at, passage.span))
        since, until = Moment.year(2021), Moment.day(date(2025, 12, 17))
        claims.append(
            Claim(at, "status", "KKK", at, passage.span, (passage.span,), "V", since, until, date(2023, 1, 5))
        )
        claims.append(Claim(at, "place", words[-1], at, passage.span))
    return Extract(tuple(subjects), tuple(claims))


def rows(store: Store) -> dict[str, int]:
    tables = ("extracts", "subjects", "names", "facts")
    with store.database.reading() as connection:
        return {one: connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables}


def ingest(store: Store) -> Ingest:
    return Ingest(store, HashingEncoder(), extract=extract)


TEXT = "Klaster Zorkanit działa, siedziba: Opole"
OTHER = "Klaster Wydmiak działa, siedziba: Radom"


def test_facts_come_out_as_they_were_stated(store: Store) -> None:
    outcome = ingest(store).add_bytes("a.txt", TEXT.encode())

    (subject,) = store.facts.changes({}).subjects[outcome.document or ""]
    status, place = subject.facts
    assert [name.text for name in subject.names] == ["Klaster Zorkanit"]
    assert (status.value, status.qualifier, status.said_on) == ("KKK", "V", date(2023, 1, 5))
    assert (status.since, status.until) == (Moment.year(2021), Moment.day(date(2025, 12, 17)))
    assert place.value == "Opole"
    assert status.source.scope == ((status.source.span, TEXT),)


def test_every_quote_is_the_text_at_its_span(store: Store) -> None:
    outcome = ingest(store).add_bytes("a.txt", f"{TEXT}\n\n{OTHER}".encode())

    text = store.text(outcome.document or "")
    subjects = store.facts.changes({}).subjects[outcome.document or ""]
    sources = [
        one for subject in subjects for one in (subject.mention, *(fact.source for fact in subject.facts))
    ]
    assert len(sources) == 3 * len(store.document_passages(outcome.document or "")) > 0
    for source in sources:
        assert source.quote == text[slice(*source.span)]
        assert source.passage in {one.id for one in store.document_passages(source.document.id)}


def test_the_outcome_counts_facts_of_what_is_added_and_of_what_is_held(store: Store) -> None:
    assert ingest(store).add_bytes("a.txt", TEXT.encode()).facts == 2
    assert ingest(store).add_bytes("a.txt", TEXT.encode()).facts == 2


def test_a_document_that_goes_leaves_no_facts(store: Store) -> None:
    outcome = ingest(store).add_bytes("a.txt", TEXT.encode())

    store.remove(outcome.document or "", by="staff")

    assert set(rows(store).values()) == {0}


def test_a_document_that_is_replaced_keeps_no_fact_of_before(store: Store) -> None:
    ingest(store).add_bytes("a.txt", TEXT.encode())
    ingest(store).add_bytes("a.txt", OTHER.encode())

    (cluster,) = RegisterOf(store).now().clusters
    assert cluster.name == "Klaster Wydmiak"
    assert rows(store)["facts"] == 2


def test_a_defect_in_reading_facts_fails_one_file_and_leaves_nothing(store: Store) -> None:
    def broken(document: Document) -> Extract:
        raise ZeroDivisionError

    outcome = Ingest(store, HashingEncoder(), extract=broken).add_bytes("b.txt", OTHER.encode())

    assert outcome.status == "failed"
    assert store.documents() == ()


def test_what_was_held_before_facts_were_read_has_them_read(store: Store) -> None:
    put(store, make_document("a.txt", TEXT))

    assert remake_facts(store, extract, recipe=3) == 1
    assert remake_facts(store, extract, recipe=3) == 0
    assert rows(store)["facts"] == 2


def test_another_recipe_reads_all_documents_anew(store: Store) -> None:
    put(store, make_document("a.txt", TEXT))
    remake_facts(store, extract, recipe=3)
    before = store.generation()

    assert remake_facts(store, lambda document: Extract(), recipe=4) == 1
    assert rows(store) == {"extracts": 1, "subjects": 0, "names": 0, "facts": 0}
    assert store.generation() > before


def test_facts_of_a_document_that_was_replaced_meanwhile_are_not_kept(store: Store) -> None:
    document = make_document("a.txt", TEXT)
    held = put(store, document)
    ingest(store).add_bytes("a.txt", OTHER.encode())

    assert not store.facts.put(held, document, extract(document))
    assert len(RegisterOf(store).now().clusters) == 1


def test_a_library_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    first = Database(tmp_path / "library.sqlite", (FIRST_LIBRARY,))
    first.close()
    store = Store(tmp_path / "library.sqlite")

    assert set(rows(store).values()) == {0}
    store.close()


# The register of a library as it is now


def test_the_register_is_kept_until_the_library_changes(store: Store) -> None:
    registers = RegisterOf(store)
    ingest(store).add_bytes("a.txt", TEXT.encode())
    first = registers.now()

    assert registers.now() is first
    ingest(store).add_bytes("b.txt", OTHER.encode())
    assert [one.name for one in registers.now().clusters] == ["Klaster Zorkanit", "Klaster Wydmiak"]


def test_only_what_has_changed_is_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    registers = RegisterOf(store)
    ingest(store).add_bytes("a.txt", TEXT.encode())
    registers.now()
    read: list[Changes] = []
    changes = store.facts.changes

    def watched(known: Mapping[str, State], seen: int) -> Changes:
        read.append(changes(known, seen))
        return read[-1]

    monkeypatch.setattr(store.facts, "changes", watched)

    outcome = ingest(store).add_bytes("b.txt", OTHER.encode())
    registers.now()

    assert [set(one.subjects) for one in read] == [{outcome.document}]


def test_what_is_removed_leaves_the_register(store: Store) -> None:
    registers = RegisterOf(store)
    outcome = ingest(store).add_bytes("a.txt", TEXT.encode())
    assert registers.now().documents == 1

    store.remove(outcome.document or "", by="staff")

    assert registers.now().clusters == ()


def test_a_document_taken_out_and_added_again_gives_the_same_cluster(store: Store) -> None:
    first = ingest(store).add_bytes("a.txt", TEXT.encode())
    (before,) = RegisterOf(store).now().clusters
    store.remove(first.document or "", by="staff")
    ingest(store).add_bytes("a.txt", TEXT.encode())

    (after,) = RegisterOf(store).now().clusters
    assert (after.id, after.name) == (before.id, before.name)


def test_many_threads_that_ask_at_once_get_one_register(store: Store) -> None:
    ingest(store).add_bytes("a.txt", TEXT.encode())
    registers = RegisterOf(store)
    found: list[Register] = []
    failed: list[LibraryError] = []

    def ask() -> None:
        try:
            found.append(registers.now())
        except LibraryError as error:
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert failed == []
    assert len({id(one) for one in found}) == 1
