"""Text that was written down from its last letter to its first, turned round."""

import re
from collections.abc import Sequence
from itertools import groupby

from documents.legible import evidence, plain
from documents.mending.edits import Edit, edited
from documents.mending.known import is_known
from documents.model import Block, Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDS = tuple(".!?…:")
_SENTENCES = re.compile(r"[.!?…]\s+[„\"(]?[A-ZĄĆĘŁŃÓŚŹŻ]")
_TOKEN = re.compile(r"\S+")
_AHEAD = re.compile(r"(?<!\S)[.,;:!?…]+(?=\w)")
_BEHIND = re.compile(r"(?<=\w)[.,;:!?…]+(?!\S)")
# Bits a letter of text turned round, in pages of Polish, German and English words: 4.4 to 5.0, and 3.6 of the
# same text as it should be. See documents/legible.py.
_MIN_BITS, _MIN_LETTERS, _LESS = 4.1, 12, 0.25
_MIN_WORDS, _MIN_SHARE, _MAX_SHARE = 3, 0.6, 0.25


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with lines turned round that can only be read so; short ones on a page with long ones."""
    turned: set[int] = set()
    for _, group in groupby(range(len(blocks)), key=lambda at: blocks[at].page):
        page = _suspects(blocks, list(group))
        sure = {at for at in page if _is_odd(blocks[at].text) and _is_turned(blocks[at].text)}
        turned |= sure
        turned |= {at for at in page if sure and _is_turned(blocks[at].text, least=1, share=1.0)}
    if not turned:
        return blocks
    whole = _as_lines([blocks[at].text for at in sorted(turned)])
    return [_round(block, whole=whole) if at in turned else block for at, block in enumerate(blocks)]


def _suspects(blocks: Sequence[Block], page: list[int]) -> list[int]:
    return [] if plain("\n".join(blocks[at].text for at in page)) else page


def _is_odd(text: str) -> bool:
    """Whether letters follow each other as they seldom do, and turned round as they do."""
    found = evidence(text)
    if found.letters < _MIN_LETTERS or found.bits < _MIN_BITS * found.letters:
        return False
    return evidence(text[::-1]).bits < found.bits - _LESS * found.letters


def _is_turned(text: str, least: int = _MIN_WORDS, share: float = _MIN_SHARE) -> bool:
    """Whether most words are known from their end to their beginning, and few as they stand."""
    words = _WORD.findall(text)
    known = sum(map(is_known, words))
    turned = sum(is_known(word[::-1]) for word in words)
    return turned >= least and turned >= share * len(words) and known <= _MAX_SHARE * len(words)


def _as_lines(texts: Sequence[str]) -> bool:
    """Whether whole lines were turned, not each word: by where sentences begin and end."""
    # A line begins with a capital and ends with a full stop, and so does a sentence within it.
    as_lines = sum(_begins(text[::-1]) + len(_SENTENCES.findall(text[::-1])) for text in texts)
    each = [" ".join(map(_turned, text.split())) for text in texts]
    as_words = sum(_begins(text) + len(_SENTENCES.findall(text)) for text in each)
    if as_lines != as_words:
        return as_lines > as_words
    ahead = sum(len(_AHEAD.findall(text)) for text in texts)
    return ahead >= sum(len(_BEHIND.findall(text)) for text in texts)


def _begins(text: str) -> int:
    """How many of the signs of a whole line this has: a capital first, a full stop last."""
    return text.lstrip('„"(')[:1].isupper() + (text[-1:] in _ENDS)


def _round(block: Block, *, whole: bool) -> Block:
    if whole:
        return edited(block, [Edit(Span(0, len(block.text)), block.text[::-1])])
    return edited(
        block,
        [Edit(Span(*found.span()), _turned(found[0])) for found in _TOKEN.finditer(block.text)],
    )


def _turned(token: str) -> str:
    """A word turned round, but for the signs behind it."""
    end = _BEHIND.search(token)
    word = token[: end.start()] if end else token
    return word[::-1] + token[len(word) :]
