"""The order in which text is put right: each stage finds the words that the one before it made whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents.mending import letters
from documents.model import Block, Reason

Mending = Callable[[Sequence[Block]], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Stage:
    """`mend` gives back all blocks of a file in order, those it left alone the very same objects.

    It may make one of two that stand next to each other. `reason` is told of the pages it changed.
    """

    reason: Reason
    mend: Mending


# What makes letters and words of signs; then what is rubbish is taken out; then words are mended.
SIGNS: tuple[Stage, ...] = ()
WORDS: tuple[Stage, ...] = (Stage("lost_letters", letters.mend),)
