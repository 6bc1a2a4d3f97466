"""What stands above those who hold a label says of it: its name, its term, and that it is held."""

from collections.abc import Sequence

from documents.model import Document
from index.extraction.holder_entries import entries_along, entry_in
from index.extraction.labelled import labelled
from index.extraction.labels import labels_in
from index.extraction.lines import Line
from index.extraction.naming import names_in
from index.extraction.status_clauses import has_verb, kind_of
from index.extraction.validity import SHORTEST_TERM, Validity, read, says

# A paragraph that tells of a term has so many sentences before its last, at most, and so many of the names
# that follow it are looked at.
REACH, NEXT = 3, 2


def told_before_names(document: Document, lines: Sequence[Line], at: int) -> tuple[Validity, bool] | None:
    """What the last sentence of a paragraph, at a place among the lines, tells with those before it of a
    label and its term, above names that are no sentences, "Winners of the competition. Valid until 2027.",
    and whether it says in words that holders follow; None of any other line."""
    line = lines[at]
    own = read(line.text)
    if own.until is None or line.cells or line.leads:
        return None
    if not any(map(_is_named, lines[at + 1 : at + 1 + NEXT])):
        return None
    first = at
    while first and at - first < REACH and _goes_on(document, lines[first - 1], lines[first]):
        first -= 1
    if any(map(_is_named, lines[max(0, first - 1) : first + 1])):
        return None  # A detail of the entry before it.
    text = " ".join(one.text for one in lines[first : at + 1])
    said = own if labels_in(line.text) else read(text)
    label = said.label or first_label(*(one.text for one in line.headings), document.title)
    if not label or any(not one.generic for one in names_in(text)):
        return None
    termed = says(line.text, "term_alone") or term_of(own).until is not None
    termed = termed or any(one.kind in {"until", "since"} for one in labelled(line))
    given = any(says(text, cue) for cue in ("introduces_holders", "some_clusters", "given_to"))
    told = (one.text for one in lines[first : at + 1])
    asked = any(kind_of(one) == "sought" and has_verb(one) and is_of_others(one) for one in told)
    if not (termed or given) or asked or is_of_others(text) or says(text, "about_label"):
        return None
    return Validity(label, said.round, said.since, own.until), given


def is_of_others(text: str) -> bool:
    """Whether a text is of those who asked for a label, or have it no more. A term is one of holders,
    whatever competition it was won in."""
    kind = kind_of(text)
    won = read(text).until is not None or says(text, "given_to")
    bid = says(text, "bids") or says(text, "refused")
    return (kind == "sought" and (bid or not won)) or kind in {"taken", "lapsed"}


def term_of(said: Validity) -> Validity:
    """The term that is told, if it is one of a label: a day alone may be that of the ceremony."""
    since, until = said.since, said.until
    termed = since is not None and until is not None and (until.last - since.first).days >= SHORTEST_TERM
    return Validity(since=since, until=until) if termed else Validity()


def first_label(*texts: str) -> str:
    """The label of the first of some texts that names one alone."""
    return next((key for text in texts if (key := only_label(text))), "")


def only_label(text: str) -> str:
    """The only label that a text names; "" for none and for several."""
    keys = {one.key for one in labels_in(text)}
    return keys.pop() if len(keys) == 1 else ""


def _goes_on(document: Document, line: Line, following: Line) -> bool:
    """Whether two lines are sentences of one paragraph."""
    return not line.cells and "\n\n" not in document.text[line.span.end : following.span.start]


def _is_named(line: Line) -> bool:
    """Whether a line, or the heading it stands right below, is an entry that begins with a cluster's name."""
    texts = (line.text, *(one.text for one in line.headings[:1]))
    entries = (entry_in(one) for one in texts)
    return any(one is not None and one.by_word for one in entries) or bool(entries_along(line.text))
