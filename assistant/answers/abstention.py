"""The library does not say: what was looked for, and the nearest passages, with nothing claimed."""

from assistant.answers.draft import Material
from assistant.grounding import Citations
from assistant.model import Answer
from assistant.wording import say

# Passages offered for a look; more would be a list of results, not help.
NEAREST = 3


def abstain(material: Material) -> Answer:
    """An answer that says that the library does not say."""
    question, found = material.question, material.found
    language = question.language
    citations = Citations(language)
    seen: set[str] = set()
    for candidate in material.candidates:
        if len(seen) < NEAREST and candidate.hit.passage.document.id not in seen:
            seen.add(candidate.hit.passage.document.id)
            citations.sentence(candidate.hit.passage, candidate.sentence)
    notes = []
    if not found.hits:
        notes.append(say("empty", language))
    elif seen:
        notes.append(say("nearest", language))
    if found.query.terms:
        listed = ", ".join(term.written for term in found.query.terms)
        notes.append(say("looked_for", language, words=listed))
    return Answer(
        language,
        "abstention",
        citations=citations.made(),
        abstention=say("silent", language),
        notes=tuple(notes),
    )
