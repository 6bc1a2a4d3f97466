"""A disk that fails while the library is open, as the system tells it, and is mounted again when whole."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index.check.library import check_library
from index.errors import ReadOnlyDiskError, StoreError, UnwritableStoreError
from index.store import Store
from tests.fakes import make_document, put

_SIZE_BYTES = 32_000_000
# What readers share of a library that is open takes 32,768 bytes.
_LARGEST_BYTES = 33_000


class Disk:
    """A file system of its own, which can fail."""

    def __init__(self, image: Path, folder: Path) -> None:
        self.image, self.folder = image, folder

    def mount(self) -> None:
        _run("mount", "-o", "loop", self.image, self.folder)

    def fail(self) -> None:
        _run("mount", "-o", "remount,abort", self.folder)

    def take_away(self) -> None:
        _run("umount", "-l", self.folder)

    def mend(self) -> None:
        # It says by its status that something was to be mended.
        subprocess.run(["fsck.ext4", "-fy", str(self.image)], capture_output=True, check=False)
        self.mount()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path / "image", tmp_path / "disk")
    made.folder.mkdir()
    with made.image.open("wb") as image:
        image.truncate(_SIZE_BYTES)
    try:
        _run("mkfs.ext4", "-q", made.image)
        made.mount()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk that can fail: run as root on Linux with e2fsprogs and /dev/loop-control")
    yield made
    made.take_away()


@pytest.mark.mount
def test_a_disk_that_failed_is_written_again_when_it_is_mounted_anew(disk: Disk) -> None:
    with closing(Store(disk.folder / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Klaster."))
        disk.fail()
        for _ in range(2):
            with pytest.raises(ReadOnlyDiskError):
                put(store, make_document("b.txt", "Pogoda."))
            assert store.counts().documents == 1
        disk.take_away()
        # Whoever writes next is told so, and lets go what keeps the disk from being mended.
        with pytest.raises(UnwritableStoreError):
            put(store, make_document("b.txt", "Pogoda."))
        disk.mend()

        put(store, make_document("b.txt", "Pogoda."))

        assert store.counts().documents == 2
        assert list(check_library(store, disk.folder)) == []


@contextmanager
def _nothing_long_can_be_written() -> Iterator[None]:
    """The system refuses what makes a file longer than that, to root too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_BYTES, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_library_whose_writes_failed_is_written_again_when_its_files_are_put_there_anew(
    tmp_path: Path,
) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    long = make_document("b.txt", *(f"Zdanie {number} o pogodzie." for number in range(500)))
    with closing(Store(home / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Klaster."))
        with _nothing_long_can_be_written():
            for _ in range(2):
                with pytest.raises(StoreError, match="the disk fails"):
                    put(store, long)
                assert store.counts().documents == 1
            home.rename(away)
            # Whoever writes next is told so, and lets go what was open.
            with pytest.raises(StoreError, match="the disk fails"):
                put(store, long)
        # The same files, and others to the system: what would still be open is of those before.
        shutil.copytree(away, home)

        put(store, long)

        assert store.counts().documents == 2
        assert list(check_library(store, home)) == []
    with closing(Store(away / "library.sqlite")) as before:
        assert before.counts().documents == 1


def _run(*words: object) -> None:
    subprocess.run([str(one) for one in words], capture_output=True, check=True)
