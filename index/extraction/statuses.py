"""Which cluster holds which label, in which round, from when until when, as one document says."""

from collections.abc import Iterator

from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.status_cards import of_item, of_row
from index.extraction.status_claims import tells_more
from index.extraction.status_sentence import Sentence
from index.extraction.status_talk import Talk
from index.extraction.validity import Validity


def statuses(scene: Scene) -> Iterator[Claim]:
    """The status claims of a document, in order, but those that another says more exactly."""
    talk = Talk(scene)
    for at, line in enumerate(scene.lines):
        talk.enter(line)
        before = talk.open or Validity()
        listed = of_row(scene, line, before)
        if listed is None:
            listed = of_item(scene, at, line, before)
        claims = Sentence(talk, at).claims() if listed is None else listed
        talk.hear(at, claims, listed=listed is not None)
    found = list(dict.fromkeys(talk.claims))
    return (one for one in found if not any(tells_more(other, one) for other in found))
