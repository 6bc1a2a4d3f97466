"""The places that a sentence names, in prose or in a list."""

import re
from collections.abc import Collection

from assistant.answers.draft import Material
from assistant.answers.register.matter import Registered
from assistant.ranking import Candidate
from documents.model import Span
from index.taxonomy import places_in

# The parts of a list.
LISTED = re.compile(r"[^\W\d_][^,;:()]+?(?=[,;.]|$| (?:i|oraz|and) )")


def places_told(
    material: Material, candidate: Candidate, clusters: Collection[str], register: Registered
) -> tuple[Span, ...]:
    """The places that a sentence names, none of them in the name of the clusters: two at least where several
    are asked for."""
    text = candidate.sentence.text
    named = [one.span for one in register.named(text) if not set(clusters).isdisjoint(one.clusters)]
    found = {*candidate.kind_met, *(_listed(text) if material.question.several else ())}
    apart = [one for one in found if not any(one.start < c.end and c.start < one.end for c in named)]
    return tuple(sorted(apart)) if len(apart) > material.question.several else ()


def _listed(text: str) -> list[Span]:
    """Towns and countries that are parts of a list, which no preposition tells."""
    parts = [Span(*one.span()) for one in LISTED.finditer(text)]
    return [one for one in parts if _is_place(text[one.start : one.end])]


def _is_place(text: str) -> bool:
    return any(found.span.end - len("w ") >= len(text) for found in places_in(f"w {text}", lenient=True))
