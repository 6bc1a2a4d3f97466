"""Whom the words at a place of a sentence are about: the cluster, or another body that the sentence names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from documents.model import Span
from index import words
from index.extraction.asides import asides, genders
from index.extraction.labelled import labelled
from index.extraction.lines import Line
from index.extraction.name_words import listed
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.scene import Scene
from index.inflection import case_of

# A body is what a clause is about where it opens it, but for a word or an article.
OPENS_CLAUSE = re.compile(r"(?:^|[.;:,–(—-]\s)\s*(?:[^\W\d_]+\s+)?[„\"“]?$")
# "Ona", "Zatrudnia ona", "To ono".
PRONOUN = re.compile(r"\W*(?:[^\W\d_]+ )?(on|ona|ono)\b", re.IGNORECASE)
GENDERS = {"on": "m", "ona": "f", "ono": "n"}
NEXT = re.compile(r"\s(?:nie\s|też\s|także\s|również\s)?([^\W\d_]+)")
BEFORE = re.compile(r"([^\W\d_]+)\s+(?:the\s+|an?\s+)?[„\"“]?$")


@dataclass(frozen=True, slots=True)
class Agent:
    """What a sentence speaks of from `start` on: a subject's number, or None for a body that is no
    cluster."""

    start: int
    end: int
    subject: int | None


def of_others(scene: Scene, line: Line, offset: int) -> bool:
    """Whether the words at an offset of a line are about a body that is no cluster: "Fundacja istnieje od
    2004 r., sam klaster zawiązano w 2013" is about the foundation at 2004 and about the cluster at 2013."""
    agents = [agent for agent in agents_in(scene, line) if agent.start <= offset]
    told = bool(agents) and agents[-1].subject is None
    return told or aside_of(scene, line, offset) is not None


def aside_of(scene: Scene, line: Line, offset: int) -> Span | None:
    """The body of which a line tells by the way what stands at an offset."""
    return next((body for body, aside in _asides(scene, line) if aside.start <= offset < aside.end), None)


def agents_in(scene: Scene, line: Line) -> tuple[Agent, ...]:
    """Clusters and bodies that a line speaks of, in order; none that stands behind a preposition, or as
    whose something is."""
    return tuple(sorted(_agents(scene, line), key=lambda agent: agent.start))


def _asides(scene: Scene, line: Line) -> Iterator[tuple[Span, Span]]:
    """What a line tells by the way of bodies that it names."""
    clusters = [place.span for place in scene.cast.named(line.text)]
    clusters += [mention.span for mention in names_in(line.text) if mention.generic]
    bodies = [found.span for found in organisations_in(line.text)]
    others = [one for one in bodies if not any(_within(cluster, one) for cluster in clusters)]
    yield from asides(line.text, [*others, *bare_bodies(line.text, bodies)], sorted(clusters, key=_start))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start + 1 and inner.end <= outer.end + 1 and inner.start - outer.start <= 1


def _start(span: Span) -> int:
    return span.start


def body_before(scene: Scene, line: Line, offset: int) -> Span | None:
    """The body that is the subject at an offset of a line, if it is a body."""
    agents = [agent for agent in agents_in(scene, line) if agent.end <= offset]
    return Span(agents[-1].start, agents[-1].end) if agents and agents[-1].subject is None else None


def _agents(scene: Scene, line: Line) -> Iterator[Agent]:
    text = line.text
    bodies = [found.span for found in organisations_in(text)]
    for place in scene.cast.named(text):
        inside = any(span.start < place.span.start and place.span.end <= span.end for span in bodies)
        if not inside and not is_whose(text, place.span):
            yield Agent(place.span.start, place.span.end, place.subject)
    own = scene.subject(line)
    for mention in names_in(text):
        if mention.generic and own is not None and not is_whose(text, mention.span):
            yield Agent(mention.span.start, mention.span.end, own)
    named = [place.span for place in scene.cast.named(text)]
    if (pronoun := _body_as_pronoun(scene, line)) is not None:
        yield Agent(pronoun.start, pronoun.end, None)
    for span in (*bodies, *bare_bodies(text, bodies)):
        listed_after = any(text[one.end : span.start].strip() == "," for one in bodies)
        same = listed_after or any(
            place.start <= span.start + 1 and span.end <= place.end + 1 for place in named
        )
        if (
            not same
            and not any(one.start <= span.start < one.start + len(one.text) for one in labelled(line))
            and (OPENS_CLAUSE.search(text[: span.start]) or _acts(text, span, bodies))
            and not _after_preposition(text, span.start)
            and "nom" in (case_of(text[span.start : span.end]) or {"nom"})
        ):
            yield Agent(span.start, span.end, None)


def _acts(text: str, span: Span, bodies: list[Span]) -> bool:
    """Whether a body called by what it is alone does what its clause tells: "W 2023 roku izba wydała"."""
    following = NEXT.match(text, span.end)
    if span in bodies or following is None:
        return False
    verb = any(r.part in {"fin", "praet"} and ":sg" in r.tag for r in words.readings(following[1].lower()))
    noun = words.readings(text[span.start : span.end].lower())
    return verb and any(r.part == "subst" and ":sg:nom" in r.tag for r in noun)


def _body_as_pronoun(scene: Scene, line: Line) -> Span | None:
    """The pronoun near the beginning of a line that stands for the body the line before speaks of: it has
    that one's gender, and the cluster has another, or is named beside it."""
    pronoun, before = PRONOUN.match(line.text), scene.before(line)
    if pronoun is None or before is None:
        return None
    bodies = [found.span for found in organisations_in(before.text)]
    bodies = sorted((*bodies, *bare_bodies(before.text, bodies)), key=lambda one: one.start)
    cluster = scene.subject(line)
    if not bodies or cluster is None:
        return None
    gender = GENDERS[pronoun.group(1).lower()]
    name = scene.cast.subjects[cluster].names[0].text
    stands = gender in genders(before.text[bodies[-1].start : bodies[-1].end])
    other = gender not in genders(name) or any(
        one.generic or scene.cast.named(line.text) for one in names_in(line.text)
    )
    return Span(*pronoun.span(1)) if stands and other else None


def is_whose(text: str, span: Span) -> bool:
    """Whether a cluster's name stands in the genitive behind a noun: "koordynator Klastra X"."""
    cases = case_of(text[span.start : span.end])
    if not cases or cases & {"nom", "acc"} or "gen" not in cases:
        return False
    before = BEFORE.search(text[: span.start])
    return before is not None and any(
        r.part in {"subst", "ger"} for r in words.readings(before.group(1).lower())
    )


def _after_preposition(text: str, start: int) -> bool:
    before = BEFORE.search(text[:start])
    if before is None or before.group(1).lower() == "że":  # It folds to the preposition "ze".
        return False
    return words.fold(before.group(1)) in listed("prepositions")


@cache
def _nouns() -> frozenset[str]:
    return listed("body_nouns")


def bare_bodies(text: str, known: list[Span]) -> Iterator[Span]:
    """Bodies called by what they are alone: "Fundacja istnieje od 2004 r."."""
    for match in words.TOKEN.finditer(text):
        if any(span.start <= match.start() < span.end for span in known):
            continue
        if words.fold(match.group()) in _nouns():
            yield Span(*match.span())
