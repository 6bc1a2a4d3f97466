"""Words set with a blank behind each letter, put together."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from documents.legible import evidence
from documents.mending.edits import Edit, edited
from documents.mending.known import is_english, is_polish
from documents.model import Block, Span

_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:\s+[^\W\d_]){3,}(?=[^\w\s]*(?!\S))")
_WIDE = re.compile(r"\s{2,}")
# Words of one or two letters that may be part of a line; any other such part shows that it was not words.
_SHORT = frozenset(
    "a i o u w z ze we na do od po za ku co to is of in on at to by an as we".split()  # noqa: SIM905
)
_MIN_LETTERS, _MAX_LETTERS = 3, 30
# The list of English words has abbreviations, too: "abcd".
_SHORT_ENGLISH = 4
_WORD = re.compile(r"[^\W\d_]{3,}")
# A name is in no dictionary, and its letters follow each other as a word's do; see documents/legible.py.
_NAME_LETTERS, _NAME_BITS = 6, 4.5


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_SPACED.search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with such words whole, one from the next where the gap is wider or where words end."""
    if not any(_SPACED.search(block.text) for block in blocks):
        return blocks
    present = frozenset(word for block in blocks for word in _WORD.findall(block.text.lower()))
    return [
        edited(block, list(_edits(block.text, present))) if _SPACED.search(block.text) else block
        for block in blocks
    ]


def _edits(text: str, present: Set[str]) -> Iterator[Edit]:
    for found in _SPACED.finditer(text):
        parts = ["".join(part.split()) for part in _WIDE.split(found[0])]
        words = [_words(part, present, whole=len(parts) > 1) for part in parts]
        if all(words) and not _in_order("".join(parts).lower()):
            yield Edit(Span(*found.span()), " ".join(word or "" for word in words))


def _in_order(letters: str) -> bool:
    """Whether letters are a part of the alphabet: a, b, c, d."""
    return all(ord(second) == ord(first) + 1 for first, second in pairwise(letters))


def _words(letters: str, present: Set[str], *, whole: bool) -> str | None:
    """Letters as the words they make; None if they make none, as those of a list do.

    `present` are other words of the document; `whole` says that a gap parts the letters from the next word.
    """
    found = _parted(letters, present)
    if found is not None:
        return " ".join(found)
    told = evidence(letters.lower())
    is_name = len(letters) >= _NAME_LETTERS and told.bits <= _NAME_BITS * told.letters
    is_one = letters.isupper() or (letters[1:].islower() and (whole or letters[0].isupper()))
    return letters if is_name and is_one else None


def _parted(letters: str, present: Set[str]) -> tuple[str, ...] | None:
    """The fewest words that these letters are, one after another."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        made = (
            (*before, letters[start:end])
            for start in range(max(0, end - _MAX_LETTERS), end)
            if (before := best[start]) is not None and _is_word(letters[start:end], present)
        )
        best.append(min(made, key=len, default=None))
    return best[-1]


def _is_word(word: str, present: Set[str]) -> bool:
    if not (word.isupper() or word[1:].islower() or len(word) == 1):
        return False
    if len(word) < _MIN_LETTERS:
        return word.lower() in _SHORT
    if word.lower() in present:
        return True
    return (
        is_polish(word.lower())
        or is_polish(word.capitalize())
        or (len(word) > _SHORT_ENGLISH and is_english(word))
    )
