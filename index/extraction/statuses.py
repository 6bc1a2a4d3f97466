"""Which cluster holds which label, in which round, from when until when, as one document says."""

from collections.abc import Iterator
from dataclasses import replace

from documents.model import Span
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.status_cards import of_item, of_row
from index.extraction.status_claims import tells_more
from index.extraction.status_sentence import Sentence
from index.extraction.status_talk import Talk
from index.extraction.validity import Validity, read


def statuses(scene: Scene) -> Iterator[Claim]:
    """The status claims of a document, in order, but those that another says more exactly."""
    talk = Talk(scene)
    for at, line in enumerate(scene.lines):
        talk.enter(line)
        before, spans = talk.open or Validity(), tuple(talk.opening)
        listed = of_row(scene, line, before)
        if listed is None:
            listed = of_item(scene, at, line, before)
        claims = Sentence(talk, at).claims() if listed is None else listed
        claims = [_cited(claim, before, spans, read(line.text)) for claim in claims]
        talk.hear(at, claims, listed=listed is not None)
    found = list(dict.fromkeys(talk.claims))
    return (one for one in found if not any(tells_more(other, one) for other in found))


def _cited(claim: Claim, before: Validity, spans: tuple[Span, ...], own: Validity) -> Claim:
    """A claim with the sentences in its scope that it has a day from which its own line does not tell."""
    since = claim.since is not None and claim.since == before.since and claim.since != own.since
    until = claim.until is not None and claim.until == before.until and claim.until != own.until
    added = tuple(span for span in spans if span not in (claim.span, *claim.scope)) if since or until else ()
    return replace(claim, scope=(*claim.scope, *added))
