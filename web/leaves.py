"""The pages or slides of a document: which part of its text stands on each, and which are shown together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.model import Span
from index.model import StoredPassage

# Together on one of our pages; a book's pages all at once are slow to open on a telephone.
TOGETHER = 20


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page or slide, from 1: the part of the text that it shows, and what is said beside it, if any.

    `heading` is its first heading, "" where it has none.
    """

    number: int
    text: Span | None = None
    notes: Span | None = None
    heading: str = ""


def leaves(text: str, passages: Sequence[StoredPassage], pages: int) -> tuple[Leaf, ...]:
    """A leaf for each page or slide, in order; none for a document in sections."""
    starts = _starts(passages)
    if not starts:
        return ()
    found = {number: Leaf(number) for number in range(1, pages + 1)}
    ends = [*(start for start, *_ in starts[1:]), len(text)]
    for at, ((start, kind, number, heading), end) in enumerate(zip(starts, ends, strict=True)):
        # What stands above the first passage, a heading that nothing follows, is on the first page.
        span = Span(0 if not at else start, end)
        leaf = found.get(number, Leaf(number))
        if kind == "notes":
            found[number] = replace(leaf, notes=_over(leaf.notes, span))
        else:
            found[number] = replace(leaf, text=_over(leaf.text, span), heading=leaf.heading or heading)
    return tuple(found[number] for number in sorted(found))


def together(leaves: Sequence[Leaf], number: int) -> tuple[Leaf, ...]:
    """The leaves that are shown with this one."""
    first = (number - 1) // TOGETHER * TOGETHER
    return tuple(leaf for leaf in leaves if first < leaf.number <= first + TOGETHER)


def leaf_at(leaves: Sequence[Leaf], at: int) -> Leaf | None:
    """The leaf on which a character of the text stands."""
    for leaf in leaves:
        if any(span and span.start <= at < span.end for span in (leaf.text, leaf.notes)):
            return leaf
    return None


def _over(one: Span | None, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end)) if one else other


def _starts(passages: Sequence[StoredPassage]) -> list[tuple[int, str, int, str]]:
    """Where each page, slide or its notes begin, what it is, its number and its first heading, in order."""
    found: dict[tuple[str, int], tuple[int, str]] = {}
    for passage in passages:
        place = passage.place
        if place.kind == "section" or place.number is None:
            continue
        heading = next(
            (
                words
                for span, words in zip(passage.headings, passage.heading_texts, strict=True)
                if span.start >= place.span.start
            ),
            "",
        )
        start = min(place.span.start, passage.span.start)
        found.setdefault((place.kind, place.number), (start, heading))
    return sorted((start, kind, number, heading) for (kind, number), (start, heading) in found.items())
