"""Backups: the library in one file, and back, with what was there before kept."""

import itertools
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.backup import back_up, last_backup, record_backup, restore_backup
from index.check.library import check_library
from index.errors import DamagedStoreError, HeldLibraryError, NoBackupError, UnwritableBackupError
from index.rebuild import remake_words
from index.store import Store
from index.vectors import Vectors
from tests.fakes import MODEL, HashingEncoder, make_document, put


@pytest.fixture
def backup(tmp_path: Path) -> Iterator[Path]:
    with closing(Store(tmp_path / "first" / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Klaster lotniczy."))
        back_up(store, tmp_path / "backup.sqlite")
        yield tmp_path / "backup.sqlite"


def names(path: Path) -> list[str]:
    with closing(Store(path)) as store:
        return [one.name for one in store.documents()]


def test_a_backup_comes_back_into_a_new_home(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "second" / "library.sqlite"

    assert restore_backup(backup, path) is None
    assert names(path) == ["a.txt"]


def test_documents_that_are_held_are_not_overwritten_unless_forced(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "second" / "library.sqlite"
    with closing(Store(path)) as store:
        put(store, make_document("b.txt", "Pogoda."))

    with pytest.raises(HeldLibraryError, match="--force"):
        restore_backup(backup, path)
    assert names(path) == ["b.txt"]

    before = restore_backup(backup, path, force=True)
    assert names(path) == ["a.txt"]
    assert before is not None
    assert names(before) == ["b.txt"]


def test_a_library_in_use_takes_what_was_put_back_for_new(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "second" / "library.sqlite"
    with closing(Store(path)) as store:
        # Of the same name and generation as the document in the backup, and another text.
        put(store, make_document("a.txt", "Pogoda w górach."))
        vectors = Vectors(store, model=MODEL, dimensions=32, folder=path.parent)
        vectors.refresh()

        restore_backup(backup, path, force=True)

        vectors.refresh()
        _, cosines = vectors.search(HashingEncoder().embed_query("Klaster lotniczy."), 1)
        assert cosines[0] == pytest.approx(1, abs=1e-3)


def test_no_earlier_generation_comes_back(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "second" / "library.sqlite"
    with closing(Store(path)) as store:
        for number in range(5):
            put(store, make_document("b.txt", f"Pogoda {number}."))
        seen = store.generation()

        restore_backup(backup, path, force=True)

        assert store.generation() > seen
        assert [one.name for one in store.documents()] == ["a.txt"]


def test_a_damaged_library_is_moved_aside_and_replaced(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "second" / "library.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"damaged" * 1000)

    with pytest.raises(DamagedStoreError, match="add --force"):
        restore_backup(backup, path)
    before = restore_backup(backup, path, force=True)

    assert names(path) == ["a.txt"]
    assert before is not None
    assert before.read_bytes() == b"damaged" * 1000


@pytest.mark.parametrize("content", [None, b"", b"damaged" * 1000])
def test_what_is_no_backup_changes_nothing(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "library.sqlite"
    with closing(Store(path)) as store:
        put(store, make_document("b.txt", "Pogoda."))
    if content is not None:
        (tmp_path / "backup.sqlite").write_bytes(content)

    with pytest.raises(NoBackupError, match=r"backup\.sqlite: .*; name one that `backup FILE` wrote$"):
        restore_backup(tmp_path / "backup.sqlite", path, force=True)

    assert names(path) == ["b.txt"]


def test_another_program_s_database_is_no_backup(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")

    with pytest.raises(NoBackupError, match="not a library of this program"):
        restore_backup(other, tmp_path / "library.sqlite")


def test_a_backup_with_broken_pages_is_refused_before_anything_is_touched(
    backup: Path, tmp_path: Path
) -> None:
    content = bytearray(backup.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    backup.write_bytes(content)
    path = tmp_path / "second" / "library.sqlite"

    with pytest.raises(NoBackupError):
        restore_backup(backup, path, force=True)

    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "found"),
    [("gone/b", "No such file or directory"), ("a file/b", "Not a directory"), (".", "it is a folder")],
)
def test_a_place_where_no_backup_can_be_is_named_as_it_was_typed(
    tmp_path: Path, name: str, found: str
) -> None:
    (tmp_path / "a file").write_text("")
    target = tmp_path / name
    with (
        closing(Store(tmp_path / "library.sqlite")) as store,
        pytest.raises(UnwritableBackupError) as raised,
    ):
        back_up(store, target)

    assert str(raised.value).startswith(f"{target}: no backup can be written there ({found})")


def test_a_backup_takes_the_place_of_an_earlier_one_and_leaves_nothing_beside(
    backup: Path, tmp_path: Path
) -> None:
    with closing(Store(tmp_path / "first" / "library.sqlite")) as store:
        put(store, make_document("b.txt", "Pogoda."))
        # As a backup leaves it that was killed.
        backup.with_name("backup.sqlite.part").write_bytes(b"broken" * 1000)

        back_up(store, backup)

    assert names(backup) == ["a.txt", "b.txt"]
    assert not backup.with_name("backup.sqlite.part").exists()


def test_a_backup_made_while_others_write_is_one_sound_state(tmp_path: Path) -> None:
    over = threading.Event()
    with closing(Store(tmp_path / "first" / "library.sqlite")) as store:
        put(store, make_document("first.txt", "Klaster."))

        def write() -> None:
            for number in itertools.count():
                if over.is_set():
                    return
                put(store, make_document(f"{number}.txt", f"Klaster numer {number}.", f"Pogoda {number}."))

        writer = threading.Thread(target=write)
        writer.start()
        targets = [tmp_path / f"{number}.backup" for number in range(4)]
        for target in targets:
            back_up(store, target)
        over.set()
        writer.join()

    held = []
    for target in targets:
        restore_backup(target, tmp_path / target.stem / "library.sqlite")
        with closing(Store(tmp_path / target.stem / "library.sqlite")) as restored:
            remake_words(restored)
            held.append(restored.counts().documents)
            assert [one for one in check_library(restored, tmp_path) if one.fault != "vectors.missing"] == []
    assert held == sorted(held)
    assert held[-1] > held[0]


def test_who_may_sign_in_is_not_undone_and_nobody_stays_signed_in(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "first" / "library.sqlite")) as store:
        for name in ("ada", "jan", "ewa"):
            store.accounts.make(name, "administrator", "wiatr od morza niesie", by="command line")
        secret = store.tokens.create("desk", "staff")
        before = store.sessions.begin("ada")
        back_up(store, tmp_path / "backup")
        store.accounts.close("jan", by="ada")
        store.accounts.set_password("ewa", "deszcz nad jeziorem pada", by="ewa")
        store.tokens.revoke("desk")
        since = store.sessions.begin("ada")

        restore_backup(tmp_path / "backup", store.path, force=True)

        assert store.accounts.verified("jan", "wiatr od morza niesie") is None
        assert store.accounts.verified("ewa", "wiatr od morza niesie") is None
        assert store.accounts.verified("ada", "wiatr od morza niesie") is not None
        assert store.tokens.holder(secret) is None
        assert store.sessions.find(before) is None
        assert store.sessions.find(since) is None


def test_accounts_come_with_a_backup_into_a_new_home(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "first" / "library.sqlite")) as store:
        store.accounts.make("ada", "administrator", "wiatr od morza niesie", by="command line")
        session = store.sessions.begin("ada")
        back_up(store, tmp_path / "backup")

    restore_backup(tmp_path / "backup", tmp_path / "second" / "library.sqlite")

    with closing(Store(tmp_path / "second" / "library.sqlite")) as store:
        assert store.accounts.verified("ada", "wiatr od morza niesie") is not None
        assert store.sessions.find(session) is None


def test_the_log_goes_on_through_a_restore_and_says_of_it(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Klaster."))
        store.accounts.make("ada", "administrator", by="command line")
        back_up(store, tmp_path / "backup")
        record_backup(store, by="ada")
        store.accounts.make("jan", "staff", by="ada")

        restore_backup(tmp_path / "backup", store.path, force=True, by="ewa")

        assert [(one.by, one.action) for one in reversed(store.audit.records())] == [
            ("staff", "document.added"),
            ("command line", "account.made"),
            ("ada", "library.backed_up"),
            ("ada", "account.made"),
            ("ewa", "library.restored"),
        ]
        assert store.audit.broken() is None
        assert last_backup(store) is not None


def test_the_log_of_another_library_is_not_mixed_with_that_of_the_backup(tmp_path: Path) -> None:
    for home in ("first", "second"):
        with closing(Store(tmp_path / home / "library.sqlite")) as store:
            store.accounts.make(f"ada of {home}", "administrator", by="command line")
            back_up(store, tmp_path / f"{home}.backup")

    restore_backup(tmp_path / "first.backup", tmp_path / "second" / "library.sqlite")

    with closing(Store(tmp_path / "second" / "library.sqlite")) as store:
        assert [one.subject for one in store.audit.records()] == ["first.backup", "ada of first"]
        assert store.audit.broken() is None


def test_a_library_that_was_never_backed_up_has_no_last_backup(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        assert last_backup(store) is None
