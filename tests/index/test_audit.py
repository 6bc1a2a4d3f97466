"""The audit log: written with the action, and never changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.audit import record
from index.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    held = Store(tmp_path / "library.sqlite")
    yield held
    held.close()


def _write(store: Store, *subjects: str, by: str = "ania") -> None:
    for one in subjects:
        with store.database.writing() as connection:
            record(connection, by, "document.removed", one, {"title": f"Tytuł {one}"})


def test_records_come_newest_first_with_who_did_what(store: Store) -> None:
    _write(store, "a", "b")

    newest, oldest = store.audit.records()
    assert (newest.by, newest.action, newest.subject) == ("ania", "document.removed", "b")
    assert oldest.details == {"title": "Tytuł a"}
    assert store.audit.broken() is None


def test_records_are_found_by_person_and_by_words(store: Store) -> None:
    _write(store, "a", "b")
    _write(store, "olej", by="jan")

    assert [one.subject for one in store.audit.records(by="ania")] == ["b", "a"]
    assert [one.subject for one in store.audit.records(about="tytuł OLEJ")] == ["olej"]
    assert [one.subject for one in store.audit.records(before=3, limit=1)] == ["b"]


def test_an_action_that_fails_leaves_no_record(store: Store) -> None:
    def fail() -> None:
        with store.database.writing() as connection:
            record(connection, "ania", "document.removed", "a")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.audit.count() == 0


@pytest.mark.parametrize("statement", ["UPDATE audit SET by = 'jan'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_log(store: Store, statement: str) -> None:
    _write(store, "a")

    with pytest.raises(sqlite3.IntegrityError), store.database.writing() as connection:
        connection.execute(statement)
    assert store.audit.count() == 1


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit SET by = 'jan' WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 1", 2),
        ("DELETE FROM audit WHERE id = 3", 3),
        ("INSERT INTO audit SELECT 9, at, by, action, subject, details, digest FROM audit WHERE id = 3", 9),
    ],
)
def test_a_log_that_was_tampered_with_is_found_out(store: Store, statement: str, found: int) -> None:
    _write(store, "a", "b", "c")
    with closing(sqlite3.connect(store.path)) as behind:
        behind.execute("DROP TRIGGER audit_is_not_changed")
        behind.execute("DROP TRIGGER audit_is_not_shortened")
        behind.execute(statement)
        behind.commit()

    assert store.audit.broken() == found
