"""Damaged files under a server: a clear message, on pages, for programs, in a terminal; and a way back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.backup import back_up, restore_backup
from index.check.library import check_library
from index.errors import DamagedStoreError
from index.store import Store
from index.vectors import INDEX_NAME, STAMP_NAME
from tests.fakes import HashingEncoder
from web.app import create_app
from web.cli import main
from web.opening import open_backend
from web.settings import Settings

ENCODER = HashingEncoder()
TEXTS = {
    "a.txt": "Klaster lotniczy skupia firmy z Podkarpacia.",
    "b.txt": "Klaster meblarski skupia firmy z Wielkopolski.",
}
PAGE_BYTES = 4096


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home with two documents, ended in order, and a backup of it beside."""
    made = Settings(home=tmp_path / "home", models=tmp_path / "models")
    with _visiting(made) as visitor:
        keeper = visitor.app.state.desk.engine().keeper  # type: ignore[attr-defined]
        for name, text in TEXTS.items():
            assert keeper.add(name, text.encode(), by="Ada").status == "added"
    with closing(Store(made.database)) as store:
        back_up(store, tmp_path / "backup")
    return made


@contextmanager
def _visiting(settings: Settings) -> Iterator[TestClient]:
    app = create_app(open_backend(settings, empty=True, encoder=ENCODER))
    with TestClient(app, raise_server_exceptions=False) as visitor:
        app.state.desk.warmup.wait(30)
        yield visitor


def _found(visitor: TestClient) -> list[str]:
    return [one["file"] for one in visitor.get("/api/v1/search?q=klaster+lotniczy").json()["hits"]]


# The index of vectors, which is made again out of the library


@pytest.mark.parametrize("damage", ["cut", "flipped", "other", "empty", "gone"])
@pytest.mark.parametrize("name", [INDEX_NAME, STAMP_NAME])
def test_a_damaged_index_of_vectors_is_made_again_at_the_start(
    settings: Settings, name: str, damage: str
) -> None:
    path = settings.home / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x15
    if damage == "gone":
        path.unlink()
    else:
        damaged = {"cut": path.read_bytes()[:-7], "flipped": bytes(content), "other": b"{}", "empty": b""}
        path.write_bytes(damaged[damage])

    with _visiting(settings) as visitor:
        assert _found(visitor) == ["a.txt", "b.txt"]

    with closing(Store(settings.database)) as store:
        assert list(check_library(store, settings.home, encoder=ENCODER)) == []


def test_an_index_that_is_damaged_while_it_serves_is_of_no_consequence(settings: Settings) -> None:
    with _visiting(settings) as visitor:
        (settings.home / INDEX_NAME).write_bytes(b"damaged")

        assert _found(visitor) == ["a.txt", "b.txt"]


# A page of the library's file


def _damage(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    # The table of tables begins at the first page, and has no row of its own.
    root = found[0] if found else 1
    with path.open("r+b") as file:
        file.seek(PAGE_BYTES * (root - 1))
        file.write(b"\xff" * PAGE_BYTES)


def test_a_page_that_is_damaged_while_it_serves_is_said_and_what_is_whole_is_read(
    settings: Settings, tmp_path: Path
) -> None:
    with _visiting(settings) as visitor:
        document = visitor.get("/api/v1/documents").json()["documents"][0]["id"]
        _damage(settings.database, "contents")

        program = visitor.get(f"/api/v1/documents/{document}/text")
        page = visitor.get(f"/documents/{document}")
        assert (program.status_code, page.status_code) == (503, 503)
        for told in (program.json()["detail"], page.text):
            assert "damaged (database disk image is malformed); put a backup back with `restore FILE`" in told
        assert "library.sqlite" not in page.text
        assert visitor.get("/health").status_code == visitor.get("/documents").status_code == 200
        assert _found(visitor) == ["a.txt", "b.txt"]

        # The way back that was named, while the server goes on.
        before = restore_backup(tmp_path / "backup", settings.database, force=True)
        assert before is not None
        assert visitor.get("/documents").status_code == 200

    with _visiting(settings) as visitor:
        assert visitor.get(f"/api/v1/documents/{document}/text").text == TEXTS["a.txt"]
        assert _found(visitor) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("table", ["documents", "passages", "contents", "sqlite_schema"])
def test_the_command_line_names_a_damaged_file_and_the_way_back(
    settings: Settings,
    tmp_path: Path,
    table: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KLASTROWNIK_MODEL", str(settings.home / "none"))
    home = ("--home", str(settings.home))
    _damage(settings.database, table)

    assert main([*home, "check"]) == 1
    assert "restore FILE" in "".join(capsys.readouterr())

    assert main([*home, "restore", str(tmp_path / "backup"), "--force"]) == 0
    restored = capsys.readouterr().out
    assert restored.splitlines()[0] == "2 documents put back"
    assert "what was held before is kept in" in restored

    assert main([*home, "list"]) == 0
    assert capsys.readouterr().out.count(".txt") == 2


@pytest.mark.parametrize("at", range(1, 40, 3))
def test_whatever_page_is_damaged_the_store_reads_or_names_it(settings: Settings, at: int) -> None:
    size = settings.database.stat().st_size
    content = bytearray(settings.database.read_bytes())
    start = PAGE_BYTES * (at % (size // PAGE_BYTES))
    content[start : start + PAGE_BYTES] = bytes((one * 37 + 11) % 256 for one in range(PAGE_BYTES))
    settings.database.write_bytes(content)

    reads = (Store.documents, Store.counts, Store.generation, Store.vocabulary, _texts, _words)
    named = [_damage_named(settings.database, read) for read in reads]
    assert all(said is None or "put a backup back with `restore FILE`" in said for said in named)


def _damage_named(database: Path, read: Callable[[Store], object]) -> str | None:
    """What is said of the damage that a read meets; None where it meets none."""
    try:
        with closing(Store(database)) as store:
            read(store)
    except DamagedStoreError as error:
        return str(error)
    return None


def _texts(store: Store) -> list[str]:
    return [store.text(one.id) for one in store.documents()]


def _words(store: Store) -> object:
    return store.match(["klaster"], ["klaster"], 10)
