"""Lines of a document that begin alike, each with the name of what the lines after it are about: stands of a
catalogue, paragraphs of a note, items of a slide."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.model import Document, Span
from index import words
from index.extraction.entries import CODE, NUMBERING, Named, may_be_a_name
from index.extraction.labelled import exact_kind
from index.extraction.labels import labels_in, rounds_in
from index.extraction.lines import Line
from index.extraction.name_words import (
    heads_network,
    is_another_thing,
    speaks_of_a_cluster,
    speaks_of_clusters,
)
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run
from index.extraction.people import people_in
from index.taxonomy import places_in

# What follows the name: where it is, in brackets, or what it does, behind a dash.
AFTER = re.compile(r"[”\"»]?\s*(?:(?P<bracket>\([^()]{2,60}\))|(?P<dash>[–—-]\s))")
# Of a numbered entry, nothing, or what a card tells first.
CARD = re.compile(r"(?P<bracket>)[”\"]?\s*(?:$|(?=[^\W\d_][^:.;]{2,30}:\s))")
# Lines that begin so are entries if so many are.
SEVERAL = 3


# Whether a line is numbered as stands are, and has a bracket behind the name; how deep it stands.
Form = tuple[bool, bool, int, int]


@dataclass(frozen=True, slots=True)
class Head:
    """A name that a line begins with. `form` is how such lines begin; `told`, whether it is a cluster's by
    the word; `several`, whether it is more than one common word."""

    name: Named
    form: Form
    told: bool
    several: bool


def heads_of_entries(document: Document, lines: Sequence[Line]) -> Mapping[int, Named]:
    """The names that entries begin with, by the places of their lines: but those with the word none is sure
    to be a cluster's. None in a text that does not speak of clusters."""
    forms: dict[Form, dict[int, Head]] = defaultdict(dict)
    for at, line in enumerate(lines):
        head = _head(line) if opens_block(document, lines, at) else None
        if head is not None:
            forms[head.form][at] = head
    kept = (found for found in forms.values() if _are_entries(document, lines, found))
    return {at: head.name for found in kept for at, head in found.items()}


def opens_block(document: Document, lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins a paragraph or an item."""
    return not at or "\n" in document.text[lines[at - 1].span.end : lines[at].span.start]


def _are_entries(document: Document, lines: Sequence[Line], found: Mapping[int, Head]) -> bool:
    """Whether lines that begin alike are entries of clusters, or of what may be some: one has the word, or a
    text on clusters numbers them, or says of each where it is."""
    if len(found) < SEVERAL:
        return False
    if any(head.told for head in found.values()):
        return True
    coded, bracketed, *_ = next(iter(found.values())).form
    above = {one.text for at in found for one in lines[at].above} | {document.title}
    about = any(speaks_of_clusters(text) or speaks_of_a_cluster(text) for text in above)
    return about and (coded or bracketed) and all(head.several or coded for head in found.values())


def _head(line: Line) -> Head | None:
    """The name that a line begins with, if it is told where it is or what it does."""
    if line.cells:
        return None
    text = line.text
    code = CODE.match(text)
    numbered = code or NUMBERING.match(text)
    at = numbered.end() if numbered else 0
    span = _name_at(text, at)
    if span is None:
        return None
    name = text[span.start : span.end]
    told = bool(names_in(name))
    after = AFTER.match(text, span.end) or (CARD.match(text, span.end) if told and at else None)
    bracket = after["bracket"] if after is not None else None
    if after is None or (bracket and not _says_where(bracket)) or not (told or _may_head(text, span)):
        return None
    named = Named(
        name, Span(line.span.start + span.start, line.span.start + span.end), line.passage, sure=told
    )
    form = (code is not None, bracket is not None, len(line.headings), len(line.leads))
    return Head(named, form, told, _is_several(name))


def _name_at(text: str, at: int) -> Span | None:
    mention = next((one for one in names_in(text) if not one.generic and one.span.start <= at + 1), None)
    if mention is not None:
        return Span(at, mention.span.end)
    run = capital_run(text, at)
    return run if run is not None and run.start <= at + 1 else None


def _says_where(bracket: str) -> bool:
    found = places_in(f"w {bracket.strip('()')}")
    return bool(found) and found[0].span.start <= 2


def _is_several(name: str) -> bool:
    return len(name.split()) > 1 or not words.is_known(name.lower())


def _may_head(text: str, span: Span) -> bool:
    """Whether a name may be a cluster's: one that other names may be, or a common noun that only its place
    tells to be one; no label, no place, no person, no body."""
    name = text[span.start : span.end]
    if any(one.span.start < span.end and span.start < one.span.end for one in organisations_in(text)):
        return any(map(heads_network, words.tokenize(name)))
    if name.isupper():
        name = name.title()
    if is_another_thing(name) or people_in(name) or exact_kind(name) or labels_in(name):
        return False
    if may_be_a_name(name):
        return True
    nouns = any(reading.part == "subst" and "nom" in reading.tag for reading in words.readings(name.lower()))
    place = places_in(f"w {name}")
    return " " not in name and nouns and not place and words.fold(name) not in words.stop_words()


def block_of(document: Document, lines: Sequence[Line], at: int, heads: Collection[int]) -> Iterator[int]:
    """The places of the lines that an entry goes on in: those of its paragraph, or where its name stands
    alone in that, all before the next entry or section."""
    alone = at + 1 < len(lines) and opens_block(document, lines, at + 1)
    others = [later - before - 1 for before, later in pairwise(sorted(heads)) if before != at]
    longest = max(others, default=0) if alone and at == max(heads) else len(lines)
    for n in range(at + 1, min(len(lines), at + 1 + longest)):
        ended = n in heads if alone else opens_block(document, lines, n)
        if (
            ended
            or lines[n].headings != lines[at].headings
            or (n + 1 in heads and introduces_entry(lines[n]))
        ):
            return
        yield n


def introduces_entry(line: Line) -> bool:
    """Whether a line right before an entry tells of which round that and those behind it are."""
    return next(iter(rounds_in(line.text)), None) is not None and not names_in(line.text)
