"""The small numbered links that open a source."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """[number], where it leads, and what stands there."""

    number: int
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence of ours, and the marker after it, if any."""

    text: str
    marker: Marker | None = None


def markers_of(numbers: Sequence[int], markers: Mapping[int, Marker]) -> tuple[Marker, ...]:
    """The markers of these numbers, in their order."""
    return tuple(markers[number] for number in numbers if number in markers)


def pieces(sentence: str, markers: Mapping[int, Marker]) -> tuple[Piece, ...]:
    """The sentence with each [n] that is a citation made its marker; any other stays text."""
    cut: list[Piece] = []
    at = 0
    for match in re.finditer(r"\s*\[(\d{1,4})\]", sentence):
        if (marker := markers.get(int(match[1]))) is not None:
            cut.append(Piece(sentence[at : match.start()], marker))
            at = match.end()
    return tuple([*cut, Piece(sentence[at:])] if at < len(sentence) else cut)
