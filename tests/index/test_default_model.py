"""The embedded default model's folder: made once, whole, and checked."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from index.default_model import check_vectors, default_model, reference
from index.errors import DamagedModelError, ModelError, NoDefaultModelError
from index.onnx_texts import WEIGHTS_FILE, OnnxTexts

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


@pytest.mark.parametrize("harm", ["cut short", "one byte changed", "a file missing", "no manifest"])
def test_a_damaged_folder_is_made_again_with_the_same_stamp(
    harm: str, models_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(models_folder, tmp_path, dirs_exist_ok=True)
    made = default_model(tmp_path)
    _harm(made.folder, harm)

    again = default_model(tmp_path)

    assert again == made
    check_vectors(OnnxTexts(again.folder))
    assert [child.name for child in tmp_path.iterdir()] == [made.folder.name]


def _harm(folder: Path, harm: str) -> None:
    weights = folder / WEIGHTS_FILE
    if harm == "cut short":
        weights.write_bytes(weights.read_bytes()[:1_000_000])
    elif harm == "one byte changed":
        content = bytearray(weights.read_bytes())
        content[5_000_000] ^= 0xFF
        weights.write_bytes(content)
    elif harm == "a file missing":
        (folder / "tokenizer.json").unlink()
    else:
        (folder / "made.json").write_text("{}")


def test_what_a_killed_maker_left_is_removed_and_a_living_makers_work_is_not(tmp_path: Path) -> None:
    left, living = tmp_path / ".making-left", tmp_path / ".making-living"
    left.mkdir()
    living.mkdir()
    os.utime(left, (0, 0))

    default_model(tmp_path)

    assert not left.exists()
    assert living.exists()


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
