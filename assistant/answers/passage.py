"""Sentences that answer, quoted, the exact words first."""

from collections.abc import Sequence

from assistant.answers.draft import Material
from assistant.answers.sameness import same_statement
from assistant.answers.saying import statements
from assistant.confidence import NEEDED, introduces
from assistant.grounding import Citations
from assistant.model import Answer
from assistant.ranking import Candidate
from assistant.wording import say

# Sentences quoted beside the best one, and how far behind it they may be, in the logits of the ranking: one
# that is e^1.2 times less likely to be the answer still says something.
MOST_SENTENCES = 3
CLOSE = 1.2


def passage_answer(material: Material) -> Answer | None:
    """The best sentence and those nearly as good; what says the same is one statement cited several times."""
    if material.chosen is None:
        return None
    language = material.question.language
    citations = Citations(language)
    told: list[list[Candidate]] = []
    for candidate in _close(_item_named(material.chosen, material), material):
        if len(told) < MOST_SENTENCES and not any(same_statement(one[0], candidate) for one in told):
            told.append([candidate])
    for said_once in told:
        said_once += _elsewhere(said_once[0], material.candidates)
    said = [
        statement
        for place, candidates in enumerate(told)
        for statement in statements(
            candidates, material.question, material.found.query, citations, first=place == 0
        )
    ]
    said = list({one.citations: one for one in reversed(said)}.values())[::-1]
    return Answer(
        language,
        "fact" if said[0].exact else "passage",
        tuple(said),
        citations=citations.made(),
        notes=notes_on(material, [many[0].hit.passage.document.language for many in told]),
    )


def _elsewhere(candidate: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The sentences of other documents that say the same of the same names, however far behind, one a
    document: under another cluster's heading the same words are about another."""
    found: dict[str, Candidate] = {}
    for other in candidates:
        document = other.hit.passage.document.id
        about_the_same = other.evidence.names >= candidate.evidence.names
        if (
            document != candidate.hit.passage.document.id
            and about_the_same
            and same_statement(candidate, other)
        ):
            found.setdefault(document, other)
    return list(found.values())[:MOST_SENTENCES]


def notes_on(material: Material, languages: list[str]) -> tuple[str, ...]:
    """What a reader should know of the quotations as a whole."""
    language = material.question.language
    return (say("other_language", language),) if any(one != language for one in languages) else ()


def _item_named(chosen: Candidate, material: Material) -> Candidate:
    """The item that names what is asked about, where the chosen sentence is the line above its list: the
    line's date is the item's."""
    named = [
        candidate
        for candidate in material.candidates
        if candidate.sentence.lead == chosen.sentence.span
        and candidate.hit.passage.document.id == chosen.hit.passage.document.id
        and candidate.evidence.names > chosen.evidence.names
    ]
    return max(named, key=lambda one: one.evidence.names, default=chosen)


def _close(chosen: Candidate, material: Material) -> list[Candidate]:
    """The chosen candidate, then the others close behind it that speak of the same."""
    others = [
        candidate
        for candidate in material.candidates
        if candidate is not chosen
        and candidate.score >= chosen.score - CLOSE
        and candidate.evidence.names >= chosen.evidence.names
        and candidate.evidence.others >= chosen.evidence.others / 2
        and not _stands_in(candidate, chosen)
        and (candidate.kind_met or material.question.asked not in NEEDED)
        and not candidate.sentence.text.rstrip().endswith(("?", ":"))
        and not introduces(candidate)
    ]
    return [chosen, *others[: 2 * MOST_SENTENCES]]


def _stands_in(candidate: Candidate, chosen: Candidate) -> bool:
    """Whether a sentence stands in the same list as the chosen one: another item is about something else."""
    lead = candidate.sentence.lead
    return lead is not None and lead == chosen.sentence.lead and candidate.hit is chosen.hit
