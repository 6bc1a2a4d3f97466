"""Who takes part in a project, out of a page that is one of a project: its consortium is listed there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.model import Span
from index import words
from index.extraction.labelled import label_kind
from index.extraction.lines import Above, Line
from index.extraction.model import Claim
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run
from index.extraction.parties import Party, party_at
from index.extraction.partners import named_elsewhere, ties_in
from index.extraction.scene import Scene
from index.extraction.undertakings import project_names
from index.register.model import Attribute
from index.words import same_length_fold

# What stands above those who take part. Folded.
CONSORTIUM = re.compile(
    r"^\W*(?:the |our |project |nasze |sklad )?(?:consortium|konsorcjum|konsorcjanci|partners\b(?! of)|"
    r"partnerzy\b(?! klastra)|"
    r"partnership|participants|uczestnicy projektu|who takes part|kto bierze udzial|realizatorzy)"
)
# A title that names the project, and goes on behind the name. Folded.
OF_A_PROJECT = re.compile(
    r"\b(?:proje[ck]t|consortium|konsorcjum|partners?\b|partnerzy|programme|deliverable)"
)
ENDS_TITLE = re.compile(r"\s*(?:[:–—|(,]|\s-\s|$)")
NUMBERED = re.compile(r"^\W*(?:P|Partner |WP)\d{1,2}\s*[–—:.)-]\s*|^\W*\d{1,2}[.)]\s*")
LEAD = re.compile(
    r"\b(?:lead(?:er| partner|ing partner)?\b|lider\w*|partner wiodacy|koordynator projektu|coordinator\b)"
)
# Beside a list of partners, a line that names who leads. Folded.
LEAD_LABEL = re.compile(
    r"\W*(?:(?:project |projektu |consortium )?(?:lead(?:er| partner|ing partner| beneficiary)?|"
    r"lider(?: projektu| konsorcjum)?|"
    r"partner wiodacy|(?:project )?coordinator|koordynator projektu)(?: projektu|"
    r" of the project)?)\s*[:–-]\s+"
)
LONGEST_HEADING = 60
# Lines at the top that say what a page is of.
TOP = 6


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part, where that is said, and whether they lead."""

    party: Party
    line: Line
    scope: tuple[Span, ...]
    leads: bool


def consortia(scene: Scene) -> Iterator[Claim]:
    """The project of a page that is one of a project, and its partners, of each cluster that takes part."""
    name = _project(scene)
    if name is None:
        return
    found = tuple(_participants(scene))
    for one in found:
        if one.party.subject is not None and _is_of(one.line, name):
            yield _claim(scene, one, one.party.subject, "project", name)
            yield from (
                _claim(scene, other, one.party.subject, "partner", other.party.name)
                for other in found
                if _are_partners(one, other, found)
            )
    for at, line in enumerate(scene.lines):
        taken = any(line is one.line for one in found) or project_names(line.text)
        if taken or not _is_of(line, name):
            continue
        tied = [one for tie in ties_in(scene, at) for one in (tie.subject, tie.partner.subject)]
        for subject in dict.fromkeys(one for one in tied if one is not None and scene.is_sure(one)):
            scope = tuple(above.span for above in line.headings[-1:])
            yield Claim(subject, "project", name, line.passage, line.span, scope)


def _is_of(line: Line, name: str) -> bool:
    """Whether a line stands below the title that names the project, and not above it."""
    return any(name in text for text in (line.text, *(above.text for above in line.headings[-1:])))


def _are_partners(one: Participant, other: Participant, all_of_them: Sequence[Participant]) -> bool:
    """Whether a page ties two who take part: whoever leads to each, or where nobody is said to lead, each to
    each."""
    if one.party.name == other.party.name or one.party.subject == other.party.subject is not None:
        return False
    return one.leads or other.leads or not any(each.leads for each in all_of_them)


def _claim(scene: Scene, one: Participant, subject: int, attribute: Attribute, value: str) -> Claim:
    scope = tuple(dict.fromkeys((*one.scope, *named_elsewhere(scene, one.line, one.party))))
    return Claim(subject, attribute, value, one.line.passage, one.line.span, scope)


def _project(scene: Scene) -> str | None:
    """The name of the project that a page is of, as its title tells; None where it is of anything else."""
    title = next((line.headings[-1].text for line in scene.lines if line.headings), scene.document.title)
    if any(scene.is_sure(place.subject) for place in scene.cast.named(title)):
        return None
    named = project_names(title)
    if named:
        return title[named[0].start : named[0].end]
    run = capital_run(title)
    if run is None or run.start or ENDS_TITLE.match(title, run.end) is None:
        return None
    name = title[: run.end]
    if organisations_in(name) or label_kind(name) or (" " not in name and words.is_known(name.lower())):
        return None
    texts = [title, *(line.text for line in scene.lines[:TOP])]
    texts += [above.text for line in scene.lines for above in line.headings[:-1]]
    said = any(OF_A_PROJECT.search(same_length_fold(text)) for text in texts)
    again = any(name in line.text for line in scene.lines)
    return name if said and again else None


def _participants(scene: Scene) -> Iterator[Participant]:
    seen: set[Span] = set()
    numbered = sum(NUMBERED.match(line.text) is not None for line in scene.lines) > 1
    for at, line in enumerate(scene.lines):
        above = [one for one in (*line.leads[:1], *line.headings[:2]) if _heads_consortium(one)]
        if scene.introduces(line):
            continue
        lead = LEAD_LABEL.match(same_length_fold(line.text))
        if lead is not None and not above and (party := party_at(scene, at, lead.end())) is not None:
            yield Participant(party, line, _scope(line), leads=True)
            continue
        if not above and not (numbered and NUMBERED.match(line.text)):
            continue
        heading = next((line.headings[0] for one in line.headings[1:2] if one in above), None)
        if heading is not None:
            if heading.span not in seen:
                seen.add(heading.span)
                yield from _of_heading(scene, line, heading)
            continue
        opening = NUMBERED.match(line.text)
        text = same_length_fold(line.text)
        start = opening.end() if opening else 0
        if LEAD.match(text, start) and at + 1 < len(scene.lines):
            line, party = scene.lines[at + 1], party_at(scene, at + 1, 0)
        else:
            party = party_at(scene, at, start)
        if party is not None and not line.text.rstrip().endswith(":"):
            yield Participant(party, line, _scope(line), LEAD.search(text) is not None)


def _of_heading(scene: Scene, line: Line, heading: Above) -> Iterator[Participant]:
    """Whoever the heading of a section names: a cluster, or a body."""
    leads = LEAD.search(same_length_fold(heading.text)) is not None
    named = scene.cast.named(heading.text)
    scope = (heading.span, *_scope(line))
    if named and named[0].span.start <= 1:
        subject = named[0].subject
        party = Party(named[0].span, scene.cast.subjects[subject].names[0].text, subject)
        yield Participant(party, line, scope, leads)
        return
    body = next((one for one in organisations_in(heading.text) if one.span.start <= 1), None)
    if body is not None:
        yield Participant(Party(body.span, body.name, None), line, scope, leads)


def _heads_consortium(above: Above) -> bool:
    return len(above.text) < LONGEST_HEADING and CONSORTIUM.search(same_length_fold(above.text)) is not None


def _scope(line: Line) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(above.span for above in line.headings[-1:]))
