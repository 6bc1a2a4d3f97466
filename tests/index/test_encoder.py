"""Texts to vectors, by the embedded default and by a model of one's own."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.default_model import default_model
from index.encoder import Encoder, load_encoder
from index.errors import ModelError
from index.onnx_texts import OnnxTexts
from tests.own_model import own_model

pytestmark = pytest.mark.model

SENTENCES = (
    "Klaster zrzesza firmy lotnicze z Podkarpacia.",
    "Zupę pomidorową podaje się z makaronem.",
    "The cluster's office is in Katowice, and its coordinator answers letters within a week.",
    "Members pay a yearly fee.",
    "Ok.",
    "Klaster zrzesza firmy meblarskie z Wielkopolski.",
)


def test_importing_the_encoder_does_not_import_torch() -> None:
    program = "import sys, index.encoder; print('torch' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"


def test_loading_and_embedding_print_nothing_and_ask_no_network(models_folder: Path) -> None:
    default_model(models_folder)
    program = (
        "import socket, sys, pathlib\n"
        "def refuse(*_): raise AssertionError('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from index.encoder import load_encoder\n"
        "load_encoder(None, pathlib.Path(sys.argv[1])).embed_passages(['a', 'b'])\n"
    )
    command = [sys.executable, "-c", program, str(models_folder)]

    said = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.embed_passages([]).shape == (0, encoder.dimensions)


def test_rows_are_float32_of_length_one(encoder: Encoder) -> None:
    vectors = encoder.embed_passages(SENTENCES)

    assert vectors.dtype == np.float32
    assert vectors.shape == (len(SENTENCES), 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_row_belongs_to_its_text_and_does_not_depend_on_the_texts_beside_it(encoder: Encoder) -> None:
    together = encoder.embed_passages(SENTENCES * 20)
    alone = np.concatenate([encoder.embed_passages([text]) for text in SENTENCES])

    assert np.abs(together - np.tile(alone, (20, 1))).max() < 1e-5


def test_passages_and_queries_get_the_prompts_that_the_model_was_trained_with(
    encoder: Encoder, models_folder: Path
) -> None:
    texts = OnnxTexts(default_model(models_folder).folder)
    prompted = texts.vectors(texts.ids([f"passage: {SENTENCES[0]}", f"query: {SENTENCES[0]}"]))

    assert np.allclose(encoder.embed_passages(SENTENCES[:1])[0], prompted[0], atol=1e-5)
    assert np.allclose(encoder.embed_query(SENTENCES[0]), prompted[1], atol=1e-5)


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("Które firmy działają w branży lotniczej?", 0),
        ("Where can I write to the organisation?", 2),
        ("Ile wynosi składka członkowska?", 3),
        ("furniture makers", 5),
    ],
)
def test_a_question_is_nearest_to_the_sentence_about_it_in_either_language(
    encoder: Encoder, question: str, nearest: int
) -> None:
    cosines = encoder.embed_passages(SENTENCES) @ encoder.embed_query(question)

    assert int(cosines.argmax()) == nearest


def test_a_text_beyond_512_tokens_is_read_up_to_there(encoder: Encoder) -> None:
    long, longer = encoder.embed_passages(["klaster " * 600, "klaster " * 600 + "zupa " * 600])

    assert np.allclose(long, longer, atol=1e-5)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\ud83d", "a\x00b", "🙂", "﷽" * 3000])
def test_odd_texts_get_a_vector_of_length_one(encoder: Encoder, text: str) -> None:
    assert np.isclose(np.linalg.norm(encoder.embed_query(text)), 1, atol=1e-5)


def test_control_characters_and_odd_spaces_change_nothing(encoder: Encoder) -> None:
    plain = encoder.embed_query("klaster lotniczy")

    assert np.allclose(plain, encoder.embed_query("kla\x01ster\u200b\tlotniczy "), atol=1e-6)


def test_several_threads_may_ask_at_once(encoder: Encoder) -> None:
    with ThreadPoolExecutor(4) as threads:
        asked = list(threads.map(encoder.embed_query, SENTENCES * 10))

    expected = [encoder.embed_query(text) for text in SENTENCES] * 10
    assert np.abs(np.array(asked) - np.array(expected)).max() < 1e-6


def test_progress_is_told_of_every_text_once(encoder: Encoder) -> None:
    steps: list[int] = []

    encoder.embed_passages(["Klaster."] * 1300, progress=steps.append)

    assert sum(steps) == 1300
    assert len(steps) > 1


def test_the_number_of_threads_changes_neither_vectors_nor_stamp(
    encoder: Encoder, models_folder: Path
) -> None:
    single = load_encoder(None, models_folder, threads=1)

    assert single.model == encoder.model
    assert np.abs(single.embed_passages(SENTENCES) - encoder.embed_passages(SENTENCES)).max() < 1e-6


def test_a_folder_of_ones_own_is_embedded_with_its_own_prompts(tmp_path: Path) -> None:
    own = load_encoder(own_model(tmp_path / "own", query="ask ", passage="text "), tmp_path)
    bare = load_encoder(own_model(tmp_path / "bare"), tmp_path)

    assert own.dimensions == 32
    assert np.allclose(own.embed_query("zupa"), bare.embed_query("ask zupa"), atol=1e-5)
    assert np.allclose(own.embed_passages(["zupa"]), bare.embed_passages(["text zupa"]), atol=1e-5)
    assert np.allclose(np.linalg.norm(own.embed_passages(SENTENCES), axis=1), 1, atol=1e-5)


def test_the_stamp_of_a_folder_changes_with_its_weights_and_prompts_only(tmp_path: Path) -> None:
    def stamp(parent: str, seed: int, **prompts: str) -> str:
        (tmp_path / parent).mkdir()
        return load_encoder(own_model(tmp_path / parent / "own", seed, **prompts), tmp_path).model

    first, same, other, prompted = (
        stamp("first", 1), stamp("same", 1), stamp("other", 2), stamp("prompted", 1, query="ask ")
    )  # fmt: skip

    assert first == same
    assert len({first, other, prompted}) == 3
    assert first.startswith("own@")


def test_several_threads_may_ask_a_model_of_ones_own_at_once(tmp_path: Path) -> None:
    own = load_encoder(own_model(tmp_path / "own"), tmp_path)
    asked = ["klaster " * number for number in range(1, 60)]

    with ThreadPoolExecutor(4) as threads:
        vectors = list(threads.map(own.embed_query, asked))

    assert np.allclose(vectors, [own.embed_query(text) for text in asked], atol=1e-5)


@pytest.mark.parametrize("harm", ["model.safetensors", "config.json", "tokenizer.json", "modules.json"])
def test_a_damaged_folder_of_ones_own_is_named_in_one_line(harm: str, tmp_path: Path) -> None:
    folder = own_model(tmp_path / "own")
    Path(folder, harm).write_bytes(b"\x00{")

    with pytest.raises(ModelError) as raised:
        load_encoder(folder, tmp_path)

    assert folder in str(raised.value)
    assert "rebuild --model NAME" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_hub_name_out_of_reach_is_named_in_one_line(tmp_path: Path) -> None:
    program = (
        "import pathlib\n"
        "from index.encoder import load_encoder\n"
        "from index.errors import ModelError\n"
        "try: load_encoder('nobody/nothing', pathlib.Path('.'))\n"
        "except ModelError as error: print(error)\n"
    )
    offline = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)}

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=offline)

    assert said.stderr == ""
    assert said.stdout.startswith("embedding model nobody/nothing: cannot be loaded")
    assert len(said.stdout.splitlines()) == 1


def test_an_empty_folder_is_not_a_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_encoder(str(tmp_path), tmp_path)
