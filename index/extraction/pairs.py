"""Who stands behind the clusters of a list, where the lines above say what it is of."""

import re
from collections.abc import Iterator

from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.organisations import in_nominative, organisation_at
from index.extraction.scene import LONGEST_OPENING, Scene
from index.register.model import Attribute
from index.words import same_length_fold

# Lines before a list that may say what it is of.
SECTION = 40
# "Klaster X – Fundacja Y" in a list of clusters.
PAIR = re.compile(
    r"[”\"]?(?:,\s+woj(?:\.|ew[oó]dztwo)\s[\w-]+|\s\(woj\.\s[\w-]+\)|,\s+[A-ZŁŚŻĆ][\w-]+(?=\s+[–—]))?\s*(?:(?:–|—|-|:|\||,)\s+|\()"
)


def pairs(scene: Scene) -> Iterator[Claim]:
    """The bodies that stand behind the clusters of a list, where the lines above say what they are."""
    for at, line in enumerate(scene.lines):
        named = scene.named(at)
        if not line.leads or line.cells or not named or named[0].span.start > LONGEST_OPENING:
            continue
        sign = PAIR.match(line.text, named[0].span.end)
        body = organisation_at(line.text, sign.end()) if sign else None
        attribute = _said_above(scene, at, line)
        if attribute is None or body is None or sign is None or body.start > sign.end() + 1:
            continue
        name = in_nominative(line.text[body.start : body.end])
        scope = tuple(above.span for above in line.leads[:1])
        yield Claim(named[0].subject, attribute, name, line.passage, line.span, scope)


def _said_above(scene: Scene, at: int, line: Line) -> Attribute | None:
    """Whether the lines above a list, or before it in its section, speak of coordinating or of
    representing."""
    texts = [above.text for above in line.above]
    texts += [
        one.text
        for one in scene.lines[max(0, at - SECTION) : at]
        if one.headings == line.headings[len(line.headings) - len(one.headings) :] and not one.leads
    ]
    for text in map(same_length_fold, texts):
        if re.search(r"reprezent|represent|\bw (?:\w+ )?imieniu|on (?:its|their|whose) behalf", text):
            return "representative"
        if re.search(r"koordyn|coordin", text):
            return "coordinator"
    return None
