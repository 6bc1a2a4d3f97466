"""Stretches of a text whose words might be a name, longest first."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from documents.model import Span
from index import words
from index.register import forms
from index.register.names import Key

# No name goes on over these.
ENDS = re.compile(r"[.?!;\n]\s|\n")
QUOTES = "„“”\"«»'"
# Readings of a stretch whose words may have several lemmas each.
MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. `small` ones and the word for a cluster in the singular may stand inside a name;
    in the plural it ends one."""

    text: str
    span: Span
    small: bool
    cluster: bool
    plural: bool
    ends: bool
    quoted: bool

    @property
    def content(self) -> bool:
        return not self.small and not self.cluster

    @property
    def named(self) -> bool:
        """Whether it may be of a name: with a capital, and no small word."""
        return self.cluster or (self.content and self.capital)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Window:
    """Words of a text from `first` to `last`, and the keys they may stand for; `content` of them are looked
    up."""

    first: int
    last: int
    content: tuple[int, ...]
    keys: tuple[Key, ...]


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    found = list(words.TOKEN.finditer(text))
    after = [*(one.start() for one in found[1:]), len(text)]
    return tuple(_token(text, one, end) for one, end in zip(found, after, strict=False))


def _token(text: str, found: re.Match[str], after: int) -> Token:
    word = found.group()
    cluster = forms.is_cluster(word) or forms.is_cluster_mistyped(word)
    start = found.start()
    return Token(
        text=word,
        span=Span(*found.span()),
        small=forms.is_small(word) and not (len(word) > 1 and word.isupper() and not text.isupper()),
        cluster=cluster,
        plural=forms.is_cluster(word) and forms.is_plural(word),
        ends=ENDS.search(text, found.end(), after) is not None,
        quoted=start > 0 and text[start - 1] in QUOTES,
    )


def windows(
    tokens: Sequence[Token], meanings: Callable[[Token], Sequence[str]], longest: int
) -> Iterator[Window]:
    """Every stretch all of whose words mean something, of at most `longest` of these."""
    meant = [tuple(meanings(token)) if token.content else () for token in tokens]
    for first, token in enumerate(tokens):
        if token.content and meant[first]:
            yield from _from(first, tokens, meant, longest)


def _from(
    first: int, tokens: Sequence[Token], meant: Sequence[tuple[str, ...]], longest: int
) -> Iterator[Window]:
    content: list[int] = []
    for last in range(first, len(tokens)):
        token = tokens[last]
        if token.plural or (token.content and not meant[last]):
            return
        if token.content:
            content.append(last)
            if len(content) > longest:
                return
            readings = islice(product(*(meant[at] for at in content)), MOST_READINGS)
            yield Window(
                first, last, tuple(content), tuple(dict.fromkeys(tuple(sorted(one)) for one in readings))
            )
        if token.ends:
            return


def apart(found: Iterable[tuple[Window, object]]) -> set[int]:
    """The indices of those found that are kept where several lie over one another: the one of most words,
    then the first."""
    listed = list(found)
    order = sorted(range(len(listed)), key=lambda at: (-len(listed[at][0].content), listed[at][0].first))
    taken: set[int] = set()
    kept = set()
    for at in order:
        covered = range(listed[at][0].first, listed[at][0].last + 1)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.add(at)
    return kept
