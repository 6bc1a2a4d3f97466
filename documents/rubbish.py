"""Text that stands for nothing, taken out from among blocks that do."""

import re
from collections import defaultdict
from collections.abc import Sequence

from documents.legible import Evidence, evidence, plain, rubbish
from documents.mending.known import is_known
from documents.model import Block

# Bits a letter beyond which a short line beside rubbish is rubbish, too; see documents/legible.py.
_MAX_BITS = 5.0
# One word in 40 of text with its letters exchanged is a word by chance.
_MIN_KNOWN = 0.2
_WORD = re.compile(r"[^\W\d_]{4,}")


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
    sure = [at for at in page if _is_rubbish(blocks[at].text)]
    rest = [at for at in page if at not in sure]
    texts = [blocks[at].text for at in rest]
    if rubbish(*texts) and not _has_words(texts):
        return list(page)
    if not any(_improbable(evidence(blocks[at].text)) for at in sure):
        return sure
    return sure + [
        at for at in rest if _improbable(evidence(blocks[at].text)) and not _has_words([blocks[at].text])
    ]


def _is_rubbish(text: str) -> bool:
    """Whether a block stands for nothing: lost signs without a letter or figure, or rubbish."""
    if evidence(text).lost > 1 and not any(map(str.isalnum, text)):
        return True
    return rubbish(text) and not _has_words([text])


def _improbable(found: Evidence) -> bool:
    return 0 < found.letters * _MAX_BITS < found.bits


def _has_words(texts: Sequence[str]) -> bool:
    """Whether there are words among names and commands that no language has, as programs have them."""
    words = [word for text in texts for word in _WORD.findall(text)]
    known = sum(map(is_known, words))
    return known > _MIN_KNOWN * len(words) and known > 0
