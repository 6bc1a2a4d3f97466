"""Texts to vectors: what the rest of the index asks of an encoder, and how one is come by."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]


class Encoder(Protocol):
    """Turns texts into vectors of length 1, so that a dot product is a cosine. Callable from several threads.

    `model` is a stable name and a fingerprint; it changes whenever the same text would get another vector.
    """

    @property
    def model(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """float32 (n, d), in the order given. `progress` is told how many texts each step finished."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """float32 (d,)."""
        ...


def load_encoder(model: str | None, models_folder: Path, *, threads: int | None = None) -> Encoder:
    """The encoder for a hub name or a folder; None is the embedded default, made under `models_folder` once.

    Takes seconds. `threads` defaults to the processors this process may use. Only a hub name that is not in
    the local cache goes to the network.
    Raises: ModelError with what to do.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    if model is None or Path(model).is_dir():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # Importing sentence-transformers takes 3 to 6 s, and pages must be up in 2.
    from index import sentence_encoder  # noqa: PLC0415

    if model is None:
        return sentence_encoder.default_encoder(models_folder, threads)
    return sentence_encoder.named_encoder(model, threads)
