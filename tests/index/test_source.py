"""Sources: which files a path stands for, and under which names."""

import os
import unicodedata
from pathlib import Path

import pytest

from index.errors import SourceError
from index.source import Source, find_sources


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "z/c.txt", "k/c.txt", ".git/config", "z/.hidden")

    assert [one.name for one in find_sources([tmp_path])] == ["a.txt", "b.txt", "k/c.txt", "z/c.txt"]


def test_a_file_given_itself_has_its_base_name_even_if_hidden(tmp_path: Path) -> None:
    make(tmp_path, "z/.notes.txt")

    assert [one.name for one in find_sources([tmp_path / "z" / ".notes.txt"])] == [".notes.txt"]


def test_names_are_composed_so_that_one_file_has_one_name(tmp_path: Path) -> None:
    make(tmp_path, unicodedata.normalize("NFD", "łódź.txt"))

    assert [one.name for one in find_sources([tmp_path])] == ["łódź.txt"]


def test_a_name_that_is_no_utf_8_is_given_one_that_is(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb3.txt")).write_bytes(b"x")

    (source,) = find_sources([tmp_path])

    assert source.name == "\ufffd.txt"
    assert source.read(10) == b"x"


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1000)

    assert len(Source("a.txt", path).read(1000)) == 1000
    with pytest.raises(SourceError, match="larger"):
        Source("a.txt", path).read(999)


def test_what_is_no_file_is_said_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(SourceError, match="not a file"):
        Source("pipe", tmp_path / "pipe").read(10)
    with pytest.raises(SourceError, match="no such file"):
        Source("gone", tmp_path / "gone").read(10)
