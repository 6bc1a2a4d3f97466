"""Statements on the clusters that a question names, made an answer."""

from collections.abc import Sequence

from assistant.answers.register.matter import Matter
from assistant.model import Answer, Statement


def stated(matter: Matter, statements: Sequence[Statement], notes: Sequence[str] = ()) -> Answer | None:
    """The answer of these statements and of notes, each once; None where nothing is stated."""
    if not statements:
        return None
    return Answer(
        matter.language,
        "fact",
        tuple(statements),
        citations=matter.citations.made(),
        notes=tuple(dict.fromkeys(notes)),
        clusters=matter.request.clusters,
    )
