"""Labels with their values side by side on one line, "Seat: Graz     Members: 34", told a line each."""

import re
from collections.abc import Iterator, Sequence

_WIDE = re.compile(r"(?<=\S)(?:\t+| {2,})(?=\S)")
_LABELLED = re.compile(r"[^\W\d_][^\W_]*(?:[ /-][^\W_]+){0,3}:\s+\S.*")


def labels_apart(lines: Sequence[str]) -> list[str]:
    """The lines, those that are labels with values parted by wide gaps as several."""
    return [part for line in lines for part in _parts(line)]


def _parts(line: str) -> Iterator[str]:
    indent = line[: len(line) - len(line.lstrip())]
    parts = _WIDE.split(line.strip())
    labels = {part.partition(":")[0].lower() for part in parts}
    # The same label twice: two cards beside one another, that are no one's together.
    if len(parts) > 1 and all(map(_LABELLED.fullmatch, parts)) and len(labels) == len(parts):
        yield from (f"{indent}{part}" for part in parts)
    else:
        yield line
