"""Removal: out of everything at once, kept apart for thirty days, and gone from the file after that."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import UnknownRemovalError
from index.removed import KEPT_DAYS
from index.store import Store
from tests.fakes import make_document, put

SECRET = "Zastrzezony numer 555-0199"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def days(count: float) -> datetime:
    return datetime.now(UTC) + timedelta(days=count)


def test_a_removed_document_is_listed_apart_with_who_removed_it(store: Store) -> None:
    held = put(store, make_document("a.txt", "Zdanie.", title="Tytuł"))
    store.remove(held.id, by="Ola")

    (one,) = store.removed.all()

    assert (one.document, one.name, one.title, one.removed_by) == (held.id, "a.txt", "Tytuł", "Ola")
    assert one.until - one.removed_at == timedelta(days=KEPT_DAYS)
    assert store.documents() == ()
    assert store.removed.find("a.txt") == store.removed.find(held.id) == one


def test_after_thirty_days_it_can_no_longer_be_undone_even_if_nobody_swept(store: Store) -> None:
    store.remove(put(store, make_document("a.txt", "Zdanie.")).id, by="Ola")
    (one,) = store.removed.all(now=days(KEPT_DAYS - 0.1))

    assert store.removed.all(now=days(KEPT_DAYS + 0.1)) == ()
    with pytest.raises(UnknownRemovalError):
        store.removed.kept(one.id, now=days(KEPT_DAYS + 0.1))


def test_what_is_due_is_swept_with_its_versions_and_the_rest_stays(store: Store) -> None:
    put(store, make_document("a.txt", "Stare zdanie."))
    store.remove(put(store, make_document("a.txt", "Nowe zdanie.")).id, by="Ola")

    assert store.removed.expire() == 0
    assert store.removed.expire(now=days(KEPT_DAYS + 1)) == 1
    with store.database.reading() as connection:
        for table in ("removals", "versions", "version_contents"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


@pytest.mark.parametrize("way", ["forget", "forget_all", "expire"])
def test_what_is_removed_for_good_is_no_longer_in_the_file(store: Store, tmp_path: Path, way: str) -> None:
    # Whatever this connection did before, and while the library goes on being used.
    store.conversations.remove("nobody")
    held = put(store, make_document("a.txt", SECRET))
    store.wanted.set(held.id, [SECRET[:20]], by="Ola")
    store.remove(held.id, by="Ola")
    (removal,) = store.removed.all()
    if way == "forget":
        store.removed.forget(removal.id, by="Ada")
    elif way == "forget_all":
        store.removed.forget_all(by="Ada")
    else:
        store.removed.expire(now=datetime.now(UTC) + timedelta(days=31))

    kept = b"".join(one.read_bytes() for one in tmp_path.iterdir())

    assert SECRET.encode() not in kept


def test_removing_for_good_is_written_down_and_what_is_not_there_is_said(store: Store) -> None:
    store.remove(put(store, make_document("a.txt", "Zdanie.")).id, by="Ola")
    (one,) = store.removed.all()
    store.removed.forget(one.id, by="Ada")

    newest, *_ = store.audit.records()
    assert (newest.action, newest.by, newest.subject) == ("document.removed_for_good", "Ada", one.document)
    with pytest.raises(UnknownRemovalError, match="no removed document"):
        store.removed.forget(one.id, by="Ada")


def test_all_can_be_removed_for_good_at_once(store: Store) -> None:
    for name in ("a.txt", "b.txt"):
        store.remove(put(store, make_document(name, f"Zdanie w {name}.")).id, by="Ola")

    assert store.removed.forget_all(by="Ada") == 2
    assert store.removed.all() == ()


def test_a_document_added_under_the_name_of_a_removed_one_begins_anew(store: Store) -> None:
    put(store, make_document("a.txt", "Stare zdanie."))
    first = put(store, make_document("a.txt", "Nowe zdanie."))
    store.remove(first.id, by="Ola")

    again = put(store, make_document("a.txt", "Nowe zdanie."))

    assert (again.id, again.version) == (first.id, 1)
    assert len(store.versions.of(again.id)) == 1
