"""Names of clusters told by where they stand: an item of a list of clusters, a table's column, a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.model import Document, Span
from index import words
from index.extraction.called import Called, called_in
from index.extraction.columns import in_columns
from index.extraction.entries import (
    LONGEST_HEADING,
    Named,
    begins,
    entry,
    is_distinct,
    is_seat,
    may_be_a_name,
    moved,
    whole,
)
from index.extraction.holders import holders_in, named_beside, taken_up
from index.extraction.labelled import exact_kind, label_kind, labelled
from index.extraction.labels import labels_in
from index.extraction.lines import SEPARATOR, Above, Line
from index.extraction.name_words import (
    is_verbal,
    listed,
    speaks_of_a_cluster,
    speaks_of_clusters,
    unites,
)
from index.extraction.naming import names_in
from index.extraction.of_others import mentions
from index.extraction.organisations import organisations_in
from index.extraction.other_names import (
    capital_run,
    coined_in,
    names_of_networks,
    networks_in,
    quoted_in,
)
from index.extraction.sections import (
    CARD,
    SEVERAL,
    headings_of_clusters,
    is_body,
    of_heading,
    sections_that_open_alike,
)
from index.extraction.titles import named_by_titles
from index.extraction.turned import is_turned, of_heads
from index.extraction.undertakings import lists_projects, project_names
from index.taxonomy import places_in

CARD_LINES = 6
# A column's head that says of what its cells are: "Klaster", "Organizacja klastrowa", "Cluster initiative".
OF_CLUSTERS = re.compile(r"\b(?:klast[er]|cluster)", re.IGNORECASE)
# What is told of an entry of a directory without a verb: "A chemical cluster of Saxony run by …".
VERBLESS = re.compile(
    r"(?:An?|The|One of|[A-Z]\w+['’]s)\s+(?:(?!cluster)[\w-]+\s+){0,5}clusters?\b(?!\s+[A-Z])|"
    r"Klaster\s+[a-ząćęłńóśźż]|[A-ZŁŚŻ]\w+(?:ki|wy|ny)\s+klaster\s+[a-ząćęłńóśźż]"
)
SINCE_WHEN = re.compile(r"(?:Dziś|Dzisiaj|Obecnie|Teraz|Today|Now|Currently|At present),?\s+")


def named_by_structure(document: Document, lines: Sequence[Line]) -> Iterator[Named]:
    """The names that stand where a cluster's name stands, in the order of the lines."""
    lists, headings = _lists_of_clusters(lines), headings_of_clusters(document, lines)
    directory, opens = _is_directory(lines), sections_that_open_alike(lines)
    spoken = speaks_of_clusters(document.title)
    for at, line in enumerate(lines):
        spoken = spoken or any(speaks_of_clusters(above.text) for above in line.above)
        yield from _cells(line)
        yield from _labelled_name(line, lines[at : at + CARD_LINES])
        if line.leads and not line.cells:
            if line.leads[0].span in lists:
                yield from (
                    one
                    for one in begins(line.text, line.span, line.passage)
                    if not is_body(line.text, one.name)
                )
            elif _introduces_clusters(line, spoken):
                for one in begins(line.text, line.span, line.passage):
                    if is_body(line.text, one.name):
                        continue
                    yield replace(one, sure=_about_status(line.leads[0].text) or is_distinct(one.name))
        if at in headings:
            yield from of_heading(headings[at], line.passage)
        in_one = any(names_in(above.text) for above in line.headings[:1])
        if directory or (spoken and not line.leads and not in_one):
            known = _is_entry(lines[at + 1 : at + 1 + CARD_LINES])
            for one in entry(line):
                listed_so = directory and "," in line.text
                yield replace(one, sure=known or listed_so or bool(networks_in(one.name)))
        for told in (*line.headings[:1], Above(line.text, line.span)):
            yield from _called(told.text, told.span.start, line.passage)
        yield from _said_after(lines, at)
        for span, kind in _possible(line):
            name = line.text[span.start : span.end]
            if may_be_a_name(name) or kind == "short":
                others = names_of_networks(line.text, span.end) if kind == "full" else ()
                where = moved(span, line.span.start)
                sure = kind == "full" and at in opens and span.start == 0
                for other in [line.text[o.start : o.end] for o in others] or [""]:
                    yield Named(name, where, line.passage, other, sure=sure, kind=kind)
        spoken = spoken or speaks_of_clusters(line.text)
    yield from in_columns(lines)
    yield from named_by_titles(document, lines)


def _possible(line: Line) -> Iterator[tuple[Span, str]]:
    """Names in a line that may be clusters', with their kind: headed as networks are, quoted or coined; none
    inside the name of another body or under a label that says what it is."""
    bodies = [found.span for found in organisations_in(line.text)]
    labels = [
        Span(one.start, one.start + len(one.text))
        for one in labelled(line)
        if one.kind in {"coordinator", "representative", "partner", "person", "project"}
    ]
    labels += project_names(line.text)
    if line.leads and lists_projects(line.leads[0].text):
        return
    networks = networks_in(line.text)
    of_projects = any(lists_projects(above.text) for above in line.headings[:1])
    for span in () if of_projects else (*quoted_in(line.text), *coined_in(line.text)):
        if not any(other.start <= span.start < other.end for other in (*bodies, *labels, *networks)):
            yield span, "short"
    for span in networks:
        if not any(other.start <= span.start < other.end for other in labels):
            yield span, "full"
    for run in (capital_run(line.text), _after_adverb(line.text)):
        if run is not None and unites(line.text, run.end) and not bodies and _names(line.text, run):
            yield run, "full"


def _after_adverb(text: str) -> Span | None:
    """The name behind a word that says when: "Dziś KERAM to 74 firmy"."""
    adverb = SINCE_WHEN.match(text)
    return capital_run(text, adverb.end()) if adverb else None


def _names(text: str, run: Span) -> bool:
    """Whether a run of capitals at the beginning of a sentence is a name, and no word that opens it."""
    said = text[run.start : run.end]
    if run.start <= 1 and SINCE_WHEN.match(text):
        return False
    begins = run.start <= 1 or SINCE_WHEN.match(text, 0, run.start) is not None
    opens = " " not in said and (words.fold(said) in words.stop_words() or is_verbal(said))
    return begins and not opens and words.fold(said) not in listed("cluster")


def _is_directory(lines: Sequence[Line]) -> bool:
    """Whether several lines are the name of a cluster and where it is: lines like them are entries too."""
    return sum(1 for line in lines if _names_with_seat(line.text)) >= SEVERAL


def _names_with_seat(text: str) -> bool:
    mention = next(iter(names_in(text)), None)
    if mention is None or mention.generic or mention.span.start > 1:
        return False
    rest = text[mention.span.end :].strip(" .")
    return "," in rest and is_seat(rest)


def _is_entry(following: Sequence[Line]) -> bool:
    """Whether the lines below a name go on as those of a directory do: with what it is, "A textile cluster in
    Saxony", or with several labelled facts."""
    if not following:
        return False
    if VERBLESS.match(following[0].text):
        return True
    return len(CARD & {one.kind for line in following for one in labelled(line)}) > 1


def _lists_of_clusters(lines: Sequence[Line]) -> frozenset[Span]:
    """The leads of lists of which some items name clusters by the word: the others are clusters too. Lists
    that are introduced together, as one a region, are one."""
    counts: dict[Span, list[bool]] = {}
    parts: dict[Span, set[Span]] = {}
    for line in lines:
        if line.leads and not line.cells and _may_introduce(line.leads[0].text):
            mention = next(iter(names_in(line.text)), None)
            begins = mention is not None and not mention.generic and mention.span.start <= 3
            lead = line.leads[0].span
            counts.setdefault(lead, []).append(begins)
            if len(line.leads) > 1:
                parts.setdefault(line.leads[1].span, set()).add(lead)
    found = {span for span, named in counts.items() if _mostly(named)}
    for leads in parts.values():
        # What stands below the name of a cluster is told of that one.
        own = [lead for lead in leads if any(counts[lead]) or len(leads) > 1]
        several = sum(any(counts[lead]) for lead in own) > 1
        if several and _mostly([one for lead in own for one in counts[lead]]):
            found |= {lead for lead in own if not _begins_with_one(lines, lead)}
    return frozenset(found)


def _may_introduce(lead: str) -> bool:
    """Whether a lead may introduce clusters: it labels nothing, or is the status they were given or the
    region they are sorted by."""
    sorted_by = len(lead) < LONGEST_HEADING and (places_in(lead) or labels_in(lead))
    return label_kind(lead) in {"", "name"} or bool(sorted_by)


def _begins_with_one(lines: Sequence[Line], span: Span) -> bool:
    """Whether a line of the document names a cluster."""
    return any(line.span == span and names_in(line.text) for line in lines)


def _mostly(named: Sequence[bool]) -> bool:
    return sum(named) * 2 >= len(named) or sum(named) >= SEVERAL


def _labelled_name(line: Line, following: Sequence[Line]) -> Iterator[Named]:
    """The name in a card, "Nazwa: …", if the lines that follow label what is told of clusters."""
    if line.cells:
        return
    known = labelled(line)
    alias = next((one.text for one in known if one.kind == "alias"), "")
    card = CARD & {one.kind for near in following for one in labelled(near)}
    for one in known:
        if (
            one.kind == "name"
            and (card or speaks_of_a_cluster(one.label))
            and not _ends_a_name(line.text[: one.start], one.label)
        ):
            for named in whole(one.text, line.span.start + one.start, line.passage):
                yield replace(named, other=named.other or alias)
            return


def _ends_a_name(before: str, label: str) -> bool:
    """Whether what stands before a colon ends with a cluster's name, of which something is told, or the label
    begins with one, as where the line breaks of a card are lost, or speaks of several."""
    text = before.rstrip(" :–-")
    last = next((mention for mention in reversed(names_in(text)) if not mention.generic), None)
    if speaks_of_clusters(label) or (last is not None and last.span.end == len(text)):
        return True
    mention = next(iter(names_in(label)), None)
    return mention is not None and not mention.generic and mention.span.start == 0 and not exact_kind(label)


def _cells(line: Line) -> Iterator[Named]:
    if len(line.cells) < 2:
        return
    if is_turned(line):
        yield from of_heads(line)
        return
    known = labelled(line)
    alias = next((one.text for one in known if one.kind == "alias"), "")
    card = {label_kind(cell.head) for cell in line.cells} & (CARD - {"status", "until"})
    if any(words.fold(cell.text.strip(" .:")) in listed("totals") for cell in line.cells):
        return
    heads = [cell for cell in line.cells if cell.head and label_kind(cell.head) == "name"]
    # Beside "Cluster organisation", "Name" is a person's.
    of_clusters = [cell for cell in heads if OF_CLUSTERS.search(cell.head)]
    of_members = any(mentions(above.text, "members") for above in (*line.headings[:1], *line.leads))
    if of_members and not any(speaks_of_clusters(above.text) for above in line.above):
        heads = []
    for cell in of_clusters or (heads if card else []):
        if not cell.text.strip():
            continue
        if sum(not mention.generic for mention in names_in(cell.text)) > 1:
            return  # Several, each found by its spelling.
        for named in whole(cell.text, line.span.start + cell.start, line.passage):
            yield replace(named, other=named.other or alias)
        return


def _introduces_clusters(line: Line, spoken: bool) -> bool:
    """Whether what stands above an item says that the items are clusters. `spoken`: the document has spoken
    of clusters before."""
    for above in line.leads:
        if SEPARATOR in above.text:
            return False
        if speaks_of_clusters(above.text):
            return True
        if speaks_of_a_cluster(above.text) and not _about_status(above.text):
            return False
    nearest = line.leads[0].text
    if not _about_status(nearest) and len(nearest.split()) > 6:
        return False
    return any(speaks_of_clusters(above.text) for above in line.headings) or (
        _about_status(nearest) and spoken
    )


def _about_status(text: str) -> bool:
    folded = words.fold(text)
    return bool(re.search(r"\b(?:status|rund|round|edycj|edition|kkk|valid|wazn|obowiazuj)", folded))


def _called(text: str, start: int, passage: int) -> Iterator[Named]:
    """Names without the word "klaster" of which a sentence or a title says that they are one, or hold what
    clusters alone are given."""
    for one in (*called_in(text), *(Called(span, sure=True) for span in holders_in(text))):
        others = [text[o.start : o.end] for o in names_of_networks(text, one.span.end)]
        name = text[one.span.start : one.span.end]
        for other in others or [""]:
            yield Named(name, moved(one.span, start), passage, other, sure=one.sure)


def _said_after(lines: Sequence[Line], at: int) -> Iterator[Named]:
    """The name in the line before one that says what cluster it is, and those that it says are clusters."""
    if not at or lines[at - 1].headings != lines[at].headings:
        return
    before, line = lines[at - 1], lines[at]
    for one in named_beside(before.text, line.text):
        yield Named(line.text[one.start : one.end], moved(one, line.span.start), line.passage)
    span = taken_up(before.text, line.text)
    if span is not None:
        yield Named(before.text[span.start : span.end], moved(span, before.span.start), before.passage)
