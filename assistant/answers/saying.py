"""What is said with one sentence: its quote, the exact words in it, the heading or line it stands under."""

from collections.abc import Sequence
from functools import cache

from assistant.answers.exact import exact_words
from assistant.answers.rows import SEPARATOR
from assistant.grounding import Citations
from assistant.model import Statement
from assistant.question import Question, lexicon
from assistant.ranking import Candidate
from assistant.recognise import spans
from documents.model import Language, Span
from index import words
from index.evidence import bag, share
from index.model import StoredSentence
from index.query import Query


def statements(
    candidates: Sequence[Candidate], question: Question, query: Query, citations: Citations, *, first: bool
) -> list[Statement]:
    """What the same sentence of one or several sources says, and the line above it where that is needed."""
    best = candidates[0]
    sentence = best.sentence
    exact = exact_words(question, query, best) if first else ""
    before = None if exact else _pointed_back_at(best)
    number = None if before is None else citations.sentence(best.hit.passage, before)
    numbers = [citations.sentence(one.hit.passage, one.sentence) for one in candidates]
    heading = _heading(best, question)
    here = Statement(
        tuple(dict.fromkeys(numbers)),
        exact=exact,
        framing=heading,
        quote=sentence.text,
        marks=_marks(sentence.text, exact) or best.kind_met,
    )
    if before is not None and number is not None:
        return [here, Statement((number,), quote=before.text)]
    if not _needs_lead(best, question, query, heading):
        return [here]
    above = citations.lead(best.hit.passage, sentence)
    if above is None:
        return [here]
    if SEPARATOR in sentence.lead_text:
        return [_with(here, above)]
    exact_above = "" if exact or not first else _exact_in(sentence.lead_text, question)
    lead = Statement(
        (above,), exact=exact_above, quote=sentence.lead_text, marks=spans(sentence.lead_text, question.asked)
    )
    return [lead, here] if exact_above else [here, lead]


def _pointed_back_at(candidate: Candidate) -> StoredSentence | None:
    """The sentence before, where this one begins with a word that points back at it: "Such a furnace is
    called ..."."""
    passage, sentence = candidate.hit.passage, candidate.sentence
    opening = words.fold("".join(words.tokenize(sentence.text)[:1]))
    language = passage.language or passage.document.language
    if not candidate.place or sentence.lead or opening not in _pointing_back(language):
        return None
    before = passage.sentences[candidate.place - 1]
    asks = before.text.rstrip().endswith(("?", ":"))
    return None if before.lead or asks or "\n\n" in passage.between(before, sentence) else before


@cache
def _pointing_back(language: Language) -> frozenset[str]:
    tables = (lexicon()[one][language] for one in ("pointing", "demonstrative", "opening_back"))
    return frozenset(word for table in tables for word in table)


def _marks(text: str, exact: str) -> tuple[Span, ...]:
    """Where the exact answer stands in a quote; the last place, as a row's first cell names the row."""
    start = text.rfind(exact) if exact else -1
    return (Span(start, start + len(exact)),) if start >= 0 else ()


def _heading(candidate: Candidate, question: Question) -> str:
    """The heading, where it names what the sentence is about and the sentence does not."""
    headings = candidate.hit.passage.heading_texts
    if not headings:
        return ""
    heading, evidence = headings[-1].strip().rstrip(":"), candidate.evidence
    names_it = question.asked == "advice" or evidence.in_context > evidence.alone
    return heading if names_it and heading.casefold() not in candidate.sentence.text.casefold() else ""


def _needs_lead(candidate: Candidate, question: Question, query: Query, heading: str) -> bool:
    """Whether the line above an item says something the question asks about that the item does not."""
    lead, text = candidate.sentence.lead_text.strip(), candidate.sentence.text
    if not lead or lead.endswith("?") or lead.rstrip(":") == heading:
        return False
    both = share(query, [bag(text), bag(lead)])
    holds = bool(spans(lead, question.asked))
    return both > share(query, [bag(text)]) or (holds and not candidate.kind_met)


def _exact_in(lead: str, question: Question) -> str:
    """The one date in an introducing line, which holds for what stands under it, as its numbers do not."""
    if question.asked not in {"date", "yes_no"}:
        return ""
    texts = {lead[span.start : span.end] for span in spans(lead, "date")}
    return texts.pop() if len(texts) == 1 else ""


def _with(statement: Statement, number: int) -> Statement:
    return Statement(
        (*statement.citations, number),
        exact=statement.exact,
        framing=statement.framing,
        quote=statement.quote,
        marks=statement.marks,
    )
