"""Tokens and vectors of the default model, without sentence-transformers."""

import shutil
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from index.default_model import default_model
from index.errors import DamagedModelError
from index.onnx_texts import GRAPH_FILE, TOKENIZER_FILE, WEIGHTS_FILE, OnnxTexts, usable_threads

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def texts(models_folder: Path) -> OnnxTexts:
    return OnnxTexts(default_model(models_folder).folder, threads=2)


def test_there_is_a_thread_to_use() -> None:
    assert usable_threads() >= 1


def test_every_text_begins_and_ends_with_its_marks(texts: OnnxTexts) -> None:
    assert all((ids[0], ids[-1]) == (0, 2) for ids in texts.ids(["", "klaster", "klaster " * 900]))


def test_no_text_has_more_than_512_tokens(texts: OnnxTexts) -> None:
    assert len(texts.ids(["klaster " * 900])[0]) == 512


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (unicodedata.normalize("NFD", "zażółć gęślą jaźń"), "zażółć gęślą jaźń"),
        ("ﬁnał №\u202f4", "finał No 4"),
        ("dwa\u00a0słowa\n\n\tdalej", "dwa słowa dalej"),
        ("miękki\u200bprzerywnik\ufeff", "miękki przerywnik"),
    ],
)
def test_the_same_letters_written_otherwise_are_the_same_tokens(
    texts: OnnxTexts, written: str, meant: str
) -> None:
    assert texts.ids([written]) == texts.ids([meant])


def test_words_are_taken_from_the_models_own_pieces(texts: OnnxTexts) -> None:
    (ids,) = texts.ids(["Polska, 2015."])

    pieces = [texts.tokenizer.id_to_token(number) or "" for number in ids]

    assert pieces[0] == "<s>"
    assert pieces[-1] == "</s>"
    assert "".join(pieces[1:-1]) == "▁Polska,▁2015."
    assert len(pieces) < 9


def test_texts_of_all_lengths_at_once_get_the_vectors_they_get_alone(texts: OnnxTexts) -> None:
    ids = texts.ids(["klaster " * number for number in (1, 40, 3, 600, 40, 1, 7, 200)])

    together = texts.vectors(ids)

    alone = np.concatenate([texts.vectors([each]) for each in ids])
    assert np.abs(together - alone).max() < 1e-5


@pytest.mark.parametrize("file", [TOKENIZER_FILE, GRAPH_FILE, WEIGHTS_FILE])
@pytest.mark.parametrize("harm", ["missing", "empty", "nonsense"])
def test_a_folder_with_a_harmed_file_is_damaged(
    file: str, harm: str, texts: OnnxTexts, tmp_path: Path
) -> None:
    shutil.copytree(texts.folder, tmp_path / "harmed")
    harmed = tmp_path / "harmed" / file
    harmed.unlink()
    if harm != "missing":
        harmed.write_bytes(b"" if harm == "empty" else b"nonsense")

    with pytest.raises(DamagedModelError, match="remove the folder"):
        OnnxTexts(tmp_path / "harmed")
