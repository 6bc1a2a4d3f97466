"""Words cut by a hyphen at the end of a line that is no line's end any more."""

import re
from collections.abc import Container, Iterator, Sequence

from documents.mending.edits import Edit, edited
from documents.mending.known import is_known, is_listed, is_polish
from documents.model import Block, Span

_CUT = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u2010]\s([^\W\d_]{2,})(?![\w-])")
# "dwu- i trzyletni": the hyphen stands for the rest of the word.
_AND = frozenset(
    {"oraz", "lub", "albo", "bądź", "czy", "ani", "lecz", "and", "or", "und", "to", "do", "nor", "but"}
)
# Short words stand before a hyphen by themselves more often.
_MIN_PART = 4
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_CUT.search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with such words whole; with the hyphen where it is part of the word."""
    if not any(_CUT.search(block.text) for block in blocks):
        return blocks
    present = frozenset(word.lower() for block in blocks for word in _WORD.findall(block.text))
    return [
        edited(block, list(_edits(block.text, present))) if _CUT.search(block.text) else block
        for block in blocks
    ]


def _edits(text: str, present: Container[str]) -> Iterator[Edit]:
    for found in _CUT.finditer(text):
        word = _whole(found[1], found[2], present)
        if word:
            yield Edit(Span(*found.span()), word)


def _whole(first: str, rest: str, present: Container[str]) -> str | None:
    """The word of two parts; None where they are none, or none is sure. `present` are the document's."""
    if rest in _AND or not (rest.islower() or (first + rest).isupper()):
        return None
    for word in (f"{first}-{rest}", first + rest):
        if word.lower() in present:
            return word
    # "społeczno-gospodarczy", "polsko-niemiecki": Morfeusz knows any two such parts as one word.
    if first[-1:].lower() == "o" and is_polish(rest) and not is_listed(first + rest):
        return f"{first}-{rest}" if is_polish(first + rest) else None
    if is_known(first + rest) and not (is_known(first) and is_known(rest) and len(first) < _MIN_PART):
        return first + rest
    return None
