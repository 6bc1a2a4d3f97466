"""Countries and regions that a sentence sorts clusters by: "Latvia (Wood Cluster), Norway (…)"."""

import re
from collections.abc import Iterator

from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.whereabouts import of_place
from index.taxonomy import places_in

# What opens behind a place, as far as it closes, a bracket within it included.
GROUP = re.compile(r"\s?\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)?")


def by_country(scene: Scene) -> Iterator[Claim]:
    """The country or region of each cluster that a sentence names in a bracket behind it."""
    for at, line in enumerate(scene.lines):
        if "(" not in line.text:
            continue
        named = scene.named(at)
        for place in places_in(line.text):
            group = GROUP.match(line.text, place.span.end)
            if group is None or place.kind == "town":
                continue
            inside = dict.fromkeys(
                one.subject for one in named if group.start("inner") <= one.span.start < group.end("inner")
            )
            for subject in inside:
                claim = Claim(subject, "place", "", line.passage, line.span)
                yield from (one for one in of_place(claim, place) if one.attribute != "place")
