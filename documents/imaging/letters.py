"""A page's letters in one row, and where in it a quote's are, or what is most like them."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from documents.imaging.words import Word
from documents.model import Span

# Of 100 as rapidfuzz counts: a quote with three of ten letters lost still reaches the first, another sentence
# of the page does not. What is less like than the second may be two parts with other text between them.
_LIKE = 72
_SURELY_LIKE = 88
# Fewer letters than these are found anywhere.
SHORT = 12
# How many letters at either end of what was found may have been lost altogether.
_LOST = 4


def folded(text: str) -> str:
    """The letters and figures of a text: small, without marks, ligatures as letters, lost ones as `?`."""
    apart = unicodedata.normalize("NFKD", text).casefold().replace("ł", "l")
    return "".join(sign if sign.isalnum() else "?" for sign in apart if sign.isalnum() or _is_lost(sign))


def _is_lost(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) == "Co"


@dataclass(frozen=True)
class Letters:
    """A page's letters, and the word that each belongs to. Spans count in `text`."""

    words: Sequence[Word]
    text: str
    owners: tuple[int, ...]

    @staticmethod
    def of(words: Sequence[Word]) -> "Letters":
        parts = [folded(word.text) for word in words]
        return Letters(words, "".join(parts), tuple(at for at, part in enumerate(parts) for _ in part))

    def find(self, wanted: str, before: str = "", after: str = "") -> list[Span]:
        """Where the letters stand, be some of them others; of several places where the surroundings fit.

        Other text may have come between them: then it is where their halves stand, or halves of those.
        """
        exact = list(self.occurrences(wanted))
        if exact:
            return [max(exact, key=lambda one: self._fits(one, before, after))]
        whole = self._in_context(wanted, before, after, _SURELY_LIKE)
        if whole:
            return [whole]
        parts = list(self._parts(wanted))
        whole = self._in_context(wanted, before, after, _LIKE)
        alike = len(wanted) - LCSseq.distance(wanted, self.text[slice(*whole)]) if whole else 0
        return [whole] if whole and alike > sum(end - start for start, end in parts) else parts

    def _parts(self, wanted: str) -> Iterator[Span]:
        if len(wanted) < SHORT:
            return
        found = self._aligned(wanted, like=_SURELY_LIKE)
        if found:
            yield found
            return
        middle = len(wanted) // 2
        yield from self._parts(wanted[:middle])
        yield from self._parts(wanted[middle:])

    def _in_context(self, wanted: str, before: str, after: str, like: float) -> Span | None:
        found = self._aligned(wanted, before, after, like=like) if before or after else None
        return found or self._aligned(wanted, like=like)

    def occurrences(self, wanted: str) -> Iterator[Span]:
        """Every place where exactly these letters stand; short ones only as whole words."""
        at = self.text.find(wanted)
        while at >= 0:
            if len(wanted) >= SHORT or (at in self._edges and at + len(wanted) in self._edges):
                yield Span(at, at + len(wanted))
            at = self.text.find(wanted, at + 1)

    def words_at(self, spans: Iterable[Span]) -> Iterator[Word]:
        """The words that have half of their letters there or more, in the page's order."""
        covered = Counter(self.owners[at] for at in {at for span in spans for at in range(*span)})
        for owner in sorted(covered):
            if 2 * covered[owner] >= self._sizes[owner]:
                yield self.words[owner]

    @cached_property
    def _sizes(self) -> Counter[int]:
        return Counter(self.owners)

    @cached_property
    def _edges(self) -> frozenset[int]:
        ends = {at for at in range(1, len(self.owners)) if self.owners[at] != self.owners[at - 1]}
        return frozenset(ends | {0, len(self.owners)})

    def _fits(self, span: Span, before: str, after: str) -> float:
        left = self.text[max(0, span.start - len(before)) : span.start]
        right = self.text[span.end : span.end + len(after)]
        return fuzz.ratio(left, before) * bool(before) + fuzz.ratio(right, after) * bool(after)

    def _aligned(self, wanted: str, before: str = "", after: str = "", *, like: float) -> Span | None:
        """Where the letters are in the stretch most like them, taken together with what surrounds them."""
        whole = before + wanted + after
        if not SHORT <= len(whole) <= len(self.text):
            return None
        near = fuzz.partial_ratio_alignment(whole, self.text, score_cutoff=like)
        if near is None:
            return None
        room = len(whole) // 8
        start, end = max(0, near.dest_start - room), min(len(self.text), near.dest_end + room)
        part = Span(len(before), len(before) + len(wanted))
        found = _mapped(part, whole, self.text[start:end])
        if found is None:
            return None
        span = self._to_edges(Span(start + found.start, start + found.end))
        return span if fuzz.ratio(wanted, self.text[slice(*span)]) >= like else None

    def _to_edges(self, span: Span) -> Span:
        """The span with what may have been lost of its first and last word, and nothing of other words."""
        start, end = span
        while start > max(span.start - _LOST, 0) and self.owners[start - 1] == self.owners[span.start]:
            start -= 1
        while end < min(span.end + _LOST, len(self.text)) and self.owners[end] == self.owners[span.end - 1]:
            end += 1
        return Span(start, end)


def _mapped(part: Span, whole: str, there: str) -> Span | None:
    """Where a part of one text is in the other, by the letters they have in common.

    A single letter in common may be there by chance, so runs of them tell.
    """
    runs = [
        (max(one.src_start, part.start), min(one.src_end, part.end), one.dest_start - one.src_start)
        for one in Levenshtein.opcodes(whole, there)
        if one.tag == "equal"
    ]
    runs = [run for run in runs if run[1] - run[0] > 1]
    if not runs:
        return None
    (first, _, shift), (_, last, shifted) = runs[0], runs[-1]
    return Span(first + shift, last + shifted)
