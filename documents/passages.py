"""Passages: the body of a document cut along its headings and pages into pieces of a good size."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from documents.model import Passage, Place, Sentence, Span
from documents.outline import Entry, Line, lead_span

# Swept on Polish and English Wikipedia paragraphs: words find a passage of 900 characters better than one of
# 400 (recall@1 by lemmas alone 0.83 and 0.73), and what is quoted is a sentence anyhow.
TARGET_CHARS = 900
MOST_CHARS = 1400
LEAST_CHARS = 150


def passages(entries: Sequence[Entry], places: Sequence[Place]) -> tuple[Passage, ...]:
    """The passages of a body in order, each under one stack of headings and on one page."""
    starts = [place.span.start for place in places]
    return tuple(
        _passage(part, starts)
        for _, section in groupby(entries, key=lambda entry: _section(entry, starts))
        for part in _sized(list(section))
    )


def _section(entry: Entry, place_starts: Sequence[int]) -> tuple[object, ...]:
    return (_place(entry, place_starts), tuple(heading.outer for heading in entry.headings))


def _place(entry: Entry, place_starts: Sequence[int]) -> int:
    return bisect_right(place_starts, entry.line.outer.start) - 1


def _sized(section: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of a section in parts of a good size; a small last part joins the one before."""
    parts: list[list[Entry]] = []
    for group in _groups(section):
        if parts and _fits(parts[-1], group):
            parts[-1].extend(group)
        else:
            parts.append(list(group))
    if len(parts) > 1 and _length(parts[-1]) < LEAST_CHARS:
        tail = parts.pop()
        parts[-1].extend(tail)
    return parts


def _fits(part: Sequence[Entry], group: Sequence[Entry]) -> bool:
    together = group[-1].line.outer.end - part[0].line.outer.start
    if _length(part) < LEAST_CHARS:
        return together <= MOST_CHARS + LEAST_CHARS
    return together <= MOST_CHARS and (_length(part) < TARGET_CHARS or _length(group) < LEAST_CHARS)


def _length(part: Sequence[Entry]) -> int:
    return part[-1].line.outer.end - part[0].line.outer.start


def _groups(section: Sequence[Entry]) -> Iterator[list[Entry]]:
    """What stays together: a paragraph; a list or table with what introduces it, if not too long."""
    for kept in _with_introductions(section):
        if _length(kept) <= MOST_CHARS:
            yield kept
        elif len(kept) > 1:
            yield from _cut(kept)
        else:
            yield from ([piece] for piece in _cut_between_sentences(kept[0]))


def _with_introductions(section: Iterable[Entry]) -> Iterator[list[Entry]]:
    group: list[Entry] = []
    for entry in section:
        listed = entry.line.block.kind in {"item", "row", "head"}
        joins = group and listed and (group[-1].introduces or group[-1].line.block.kind in {"item", "row"})
        if group and not joins:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _cut(group: Sequence[Entry]) -> Iterator[list[Entry]]:
    """A long list in parts of even size, cut between items, before an outer one where there is a choice."""
    share = _length(group) / max(2, -(-_length(group) // MOST_CHARS))
    part: list[Entry] = []
    for entry in group:
        if part and _length([*part, entry]) > share * 1.15 and not part[-1].introduces:
            yield part
            part = []
        part.append(entry)
    if part:
        yield part


def _cut_between_sentences(entry: Entry) -> Iterator[Entry]:
    """A long paragraph in parts of even size."""
    line = entry.line
    share = _length([entry]) / -(-_length([entry]) // MOST_CHARS)
    start, kept = line.outer.start, list[Span]()
    for sentence in line.sentences:
        if kept and sentence.end - start > share * 1.15:
            yield replace(entry, line=_piece(line, start, kept))
            start, kept = sentence.start, []
        kept.append(sentence)
    yield replace(entry, line=_piece(line, start, kept))


def _piece(line: Line, start: int, sentences: Sequence[Span]) -> Line:
    end = sentences[-1].end if sentences else line.outer.end
    return Line(line.block, Span(start, end), Span(max(start, line.inner.start), end), tuple(sentences))


def _passage(part: Sequence[Entry], place_starts: Sequence[int]) -> Passage:
    first, last = part[0], part[-1]
    return Passage(
        Span(first.line.outer.start, last.line.outer.end),
        tuple(sentence for entry in part for sentence in _sentences(entry)),
        _place(first, place_starts),
        tuple(heading.inner for heading in first.headings),
    )


def _sentences(entry: Entry) -> Iterator[Sentence]:
    lead = lead_span(entry.lead) if entry.lead else None
    for span in entry.line.sentences:
        yield Sentence(span, lead)
