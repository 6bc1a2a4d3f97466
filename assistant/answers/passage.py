"""Sentences that answer, quoted, the exact words first."""

from collections.abc import Sequence

from assistant.answers.draft import Material
from assistant.answers.exact import exact_words
from assistant.answers.sameness import same_statement
from assistant.confidence import NEEDED
from assistant.grounding import Citations
from assistant.model import Answer, Statement
from assistant.question import Question
from assistant.ranking import Candidate
from assistant.recognise import spans
from assistant.wording import say
from index.evidence import bag, share
from index.query import Query

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
    told: dict[int, list[Candidate]] = {}
    for candidate in _close(_item_named(material.chosen, material), material):
        same = next((n for n, others in told.items() if same_statement(others[0], candidate)), None)
        if same is not None:
            told[same].append(candidate)
        elif len(told) < MOST_SENTENCES:
            told[len(told)] = [candidate]
    statements = [
        statement
        for place, candidates in told.items()
        for statement in _statements(candidates, material.question, material, citations, first=place == 0)
    ]
    statements = list({s.citations: s for s in reversed(statements)}.values())[::-1]
    return Answer(
        language,
        "fact" if statements[0].exact else "passage",
        tuple(statements),
        citations=citations.made(),
        notes=notes_on(material, [c.hit.passage.document.language for many in told.values() for c in many]),
    )


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
        and not _stands_in(candidate, chosen)
        and (candidate.kind_met or material.question.asked not in NEEDED)
        and not candidate.sentence.text.rstrip().endswith(("?", ":"))
    ]
    return [chosen, *others[: 2 * MOST_SENTENCES]]


def _stands_in(candidate: Candidate, chosen: Candidate) -> bool:
    """Whether a sentence stands in the same list as the chosen one: another item is about something else."""
    lead = candidate.sentence.lead
    return lead is not None and lead == chosen.sentence.lead and candidate.hit is chosen.hit


def _statements(
    candidates: Sequence[Candidate],
    question: Question,
    material: Material,
    citations: Citations,
    *,
    first: bool,
) -> list[Statement]:
    """What the same sentence of one or several sources says, and the line above it where that is needed."""
    best = candidates[0]
    lead_text = best.sentence.lead_text
    exact = exact_words(question, best) if first else ""
    exact_above = "" if exact or not first else _exact_in(lead_text, question)
    above = citations.lead(best.hit.passage, best.sentence) if _needs_lead(best, material) else None
    numbers = tuple(dict.fromkeys(citations.sentence(c.hit.passage, c.sentence) for c in candidates))
    here = Statement(
        numbers,
        exact=exact,
        framing=_heading(best, question),
        quote=best.sentence.text,
        marks=best.kind_met,
    )
    if above is None:
        return [here]
    lead = Statement((above,), exact=exact_above, quote=lead_text, marks=spans(lead_text, question.asked))
    return [lead, here] if exact_above else [here, lead]


def _heading(candidate: Candidate, question: Question) -> str:
    """The heading, where it names what the sentence is about and the sentence does not."""
    headings = candidate.hit.passage.heading_texts
    if not headings:
        return ""
    heading, evidence = headings[-1].strip().rstrip(":"), candidate.evidence
    names_it = question.asked == "advice" or evidence.in_context > evidence.alone
    return heading if names_it and heading.casefold() not in candidate.sentence.text.casefold() else ""


def _needs_lead(candidate: Candidate, material: Material) -> bool:
    """Whether the line above an item says something the question asks about that the item does not."""
    lead, text = candidate.sentence.lead_text, candidate.sentence.text
    if not lead:
        return False
    query: Query = material.found.query
    both = share(query, [bag(text), bag(lead)])
    holds = bool(spans(lead, material.question.asked))
    return both > share(query, [bag(text)]) or (holds and not candidate.kind_met)


def _exact_in(lead: str, question: Question) -> str:
    """The one date in an introducing line, which holds for what stands under it, as its numbers do not."""
    if question.asked not in {"date", "yes_no"}:
        return ""
    texts = {lead[span.start : span.end] for span in spans(lead, "date")}
    return texts.pop() if len(texts) == 1 else ""
