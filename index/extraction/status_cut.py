"""A sentence on a status that an abbreviation cut off before the label or the cluster that it is about."""

import re

from documents.model import Span
from index import words
from index.extraction.labels import labels_in
from index.extraction.scene import Scene
from index.extraction.status_clauses import has_verb
from index.extraction.subjects import Place

YEAR_AT_END = re.compile(r"\d{4} r\.$")
# The cluster stands at once, or behind a quotation mark.
FEW = 6


def cut_off(scene: Scene, at: int) -> tuple[str, Place] | None:
    """A line's text up to the cluster that the next begins with, and where it names that, if the next line
    but goes on with it in another case, "tytuł nadany w 2023 r. Morskiemu Klastrowi X", or ends it; None if
    not."""
    line = scene.lines[at]
    if at + 1 >= len(scene.lines) or not YEAR_AT_END.search(line.text):
        return None
    following = scene.lines[at + 1]
    places = scene.named(at + 1)
    if following.passage != line.passage or "\n" in scene.document.text[line.span.end : following.span.start]:
        return None
    if not places or places[0].span.start > FEW:
        return None
    first = words.readings(following.text.split()[0].lower())
    if not first or (any("nom" in one.tag for one in first) and has_verb(following.text)):
        return None
    span, start = places[0].span, len(line.text) + 1
    text = f"{line.text} {following.text[: span.end]}"
    return text, Place(places[0].subject, Span(start + span.start, start + span.end))


def label_cut_off(scene: Scene, at: int) -> str:
    """The label that stands right after an abbreviation that was taken for a line's end: "… skończył się
    28 lutego 2026 r. Silver Label nadany przez ESCA"; "" where none does."""
    line = scene.lines[at]
    if not line.text.endswith("r.") or at + 1 >= len(scene.lines):
        return ""
    following = scene.lines[at + 1]
    named = labels_in(following.text)
    return named[0].key if following.passage == line.passage and named and not named[0].span.start else ""
