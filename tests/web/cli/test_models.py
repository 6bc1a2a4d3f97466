"""The model and the index of a library, from the command line."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from index.store import Store
from tests.own_model import own_model
from tests.web.cli.conftest import Run

pytestmark = pytest.mark.model


@pytest.fixture
def file(tmp_path: Path, models_folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file to add, where the embedded model is known."""
    monkeypatch.setenv("KLASTROWNIK_MODELS", str(models_folder))
    (tmp_path / "a.txt").write_text("Klaster lotniczy skupia firmy z Podkarpacia.", "utf-8")
    return str(tmp_path / "a.txt")


def test_an_index_that_cannot_be_written_is_one_line_and_no_failure(run: Run, home: Path, file: str) -> None:
    (home / "sentences.faiss").mkdir(parents=True)

    assert run("add", file) == 0
    assert run.out[0].startswith("added: a.txt")
    (said,) = run.err
    assert said.startswith("klastrownik: the index of vectors was not written: ")


def test_a_library_goes_on_with_the_model_it_was_rebuilt_with(
    run: Run, home: Path, tmp_path: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = own_model(tmp_path / "own")
    run("add", file)

    assert run("rebuild", "--model", own) == 0
    assert "with own@" in " ".join(run.out)
    with closing(Store(home / "library.sqlite")) as store:
        used = store.model()
    assert used is not None
    assert used.name == own

    with monkeypatch.context() as environment:
        environment.setenv("KLASTROWNIK_MODEL", "default")
        assert (run("check"), run.out, run.err) == (0, ["nothing is wrong"], [])
        assert run("search", "klaster") == 0
        assert "the library goes on with" in " ".join(run.err)

    # Once its folder is gone, this is the way back that the message names.
    shutil.rmtree(own)
    assert run("search", "klaster") == 1
    assert "rebuild --model NAME" in " ".join(run.err)
    assert run("rebuild", "--model", "default") == 0
    assert run("search", "klaster") == 0
