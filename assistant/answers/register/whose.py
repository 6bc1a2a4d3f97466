"""The cluster that a quoted sentence speaks of, told beside it where a question asks which cluster it is."""

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.answers.draft import Material
from assistant.answers.register.speaking import speaking_of
from assistant.grounding import Citations, in_order
from assistant.model import Answer, Statement
from assistant.question import Question, names
from assistant.ranking import Candidate
from assistant.request import Request
from index.register.model import Attribute
from index.register.register import Register
from index.words import fold

# "Which cluster", "do którego klastra": one is asked for; up to two words may stand between.
WHICH_CLUSTER = re.compile(
    r"\b(?:(?:which|what|whose)\s+(?:\w+\s+){0,2}cluster|(?:jaki|ktor)\w{0,3}\s+(?:\w+\s+){0,2}klast(?:er|ra|rze|rowi|rem))\b"
)

HELD: tuple[Attribute, ...] = ("project", "partner", "coordinator", "representative", "person")


def asks_which_cluster(question: Question) -> bool:
    """Whether a question asks for one cluster."""
    return WHICH_CLUSTER.search(fold(question.text)) is not None


def held_by_name(question: Question, register: Register) -> Request | None:
    """The request for the cluster that has what a question names, a project, a partner or somebody, where it
    asks which one that is in words that the register does not know."""
    if not asks_which_cluster(question) or register.named(question.text):
        return None
    held = [name for name in names(question.text) if register.holders(name, HELD)]
    return Request("holder", attributes=HELD, value=held[0]) if len(held) == 1 else None


def with_cluster(answer: Answer, material: Material, register: Register) -> Answer:
    """The answer with the one cluster before it that its first sentence speaks of, by its name and the words
    that name it, none that the question names itself; as it is where there is none, or several."""
    chosen = material.chosen
    if chosen is None or answer.kind not in {"fact", "passage"} or not answer.statements:
        return answer
    first = answer.statements[0]
    asked = {id for one in register.named(material.question.text) for id in one.clusters}
    found = _spoken_of(chosen, register, asked)
    if first.quote != chosen.sentence.text or len(found) != 1:
        return answer
    cluster = register.cluster(found[0])
    if any(cluster.id in one.clusters for one in register.named(first.quote)):
        named = replace(first, exact=cluster.name)
        return replace(answer, clusters=(cluster.id,), statements=(named, *answer.statements[1:]))
    document = chosen.hit.passage.document.id
    source = next((one for one in cluster.mentions if one.document.id == document), None)
    if source is None:
        return answer
    citations = Citations(answer.language)
    citations.source(source)
    citation = replace(citations.made()[0], number=len(answer.citations) + 1)
    said = Statement((citation.number,), exact=cluster.name, quote=source.quote)
    return in_order(
        replace(
            answer,
            statements=(said, *answer.statements),
            citations=(*answer.citations, citation),
            clusters=(cluster.id,),
        )
    )


def _spoken_of(chosen: Candidate, register: Register, asked: Collection[str]) -> list[str]:
    """The clusters, none of those asked about, that a sentence speaks of: those named in it, before it or
    above, else those of whom something is known out of it."""
    passage = chosen.hit.passage
    before = [one.text for one in passage.sentences[: chosen.place + 1]]
    for text in (*before[::-1], *reversed(passage.heading_texts), passage.document.title):
        named = {id for one in register.named(text) for id in one.clusters}.difference(asked)
        if named:
            return sorted(named)
    return [one for one in speaking_of(register, passage, chosen.sentence) if one not in asked]
