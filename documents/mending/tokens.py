"""A block's text as words, which may be damaged or only parts of words, and what stands between them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from documents.mending.damage import BREAK, GAP

CLOSING = frozenset(",.;:!?)”")


class Token(NamedTuple):
    """`form` is lower case, with its marks; `joins` says that only blanks part it from the word before it.

    `gap` is what parts it from what is before it: GAP, BREAK, the sign of a line break, or nothing. `capital`
    says that it has one.
    """

    start: int
    end: int
    form: str
    is_word: bool
    joins: bool
    gap: str
    capital: bool


@lru_cache(maxsize=16)
def _pattern(marks: str) -> re.Pattern[str]:
    signs = f"[{re.escape(marks)}]|" if marks else ""
    return re.compile(
        rf"(?P<address>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+)"
        rf"|(?P<word>(?>(?:{signs}[^\W\d_])+))(?![\d_])|(?:{signs}\w)+|[^\w\s]"
    )


def tokens_of(text: str, marks: str, breaks: Mapping[int, str] | None = None) -> list[Token]:
    """The tokens of a text in order, signs between words, too; `breaks` are the lines', by place."""
    return list(_tokens(text, marks, breaks or {}))


def _tokens(text: str, marks: str, breaks: Mapping[int, str]) -> Iterator[Token]:
    end, was_word = 0, False
    for found in _pattern(marks).finditer(text):
        is_word = found["word"] is not None
        joins = is_word and was_word and found.start() > end
        gap = GAP if found.start() > end else ""
        if gap:
            # Nobody writes a blank before a comma.
            gap = BREAK if found[0] in CLOSING else breaks.get(end, GAP)
        yield Token(
            found.start(), found.end(), found[0].lower(), is_word, joins, gap, found[0] != found[0].lower()
        )
        end, was_word = found.end(), is_word


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches [start, end) of words parted by nothing but blanks."""
    start = None
    for at, token in enumerate(tokens):
        if start is not None and not token.joins:
            yield start, at
            start = None
        if token.is_word and start is None:
            start = at
    if start is not None:
        yield start, len(tokens)
