"""Words torn into pieces of a few letters each, put together where the dictionary leaves one way to do it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from documents.language import language_of
from documents.mending.edits import Edit, edited
from documents.mending.known import is_listed, is_polish
from documents.model import Block, Span

# So many short pieces in a row are seldom words: "sy tu a cja gos po dar cza".
_SHORT = re.compile(r"(?<!\S)(?:[^\W\d_]{1,4} ){5,}")
_RUN = re.compile(r"(?<![\w-])[^\W\d_]+(?: [a-zóąćęłńśźż]+)+(?![\w-])")
_PIECE = re.compile(r"\S+")
_MOST_PIECES, _MOST_LETTERS = 9, 26
# A document is torn if so many different long words come out of pieces that are none.
_MIN_WORDS, _LONG = 3, 7


class _Way(NamedTuple):
    """The best ways to read some pieces: how many of them are no word then, and how many ways there are."""

    unknown: int
    ways: int


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_SHORT.search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with such words whole, in a document that has several of them."""
    found = {
        at: list(_edits(block.text)) for at, block in enumerate(blocks) if language_of(block.text) == "pl"
    }
    sure = {edit.text.lower() for edits in found.values() for edit in edits if len(edit.text) >= _LONG}
    if len(sure) < _MIN_WORDS:
        return blocks
    return [edited(block, found[at]) if found.get(at) else block for at, block in enumerate(blocks)]


def _edits(text: str) -> Iterator[Edit]:
    for run in _RUN.finditer(text):
        pieces = list(_PIECE.finditer(text, *run.span()))
        if all(_is_word(piece[0]) for piece in pieces):
            continue
        for first, end in _words([piece[0] for piece in pieces]):
            span = Span(pieces[first].start(), pieces[end - 1].end())
            yield Edit(span, "".join(piece[0] for piece in pieces[first:end]))


def _words(pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where pieces are one word in every way of reading them that leaves the fewest as none."""
    steps = {(at, at + 1): int(not _is_word(piece)) for at, piece in enumerate(pieces)}
    for first in range(len(pieces)):
        for end in range(first + 2, min(first + _MOST_PIECES, len(pieces)) + 1):
            if _is_whole(tuple(pieces[first:end])):
                steps[first, end] = 0
    size = len(pieces)
    before = _best(steps, size)
    behind = _best({(size - end, size - first): cost for (first, end), cost in steps.items()}, size)[::-1]
    for first, end in steps:
        least = before[first].unknown + behind[end].unknown == before[size].unknown
        if end - first > 1 and least and before[first].ways * behind[end].ways == before[size].ways:
            yield first, end


def _best(steps: Mapping[tuple[int, int], int], size: int) -> list[_Way]:
    """The best ways to come to each place, by steps of a piece or a word from one place to a later one."""
    found = [_Way(0, 1)]
    for end in range(1, size + 1):
        starts = range(max(0, end - _MOST_PIECES), end)
        ways = [
            _Way(found[first].unknown + steps[first, end], found[first].ways)
            for first in starts
            if (first, end) in steps
        ]
        fewest = min(way.unknown for way in ways)
        found.append(_Way(fewest, sum(way.ways for way in ways if way.unknown == fewest)))
    return found


def _is_whole(pieces: tuple[str, ...]) -> bool:
    word = "".join(pieces)
    if len(word) > _MOST_LETTERS or all(map(_is_word, pieces)):
        return False
    return is_listed(word) and is_polish(word)


@lru_cache(maxsize=20_000)
def _is_word(piece: str) -> bool:
    return is_polish(piece)
