"""Which cluster holds which label, in which round, from when until when, as one document says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.language import language_of
from documents.model import Span
from documents.periods import periods
from index import words
from index.extraction.labels import labels_in
from index.extraction.lines import Above, Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.status_cards import of_item, of_row
from index.extraction.status_scope import dates_above, inherited_label, status_claim
from index.extraction.subjects import Place
from index.extraction.validity import STATUS_WORD, Validity, cues, ends_said, read, read_clause, says
from index.words import same_length_fold

# Words between two names of one enumeration.
ENUMERATION = re.compile(
    r"^[\s,;„”\"“()–-]*(?:(?:i|oraz|and|a także|as well as|klaster|klastry|the|także)[\s,„”\"“]*)*$",
    re.IGNORECASE,
)
# How far from a label's name the verb stands that says who holds it, in characters.
OWNING_REACH = 60
# What parts a clause on one status from a clause on another.
CONTRAST = re.compile(r";| ale | but ")


def statuses(scene: Scene) -> Iterator[Claim]:
    """The status claims of a document, in order; one that says neither round nor date only where no other
    does."""
    claims = list(_claims(scene))
    dated = {
        (c.subject, c.value, number) for c in claims if c.since or c.until for number in (c.qualifier, "")
    }
    return (c for c in claims if c.since or c.until or (c.subject, c.value, c.qualifier) not in dated)


def _claims(scene: Scene) -> Iterator[Claim]:
    talk = _Talk()
    for at, line in enumerate(scene.lines):
        found = list(of_row(scene, line) or of_item(scene, at, line) or _of_sentence(scene, at, line, talk))
        yield from found
        talk = _heard(talk, scene, at, found)


@dataclass(frozen=True, slots=True)
class _Talk:
    """What was said of a status before a line: of the label, of clusters still to be named (`open`), and the
    claims of the line right before."""

    last: Validity = field(default_factory=Validity)
    open: Validity | None = None
    section: tuple[Above, ...] = ()
    just_said: tuple[Claim, ...] = ()
    round: str = ""


def _heard(talk: _Talk, scene: Scene, at: int, found: Sequence[Claim]) -> _Talk:
    line = scene.lines[at]
    last, pending = talk.last, talk.open if talk.section == line.headings else None
    named = labels_in(line.text)
    if found:
        last = Validity(found[-1].value, found[-1].qualifier)
    elif named:
        last = Validity(named[-1].key)
    said = read(line.text)
    if not found and said.label and said.until and says(line.text, "holds") and not scene.named(at):
        pending = said.over(dates_above(line)).over(Validity(round=talk.round))
    number = said.round or (talk.round if talk.section == line.headings else "")
    return _Talk(last, pending, line.headings, tuple(found), number)


def _of_sentence(scene: Scene, at: int, line: Line, talk: _Talk) -> Iterator[Claim]:
    text = line.text
    withdrawn = says(text, "withdrawn")
    if text.rstrip().endswith("?") or not (withdrawn or says(text, "holds") or periods(text)):
        return
    named_labels = labels_in(text)
    groups = _groups(text, scene.named(at))
    if says(_around(text), "wanted") and not withdrawn:
        groups = _not_denied(text, groups)
        if not groups:
            return
    generic = STATUS_WORD.search(same_length_fold(text)) is not None
    if len({one.key for one in named_labels}) > 1 and len(groups) < 2 and not withdrawn:
        yield from _each_label(scene, line, groups)
        return
    if not named_labels and talk.open is not None and groups and (generic or says(text, "laureates")):
        for group in groups:
            for subject in dict.fromkeys(group.subjects):
                yield status_claim(line, subject, talk.open, scene.scope(line, subject))
        return
    label = _spoken_label(scene, line, talk, generic=generic)
    if not label:
        return
    if groups:
        before = scene.lines[at - 1].text if at and withdrawn else ""
        yield from _of_groups(scene, line, groups, label, withdrawn=withdrawn, before=before)
        return
    yield from _of_nobody_named(scene, line, talk, label, withdrawn=withdrawn)


def _each_label(scene: Scene, line: Line, groups: Sequence["_Group"]) -> Iterator[Claim]:
    """A sentence that tells of several labels of one cluster: each with the dates that stand beside it."""
    text, labels = line.text, labels_in(line.text)
    subject = groups[0].subjects[0] if groups else scene.subject(line)
    if subject is None:
        return
    for n, label in enumerate(labels):
        start = 0 if n == 0 else label.span.start
        end = labels[n + 1].span.start if n + 1 < len(labels) else len(text)
        validity = replace(read(text[start:end]), label=label.key)
        if n == 0 and not validity.says_when and not _owns(text):
            continue
        if validity.since is None and validity.until is None:
            within = next(
                (p.moment for p in periods(text[start:end]) if p.relation in {"on", "during"}), None
            )
            validity = replace(validity, since=within)
        if validity.says_when or _owns(text):
            yield status_claim(line, subject, validity, scene.scope(line, subject))


def _spoken_label(scene: Scene, line: Line, talk: _Talk, *, generic: bool) -> str:
    """The label a sentence speaks of: its own, or that spoken of before where it says "status" or goes on."""
    if named := labels_in(line.text):
        return named[0].key
    if generic:
        return talk.last.label or inherited_label(scene, line)
    return talk.last.label if says(line.text, "goes_on") and (talk.just_said or talk.last.label) else ""


def _of_nobody_named(
    scene: Scene, line: Line, talk: _Talk, label: str, *, withdrawn: bool
) -> Iterator[Claim]:
    """A sentence about the cluster, or the clusters, that the sentences before it named."""
    text, named_labels = line.text, labels_in(line.text)
    validity = replace(read_clause(text), label=label)
    if not named_labels and not validity.says_when and not withdrawn:
        return
    if named_labels and not validity.says_when and not withdrawn and not _owns(text):
        return
    before = [claim for claim in talk.just_said if claim.until is None and claim.value == label]
    if before and validity.until is not None and not named_labels:
        for claim in before:
            yield replace(
                status_claim(line, claim.subject, validity, (claim.span,)),
                qualifier=claim.qualifier or validity.round,
            )
        return
    subject = scene.subject(line)
    if subject is None:
        return
    scope = scene.scope(line, subject)
    for until in ends_said(text)[:-1] if not withdrawn else ():
        yield status_claim(line, subject, replace(validity, until=until), scope)
    yield status_claim(line, subject, validity.over(dates_above(line)), scope, withdrawn=withdrawn)


def _has_verb(text: str) -> bool:
    """Whether a text is a sentence with a finite verb, not a heading or a subject line."""
    if language_of(text) == "en":
        return True
    return any(
        reading.part in {"fin", "praet", "imps", "bedzie"}
        for token in words.tokenize(text)
        for reading in words.readings(token.lower())
        if not any(other.part in {"subst", "adj", "prep"} for other in words.readings(token.lower()))
    )


def _owns(text: str) -> bool:
    """Whether a text says of somebody, near a label's name if it has one, that they hold or were given it."""
    folded = same_length_fold(text)
    spans = [label.span for label in labels_in(text)] or [
        Span(*m.span()) for m in STATUS_WORD.finditer(folded)
    ]
    near = [folded[max(0, span.start - OWNING_REACH) : span.end + OWNING_REACH] for span in spans]
    return _has_verb(text) and any(cues("owns").search(part) for part in near or [folded])


def _around(text: str) -> str:
    """The clause that a text's first label stands in, and all of a text without one."""
    label = next(iter(labels_in(text)), None)
    if label is None:
        return text
    before = [match.start() + 1 for match in CONTRAST.finditer(text, 0, label.span.start)]
    after = CONTRAST.search(text, label.span.end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


@dataclass(frozen=True, slots=True)
class _Group:
    """Clusters that a sentence names in one breath, and what it says after them."""

    subjects: tuple[int, ...]
    start: int
    end: int
    denied: bool = False


def _groups(text: str, places: Sequence[Place]) -> list[_Group]:
    groups: list[_Group] = []
    for place in places:
        if groups and ENUMERATION.match(text[groups[-1].end : place.span.start]):
            last = groups[-1]
            groups[-1] = _Group((*last.subjects, place.subject), last.start, place.span.end)
        else:
            groups.append(_Group((place.subject,), place.span.start, place.span.end))
    return groups


def _not_denied(text: str, groups: Sequence[_Group]) -> list[_Group]:
    """The groups of a sentence that denies a label, those marked that it does not give one to: "X (KKK do
    2026 r.) i Y (bez statusu KKK)". None where a denial names no label of its own, as it may be of all."""
    if len(groups) < 2 or says(text[: groups[0].start], "wanted"):
        return []
    ends = [*(group.start for group in groups[1:]), len(text)]
    after = [text[group.end : end] for group, end in zip(groups, ends, strict=True)]
    denied = [says(stretch, "wanted") for stretch in after]
    named = [bool(labels_in(stretch)) for stretch in after]
    if any(no and not label for no, label in zip(denied, named, strict=True)):
        return []
    return [
        replace(group, denied=no or not label) for group, no, label in zip(groups, denied, named, strict=True)
    ]


def _of_groups(
    scene: Scene, line: Line, groups: Sequence[_Group], label: str, *, withdrawn: bool, before: str
) -> Iterator[Claim]:
    text = line.text
    whole = read_clause(text)
    ahead = read(text[: groups[0].start])
    for n, group in enumerate(groups):
        if group.denied:
            continue
        end = groups[n + 1].start if n + 1 < len(groups) else len(text)
        own = read(text[group.end : end])
        if len(groups) > 1 and n and not own.says_when and not own.label and not ahead.says_when:
            continue  # Named beside the one that the sentence is about.
        validity = own.over(ahead)
        if len(groups) == 1 or (n == 0 and not any(read(text[g.end :]).says_when for g in groups[1:])):
            validity = validity.over(whole)
        validity = replace(validity, label=own.label or ahead.label or label).over(dates_above(line))
        if not validity.says_when and not withdrawn and not _owns(text):
            continue
        for subject in dict.fromkeys(group.subjects):
            for until in ends_said(text)[:-1] if len(groups) == 1 and not withdrawn else ():
                yield status_claim(line, subject, replace(validity, until=until), scene.scope(line, subject))
            yield status_claim(
                line, subject, validity, scene.scope(line, subject), withdrawn=withdrawn, before=before
            )
