"""What sentences say of those compared of whom no fact says it, beside what is known of the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.answers.register.stating import KIND_OF, Asking
from assistant.grounding import Citations, in_order
from assistant.model import Answer, Statement
from assistant.ranking import Candidate
from assistant.request import Request
from documents.model import Language
from index.register.register import Register


def unknown_of_compared(request: Request, register: Register) -> Iterator[tuple[str, Asking]]:
    """Those that a comparison by one attribute names and of whom no fact says it, by their names, with what
    is asked of them."""
    if len(request.attributes) != 1 or request.attributes[0] not in KIND_OF:
        return
    (attribute,) = request.attributes
    kind = KIND_OF[attribute]
    for id in request.clusters:
        cluster = register.cluster(id)
        if not cluster.of(attribute):
            yield cluster.name, Asking(frozenset((id,)), kind, (attribute,))
    if request.value:
        yield request.value, Asking(frozenset(), kind, (attribute,))


def with_said(answer: Answer | None, said: Mapping[str, Candidate], language: Language) -> Answer:
    """The comparison, or a new one, with the sentence that says it of each by its name."""
    before = answer.citations if answer else ()
    citations = Citations(language)
    statements = [
        Statement(
            (len(before) + citations.sentence(one.hit.passage, one.sentence),),
            exact=name,
            quote=one.sentence.text,
        )
        for name, one in said.items()
    ]
    made = tuple(replace(one, number=len(before) + one.number) for one in citations.made())
    if answer is None:
        return Answer(language, "comparison", tuple(statements), citations=made)
    notes = tuple(note for note in answer.notes if not any(note.startswith(name) for name in said))
    return in_order(
        replace(
            answer,
            statements=(*answer.statements, *statements),
            citations=(*before, *made),
            notes=notes,
        )
    )
