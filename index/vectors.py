"""Sentence vectors in FAISS: the only module that knows it. All of it is derived from the store.

The index is an exact one (100,000 sentences: 6 ms a query on one core). It is kept in a file, so that it
need not be made again at every start, and the file is trusted only while its stamp fits.
"""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal
from zlib import crc32

import _morfeusz2
import faiss
import morfeusz2
import numpy as np
from numpy.typing import NDArray

from index.gate import Gate
from index.rows import DocumentSentences, Ids
from index.store import Store

# Both are SWIG modules and share one table of types: FAISS, imported later, puts its own iterator in place
# of that of Morfeusz, and the next Polish word analysed ends the process. This puts Morfeusz's back.
_morfeusz2.SwigPyIterator_swigregister(morfeusz2.SwigPyIterator)

Cosines = NDArray[np.float32]
Vector = NDArray[np.float32]
# Of the index in the file: it cannot be read, or holds other sentences than the library.
Fault = Literal["damaged", "ids"]
STAMP_NAME = "sentences.json"
INDEX_NAME = "sentences.faiss"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index file was made from, and its checksum: a kill between the two files shows."""

    model: str
    generation: int
    dimensions: int
    count: int
    checksum: int


@dataclass(frozen=True, slots=True)
class _Held:
    """A document whose sentences are in the index."""

    generation: int
    sentences: Ids


class Vectors:
    """The vectors of a library's sentences, of one model. Safe to use from several threads.

    `model` is the stamp that the store keeps with vectors; those of other models are never looked at.
    """

    def __init__(self, store: Store, *, model: str, dimensions: int, folder: Path) -> None:
        self._store = store
        self._model = model
        self._dimensions = dimensions
        self._folder = folder
        self._gate = Gate()
        self._refreshing = threading.Lock()
        self._index = _empty(dimensions)
        self._generation = -1
        self._held: dict[str, _Held] = {}
        self._passage_of: dict[int, int] = {}
        # Whether the file is known not to hold what its stamp says.
        self._is_unwritten = False

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def generation(self) -> int:
        """The generation of the store that is searched; -1 before the first `refresh`."""
        return self._generation

    def refresh(self) -> None:
        """Catch up with what was added and removed, by whatever process, since the last time."""
        if self._store.generation() == self._generation:
            return
        with self._refreshing:
            # Read before the documents: what comes in meanwhile is caught up with the next time.
            generation = self._store.generation()
            if generation == self._generation:
                return
            if self._generation < 0:
                self._load(generation)
            else:
                self._catch_up()
            self._generation = generation

    def search(self, vector: Vector, k: int) -> tuple[Ids, Cosines]:
        """The ids and cosines of the `k` nearest sentences, or of all there are, nearest first."""
        with self._gate.shared():
            wanted = min(k, int(self._index.ntotal))
            if wanted <= 0:
                return np.empty(0, np.int64), np.empty(0, np.float32)
            # Of this thread alone: a query's worth of work is done before a second thread has woken.
            faiss.omp_set_num_threads(1)
            cosines, ids = self._index.search(_as_rows(vector), wanted)
        return ids[0], cosines[0]

    def cosines(self, vector: Vector, sentences: Sequence[int] | Ids) -> Cosines:
        """The cosine of each sentence, in order; -1 for one that is not in the index."""
        with self._gate.shared():
            known = [at for at, one in enumerate(sentences) if int(one) in self._passage_of]
            cosines = np.full(len(sentences), -1.0, dtype=np.float32)
            if known:
                ids = np.asarray(sentences, dtype=np.int64)[known]
                cosines[known] = self._index.reconstruct_batch(ids) @ _as_rows(vector)[0]
        return cosines

    def passages_of(self, sentences: Ids) -> Ids:
        """The passage of each sentence, in order; -1 for one that is not in the index."""
        passage_of = self._passage_of
        return np.array([passage_of.get(int(one), -1) for one in sentences], dtype=np.int64)

    def save(self) -> None:
        """Write the index beside the store, if what is there is not the same. Raises: OSError."""
        with self._refreshing:
            found = _read_stamp(self._folder)
            now = (self._model, self._generation, len(self))
            written = found is not None and (found.model, found.generation, found.count) == now
            if written and not self._is_unwritten:
                return
            content = faiss.serialize_index(self._index)
            stamp = Stamp(self._model, self._generation, self._dimensions, len(self), crc32(content.data))
            _write(self._folder / INDEX_NAME, content.data)
            _write(self._folder / STAMP_NAME, json.dumps(asdict(stamp)).encode())
            self._is_unwritten = False

    def _load(self, generation: int) -> None:
        kept = self._kept(generation)
        with self._gate.alone():
            if kept is None or not self._adopt(kept):
                self._is_unwritten = True
                self._index = _empty(self._dimensions)
                self._held, self._passage_of = {}, {}
                self._add(self._read(self._store.generations()))

    def _adopt(self, kept: faiss.IndexIDMap2) -> bool:
        """Search the index that was in the file, if it holds the store's sentences and no others."""
        found = list(_all_sentences(self._store, self._model))
        if not _has_ids(kept, found):
            return False
        self._index = kept
        for one in found:
            self._note(one)
        return True

    def _kept(self, generation: int) -> faiss.IndexIDMap2 | None:
        """The index in the file, or None where its stamp does not fit or it is damaged."""
        stamp = _read_stamp(self._folder)
        if stamp is None or (stamp.model, stamp.generation, stamp.dimensions) != (
            self._model,
            generation,
            self._dimensions,
        ):
            return None
        return _read_index(self._folder, stamp)

    def _catch_up(self) -> None:
        now = self._store.generations()
        gone = [document for document, held in self._held.items() if now.get(document) != held.generation]
        # Read before the gate closes: searching waits for memory, not for the disk.
        come = now.keys() - (self._held.keys() - set(gone))
        found = list(self._read(come))
        with self._gate.alone():
            self._forget(gone)
            self._add(found)

    def _read(self, documents: Iterable[str]) -> Iterator[tuple[DocumentSentences, Vector]]:
        for document in documents:
            found = self._store.vectors_of(document, self._model)
            if found is not None:
                yield found

    def _add(self, found: Iterable[tuple[DocumentSentences, Vector]]) -> None:
        for sentences, vectors in found:
            self._index.add_with_ids(vectors, sentences.sentences)
            self._note(sentences)

    def _note(self, one: DocumentSentences) -> None:
        self._held[one.document] = _Held(one.generation, one.sentences)
        self._passage_of.update(zip(one.sentences.tolist(), one.passages.tolist(), strict=True))

    def _forget(self, documents: Sequence[str]) -> None:
        gone = [self._held.pop(document).sentences for document in documents]
        if not gone:
            return
        ids = np.concatenate(gone)
        self._index.remove_ids(faiss.IDSelectorBatch(ids))
        for one in ids.tolist():
            del self._passage_of[one]


def file_fault(store: Store, folder: Path, model: str) -> Fault | None:
    """What is wrong with the index in the file, where its stamp is that of the library as it is now.

    A stamp of an earlier state is nothing wrong: the file is then not used.
    """
    stamp = _read_stamp(folder)
    if stamp is None or (stamp.model, stamp.generation) != (model, store.generation()):
        return None
    index = _read_index(folder, stamp)
    if index is None:
        return "damaged"
    return None if _has_ids(index, _all_sentences(store, model)) else "ids"


def _all_sentences(store: Store, model: str) -> Iterator[DocumentSentences]:
    documents = (store.sentences_of(one, model) for one in store.generations())
    return (one for one in documents if one is not None)


def _has_ids(index: faiss.IndexIDMap2, documents: Iterable[DocumentSentences]) -> bool:
    """Whether an index holds these sentences and no others."""
    ids = [one.sentences for one in documents]
    expected = np.sort(np.concatenate(ids)) if ids else np.empty(0, np.int64)
    return np.array_equal(np.sort(faiss.vector_to_array(index.id_map)), expected)


def _read_index(folder: Path, stamp: Stamp) -> faiss.IndexIDMap2 | None:
    """The index in the file, or None where it is not the one that the stamp was written for."""
    try:
        content = (folder / INDEX_NAME).read_bytes()
    except OSError:
        return None
    if crc32(content) != stamp.checksum:
        return None
    try:
        index = faiss.deserialize_index(np.frombuffer(content, dtype=np.uint8))
    except RuntimeError:
        return None
    return index if isinstance(index, faiss.IndexIDMap2) else None


def _empty(dimensions: int) -> faiss.IndexIDMap2:
    return faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))


def _as_rows(vector: Vector) -> Vector:
    return np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)


def _read_stamp(folder: Path) -> Stamp | None:
    """The stamp beside the index, or None where there is none that can be read."""
    try:
        return Stamp(**json.loads((folder / STAMP_NAME).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, content: bytes | memoryview) -> None:
    """Put the file in place whole: another process sees the one before or this one.

    Its name until then is always the same, so that what a kill left is written over. Two that write at once
    may mix theirs; the checksum in the stamp shows it.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    # Whatever it was, an interrupt too: on a full disk half a file would take what room there is.
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
