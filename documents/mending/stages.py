"""The order in which text is put right: each stage finds the words that the one before it made whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents.mending import (
    accents,
    decoding,
    fragments,
    hyphens,
    letter_spacing,
    letters,
    order,
    print_signs,
)
from documents.model import Block, Reason

Mending = Callable[[Sequence[Block]], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Stage:
    """`mend` gives back all blocks of a file in order, those it left alone the very same objects.

    It may make one of two that stand next to each other. `reason` is told of the pages it changed. Where
    nothing `has_signs` in the text of all blocks together, there is nothing to do.
    """

    reason: Reason
    mend: Mending
    has_signs: Callable[[str], bool] = bool


# What makes letters and words of signs; then what is rubbish is taken out; then words are mended.
SIGNS: tuple[Stage, ...] = (
    Stage("misdecoded", decoding.mend, decoding.has_signs),
    Stage("odd_signs", print_signs.mend, print_signs.has_signs),
    Stage("odd_signs", accents.mend, accents.has_signs),
    Stage("torn_words", order.mend),
)
WORDS: tuple[Stage, ...] = (
    Stage("torn_words", letter_spacing.mend, letter_spacing.has_signs),
    Stage("torn_words", hyphens.mend, hyphens.has_signs),
    Stage("torn_words", fragments.mend, fragments.has_signs),
    Stage("lost_letters", letters.mend),
)
