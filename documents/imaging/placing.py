"""Where on a page a quote stands, though its text was put right since and the page breaks its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.imaging.letters import SHORT, Letters, folded
from documents.imaging.words import Word, around, lines_of
from documents.model import Box, Span

# Of a quote's letters; less was found by chance.
_LEAST_FOUND = 0.6
_AROUND = 60
_PARTS = re.compile(r" \| |\n")
# A table may say the same in each of its rows.
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of our text, with what stands before and after them there: of several places they tell which."""

    text: str
    before: str = ""
    after: str = ""


def boxes(words: Sequence[Word], quote: Quote) -> tuple[Box, ...]:
    """The boxes of a quote on the page that has these words, one a line; none where it is not found.

    Blanks, hyphens, marks over letters, small or capital do not count. A letter that was lost on the page, or
    put back in the quote, may differ; a quote that the page's words break up is found in its parts.
    """
    page, wanted = Letters.of(words), folded(quote.text)
    if not wanted:
        return ()
    spans = page.find(wanted, folded(quote.before)[-_AROUND:], folded(quote.after)[:_AROUND])
    if _letters(spans) < _LEAST_FOUND * len(wanted):
        spans = _scattered(page, quote.text)
    if _letters(spans) < _LEAST_FOUND * len(wanted):
        return ()
    return lines_of(list(page.words_at(spans)))


def _letters(spans: Sequence[Span]) -> int:
    return len({at for span in spans for at in range(*span)})


def _scattered(page: Letters, quote: str) -> list[Span]:
    """The spans of a quote's lines and cells, each near the longest of those that are found."""
    parts = [letters for part in _PARTS.split(quote) if (letters := folded(part))]
    if len(parts) < 2:
        return []
    places = [_places(page, part) for part in parts]
    longest = max(range(len(parts)), key=lambda at: (bool(places[at]), len(parts[at])))
    others = [place for at, place in enumerate(places) if at != longest and place]
    if not places[longest]:
        return []
    anchor = min(
        places[longest],
        key=lambda one: sum(min(_away(page, one, each) for each in place) for place in others),
    )
    return [anchor, *(min(place, key=lambda one: _away(page, anchor, one)) for place in others)]


def _places(page: Letters, part: str) -> list[Span]:
    exact = list(page.occurrences(part))[:_MOST_PLACES]
    return exact if exact or len(part) < SHORT else page.find(part)


def _away(page: Letters, one: Span, other: Span) -> float:
    """How far below one another two stretches are, as a share of the page; on one line those side by side."""
    first, second = (
        around([page.words[page.owners[at]].box for at in range(*span)]) for span in (one, other)
    )
    down = abs((first.top + first.bottom) - (second.top + second.bottom)) / 2
    across = abs((first.left + first.right) - (second.left + second.right)) / 2
    return down + across / 100


def _box(page: Letters, span: Span) -> Box:
    return around([page.words[page.owners[at]].box for at in range(*span)])
