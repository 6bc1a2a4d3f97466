"""Sentences that staff rejected: quoted, they would tell what the register no longer does."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from assistant.answers.draft import Material
from assistant.answers.register.phrasing import attribute_words
from assistant.confidence import answering
from assistant.grounding import marked
from assistant.model import Answer
from assistant.request import Request
from assistant.wording import say
from documents.model import Span
from index.register.model import Attribute
from index.register.register import Register


def unrejected(material: Material, request: Request, register: Register) -> Material:
    """The material without the sentences that were rejected as telling what is asked for. What else they tell
    may be quoted still: often only what was read out of them is wrong."""
    return _without(material, lambda document, span: register.rejected(document, span, _asked(request)))


def preferring_unrejected(
    quoted: Callable[[Material], Answer], material: Material, register: Register
) -> Answer:
    """The answer of sentences of which nothing was rejected, where they answer the same way; else of all."""
    rest = spotless(material, register)
    answer = quoted(material)
    if rest is material:
        return answer
    other = quoted(rest)
    return other if other.kind == answer.kind else answer


def beside_rejected(material: Material, request: Request, register: Register) -> bool:
    """Whether the sentence chosen stands in a passage of which words were rejected as telling what is asked
    for: whom it speaks of, told as the answer, would say the same."""
    if material.chosen is None:
        return False
    passage = material.chosen.hit.passage
    return register.rejected(passage.document.id, passage.span, _asked(request))


def spotless(material: Material, register: Register) -> Material:
    """The material without the sentences of which anything was rejected."""
    return _without(material, lambda document, span: bool(register.rejected_of(document, span)))


def told_wrong(answer: Answer, register: Register) -> Answer:
    """The answer with a note of what was rejected of the words that it cites."""
    found: dict[tuple[Attribute, ...], list[int]] = {}
    for one in answer.citations:
        rejected = () if one.version else register.rejected_of(one.document, Span(one.start, one.end))
        if rejected:
            found.setdefault(rejected, []).append(one.number)
    notes = [_note(answer, attributes, numbers) for attributes, numbers in found.items()]
    return replace(answer, notes=(*answer.notes, *notes)) if notes else answer


def _note(answer: Answer, attributes: Collection[Attribute], numbers: list[int]) -> str:
    what = ", ".join(attribute_words(one, answer.language) for one in attributes)
    return marked(say("rejected", answer.language, what=what), tuple(numbers))


def _without(material: Material, is_rejected: Callable[[str, Span], bool]) -> Material:
    kept = [
        one for one in material.candidates if not is_rejected(one.hit.passage.document.id, one.sentence.span)
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
