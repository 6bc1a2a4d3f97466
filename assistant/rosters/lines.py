"""The lines of a document, with its headings among them."""

from collections.abc import Iterator, Sequence

from assistant.rosters.model import Line
from index.model import StoredPassage, StoredSentence


def lines_of(passages: Sequence[StoredPassage]) -> tuple[Line, ...]:
    """The headings, paragraphs, items and rows of a document, in order."""
    found: list[Line] = []
    seen = set()
    for passage in passages:
        for span, text in zip(passage.headings, passage.heading_texts, strict=True):
            if span not in seen:
                seen.add(span)
                found.append(Line(passage, text))
        found += _paragraphs(passage)
    return tuple(found)


def _paragraphs(passage: StoredPassage) -> Iterator[Line]:
    together: list[StoredSentence] = []
    for sentence in passage.sentences:
        if together and _apart(passage, together[-1], sentence):
            yield _line(passage, together)
            together = []
        together.append(sentence)
    if together:
        yield _line(passage, together)


def _apart(passage: StoredPassage, one: StoredSentence, other: StoredSentence) -> bool:
    return one.lead != other.lead or "\n" in passage.between(one, other)


def _line(passage: StoredPassage, together: Sequence[StoredSentence]) -> Line:
    start, end = together[0].span.start - passage.span.start, together[-1].span.end - passage.span.start
    return Line(passage, passage.text[start:end], tuple(together))
