"""Text that stands for nothing, taken out from among blocks that do."""

from collections import defaultdict
from collections.abc import Sequence

from documents.legible import evidence, plain, rubbish
from documents.model import Block

# Bits a letter beyond which a short line beside rubbish is rubbish, too; see documents/legible.py.
_MAX_BITS = 5.0


def sifted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks that can be read, and the rest; both in order.

    What a block by itself is too short for to tell is told by all that are left of its page together.
    """
    pages: defaultdict[int | None, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        pages[block.page].append(at)
    out = {at for page in pages.values() for at in _rubbish(blocks, page)}
    return (
        tuple(block for at, block in enumerate(blocks) if at not in out),
        tuple(block for at, block in enumerate(blocks) if at in out),
    )


def _rubbish(blocks: Sequence[Block], page: Sequence[int]) -> list[int]:
    """Which blocks of one page stand for nothing."""
    if plain("\n".join(blocks[at].text for at in page)):
        return []
    sure = [at for at in page if rubbish(blocks[at].text)]
    rest = [at for at in page if at not in sure]
    if rubbish(*(blocks[at].text for at in rest)):
        return list(page)
    return sure + [at for at in rest if sure and _improbable(blocks[at].text)]


def _improbable(text: str) -> bool:
    found = evidence(text)
    return found.letters > 0 and found.bits > _MAX_BITS * found.letters
