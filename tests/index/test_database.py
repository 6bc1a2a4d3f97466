"""The database: brought up step by step, and one line for everything that can be wrong with its file."""

import shutil
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from index import database
from index.database import Connection, Database
from index.errors import DamagedStoreError, FullDiskError, NewerStoreError, StoreError, UnwritableStoreError
from index.schema import STEPS
from index.store import Store
from tests.fakes import make_document, put


def test_an_older_library_is_brought_up_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    store = Store(path)
    held = put(store, make_document("a.txt", "Zdanie."))
    store.close()

    later = Database(path, [*STEPS, ["CREATE TABLE clusters (id TEXT PRIMARY KEY)"]])
    with later.reading() as connection:
        kept = connection.execute("SELECT id FROM documents").fetchone()[0]
        added = connection.execute("SELECT count(*) FROM clusters").fetchone()[0]
    later.close()

    assert (kept, added) == (held.id, 0)


def test_a_step_that_fails_leaves_the_older_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Store(path).close()

    with pytest.raises(Exception, match="syntax"):
        Database(path, [*STEPS, ["CREATE TABLE clusters (id TEXT)", "CREATE NONSENSE"]])

    store = Store(path)
    assert store.counts().documents == 0
    store.close()


def test_a_later_versions_library_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Database(path, [*STEPS, ["CREATE TABLE clusters (id TEXT)"]]).close()

    with pytest.raises(NewerStoreError, match="install the later version"):
        Store(path)


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be read", b"SQLite format 3\0" + b"x" * 5000]
)
def test_what_is_no_database_is_said_so_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)

    with pytest.raises(DamagedStoreError, match="put a backup back"):
        Store(path)

    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    code = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('CREATE TABLE a (b)'); c.close()"
    subprocess.run([sys.executable, "-c", code], check=True)

    with pytest.raises(DamagedStoreError, match="another program"):
        Store(path)


def test_broken_pages_are_found_when_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    store = Store(path)
    put(store, make_document("a.txt", *(f"Zdanie numer {n}." for n in range(400))))
    store.close()
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 8192 - 4096)
    path.write_bytes(content)

    with pytest.raises(DamagedStoreError), closing(Store(path)) as damaged:
        damaged.source(damaged.documents()[0].id)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    # A file where the folder should be stops root as well.
    (tmp_path / "home").write_text("")

    with pytest.raises(UnwritableStoreError, match="cannot be written"):
        Store(tmp_path / "home" / "library.sqlite")


def test_a_full_disk_is_said_so_and_what_was_held_stays(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    held = put(store, make_document("a.txt", "Zdanie."))
    with store.database.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    with store.database.reading() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(FullDiskError, match="make room"):
        put(store, make_document("b.txt", *(f"Inne zdanie {n} o czymś." for n in range(500))))

    assert [one.id for one in store.documents()] == [held.id]
    store.close()


def test_what_was_open_when_the_disk_failed_is_used_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Zdanie."))
        whole = database._connect
        with monkeypatch.context() as failing:
            # As they are opened on a disk that has become read-only, and stay when it is mended.
            failing.setattr(database, "_connect", lambda path: _read_only(whole(path)))
            store.database._open_anew()
            with store.database.reading(), store.database.reading():
                pass
            assert store.counts().documents == 1

        with pytest.raises(UnwritableStoreError):
            put(store, make_document("b.txt", "Zdanie drugie."))
        put(store, make_document("b.txt", "Zdanie drugie."))

        assert store.counts().documents == 2


def _read_only(connection: Connection) -> Connection:
    connection.execute("PRAGMA query_only = ON")
    return connection


def test_no_empty_library_is_begun_where_one_was_taken_away(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with closing(Store(home / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Zdanie."))
        store.database._open_anew()
        home.rename(tmp_path / "away")
        home.mkdir()
        with pytest.raises(UnwritableStoreError, match="there is no such file any more"):
            store.counts()
        assert list(home.iterdir()) == []
        home.rmdir()
        (tmp_path / "away").rename(home)

        assert store.counts().documents == 1


def test_every_error_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"nothing" * 1000)

    with pytest.raises(StoreError) as caught:
        Store(path)

    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    count = "SELECT count(*) FROM documents"
    with store.database.reading() as connection:
        before = connection.execute(count).fetchone()[0]
        put(store, make_document("a.txt", "Zdanie."))
        assert connection.execute(count).fetchone()[0] == before == 0

    assert store.counts().documents == 1
    store.close()


def test_threads_write_one_after_the_other(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    threads = [
        threading.Thread(target=lambda n=n: put(store, make_document(f"{n}.txt", f"Zdanie {n}.")))
        for n in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert (store.counts().documents, store.generation()) == (8, 8)
    store.close()


def test_processes_may_open_a_new_home_at_once(tmp_path: Path) -> None:
    code = "import sys, pathlib; from index.store import Store; Store(pathlib.Path(sys.argv[1])).close()"
    command = [sys.executable, "-c", code, str(tmp_path / "library.sqlite")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]

    ended = [(one.communicate()[1], one.returncode) for one in running]

    assert ended == [(b"", 0)] * 4


def test_a_commit_is_on_the_disk_before_it_is_reported(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store, store.database.writing() as connection:
        # 2 is FULL: no test can cut the power.
        assert connection.execute("PRAGMA synchronous").fetchone()[0] >= 2
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_copy_made_while_in_use_is_one_whole_file(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    held = put(store, make_document("a.txt", "Zdanie."))
    (tmp_path / "elsewhere").mkdir()
    store.database.copy_to(tmp_path / "elsewhere" / "copy.sqlite")
    store.close()
    shutil.copy(tmp_path / "elsewhere" / "copy.sqlite", tmp_path / "again.sqlite")

    again = Store(tmp_path / "again.sqlite")
    assert again.text(held.id) == "Zdanie."
    assert again.database.damage() == ()
    again.close()
