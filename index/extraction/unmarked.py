"""Lists of clusters whose items are lines without a sign: given what introduces them as their lead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.model import Document
from index.extraction.heads import opens_block
from index.extraction.lines import Above, Line
from index.extraction.name_words import speaks_of_clusters

LONGEST_ITEM, FEWEST_ITEMS = 90, 2
ENDS_OF_SENTENCES = (".", "!", "?", ":", ";")


def with_leads(document: Document, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that a line on clusters with a colon introduces as items of it."""
    found = list(lines)
    for at, line in enumerate(lines):
        if not (line.text.rstrip().endswith((":", ";")) and speaks_of_clusters(line.text)) or line.cells:
            continue
        items = list(_items(document, lines, at))
        lead = Above(line.text, line.span)
        for n in items if len(items) >= FEWEST_ITEMS else ():
            found[n] = replace(lines[n], leads=(lead,))
    return tuple(found)


def _items(document: Document, lines: Sequence[Line], at: int) -> Iterator[int]:
    """The places of the short lines below one, each a paragraph of its own, that are no sentences."""
    for n in range(at + 1, len(lines)):
        text = lines[n].text
        short = len(text) <= LONGEST_ITEM and text[0].isupper() and not text.endswith(ENDS_OF_SENTENCES)
        beside = lines[n].leads == lines[at].leads and lines[n].headings == lines[at].headings
        if not short or not beside or lines[n].cells or not opens_block(document, lines, n):
            return
        yield n
