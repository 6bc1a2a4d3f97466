"""Where the words that a decision is about stand in a document as it is now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.model import Place, Span
from index.model import StoredDocument
from index.register.model import Source
from index.review.likeness import likeness
from index.review.model import Words

# So much of the text before a quote is kept with it.
BEFORE_CHARS = 60
TELLING_CHARS = 10
GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage by its id: where it is in the text, and the place it stands at."""

    id: int
    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Ground:
    """A document as it is now; `sentences` are the spans of its sentences, items and rows, in order."""

    document: StoredDocument
    text: str
    passages: tuple[Stretch, ...]
    sentences: tuple[Span, ...]

    def words(self, span: Span) -> Words:
        """What is kept of a span to find it again."""
        before = self.text[max(0, span.start - BEFORE_CHARS) : span.start]
        return Words(self.text[slice(*span)], span.start, before)

    def sources(self, words: Words, scope: Sequence[Words] = ()) -> tuple[Source, ...]:
        """The places that say it, the likeliest first; none without all the lines above that it leans on."""
        found = (self._source(span, scope) for span in self.spans(words))
        return tuple(one for one in found if one is not None)

    def spans(self, words: Words) -> tuple[Span, ...]:
        """Where the words stand, the likeliest first: verbatim, but for spaces, or else a little changed."""
        return self.verbatim(words) or self._alike(words)

    def verbatim(self, words: Words) -> tuple[Span, ...]:
        """Where the words stand as they are, but for spaces, the likeliest place first."""
        same = [*_verbatim(words.text, self.text)] or [*_spaced(words.text, self.text)]
        units = frozenset(self.sentences)
        return tuple(sorted(same, key=lambda one: self._rank(one, words, units=units)))

    def _rank(self, span: Span, words: Words, *, units: frozenset[Span]) -> tuple[int, bool, int, int]:
        same = _same_end(self.text[max(0, span.start - BEFORE_CHARS) : span.start], words.before)
        # A few letters before it are alike by chance.
        return -(same // TELLING_CHARS), span not in units, -same, abs(span.start - words.start)

    def _alike(self, words: Words) -> tuple[Span, ...]:
        rated = ((likeness(words.text, self.text[slice(*one)]), one) for one in self.sentences)
        best = max(rated, key=lambda pair: (pair[0], -abs(pair[1].start - words.start)), default=(0.0, None))
        return (best[1],) if best[0] and best[1] is not None else ()

    def _source(self, span: Span, scope: Sequence[Words]) -> Source | None:
        if not self.passages:
            return None
        # A heading stands in none: that below it is the nearest.
        passage = min(self.passages, key=lambda one: _distance(one.span, span))
        above = tuple(self._above(span, scope))
        if len(above) < len(scope):
            return None
        quote = self.text[slice(*span)]
        return Source(self.document, passage.id, passage.place, span, quote, above)

    def _above(self, span: Span, scope: Iterable[Words]) -> Iterator[tuple[Span, str]]:
        """Of each line that a quote leans on the last such before it."""
        for words in scope:
            before = [one for one in self.spans(words) if one.start <= span.start]
            if before:
                nearest = max(before)
                yield nearest, self.text[slice(*nearest)]


def _verbatim(text: str, within: str) -> Iterator[Span]:
    at = within.find(text) if text else -1
    while at >= 0:
        if _is_whole(within, at, at + len(text)):
            yield Span(at, at + len(text))
        at = within.find(text, at + 1)


def _spaced(text: str, within: str) -> Iterator[Span]:
    """The same where lines are broken elsewhere."""
    parts = GAP.split(text.strip())
    if len(parts) < 2:
        return
    for match in re.finditer(r"\s+".join(map(re.escape, parts)), within):
        if _is_whole(within, *match.span()):
            yield Span(*match.span())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at its ends."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _same_end(one: str, other: str) -> int:
    """How many letters two texts end alike in."""
    count = 0
    for first, second in zip(reversed(one), reversed(other), strict=False):
        if first != second:
            break
        count += 1
    return count


def _distance(passage: Span, span: Span) -> int:
    return max(passage.start - span.start, span.end - passage.end, 0)
