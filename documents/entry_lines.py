"""Lines of plain text that are entries of their own, though long enough to be wrapped ones."""

from collections.abc import Sequence
from itertools import pairwise

# A block of fewer lines may be a sentence with a name at its break.
_FEWEST = 3
# What a sentence, or a part of it, ends with.
_STOPS = (".", ",", ";", ":", "!", "?", "-", "–", "—")


def entry_lines(lines: Sequence[str], width: int) -> frozenset[int]:
    """The places of the lines that stand in blocks of entries: each begins with a capital or a figure and
    ends without a stop, and one of them at least ends where the next one's first word would have had room.

    `width` is that of wrapped lines in characters, 0 where none are.
    """
    found: set[int] = set()
    block: list[int] = []
    for at, line in enumerate((*lines, "")):
        if line.strip():
            block.append(at)
            continue
        if width and _are_entries([lines[n].strip() for n in block], width):
            found.update(block)
        block = []
    return frozenset(found)


def _are_entries(block: Sequence[str], width: int) -> bool:
    if len(block) < _FEWEST or any(line[0].islower() or line.endswith(_STOPS) for line in block):
        return False
    # A headline above the first of them ends early too.
    return any(len(line) + 1 + len(after.split()[0]) <= width * 0.94 for line, after in pairwise(block[1:]))
