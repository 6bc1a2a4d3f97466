"""The library does not say: what was looked for, and the nearest passages, with nothing claimed."""

from assistant.answers.draft import Material
from assistant.grounding import Citations
from assistant.model import Answer
from assistant.wording import say
from index import words
from index.query import Query

# Passages offered for a look; more would be a list of results, not help.
NEAREST = 3


def abstain(material: Material) -> Answer:
    """An answer that says that the library does not say."""
    question, found = material.question, material.found
    language = question.language
    citations = Citations(language)
    titles: dict[str, None] = {}
    for candidate in material.candidates:
        passage = candidate.hit.passage
        if len(titles) < NEAREST and passage.document.title not in titles:
            titles[passage.document.title] = None
            citations.sentence(passage, candidate.sentence)
    notes = []
    if not found.hits:
        notes.append(say("empty", language))
    elif titles:
        notes.append(say("nearest", language))
    missing = not_held(found.query)
    if found.hits and missing:
        notes.insert(0, say("not_held", language, words=", ".join(missing)))
    return Answer(
        language,
        "abstention",
        citations=citations.made(),
        abstention=say("silent", language),
        notes=tuple(notes),
        suggestions=tuple(say("says", language, subject=title) for title in titles),
    )


def not_held(query: Query) -> list[str]:
    """The names and, without one of those, the other words that stand nowhere in the library."""
    absent = [term for term in query.terms if not term.is_held]
    named = [term.written for term in absent if term.is_name and not term.written.isdigit()]
    return named or [term.written for term in absent if _may_be_noun(term.written)]


def _may_be_noun(word: str) -> bool:
    """Whether a word may name a thing; that a library never writes "biorą" tells a reader nothing."""
    parts = {reading.part for reading in words.readings(word)}
    return not parts or not parts.isdisjoint({"subst", "ger", "adj"})
