"""Sections that are headed by the name of a cluster: told by the sections beside them, by what they label,
or by what they say first."""

import re
from collections.abc import Iterator, Mapping, Sequence

from documents.model import Document, Span
from index import words
from index.extraction.entries import (
    LONGEST_HEADING,
    NUMBERING,
    Named,
    begins,
    is_distinct,
    may_be_a_name,
    moved,
)
from index.extraction.labelled import labelled
from index.extraction.lines import Above, Line
from index.extraction.name_words import listed, speaks_of_a_cluster, speaks_of_clusters
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run, networks_in
from index.extraction.roles import role_forms
from index.taxonomy import FLAG, places_in

# So many items of a list that are clusters make it one of clusters, however long it is.
SEVERAL = 3
# What labels in a card tell that it is one of a cluster, and how many lines a card's head may be.
CARD = {"coordinator", "representative", "members", "founded", "region", "sector", "status", "until", "place"}
# What else they label.
REACHED = {"email", "phone", "website", "address", "person", "country", "mission"}
# So what stands below a name may say which cluster it is, if it does so without a verb.
DESCRIBED = re.compile(
    r"(?:An?|One of)\s+(?:(?!cluster)[\w-]+\s+){1,6}clusters?\b(?!\s+[A-Z])|"
    r"Klaster\s+[a-ząćęłńóśźż]|[A-ZŁŚŻ]\w+(?:ki|wy|ny)\s+klaster\b(?!\s+[A-ZŁŚŻ])"
)
# What a heading may go on with behind a name.
BEHIND = re.compile(r"[”\"»]?\s*(?:$|[–—:(,|/·.-])")
FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "can", "may", "must", "should", "unites"}
)


def headings_of_clusters(document: Document, lines: Sequence[Line]) -> Mapping[int, Above]:
    """The headings that name a cluster, by the place of the first line that shows it."""
    found: dict[int, Above] = {}
    seen: set[Span] = set()
    sections, cards = _sections_of_clusters(lines), _headed_cards(document, lines)
    for at, line in enumerate(lines):
        for above in line.headings[:1]:
            opens = at == 0 or lines[at - 1].headings != line.headings
            if above.span not in seen and (
                above.span in cards
                or (_parent(line) in sections and _may_be_one(above.text))
                or _heads_a_cluster(above, line, document)
                or (opens and _is_described(line.text))
            ):
                seen.add(above.span)
                found[at] = above
    return found


def of_heading(above: Above, passage: int) -> Iterator[Named]:
    """The name that a heading is, behind a country that it is sorted by; none of a body."""
    at = _behind_place(above.text)
    for one in begins(above.text[at:], moved(above.span, at), passage):
        if not is_body(above.text[at:], one.name):
            yield one


def _may_be_one(heading: str) -> bool:
    """Whether a heading beside those of clusters may be another's: it goes on behind the name with no more
    than what that is, and is nobody's post."""
    heading = FLAG.sub("", heading[_behind_place(heading) :]).strip()
    before = NUMBERING.match(heading)
    run = capital_run(heading, before.end() if before else 0)
    named = names_in(heading) or (run is not None and BEHIND.match(heading, run.end) is not None)
    posts = any(token.lower() in role_forms() for token in words.tokenize(heading))
    return bool(named) and (bool(names_in(heading)) or not posts)


def _behind_place(text: str) -> int:
    """Where a heading goes on behind a country or a region that it is sorted by: "Austria: Holzring Graz"."""
    sorted_by = re.match(r"([^:–|]{3,40})(?::|\s[–|])\s+", text)
    if sorted_by is None:
        return 0
    places = places_in(f"w {sorted_by[1]}")
    whole = bool(places) and places[0].span.start <= 2 and places[-1].span.end >= len(sorted_by[1]) + 2
    return sorted_by.end() if whole else 0


def is_body(text: str, name: str) -> bool:
    """Whether a name that a text begins with is that of a body and no network: a museum in a list beside
    clusters."""
    at = text.find(name)
    bodies = any(found.span.start <= at < found.span.end for found in organisations_in(text))
    return bodies and not networks_in(name)


def _heads_a_cluster(heading: Above, line: Line, document: Document) -> bool:
    """Whether a heading names the cluster that the text under it speaks of."""
    text = heading.text.strip()
    if len(text) > LONGEST_HEADING or text.endswith(("?", "!")) or names_in(text):
        return False
    if text.isupper() and any(map(_is_finite, words.tokenize(text)[1:])):
        return False  # A headline tells of it: "MELISSA RESIGNS".
    outer = [above.text for above in line.headings[1:]] + [document.title]
    if text == document.title.strip() or not any(speaks_of_clusters(one) for one in outer):
        return False
    if any(words.lemma(token) in listed("quoted_things") for one in outer for token in words.tokenize(one)):
        return False  # The sections are those of projects, of events.
    named = names_in(line.text)
    return any(mention.generic for mention in named) or (not named and bool(labelled(line)))


def _is_described(text: str) -> bool:
    """Whether what stands below a name says without a verb which cluster that is."""
    said = DESCRIBED.match(text)
    if said is None or any(not mention.generic for mention in names_in(text)):
        return False
    clause = re.match(r"[^,.;:–(]*", text[said.start() :])
    return not any(map(_is_finite, words.tokenize(clause.group() if clause else "")))


def _is_finite(token: str) -> bool:
    """Whether a word may be a verb and no adjective, as "has" and "zrzesza", or an unknown one,
    as where diacritics were lost: "zmienil"."""
    parts = {reading.part for reading in words.readings(token.lower())}
    unknown = token.islower() and not words.is_known(token)
    return (
        token in FINITE or unknown or bool(parts & {"fin", "praet", "imps", "bedzie"} and "adj" not in parts)
    )


def _headed_cards(document: Document, lines: Sequence[Line]) -> frozenset[Span]:
    """The headings of sections that are cards of clusters: several label the same facts, and one of their
    headings or labels, or the title, says what they are of."""
    kinds: dict[tuple[Span, ...], dict[Span, set[str]]] = {}
    told: set[tuple[Span, ...]] = set()
    for line in lines:
        known = (
            [one for one in labelled(line) if one.kind in CARD or one.kind in REACHED]
            if line.headings
            else []
        )
        if not known:
            continue
        head, parent = line.headings[0], _parent(line)
        kinds.setdefault(parent, {}).setdefault(head.span, set()).update(one.kind for one in known)
        above = (head.text, *(one.text for one in line.headings[1:]), document.title)
        if any(map(speaks_of_clusters, above[1:])) or speaks_of_a_cluster(
            " ".join((head.text, *(one.label for one in known)))
        ):
            told.add(parent)
    return frozenset(
        span
        for parent in told
        for span, own in kinds[parent].items()
        if own & CARD and any(len(own & other) > 1 for one, other in kinds[parent].items() if one != span)
    )


def _sections_of_clusters(lines: Sequence[Line]) -> frozenset[tuple[Span, ...]]:
    """The headings above sections of which several are headed by the names of clusters."""
    heads: dict[tuple[Span, ...], dict[Span, str]] = {}
    for line in lines:
        if line.headings:
            heads.setdefault(_parent(line), {})[line.headings[0].span] = line.headings[0].text
    return frozenset(parent for parent, found in heads.items() if _are_clusters(tuple(found.values())))


def _are_clusters(headings: Sequence[str]) -> bool:
    """Whether headings are those of clusters: two have the word, or one has, and the others are names too."""
    others = [one for one in headings if all(mention.generic for mention in names_in(one))]
    named = len(headings) - len(others)
    return named > 1 or (named == 1 and bool(others) and all(map(_is_distinct_name, others)))


def _is_distinct_name(text: str) -> bool:
    whole_name = capital_run(text) == Span(0, len(text)) and may_be_a_name(text)
    return whole_name and is_distinct(text) and not is_body(text, text)


def sections_that_open_alike(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the first lines of sections; none unless most sections, and several, open with the name
    of a cluster, as those of a newsletter on clusters do."""
    first: dict[Span, int] = {}
    for at, line in enumerate(lines):
        if line.headings and not line.cells:
            first.setdefault(line.headings[0].span, at)
    named = 0
    for at in first.values():
        mention = next(iter(names_in(lines[at].text)), None)
        named += mention is not None and not mention.generic and mention.span.start <= len("The ")
    if named < SEVERAL or named * 2 < len(first):
        return frozenset()
    return frozenset(first.values())


def _parent(line: Line) -> tuple[Span, ...]:
    return tuple(above.span for above in line.headings[1:])
