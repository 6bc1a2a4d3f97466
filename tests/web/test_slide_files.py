"""PDFs of slides: which are kept beside the library, and which go."""

import os
from pathlib import Path

import pytest

from web.slide_files import SlideFiles, keep_only


def _write(path: Path, *, age_s: float, size: int = 10) -> Path:
    path.write_bytes(b"x" * size)
    when = path.stat().st_mtime - age_s
    os.utime(path, (when, when))
    return path


def test_pdfs_of_decks_that_are_gone_go(tmp_path: Path) -> None:
    held, gone = _write(tmp_path / "a.pdf", age_s=5), _write(tmp_path / "b.pdf", age_s=5)

    keep_only(tmp_path, {"a"})

    assert (held.exists(), gone.exists()) == (True, False)


def test_where_there_are_too_many_those_go_that_were_not_looked_at_longest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.slide_files._MOST_BYTES", 25)
    for name, age_s in (("old", 300.0), ("older", 600.0), ("new", 60.0)):
        _write(tmp_path / f"{name}.pdf", age_s=age_s)

    SlideFiles(tmp_path).read("older")
    keep_only(tmp_path, {"old", "older", "new"})

    assert sorted(path.stem for path in tmp_path.glob("*.pdf")) == ["new", "older"]


def test_what_was_left_half_written_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    left, written = _write(tmp_path / "a.part", age_s=4000), _write(tmp_path / "b.part", age_s=1)

    keep_only(tmp_path, {"a", "b"})

    assert (left.exists(), written.exists()) == (False, True)
