"""Which cluster holds which label, in which round, from when until when, as one document says."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from documents.model import Span
from index.extraction.labels import is_listed
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.named_labels import is_of_clusters
from index.extraction.scene import Scene
from index.extraction.status_all import of_all
from index.extraction.status_cards import of_item, of_row
from index.extraction.status_claims import tells_more
from index.extraction.status_clauses import clauses
from index.extraction.status_scope import status_claim
from index.extraction.status_sentence import Sentence
from index.extraction.status_talk import Talk
from index.extraction.validity import Validity, read
from index.register.model import WITHDRAWN


def statuses(scene: Scene) -> Iterator[Claim]:
    """The status claims of a document, in order, but those that another says more exactly."""
    talk, lists = Talk(scene), _of_lists(scene)
    introducing = {one.scope for one in scene.cast.holders}
    for at, line in enumerate(scene.lines):
        talk.enter(line)
        before, spans = talk.open or Validity(), tuple(talk.opening)
        own = lists.get(at, [])
        listed = own if own and _is_nearer(own, line) else of_row(scene, line, before)
        if listed is None:
            listed = of_item(scene, at, line, before)
        together = of_all(line, talk.claims) if listed is None else []
        if listed is None and line.span in introducing:
            listed = own
        claims = Sentence(talk, at).claims() if listed is None else listed
        if listed is None:
            claims += [one for one in own if not any(_same(one, other) for other in claims)]
        if together:
            claims = [*(one for one in claims if one.value != together[0].value), *together]
        claims = [_cited(claim, before, spans, read(line.text)) for claim in claims]
        talk.hear(at, claims, listed=listed is not None)
    found = [one for one in dict.fromkeys(talk.claims) if _is_of_clusters(one)]
    ended = {(one.subject, one.value) for one in found if one.until and one.qualifier != WITHDRAWN}
    return (
        one
        for one in found
        if not any(tells_more(other, one) for other in found) and not _is_end_told(scene, one, ended)
    )


def _of_lists(scene: Scene) -> dict[int, list[Claim]]:
    """What lists of the holders of labels claim, by the places of the lines."""
    found: dict[int, list[Claim]] = {}
    for one in scene.cast.holders:
        named = scene.cast.named(one.name)
        if named:
            line = scene.lines[one.at]
            above = (one.scope, *([one.label] if one.label else []))
            inside = line.span.start <= one.span.start < line.span.end
            scope = above if inside else (one.span, *above)
            claim = status_claim(line, named[0].subject, one.said, scope, "")
            found.setdefault(one.at, []).append(claim)
    return found


def _is_nearer(claims: Sequence[Claim], line: Line) -> bool:
    """Whether the line that introduces a list stands nearer to an item than what introduces that."""
    return bool(line.leads) and claims[0].scope[0].start > line.leads[0].span.start


def _same(one: Claim, other: Claim) -> bool:
    return (one.subject, one.value) == (other.subject, other.value)


def _is_end_told(scene: Scene, claim: Claim, ended: Container[tuple[int, str]]) -> bool:
    """Whether a claim only says that a status was let run out, of which another sentence tells the end."""
    line = scene.line_at(claim.span)
    lost = claim.qualifier == WITHDRAWN
    return lost and (claim.subject, claim.value) in ended and line is not None and _lapses(line.text)


def _lapses(text: str) -> bool:
    return any(clause.kind == "lapsed" for clause in clauses(text))


def _is_of_clusters(claim: Claim) -> bool:
    """Whether a label is one that clusters hold: by its name, or as it runs to an end. Who was once called
    the best exporter holds none."""
    ends = claim.until is not None and claim.qualifier != WITHDRAWN
    return ends or is_listed(claim.value) or is_of_clusters(claim.value)


def _cited(claim: Claim, before: Validity, spans: tuple[Span, ...], own: Validity) -> Claim:
    """A claim with the sentences in its scope that it has a day from which its own line does not tell."""
    since = claim.since is not None and claim.since == before.since and claim.since != own.since
    until = claim.until is not None and claim.until == before.until and claim.until != own.until
    added = tuple(span for span in spans if span not in (claim.span, *claim.scope)) if since or until else ()
    return replace(claim, scope=(*claim.scope, *added))
