"""A folder's tokenizer and ONNX session as one thing: texts in, vectors out.

The session computes on one thread and several groups of texts are computed at once, which reaches 385 texts a
second where one group on two threads reaches 260 (two cores, 47 tokens, four a group). A question does not
wait for a bulk job, and a vector is the same however many threads there are.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as faults
from tokenizers import Tokenizer

from index.errors import DamagedModelError
from index.priority import lower_priority

TOKENIZER_FILE = "tokenizer.json"
GRAPH_FILE = "model.onnx"
WEIGHTS_FILE = "model.weights"
LONGEST_TOKENS = 512
# Swept over 47 tokens (1 to 16 texts) and over 22 (to 24 texts): larger groups gain nothing and take memory.
_GROUP_TOKENS = 256
_ERRORS_ONLY = 3


def usable_threads() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class OnnxTexts:
    """Embeds texts with the model in `folder`. Safe to call from several threads at once."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """Raises: DamagedModelError where the files cannot be opened."""
        self.folder = folder
        self.tokenizer = _open_tokenizer(folder)
        self._session = _open_session(folder)
        self.limit_threads(threads or usable_threads())

    @property
    def dimensions(self) -> int:
        return int(self._session.get_outputs()[0].shape[1])

    def limit_threads(self, threads: int) -> None:
        """Computes at most so many groups of texts at once; call it before the first text."""
        # Questions, of which each is computed where it is asked, go before what is embedded in bulk.
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="embedding", initializer=lower_priority)

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The tokens of each text, at most 512, begin and end marks among them."""
        return [encoding.ids for encoding in self.tokenizer.encode_batch_fast(texts)]

    def vectors(self, ids: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        """float32 (n, d), rows of length 1, in the order given."""
        vectors = np.empty((len(ids), self.dimensions), np.float32)

        def fill(group: list[int]) -> None:
            vectors[group] = self._run([ids[number] for number in group])

        groups = list(_equal_lengths(ids))
        if len(groups) == 1:
            fill(groups[0])
        else:
            list(self._pool.map(fill, groups))
        return vectors

    def _run(self, ids: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        (vectors,) = self._session.run(None, {"input_ids": np.array(ids, np.int64)})
        return np.asarray(vectors, np.float32)


def _equal_lengths(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Indices of texts of one length, a few together, the longest first: none is left to be waited for."""
    order = sorted(range(len(ids)), key=lambda number: -len(ids[number]))
    for length, numbers in groupby(order, key=lambda number: len(ids[number])):
        together = list(numbers)
        size = max(1, _GROUP_TOKENS // length)
        for start in range(0, len(together), size):
            yield together[start : start + size]


def _open_tokenizer(folder: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_buffer((folder / TOKENIZER_FILE).read_bytes())
    except (OSError, ValueError) as error:
        raise _damaged(folder, TOKENIZER_FILE) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST_TOKENS)
    return tokenizer


def _open_session(folder: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    # Levels above this one fuse addition and norm into the slow operator that the graph avoids.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        path = str(folder / GRAPH_FILE)
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except (
        faults.Fail, faults.InvalidGraph, faults.InvalidProtobuf, faults.InvalidArgument, faults.NoSuchFile,
        faults.NotImplemented, faults.RuntimeException,
    ) as error:  # fmt: skip
        raise _damaged(folder, GRAPH_FILE) from error


def _damaged(folder: Path, file: str) -> DamagedModelError:
    return DamagedModelError(str(folder), f"{file} is missing or damaged; remove the folder and start again")
