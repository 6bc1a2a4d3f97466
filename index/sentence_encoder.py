"""Encoders by sentence-transformers: the embedded default, and any other model by its hub name or folder."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any, cast

import numpy as np
import torch
from safetensors import SafetensorError
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from index.default_model import check_vectors, default_model
from index.encoder import Progress, Vectors
from index.errors import ModelError
from index.onnx_module import OnnxModule

# On a processor, small batches of nearly equal length: padding costs more than a batch saves.
_BATCH_TEXTS = 8
_PROBE = "Ile klastrów działa w Małopolsce? How many, and since 2015?"
# What reading a foreign folder's JSON, weights and module names is known to raise.
_LOAD_ERRORS = (
    OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, RuntimeError, SafetensorError,
)  # fmt: skip


class SentenceEncoder:
    """An Encoder over a SentenceTransformer; prompts are those that the model's own configuration names."""

    def __init__(self, transformer: SentenceTransformer, model: str) -> None:
        self.model = model
        self._transformer = transformer
        module = transformer[0]
        self._batch_texts = module.batch_size if isinstance(module, OnnxModule) else _BATCH_TEXTS
        # A tokenizer of transformers holds its padding in itself and fails under two threads; ours does not.
        self._turn: AbstractContextManager[Any] = nullcontext() if isinstance(module, OnnxModule) else Lock()
        # Not left to encode_document: its own empty "document" prompt hides a model's "passage" prompt.
        self._passage_prompt = _prompt(transformer, "document", "passage", "corpus")
        self._query_prompt = _prompt(transformer, "query")
        self.dimensions = len(self.embed_query(_PROBE))

    def embed_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """float32 (n, d), rows of length 1; the longest first, a batch of like lengths at a time."""
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        for start in range(0, len(order), self._batch_texts):
            batch = order[start : start + self._batch_texts]
            together = [texts[number] for number in batch]
            vectors[batch] = self._embed(self._transformer.encode_document, together, self._passage_prompt)
            if progress is not None:
                progress(len(batch))
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """float32 (d,), of length 1."""
        vector: Vectors = self._embed(self._transformer.encode_query, [text], self._query_prompt)[0]
        return vector

    def _embed(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str) -> Vectors:
        with self._turn:
            vectors = encode(
                [_encodable(text) for text in texts],
                prompt=prompt,
                batch_size=self._batch_texts,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, np.float32)


def default_encoder(models_folder: Path, threads: int | None = None) -> SentenceEncoder:
    """The embedded default, made once under `models_folder`."""
    made = default_model(models_folder)
    # Its folder names a module of this package, which sentence-transformers takes for foreign code.
    transformer = _load(str(made.folder), local=True, own_code=True)
    texts = cast(OnnxModule, transformer[0]).texts
    if threads is not None:
        texts.limit_threads(threads)
    # At every start: a home may have moved to another processor, or another ONNX Runtime been installed.
    check_vectors(texts)
    return SentenceEncoder(transformer, made.stamp)


def named_encoder(model: str, threads: int | None = None) -> SentenceEncoder:
    """The encoder of a hub name or a folder.

    Raises: ModelError where there is no such model or it cannot be loaded.
    """
    if threads is not None:
        torch.set_num_threads(threads)
    transformer = _load(model, local=Path(model).is_dir())
    return SentenceEncoder(transformer, f"{_name(model)}@{_fingerprint(transformer)}")


def _load(model: str, *, local: bool, own_code: bool = False) -> SentenceTransformer:
    """The model, loaded without a word on standard error."""
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(model, device="cpu", local_files_only=local, trust_remote_code=own_code)
    except _LOAD_ERRORS as error:
        first_line = next(iter(str(error).splitlines()), type(error).__name__)
        reason = f"cannot be loaded ({first_line}); take another with `rebuild --model NAME`"
        raise ModelError(model, reason) from error


def _prompt(transformer: SentenceTransformer, *names: str) -> str:
    """The first prompt of those names that says anything."""
    return next(filter(None, map(transformer.prompts.get, names)), "")


def _name(model: str) -> str:
    return Path(model).resolve().name if Path(model).is_dir() else model


def _fingerprint(transformer: SentenceTransformer) -> str:
    """12 hex digits over every parameter, the modules, the prompts and the tokens of a known text."""
    digest = hashlib.sha256()
    tokens = transformer.preprocess([_PROBE])
    described = (transformer, transformer.prompts, transformer.max_seq_length, tokens)
    digest.update("\n".join(map(str, described)).encode())
    for name, parameter in sorted(transformer.state_dict().items()):
        digest.update(name.encode())
        digest.update(parameter.detach().contiguous().view(-1).view(torch.uint8).numpy())
    return digest.hexdigest()[:12]


def _encodable(text: str) -> str:
    """The text with "?" for halves of surrogate pairs, which JSON may bring in and no tokenizer takes."""
    return text.encode("utf-8", "replace").decode()
