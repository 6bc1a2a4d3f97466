"""The watched folder: what is put there is added, once, and when it is whole."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.jobs import Jobs
from index.store import Store
from tests.web.fakes import FakeIntake
from web.watching import BY, Watching


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def watching(folder: Path, store: Store, *, jobs: Jobs | None = None) -> Watching:
    return Watching(folder, jobs or store.jobs, store.watched, FakeIntake(), limit_bytes=1_000, look_s=0.01)


def test_a_file_is_taken_once_it_has_stayed_as_it_is(folder: Path, store: Store) -> None:
    one = watching(folder, store)
    path = folder / "rok" / "a.txt"
    path.parent.mkdir()
    path.write_bytes(b"half")
    looks = [one.look()]
    path.write_bytes(b"half and the rest")
    looks += [one.look(), one.look(), one.look()]

    (job,) = store.jobs.listed()
    assert looks == [0, 0, 1, 0]
    assert (job.name, job.by) == ("rok/a.txt", BY)
    assert store.jobs.content(job) == b"half and the rest"


def test_a_file_that_changes_is_taken_again_and_one_that_is_only_touched_is_not(
    folder: Path, store: Store
) -> None:
    one = watching(folder, store)
    path = folder / "a.txt"
    path.write_bytes(b"first")
    [one.look() for _ in range(2)]
    os.utime(path, (1, 1))
    [one.look() for _ in range(2)]
    touched = len(store.jobs.listed())
    path.write_bytes(b"second")
    [one.look() for _ in range(2)]

    assert touched == 1
    assert [store.jobs.content(job) for job in store.jobs.listed()] == [b"second", b"first"]


def test_a_restart_takes_nothing_twice_and_what_came_meanwhile(folder: Path, store: Store) -> None:
    (folder / "a.txt").write_bytes(b"first")
    first = watching(folder, store)
    [first.look() for _ in range(2)]
    (folder / "b.txt").write_bytes(b"meanwhile")
    second = watching(folder, store)
    [second.look() for _ in range(2)]

    assert [job.name for job in store.jobs.listed()] == ["b.txt", "a.txt"]


def test_what_is_taken_away_from_the_folder_takes_nothing_away(folder: Path, store: Store) -> None:
    one = watching(folder, store)
    (folder / "a.txt").write_bytes(b"first")
    [one.look() for _ in range(2)]
    (folder / "a.txt").unlink()
    one.look()

    assert store.jobs.counts()["waiting"] == 1
    assert {one.action for one in store.audit.records()} == {"file.received"}


def test_hidden_files_are_left_out_and_those_too_large_are_told_of_once(
    folder: Path, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / ".hidden").write_bytes(b"x")
    (folder / "large.txt").write_bytes(b"x" * 2_000)
    one = watching(folder, store)
    [one.look() for _ in range(4)]

    (job,) = store.jobs.listed()
    assert (job.name, job.by, job.state, job.can_retry) == ("large.txt", BY, "refused", False)
    assert job.result is not None
    assert job.result.reason == "The file is larger than 0 MB."
    assert [record.getMessage() for record in caplog.records] == [
        "watched folder: large.txt: is larger than 0 MB"
    ]


def test_what_does_not_fit_into_the_queue_comes_later(folder: Path, store: Store) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(name.encode())
    one = watching(folder, store, jobs=Jobs(store.database, most_waiting=1))
    one.look()
    with pytest.raises(Exception, match="wait to be added"):
        one.look()
    job = store.jobs.take()
    one.look()

    assert job is not None
    assert {one.name for one in store.jobs.listed()} == {"a.txt", "b.txt"}


def test_a_folder_that_is_not_there_is_told_of_once_and_looked_for_again(
    tmp_path: Path, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "later"
    one = watching(folder, store)
    one.start()
    for _ in range(200):
        if caplog.records:
            break
        one._closed.wait(0.01)
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"first")
    for _ in range(500):
        if store.jobs.listed():
            break
        one._closed.wait(0.01)
    one.close()

    assert [job.name for job in store.jobs.listed()] == ["a.txt"]
    assert [record.getMessage() for record in caplog.records] == [
        f"watched folder: {folder}: there is no such folder"
    ]
