"""What sentences tell of a cluster in so many words: when it was founded, its mission, its projects."""

import re
from collections.abc import Iterator
from functools import cache

from documents.model import Span
from documents.periods import periods
from index import words
from index.extraction.agents import of_others
from index.extraction.clauses import clause_end, clause_start
from index.extraction.frames import frames
from index.extraction.labels import same_length_fold
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.other_names import capital_run
from index.extraction.scene import Scene
from index.gazetteer import lexicon

QUOTED = re.compile(r"[„“\"«]([^„”“\"«»]{2,70})[”“\"»]")
# "October 2006: the cluster is established."
DATED = re.compile(r"^\W*([^:–]{4,25}?)\s*(?::|\s–)\s")


def founded(scene: Scene) -> Iterator[Claim]:
    """When each cluster was founded."""
    known = frames("founded")
    for at, line in enumerate(scene.lines):
        if line.cells:
            continue
        folded = same_length_fold(line.text)
        for pattern in known.inside:
            match = pattern.search(folded)
            if match is None:
                continue
            claim = _founded_at(scene, at, line, folded, match)
            if claim is not None:
                yield claim
                break


def _founded_at(scene: Scene, at: int, line: Line, folded: str, match: re.Match[str]) -> Claim | None:
    start, end = clause_start(line.text, match.start()), clause_end(line.text, match.end())
    clause = folded[start:end]
    known = frames("founded")
    if known.excluded is not None and known.excluded.search(clause):
        return None
    near = [p for p in periods(line.text[start:end]) if p.relation in {"on", "during", "since"}]
    near = [
        p
        for p in near
        if abs(p.span.start + start - match.end()) < 70 or abs(match.start() - p.span.end - start) < 70
    ]
    prefix = DATED.match(line.text)
    if not near and prefix:
        near = [p for p in periods(prefix.group(1)) if p.relation in {"on", "during"}]
    if not near:
        return None
    nearest = min(
        near,
        key=lambda p: min(abs(p.span.start + start - match.end()), abs(match.start() - p.span.end - start)),
    )
    subject = scene.subject_at(line, match.start())
    if subject is None or of_others(scene, line, match.start()):
        return None
    return scene.claim(line, subject, "founded", nearest.moment.iso)


def missions(scene: Scene) -> Iterator[Claim]:
    """The sentences that tell a cluster's mission or aim."""
    known = frames("mission")
    for line in scene.lines:
        if line.cells or len(line.text) < 30 or line.text.rstrip().endswith(("?", ":")):
            continue
        folded = same_length_fold(line.text)
        lead = same_length_fold(line.leads[0].text) if line.leads else ""
        here = any(p.search(folded) for p in known.inside)
        above = (
            lead.rstrip(" ").endswith(":") and len(lead) < 60 and any(p.search(lead) for p in known.inside)
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
    for match in re.finditer(
        r"(?:nazywa si[eę]|is called)\s+|(?<![\w-])(?=[A-ZŁŚŻŹĆÓ][\w-]+[^,;.]{0,30}, an? (?:\w+ )?project\b)",
        text,
    ):
        run = capital_run(text, match.end())
        if run is not None and (match.group() or text[run.end : run.end + 2] == ", "):
            yield run
    for match in QUOTED.finditer(text):
        if any(p.search(folded[: match.start()]) for p in _project_leads()):
            yield Span(*match.span(1))
    for match in re.finditer(
        r"\b(?:projek(?:t|tu|cie|tem|cie)|projects?)\s+(?=[^\W\d_a-ząćęłńóśźż])", text, re.IGNORECASE
    ):
        run = capital_run(text, match.end())
        if run is not None and text[match.end() : match.end() + 1].isupper():
            yield run
    for match in re.finditer(r"\s(?:[Pp]roject)\b", text):
        start = re.search(r"(?:[^\W\d_a-ząćęłńóśźż][\w+-]*\s?){1,5}$", text[: match.start()])
        if start and words.fold(start.group().split()[0]) not in words.stop_words():
            yield Span(start.start(), match.start())
