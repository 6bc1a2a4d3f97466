"""The embedded default model's folder: made once, whole, and checked."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from index.default_model import NAME, RECIPE, check_vectors, default_model, reference
from index.errors import DamagedModelError, ModelError, NoDefaultModelError
from index.onnx_texts import TOKENIZER_FILE, WEIGHTS_FILE, OnnxTexts

pytestmark = pytest.mark.model


class Numb(OnnxTexts):
    """A session that computes nothing right."""

    def __init__(self, value: float) -> None:
        self.value = value

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        return [[0, 2] for _ in texts]

    def vectors(self, ids: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        return np.full((len(ids), 384), self.value, np.float32)


def test_a_made_model_gives_the_known_vectors(models_folder: Path) -> None:
    texts = OnnxTexts(default_model(models_folder).folder)
    known = reference()

    cosines = np.sum(texts.vectors(texts.ids(known.texts)) * np.array(known.vectors), axis=1)

    assert cosines.min() >= known.floor


@pytest.mark.parametrize("value", [0.0, 0.05, float("nan")])
def test_a_model_that_gives_other_vectors_is_damaged(value: float) -> None:
    with pytest.raises(DamagedModelError, match="known vectors"):
        check_vectors(Numb(value))


def test_a_whole_folder_is_not_made_again(models_folder: Path) -> None:
    first = default_model(models_folder)
    made_at = (first.folder / WEIGHTS_FILE).stat().st_mtime_ns

    again = default_model(models_folder)

    assert again == first
    assert (again.folder / WEIGHTS_FILE).stat().st_mtime_ns == made_at


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A whole folder of two small files, where there are no weights to make it again."""
    folder = tmp_path / f"{NAME}-{RECIPE}"
    folder.mkdir()
    (folder / TOKENIZER_FILE).write_bytes(bytes(range(100)))
    (folder / WEIGHTS_FILE).write_bytes(bytes(range(200)))
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
    (folder / "made.json").write_text(json.dumps({"weights": "those", "files": files}))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    return folder


def test_a_folder_is_whole_while_its_files_are_those_that_were_made(small: Path) -> None:
    assert default_model(small.parent).folder == small


@pytest.mark.parametrize("harm", ["cut short", "one byte changed", "a file missing", "no manifest"])
def test_a_damaged_folder_is_not_taken(harm: str, small: Path) -> None:
    _harm(small, harm)

    with pytest.raises(NoDefaultModelError):
        default_model(small.parent)


def _harm(folder: Path, harm: str) -> None:
    weights = folder / WEIGHTS_FILE
    content = bytearray(weights.read_bytes())
    if harm == "cut short":
        weights.write_bytes(content[:50])
    elif harm == "one byte changed":
        content[100] ^= 0xFF
        weights.write_bytes(content)
    elif harm == "a file missing":
        (folder / TOKENIZER_FILE).unlink()
    else:
        (folder / "made.json").write_text("{}")


@pytest.fixture(scope="module")
def made_again(models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was damaged and is made again, beside what makers killed and living left."""
    folder = tmp_path_factory.mktemp("again")
    shutil.copytree(models_folder, folder, dirs_exist_ok=True)
    _harm(default_model(folder).folder, "one byte changed")
    (folder / ".making-left").mkdir()
    (folder / ".making-living").mkdir()
    os.utime(folder / ".making-left", (0, 0))
    default_model(folder)
    return folder


def test_a_damaged_folder_is_made_again_with_the_same_stamp(made_again: Path, models_folder: Path) -> None:
    again = default_model(made_again)

    assert again.stamp == default_model(models_folder).stamp
    check_vectors(OnnxTexts(again.folder))


def test_what_a_killed_maker_left_is_removed_and_a_living_makers_work_is_not(made_again: Path) -> None:
    left = {child.name for child in made_again.iterdir()}

    assert left == {default_model(made_again).folder.name, ".making-living"}


def test_two_processes_that_make_it_at_once_end_with_one_whole_folder(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, index.default_model as m; print(m.default_model(pathlib.Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    makers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]

    said = [maker.communicate()[0] for maker in makers]

    assert [maker.returncode for maker in makers] == [0, 0]
    assert said[0] == said[1]
    assert [child.name for child in tmp_path.iterdir()] == [default_model(tmp_path).folder.name]


def test_a_place_that_cannot_be_written_is_named_in_one_line(tmp_path: Path) -> None:
    occupied = tmp_path / "a file"
    occupied.write_text("")

    with pytest.raises(ModelError) as raised:
        default_model(occupied)

    assert str(occupied) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_without_weights_for_the_platform_a_model_must_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(NoDefaultModelError, match="rebuild --model"):
        default_model(tmp_path)
