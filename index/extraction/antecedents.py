"""Whom a pronoun stands for, where a text says what somebody is by it: "its president", "kieruje nim"."""

import re
from collections.abc import Iterator

from documents.model import Span
from index.extraction.agents import agents_in, bare_bodies
from index.extraction.asides import genders
from index.extraction.belonging import speaks_for_one
from index.extraction.lines import Line
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.scene import Scene

# Right before a role, whose it is; the genders of what each may stand for.
WHOSE = re.compile(r"\b(?P<whose>[Jj]ej|[Jj]ego|[Ii]ts)\s+(?:(?!jej|jego|its)[^\W\d_A-Z]+\s+){0,2}$")
# A role opens a line within so many characters.
OPENING = 12
# Beside a verb for leading, who is led.
LED = re.compile(r"\b(?P<whose>nim|nią)\b", re.IGNORECASE)
GENDERS = {"jej": frozenset("f"), "nią": frozenset("f"), "jego": frozenset("mn"), "nim": frozenset("mn")}


def is_of_body(scene: Scene, line: Line, start: int, end: int) -> bool:
    """Whether the pronoun before or within a role at [start, end) stands for a body that neither is a cluster
    nor speaks for one: "Museum X …, and its director Jan Lis"."""
    said = WHOSE.search(line.text[:start]) or LED.search(line.text[start:end])
    if said is None:
        return _goes_on_about_body(scene, line, start)
    asked = GENDERS.get(said["whose"].lower())
    before = scene.before(line)
    for one, until in ((line, start), (before, len(before.text) if before else 0)):
        if one is None:
            return False
        meant = _acting(scene, one, until) if asked is None else _last(scene, one, until, asked)
        if meant is not None:
            return meant != "" and not speaks_for_one(scene, meant)
    return False


def _goes_on_about_body(scene: Scene, line: Line, start: int) -> bool:
    """Whether a role opens a line that names nobody else, behind one of the paragraph that ends with what a
    body did: "The Chamber elected its board. President is Jan Lis"."""
    before = scene.before(line)
    if (
        start > OPENING
        or before is None
        or not scene.is_within_paragraph(line)
        or any(_clusters(scene, line.text))
    ):
        return False
    meant = _acting(scene, before, len(before.text))
    return bool(meant) and not speaks_for_one(scene, meant or "")


def _acting(scene: Scene, line: Line, end: int) -> str | None:
    """What a line speaks of last before an offset; "" for a cluster."""
    agents = [one for one in agents_in(scene, line) if one.end <= end]
    if not agents:
        return None
    return line.text[agents[-1].start : agents[-1].end] if agents[-1].subject is None else ""


def _last(scene: Scene, line: Line, end: int, asked: frozenset[str]) -> str | None:
    """What a line speaks of before an offset, if it has one of some genders, else what it names last of such;
    "" for a cluster."""
    text = line.text[:end]
    agents = [one for one in agents_in(scene, line) if one.end <= end]
    if agents and genders(text[agents[-1].start : agents[-1].end]) & asked:
        return _acting(scene, line, end)
    bodies = [one.span for one in organisations_in(text)]
    found = [(span, "") for span in _clusters(scene, text)]
    found += [(span, text[span.start : span.end]) for span in (*bodies, *bare_bodies(text, bodies))]
    told = ((span.start, name, genders(text[span.start : span.end])) for span, name in found)
    fitting = [(start, name) for start, name, own in told if not own or own & asked]
    return max(fitting)[1] if fitting else None


def _clusters(scene: Scene, text: str) -> Iterator[Span]:
    yield from (place.span for place in scene.cast.named(text))
    yield from (mention.span for mention in names_in(text) if mention.generic)
