"""How alike the texts of two readings are: the words that come in both, in the same order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from documents.model import Block, Reading

_WORD = re.compile(r"[^\W_]+(?:[-–'’./@][^\W_]+)*")
_COUNTING = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z]\))$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many words each of two texts has, and how many of them are the same in the same order."""

    words: int
    other: int
    same: int

    @property
    def share(self) -> float:
        """The same words as a share of the longer text's, so that neither loss nor addition is hidden."""
        return self.same / max(self.words, self.other, 1)


def likeness(original: Reading, printed: Reading) -> Likeness:
    """How alike two readings are, by the longest common subsequence of their words.

    Words are what stands between blanks, without what is no letter or digit around them, letter case kept.
    The number of an item is no word of it, for office files do not hold it; notes under the text are counted
    after all the rest, for office files hold them at their end.
    """
    first, second = _words(original.blocks), _words(printed.blocks)
    return Likeness(len(first), len(second), LCSseq.similarity(first, second))


def _words(blocks: Sequence[Block]) -> list[str]:
    ordered = sorted(blocks, key=lambda block: block.kind == "note")
    return [word for block in ordered for word in _of_block(block)]


def _of_block(block: Block) -> list[str]:
    parts = block.text.split()
    if block.kind in {"item", "paragraph", "note"} and parts and _COUNTING.match(parts[0]):
        parts = parts[1:]
    if block.kind == "note" and parts and parts[0].isdigit():
        parts = parts[1:]
    return [word for part in parts for word in _WORD.findall(part)]
