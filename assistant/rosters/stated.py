"""How many clusters, as a sentence says it itself."""

import re
from collections.abc import Iterator, Sequence

from assistant.rosters.model import Line, Roster
from assistant.rosters.page import Page
from assistant.rosters.words import ends_with
from index import words
from index.numerals import numbers_in
from index.register import forms

# Words between a number and what it counts: "20 polskich klastrów".
BETWEEN = 2
# Sentences before one that tell what it is about.
BEFORE = 2
# Between clauses that each count their own.
CLAUSE = re.compile(r"[;:]\s+|,\s+(?:a|ale|zaś|natomiast|while|whereas|but|and)\s")
YEARS = range(1900, 2100)


def stated(page: Page) -> Iterator[tuple[Roster, int]]:
    """The sentences that count clusters, each with its number, as rosters of nobody."""
    for at, line in enumerate(page.lines):
        for n, sentence in enumerate(line.sentences):
            before = [one.text for one in line.sentences[max(0, n - BEFORE) : n]]
            near: Sequence[str] = (*before, *page.before(at), *page.opening)
            for text, number in _counts(sentence.text):
                close = (text, *page.above(at))
                yield Roster(Line(line.passage, sentence.text, (sentence,)), close, tuple(near), ()), number


def _counts(text: str) -> Iterator[tuple[str, int]]:
    """The number that a sentence tells, or those of its clauses, each with the words that tell it."""
    whole = _counted(text)
    for part in (text,) if whole is not None else CLAUSE.split(text):
        number = _counted(part) if part else None
        if number is not None:
            yield part, number


def _counted(text: str) -> int | None:
    """The only number of clusters that a sentence tells, a year and those out of which some did it apart."""
    found = [
        one.value
        for one in numbers_in(text)
        if one.value not in YEARS
        and not ends_with(text[: one.span.start], "out_of")
        and any(
            forms.is_cluster(token) and (forms.is_plural(token) or one.value == 1)
            for token in words.tokenize(text[one.span.end :])[: BETWEEN + 1]
        )
    ]
    return found[0] if len(found) == 1 else None
