"""Who coordinates and represents clusters, as sentences tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.model import Span
from documents.moments import Moment
from index import words
from index.extraction.going_on import opens_with_another
from index.extraction.labelled import labelled
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed, speaks_of_clusters
from index.extraction.naming import names_in
from index.extraction.offers import offers
from index.extraction.organisations import in_nominative, organisations_in
from index.extraction.other_names import is_place_run, other_names
from index.extraction.people import people_in
from index.extraction.roles import role_of
from index.extraction.scene import Scene
from index.extraction.succession import former_at
from index.extraction.tenure import since_beside, until_beside
from index.extraction.undertakings import lists_projects, project_names
from index.gazetteer import lexicon
from index.inflection import nominative
from index.register.model import Attribute
from index.words import same_length_fold

# A body named further from its verb than this belongs to another clause.
REACH = 90
SHORTEST_NAME = 3
# Words that say that it is over, so many characters before the noun; the past tense, and the present.
BEFORE_FORMER = 24
FORMER = re.compile(
    r"\b(?:dotychczasow\w+|poprzedni\w*|byl(?:y|ego|ym|emu)|dawn(?:y|a|ego|ym|iej)|wczesniej\w*|ustepujac\w+|former\w*|"
    r"previous\w*|outgoing|ex-\w+)\b"
)
WAS = re.compile(r"\b(?:byl[aoi]?|koordynowal\w*|prowadzil\w*|zarzadzal\w*|was|were|had been|used to)\b")
NOW = re.compile(r"\b(?:obecnie|teraz|dzis|dzisiaj|now|today|currently|since then)\b")


def bodies(scene: Scene) -> Iterator[Claim]:
    """Who coordinates and represents each cluster."""
    attributes: tuple[Attribute, ...] = ("coordinator", "representative")
    for at in range(len(scene.lines)):
        for attribute in attributes:
            yield from _bodies_of(scene, at, attribute)


def _bodies_of(scene: Scene, at: int, attribute: Attribute) -> Iterator[Claim]:
    line = scene.lines[at]
    seen: set[str] = set()
    if line.text.rstrip().endswith("?"):
        return
    undertakings = project_names(line.text)
    if _tells_of_projects(scene, line):
        return
    for offset, spans in offers(scene, at, attribute):
        subject = _subject(scene, at, offset, spans)
        if subject is None or any(_overlap(span, project) for span in spans for project in undertakings):
            continue
        if _is_over(line.text, offset, spans[0]) and until_beside(line.text, spans[0]) is None:
            continue
        for span in spans:
            if _is_person(line.text, span) or is_place_run(line.text, span) or _is_cluster(scene, at, span):
                continue
            if former_at(line.text, span) or _is_nobody(line.text[span.start : span.end]):
                continue
            name = in_nominative(line.text[span.start : span.end].strip(" ,")) + _other_name(
                line.text, span.end
            )
            if words.fold(name) in seen or _is_subject(scene, subject, name):
                continue
            seen.add(words.fold(name))
            since, until = _time(line.text, span, offset)
            yield replace(scene.claim(line, subject, attribute, name, since=since), until=until)


def _time(text: str, body: Span, offset: int) -> tuple[Moment | None, Moment | None]:
    """Since when and until when: beside a body's name, or the words behind it that say what it is."""
    since, until = since_beside(text, body), until_beside(text, body)
    if since is None and until is None and offset >= body.end:
        said = Span(offset, offset)
        return since_beside(text, said), until_beside(text, said)
    return since, until


def _tells_of_projects(scene: Scene, line: Line) -> bool:
    """Whether a line that speaks of no cluster stands below a heading of projects, or goes on after a
    sentence about one: who leads is who leads that."""
    before = scene.before(line)
    headed = any(lists_projects(above.text) for above in line.headings[:1])
    after = before is not None and before.passage == line.passage and bool(project_names(before.text))
    return (headed or after) and not names_in(line.text) and not labelled(line)


def _is_person(text: str, span: Span) -> bool:
    """Whether words with capitals that no noun or legal form makes a body's name hold a person's."""
    name = text[span.start : span.end]
    # Beside a role a name is a person's that none is alone: "Roman Jantar, koordynator".
    there = any(span.start <= one.span.start < span.end for one in people_in(text))
    return (there or bool(people_in(name))) and not organisations_in(name)


def _is_nobody(name: str) -> bool:
    """Whether a name is a role, "Prorektor Politechniki Y", or of what is no body of its own: "Państwo"."""
    return role_of(name.split()[0]) or words.fold(nominative(name)) in lexicon("parties.toml")["nobody"]


def _is_cluster(scene: Scene, at: int, span: Span) -> bool:
    """Whether a body found is a cluster: who leads a project of several is none that runs the others."""
    return any(
        scene.is_sure(p.subject) and p.span.start <= span.start + 1 and span.end <= p.span.end + 1
        for p in scene.named(at)
    )


def _is_over(text: str, offset: int, body: Span) -> bool:
    """Whether the words around a body say that it is no more what it was: "dotychczasowy koordynator", or in
    the past tense with a present one beside it."""
    folded = same_length_fold(text)
    start = min(offset, body.start)
    if FORMER.search(folded[max(0, start - BEFORE_FORMER) : max(offset + BEFORE_FORMER, body.start)]):
        return True
    said = folded[start : max(body.start, offset + BEFORE_FORMER)]
    return WAS.search(said) is not None and NOW.search(folded[body.end :]) is not None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _other_name(text: str, end: int) -> str:
    """A body's name in another language, in brackets behind it."""
    other = next(iter(other_names(text, end)), None)
    return (
        f" ({text[other.start : other.end]})"
        if other is not None and len(text[other.start : other.end].split()) > 1
        else ""
    )


def _is_subject(scene: Scene, subject: int, name: str) -> bool:
    """Whether a body found is the cluster itself, or no name at all."""
    own = {words.fold(one.text) for one in scene.cast.subjects[subject].names}
    # "Fundacja", "the Group", "ona": what stands for a name is none.
    alone = " " not in name and (
        name.islower() or words.lemma(name) in listed("body_nouns") | listed("network_heads")
    )
    return words.fold(name) in own | listed("cluster") or len(name) < SHORTEST_NAME or alone


def _subject(scene: Scene, at: int, offset: int, spans: Sequence[Span]) -> int | None:
    """The cluster that the verb at an offset speaks of: named before it in its clause, or after, but not
    within the bodies it names."""
    named = [p for p in scene.named(at) if not any(s.start <= p.span.start < s.end for s in spans)]
    named = [p for p in named if scene.is_sure(p.subject) or p.subject == scene.subject(scene.lines[at])]
    before = [p for p in named if p.span.start < offset]
    if before:
        return before[-1].subject
    after = [p for p in named if p.span.start >= offset and p.span.start - offset < REACH]
    if after:
        return after[0].subject
    if named:
        return None
    within = [p.subject for p in scene.named(at) if any(s.start <= p.span.start < s.end for s in spans)]
    return _without_names(scene, at, within)


def _without_names(scene: Scene, at: int, bodies: Sequence[int]) -> int | None:
    """The cluster a line is about where the names in it are those of bodies: none of them."""
    line = scene.lines[at]
    if scene.subject(line) in bodies and not all(map(scene.is_sure, bodies)):
        before = scene.before(line)
        return scene.subject(before) if before and scene.is_within_paragraph(line) else scene.main
    if not any(scene.is_sure(place.subject) for place in scene.named(at)):
        subject = scene.subject(line)
        return subject if subject is not None else _right_before(scene, line)
    above = scene.cast.above(line.above)
    if above is not None:
        return above[0]
    if at and scene.lines[at - 1].headings == line.headings:
        return scene.subject(scene.lines[at - 1])
    return scene.main


def _right_before(scene: Scene, line: Line) -> int | None:
    """The only cluster that the sentence right before one names, in the same item or paragraph."""
    before = scene.before(line)
    other = speaks_of_clusters(line.text) or opens_with_another(line)
    if before is None or before.passage != line.passage or other:
        return None
    named = {p.subject for p in scene.named_in(before) if scene.is_sure(p.subject)}
    return named.pop() if len(named) == 1 else None
