"""Lines of plain text that are entries of their own, though long enough to be wrapped ones."""

from collections.abc import Sequence
from itertools import pairwise

# A block of fewer lines may be a sentence with a name at its break.
_FEWEST = 3
# What parts the values of an entry, and how often in one of several values.
_PARTING, _OFTEN = (" | ", " / ", " · ", " • "), 2
# What a sentence, or a part of it, ends with.
_STOPS = (".", ",", ";", ":", "!", "?", "-", "–", "—")


def entry_lines(lines: Sequence[str], width: int) -> frozenset[int]:
    """The places of the lines that stand in blocks of entries: each begins with a capital or a figure and
    ends without a stop, and one of them at least ends where the next one's first word would have had room.
    Such are lines parted into as many values as the ones before them, too.

    `width` is that of wrapped lines in characters, 0 where none are.
    """
    found = {at for at, two in enumerate(pairwise(lines), start=1) if _parted_alike(*two)}
    block: list[int] = []
    for at, line in enumerate((*lines, "")):
        if line.strip():
            block.append(at)
            continue
        if width and _are_entries([lines[n].strip() for n in block], width):
            found.update(block)
        block = []
    return frozenset(found)


def is_parted(line: str) -> bool:
    """Whether a line is several values with signs between them: "Kępno | since 2012 | furniture"."""
    return any(line.count(sign) >= _OFTEN for sign in _PARTING)


def _parted_alike(before: str, line: str) -> bool:
    """Whether two lines have as many values, parted by one sign: "Mebel – Kępno / 2010 / 80 firm"."""
    return any(line.count(sign) == before.count(sign) >= _OFTEN for sign in _PARTING)


def _are_entries(block: Sequence[str], width: int) -> bool:
    if len(block) < _FEWEST or any(line[0].islower() or line.endswith(_STOPS) for line in block):
        return False
    # A headline above the first of them ends early too.
    return any(len(line) + 1 + len(after.split()[0]) <= width * 0.94 for line, after in pairwise(block[1:]))
