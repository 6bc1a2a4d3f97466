"""The check: a sound library has nothing wrong, and each thing that is damaged on purpose is found."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.backup import back_up, restore_backup
from index.check.finding import Finding
from index.check.library import CHECKS, check_library
from index.embedding import stamp
from index.ingest import Ingest
from index.rebuild import embed_missing, rebuild, remake_words
from index.store import Store
from index.vectors import INDEX_NAME, STAMP_NAME, Vectors
from tests.fakes import HashingEncoder

ENCODER = HashingEncoder()
TEXTS = {
    "lotniczy.txt": "Śląski Klaster Lotniczy\n\nKoordynatorem Śląskiego Klastra Lotniczego jest "
    "Federacja Firm Lotniczych Bielsko.\n\n"
    "Status Krajowego Klastra Kluczowego jest ważny do 17 grudnia 2025 roku.\n",
    "pogoda.md": "# Pogoda\n\nCo warto wiedzieć:\n\n- w górach pada śnieg,\n- nad morzem wieje wiatr.\n",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "home" / "library.sqlite")) as made:
        ingest = Ingest(made, ENCODER)
        for name, text in TEXTS.items():
            assert ingest.add_bytes(name, text.encode()).status == "added"
        remake_words(made)
        embed_missing(made, ENCODER)
        made.accounts.make("ania", "staff", by="command line")
        made.accounts.give_role("ania", "reader", by="command line")
        vectors = Vectors(made, model=stamp(ENCODER), dimensions=32, folder=made.path.parent)
        vectors.refresh()
        vectors.save()
        yield made


def _findings(store: Store) -> list[Finding]:
    return list(check_library(store, store.path.parent, encoder=ENCODER))


def _damage(store: Store, *statements: str) -> None:
    with store.database.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for one in statements:
            connection.execute(one)


def test_a_sound_library_has_nothing_wrong_and_is_not_changed(store: Store) -> None:
    before = store.generation(), (store.path.parent / INDEX_NAME).read_bytes()

    assert _findings(store) == []
    assert (store.generation(), (store.path.parent / INDEX_NAME).read_bytes()) == before


def test_a_library_without_documents_has_nothing_wrong(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as empty:
        assert list(check_library(empty, tmp_path, encoder=ENCODER)) == []


DOCUMENT = "(SELECT id FROM documents WHERE name = 'lotniczy.txt')"
PASSAGE = f"(SELECT min(id) FROM passages WHERE document = {DOCUMENT})"
# What is damaged, the fault that it is, and the command that mends it.
DAMAGE = [
    (f"UPDATE contents SET bytes = x'00' WHERE document = {DOCUMENT}", "document.digest", "restore"),
    (f"DELETE FROM contents WHERE document = {DOCUMENT}", "document.content", "restore"),
    ("UPDATE documents SET passages = passages + 1", "document.count", "rebuild --read"),
    ("UPDATE documents SET sentences = 0", "document.count", "rebuild --read"),
    ("UPDATE documents SET characters = 1", "document.count", "rebuild --read"),
    ("UPDATE documents SET repairs = 7", "document.count", "rebuild --read"),
    ("UPDATE documents SET unclear = 7", "document.count", "rebuild --read"),
    ("UPDATE passages SET headings = '[['", "document.unreadable", "rebuild --read"),
    (f"UPDATE passages SET text = 'x' WHERE id = {PASSAGE}", "span.text", "rebuild --read"),
    ('UPDATE passages SET start = 100000, "end" = 100001', "span.outside", "rebuild --read"),
    ("UPDATE passages SET headings = replace(headings, 'Pog', 'Śni')", "span.text", "rebuild --read"),
    ("UPDATE passages SET place = 77", "passage.place", "rebuild --read"),
    ('UPDATE sentences SET start = 0, "end" = 2000', "span.outside", "rebuild --read"),
    ('UPDATE sentences SET start = 0, "end" = 2', "sentence.beyond", "rebuild --read"),
    ("UPDATE sentences SET lead = 'x' WHERE lead_start > 0", "span.text", "rebuild --read"),
    ('UPDATE places SET "end" = -1', "span.outside", "rebuild --read"),
    ("UPDATE subjects SET quote = 'x'", "span.text", "rebuild --read"),
    ('UPDATE names SET "end" = 100000', "span.outside", "rebuild --read"),
    ("UPDATE facts SET quote = 'x'", "span.text", "rebuild --read"),
    ("UPDATE facts SET passage = 1000", "fact.passage", "rebuild --read"),
    ("DELETE FROM sentences WHERE id = 2", "document.count", "rebuild --read"),
    (f"DELETE FROM words WHERE rowid = {PASSAGE}", "words.missing", "rebuild"),
    ("INSERT INTO words (rowid, lemmas) VALUES (1000, 'śnieg')", "words.stray", "rebuild"),
    (f"UPDATE words SET lemmas = 'śnieg' WHERE rowid = {PASSAGE}", "words.other", "rebuild"),
    ("UPDATE forms SET count = count + 1", "words.forms", "rebuild"),
    ("DELETE FROM words_data WHERE id > 10", "words.index", "rebuild"),
    ("DELETE FROM vectors", "vectors.missing", "rebuild"),
    ("UPDATE vectors SET dimensions = 16 WHERE document = " + DOCUMENT, "vectors.dimensions", "rebuild"),
    ("UPDATE vectors SET vectors = x'0000'", "vectors.count", "rebuild"),
    ("UPDATE vectors SET vectors = zeroblob(0)", "vectors.count", "rebuild"),
]


@pytest.mark.parametrize(("damage", "fault", "mend"), DAMAGE, ids=[f"{one[1]} {one[0]}" for one in DAMAGE])
def test_what_is_damaged_is_found_and_its_way_back_leads_back(
    store: Store, tmp_path: Path, damage: str, fault: str, mend: str
) -> None:
    back_up(store, tmp_path / "backup")
    _damage(store, damage)

    found = _findings(store)
    assert (fault, mend) in {(one.fault, one.mend) for one in found}

    _mend(store, mend, tmp_path / "backup")
    assert _findings(store) == []


def _mend(store: Store, mend: str, backup: Path) -> None:
    if mend == "restore":
        restore_backup(backup, store.path, force=True)
    else:
        ingest = Ingest(store, ENCODER)
        outcomes = list(rebuild(store, ENCODER, ingest, read=mend == "rebuild --read"))
        assert [one for one in outcomes if not one.is_held] == []
    vectors = Vectors(store, model=stamp(ENCODER), dimensions=32, folder=store.path.parent)
    vectors.refresh()
    vectors.save()


def test_a_vector_that_is_not_the_one_its_sentence_gets_is_found(store: Store, tmp_path: Path) -> None:
    held = store.find("lotniczy.txt")
    before = store.vectors_of(held.id, stamp(ENCODER))
    assert before is not None
    store.put_vectors(held.id, held.generation, np.roll(before[1], 1, axis=0), model=stamp(ENCODER))

    assert ("vectors.other", "lotniczy.txt") in {(one.fault, one.thing) for one in _findings(store)}

    _mend(store, "rebuild", tmp_path)
    assert _findings(store) == []


@pytest.mark.parametrize(("number", "fault"), [(np.nan, "vectors.infinite"), (0.1, "vectors.length")])
def test_a_vector_that_is_none_is_found(store: Store, tmp_path: Path, number: float, fault: str) -> None:
    held = store.find("lotniczy.txt")
    wrong = np.full((held.sentences, 32), number, dtype=np.float32)
    store.put_vectors(held.id, held.generation, wrong, model=stamp(ENCODER))

    assert fault in {one.fault for one in _findings(store)}

    _mend(store, "rebuild", tmp_path)
    assert _findings(store) == []


@pytest.mark.parametrize("damage", ["cut", "flipped", "other", "gone"])
def test_a_damaged_index_file_is_found_and_made_again(store: Store, tmp_path: Path, damage: str) -> None:
    path = store.path.parent / INDEX_NAME
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged = {"cut": path.read_bytes()[:-10], "flipped": bytes(content), "other": b"no index"}
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(damaged[damage])

    (found,) = _findings(store)
    assert (found.fault, found.thing) == ("index.damaged", "sentences.faiss")

    _mend(store, "rebuild", tmp_path)
    assert _findings(store) == []


def test_an_index_file_of_an_earlier_state_is_nothing_wrong(store: Store) -> None:
    Ingest(store, ENCODER).add_bytes("c.txt", b"Pogoda w Tatrach.")
    (store.path.parent / INDEX_NAME).write_bytes(b"damaged")

    assert _findings(store) == []


def test_an_index_file_of_other_sentences_is_found(store: Store, tmp_path: Path) -> None:
    with closing(Store(tmp_path / "other.sqlite")) as other:
        for name in ("a.txt", "b.txt"):
            Ingest(other, ENCODER).add_bytes(name, f"Klaster {name}.".encode())
        model = stamp(ENCODER)
        vectors = Vectors(other, model=model, dimensions=32, folder=tmp_path)
        vectors.refresh()
        vectors.save()
    home = store.path.parent
    (home / INDEX_NAME).write_bytes((tmp_path / INDEX_NAME).read_bytes())
    told = json.loads((tmp_path / STAMP_NAME).read_bytes())
    (home / STAMP_NAME).write_text(json.dumps({**told, "generation": store.generation()}))

    assert {one.fault for one in _findings(store)} == {"index.ids"}


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE jobs SET state = 'hanging'", "job.state"),
        ("DELETE FROM received", "job.file"),
        ("UPDATE received SET bytes = x'00'", "job.file"),
        ("UPDATE jobs SET state = 'done'", "job.outcome"),
    ],
)
def test_a_job_that_cannot_go_on_is_found(store: Store, damage: str, fault: str) -> None:
    store.jobs.receive("c.txt", b"Klaster.", by="ania")
    assert _findings(store) == []

    _damage(store, damage)
    assert [one.fault for one in _findings(store)] == [fault]


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("DELETE FROM version_contents", "version.content"),
        ("UPDATE version_contents SET bytes = x'00'", "version.digest"),
        ("UPDATE version_contents SET text = 'x'", "version.text"),
        ("DELETE FROM versions WHERE removal IS NOT NULL", "removal.content"),
    ],
)
def test_a_version_that_cannot_come_back_is_found(store: Store, damage: str, fault: str) -> None:
    Ingest(store, ENCODER).add_bytes("pogoda.md", b"# Pogoda\n\nInna pogoda.\n")
    store.remove(store.find("lotniczy.txt").id, by="ania")
    assert _findings(store) == []

    _damage(store, damage)
    assert {one.fault for one in _findings(store)} == {fault}


def test_a_log_that_was_changed_behind_the_program_is_found(store: Store) -> None:
    _damage(store, "DROP TRIGGER audit_is_not_changed", "UPDATE audit SET by = 'jan' WHERE id = 2")

    (found,) = _findings(store)
    assert (found.fault, found.values) == ("audit.broken", {"record": 2})


def test_a_reference_to_what_is_not_there_is_found(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(
            "INSERT INTO passages SELECT 99, 'none', start, 1, 0, '[]', text, NULL FROM passages LIMIT 1"
        )

    found = _findings(store)
    assert ("file.reference", "passages", "restore") in {(one.fault, one.thing, one.mend) for one in found}


def test_damaged_pages_are_found_and_end_nothing_but_their_own_check(store: Store) -> None:
    path = store.path
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'contents'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[4096 * (root - 1) : 4096 * root] = b"\xff" * 4096
    path.write_bytes(content)
    with closing(Store(path)) as damaged:
        found = {(one.fault, one.thing) for one in check_library(damaged, path.parent)}

    assert {("file.broken_off", "file"), ("file.broken_off", "documents")} <= found


def test_every_table_is_known_to_a_check(store: Store) -> None:
    with store.database.reading() as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    assert tables - {table for check in CHECKS for table in check.tables} == set()
    assert {table for check in CHECKS for table in check.tables} - tables == set()


def test_progress_goes_to_the_end_of_each_part(store: Store) -> None:
    told: dict[str, tuple[int, int]] = {}
    list(
        check_library(
            store,
            store.path.parent,
            encoder=ENCODER,
            progress=lambda name, done, of: told.update({name: (done, of)}),
        )
    )

    assert told.keys() == {*(check.name for check in CHECKS), "index", "sample"}
    assert all(done == of for done, of in told.values())
