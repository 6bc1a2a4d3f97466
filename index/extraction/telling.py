"""What sentences tell of a cluster in so many words: its mission, its projects."""

import re
from collections.abc import Iterator
from functools import cache

from documents.model import Span
from index import words
from index.extraction.agents import of_others
from index.extraction.frames import frames
from index.extraction.model import Claim
from index.extraction.other_names import capital_run
from index.extraction.scene import Scene
from index.gazetteer import lexicon
from index.words import same_length_fold

QUOTED = re.compile(r"[„“\"«]([^„”“\"«»]{2,70})[”“\"»]")
# A sentence that tells a mission has more characters, a line that introduces one fewer.
SHORTEST_MISSION = 30
LONGEST_LEAD = 60
# "nazywa się BioWrzos", "BioWrzos, a joint project"; "projekt BioWrzos"; "the BioWrzos project".
NAMED_PROJECT = re.compile(
    r"(?:nazywa si[eę]|is called)\s+|(?<![\w-])(?=[A-ZŁŚŻŹĆÓ][\w-]+[^,;.]{0,30}, an? (?:\w+ )?project\b)"
)
PROJECT_BEFORE = re.compile(
    r"\b(?:projek(?:t|tu|cie|tem)|projects?)\s+(?=[^\W\d_a-ząćęłńóśźż])", re.IGNORECASE
)
PROJECT_AFTER = re.compile(r"\s(?:[Pp]roject)\b")
CAPITALS = re.compile(r"(?:[^\W\d_a-ząćęłńóśźż][\w+-]*\s?){1,5}$")


def missions(scene: Scene) -> Iterator[Claim]:
    """The sentences that tell a cluster's mission or aim."""
    known = frames("mission")
    for line in scene.lines:
        if line.cells or len(line.text) < SHORTEST_MISSION or line.text.rstrip().endswith(("?", ":")):
            continue
        folded = same_length_fold(line.text)
        lead = same_length_fold(line.leads[0].text) if line.leads else ""
        here = any(p.search(folded) for p in known.inside)
        above = (
            lead.rstrip(" ").endswith(":")
            and len(lead) < LONGEST_LEAD
            and any(p.search(lead) for p in known.inside)
        )
        subject = scene.subject(line)
        if subject is not None and (here or above) and not of_others(scene, line, len(line.text)):
            yield scene.claim(line, subject, "mission", line.text)


@cache
def _project_leads() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in lexicon("frames.toml")["project"]["quoted"])


def projects(scene: Scene) -> Iterator[Claim]:
    """The projects that a sentence names beside a cluster."""
    for line in scene.lines:
        folded = same_length_fold(line.text)
        if "proje" not in folded:
            continue
        subject = scene.subject(line)
        if subject is None or line.cells:
            continue
        for span in _project_names(line.text, folded):
            name = line.text[span.start : span.end]
            if not any(scene.is_sure(place.subject) for place in scene.cast.named(name)):
                yield scene.claim(line, subject, "project", name)


def _project_names(text: str, folded: str) -> Iterator[Span]:
    """The names of projects in a text: said to be so called, in quotation marks, before or after the word."""
    for match in NAMED_PROJECT.finditer(text):
        run = capital_run(text, match.end())
        if run is not None and (match.group() or text[run.end : run.end + 2] == ", "):
            yield run
    for match in QUOTED.finditer(text):
        if any(p.search(folded[: match.start()]) for p in _project_leads()):
            yield Span(*match.span(1))
    for match in PROJECT_BEFORE.finditer(text):
        run = capital_run(text, match.end())
        if run is not None and text[match.end() : match.end() + 1].isupper():
            yield run
    for match in PROJECT_AFTER.finditer(text):
        start = CAPITALS.search(text[: match.start()])
        if start and words.fold(start.group().split()[0]) not in words.stop_words():
            yield Span(start.start(), match.start())
