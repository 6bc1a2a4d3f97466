"""A disk that is really full or read-only: a clear message, reading goes on, and there is a way back."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.backup import back_up
from index.check.library import check_library
from index.database import translation
from index.errors import FullDiskError, ReadOnlyDiskError
from index.store import Store
from tests.fakes import HashingEncoder, make_document, put
from tests.web.staff.conftest import StaffHouse
from web.app import create_app
from web.opening import open_backend
from web.settings import Settings

pytestmark = pytest.mark.mount

TEXT = "Klaster lotniczy skupia firmy z Podkarpacia."
_MOUNT = shutil.which("mount")


class Disk:
    """A file system of six megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Take what room there is: again where a write that failed gave some back."""
        with suppress(OSError), self._filler.open("ab", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)

    def make_room(self) -> None:
        self._filler.unlink()

    def remount(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if _MOUNT is None or subprocess.run(mounting, capture_output=True).returncode:
        pytest.skip(
            "a small disk can be mounted by root alone: run as root, in a container with CAP_SYS_ADMIN"
        )
    yield Disk(folder)
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def home(disk: Disk) -> Settings:
    return Settings(home=disk.folder / "home", models=disk.folder / "models")


@pytest.fixture
def house(home: Settings) -> Iterator[StaffHouse]:
    app = create_app(open_backend(home, empty=True, encoder=HashingEncoder()))
    with closing(Store(home.database)) as store:
        store.accounts.make("Ada", "administrator", by="command line")
        yield StaffHouse(home, store, app)


@pytest.fixture
def administrator(house: StaffHouse) -> Iterator[TestClient]:
    with TestClient(house.app, follow_redirects=False, raise_server_exceptions=False) as visitor:
        house.app.state.desk.warmup.wait(30)
        visitor.cookies.set("session", house.store.sessions.begin("Ada"))
        yield visitor


def test_on_a_full_disk_reading_and_asking_go_on_and_adding_says_what_to_do(
    house: StaffHouse, administrator: TestClient, disk: Disk
) -> None:
    house.add("a.txt", TEXT)
    token = {"Authorization": f"Bearer {house.store.tokens.create('t', 'staff', by='command line')}"}
    file = {"file": ("b.txt", f"{TEXT} I inne.".encode())}
    disk.fill()

    pages = ("/health", "/", "/documents", "/clusters", "/staff", "/staff/keeping", "/staff/log")
    assert {path: administrator.get(path).status_code for path in pages} == dict.fromkeys(pages, 200)
    assert administrator.get("/api/v1/search?q=klaster").json()["hits"]
    asked = administrator.post("/api/v1/ask", json={"question": "Co skupia klaster lotniczy?"})
    assert asked.status_code == 200
    follow = {"question": "A gdzie?", "conversation": asked.json()["conversation"]}
    assert administrator.post("/api/v1/ask", json=follow).status_code == 200
    shown = administrator.post("/ask", data={"question": "Co skupia klaster lotniczy?"})
    assert administrator.get(shown.headers["location"].partition("#")[0]).status_code == 200

    disk.fill()
    refused = administrator.post("/api/v1/documents", files=file, headers=token)
    assert refused.status_code == 503
    assert "the disk is full; make room and try again" in refused.json()["detail"]
    disk.fill()
    page = administrator.post("/staff/keeping/rebuild")
    assert page.status_code == 503
    assert "the disk is full; make room and try again" in page.text

    disk.make_room()
    assert administrator.post("/api/v1/documents", files=file, headers=token).status_code == 202
    assert _is_ready(house, "b.txt")
    assert list(check_library(house.store, house.settings.home)) == []


def test_on_a_full_disk_a_backup_is_taken_away_and_a_check_is_made(
    house: StaffHouse, administrator: TestClient, disk: Disk, tmp_path: Path
) -> None:
    house.add("a.txt", TEXT)
    disk.fill()

    backup = administrator.post("/staff/keeping/backup")
    checked = administrator.post("/staff/keeping/check")
    house.app.state.desk.backend.upkeep.wait(30)

    assert backup.content.startswith(b"SQLite format 3")
    assert checked.status_code == 303
    assert "Nothing is wrong." in administrator.get("/staff/keeping").text


def test_files_that_wait_when_the_disk_is_full_come_in_when_there_is_room(
    house: StaffHouse, administrator: TestClient, disk: Disk
) -> None:
    token = {"Authorization": f"Bearer {house.store.tokens.create('t', 'staff', by='command line')}"}
    # Received, and too large to be stored in what is left.
    text = "\n\n".join(f"Klaster numer {number} skupia firmy." for number in range(3_000))
    with (disk.folder / "filler").open("wb") as filler:
        filler.write(b"x" * 4_500_000)
    job = administrator.post(
        "/api/v1/documents", files={"file": ("c.txt", text.encode())}, headers=token
    ).json()
    until = time.monotonic() + 30
    while house.app.state.desk.engine().intake.trouble is None and time.monotonic() < until:
        time.sleep(0.1)

    assert "the disk is full" in house.app.state.desk.engine().intake.trouble
    assert house.store.jobs.find(job["id"]).state in ("waiting", "working")

    disk.make_room()
    assert _is_ready(house, "c.txt")


@pytest.mark.model
def test_the_command_line_says_that_the_disk_is_full(home: Settings, disk: Disk, models_folder: Path) -> None:
    (disk.folder.parent / "a.txt").write_text(f"{TEXT}\n" * 9, "utf-8")
    with closing(Store(home.database)) as store:
        put(store, make_document("held.txt", TEXT))
    disk.fill()

    said = _run(home, models_folder, "add", str(disk.folder.parent / "a.txt"))

    assert said.returncode == 1
    assert said.stderr.splitlines() == [
        f"klastrownik: {home.database}: the disk is full; make room and try again, "
        "what was held before is unchanged"
    ]
    disk.make_room()
    assert "held.txt" in _run(home, models_folder, "list").stdout


def test_a_read_only_disk_is_said_to_be_and_is_written_again_when_it_can_be(
    home: Settings, disk: Disk, tmp_path: Path
) -> None:
    with closing(Store(home.database)) as store:
        put(store, make_document("a.txt", TEXT))
        back_up(store, tmp_path / "backup")
    disk.remount("ro")
    try:
        with pytest.raises(ReadOnlyDiskError) as raised:
            open_backend(home, empty=True)
        said = _run(home, tmp_path, "list")
    finally:
        disk.remount("rw")

    assert "the disk has become read-only; check it" in str(raised.value)
    assert (said.returncode, said.stderr) == (1, f"klastrownik: {raised.value}\n")
    with closing(Store(home.database)) as store:
        put(store, make_document("b.txt", "Pogoda."))
        assert store.counts().documents == 2


def test_a_read_only_disk_and_a_full_one_are_told_where_sqlite_only_says_that_it_fails(disk: Disk) -> None:
    failed = sqlite3.OperationalError("disk I/O error")
    failed.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    path = disk.folder / "library.sqlite"
    disk.fill()
    full = translation(failed, path)
    disk.make_room()
    disk.remount("ro")
    read_only = translation(failed, path)
    disk.remount("rw")
    fails = translation(failed, path)

    assert isinstance(full, FullDiskError)
    assert isinstance(read_only, ReadOnlyDiskError)
    assert "the disk fails" in str(fails)
    assert [one.name for one in disk.folder.iterdir()] == []


def test_a_backup_onto_a_full_disk_leaves_nothing_behind(disk: Disk, tmp_path: Path) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        put(store, make_document("a.txt", TEXT))
        disk.fill()

        with pytest.raises(FullDiskError, match="make room"):
            back_up(store, disk.folder / "backup")

    assert [one.name for one in disk.folder.iterdir()] == ["filler"]


def _is_ready(house: StaffHouse, name: str) -> bool:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if house.store.by_name(name) is not None:
            return True
        time.sleep(0.1)
    return False


def _run(home: Settings, models: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "KLASTROWNIK_MODELS": str(models), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "web", "--home", str(home.home), *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
