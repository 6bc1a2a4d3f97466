"""What sentences tell of a cluster in so many words: its mission."""

from collections.abc import Iterator

from index.extraction.agents import of_others
from index.extraction.frames import frames, patterns
from index.extraction.labelled import labelled
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.words import same_length_fold

# A sentence that tells a mission has more characters, a line that introduces one fewer.
SHORTEST_MISSION = 30
LONGEST_LEAD = 60


def missions(scene: Scene) -> Iterator[Claim]:
    """The sentences that tell a cluster's mission or aim."""
    known = frames("mission")
    for line in scene.lines:
        if line.cells or len(line.text) < SHORTEST_MISSION or line.text.rstrip().endswith(("?", ":")):
            continue
        if any(one.kind == "mission" for one in labelled(line)):
            continue  # The card has it.
        folded = same_length_fold(line.text)
        lead = same_length_fold(line.leads[0].text) if line.leads else ""
        here = any(p.search(folded) for p in known.inside)
        above = (
            lead.rstrip(" ").endswith(":")
            and len(lead) < LONGEST_LEAD
            and any(p.search(lead) for p in known.inside)
        )
        if known.excluded is not None and known.excluded.search(folded):
            continue
        subject = scene.subject(line)
        asked = any(p.search(scene.asked(line)) for p in patterns("mission", "asking"))
        if subject is not None and (here or above or asked) and not of_others(scene, line, len(line.text)):
            yield scene.claim(line, subject, "mission", line.text)
