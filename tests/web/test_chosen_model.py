"""Which model a library is served with."""

from contextlib import closing
from pathlib import Path

import pytest

from index.rebuild import embed_missing
from index.store import Store
from tests.fakes import HashingEncoder
from web.chosen_model import model_in_use, model_name


@pytest.mark.parametrize(
    ("given", "name"), [(None, ""), ("default", ""), ("a/hub-name", "a/hub-name"), ("no folder", "no folder")]
)
def test_a_model_is_loaded_by(given: str | None, name: str) -> None:
    assert model_name(given) == name


def test_a_folder_is_known_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path)

    assert model_name("own") == str(tmp_path / "own")


@pytest.mark.parametrize("given", ["x" * 500, "~of-nobody-here/model", "a\0b"])
def test_what_can_be_no_folder_is_taken_for_a_name(given: str) -> None:
    assert model_name(given) == given


def test_a_new_library_takes_what_is_set(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        assert model_in_use(store, None, _fail) == ""
        assert model_in_use(store, "a/model", _fail) == "a/model"


def test_a_setting_does_not_undo_the_model_in_use_and_that_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    with closing(Store(tmp_path / "library.sqlite")) as store:
        embed_missing(store, HashingEncoder(), name="a/model")

        assert model_in_use(store, None, _fail) == "a/model"
        assert model_in_use(store, "a/model", _fail) == "a/model"
        assert model_in_use(store, "default", said.append) == "a/model"

    assert said == [
        "KLASTROWNIK_MODEL names default, and the library goes on with a/model; "
        "`rebuild` exchanges it, and unsetting KLASTROWNIK_MODEL keeps it"
    ]


def _fail(line: str) -> None:
    raise AssertionError(line)
