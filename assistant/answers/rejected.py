"""Sentences that staff rejected: quoted, they would tell what the register no longer does."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.answers.draft import Material
from assistant.confidence import answering
from assistant.request import Request
from index.register.model import Attribute
from index.register.register import Register


def unrejected(material: Material, request: Request, register: Register) -> Material:
    """The material without the sentences that were rejected as telling what is asked for. What else they tell
    may be quoted still: often only what was read out of them is wrong."""
    asked = _asked(request)
    kept = [
        one
        for one in material.candidates
        if not register.rejected(one.hit.passage.document.id, one.sentence.span, asked)
    ]
    if len(kept) == len(material.candidates):
        return material
    return replace(material, candidates=kept, chosen=answering(material.question, material.found.query, kept))


def _asked(request: Request) -> frozenset[Attribute]:
    """The attributes that a request asks for or sets as a condition."""
    conditions = request.conditions
    conditional: Mapping[Attribute, object] = {
        "status": conditions.status or request.aspect,
        "region": conditions.regions,
        "country": conditions.countries,
        "place": conditions.towns,
        "sector": conditions.sectors,
        "coordinator": conditions.coordinator,
        "founded": conditions.founded,
        "members": conditions.members,
    }
    return frozenset((*request.attributes, *(one for one, given in conditional.items() if given)))
